import type { Part } from "../bot/answer/answer.ts";
import { isIn, isolated, languageName, list, plain, published, row } from "../bot/language/format.ts";
import { isRightToLeft, type Language } from "../bot/language/languages.ts";
import {
  clock,
  dateOn,
  dayShift,
  longDay,
  period,
  plainDate,
  range,
  type Stretch,
  sameClock,
  zoneName,
} from "../bot/language/times.ts";
import { type Key, type Words, words } from "../bot/language/words.ts";
import type { Organization, Person, Place, Session, Text } from "../bot/programme/model.ts";
import type { Programme } from "../bot/programme/programme.ts";
import { hoursOf } from "../bot/programme/time.ts";
import type { Showing } from "./view.ts";

/** How things are called in the reader's language, for one showing. Published words come out clean and isolated. */
export interface Wording {
  readonly showing: Showing;
  readonly programme: Programme;
  readonly language: Language;
  readonly say: Words;
  /** Published words in the reader's language or as published. */
  readonly published: (text: Text) => string;
  /** A published title inside a sentence: without the full stop it may end with. */
  readonly title: (text: Text) => string;
  /** Published words, marked as a quotation when they are not in the reader's language. */
  readonly quotation: (text: Text) => string;
  readonly shortTitle: string;
  readonly list: (items: readonly string[]) => string;
  readonly languages: (tags: readonly string[]) => string;
  /** "in Arabic". */
  readonly inLanguage: (tag: string) => string;
  /** "Panel 1", "Agenda item 2", or the title. */
  readonly session: (session: Session) => string;
  /** The same inside a sentence. */
  readonly sessionIn: (session: Session) => string;
  /** The number as published and the title: "Panel 1: …". */
  readonly sessionTitle: (session: Session) => string;
  readonly person: (person: Person) => string;
  readonly organization: (organization: Organization) => string;
  /** "Ms. A (B)"; organizations alone have their acronym in brackets. */
  readonly part: (part: Part) => string;
  /** "Boardroom D, Vienna International Centre (VIC)". */
  readonly place: (place: Place) => string;
  readonly places: (places: readonly Place[]) => string;
  readonly clock: (instant: string) => string;
  readonly day: (instant: string) => string;
  /** "on Monday …", "from … to …". */
  readonly on: (start: string, end?: string) => string;
  /** "10:00–13:00 and 15:00–18:00" on the venue's clock. */
  readonly hours: (spans: readonly Stretch[], timeZone?: string) => string;
  readonly zone: string;
  /** The same hours on the reader's clock with its zone, where it shows another time; else empty. */
  readonly readerHours: (spans: readonly Stretch[]) => string;
  /** Whether the event is on one day. */
  readonly oneDay: boolean;
  /** Where facts stand and as of when. */
  readonly source: (sourceId?: string) => string;
  /** Other sources that say otherwise, a sentence each. */
  readonly conflicts: (fact: { readonly conflicts: Place["conflicts"] }) => readonly string[];
}

/** A sentence begins with a capital where the script has them. */
export const capital = (text: string): string =>
  text.replace(/^([\u2066-\u2069]?)(\p{Ll})/u, (_, mark: string, letter: string) => mark + letter.toLocaleUpperCase());

/** One full stop where a name ends with its own: "A.B.P." */
export const settled = (text: string): string => text.replace(/\.([\u2066-\u2069]?)\.(?=\s|$)/g, ".$1");

/** Clients take the direction of a line from its first letter: an Arabic one that begins with a Latin name says its own. */
export const directed = (language: Language, text: string): string =>
  isRightToLeft(language) && /^\P{L}*(?!\p{Script=Arabic})\p{L}/u.test(text) ? `\u200f${text}` : text;

/** Sentences one after the other; Chinese needs no space between them. */
export const sentences = (language: Language, parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(language === "zh" ? "" : " ");

/** A label inside a sentence: without its capital, unless it is all capitals or a name. */
export const inside = (label: string): string =>
  label.replace(/^(\p{Lu})(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase());

/** The first of the sentences, in order of preference, that can be said in one breath; else the last. */
export function inOneBreath(...candidates: readonly [string, ...string[]]): string {
  return candidates.find((text) => text.split(/\s+/).length <= 40 && text.length <= 330) ?? candidates.at(-1) ?? "";
}

/**
 * Several published names as one: when all of them run the other way, they are isolated together, because side by side
 * each would start on its own end of the line.
 */
export function together(
  language: Language,
  names: readonly string[],
  join: (names: readonly string[]) => string,
): string {
  const isolatedAll = names.length > 1 && names.every((name) => /^[\u2066\u2067][^\u2069]*\u2069$/.test(name));
  return isolatedAll ? isolated(language, plain(join(names.map(plain)))) : join(names);
}

const inLanguageKeys: Readonly<Record<string, Key>> = {
  ar: "language.in.ar",
  zh: "language.in.zh",
  en: "language.in.en",
  fr: "language.in.fr",
  ru: "language.in.ru",
  es: "language.in.es",
};

/** Builds the wording of one showing. */
export function wording(showing: Showing): Wording {
  const { programme, language, timeZone: readerZone } = showing;
  const { event } = programme;
  const say = words(language);
  const name = (text: Text) => isolated(language, published(text, language, event.languages));
  const title = (text: Text) =>
    isolated(language, published(text, language, event.languages).replace(/(?<=\p{Ll}{2}|\p{Lo})[.。]$/u, ""));
  const session = (one: Session) =>
    one.number === undefined
      ? title(one.title)
      : /\p{L}{2}/u.test(one.number)
        ? isolated(language, one.number)
        : one.kind === "agenda-item"
          ? say("session.item", { number: isolated(language, one.number) })
          : `${say(`kind.${one.kind}`)} ${isolated(language, one.number)}`;
  const sessionIn = (one: Session) =>
    one.number === undefined
      ? say("session.in.title", { title: title(one.title) })
      : /\p{L}{2}/u.test(one.number) || one.kind !== "agenda-item"
        ? say("session.in.number", {
            number: session(one),
            // Our word for a kind has a gender in French and Spanish; a published name has its own.
            kind: /\p{L}{2}/u.test(one.number) ? "published" : one.kind,
          })
        : say("session.in.item", { number: isolated(language, one.number) });
  const person = ({ honorific, name: own }: Person) => isolated(language, honorific ? `${honorific} ${own}` : own);
  const withAcronym = ({ name: own, acronym }: Pick<Place, "name" | "acronym">) => {
    const full = published(own, language, event.languages);
    return acronym && !full.includes(acronym)
      ? together(language, [name(own), isolated(language, acronym)], ([long = "", short = ""]) =>
          language === "zh" && /\p{Script=Han}/u.test(long) ? `${long}（${short}）` : `${long} (${short})`,
        )
      : name(own);
  };
  const place = (one: Place): string => {
    const parent = one.parentId ? programme.placeById.get(one.parentId) : undefined;
    return parent
      ? together(language, [withAcronym(one), withAcronym(parent)], (names) =>
          // Names that are all foreign to an Arabic text keep their own comma between them.
          language === "ar" && !/\p{Script=Arabic}/u.test(names.join("")) ? names.join(", ") : row(language, names),
        )
      : withAcronym(one);
  };
  const hours = (spans: readonly Stretch[], zone = event.timeZone) => {
    const texts = [...new Set(spans.map((span) => range(language, span, zone)))];
    return list(language, texts);
  };
  const all = hoursOf(programme);
  const lastDay = all.at(-1)?.start ?? event.start;
  return {
    showing,
    programme,
    language,
    say,
    published: name,
    title,
    quotation: (text) =>
      isIn(text, language, event.languages) ? name(text) : say("asPublished", { text: name(text) }),
    shortTitle: name(event.shortTitle),
    list: (items) => list(language, items),
    languages: (tags) =>
      list(
        language,
        tags.map((tag) => (tag === "und" ? say("language.unknown") : languageName(language, tag))),
      ),
    inLanguage: (tag) => {
      const key = inLanguageKeys[tag.split("-")[0] ?? tag];
      return key ? say(key) : say("language.in.other", { language: languageName(language, tag) });
    },
    session,
    sessionIn,
    sessionTitle: (one) =>
      one.number === undefined
        ? title(one.title)
        : together(language, [session(one), title(one.title)], ([label = "", value = ""]) =>
            say("line", { label, value }),
          ),
    person,
    organization: withAcronym,
    part: ({ person: who, organization: from, role }) =>
      who && from
        ? together(language, [person(who), name(from.name)], ([one = "", theirs = ""]) =>
            say("person.of", { name: one, organization: theirs }),
          )
        : who
          ? person(who)
          : from
            ? withAcronym(from)
            : say(`role.${role}`),
    place,
    places: (places) => list(language, places.map(place)),
    clock: (instant) => clock(instant, event.timeZone),
    day: (instant) => longDay(language, dateOn(instant, event.timeZone)),
    on: (start, end = start) => period(language, dateOn(start, event.timeZone), dateOn(end, event.timeZone)),
    hours,
    zone: zoneName(language, event.timeZone),
    readerHours: (spans) => {
      const instants = spans.flatMap(({ start, end }) => (end ? [start, end] : [start]));
      if (sameClock(instants, event.timeZone, readerZone)) return "";
      const texts = spans.map((span) => {
        const shift = dayShift(language, dateOn(span.start, event.timeZone), dateOn(span.start, readerZone));
        return [range(language, span, readerZone), shift]
          .filter((each) => each !== "")
          .join(language === "zh" ? "" : " ");
      });
      return say("hours.zoned", { hours: list(language, [...new Set(texts)]), zone: zoneName(language, readerZone) });
    },
    oneDay: dateOn(event.start, event.timeZone) === dateOn(lastDay, event.timeZone),
    source: (sourceId) => {
      const source = event.sources.find(({ id }) => id === sourceId) ?? event.sources[0];
      if (!source) return "";
      const day = /^\d{4}-\d\d-\d\d/.exec(source.retrievedAt)?.[0];
      return say("source.line", {
        source: isolated(language, published(source.title, language, event.languages)),
        date: day ? plainDate(language, day) : source.retrievedAt,
      });
    },
    conflicts: ({ conflicts }) =>
      conflicts.map(({ value, provenance }) => {
        const other = event.sources.find(({ id }) => id === provenance[0]?.source);
        return say("source.other", { value: name(value), source: isolated(language, other?.title ?? "") });
      }),
  };
}
