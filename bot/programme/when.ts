import type { Block, Session } from "./model.ts";
import { covers, instantOf, isAfter, type Moment, millisecondsOf, type Span } from "./moment.ts";
import type { Programme } from "./programme.ts";

/** When something is, as far as it is published. Times are instants; views print them in the event's zone. */
export type When =
  | { readonly known: "exact"; readonly start: string; readonly end?: string }
  | { readonly known: "date"; readonly date: string }
  /** It has no time of its own: only the hours in which the event is in session are known. */
  | { readonly known: "event-hours"; readonly blocks: readonly Block[] };

/** Worked out once per programme, which is immutable: doing it for every question would show in large ones. */
export function keptPer<Found>(find: (programme: Programme) => Found): (programme: Programme) => Found {
  const kept = new WeakMap<Programme, { readonly found: Found }>();
  return (programme) => {
    const { found } = kept.get(programme) ?? { found: find(programme) };
    kept.set(programme, { found });
    return found;
  };
}

/** The calendar date in the event's zone, as `2024-07-15`. */
export const localDate = (programme: Programme, moment: Moment): string =>
  instantOf(moment).toZonedDateTimeISO(programme.event.timeZone).toPlainDate().toString();

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

/** Sessions with a time of their own that take place, by start, then as in the programme. */
export const timedSessions = keptPer((programme): readonly Session[] =>
  programme.sessions
    .flatMap((session) =>
      session.timePrecision === "exact" && session.start && session.status !== "cancelled"
        ? [{ session, start: millisecondsOf(session.start) }]
        : [],
    )
    .sort((a, b) => a.start - b.start)
    .map(({ session }) => session),
);

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
