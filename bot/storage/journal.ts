import { type FileHandle, open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as othersHadTheirTurn } from "node:timers/promises";
import { copyDurably, privateMode, syncDirectory } from "./durable-files.ts";
import { type Batch, parseLines, toLine } from "./journal-lines.ts";
import type { Fact } from "./state.ts";
import { StoreError } from "./store.ts";

/** Something handed over that waits to be on disk. */
interface Waiting {
  readonly facts: readonly Fact[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

interface Turning {
  readonly capture: () => void;
  readonly resolve: (batch: number) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Appends facts to a file. Whatever is handed over while the disk is busy is written next, in one line with one
 * sync: a hundred at once cost hardly more than one.
 */
export class Journal {
  readonly #directory: string;
  #batch: number;
  #file: FileHandle;
  #bytes = 0;
  #waiting: Waiting[] = [];
  #turning: Turning | undefined;
  #running: Promise<void> | undefined;
  #failure: StoreError | undefined;

  private constructor(directory: string, batch: number, file: FileHandle) {
    this.#directory = directory;
    this.#batch = batch;
    this.#file = file;
  }

  /** Starts a new file after the given batch. */
  static async start(directory: string, after: number): Promise<Journal> {
    return new Journal(directory, after, await newFile(directory, after + 1));
  }

  /** Of the file now written to. */
  get bytes(): number {
    return this.#bytes;
  }

  get failure(): StoreError | undefined {
    return this.#failure;
  }

  append(facts: readonly Fact[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ facts, resolve, reject });
      this.#run();
    });
  }

  /**
   * Turns to a new file. `capture` runs at once between two batches; resolves with the last batch before it, when that
   * one is on disk. One caller at a time.
   */
  turn(capture: () => void): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#turning = { capture, resolve, reject };
      this.#run();
    });
  }

  /** Nothing is written from now on: after a failed sync nobody knows what the disk holds, only a restart tells. */
  fail(error: StoreError): void {
    this.#failure ??= error;
  }

  async close(): Promise<void> {
    while (this.#running) await this.#running;
    await this.#file.close();
  }

  #run(): void {
    this.#running ??= this.#write().finally(() => {
      this.#running = undefined;
      if (this.#waiting.length > 0 || this.#turning) this.#run();
    });
  }

  async #write(): Promise<void> {
    await othersHadTheirTurn();
    const group = this.#waiting;
    const turning = this.#turning;
    this.#waiting = [];
    this.#turning = undefined;
    try {
      if (this.#failure) throw this.#failure;
      turning?.capture();
      const facts = group.flatMap((waiting) => waiting.facts);
      if (facts.length > 0) await this.#writeBatch(facts);
      if (turning) await this.#turnFile();
    } catch (error) {
      this.fail(asStoreError(error, this.#directory));
      const failure = asStoreError(error, this.#directory);
      for (const waiting of group) waiting.reject(failure);
      turning?.reject(failure);
      return;
    }
    for (const waiting of group) waiting.resolve();
    turning?.resolve(this.#batch);
  }

  async #writeBatch(facts: readonly Fact[]): Promise<void> {
    const line = toLine({ batch: this.#batch + 1, facts });
    await this.#file.appendFile(line);
    await this.#file.datasync();
    // Another process may have taken over while the disk was busy: then this one may not say "kept".
    if (this.#failure) throw this.#failure;
    this.#batch++;
    this.#bytes += Buffer.byteLength(line);
  }

  async #turnFile(): Promise<void> {
    if (this.#bytes === 0) return;
    const file = await newFile(this.#directory, this.#batch + 1);
    await this.#file.close();
    this.#file = file;
    this.#bytes = 0;
  }
}

/** What a directory's journal files hold, oldest batch first. */
export interface JournalContent {
  readonly batches: readonly Batch[];
  /** Files with lines that cannot be read, and how many. */
  readonly damaged: readonly { readonly path: string; readonly lines: number }[];
}

export async function readJournals(directory: string): Promise<JournalContent> {
  const batches: Batch[] = [];
  const damaged: { path: string; lines: number }[] = [];
  for (const { path } of await journalFiles(directory)) {
    const content = parseLines(await readFile(path, "utf8"));
    batches.push(...content.batches);
    if (content.damaged > 0) damaged.push({ path, lines: content.damaged });
  }
  return { batches, damaged };
}

/** Removes the files that begin at or before the batch. */
export async function dropJournals(directory: string, upTo: number): Promise<void> {
  for (const { path, first } of await journalFiles(directory)) if (first <= upTo) await rm(path, { force: true });
  await syncDirectory(directory);
}

/** Keeps what is in a damaged file for somebody to look at; the file stays. */
export async function copyAside(path: string): Promise<string> {
  const aside = `${path}.damaged-${Date.now()}`;
  await copyDurably(path, aside);
  return aside;
}

async function journalFiles(directory: string): Promise<readonly { readonly path: string; readonly first: number }[]> {
  const files = (await readdir(directory)).flatMap((name) => {
    const [, first] = /^journal-(\d+)\.jsonl$/.exec(name) ?? [];
    return first === undefined ? [] : [{ path: join(directory, name), first: Number(first) }];
  });
  return files.sort((a, b) => a.first - b.first);
}

async function newFile(directory: string, first: number): Promise<FileHandle> {
  // A file of this name can only hold a torn line: its first batch was never acknowledged.
  const file = await open(join(directory, `journal-${String(first).padStart(12, "0")}.jsonl`), "w", privateMode);
  await syncDirectory(directory);
  return file;
}

function asStoreError(error: unknown, directory: string): StoreError {
  if (error instanceof StoreError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(
    `Nothing can be kept in ${directory} any more: ${reason}. Make room or mend the disk, then restart; what was acknowledged is safe.`,
    { cause: error },
  );
}
