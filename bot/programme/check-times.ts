import { Temporal } from "temporal-polyfill";
import type { Session } from "./model.ts";
import { inZone, isAfter } from "./moment.ts";
import { type Problem, shown } from "./problems.ts";
import type { FileName, Readable } from "./shape.ts";

/** Zones are real; times exist, carry the offset their zone has at that moment, are in order and within the event. */
export function checkTimes(data: Readable): Problem[] {
  const { event } = data;
  const problems: Problem[] = [];
  const report = (file: FileName, path: string, says: string) => problems.push({ file, path, says });

  for (const { row, path } of data.places)
    if (row.timeZone !== undefined && !isZone(row.timeZone))
      report("places", `${path}.timeZone`, notAZone(row.timeZone));
  if (!event) return problems;

  const eventZone = isZone(event.timeZone) ? event.timeZone : undefined;
  if (!eventZone) report("event", ".timeZone", notAZone(event.timeZone));

  /** Whether the time can be compared with others. */
  const time = (file: FileName, path: string, value: string | undefined, zones: readonly string[]): boolean => {
    if (value === undefined) return false;
    if (!isMoment(value)) {
      report(file, path, `must be a day and an hour that exist, got ${shown(value)}`);
      return false;
    }
    const [zone] = zones;
    if (zone && !zones.some((each) => hasOffsetOf(value, each)))
      report(
        file,
        path,
        `must carry the offset of ${zone} on that day, such as ${onClockOf(value, zone)}, got ${shown(value)}`,
      );
    return true;
  };
  const zonesOf = (session: Session): readonly string[] => {
    const own = data.places.flatMap(({ row }) =>
      session.placeIds.includes(row.id) && row.timeZone && isZone(row.timeZone) ? [row.timeZone] : [],
    );
    return eventZone ? [eventZone, ...own] : [];
  };
  /** Ends after it starts, and lies within the event. */
  const span = (
    file: FileName,
    path: string,
    { start, end }: { start?: string | undefined; end?: string | undefined },
    zones: readonly string[],
  ) => {
    const known = [time(file, `${path}.start`, start, zones), time(file, `${path}.end`, end, zones)];
    if (known.every(Boolean) && !isAfter(end, start))
      report(file, `${path}.end`, `must be after its start ${start}, got ${shown(end)}`);
    if (path === "" || !isMoment(event.start) || !isMoment(event.end)) return;
    if (known[0] && (isAfter(event.start, start) || !isAfter(event.end, start)))
      report(file, `${path}.start`, `must be within the event (${event.start} to ${event.end}), got ${shown(start)}`);
    if (known[1] && isAfter(end, event.end))
      report(file, `${path}.end`, `must be within the event (${event.start} to ${event.end}), got ${shown(end)}`);
  };

  span("event", "", event, eventZone ? [eventZone] : []);
  for (const [index, block] of event.blocks.entries())
    span("event", `.blocks[${index}]`, block, eventZone ? [eventZone] : []);
  for (const { row, path } of data.sessions) {
    span("sessions", path, row, zonesOf(row));
    time("sessions", `${path}.previousStart`, row.previousStart, zonesOf(row));
    const says = precisionProblem(row);
    if (says) report("sessions", `${path}.timePrecision`, says);
    if (row.previousStart && row.status !== "moved" && row.status !== "cancelled")
      report(
        "sessions",
        `${path}.status`,
        `must be moved or cancelled when there is a previousStart, got ${shown(row.status)}`,
      );
  }
  return problems;
}

function precisionProblem({ timePrecision, start, end, parentId }: Session): string | undefined {
  const got = `got ${shown(timePrecision)}`;
  if (timePrecision === "exact" || timePrecision === "date")
    return start ? undefined : `must be parent or none when there is no start, ${got}`;
  if (start || end) return `must be exact or date when there is a start or an end, ${got}`;
  return timePrecision === "parent" && !parentId ? `must be none when there is no parentId, ${got}` : undefined;
}

const notAZone = (value: string) => `must be an IANA time zone such as Europe/Vienna, got ${shown(value)}`;

/** Offsets such as `+02:00` are no zones: they know nothing of summer time. */
function isZone(value: string): boolean {
  if (/^[+-]/.test(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: value }));
  } catch {
    return false;
  }
}

function isMoment(value: string): boolean {
  try {
    return Boolean(Temporal.Instant.from(value));
  } catch {
    return false;
  }
}

const hasOffsetOf = (value: string, zone: string): boolean =>
  inZone(value, zone).slice(-6) === value.slice(-6).replace(/^.*Z$/, "+00:00");

/** The same hour on the zone's own clock, with its offset: most wrong offsets were copied from another season. */
function onClockOf(value: string, zone: string): string {
  const zoned = Temporal.PlainDateTime.from(value.replace(/([+-]\d\d:\d\d|Z)$/, "")).toZonedDateTime(zone);
  return zoned.toString({ timeZoneName: "never", smallestUnit: "minute" });
}
