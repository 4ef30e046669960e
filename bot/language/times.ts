import { Temporal } from "temporal-polyfill";
import cities from "./cities.json" with { type: "json" };
import { isolated } from "./format.ts";
import type { Language } from "./languages.ts";
import { printed, words } from "./words.ts";

/** A stretch of time as instants; without an end, only its start is published. */
export interface Stretch {
  readonly start: string;
  readonly end?: string;
}

/** What a clock on the wall shows. */
interface Shown {
  readonly time: string;
  /** `2024-07-15`. */
  readonly date: string;
}

/** Zone arithmetic is slow and the same few hundred times are printed all day: kept, and dropped when too many. */
const shown = new Map<string, Shown>();

function onClock(instant: string, timeZone: string): Shown {
  const key = `${instant} ${timeZone}`;
  const known = shown.get(key);
  if (known) return known;
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const made = { time: local.toPlainTime().toString({ smallestUnit: "minute" }), date: local.toPlainDate().toString() };
  if (shown.size >= 5_000) shown.clear();
  shown.set(key, made);
  return made;
}

/** "10:00" on the zone's clock. */
export const clock = (instant: string, timeZone: string): string => onClock(instant, timeZone).time;

/** The calendar date on the zone's clock, as `2024-07-15`. */
export const dateOn = (instant: string, timeZone: string): string => onClock(instant, timeZone).date;

/** "10:00–13:00", "22:00–01:00 (+1 day)", or "10:00" when no end is published. */
export function range(language: Language, { start, end }: Stretch, timeZone: string): string {
  const from = clock(start, timeZone);
  if (end === undefined) return from;
  const shift = dayShift(language, dateOn(start, timeZone), dateOn(end, timeZone));
  const stretch = words(language)("time.range", { start: from, end: clock(end, timeZone) });
  return shift === "" ? stretch : language === "zh" ? stretch + shift : `${stretch} ${shift}`;
}

/** Formats dates, which have no zone: they are read as noon UTC, which is that date. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** As the United Nations write months, so that readers of every Arab country know them. */
const arabicMonths = [
  "كانون الثاني/يناير",
  "شباط/فبراير",
  "آذار/مارس",
  "نيسان/أبريل",
  "أيار/مايو",
  "حزيران/يونيه",
  "تموز/يوليه",
  "آب/أغسطس",
  "أيلول/سبتمبر",
  "تشرين الأول/أكتوبر",
  "تشرين الثاني/نوفمبر",
  "كانون الأول/ديسمبر",
] as const;

function dated(language: Language, kind: "long" | "short" | "weekday", date: string): string {
  const key = `${language} ${kind}`;
  let format = formats.get(key);
  if (!format) {
    const options: Intl.DateTimeFormatOptions =
      kind === "long"
        ? { day: "numeric", month: "long", year: "numeric" }
        : kind === "short"
          ? { day: "numeric", month: "long" }
          : { weekday: "long" };
    format = new Intl.DateTimeFormat(printed[language], { ...options, timeZone: "UTC" });
    formats.set(key, format);
  }
  if (language === "ar" && kind !== "weekday")
    return format
      .format(Date.parse(`${date}T12:00:00Z`))
      .replace(/\p{Script=Arabic}+/u, (month) => arabicMonths[Number(date.slice(5, 7)) - 1] ?? month);
  // Russian prints "2024 г.", whose full stop would end our sentence.
  return format.format(Date.parse(`${date}T12:00:00Z`)).replace(/\s?г\.$/u, " года");
}

/** "Monday 15 July 2024". */
export const longDay = (language: Language, date: string): string =>
  words(language)("day.long", { weekday: dated(language, "weekday", date), date: dated(language, "long", date) });

/** "Monday 15 July": where the year goes without saying. */
export const shortDay = (language: Language, date: string): string =>
  words(language)("day.long", { weekday: dated(language, "weekday", date), date: dated(language, "short", date) });

/** A date alone: "15 July 2024". */
export const plainDate = (language: Language, date: string): string => dated(language, "long", date);

/** "on Monday 15 July 2024" or "from 12 May to 14 May 2026". */
export function period(language: Language, first: string, last: string): string {
  const say = words(language);
  if (first === last) return say("day.on", { day: longDay(language, first) });
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  // Chinese writes the year first, so there it is the later date that can do without.
  const yearFirst = language === "zh";
  return say("day.span", {
    start: dated(language, sameYear && !yearFirst ? "short" : "long", first),
    end: dated(language, sameYear && yearFirst ? "short" : "long", last),
  });
}

/** "(+1 day)": how far the second date is from the first; empty on the same day. */
export function dayShift(language: Language, from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  if (days === 0) return "";
  return words(language)(days > 0 ? "day.later" : "day.earlier", { count: Math.abs(days) });
}

interface City {
  readonly names: Readonly<Partial<Record<Language, string>>>;
  /** Whole phrases where "… time" is not simply the pattern around the name. */
  readonly time?: Readonly<Partial<Record<Language, string>>>;
}

const known: Readonly<Record<string, City>> = cities;

/** The city a zone is named after, in the reader's language where we know it. */
export function city(language: Language, timeZone: string): string {
  const bare = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  return known[timeZone]?.names[language] ?? isolated(language, bare);
}

const isUniversal = (timeZone: string): boolean => /^(Etc\/)?(UTC|GMT|UCT|Zulu)$/i.test(timeZone);

/** "Vienna time". */
export function zoneName(language: Language, timeZone: string): string {
  if (isUniversal(timeZone)) return isolated(language, "UTC");
  const phrase = known[timeZone]?.time?.[language];
  return phrase ?? words(language)("zone.time", { city: city(language, timeZone) });
}

/** Whether clocks in both zones show the same at these instants: then one of them is enough. */
export const sameClock = (instants: readonly string[], a: string, b: string): boolean =>
  a === b || instants.every((each) => clock(each, a) === clock(each, b) && dateOn(each, a) === dateOn(each, b));
