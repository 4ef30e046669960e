import { readFile, rename } from "node:fs/promises";
import type { Adapter } from "lowdb";
import { copyDurably, replaceFile } from "./durable-files.ts";
import { parseSnapshot, type Snapshot, snapshotPieces } from "./snapshot.ts";

/**
 * lowdb's file, made to outlive kills and power cuts (lowdb's own adapter never syncs, uses one temporary name for all
 * and trusts what it reads). The file before the present one is kept beside it as `.last-good`.
 */
export class DurableSnapshot implements Adapter<Snapshot> {
  readonly #path: string;
  readonly #onDamage: (message: string) => void;
  /** Of the snapshot written or read last. */
  bytes = 0;
  /** False: the file was missing or damaged when it was read. */
  isWhole = false;

  constructor(path: string, onDamage: (message: string) => void) {
    this.#path = path;
    this.#onDamage = onDamage;
  }

  /** The newest readable copy; null if there is none. A damaged file is set aside, never overwritten. */
  async read(): Promise<Snapshot | null> {
    const present = await this.#readOne(this.#path);
    this.isWhole = typeof present !== "string";
    if (typeof present !== "string") return present;
    const previous = await this.#readOne(this.#lastGood);
    const used = typeof previous === "string" ? "There is no last good copy" : "The last good copy is used";
    if (present !== missing) {
      const aside = `${this.#path}.damaged-${Date.now()}`;
      await rename(this.#path, aside);
      this.#onDamage(`${this.#path} is damaged: ${present}. ${used}. The damaged file is now ${aside}.`);
    } else if (previous !== missing) {
      this.#onDamage(`${this.#path} is missing. ${used}.`);
    }
    return typeof previous === "string" ? null : previous;
  }

  async write(snapshot: Snapshot): Promise<void> {
    await copyDurably(this.#path, this.#lastGood).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    this.bytes = await replaceFile(this.#path, snapshotPieces(snapshot));
  }

  /** Writes both copies anew, so that neither holds what the snapshot does not. */
  async writeOver(snapshot: Snapshot): Promise<void> {
    this.bytes = await replaceFile(this.#path, snapshotPieces(snapshot));
    await replaceFile(this.#lastGood, snapshotPieces(snapshot));
  }

  get #lastGood(): string {
    return `${this.#path}.last-good`;
  }

  /** The snapshot, or what is wrong with it. */
  async #readOne(path: string): Promise<Snapshot | string> {
    try {
      const text = await readFile(path, "utf8");
      const snapshot = parseSnapshot(text);
      this.bytes = text.length;
      return snapshot;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if ("code" in error && error.code === "ENOENT") return missing;
      if ("code" in error) throw error; // the disk or the permissions, not the content
      return error.message;
    }
  }
}

const missing = "missing";
