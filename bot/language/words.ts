import { IntlMessageFormat } from "intl-messageformat";
import ar from "./ar/messages.json" with { type: "json" };
import en from "./en/messages.json" with { type: "json" };
import es from "./es/messages.json" with { type: "json" };
import fr from "./fr/messages.json" with { type: "json" };
import type { Language } from "./languages.ts";
import ru from "./ru/messages.json" with { type: "json" };
import zh from "./zh/messages.json" with { type: "json" };

/** A sentence or label of ours; English is the list of what there is. */
export type Key = keyof typeof en;

/** What a message is filled with: names as published, times already formatted, counts for the plural rules. */
export type Filling = Readonly<Record<string, string | number>>;

/** Says a message in one language. A message asked for without what it needs is a bug, and throws. */
export type Words = (key: Key, filling?: Filling) => string;

/** The messages as translators write them, ICU MessageFormat. */
export const messages: { readonly [L in Language]: Readonly<Record<Key, string>> } = { ar, zh, en, fr, ru, es };

/** The tag that makes Intl print as we do: British order of day and month, Western digits everywhere. */
export const printed: { readonly [L in Language]: string } = {
  ar: "ar-u-nu-latn",
  zh: "zh-CN-u-nu-latn",
  en: "en-GB-u-nu-latn",
  fr: "fr-u-nu-latn",
  ru: "ru-u-nu-latn",
  es: "es-u-nu-latn",
};

function wordsOf(language: Language): Words {
  const texts = messages[language];
  const compiled = new Map<Key, IntlMessageFormat>();
  return (key, filling) => {
    const text = texts[key];
    if (!text.includes("{")) return text;
    let message = compiled.get(key);
    if (!message) {
      message = new IntlMessageFormat(text, printed[language], undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format(filling));
  };
}

const kept = new Map<Language, Words>();

/** The words of a language. Messages are compiled when first said, and kept. */
export function words(language: Language): Words {
  const known = kept.get(language);
  if (known) return known;
  const made = wordsOf(language);
  kept.set(language, made);
  return made;
}
