import { crc32 } from "node:zlib";
import { z } from "zod";
import { factsSchema } from "./snapshot.ts";
import type { Fact } from "./state.ts";

/** What was written to disk in one go: all of it counts, or none. */
export interface Batch {
  /** One more than the batch before. */
  readonly batch: number;
  readonly facts: readonly Fact[];
}

const batchSchema: z.ZodType<Batch> = z.object({ batch: z.number().int().positive(), facts: factsSchema });

/** A batch as a line: a checksum, so that what a power cut left half written is known, then JSON. */
export function toLine(batch: Batch): string {
  const json = JSON.stringify(batch);
  return `${checksum(json)} ${json}\n`;
}

/**
 * The batches of a journal file, and how many of its lines are damaged. A last line without its end was never
 * acknowledged and does not count.
 */
export function parseLines(text: string): { readonly batches: readonly Batch[]; readonly damaged: number } {
  const batches: Batch[] = [];
  let damaged = 0;
  const lines = text.split("\n");
  lines.pop();
  for (const line of lines) {
    const batch = parseLine(line);
    if (batch) batches.push(batch);
    else damaged++;
  }
  return { batches, damaged };
}

function parseLine(line: string): Batch | undefined {
  const json = line.slice(9);
  if (line.slice(0, 9) !== `${checksum(json)} `) return undefined;
  const parsed = batchSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : undefined;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, "0");
}
