import type { Text } from "../programme/model.ts";
import { isRightToLeft, type Language, languages } from "./languages.ts";
import { printed } from "./words.ts";

/** Intl objects cost some hundred microseconds to make: each is made once per language. */
function perLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const kept = new Map<Language, T>();
  return (language) => {
    const known = kept.get(language);
    if (known !== undefined) return known;
    const made = make(language);
    kept.set(language, made);
    return made;
  };
}

const lists = perLanguage((language) => new Intl.ListFormat(printed[language], { type: "conjunction" }));
const languageNames = perLanguage((language) => new Intl.DisplayNames(printed[language], { type: "language" }));
const countryNames = perLanguage((language) => new Intl.DisplayNames(printed[language], { type: "region" }));
const units = {
  day: perLanguage((language) => unit(language, "day")),
  hour: perLanguage((language) => unit(language, "hour")),
  minute: perLanguage((language) => unit(language, "minute")),
};

function unit(language: Language, name: "day" | "hour" | "minute"): Intl.NumberFormat {
  return new Intl.NumberFormat(printed[language], { style: "unit", unit: name, unitDisplay: "long" });
}

/** "A, B and C". */
export const list = (language: Language, items: readonly string[]): string => lists(language).format(items);

const separators: Readonly<Partial<Record<Language, string>>> = { ar: "؛ ", zh: "；", fr: "\u00a0; " };

/** "A; B": for items that are sentences or have commas of their own. */
export const chain = (language: Language, items: readonly string[]): string => items.join(separators[language] ?? "; ");

const commas: Readonly<Partial<Record<Language, string>>> = { ar: "، ", zh: "，" };

/** "A, B": without an "and". */
export const row = (language: Language, items: readonly string[]): string => items.join(commas[language] ?? ", ");

/** Where the United Nations write the name of a language otherwise than Intl does. */
const ownLanguageNames: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = {
  zh: { ar: "阿拉伯文", en: "英文", fr: "法文", ru: "俄文", es: "西班牙文" },
};

/** The name of a language in the reader's language; the tag itself when nobody has a name for it. */
export const languageName = (language: Language, tag: string): string =>
  ownLanguageNames[language]?.[tag] ?? languageNames(language).of(tag) ?? tag;

/** The name of a country, from its two letters, in the reader's language. */
export const countryName = (language: Language, code: string): string => countryNames(language).of(code) ?? code;

/** "2 hours and 30 minutes". */
export function duration(language: Language, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [units.hour(language).format(hours)] : []),
    ...(rest > 0 || hours === 0 ? [units.minute(language).format(rest)] : []),
  ];
  return list(language, parts);
}

/** "3 days". */
export const dayCount = (language: Language, count: number): string => units.day(language).format(count);

/** Control characters and marks of direction: in published words they could only confuse or deceive. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;

const hasLatin = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const hasRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Published words made safe to print: one line, no marks of direction of their own. */
export const clean = (words: string): string => words.replace(unprintable, " ").replace(/\s+/g, " ").trim();

/** A run in Latin letters inside words that run the other way. */
const latinRun = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][^\p{Script=Arabic}\p{Script=Hebrew}]*/gu;

/** Published words inside ours: what runs in the other direction is isolated, so that it turns nothing around it. */
export function isolated(language: Language, words: string): string {
  const latin = hasLatin.test(words);
  const rightToLeft = hasRightToLeft.test(words);
  if (!isRightToLeft(language)) return rightToLeft ? `\u2067${words}\u2069` : words;
  if (!latin) return words;
  return rightToLeft
    ? words.replace(latinRun, (run) => {
        const name = run.replace(/[\s.,;:]+$/, "");
        return `\u2066${name}\u2069${run.slice(name.length)}`;
      })
    : `\u2066${words}\u2069`;
}

/** Words without marks of direction, such as for a question that a button asks. */
export const plain = (words: string): string => words.replace(/[\u2066-\u2069]/g, "");

/** Which of the published languages is shown: the reader's, else one the event is held in, else any. */
export function published(text: Text, language: Language, eventLanguages: readonly string[]): string {
  if (typeof text === "string") return clean(text);
  const tag = [language, ...eventLanguages, ...languages].find((each) => text[each] !== undefined);
  return clean((tag === undefined ? Object.values(text)[0] : text[tag]) ?? "");
}

/** Whether a text was published in the reader's language (a plain string is in the event's first). */
export const isIn = (text: Text, language: Language, eventLanguages: readonly string[]): boolean =>
  typeof text === "string" ? eventLanguages[0] === language : text[language] !== undefined;
