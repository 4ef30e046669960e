import { fileURLToPath } from "node:url";
import { lowdbStore } from "./lowdb.ts";
import { memoryStore } from "./memory.ts";
import { type Store, StoreError } from "./store.ts";

export interface StoreOptions {
  readonly now: () => Date;
  /** Told, in a sentence for the log, what was found damaged and what was done about it. */
  readonly onDamage: (message: string) => void;
}

const defaultDirectory = "data/state";

/** Opens the store an address names: `memory:`, or `file:` and a directory (`file:data/state` if none is given). */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  if (url === "memory:") return memoryStore(options.now);
  if (url.startsWith("file:")) return lowdbStore(directoryOf(url), options);
  throw new StoreError(
    `The store must be "memory:" (forgotten at the end) or "file:" and a directory, such as "file:${defaultDirectory}", got "${schemeOf(url)}".`,
  );
}

function directoryOf(url: string): string {
  if (!url.startsWith("file://")) return url.slice("file:".length) || defaultDirectory;
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw new StoreError(`"${url}" names no directory here. Write "file:data/state" or "file:///var/lib/rostrum".`, {
      cause: error,
    });
  }
}

/** An address may hold a password: only its beginning is ever shown. */
function schemeOf(url: string): string {
  const end = url.indexOf(":");
  return end < 0 ? "a name without a colon" : `${url.slice(0, end)}:…`;
}
