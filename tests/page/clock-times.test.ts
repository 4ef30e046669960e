import { expect, test } from "vitest";
import { clockTimes, instantAt, phaseAt, wallClockAt } from "../../tab/local/clock-times.ts";
import { sampleEvent } from "./local-server.ts";

test("the clock offers the day before, 10:40, lunch, 16:00 and the day after", () => {
  expect(clockTimes(sampleEvent).map(({ key, at }) => [key, wallClockAt(at, "Europe/Vienna")])).toEqual([
    ["dayBefore", "2024-07-14T10:00"],
    ["midMorning", "2024-07-15T10:40"],
    ["lunch", "2024-07-15T14:00"],
    ["afternoon", "2024-07-15T16:00"],
    ["dayAfter", "2024-07-16T10:00"],
  ]);
});

test("an event without published half-days has no lunch", () => {
  expect(clockTimes({ ...sampleEvent, blocks: [] }).map(({ key }) => key)).toEqual([
    "dayBefore",
    "midMorning",
    "dayAfter",
  ]);
});

test("the day before is a day of the wall clock when clocks change", () => {
  const event = {
    timeZone: "Europe/Vienna",
    start: "2026-03-29T10:00+02:00",
    end: "2026-03-29T18:00+02:00",
    blocks: [],
  };
  expect(wallClockAt(clockTimes(event)[0]?.at ?? "", event.timeZone)).toBe("2026-03-28T10:00");
});

test.each([
  ["2024-07-15T09:59:59+02:00", "before"],
  ["2024-07-15T10:00:00+02:00", "during"],
  ["2024-07-15T14:00:00+02:00", "during"],
  ["2024-07-15T18:00:00+02:00", "after"],
])("%s is %s the event", (now, phase) => expect(phaseAt(now, sampleEvent)).toBe(phase));

test("a time typed in is the venue's", () => {
  expect(instantAt("2024-07-15T10:40", "Europe/Vienna")).toBe("2024-07-15T08:40:00Z");
});
