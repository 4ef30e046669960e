import { Temporal } from "temporal-polyfill";
import { documentKinds, roles, sessionKinds } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import { keptPer } from "../programme/when.ts";
import type { Features } from "./features.ts";
import type { Narrowing } from "./frame.ts";
import type { Mark } from "./marks.ts";
import { heardZone } from "./world.ts";

type Day = Extract<Mark, { type: "day" }>;

/** The days of the event, first to last, as `YYYY-MM-DD` on the venue's calendar. */
export const eventDays = keptPer((programme): readonly string[] => {
  const { start, end, timeZone } = programme.event;
  const first = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone).toPlainDate();
  const last = Temporal.Instant.from(end).toZonedDateTimeISO(timeZone).subtract({ seconds: 1 }).toPlainDate();
  const days: string[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0 && days.length < 60; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days.length > 0 ? days : [first.toString()];
});

function dateOf(features: Features, programme: Programme, now: string): string | undefined {
  const days = eventDays(programme);
  // Zone arithmetic is slow, and few questions say a date.
  const today = () => Temporal.Instant.from(now).toZonedDateTimeISO(programme.event.timeZone).toPlainDate();
  const complete = ({ day, month, year }: Omit<Day, "type">) => {
    const firstDay = Temporal.PlainDate.from(days[0] ?? today().toString());
    try {
      return Temporal.PlainDate.from(
        { year: year ?? firstDay.year, month: month ?? firstDay.month, day },
        { overflow: "reject" },
      ).toString();
    } catch {
      return undefined;
    }
  };
  const figure = features.marks("day")[0];
  if (figure) return complete(figure);
  const month = Array.from({ length: 12 }, (_, i) => i + 1).find((m) => features.has(`month:${m}`));
  if (month !== undefined) {
    const tag = features.of(`month:${month}`)[0];
    const near = features.numerals.find(
      (numeral) =>
        numeral.value <= 31 && tag && Math.min(Math.abs(numeral.from - tag.to), Math.abs(tag.from - numeral.to)) <= 1,
    );
    if (near) return complete({ day: near.value, month });
  }
  const withDay = features.numerals.find(
    (numeral) =>
      !numeral.ordinal &&
      numeral.value <= 31 &&
      Array.from({ length: 7 }, (_, i) => features.of(`weekday:${i + 1}`))
        .flat()
        .some((tag) => tag.to === numeral.from),
  );
  if (withDay) return complete({ day: withDay.value });
  const weekday = Array.from({ length: 7 }, (_, i) => i + 1).find((d) => features.has(`weekday:${d}`));
  if (weekday !== undefined)
    return days.find((day) => Temporal.PlainDate.from(day).dayOfWeek === weekday) ?? nextWeekday(today(), weekday);
  if (features.has("tomorrow")) return today().add({ days: 1 }).toString();
  if (features.has("yesterday")) return today().subtract({ days: 1 }).toString();
  if (features.has("today") && days.includes(today().toString())) return today().toString();
  // "day 2", "the second day"
  const dayTag = [...features.of("date"), ...features.of("what-day")].find((tag) =>
    features.numerals.some((numeral) => numeral.from === tag.to || numeral.to === tag.from),
  );
  const numeral = dayTag && features.numerals.find((one) => one.from === dayTag.to || one.to === dayTag.from);
  if (numeral && days.length > 1) return days[numeral.value - 1];
  if (features.has("last") && dayTag === undefined && features.has("date") && days.length > 1) return days.at(-1);
  return undefined;
}

const nextWeekday = (today: Temporal.PlainDate, weekday: number) =>
  today.add({ days: (weekday - today.dayOfWeek + 7) % 7 || 7 }).toString();

function zoneOf(features: Features): Pick<Narrowing, "timeZone" | "zoneName"> {
  const mark = features.marks("zone").at(-1);
  const { words, text } = features.tagged;
  if (mark) {
    const first = words[mark.tag.from];
    const last = words[mark.tag.to - 1];
    return { timeZone: mark.timeZone, ...(first && last ? { zoneName: text.slice(first.start, last.end) } : {}) };
  }
  if (!features.has("time-zone", "my-zone-is")) return {};
  for (const at of features.tagged.unknown) {
    const word = words[at];
    if (!word || word.script === "han") continue;
    const timeZone = heardZone(word.fold, word.script);
    if (timeZone) return { timeZone, zoneName: word.raw };
  }
  const run = features.tagged.unknown.map((at) => words[at]).filter((word) => word?.script === "han");
  const name = run.map((word) => word?.fold).join("");
  const timeZone = name.length >= 2 ? heardZone(name, "han") : undefined;
  return timeZone ? { timeZone, zoneName: name } : {};
}

/** "At 3" is in the afternoon: nobody asks for the small hours without saying so. */
const minutesOf = ({ hour, minute, exact }: Extract<Mark, { type: "clock" }>) =>
  (!exact && hour >= 1 && hour <= 6 ? hour + 12 : hour) * 60 + minute;

/** Everything in the utterance that narrows an answer down. */
export function narrowingOf(features: Features, programme: Programme, now: string): Narrowing {
  const { has } = features;
  const clock = features.marks("clock")[0];
  const sessionKind = sessionKinds.find((kind) => has(`kind:${kind}`));
  const role = roles.find((one) => has(`role:${one}`));
  const documentKind = documentKinds.find((kind) => has(`document:${kind}`));
  const date = dateOf(features, programme, now);
  const place = features.mentions.find((mention) => mention.ref.of === "place")?.ref.id;
  const track = features.mentions.find((mention) => mention.ref.of === "track")?.ref.id;
  const part = has("morning") ? "morning" : has("afternoon") ? "afternoon" : has("evening") ? "evening" : undefined;
  const relation = has("after") ? "after" : has("before") ? "before" : has("until") ? "until" : undefined;
  const zone = zoneOf(features);
  return {
    ...(date ? { date } : {}),
    ...(part ? { part } : {}),
    ...(relation ? { relation } : {}),
    ...(has("lunch") ? { lunch: true } : {}),
    ...(clock ? { minutes: minutesOf(clock) } : has("noon") ? { minutes: 720 } : {}),
    ...(sessionKind ? { sessionKind } : {}),
    ...(role ? { role } : {}),
    ...(documentKind ? { documentKind } : {}),
    ...(features.languages[0] ? { language: features.languages[0] } : {}),
    ...(place ? { placeId: place } : {}),
    ...(track ? { track } : {}),
    ...(has("how-many") ? { count: true } : {}),
    ...(has("first") ? { edge: "first" as const } : has("last") ? { edge: "last" as const } : {}),
    ...zone,
  };
}
