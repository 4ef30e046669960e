import arFillers from "../language/ar/fillers.json" with { type: "json" };
import ar from "../language/ar/lexicon.json" with { type: "json" };
import enFillers from "../language/en/fillers.json" with { type: "json" };
import en from "../language/en/lexicon.json" with { type: "json" };
import esFillers from "../language/es/fillers.json" with { type: "json" };
import es from "../language/es/lexicon.json" with { type: "json" };
import frFillers from "../language/fr/fillers.json" with { type: "json" };
import fr from "../language/fr/lexicon.json" with { type: "json" };
import type { Language } from "../language/languages.ts";
import ruFillers from "../language/ru/fillers.json" with { type: "json" };
import ru from "../language/ru/lexicon.json" with { type: "json" };
import zhFillers from "../language/zh/fillers.json" with { type: "json" };
import zh from "../language/zh/lexicon.json" with { type: "json" };
import type { Mark } from "./marks.ts";
import { PhraseTree } from "./phrase-tree.ts";
import { stem } from "./stems.ts";
import { clean, tokens } from "./tokens.ts";

interface Fillers {
  readonly glue: readonly string[];
  readonly fillers: readonly string[];
  readonly harmless: readonly string[];
}

const files: {
  readonly [L in Language]: {
    readonly lexicon: Readonly<Record<string, readonly string[]>>;
    readonly fillers: Fillers;
  };
} = {
  ar: { lexicon: ar, fillers: arFillers },
  en: { lexicon: en, fillers: enFillers },
  es: { lexicon: es, fillers: esFillers },
  fr: { lexicon: fr, fillers: frFillers },
  ru: { lexicon: ru, fillers: ruFillers },
  zh: { lexicon: zh, fillers: zhFillers },
};

/** A language's ways of saying things, ready for matching. */
export interface Lexicon {
  readonly language: Language;
  readonly phrases: PhraseTree<Mark>;
  /** Folded words of the phrases, as written: what misspellings are mended to. */
  readonly words: ReadonlySet<string>;
  /** Stems of words that may be dropped inside a phrase. */
  readonly glue: ReadonlySet<string>;
}

/** Expands `(a|b)` and `[x]`: "see (you|ya) [soon]" is four phrases. */
export function expand(pattern: string): string[] {
  const group = /\(([^()[\]]*)\)|\[([^()[\]]*)\]/.exec(pattern);
  if (!group) return [pattern.replace(/\s+/g, " ").trim()];
  const choices = group[1] === undefined ? [...(group[2] ?? "").split("|"), ""] : group[1].split("|");
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  return choices.flatMap((choice) => expand(before + choice + after));
}

function compile(language: Language): Lexicon {
  const { lexicon, fillers } = files[language];
  const words = new Set<string>();
  const phrases = new PhraseTree<Mark>();
  const glue = new Set(
    fillers.glue.map((word) => tokens(clean(word))[0]).map((token) => (token ? stem(token.fold, language) : "")),
  );
  /** A few thousand words make all phrases: each is read once. */
  const read = new Map<string, readonly string[]>();
  const stemsOf = (piece: string): readonly string[] => {
    const known = read.get(piece);
    if (known) return known;
    const stems = tokens(clean(piece)).map(({ fold }) => {
      words.add(fold);
      return stem(fold, language);
    });
    read.set(piece, stems);
    return stems;
  };
  const add = (pattern: string, mark: Mark) => {
    for (const phrase of expand(pattern)) {
      const stems = phrase.split(" ").flatMap(stemsOf);
      phrases.add(stems, mark);
      const kept = stems.filter((word) => !glue.has(word));
      if (kept.length > 0 && kept.length < stems.length) phrases.add(kept, mark);
    }
  };
  for (const [concept, patterns] of Object.entries(lexicon)) {
    const mark: Mark = { type: "concept", concept };
    for (const pattern of patterns) add(pattern, mark);
  }
  const filler: Mark = { type: "filler", harmless: false };
  const harmless: Mark = { type: "filler", harmless: true };
  for (const pattern of [...fillers.glue, ...fillers.fillers]) add(pattern, filler);
  for (const pattern of fillers.harmless) add(pattern, harmless);
  return { language, phrases, words, glue };
}

const compiled = new Map<Language, Lexicon>();

/** The lexicon of a language: compiled on first use, some 20 ms. */
export function lexiconOf(language: Language): Lexicon {
  const known = compiled.get(language);
  if (known) return known;
  const lexicon = compile(language);
  compiled.set(language, lexicon);
  return lexicon;
}
