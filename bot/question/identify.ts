import type { Language } from "../language/languages.ts";
import type { Programme } from "../programme/programme.ts";
import { directoryOf } from "./directory.ts";
import { lexiconOf } from "./lexicon.ts";
import { stem } from "./stems.ts";
import { clean, type Token, tokens } from "./tokens.ts";

/** Languages that share the Latin script and are told apart by their words. */
const latin = ["en", "fr", "es"] as const;

/** Letters that only one of them writes. */
const letters: readonly (readonly [RegExp, (typeof latin)[number]])[] = [
  [/[¿¡ñ]/i, "es"],
  [/[áíóú]/i, "es"],
  [/[àâçèêëîïôùûœ]/i, "fr"],
  [/\b(?:qu|l|d|j|c|n|s|m|t)'(?=[\p{L}])/iu, "fr"],
  [/\b\w+'(?:s|re|ll|ve|t|m|d)\b/i, "en"],
];

const share: { readonly [S in Token["script"]]?: Language } = { cyrillic: "ru", arabic: "ar", han: "zh" };

/** How much a language already in use weighs against words. */
const habit = 1.5;

/**
 * The language somebody writes in: by script, else by whose words they are. Names of the programme do not count.
 * `prior` is the language of the conversation or of the person's client: it decides when words do not.
 */
export function identify(
  utterance: string,
  programme: Programme,
  prior: Language | undefined,
): { readonly language: Language; readonly sure: boolean } {
  const text = clean(utterance);
  const words = tokens(text);
  const directory = directoryOf(programme);
  const foreign = new Map<Language, number>();
  for (const word of words) {
    const language = share[word.script];
    if (language) foreign.set(language, (foreign.get(language) ?? 0) + (word.script === "han" ? 0.6 : 1));
  }
  const plain = words.filter((word) => word.script === "latin" && !directory.phrases.has(word.fold));
  const [best] = [...foreign].sort((a, b) => b[1] - a[1]);
  if (best && best[1] * 2 >= plain.length) return { language: best[0], sure: true };

  const scores = { en: 0, fr: 0, es: 0 };
  for (const [pattern, language] of letters) if (pattern.test(text)) scores[language] += 1;
  for (const word of plain.length > 0 ? plain : words) {
    if (word.script !== "latin" || word.fold.length < 2) continue;
    const exact = latin.filter((language) => lexiconOf(language).words.has(word.fold));
    const owners =
      exact.length > 0
        ? exact
        : latin.filter(
            (language) => word.fold.length > 3 && lexiconOf(language).phrases.has(stem(word.fold, language)),
          );
    for (const owner of owners) scores[owner] += owners.length === 1 ? 1 : owners.length === 2 ? 0.35 : 0.05;
  }
  const ranked = latin
    .map((language) => ({ language, score: scores[language] + (language === prior ? habit : 0) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (!first || first.score - (second?.score ?? 0) < 0.05)
    return { language: prior ?? first?.language ?? "en", sure: false };
  return { language: first.language, sure: scores[first.language] >= 1 };
}
