import type { Document, Place, Session } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import {
  at,
  blocksOn,
  dateOf,
  days,
  hoursOf,
  instantOf,
  localDate,
  momentOn,
  nextAfter,
  pausesOn,
  programmeDate,
  sessionsOn,
  tenseOf,
  timedSessions,
} from "../programme/time.ts";
import type { Frame, Narrowing } from "../question/frame.ts";
import type { Answer, SessionFacts, Unpublished, Upcoming } from "./answer.ts";
import { eventSpans, eventTense, sessionFacts } from "./facts.ts";

const missing = (asked: Unpublished, nearby?: Answer): Answer => ({
  kind: "not-published",
  asked,
  ...(nearby ? { nearby } : {}),
});

const hours = (programme: Programme, now: string): Answer => ({
  kind: "event-time",
  aspect: "hours",
  tense: eventTense(programme, now),
});

const placesOf = (programme: Programme, kind: Place["kind"]) => programme.places.filter((place) => place.kind === kind);

const guidance = (programme: Programme): readonly Document[] =>
  programme.documents.filter(({ kind }) => kind === "guidance");

/** The day that is meant when none is said: today if it is a day of the event, else the first. */
function dayMeant(programme: Programme, narrowing: Narrowing, now: string): string {
  const all = days(programme);
  const today = programmeDate(programme, now);
  return (
    narrowing.date ??
    (all.some(({ date }) => date === today) ? today : (all[0]?.date ?? localDate(programme, programme.event.start)))
  );
}

const isEventDay = (programme: Programme, date: string) => days(programme).some((day) => day.date === date);

function upcoming(programme: Programme, moment: string): Upcoming | undefined {
  const next = nextAfter(programme, moment);
  if (!next) return undefined;
  return "block" in next
    ? next
    : { start: next.start, sessions: next.sessions.map((session) => sessionFacts(programme, session)) };
}

/** What is on at a moment on the venue's clock. */
function atMoment(programme: Programme, moment: string, said: "now" | "time", now: string): Answer {
  const on = at(programme, moment);
  const day = localDate(programme, moment);
  const timed = timedSessions(programme).some((session) => dateOf(programme, session) === day);
  const next = upcoming(programme, moment);
  const deepest = on.sessions.filter((session) => !on.sessions.some((other) => other.parentId === session.id));
  return {
    kind: "at",
    moment: said,
    at: moment,
    sessions: deepest.map((session) => sessionFacts(programme, session)),
    // Where sessions have times, a gap between them is a gap, whatever the hours of the half-day.
    ...(on.block && !timed ? { block: on.block } : {}),
    ...(on.pause ? { pause: on.pause } : {}),
    ...(next ? { next } : {}),
    tense: eventTense(programme, now),
  };
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** A break that begins between eleven and three on the venue's clock. */
function isMidday(programme: Programme, session: Session): boolean {
  if (!session.start) return false;
  const { hour } = instantOf(session.start).toZonedDateTimeISO(programme.event.timeZone);
  return hour >= 11 && hour < 15;
}

const length = ({ start, end }: Session) => (start && end ? Date.parse(end) - Date.parse(start) : 0);

/** The midday break: a session that is one, else the pause between two blocks. */
function lunch(programme: Programme, narrowing: Narrowing, now: string): Answer {
  const date = dayMeant(programme, narrowing, now);
  const pause = pausesOn(programme, date)[0];
  const meal = programme.sessions
    .filter(
      (session) => session.kind === "break" && dateOf(programme, session) === date && isMidday(programme, session),
    )
    .sort((x, y) => length(y) - length(x))[0];
  const start = meal?.start ?? pause?.start;
  const end = meal?.end ?? pause?.end;
  if (!start || !end) return missing({ attribute: "break" }, hours(programme, now));
  return {
    kind: "break",
    start,
    end,
    aspect: narrowing.relation === "after" ? "after" : "hours",
    tense: tenseOf({ start, end }, now),
  };
}

/** The midday break when it is asked for or the only one; else all breaks, or what follows one. */
function breaks(programme: Programme, narrowing: Narrowing, now: string): Answer {
  const date = dayMeant(programme, narrowing, now);
  const scheduled = programme.sessions.filter(
    (session) => session.kind === "break" && dateOf(programme, session) === date,
  );
  if (!narrowing.lunch && scheduled.length > 1)
    return {
      kind: "sessions",
      sessions: scheduled.map((session) => sessionFacts(programme, session)),
      filter: { date, sessionKind: "break" },
      counted: false,
      tense: eventTense(programme, now),
    };
  const timed = timedSessions(programme).some((session) => dateOf(programme, session) === date);
  if (narrowing.relation === "after" && timed) return sessionsWithin(programme, { date, part: "afternoon" }, now);
  return lunch(programme, narrowing, now);
}

/** When a day of several begins and ends. */
function hoursOfDay(programme: Programme, date: string, aspect: "hours" | "start" | "end", now: string): Answer {
  if (!isEventDay(programme, date)) return missing({ attribute: "day", date }, hours(programme, now));
  const blocks = blocksOn(programme, date);
  const block = aspect === "end" ? blocks.at(-1) : blocks[0];
  if (!block || aspect === "hours") return sessionsWithin(programme, { date }, now);
  return { kind: "block", block, aspect, tense: tenseOf(block, now) };
}

function withinPart(
  programme: Programme,
  narrowing: Narrowing,
  now: string,
  aspect: "hours" | "start" | "end",
): Answer | undefined {
  if (narrowing.part === undefined) return undefined;
  const block = blocksOn(programme, dayMeant(programme, narrowing, now)).find(({ part }) => part === narrowing.part);
  if (block) return { kind: "block", block, aspect, tense: tenseOf(block, now) };
  return undefined;
}

/** Sessions of a day or a part of it. */
function sessionsWithin(programme: Programme, narrowing: Narrowing, now: string): Answer {
  const date =
    narrowing.date ??
    (narrowing.part !== undefined || narrowing.minutes !== undefined ? dayMeant(programme, narrowing, now) : undefined);
  if (date !== undefined && !isEventDay(programme, date))
    return missing({ attribute: "day", date }, hours(programme, now));
  const block =
    date !== undefined && narrowing.part !== undefined
      ? blocksOn(programme, date).find(({ part }) => part === narrowing.part)
      : undefined;
  const ofDay = new Set((date === undefined ? programme.sessions : sessionsOn(programme, date)).map(({ id }) => id));
  const inPart = (facts: SessionFacts): boolean => {
    if (!block) return true;
    if (facts.when.known !== "exact") return true;
    const start = Date.parse(facts.when.start);
    return start >= Date.parse(block.start) && start < Date.parse(block.end);
  };
  const top = programme.sessions.filter(
    (session) => ofDay.has(session.id) && !(session.parentId && ofDay.has(session.parentId)),
  );
  const sessions = top.map((session) => sessionFacts(programme, session)).filter(inPart);
  // Where single sessions have no times, a half-day is known by its hours alone.
  if (block && !sessions.some(({ when }) => when.known === "exact"))
    return { kind: "block", block, aspect: "hours", tense: tenseOf(block, now) };
  const paper = programme.documents.find(({ kind }) => kind === "programme");
  if (sessions.length === 0) return missing({ attribute: "sessions" }, hours(programme, now));
  return {
    kind: "agenda",
    sessions,
    filter: { ...(date ? { date } : {}), ...(block ? { block } : {}) },
    ...(paper ? { programme: paper } : {}),
    tense: date ? tenseOf(daySpan(programme, date), now) : eventTense(programme, now),
  };
}

function daySpan(programme: Programme, date: string) {
  const blocks = blocksOn(programme, date);
  return {
    start: blocks[0]?.start ?? momentOn(programme, date, "00:00"),
    end: blocks.at(-1)?.end ?? momentOn(programme, date, "23:59"),
  };
}

function joining(programme: Programme, aspect: "how" | "link" | "platform", now: string): Answer {
  const virtual = placesOf(programme, "virtual")[0];
  if (!virtual) return missing({ attribute: "online" }, venue(programme, "room", false));
  const papers = guidance(programme);
  const remote = papers.filter((paper) => /remote|online|virtual/i.test(JSON.stringify([paper.title, paper.id])));
  return {
    kind: "joining",
    aspect,
    virtual,
    guidance: remote.length > 0 ? remote : papers,
    tense: eventTense(programme, now),
  };
}

function venue(
  programme: Programme,
  aspect: "room" | "venue" | "address",
  addressAsked: boolean,
  placeId?: string,
): Answer {
  const named = placeId ? programme.placeById.get(placeId) : undefined;
  const used = new Set(programme.sessions.flatMap(({ placeIds }) => placeIds));
  const rooms = placesOf(programme, "room");
  const inUse = rooms.filter(({ id }) => used.has(id));
  const building = placesOf(programme, "venue")[0];
  if (rooms.length === 0 && !building) return missing({ attribute: "session-place" }, undefined);
  return {
    kind: "venue",
    aspect,
    rooms: named?.kind === "room" ? [named] : inUse.length > 0 ? inUse : rooms,
    ...(building ? { venue: building } : {}),
    addressAsked,
  };
}

/** Answers what is asked of the event as a whole. */
export function aboutEvent(frame: Frame, programme: Programme, now: string): Answer {
  const { narrowing } = frame;
  const { event } = programme;
  const tense = eventTense(programme, now);
  const eventTime = (aspect: "date" | "hours" | "start" | "end" | "duration"): Answer => {
    // "Is it on Tuesday?" is answered by the day it is on.
    return { kind: "event-time", aspect, tense };
  };
  switch (frame.attribute) {
    case "date":
      return eventTime("date");
    case "hours":
    case "start":
    case "end":
      if (narrowing.lunch) return lunch(programme, narrowing, now);
      if (narrowing.date !== undefined && narrowing.part === undefined && days(programme).length > 1)
        return hoursOfDay(programme, narrowing.date, frame.attribute, now);
      return withinPart(programme, narrowing, now, frame.attribute) ?? eventTime(frame.attribute);
    case "duration":
      return withinPart(programme, narrowing, now, "hours") ?? eventTime("duration");
    case "break":
      return breaks(programme, narrowing, now);
    case "agenda":
    case "sessions":
      return sessionsWithin(programme, narrowing, now);
    case "at": {
      const date = dayMeant(programme, narrowing, now);
      if (!isEventDay(programme, date)) return missing({ attribute: "day", date }, hours(programme, now));
      return atMoment(programme, momentOn(programme, date, clock(narrowing.minutes ?? 0)), "time", now);
    }
    case "now":
      return atMoment(programme, now, "now", now);
    case "next": {
      const next = upcoming(programme, now);
      return { kind: "next", at: now, ...(next ? { next } : {}), tense };
    }
    case "changes": {
      const changed = programme.sessions.filter(({ status }) => status === "moved" || status === "cancelled");
      if (changed.length === 0) return sessionsWithin(programme, {}, now);
      return {
        kind: "sessions",
        sessions: changed.map((session) => sessionFacts(programme, session)),
        filter: {},
        counted: false,
        tense,
      };
    }
    case "missed": {
      const over = programme.sessions.filter(
        (session) => session.start && session.end && Date.parse(session.end) <= Date.parse(now),
      );
      const left = programme.documents.filter(({ kind }) =>
        ["summary", "report", "background", "presentation", "decision"].includes(kind),
      );
      return {
        kind: "missed",
        sessions: over.map((session) => sessionFacts(programme, session)),
        blocks: hoursOf(programme).filter(({ end }) => Date.parse(end) <= Date.parse(now)),
        documents: left,
        tense,
      };
    }
    case "venue":
    case "where":
      return venue(programme, "venue", false, narrowing.placeId);
    case "room":
      return venue(programme, "room", false, narrowing.placeId);
    case "address":
      return venue(programme, "address", true, narrowing.placeId);
    case "mode": {
      const virtual = placesOf(programme, "virtual")[0];
      return { kind: "mode", rooms: placesOf(programme, "room"), ...(virtual ? { virtual } : {}), tense };
    }
    case "join":
      return joining(programme, "how", now);
    case "link":
      return joining(programme, "link", now);
    case "platform":
      return joining(programme, "platform", now);
    case "language":
      return { kind: "event-language", tense };
    case "legal-basis":
      return event.legalBasis
        ? { kind: "legal-basis" }
        : missing({ attribute: "legal-basis" }, { kind: "overview", tense });
    case "audience":
      return event.audience ? { kind: "audience" } : missing({ attribute: "audience" }, { kind: "overview", tense });
    case "organizers": {
      const organizations = event.organizers.flatMap((id) => programme.organizationById.get(id) ?? []);
      return organizations.length > 0
        ? { kind: "organizers", organizations }
        : missing({ attribute: "organizers" }, { kind: "overview", tense });
    }
    case "zone-time":
      return {
        kind: "zone-time",
        timeZone: narrowing.timeZone ?? event.timeZone,
        ...(narrowing.zoneName ? { place: narrowing.zoneName } : {}),
        spans: zoneSpans(programme, narrowing, now),
        tense,
      };
    default:
      return { kind: "overview", tense };
  }
}

function zoneSpans(programme: Programme, narrowing: Narrowing, now: string) {
  const date = dayMeant(programme, narrowing, now);
  if (narrowing.minutes !== undefined) return [{ start: momentOn(programme, date, clock(narrowing.minutes)) }];
  const block = narrowing.part && blocksOn(programme, date).find(({ part }) => part === narrowing.part);
  return block ? [{ start: block.start, end: block.end }] : eventSpans(programme);
}
