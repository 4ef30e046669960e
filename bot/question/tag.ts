import type { Language } from "../language/languages.ts";
import { languageOf } from "../language/languages.ts";
import type { Programme } from "../programme/programme.ts";
import { clockTimes, figureDates } from "./clock-words.ts";
import { directoryOf } from "./directory.ts";
import { lexiconOf } from "./lexicon.ts";
import type { Mark, Tag } from "./marks.ts";
import { mayTransliterate } from "./sounds.ts";
import { Spelling } from "./spelling.ts";
import { stems } from "./stems.ts";
import { clean, type Token, tokens } from "./tokens.ts";
import { worldOf } from "./world.ts";

/** An utterance with everything that was recognised in it. */
export interface Tagged {
  readonly text: string;
  readonly language: Language;
  readonly words: readonly Token[];
  /** What was recognised, in order, not overlapping. */
  readonly tags: readonly Tag[];
  /** Stems each word may have, in the utterance's language, in English and in the programme's. */
  readonly forms: readonly (readonly string[])[];
  /** Words nobody knows: neither lexicon nor programme. */
  readonly unknown: readonly number[];
  /** Words taken for misspellings of known ones. */
  readonly mended: readonly number[];
}

const spellings = new Map<Language, Spelling>();

function spellingOf(language: Language): Spelling {
  const known = spellings.get(language);
  if (known) return known;
  const spelling = new Spelling(lexiconOf(language).words);
  spellings.set(language, spelling);
  return spelling;
}

/** What a stretch is worth when stretches compete for the same words: longer ones win, then names, then concepts. */
function worth(marks: readonly Mark[], length: number): number {
  if (marks.some(isKind) && marks.some(isNumeral)) return 1.35 * length + (length - 1) * 0.3;
  const best = Math.max(...marks.map(weight));
  return best * length + (length - 1) * 0.3;
}

function weight(mark: Mark): number {
  switch (mark.type) {
    case "entity":
      return mark.by === "part" ? 1.02 : 1.06;
    case "filler":
      return mark.harmless ? 0.9 : 0.97;
    case "clock":
    case "day":
      return 1.1;
    default:
      return 1;
  }
}

/** Finds the best cover of the words by known phrases. */
function cover(count: number, candidates: readonly Tag[]): Tag[] {
  const best: { score: number; tag?: Tag }[] = Array.from({ length: count + 1 }, () => ({ score: 0 }));
  const ending = new Map<number, Tag[]>();
  for (const tag of candidates) ending.set(tag.to, [...(ending.get(tag.to) ?? []), tag]);
  for (let to = 1; to <= count; to++) {
    best[to] = { score: best[to - 1]?.score ?? 0 };
    for (const tag of ending.get(to) ?? []) {
      const score = (best[tag.from]?.score ?? 0) + worth(tag.marks, tag.to - tag.from);
      if (score > (best[to]?.score ?? 0)) best[to] = { score, tag };
    }
  }
  const tags: Tag[] = [];
  for (let at = count; at > 0; ) {
    const tag = best[at]?.tag;
    if (tag) tags.unshift(tag);
    at = tag ? tag.from : at - 1;
  }
  return tags;
}

const isKind = (mark: Mark) => mark.type === "concept" && mark.concept.startsWith("kind:");
const isNumeral = (mark: Mark) =>
  mark.type === "number" || (mark.type === "concept" && /^(number|ordinal):/.test(mark.concept));

/** "panel 2", "the second panel", "item no. 3": a kind of session and its number hold together against longer phrases. */
function numberedKinds(spans: readonly Tag[]): Tag[] {
  const kinds = spans.filter(({ marks }) => marks.some(isKind));
  const numerals = spans.filter(({ marks }) => marks.some(isNumeral));
  const small = new Set(
    spans
      .filter(({ from, to, marks }) => to - from === 1 && marks.some(({ type }) => type === "filler"))
      .map(({ from }) => from),
  );
  const touch = (left: Tag, right: Tag) => left.to === right.from || (left.to + 1 === right.from && small.has(left.to));
  return kinds.flatMap((kind) =>
    numerals
      .filter((numeral) => touch(kind, numeral) || touch(numeral, kind))
      .map((numeral) => ({
        from: Math.min(kind.from, numeral.from),
        to: Math.max(kind.to, numeral.to),
        marks: [...kind.marks.filter(isKind), ...numeral.marks.filter(isNumeral)],
      })),
  );
}

/** Recognises concepts, names, numbers, times and places of the world in an utterance of a known language. */
export function tag(utterance: string, language: Language, programme: Programme): Tagged {
  const text = clean(utterance);
  const directory = directoryOf(programme);
  const published = languageOf(programme.event.languages[0]) ?? "en";
  const own = lexiconOf(language);
  const readers = [...new Set<Language>([language, "en"])];
  const lexicons = readers.map(lexiconOf);
  const known = (word: Token, forms: readonly string[]) =>
    word.script === "number" ||
    word.script === "han" ||
    directory.phrases.has(word.fold) ||
    forms.some(
      (form) =>
        lexicons.some(({ phrases }) => phrases.has(form)) ||
        directory.titles.has(form) ||
        worldOf(language).phrases.has(form),
    );
  const formsOf = (fold: string) => [
    ...new Set([fold, ...readers.flatMap((reader) => stems(fold, reader)), ...stems(fold, published)]),
  ];

  const mended: number[] = [];
  const words = tokens(text).map((word, i) => {
    if (known(word, formsOf(word.fold))) return word;
    const right = [directory.spelling, spellingOf(language), spellingOf("en")]
      .map((spelling) => spelling.mend(word.fold))
      .reduce((best, next) => (next && (!best || next.edits < best.edits) ? next : best), undefined);
    if (!right) return word;
    mended.push(i);
    return { ...word, fold: right.word };
  });
  const forms = words.map((word) => formsOf(word.fold));
  const ownForms = words.map((word) => stems(word.fold, language));
  const englishForms = words.map((word) => stems(word.fold, "en"));
  const byWord = (at: number) => own.glue.has(ownForms[at]?.[0] ?? "");

  const candidates: Tag[] = [];
  const spans = new Map<string, Mark[]>();
  const put = (from: number, to: number, marks: readonly Mark[]) => {
    const key = `${from}-${to}`;
    const span = spans.get(key) ?? [];
    spans.set(key, span);
    for (const mark of marks) if (!span.includes(mark)) span.push(mark);
  };
  words.forEach((word, from) => {
    own.phrases.find(ownForms, from, byWord, (to, marks) => put(from, to, marks));
    if (language !== "en" && word.script === "latin")
      lexiconOf("en").phrases.find(
        englishForms,
        from,
        () => false,
        (to, marks) => put(from, to, marks),
      );
    // "casa" is a house in Spanish, and part of an organisation's name only when written as a name.
    const common = /^\p{Ll}/u.test(word.raw) && ownForms[from]?.some((form) => own.phrases.has(form));
    directory.phrases.find(forms, from, byWord, (to, marks) =>
      put(
        from,
        to,
        common && to - from === 1 ? marks.filter((mark) => !(mark.type === "entity" && mark.by === "part")) : marks,
      ),
    );
    worldOf(language).phrases.find(ownForms, from, byWord, (to, marks) => put(from, to, marks));
    if (word.script === "number") put(from, from + 1, [{ type: "number", value: word.fold }]);
    else if (/^(i{1,3}|iv|vi{0,3}|ix)$/.test(word.fold) && from > 0 && word.raw === word.raw.toUpperCase())
      put(from, from + 1, [{ type: "number", value: String(romans.indexOf(word.fold) + 1) }]);
  });
  for (const said of [
    ...clockTimes(text, language),
    ...(language === "en" ? [] : clockTimes(text, "en")),
    ...figureDates(text),
  ]) {
    const inside = words.flatMap((word, i) => (word.start < said.end && said.start < word.end ? [i] : []));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first !== undefined && last !== undefined) put(first, last + 1, [said.mark]);
  }
  for (const [key, marks] of spans) {
    const [from, to] = key.split("-").map(Number);
    candidates.push({ from: from ?? 0, to: to ?? 0, marks });
  }
  candidates.push(...numberedKinds(candidates));
  const covered = cover(words.length, candidates);
  const tags = hear(words, covered, directory.heard);
  const recognised = new Set(tags.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  const unknown = words.flatMap((_, i) =>
    recognised.has(i) || forms[i]?.some((form) => directory.titles.has(form)) ? [] : [i],
  );
  return { text, language, words, tags, forms, unknown, mended };
}

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

/** A part of a name that only stands beside the part that was recognised. */
const givenName: Mark = { type: "filler", harmless: false };

/** Longest run of Chinese characters that may be one transliterated name. */
const longestHanName = 6;

/** "努基拉·埃万蒂": what a name dot joins to a name that was heard belongs to that name. */
function absorb(words: readonly Token[], found: Tag[], open: (i: number) => boolean): void {
  found.forEach((tag, k) => {
    let { from, to } = tag;
    const joined = (left: number) => (words[left + 1]?.start ?? 0) - (words[left]?.end ?? 0) === 1;
    const near = (left: number) => (words[left + 1]?.start ?? 0) === (words[left]?.end ?? 0);
    if (from > 0 && words[from]?.script === "han" && joined(from - 1)) {
      from -= 1;
      while (from > 0 && open(from - 1) && words[from - 1]?.script === "han" && near(from - 1)) from -= 1;
    }
    if (to < words.length && words[to]?.script === "han" && joined(to - 1)) {
      to += 1;
      while (to < words.length && open(to) && words[to]?.script === "han" && near(to - 1)) to += 1;
    }
    found[k] = { ...tag, from, to };
  });
}

/** Adds names heard in words of other scripts that nothing else explains. */
function hear(
  words: readonly Token[],
  tags: readonly Tag[],
  heard: (word: string, script: Token["script"], loose?: boolean) => readonly Mark[],
): Tag[] {
  const tagAt = new Map<number, Tag>();
  for (const tag of tags) for (let i = tag.from; i < tag.to; i++) tagAt.set(i, tag);
  const open = (i: number) => !tagAt.has(i);
  const names = (i: number) => {
    const word = words[i];
    return (
      word !== undefined &&
      word.script !== "han" &&
      open(i) &&
      heard(word.fold, word.script).some((mark) => mark.type === "entity" && mark.ref.of === "person")
    );
  };
  // "Хадир Солиман": beside a name that was heard, another part of a name need only be near.
  const near = (i: number, forms: readonly string[]) =>
    (names(i - 1) || names(i + 1)) && forms.some((form) => heard(form, words[i]?.script ?? "other", true).length > 0);
  const found: Tag[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word || word.script === "latin" || word.script === "number" || word.script === "other") continue;
    if (word.script !== "han") {
      if (!open(i)) continue;
      const bare = word.script === "arabic" ? [word.fold, word.fold.replace(/^[وفبلك](?=.{3})/, "")] : [word.fold];
      const marks = bare.map((form) => heard(form, word.script)).find((list) => list.length > 0);
      if (marks) found.push({ from: i, to: i + 1, marks });
      else if (near(i, bare)) found.push({ from: i, to: i + 1, marks: [givenName] });
      continue;
    }
    // A run of characters in which at least half are unexplained and the rest are lone characters.
    const loose = (at: number) =>
      words[at]?.script === "han" && (open(at) || (tagAt.get(at)?.to ?? 0) - (tagAt.get(at)?.from ?? 0) === 1);
    for (let length = longestHanName; length >= 2; length--) {
      const run = words.slice(i, i + length);
      const inside = run.map((_, k) => i + k);
      if (run.length < length || !inside.every(loose) || inside.filter(open).length * 2 < length) continue;
      const name = run.map((part) => part.fold).join("");
      const marks = mayTransliterate(name) ? heard(name, "han") : [];
      if (marks.length === 0) continue;
      found.push({ from: i, to: i + length, marks });
      i += length - 1;
      break;
    }
  }
  absorb(words, found, open);
  const taken = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)));
  const kept = tags.filter(
    ({ from, to }) => !Array.from({ length: to - from }, (_, k) => from + k).some((at) => taken.has(at)),
  );
  return [...kept, ...found].sort((a, b) => a.from - b.from);
}
