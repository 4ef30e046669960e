/** What the store cannot do, and what an organiser can do about it. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** A value and the revision it was written at. */
export interface Entry {
  /** Plain JSON; not to be changed in place. */
  readonly value: unknown;
  readonly revision: number;
}

export interface KeyedEntry extends Entry {
  readonly key: string;
}

export interface Keeping {
  /** From this moment on, the entry is as if it had never been written. */
  readonly keepUntil: Date;
}

/** Something to do later, once: a post, an edit, a reminder. */
export interface Job {
  /** Unique among the waiting jobs of its queue. */
  readonly id: string;
  readonly due: Date;
  /** Plain JSON. */
  readonly value: unknown;
}

/** A job that one worker holds until its lease runs out. */
export interface Claim extends Job {
  /** Grows with each claim of the job; only the newest may complete or postpone it. */
  readonly epoch: number;
  /** An earlier claim ran out neither completed nor postponed: whether its work was done is not known. */
  readonly unclear: boolean;
}

export type Write =
  | ({ readonly write: "put"; readonly expectedRevision: number | undefined } & Keyed & Partial<Keeping>)
  | ({ readonly write: "insertOnce" } & Keyed & Keeping)
  | { readonly write: "remove"; readonly collection: string; readonly key: string }
  | { readonly write: "enqueue"; readonly queue: string; readonly job: Job };

interface Keyed {
  readonly collection: string;
  readonly key: string;
  readonly value: unknown;
}

export interface Change {
  readonly revision: number;
  readonly collection: string;
  readonly key: string;
  readonly removed: boolean;
}

export interface Changes {
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** Ask for the changes since this one next time. */
  readonly revision: number;
  /** False: changes as old as asked for are no longer known; read the collections again. */
  readonly complete: boolean;
}

/**
 * Where the assistant keeps what it must not lose. Every engine keeps these promises (`tests/storage/contract.ts`):
 *
 * - A promise resolves once what it tells would survive a kill of the process: a write when it is kept,
 *   a read when what it shows is kept.
 * - Of simultaneous writes to one key, each is seen whole and in some order; none is half done.
 * - A rejected promise means that it is not known whether the write was kept.
 * - Values are plain JSON: what comes back equals `JSON.parse(JSON.stringify(value))`.
 * - Any string is a key. Keys that stand for people are hashed before they come here.
 */
export interface Store {
  /** The newest entry; undefined if there is none, or it is kept no longer. */
  get(collection: string, key: string): Promise<Entry | undefined>;

  /** Every entry of a collection, in no promised order. */
  list(collection: string): Promise<readonly KeyedEntry[]>;

  /**
   * Writes if the entry still has the expected revision (undefined: if there is none), and tells the new one.
   * "conflict": somebody else was first, nothing is written.
   */
  put(
    collection: string,
    key: string,
    value: unknown,
    expectedRevision: number | undefined,
    keeping?: Keeping,
  ): Promise<number | "conflict">;

  /** Once it resolves, nothing the engine keeps for itself holds the value, not even a copy in reserve. */
  remove(collection: string, key: string): Promise<void>;

  /** True for exactly one of all callers with this key until `keepUntil`. The first value stays. */
  insertOnce(collection: string, key: string, value: unknown, keeping: Keeping): Promise<boolean>;

  /**
   * All of the writes, or none of them: "conflict" if any would be refused on its own. They share the revision that
   * is told. A key or job may be named once only.
   */
  together(writes: readonly Write[]): Promise<number | "conflict">;

  /** False if a job of this id is waiting already: it stays as it is. */
  enqueue(queue: string, job: Job): Promise<boolean>;

  /**
   * At most `limit` jobs that are due at `now` and that nobody holds, the longest due first. They are the caller's
   * until `lease` milliseconds after `now`; then anybody may claim them again.
   */
  claimDue(queue: string, now: Date, lease: number, limit: number): Promise<readonly Claim[]>;

  /** The job is done and leaves the queue. False, and nothing happens, if somebody has claimed it since or it is gone. */
  complete(queue: string, id: string, epoch: number): Promise<boolean>;

  /** Gives the job back, due at another time. False, and nothing happens, as with `complete`. */
  postpone(queue: string, id: string, epoch: number, due: Date): Promise<boolean>;

  /** The job leaves the queue, whoever holds it. False if it was gone already. */
  cancel(queue: string, id: string): Promise<boolean>;

  /**
   * What was put and removed after this revision, in the order of revisions, which never go back, not even over a
   * restart. Marks of `insertOnce` and jobs are left out; so is what merely expired. An engine may know only the
   * latest thousand changes and none from before its start: then `complete` is false.
   */
  changesSince(revision: number): Promise<Changes>;

  /** Waits for what is under way, then lets go of everything. Every later call is rejected. */
  close(): Promise<void>;
}
