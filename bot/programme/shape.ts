import type { z } from "zod";
import type { ProgrammeData } from "./model.ts";
import {
  Block,
  Document,
  DocumentVersion,
  Event,
  InfoItem,
  Organization,
  Participation,
  Person,
  Place,
  Provenance,
  Session,
} from "./model.ts";
import { didYouMean, type Problem, pathOf, shown } from "./problems.ts";

/** The files of an event; each but `event` is a list of rows. The schema of each is of one row. */
export const fileSchemas = {
  event: Event,
  places: Place,
  sessions: Session,
  people: Person,
  organizations: Organization,
  participations: Participation,
  documents: Document,
  information: InfoItem,
} as const;
export type FileName = keyof typeof fileSchemas;

/** Names of the files, `event` first. */
export const fileNames = Object.keys(fileSchemas) as FileName[]; // Object.keys forgets the literal type

/** Rows of a file that could be read, each with its place in the file. */
export interface Placed<Row> {
  readonly row: Row;
  readonly path: string;
}

/** What could be read of the files: the checks run on it even when other rows have problems. */
export interface Readable {
  readonly event: ProgrammeData["event"] | undefined;
  readonly places: readonly Placed<ProgrammeData["places"][number]>[];
  readonly sessions: readonly Placed<ProgrammeData["sessions"][number]>[];
  readonly people: readonly Placed<ProgrammeData["people"][number]>[];
  readonly organizations: readonly Placed<ProgrammeData["organizations"][number]>[];
  readonly participations: readonly Placed<ProgrammeData["participations"][number]>[];
  readonly documents: readonly Placed<ProgrammeData["documents"][number]>[];
  readonly information: readonly Placed<ProgrammeData["information"][number]>[];
  /**
   * Every id that stands in a file, also of rows with problems: a reference to such a row is not a second problem.
   * Undefined for a file that is no list.
   */
  readonly idsIn: Readonly<Record<FileName, ReadonlySet<string> | undefined>>;
}

/** One row read by its schema, or the problems in it. */
export function readRow<S extends z.ZodType>(
  schema: S,
  row: unknown,
  file: string,
  at: readonly PropertyKey[],
): { readonly row: z.infer<S>; readonly problems?: never } | { readonly row?: never; readonly problems: Problem[] } {
  const read = schema.safeParse(row);
  if (read.success) return { row: read.data };
  const problems = read.error.issues
    .flatMap((issue) => unfold(issue, row))
    .map(({ path, says }) => ({ file, path: pathOf([...at, ...path]), says }));
  return { problems };
}

interface Finding {
  readonly path: readonly PropertyKey[];
  readonly says: string;
}
type Issue = z.core.$ZodIssue;

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === "object" && value !== null;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

/** An issue of the schema in our words; a union is shown by the branch that the value was meant for. */
function unfold(issue: Issue, row: unknown): Finding[] {
  const value = valueAt(row, issue.path);
  if (issue.code === "invalid_union") {
    const meant = issue.errors.find((branch) => !branch.some((inner) => inner.path.length === 0));
    if (meant) return meant.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] }, row));
    const wanted =
      issue.path.at(-1) === "at"
        ? "a line counted from 1, or a heading"
        : 'words, or words per language such as {"en": "…"}';
    return [{ path: issue.path, says: `must be ${wanted}, got ${shown(value)}` }];
  }
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      says: `is not a field here${didYouMean(key, knownKeys)}: remove it`,
    }));
  if (issue.code === "invalid_key")
    return [{ path: issue.path, says: `must be a language tag such as en or zh, got ${shown(issue.path.at(-1))}` }];
  return [{ path: issue.path, says: `${wanted(issue)}, got ${shown(value)}` }];
}

const nouns: Readonly<Record<string, string>> = {
  string: "text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list [ … ]",
  object: "an object { … }",
  record: "an object { … }",
};

function wanted(issue: Issue): string {
  if (issue.code === "invalid_type") return `must be ${nouns[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "too_small" && issue.origin === "string")
    return Number(issue.minimum) === 1 ? "must not be empty" : `must have ${issue.minimum} letters`;
  if (issue.code === "too_small" && issue.origin === "array") return `must have at least ${issue.minimum} row(s)`;
  if (issue.code === "too_small") return "must be greater than 0";
  if (issue.code === "too_big") return `must have at most ${issue.maximum} letters`;
  return issue.message.startsWith("must") ? issue.message : `must be right: ${issue.message}`;
}

/** Every field name of the model, to guess what a misspelt one was meant to be. */
const knownKeys: ReadonlySet<string> = new Set(
  [...Object.values(fileSchemas), Block, DocumentVersion, Provenance].flatMap((schema) => Object.keys(schema.shape)),
);
