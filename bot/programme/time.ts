import { Temporal } from "temporal-polyfill";
import type { Block, Session } from "./model.ts";
import { covers, instantOf, inZone, isAfter, type Moment, millisecondsOf, type Span } from "./moment.ts";
import type { Programme } from "./programme.ts";

export { instantOf, inZone, type Moment, type Span, type Tense, tenseOf } from "./moment.ts";

/** When something is, as far as it is published. Times are instants; views print them in the event's zone. */
export type When =
  | { readonly known: "exact"; readonly start: string; readonly end?: string }
  | { readonly known: "date"; readonly date: string }
  /** It has no time of its own: only the hours in which the event is in session are known. */
  | { readonly known: "event-hours"; readonly blocks: readonly Block[] };

/**
 * A session that starts before this hour, on a morning after a day of the event, is printed with that day:
 * "Saturday night, 00:50". Nobody's first session of a day starts before five.
 */
const dayTurnsAt = 5;

/** The calendar date in the event's zone, as `2024-07-15`. */
export const localDate = (programme: Programme, moment: Moment): string =>
  instantOf(moment).toZonedDateTimeISO(programme.event.timeZone).toPlainDate().toString();

/** The start of an hour-and-minute of a date on the event's clock; a time that the clocks skip is moved on by the gap. */
export const momentOn = (programme: Programme, date: string, time: string): string =>
  inZone(
    Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: programme.event.timeZone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant(),
    programme.event.timeZone,
  );

/** The hours in which the event is in session: its blocks, or the whole of it if none are published. */
export function hoursOf(programme: Programme): readonly Block[] {
  const { blocks, start, end } = programme.event;
  return blocks.length > 0
    ? [...blocks].sort((a, b) => millisecondsOf(a.start) - millisecondsOf(b.start))
    : [{ id: "event", part: "day", start, end }];
}

/** When a session is, as far as it or the session it belongs to has a published time. */
export function whenOf(programme: Programme, session: Session): When {
  const { timePrecision, start, end } = session;
  if (timePrecision === "exact" && start) return end ? { known: "exact", start, end } : { known: "exact", start };
  if (timePrecision === "date" && start) return { known: "date", date: localDate(programme, start) };
  const parent = session.parentId ? programme.sessionById.get(session.parentId) : undefined;
  if (timePrecision === "parent" && parent) return whenOf(programme, parent);
  return { known: "event-hours", blocks: hoursOf(programme) };
}

/** Kept per programme, which is immutable: sorting thousands of sessions for every question would show. */
const timed = new WeakMap<Programme, readonly Session[]>();

/** Sessions with a time of their own that take place, by start, then as in the programme. */
export function timedSessions(programme: Programme): readonly Session[] {
  const kept = timed.get(programme);
  if (kept) return kept;
  const sessions = programme.sessions
    .flatMap((session) =>
      session.timePrecision === "exact" && session.start && session.status !== "cancelled"
        ? [{ session, start: millisecondsOf(session.start) }]
        : [],
    )
    .sort((a, b) => a.start - b.start)
    .map(({ session }) => session);
  timed.set(programme, sessions);
  return sessions;
}

/**
 * From when to when a session with a time of its own is on. If its end is not published, it lasts until the next one
 * in the same place, its parent's end, the end of the block, or the end of the event, whichever is first.
 */
export function spanOf(programme: Programme, session: Session): Span | undefined {
  const { start, end } = session;
  if (session.timePrecision !== "exact" || !start) return undefined;
  if (end) return { start, end };
  const parent = session.parentId ? programme.sessionById.get(session.parentId) : undefined;
  const nextInPlace = timedSessions(programme).find(
    (other) => isAfter(other.start, start) && other.placeIds.some((id) => session.placeIds.includes(id)),
  );
  const block = programme.event.blocks.find((each) => covers(each, start));
  const ends = [nextInPlace?.start, parent?.end, block?.end, programme.event.end].filter((each) =>
    isAfter(each, start),
  );
  return { start, end: ends.reduce<string>((a, b) => (isAfter(a, b) ? (b ?? a) : a), programme.event.end) };
}

/** The day of the programme that a moment belongs to: what ends after midnight belongs to the evening before. */
export function programmeDate(programme: Programme, moment: Moment): string {
  const { event } = programme;
  const block = event.blocks.find((each) => covers(each, moment));
  if (block) return localDate(programme, block.start);
  const local = instantOf(moment).toZonedDateTimeISO(event.timeZone);
  const dayBefore = local.toPlainDate().subtract({ days: 1 }).toString();
  const belongsToEvening = local.hour < dayTurnsAt && dayBefore >= localDate(programme, event.start);
  return belongsToEvening ? dayBefore : local.toPlainDate().toString();
}

/** The blocks of a day of the programme, as `2024-07-15`, in order. */
export const blocksOn = (programme: Programme, date: string): readonly Block[] =>
  programme.event.blocks
    .filter((block) => localDate(programme, block.start) === date)
    .sort((a, b) => millisecondsOf(a.start) - millisecondsOf(b.start));

/** The pauses between the blocks of a day: where one ends before the next one starts. */
export function pausesOn(programme: Programme, date: string): readonly Span[] {
  const pauses: Span[] = [];
  let end: string | undefined;
  for (const block of blocksOn(programme, date)) {
    if (end !== undefined && isAfter(block.start, end)) pauses.push({ start: end, end: block.start });
    if (end === undefined || isAfter(block.end, end)) end = block.end;
  }
  return pauses;
}

/** The sessions of a day of the programme. Those without a published day are on every day's list of a one-day event. */
export function sessionsOn(programme: Programme, date: string): readonly Session[] {
  const dates = new Set([
    programmeDate(programme, programme.event.start),
    ...programme.event.blocks.map((block) => localDate(programme, block.start)),
  ]);
  return programme.sessions.filter((session) => {
    const on = dateOf(programme, session);
    return on === undefined ? dates.size === 1 && dates.has(date) : on === date;
  });
}

/** The day of the programme that a session is on, if published; a child is on the day of its parent. */
export function dateOf(programme: Programme, session: Session): string | undefined {
  const when = whenOf(programme, session);
  if (when.known === "exact") return programmeDate(programme, when.start);
  return when.known === "date" ? when.date : undefined;
}

/** What is on at a moment. */
export interface OnAt {
  /** Sessions with times of their own, parents before their children; breaks and social hours included. */
  readonly sessions: readonly Session[];
  readonly block?: Block;
  /** Set between two blocks of a day when no session is on. */
  readonly pause?: Span;
}

/** What is on at a moment, ends being exclusive: sessions with known times, and the block or the pause it falls into. */
export function at(programme: Programme, moment: Moment): OnAt {
  const on = new Set(
    timedSessions(programme).filter((session) => {
      const span = spanOf(programme, session);
      return span !== undefined && covers(span, moment);
    }),
  );
  const sessions = programme.sessions.filter((session) => on.has(session));
  const block = programme.event.blocks.find((each) => covers(each, moment));
  if (block) return { sessions, block };
  if (sessions.length > 0) return { sessions };
  const pause = pausesOn(programme, localDate(programme, moment)).find((each) => covers(each, moment));
  return pause ? { sessions, pause } : { sessions };
}

/** What comes next: the sessions that share the next start, or the next block if no session in it has a time. */
export type NextUp =
  | { readonly sessions: readonly Session[]; readonly start: string }
  | { readonly block: Block; readonly start: string };

/** What starts next, strictly after a moment; undefined when nothing does. */
export function nextAfter(programme: Programme, moment: Moment): NextUp | undefined {
  const now = millisecondsOf(moment);
  const later = timedSessions(programme).flatMap((session) =>
    session.start && millisecondsOf(session.start) > now ? [{ session, start: session.start }] : [],
  );
  const first = later[0];
  const block = hoursOf(programme).find((each) => millisecondsOf(each.start) > now);
  if (!first || (block && !isAfter(block.end, first.start))) return block && { block, start: block.start };
  const sharing = later.filter(({ start }) => !isAfter(start, first.start)).map(({ session }) => session);
  return { sessions: programme.sessions.filter((session) => sharing.includes(session)), start: first.start };
}

/** A day of the programme. */
export interface Day {
  readonly date: string;
  readonly blocks: readonly Block[];
  readonly sessions: readonly Session[];
}

/** The days of the programme on which something is, in order. */
export function days(programme: Programme): readonly Day[] {
  const dates = new Set(programme.event.blocks.map((block) => localDate(programme, block.start)));
  for (const session of programme.sessions) {
    const date = dateOf(programme, session);
    if (date !== undefined) dates.add(date);
  }
  if (dates.size === 0) dates.add(localDate(programme, programme.event.start));
  return [...dates]
    .sort()
    .map((date) => ({ date, blocks: blocksOn(programme, date), sessions: sessionsOn(programme, date) }));
}
