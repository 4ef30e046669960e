import { expect, test } from "vitest";
import { attendee, change, forget } from "../../bot/storage/attendees.ts";
import { openStore } from "../../bot/storage/open.ts";

const options = { now: () => new Date("2024-07-15T10:00:00+02:00"), onDamage: () => {} };
const open = () => openStore("memory:", options);

test("a person we have not met has an empty record", async () => {
  expect(await attendee(await open(), "somebody")).toEqual({});
});

test("simultaneous changes of different fields never undo each other", async () => {
  const store = await open();
  const changes = Array.from({ length: 50 }, (_, i) => [{ language: "fr" as const }, { timeZone: `Zone/${i}` }]).flat();
  await Promise.all(changes.map((one) => change(store, "somebody", one)));
  expect(await attendee(store, "somebody")).toEqual({ language: "fr", timeZone: expect.stringMatching(/^Zone\/\d+$/) });
});

test("a field given as undefined is forgotten, the others stay", async () => {
  const store = await open();
  await change(store, "somebody", { language: "ar", timeZone: "Africa/Cairo" });
  await change(store, "somebody", { language: undefined });
  expect(await attendee(store, "somebody")).toEqual({ timeZone: "Africa/Cairo" });
});

test("whoever asks to be forgotten is, and nobody else", async () => {
  const store = await open();
  await change(store, "a", { language: "ar" });
  await change(store, "b", { language: "zh" });
  await forget(store, "a");
  expect(await attendee(store, "a")).toEqual({});
  expect(await attendee(store, "b")).toEqual({ language: "zh" });
});

test("what an earlier version wrote and nobody understands any more is as if it were not there", async () => {
  const store = await open();
  const old = { language: "tlh", timeZone: "Europe/Vienna", dialogue: 7 };
  await store.put("attendees", "somebody", old, undefined);
  await store.put("attendees", "nobody", "a word", undefined);
  expect(await attendee(store, "somebody")).toEqual({ timeZone: "Europe/Vienna" });
  expect(await attendee(store, "nobody")).toEqual({});
});

test.each([
  ["postgres://bot:hunter2@db/state", /"memory:".*"file:".*got "postgres:…"/],
  ["data/state", /"memory:".*"file:"/],
  ["", /"memory:".*"file:"/],
  ["file://elsewhere/state", /names no directory here/],
  ["file:/dev/null/state", /cannot be kept in .*account may write to/],
])("the store address %j is refused with what is possible, and without its password", async (url, says) => {
  const refusal = openStore(url, options);
  await expect(refusal).rejects.toThrow(says);
  await expect(refusal).rejects.not.toThrow(/hunter2/);
});
