/** Shortest word that is mended: shorter ones have too many neighbours. */
const shortest = 5;

/** Words at most one letter longer than `word`, by leaving letters out; each stands for a family of misspellings. */
function shortened(word: string): string[] {
  const forms = [word];
  for (let i = 1; i < word.length; i++) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
}

/** Letters changed, left out, added or swapped with the next. */
function edits(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY;
}

/** Known words by what is left of them when a letter is left out: misspellings meet them half-way. */
export class Spelling {
  private readonly families = new Map<string, string[]>();
  private readonly known = new Set<string>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (this.known.has(word)) continue;
      this.known.add(word);
      if (word.length < shortest) continue;
      for (const form of shortened(word)) {
        const family = this.families.get(form);
        if (family) family.push(word);
        else this.families.set(form, [word]);
      }
    }
  }

  has(word: string): boolean {
    return this.known.has(word);
  }

  /** The nearest known word with the same first letter (in five letters also the last): one error in up to 7 letters, two in longer ones. */
  mend(word: string): { readonly word: string; readonly edits: number } | undefined {
    if (word.length < shortest) return undefined;
    const allowed = word.length >= 8 ? 2 : 1;
    let best: { word: string; edits: number } | undefined;
    for (const form of shortened(word))
      for (const candidate of this.families.get(form) ?? []) {
        if (candidate[0] !== word[0] || (word.length === shortest && candidate.at(-1) !== word.at(-1))) continue;
        const distance = edits(word, candidate);
        if (distance <= allowed && (!best || distance < best.edits)) best = { word: candidate, edits: distance };
      }
    return best;
  }
}
