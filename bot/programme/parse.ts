import type { z } from "zod";
import { checkPrivacy } from "./check-privacy.ts";
import { checkReferences } from "./check-references.ts";
import { checkTimes } from "./check-times.ts";
import type { ProgrammeData } from "./model.ts";
import { didYouMean, type Problem, ProgrammeError, shown } from "./problems.ts";
import { type FileName, fileNames, fileSchemas, type Placed, type Readable, readRow } from "./shape.ts";

export { ProgrammeError } from "./problems.ts";

/**
 * Reads the files of an event, by name without extension (`event`, `sessions`, …), once and for all: inside, nothing is
 * checked again. A missing list is empty. Throws a `ProgrammeError` that names every problem.
 */
export function parseProgramme(files: Readonly<Record<string, unknown>>): ProgrammeData {
  const problems: Problem[] = [];
  for (const name of Object.keys(files))
    if (!fileNames.some((known) => known === name))
      problems.push({
        file: name,
        path: "",
        says: `is not a file of an event${didYouMean(name, fileNames)}: remove it`,
      });

  const rows = <S extends z.ZodType>(file: FileName, schema: S): Placed<z.infer<S>>[] => {
    const value = files[file] ?? [];
    if (!Array.isArray(value)) {
      problems.push({ file, path: "", says: `must be a list [ … ], got ${shown(value)}` });
      return [];
    }
    return value.flatMap((raw: unknown, index) => {
      const read = readRow(schema, raw, file, [index]);
      if (read.problems) {
        problems.push(...read.problems);
        return [];
      }
      return [{ row: read.row, path: `[${index}]` }];
    });
  };

  const readEvent = readRow(fileSchemas.event, files.event, "event", []);
  if (readEvent.problems) problems.push(...readEvent.problems);
  const readable: Readable = {
    event: readEvent.row,
    places: rows("places", fileSchemas.places),
    sessions: rows("sessions", fileSchemas.sessions),
    people: rows("people", fileSchemas.people),
    organizations: rows("organizations", fileSchemas.organizations),
    participations: rows("participations", fileSchemas.participations),
    documents: rows("documents", fileSchemas.documents),
    information: rows("information", fileSchemas.information),
    idsIn: idsIn(files),
  };
  problems.push(...checkReferences(readable), ...checkTimes(readable), ...checkPrivacy(files));
  if (problems.length > 0 || !readable.event) throw new ProgrammeError(inFileOrder(problems));

  const plain = <Row>(placed: readonly Placed<Row>[]): readonly Row[] => placed.map(({ row }) => row);
  return {
    event: readable.event,
    places: plain(readable.places),
    sessions: plain(readable.sessions),
    people: plain(readable.people),
    organizations: plain(readable.organizations),
    participations: plain(readable.participations),
    documents: plain(readable.documents),
    information: plain(readable.information),
  };
}

function idsIn(files: Readonly<Record<string, unknown>>): Readable["idsIn"] {
  const idsOf = (name: FileName): ReadonlySet<string> | undefined => {
    const value = files[name] ?? [];
    if (!Array.isArray(value)) return undefined;
    const rows: readonly unknown[] = value;
    return new Set(
      rows.flatMap((row) =>
        typeof row === "object" && row !== null && "id" in row && typeof row.id === "string" ? [row.id] : [],
      ),
    );
  };
  return {
    event: undefined,
    places: idsOf("places"),
    sessions: idsOf("sessions"),
    people: idsOf("people"),
    organizations: idsOf("organizations"),
    participations: undefined,
    documents: idsOf("documents"),
    information: idsOf("information"),
  };
}

/** File by file, and in a file from top to bottom. */
function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  const order = (file: string) => Object.keys(fileSchemas).indexOf(file);
  return [...problems].sort(
    (a, b) => order(a.file) - order(b.file) || a.path.localeCompare(b.path, "en", { numeric: true }),
  );
}
