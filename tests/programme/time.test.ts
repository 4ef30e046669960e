import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventFolder, openEvent } from "../../bot/programme/open.ts";
import { parseProgramme } from "../../bot/programme/parse.ts";
import { type Programme, programmeOf } from "../../bot/programme/programme.ts";
import * as time from "../../bot/programme/time.ts";
import { type Files, regatta } from "./regatta.ts";

const som = await openEvent(eventFolder("som-2024"));
const tide = await openEvent(eventFolder("tidewatch-2026"));
const session = (programme: Programme, id: string) => {
  const found = programme.sessionById.get(id);
  if (!found) throw new Error(`no session ${id}`);
  return found;
};

/** What is on, in one line: sessions, block, pause. */
const onAt = (programme: Programme, moment: string): string => {
  const { sessions, block, pause } = time.at(programme, moment);
  return [sessions.map(({ id }) => id).join("+"), block?.id, pause && `pause until ${pause.end}`]
    .filter(Boolean)
    .join(" / ");
};
const nextAt = (programme: Programme, moment: string): string | undefined => {
  const next = time.nextAfter(programme, moment);
  if (!next) return undefined;
  return `${"block" in next ? next.block.id : next.sessions.map(({ id }) => id).join("+")} at ${next.start}`;
};

describe("What is on, when only half-days are published", () => {
  test.each([
    ["2024-07-14T10:40+02:00", "", "morning at 2024-07-15T10:00+02:00"],
    ["2024-07-15T09:59:59+02:00", "", "morning at 2024-07-15T10:00+02:00"],
    ["2024-07-15T10:00+02:00", "morning", "afternoon at 2024-07-15T15:00+02:00"],
    ["2024-07-15T08:40Z", "morning", "afternoon at 2024-07-15T15:00+02:00"],
    ["2024-07-15T13:00+02:00", "pause until 2024-07-15T15:00+02:00", "afternoon at 2024-07-15T15:00+02:00"],
    ["2024-07-15T15:00+02:00", "afternoon", undefined],
    ["2024-07-15T18:00+02:00", "", undefined],
    ["2024-07-16T10:40+02:00", "", undefined],
  ])("%s", (clock, on, next) => {
    expect([onAt(som, clock), nextAt(som, clock)]).toEqual([on, next]);
  });

  test("a panel has no time of its own, only the hours of the event", () => {
    expect(time.whenOf(som, session(som, "panel-2"))).toEqual({ known: "event-hours", blocks: som.event.blocks });
  });

  test("the pause is lunch, from one to three", () => {
    expect(time.pausesOn(som, "2024-07-15")).toEqual([
      { start: "2024-07-15T13:00+02:00", end: "2024-07-15T15:00+02:00" },
    ]);
    expect(time.pausesOn(som, "2024-07-16")).toEqual([]);
  });

  test("a one-day event has all its sessions on that day", () => {
    expect(time.days(som).map(({ date, blocks, sessions }) => [date, blocks.length, sessions.length])).toEqual([
      ["2024-07-15", 2, 6],
    ]);
  });
});

describe("What is on, when every session has its time", () => {
  test.each([
    ["2026-10-24T08:30+02:00", "registration", "opening at 2026-10-24T09:15+02:00"],
    ["2026-10-24T11:00+02:00", "item-2+item-2a+item-2a-i / sat-morning", "item-2a-ii at 2026-10-24T11:45+02:00"],
    ["2026-10-24T12:30+02:00", "lunch-sat", "talk-mesh+talk-lamps at 2026-10-24T13:30+02:00"],
    ["2026-10-24T13:30+02:00", "talk-mesh+talk-lamps / sat-afternoon", "workshop-knots at 2026-10-24T15:15+02:00"],
    ["2026-10-24T14:30+02:00", "sat-afternoon", "workshop-knots at 2026-10-24T15:15+02:00"],
    ["2026-10-24T18:00+02:00", "pause until 2026-10-24T20:00+02:00", "supper at 2026-10-24T20:00+02:00"],
    // half past midnight, and both half past twos of the night in which the clocks go back
    ["2026-10-25T00:30+02:00", "clocks+mole-walk / sat-evening", "panel-1 at 2026-10-25T09:30+01:00"],
    ["2026-10-25T02:30+02:00", "clocks / sat-evening", "panel-1 at 2026-10-25T09:30+01:00"],
    ["2026-10-25T02:30+01:00", "", "panel-1 at 2026-10-25T09:30+01:00"],
    // cancelled ones are not on, moved ones only at their new time
    ["2026-10-25T11:40+01:00", "sun-morning", "posters at 2026-10-25T13:30+01:00"],
    ["2026-10-25T14:30+01:00", "talk-currents / sun-afternoon", "open-boats at 2026-10-25T16:00+01:00"],
    // no end published: on until the end of the half-day
    ["2026-10-25T17:59+01:00", "open-boats+side-pilots / sun-afternoon", "from-lamu at 2026-10-26T13:00+03:00"],
    // held on another clock
    ["2026-10-26T13:59+03:00", "from-lamu / mon-morning", "closing at 2026-10-26T14:00+01:00"],
    ["2026-10-26T16:00+01:00", "", undefined],
  ])("%s", (clock, on, next) => {
    expect([onAt(tide, clock), nextAt(tide, clock)]).toEqual([on, next]);
  });

  test("a session says its time as exactly as it is known", () => {
    const when = (id: string) => time.whenOf(tide, session(tide, id));
    expect(when("keynote")).toEqual({ known: "exact", start: "2026-10-24T09:45+02:00", end: "2026-10-24T10:30+02:00" });
    expect(when("open-boats")).toEqual({ known: "exact", start: "2026-10-25T16:00+01:00" });
    expect(when("item-2b")).toEqual(when("item-2"));
    expect(when("boat-visits")).toEqual({ known: "date", date: "2026-10-26" });
    expect(when("drafting").known).toBe("event-hours");
  });

  test("what runs past midnight is on the day that it began, also what starts after midnight", () => {
    const saturday = time.days(tide)[0];
    expect(saturday?.date).toBe("2026-10-24");
    expect(saturday?.sessions.map(({ id }) => id).slice(-3)).toEqual(["supper", "clocks", "mole-walk"]);
    expect(time.days(tide).map(({ date }) => date)).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"]);
  });

  test("days of blocks, and the pauses between them", () => {
    expect(time.blocksOn(tide, "2026-10-24").map(({ id }) => id)).toEqual([
      "sat-morning",
      "sat-afternoon",
      "sat-evening",
    ]);
    expect(time.pausesOn(tide, "2026-10-25")).toEqual([
      { start: "2026-10-25T12:30+01:00", end: "2026-10-25T13:30+01:00" },
    ]);
  });
});

describe("Clocks", () => {
  const without = (change: (files: Files) => void) => {
    const files = regatta();
    change(files);
    return programmeOf(parseProgramme(files));
  };

  test("a moment reads on the clock of the zone asked for", () => {
    expect(time.inZone("2024-07-15T10:00+02:00", "Asia/Shanghai")).toBe("2024-07-15T16:00:00+08:00");
    expect(time.inZone("2024-07-15T10:00+02:00", "America/Sao_Paulo")).toBe("2024-07-15T05:00:00-03:00");
  });

  test("an hour on the event's clock is a moment; what the clocks skip is moved on", () => {
    expect(time.momentOn(som, "2024-07-15", "16:00")).toBe("2024-07-15T16:00:00+02:00");
    expect(time.momentOn(tide, "2026-10-25", "09:30")).toBe("2026-10-25T09:30:00+01:00");
    expect(time.momentOn(tide, "2026-03-29", "02:30")).toBe("2026-03-29T03:30:00+02:00");
  });

  test("the end of a stretch is over", () => {
    const span = { start: "2024-07-15T10:00+02:00", end: "2024-07-15T13:00+02:00" };
    expect(["07:59", "08:00", "10:59", "11:00"].map((clock) => time.tenseOf(span, `2024-07-15T${clock}Z`))).toEqual([
      "before",
      "during",
      "during",
      "after",
    ]);
  });

  test("without blocks, the event itself is its hours", () => {
    const plain = without(({ event }) => Object.assign(event, { blocks: [] }));
    expect(time.hoursOf(plain).map(({ start, end }) => [start, end])).toEqual([
      ["2026-10-24T09:00+02:00", "2026-10-25T18:00+01:00"],
    ]);
  });

  test("a session without an end lasts until the next one in its room", () => {
    const open = without(({ sessions }) => {
      delete sessions[0]?.end;
      sessions.push({
        id: "race",
        kind: "other",
        title: "Race",
        start: "2026-10-24T10:45+02:00",
        end: "2026-10-24T12:00+02:00",
        timePrecision: "exact",
        placeIds: ["shed"],
        order: 3,
      });
    });
    expect(time.spanOf(open, session(open, "briefing"))?.end).toBe("2026-10-24T10:45+02:00");
  });
});

/** Any second from the day before the made-up event to the day after it. */
const anyMoment = fc
  .integer({ min: Date.parse("2026-10-23T00:00Z") / 1000, max: Date.parse("2026-10-28T00:00Z") / 1000 })
  .map((seconds) => new Date(seconds * 1000));

describe("At any moment", () => {
  test("what is on has begun and not ended, and nothing that is on is left out", () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const on = time.at(tide, now).sessions;
        for (const each of time.timedSessions(tide)) {
          const span = time.spanOf(tide, each);
          expect(on.includes(each)).toBe(span !== undefined && time.tenseOf(span, now) === "during");
        }
      }),
    );
  });

  test("what comes next is later than now, and nothing comes before it", () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const next = time.nextAfter(tide, now);
        const starts = time
          .timedSessions(tide)
          .map(({ start }) => Date.parse(start ?? ""))
          .filter((start) => start > now.getTime());
        if (next) expect(Date.parse(next.start)).toBeGreaterThan(now.getTime());
        if (next) expect(Date.parse(next.start)).toBeLessThanOrEqual(Math.min(...starts, Number.POSITIVE_INFINITY));
        else expect(starts).toEqual([]);
      }),
    );
  });

  test("it is in a block, in a pause or in neither, never in both; the day of the programme never runs ahead of the calendar", () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const { block, pause, sessions } = time.at(tide, now);
        expect(block && pause).toBeUndefined();
        if (pause) expect(sessions).toEqual([]);
        expect(time.programmeDate(tide, now) <= time.localDate(tide, now)).toBe(true);
      }),
    );
  });

  test("the clock of any zone shows the same moment", () => {
    const zones = fc.constantFrom(
      "Europe/Copenhagen",
      "Africa/Nairobi",
      "Asia/Kathmandu",
      "America/St_Johns",
      "Pacific/Chatham",
    );
    fc.assert(
      fc.property(anyMoment, zones, (now, zone) => {
        expect(Date.parse(time.inZone(now, zone))).toBe(now.getTime());
      }),
    );
  });

  test("every session with a day is on exactly one", () => {
    const listed = time.days(tide).flatMap(({ sessions }) => sessions.map(({ id }) => id));
    expect(listed.toSorted()).toEqual(
      tide.sessions
        .filter(({ id }) => id !== "drafting")
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});
