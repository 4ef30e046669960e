/** Something an organiser can mend in the files of an event: where it is, and what is wanted there. */
export interface Problem {
  /** File name without its extension, such as `sessions`. */
  readonly file: string;
  /** Place in the file, such as `[0].start`; empty for the file as a whole. */
  readonly path: string;
  /** What should be there and what is: `must be …, got …`. */
  readonly says: string;
}

/** The files of an event cannot be used; every problem at once, each with its place and a way out. */
export class ProgrammeError extends Error {
  override readonly name = "ProgrammeError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ file, path, says }) => `  - ${file}.json${path} ${says}`);
    super([`The programme has ${problems.length} problem(s):`, ...lines].join("\n"));
    this.problems = problems;
  }
}

/** A path as people write it: `[0].versions[1].url`. */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys
    .map((key) =>
      typeof key === "number"
        ? `[${key}]`
        : /^[\w-]+$/.test(String(key))
          ? `.${String(key)}`
          : `[${JSON.stringify(String(key))}]`,
    )
    .join("");

/** A value as it stands in the file, cut to fit a line. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The candidate that a misspelt word most likely stands for, if one is near enough to be worth asking. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const allowed = Math.max(1, Math.floor(word.length / 4));
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= allowed && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** ` (did you mean "…"?)`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = nearest(word, candidates);
  return candidate === undefined ? "" : ` (did you mean "${candidate}"?)`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
  }
  return row[b.length] ?? 0;
}
