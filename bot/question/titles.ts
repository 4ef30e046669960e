import type { Language } from "../language/languages.ts";
import { languageOf } from "../language/languages.ts";
import type { Text } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import type { EntityRef } from "./marks.ts";
import { stem } from "./stems.ts";
import { clean, tokens } from "./tokens.ts";

/** A record whose title or keywords share words with what was asked. */
export interface Hit {
  readonly ref: EntityRef;
  /** Sum of the weights of the words found; rarer words weigh more. */
  readonly score: number;
  /** Share of the asked words' weight that was found, 0 to 1. */
  readonly asked: number;
  /** Share of the title's weight that was asked for, 0 to 1. */
  readonly title: number;
  /** Indices of the asked words that were found. */
  readonly words: ReadonlySet<number>;
}

/** A keyword says less than a word of the title. */
const keywordWeight = 0.8;

/** Words of titles and keywords of sessions and documents, each with the records it stands in. */
export class TitleIndex {
  private readonly postings = new Map<string, Map<number, number>>();
  private readonly refs: EntityRef[] = [];
  private readonly titleWords: string[][] = [];

  constructor(programme: Programme, ignored: (stem: string, language: Language) => boolean) {
    const published = languageOf(programme.event.languages[0]) ?? "en";
    const add = (ref: EntityRef, title: Text, keywords: Readonly<Record<string, readonly string[]>>) => {
      const record = this.refs.push(ref) - 1;
      const own: string[] = [];
      const put = (text: string, language: Language, weight: number) => {
        for (const token of tokens(clean(text))) {
          const key = stem(token.fold, language);
          if (ignored(key, language)) continue;
          const posting = this.postings.get(key) ?? new Map<number, number>();
          this.postings.set(key, posting);
          if (weight === 1 && !posting.has(record)) own.push(key);
          posting.set(record, Math.max(posting.get(record) ?? 0, weight));
        }
      };
      if (typeof title === "string") put(title, published, 1);
      else for (const [tag, text] of Object.entries(title)) put(text, languageOf(tag) ?? published, 1);
      for (const [tag, words] of Object.entries(keywords))
        for (const word of words) put(word, languageOf(tag) ?? published, keywordWeight);
      this.titleWords.push(own);
    };
    for (const session of programme.sessions) add({ of: "session", id: session.id }, session.title, session.keywords);
    for (const document of programme.documents)
      add({ of: "document", id: document.id }, document.title, document.keywords);
  }

  has(form: string): boolean {
    return this.postings.has(form);
  }

  /** How telling a word is: 0 when every record has it. */
  private weight(key: string): number {
    return Math.log(1 + this.refs.length / (this.postings.get(key)?.size ?? this.refs.length));
  }

  /** Records that share words with the asked ones, best first. `forms[i]` are the stems word i may have. */
  search(forms: readonly (readonly string[])[], wanted: (ref: EntityRef) => boolean): Hit[] {
    const scores = new Map<number, { score: number; words: Set<number>; keys: Set<string> }>();
    let total = 0;
    forms.forEach((alternatives, word) => {
      const known = alternatives.filter((form) => this.postings.has(form));
      total += known.length > 0 ? Math.max(...known.map((form) => this.weight(form))) : Math.log(1 + this.refs.length);
      const best = new Map<number, { gain: number; key: string }>();
      for (const key of known)
        for (const [record, weight] of this.postings.get(key) ?? []) {
          const gain = weight * this.weight(key);
          if (gain > (best.get(record)?.gain ?? 0)) best.set(record, { gain, key });
        }
      for (const [record, { gain, key }] of best) {
        const ref = this.refs[record];
        if (!ref || !wanted(ref)) continue;
        const found = scores.get(record) ?? { score: 0, words: new Set(), keys: new Set() };
        found.score += found.keys.has(key) ? 0 : gain;
        found.words.add(word);
        found.keys.add(key);
        scores.set(record, found);
      }
    });
    const hits: Hit[] = [];
    for (const [record, { score, words, keys }] of scores) {
      const ref = this.refs[record];
      const own = this.titleWords[record] ?? [];
      const whole = own.reduce((sum, key) => sum + this.weight(key), 0);
      const asked = own.filter((key) => keys.has(key)).reduce((sum, key) => sum + this.weight(key), 0);
      if (ref)
        hits.push({ ref, score, words, asked: total > 0 ? score / total : 0, title: whole > 0 ? asked / whole : 0 });
    }
    return hits.sort((a, b) => b.score - a.score || b.title - a.title);
  }
}
