import { mkdir, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Low } from "lowdb";
import { isTemporary } from "./durable-files.ts";
import { copyAside, dropJournals, Journal, readJournals } from "./journal.ts";
import { DurableSnapshot } from "./lowdb-adapter.ts";
import { lockFor, type ProcessLock } from "./process-lock.ts";
import { emptySnapshot, type Snapshot } from "./snapshot.ts";
import { State } from "./state.ts";
import { type Keeper, StateStore } from "./state-store.ts";
import { type Store, StoreError } from "./store.ts";

export interface LowdbOptions {
  readonly now: () => Date;
  /** Told, in a sentence for the log, what was found damaged and what was done about it. */
  readonly onDamage: (message: string) => void;
  /** Bytes of journal after which it is folded into the snapshot. */
  readonly foldAfter?: number;
}

/**
 * A directory with a snapshot (`store.json`, through lowdb), the snapshot before it (`.last-good`) and the journals
 * since: if either snapshot is damaged the other one and the journals give the whole state. For one process and as much
 * as fits in memory.
 */
export async function lowdbStore(path: string, options: LowdbOptions): Promise<Store> {
  const directory = resolve(path);
  await makeDirectory(directory);
  let journal: Journal | undefined;
  const lost = new StoreError(`Another process has taken over ${directory}. This one has stopped writing; restart it.`);
  const lock = await lockFor(join(directory, "lock"), () => journal?.fail(lost)).catch((error) => {
    throw error instanceof StoreError ? error : cannotKeep(directory, error);
  });
  try {
    for (const name of await readdir(directory)) if (isTemporary(name)) await rm(join(directory, name));
    const adapter = new DurableSnapshot(join(directory, "store.json"), options.onDamage);
    const { state, base, batch, damaged } = await load(directory, adapter, options.onDamage);
    journal = await Journal.start(directory, batch);
    const keeper = new LowdbKeeper(directory, state, adapter, base, journal, lock, options);
    if (damaged) await keeper.erase();
    else if (batch > base || !adapter.isWhole) await keeper.fold();
    return new StateStore(state, keeper, options.now);
  } catch (error) {
    await journal?.close().catch(() => {});
    await lock.release();
    throw error;
  }
}

/** The state on disk, the batch its snapshot goes up to, and the last batch of the journals. */
async function load(directory: string, adapter: DurableSnapshot, onDamage: (message: string) => void) {
  const { batches, damaged } = await readJournals(directory);
  const low = new Low<Snapshot>(adapter, emptySnapshot);
  await low.read();
  const since = batches.filter(({ batch }) => batch > low.data.batch);
  const first = since[0]?.batch;
  if (low.data === emptySnapshot && first !== undefined && first > 1) {
    throw new StoreError(
      `${directory} holds no readable snapshot, and its journals do not go back to the beginning. Put back a copy of the directory, or move it away to start with nothing.`,
    );
  }
  for (const { path, lines } of damaged) {
    const aside = await copyAside(path);
    onDamage(
      `${lines} line(s) of ${path} are damaged and left out, everything else in it is used. A copy is in ${aside}. If the power was cut and it was the last line, nothing acknowledged is lost.`,
    );
  }
  const last = since.at(-1)?.batch ?? low.data.batch;
  if (damaged.length === 0 && last - low.data.batch !== since.length) {
    onDamage(`Some journals are missing in ${directory}: what was changed in them is lost.`);
  }
  const state = new State(low.data.revision, [...low.data.facts, ...since.flatMap(({ facts }) => facts)]);
  return { state, base: low.data.batch, batch: last, damaged: damaged.length > 0 };
}

class LowdbKeeper implements Keeper {
  readonly #directory: string;
  readonly #state: State;
  readonly #adapter: DurableSnapshot;
  readonly #low: Low<Snapshot>;
  readonly #journal: Journal;
  readonly #lock: ProcessLock;
  readonly #options: LowdbOptions;
  /** The batch the present snapshot goes up to. */
  #base: number;
  #folding: Promise<void> | undefined;
  #nextErase: Promise<void> | undefined;
  #foldAt: number;

  constructor(
    directory: string,
    state: State,
    adapter: DurableSnapshot,
    base: number,
    journal: Journal,
    lock: ProcessLock,
    options: LowdbOptions,
  ) {
    this.#directory = directory;
    this.#state = state;
    this.#adapter = adapter;
    this.#low = new Low<Snapshot>(adapter, emptySnapshot);
    this.#base = base;
    this.#journal = journal;
    this.#lock = lock;
    this.#options = options;
    this.#foldAt = options.foldAfter ?? megabyte;
  }

  check(): void {
    if (this.#journal.failure) throw this.#journal.failure;
  }

  async keep(facts: Parameters<Keeper["keep"]>[0]): Promise<void> {
    await this.#journal.append(facts);
    if (this.#journal.bytes > this.#foldAt && !this.#folding) void this.#foldSoon();
  }

  async settled(): Promise<void> {
    await this.#journal.append([]);
  }

  /** Those who ask while one fold is under way share the next. */
  async erase(): Promise<void> {
    this.#nextErase ??= this.#after(async () => {
      this.#nextErase = undefined;
      await this.#foldNow(true);
    });
    await this.#nextErase;
  }

  /** Writes the state as it is into the snapshot, so that old journals are no longer needed. */
  fold(): Promise<void> {
    return this.#after(() => this.#foldNow(false));
  }

  async close(): Promise<void> {
    while (this.#folding) await this.#folding.catch(() => {});
    try {
      await this.#journal.close();
    } finally {
      await this.#lock.release();
    }
  }

  #after(act: () => Promise<void>): Promise<void> {
    const mine = (this.#folding ?? Promise.resolve()).catch(() => {}).then(act);
    this.#folding = mine;
    const done = () => {
      if (this.#folding === mine) this.#folding = undefined;
    };
    mine.then(done, done);
    return mine;
  }

  async #foldSoon(): Promise<void> {
    try {
      await this.fold();
      this.#foldAt = Math.max(this.#options.foldAfter ?? megabyte, 2 * this.#adapter.bytes);
    } catch (error) {
      // Everything is safe in the journal; try again when it has doubled.
      this.#foldAt *= 2;
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.onDamage(`The snapshot in ${this.#directory} cannot be written (${reason}); the journal grows on.`);
    }
  }

  async #foldNow(erasing: boolean): Promise<void> {
    const now = this.#options.now().getTime();
    let captured: Pick<Snapshot, "revision" | "facts"> = emptySnapshot;
    const batch = await this.#journal.turn(() => {
      captured = { revision: this.#state.revision, facts: this.#state.facts(now) };
    });
    this.check();
    this.#low.data = { format: 1, batch, ...captured };
    if (erasing) await this.#adapter.writeOver(this.#low.data);
    else await this.#low.write();
    // What the copy in reserve does not hold must stay in the journals.
    await dropJournals(this.#directory, erasing ? batch : this.#base);
    this.#base = batch;
  }
}

const megabyte = 1024 * 1024;

async function makeDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch((error) => {
    throw cannotKeep(directory, error);
  });
}

function cannotKeep(directory: string, cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StoreError(
    `The state cannot be kept in ${directory}: ${reason}. Give a directory this account may write to.`,
    { cause },
  );
}
