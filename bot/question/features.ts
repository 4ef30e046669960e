import type { Programme } from "../programme/programme.ts";
import { directoryOf } from "./directory.ts";
import type { EntityRef, Mark, Tag } from "./marks.ts";
import type { Tagged } from "./tag.ts";
import type { Hit } from "./titles.ts";

/** A number or ordinal in the utterance. */
export interface Numeral {
  readonly value: number;
  readonly ordinal: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Mention {
  readonly ref: EntityRef;
  readonly by: "name" | "part" | "keyword" | "sound";
  readonly tag: Tag;
}

/** An utterance as the rules see it. */
export interface Features {
  readonly tagged: Tagged;
  readonly has: (...concepts: readonly string[]) => boolean;
  /** Tags that carry a concept. */
  readonly of: (concept: string) => readonly Tag[];
  readonly concepts: ReadonlySet<string>;
  readonly mentions: readonly Mention[];
  readonly numerals: readonly Numeral[];
  readonly marks: <T extends Mark["type"]>(type: T) => readonly (Extract<Mark, { type: T }> & { readonly tag: Tag })[];
  /** Language asked for, as BCP 47 tags in order. */
  readonly languages: readonly string[];
  /** Words that carry content: neither fillers nor question words. */
  readonly content: readonly number[];
  /** How many things are said: content phrases and unknown words, each counted once. */
  readonly units: number;
  /** How many of them nobody knows. */
  readonly unknownUnits: number;
  /** Words that could stand in any question: they count against those that name nothing. */
  readonly harmless: number;
  /** How many stretches ask rather than name: "when", "is there". */
  readonly questionWords: number;
  /** Nothing but a few words: "Monday?", "and at 4pm". */
  readonly bare: boolean;
  /** Words that say something; two Chinese characters count as one. */
  readonly telling: number;
  /** Words that say nothing; two Chinese characters count as one. */
  readonly idle: number;
  /** A question mark or a word that asks. */
  readonly asks: boolean;
  /** Content words that only titles and keywords explain. */
  readonly topical: readonly number[];
  /** Records whose titles share words with the utterance. */
  readonly hits: readonly Hit[];
}

/** Concepts that ask rather than name: their words are no part of a title somebody types. */
const asking = new Set([
  "who",
  "when",
  "what-time",
  "what-day",
  "where",
  "what",
  "which",
  "how",
  "how-many",
  "how-long",
  "why",
  "whether",
  "can-i",
  "give",
  "tell",
  "all",
  "how-about",
  "how-much",
  "greeting",
  "thanks",
  "goodbye",
  "sorry",
  "yes",
  "no",
  "more",
  "now",
  "take-place",
  "in-language",
]);

const politeness = new Set([
  "greeting",
  "thanks",
  "goodbye",
  "sorry",
  "yes",
  "no",
  "more",
  "in-language",
  "all",
  "now",
]);

/** Pronouns carry no content of their own. */
const pronouns = new Set(["he-she", "i-you"]);

const isFiller = (tag: Tag) =>
  tag.marks.every((mark) => mark.type === "filler" || (mark.type === "concept" && pronouns.has(mark.concept)));

/** Unknown words, letters and figures left out. Of Chinese, two characters in a row make one, with a lone filler beside them. */
function unknownWords({ words, unknown }: Tagged, tagAt: ReadonlyMap<number, Tag>): number {
  let count = 0;
  let run = 0;
  words.forEach((word, i) => {
    if (word.script === "han") {
      const tag = tagAt.get(i);
      if (unknown.includes(i) || (run > 0 && tag && isFiller(tag) && tag.to - tag.from === 1)) run += 1;
      else {
        count += Math.ceil(run / 2);
        run = 0;
      }
    } else if (unknown.includes(i) && word.script !== "number" && word.fold.length > 1) count += 1;
  });
  return count + Math.ceil(run / 2);
}

/** Words a bare phrase may have. */
const barest = 3;

/** How many words there are of some sort; two Chinese characters count as one. */
const spread = ({ words }: Tagged, counts: (i: number) => boolean): number =>
  words.reduce((sum, word, i) => sum + (counts(i) ? (word.script === "han" ? 0.5 : 1) : 0), 0);

/** Reads the features that the rules decide on. */
export function featuresOf(tagged: Tagged, programme: Programme): Features {
  const concepts = new Set<string>();
  const byConcept = new Map<string, Tag[]>();
  const mentions: Mention[] = [];
  const numerals: Numeral[] = [];
  const languages: string[] = [];
  const tagAt = new Map<number, Tag>();
  for (const tag of tagged.tags) {
    for (let i = tag.from; i < tag.to; i++) tagAt.set(i, tag);
    for (const mark of tag.marks) {
      if (mark.type === "concept") {
        concepts.add(mark.concept);
        byConcept.set(mark.concept, [...(byConcept.get(mark.concept) ?? []), tag]);
        const [family, value] = mark.concept.split(":");
        if (family === "language" && value && !languages.includes(value)) languages.push(value);
        if (family === "number" || family === "ordinal")
          numerals.push({ value: Number(value), ordinal: family === "ordinal", from: tag.from, to: tag.to });
      } else if (mark.type === "number")
        numerals.push({ value: Number(mark.value), ordinal: false, from: tag.from, to: tag.to });
      else if (mark.type === "entity") mentions.push({ ref: mark.ref, by: mark.by, tag });
      else if (mark.type === "language" && !languages.includes(mark.tag)) languages.push(mark.tag);
    }
  }
  const content: number[] = [];
  const topical: number[] = [];
  const titles = directoryOf(programme).titles;
  tagged.words.forEach((_, i) => {
    const tag = tagAt.get(i);
    if (tag && (isFiller(tag) || tag.marks.some((mark) => mark.type === "concept" && asking.has(mark.concept)))) return;
    content.push(i);
    if (!tag && tagged.forms[i]?.some((form) => titles.has(form))) topical.push(i);
  });
  const unknownUnits = unknownWords(tagged, tagAt);
  const phrases = new Set(content.map((i) => tagAt.get(i)).filter((tag) => tag !== undefined));
  const ofEvent = (tag: Tag | undefined) =>
    tag?.marks.some(
      (mark) =>
        (mark.type === "concept" && mark.concept === "event") || (mark.type === "entity" && mark.ref.of === "event"),
    ) ?? false;
  const inTitles = content.filter((i) => !ofEvent(tagAt.get(i)) && tagged.forms[i]?.some((form) => titles.has(form)));
  const found = titles.search(
    inTitles.map((i) => tagged.forms[i] ?? []),
    () => true,
  );
  const hits = found.map((hit) => ({ ...hit, words: new Set([...hit.words].flatMap((word) => inTitles[word] ?? [])) }));
  return {
    tagged,
    concepts,
    has: (...asked) => asked.some((concept) => concepts.has(concept)),
    of: (concept) => byConcept.get(concept) ?? [],
    mentions,
    numerals: numerals.sort((a, b) => a.from - b.from),
    marks: (type) =>
      tagged.tags.flatMap((tag) =>
        tag.marks.flatMap((mark) =>
          mark.type === type ? [{ ...(mark as Extract<Mark, { type: typeof type }>), tag }] : [],
        ),
      ),
    languages,
    content,
    bare: spread(tagged, () => true) <= barest,
    telling: spread(tagged, (i) => content.includes(i)),
    idle: spread(tagged, (i) => !content.includes(i)),
    units: phrases.size + topical.length + unknownUnits,
    unknownUnits,
    questionWords: tagged.tags.filter(
      (tag) => !isFiller(tag) && tag.marks.some((mark) => mark.type === "concept" && asking.has(mark.concept)),
    ).length,
    harmless: tagged.tags.filter(
      (tag) =>
        isFiller(tag) &&
        tag.marks.some((mark) => mark.type === "filler" && mark.harmless) &&
        !tag.marks.some((mark) => mark.type === "filler" && !mark.harmless),
    ).length,
    asks:
      /[?？؟]/.test(tagged.text) || [...concepts].some((concept) => asking.has(concept) && !politeness.has(concept)),
    topical,
    hits,
  };
}
