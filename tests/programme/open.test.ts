import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkData, checkEvent } from "../../bot/check-data.ts";
import { eventFolder, openEvent } from "../../bot/programme/open.ts";
import { fileNames } from "../../bot/programme/shape.ts";
import { regatta } from "./regatta.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "events-"));
});
afterAll(() => rm(root, { recursive: true }));

/** Writes a folder of files as an organiser would, and returns its path. */
async function folderOf(name: string, files: Record<string, string>): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return folder;
}
const asText = (files: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(files).map(([name, value]) => [`${name}.json`, JSON.stringify(value)]));

describe("An event is a folder of JSON files", () => {
  test("opened with its look-ups, and left as it was", async () => {
    const folder = await folderOf("regatta", asText(regatta()));
    const before = await readdir(folder);
    const programme = await openEvent(folder);
    expect(programme.partsOfPerson.get("ada")?.[0]?.sessionId).toBe("briefing");
    expect(await readdir(folder)).toEqual(before);
  });

  test("a list that is not there is empty, other files are not minded, a byte order mark neither", async () => {
    const event = JSON.stringify({ ...regatta().event, organizers: [] });
    const folder = await folderOf("bare", { "event.json": `\uFEFF${event}`, "README.md": "ours" });
    expect((await openEvent(folder)).documents).toEqual([]);
  });

  test("a file that is no JSON is named", async () => {
    const folder = await folderOf("broken", { ...asText(regatta()), "people.json": "[{]" });
    await expect(openEvent(folder)).rejects.toThrow(/1 problem\(s\):\n {2}- people\.json must be JSON: /);
  });

  test("a folder that does not exist, or holds no event, is said to", async () => {
    await expect(openEvent(join(root, "nowhere"))).rejects.toThrow(
      /event\.json must be in the folder .*nowhere, which does not exist/,
    );
    await expect(openEvent(await folderOf("empty", {}))).rejects.toThrow(
      /event\.json must be in the folder .*empty, which has \[\]/,
    );
  });

  test("named by its id, or by its path", () => {
    expect(eventFolder("som-2024", "data/events")).toBe(resolve("data/events/som-2024"));
    expect(eventFolder("../mine/fair", "data/events")).toBe(resolve("../mine/fair"));
    expect(eventFolder("/srv/fair")).toBe("/srv/fair");
  });
});

describe("npm run check:data", () => {
  test("counts what is there", async () => {
    expect((await checkEvent(eventFolder("som-2024"))).report).toBe(
      "som-2024: 6 sessions, 6 people, 9 organizations, 3 places, 8 documents in 23 language versions, 4 information items",
    );
  });

  test("names all problems of all events and fails", async () => {
    const shown = vi.spyOn(console, "error").mockImplementation(() => {});
    const counted = vi.spyOn(console, "log").mockImplementation(() => {});
    const files = regatta();
    Object.assign(files.sessions[0] ?? {}, { placeIds: ["moon"] });
    const bad = await folderOf("bad", asText(files));
    expect(await checkData([bad, "som-2024"])).toBe(1);
    expect(shown.mock.calls.join()).toContain('sessions.json[0].placeIds[0] names "moon", which is not in places.json');
    expect(counted.mock.calls.join()).toContain("som-2024: 6 sessions");
    expect(await checkData([])).toBe(0);
    vi.restoreAllMocks();
  });
});

describe("docs/adding-an-event.md", () => {
  test("its example is an event without a problem", async () => {
    const guide = await readFile("docs/adding-an-event.md", "utf8");
    const example = /```json\n(.*?)```/s.exec(guide)?.[1] ?? "";
    const folder = await folderOf("harbour-day", { "event.json": example });
    expect((await openEvent(folder)).event.id).toBe("harbour-day");
  });

  test("has a row for every file", async () => {
    const guide = await readFile("docs/adding-an-event.md", "utf8");
    for (const file of fileNames) expect(guide).toContain(`| \`${file}.json\` `);
  });
});
