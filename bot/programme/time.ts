import { Temporal } from "temporal-polyfill";
import { pausesOn } from "./days.ts";
import type { Block, Session } from "./model.ts";
import { covers, inZone, isAfter, type Moment, millisecondsOf, type Span } from "./moment.ts";
import type { Programme } from "./programme.ts";
import { hoursOf, keptPer, localDate, spanOf, timedSessions } from "./when.ts";

export { blocksOn, type Day, dateOf, days, pausesOn, programmeDate, sessionsOn } from "./days.ts";
export { instantOf, inZone, type Moment, type Span, type Tense, tenseOf } from "./moment.ts";
export { hoursOf, localDate, spanOf, timedSessions, type When, whenOf } from "./when.ts";

/** The moment at which the clock of the event shows an hour of a date; an hour that the clocks skip is moved on by the gap. */
export const momentOn = (programme: Programme, date: string, time: string): string =>
  inZone(
    Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: programme.event.timeZone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant(),
    programme.event.timeZone,
  );

/** The span of each of the timed sessions, in milliseconds. */
const spans = keptPer((programme) =>
  timedSessions(programme).flatMap((session) => {
    const span = spanOf(programme, session);
    return span ? [{ session, start: millisecondsOf(span.start), end: millisecondsOf(span.end) }] : [];
  }),
);

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
  const now = millisecondsOf(moment);
  const on = new Set(
    spans(programme).flatMap(({ session, start, end }) => (start <= now && now < end ? [session] : [])),
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
