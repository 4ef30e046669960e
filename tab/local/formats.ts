import type { Language } from "../../bot/language/languages.ts";

/** Western digits in all six, and the 24-hour clock. */
const tag = (language: Language) => `${language === "en" ? "en-GB" : language}-u-nu-latn-hc-h23`;

export const timeOf = (iso: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(tag(language), { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(iso));

export const dayOf = (iso: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(tag(language), {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(new Date(iso));

/** `Europe/Vienna` as people read it: the city. */
export const zoneName = (timeZone: string): string => timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;

/** A published text in the reader's language, else in English, else as it is. */
export const published = (text: string | Readonly<Record<string, string>>, language: Language): string =>
  typeof text === "string" ? text : (text[language] ?? text.en ?? Object.values(text)[0] ?? "");
