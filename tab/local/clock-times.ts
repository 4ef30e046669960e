import { Temporal } from "temporal-polyfill";

/** What the page knows of the event; see `bot/channels/local/gateway.ts`. */
export interface EventTimes {
  readonly timeZone: string;
  readonly start: string;
  readonly end: string;
  readonly blocks: readonly { readonly start: string; readonly end: string }[];
}

/** A time the clock offers: one of the page's own words, or the time of day itself. */
export interface ClockTime {
  readonly key: "dayBefore" | "midMorning" | "lunch" | "afternoon" | "dayAfter";
  readonly at: string;
}

const instant = (iso: string) => Temporal.Instant.from(iso);
const later = (iso: string, minutes: number) => instant(iso).add({ minutes }).toString();

/** The day before · into the first half-day · lunch · into the last half-day of that day · the day after. */
export function clockTimes({ timeZone, start, end, blocks }: EventTimes): ClockTime[] {
  const dayOf = (iso: string) => instant(iso).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const firstDay = blocks.filter((block) => dayOf(block.start) === dayOf(start));
  const [first] = firstDay;
  const last = firstDay.at(-1);
  const zoned = (iso: string) => instant(iso).toZonedDateTimeISO(timeZone);
  const times: ClockTime[] = [
    { key: "dayBefore", at: zoned(start).subtract({ days: 1 }).toInstant().toString() },
    { key: "midMorning", at: later(first?.start ?? start, 40) },
  ];
  if (first && last && first !== last) {
    const next = firstDay[1]?.start ?? last.start;
    const minutes = instant(next).since(instant(first.end)).total("minutes");
    if (minutes > 0) times.push({ key: "lunch", at: later(first.end, Math.floor(minutes / 2)) });
    times.push({ key: "afternoon", at: later(last.start, 60) });
  }
  const morning = zoned(start).toPlainTime();
  times.push({ key: "dayAfter", at: zoned(end).add({ days: 1 }).withPlainTime(morning).toInstant().toString() });
  return times;
}

export type Phase = "before" | "during" | "after";

/** Where an instant lies: between half-days of the same event is still during. */
export function phaseAt(now: string, { start, end }: EventTimes): Phase {
  const at = instant(now);
  if (Temporal.Instant.compare(at, instant(start)) < 0) return "before";
  return Temporal.Instant.compare(at, instant(end)) < 0 ? "during" : "after";
}

/** The instant of a wall-clock time such as `2024-07-15T10:40` at the venue. */
export const instantAt = (wallClock: string, timeZone: string): string =>
  Temporal.PlainDateTime.from(wallClock).toZonedDateTime(timeZone).toInstant().toString();

/** `2024-07-15T10:40` at the venue, as date fields want it. */
export const wallClockAt = (iso: string, timeZone: string): string =>
  instant(iso).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
