/** Shortest word that is mended: shorter ones have too many neighbours. */
const shortest = 5;

/** What a word is reduced to when letter `without` is left out: a number, since texts would take megabytes. */
function hashOf(word: string, without: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) if (i !== without) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Letters changed, left out, added or swapped with the next; stops counting at more than `most`. */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let nearest = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
      if (least < nearest) nearest = least;
    }
    // A swap looks two rows back, so one row may lie above the limit.
    if (nearest > most + 1) return Number.POSITIVE_INFINITY;
    before = last;
    last = row;
  }
  return last[b.length] ?? Number.POSITIVE_INFINITY;
}

/**
 * Known words by what is left of them when a letter is left out: misspellings meet them half-way. Families stand
 * in a chained hash table of integers, built when the first unknown word comes.
 */
export class Spelling {
  private readonly words: readonly string[];
  private table:
    | { readonly heads: Int32Array; readonly next: Int32Array; readonly hashes: Int32Array; readonly owner: Int32Array }
    | undefined;

  constructor(words: Iterable<string>) {
    this.words = [...new Set(words)].filter((word) => word.length >= shortest);
  }

  /** The nearest known word with the same first letter (in five letters also the last): one error in up to 7 letters, two in longer ones. */
  mend(word: string): { readonly word: string; readonly edits: number } | undefined {
    if (word.length < shortest) return undefined;
    this.table ??= tableOf(this.words);
    const { heads, next, hashes, owner } = this.table;
    const allowed = word.length >= 8 ? 2 : 1;
    let best: { word: string; edits: number } | undefined;
    for (let without = 0; without < word.length; without++) {
      const hash = hashOf(word, without === 0 ? -1 : without);
      for (let at = heads[hash & (heads.length - 1)] ?? -1; at >= 0; at = next[at] ?? -1) {
        if (hashes[at] !== hash) continue;
        const candidate = this.words[owner[at] ?? 0] ?? "";
        if (candidate[0] !== word[0] || (word.length === shortest && candidate.at(-1) !== word.at(-1))) continue;
        const distance = edits(word, candidate, best ? best.edits - 1 : allowed);
        if (distance <= allowed && (!best || distance < best.edits)) best = { word: candidate, edits: distance };
      }
    }
    return best;
  }
}

/** Each word stands in its own family and in one for each letter but the first left out. */
function tableOf(words: readonly string[]) {
  const count = words.reduce((sum, word) => sum + word.length, 0);
  const heads = new Int32Array(2 ** Math.ceil(Math.log2(count + 1))).fill(-1);
  const next = new Int32Array(count);
  const hashes = new Int32Array(count);
  const owner = new Int32Array(count);
  let at = 0;
  // Backwards, since each is put before those of its family: earlier words win when two are as near.
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] ?? "";
    for (let without = 0; without < word.length; without++) {
      const hash = hashOf(word, without === 0 ? -1 : without);
      const bucket = hash & (heads.length - 1);
      hashes[at] = hash;
      owner[at] = i;
      next[at] = heads[bucket] ?? -1;
      heads[bucket] = at;
      at += 1;
    }
  }
  return { heads, next, hashes, owner };
}
