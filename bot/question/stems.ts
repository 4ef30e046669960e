import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import type { Language } from "../language/languages.ts";
import { fold } from "./tokens.ts";

/** Endings that an Arabic word may carry beside its stem: a light stemmer, after Larkey's light10. */
const arabicEndings = /(?:ها|هم|هن|نا|كم|ان|ات|ون|ين|يه|تين|تان|ه|ي)$/;
const arabicArticle = /^ال(?=.{2})/;
/** "and", "so", "with", "for", "as", alone or before the article. */
const arabicClitics = [
  /^[وف](?=.{3})/,
  /^[وف]?[بكل]ال(?=.{2})/,
  /^[وف]?لل(?=.{2})/,
  /^[وف]?[بكل](?=.{3})/,
  /^[وف]?ال(?=.{2})/,
];

function arabicStem(word: string): string {
  const bare = word.replace(arabicArticle, "");
  const stem = bare.replace(arabicEndings, "");
  return stem.length >= 3 ? stem : bare;
}

/** Accents are folded before stemming, so that "reunion" and "réunion" share a stem. */
const stemmers: { readonly [L in Language]: (word: string) => string } = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  ar: arabicStem,
  zh: (word) => word,
};

const caches: { readonly [L in Language]: Map<string, string> } = {
  en: new Map(),
  fr: new Map(),
  es: new Map(),
  ru: new Map(),
  ar: new Map(),
  zh: new Map(),
};
/** What people say in a day; more would only take memory. */
const cacheLimit = 4_000;

/** The one form under which a word of this language is stored. */
export function stem(word: string, language: Language): string {
  const cache = caches[language];
  const known = cache.get(word);
  if (known !== undefined) return known;
  const found = word.length <= 3 || /^\p{N}/u.test(word) ? word : fold(stemmers[language](word));
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(word, found);
  return found;
}

/** The forms under which a word that somebody typed may be stored, likeliest first. */
export function stems(word: string, language: Language): readonly string[] {
  if (language !== "ar") return [stem(word, language)];
  const forms = new Set([stem(word, "ar"), word]);
  for (const clitic of arabicClitics) if (clitic.test(word)) forms.add(stem(word.replace(clitic, ""), "ar"));
  return [...forms];
}
