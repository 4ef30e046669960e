import type { Block, Session } from "./model.ts";
import { covers, instantOf, isAfter, type Moment, millisecondsOf, type Span } from "./moment.ts";
import type { Programme } from "./programme.ts";
import { keptPer, localDate, whenOf } from "./when.ts";

/**
 * A session that starts before this hour, on a morning after a day of the event, is printed with that day:
 * "Saturday night, 00:50". Nobody's first session of a day starts before five.
 */
const dayTurnsAt = 5;

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

/** Sessions by day of the programme; those without a published day are under `undefined`. */
const sessionsByDate = keptPer((programme) => {
  const byDate = new Map<string | undefined, Session[]>();
  for (const session of programme.sessions) {
    const date = dateOf(programme, session);
    const sameDay = byDate.get(date);
    if (sameDay) sameDay.push(session);
    else byDate.set(date, [session]);
  }
  return byDate;
});

/** The sessions of a day of the programme; on the only day of an event, also those without a published day. */
export function sessionsOn(programme: Programme, date: string): readonly Session[] {
  const dates = datesOf(programme);
  if (dates.length === 1 && dates[0] === date) return programme.sessions;
  return sessionsByDate(programme).get(date) ?? [];
}

/** The day of the programme that a session is on, if published; a child is on the day of its parent. */
export function dateOf(programme: Programme, session: Session): string | undefined {
  const when = whenOf(programme, session);
  if (when.known === "exact") return programmeDate(programme, when.start);
  return when.known === "date" ? when.date : undefined;
}

/** A day of the programme. */
export interface Day {
  readonly date: string;
  readonly blocks: readonly Block[];
  readonly sessions: readonly Session[];
}

/** The days of the programme on which something is, in order. */
export const days = (programme: Programme): readonly Day[] =>
  datesOf(programme).map((date) => ({
    date,
    blocks: blocksOn(programme, date),
    sessions: sessionsOn(programme, date),
  }));

const datesOf = keptPer((programme): readonly string[] => {
  const dates = new Set(programme.event.blocks.map((block) => localDate(programme, block.start)));
  for (const date of sessionsByDate(programme).keys()) if (date !== undefined) dates.add(date);
  if (dates.size === 0) dates.add(localDate(programme, programme.event.start));
  return [...dates].sort();
});
