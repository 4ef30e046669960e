import { z } from "zod";
import type { Fact } from "./state.ts";

/** The whole state at one moment, as the file holds it. */
export interface Snapshot {
  readonly format: 1;
  /** The last batch of the journal that is in it. */
  readonly batch: number;
  readonly revision: number;
  readonly facts: readonly Fact[];
}

export const emptySnapshot: Snapshot = { format: 1, batch: 0, revision: 0, facts: [] };

const count = z.number().int().nonnegative();
const time = z.number();

/** Facts as they come from a file. */
export const factsSchema: z.ZodType<Fact[]> = z.array(
  z.union([
    z.tuple([z.literal("set"), z.string(), z.string(), count, time.nullable(), z.json()]),
    z.tuple([z.literal("gone"), z.string(), z.string(), count]),
    z.tuple([z.literal("job"), z.string(), z.string(), time, z.json()]),
    z.tuple([z.literal("held"), z.string(), z.string(), time, count, time.nullable()]),
    z.tuple([z.literal("done"), z.string(), z.string()]),
  ]),
);

const snapshotSchema = z.object({ format: z.literal(1), batch: count, revision: count, facts: factsSchema });

/** Reads a snapshot, or throws saying what is wrong with it. */
export function parseSnapshot(text: string): Snapshot {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (content.trim() === "") throw new Error("it is empty");
  const parsed = snapshotSchema.safeParse(parseJson(content));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(issue ? `${issue.path.join(".") || "the whole"}: ${issue.message}` : "it is not a snapshot");
}

/** The parser's own message would quote what people wrote. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("it is not whole JSON");
  }
}

/** The snapshot as text, a fact a line, in pieces small enough that turns go on between them. */
export function* snapshotPieces({ facts, ...head }: Snapshot): Generator<string> {
  let piece = `${JSON.stringify(head).slice(0, -1)},"facts":[`;
  for (const [i, fact] of facts.entries()) {
    piece += `${i === 0 ? "" : ","}\n${JSON.stringify(fact)}`;
    if (piece.length > pieceLength) {
      yield piece;
      piece = "";
    }
  }
  yield `${piece}\n]}\n`;
}

const pieceLength = 256 * 1024;
