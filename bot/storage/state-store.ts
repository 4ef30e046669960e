import type { Fact, KeptJob, State } from "./state.ts";
import {
  type Change,
  type Changes,
  type Claim,
  type Entry,
  type Job,
  type Keeping,
  type KeyedEntry,
  type Store,
  StoreError,
  type Write,
} from "./store.ts";

/** Where facts go so that they outlive the process. */
export interface Keeper {
  /** Facts handed over together are kept together, in the order of the calls. Resolves once they are. */
  keep(facts: readonly Fact[]): Promise<void>;
  /** Resolves once everything handed over so far is kept. */
  settled(): Promise<void>;
  /** Resolves once nothing but the present state is kept anywhere. */
  erase(): Promise<void>;
  close(): Promise<void>;
  /** Throws if nothing can be kept any more. */
  check(): void;
}

/** A store that decides in memory, at once, and answers when the keeper has kept what the answer rests on. */
export class StateStore implements Store {
  readonly #state: State;
  readonly #keeper: Keeper;
  readonly #now: () => number;
  /** What is decided but not yet kept, by entry or job. */
  readonly #underWay = new Map<string, Promise<void>>();
  #nextSweep = 0;
  #closing: Promise<void> | undefined;

  constructor(state: State, keeper: Keeper, now: () => Date) {
    this.#state = state;
    this.#keeper = keeper;
    this.#now = () => now().getTime();
  }

  async get(collection: string, key: string): Promise<Entry | undefined> {
    this.#check();
    const entry = this.#state.entry(collection, key, this.#now());
    await this.#underWay.get(name("entry", collection, key));
    return entry && { value: entry.value, revision: entry.revision };
  }

  async list(collection: string): Promise<readonly KeyedEntry[]> {
    this.#check();
    const entries = this.#state.entries(collection, this.#now());
    await this.#keeper.settled();
    return entries.map(([key, { value, revision }]) => ({ key, value, revision }));
  }

  async put(
    collection: string,
    key: string,
    value: unknown,
    expectedRevision: number | undefined,
    keeping?: Keeping,
  ): Promise<number | "conflict"> {
    return this.together([{ write: "put", collection, key, value, expectedRevision, ...keeping }]);
  }

  async remove(collection: string, key: string): Promise<void> {
    await this.together([{ write: "remove", collection, key }]);
  }

  async insertOnce(collection: string, key: string, value: unknown, { keepUntil }: Keeping): Promise<boolean> {
    const outcome = await this.together([{ write: "insertOnce", collection, key, value, keepUntil }]);
    return outcome !== "conflict";
  }

  async enqueue(queue: string, job: Job): Promise<boolean> {
    return (await this.together([{ write: "enqueue", queue, job }])) !== "conflict";
  }

  async together(writes: readonly Write[]): Promise<number | "conflict"> {
    this.#check();
    const now = this.#now();
    const names = writes.map(nameOf);
    if (new Set(names).size < names.length) throw new StoreError("Writes made together must name each key once.");
    const earlier = names.map((written) => this.#underWay.get(written));
    if (writes.some((write) => this.#isRefused(write, now))) {
      await Promise.all(earlier);
      return "conflict";
    }
    const revision = this.#state.revision + 1;
    const facts = writes.flatMap((write) => this.#factOf(write, revision));
    if (facts.length === 0) {
      await Promise.all(earlier);
      return this.#state.revision;
    }
    const changes = writes.flatMap((write) => changeOf(write, revision));
    await this.#keep(names, facts, changes);
    if (facts.some(([kind]) => kind === "gone")) await this.#keeper.erase();
    return revision;
  }

  async claimDue(queue: string, now: Date, lease: number, limit: number): Promise<readonly Claim[]> {
    this.#check();
    const at = now.getTime();
    const due: [string, KeptJob][] = [];
    for (const [id, job] of this.#state.jobs(queue)) {
      if (job.due <= at && (job.leaseEnd === null || job.leaseEnd <= at)) due.push([id, job]);
    }
    const claimed = due.sort(([, a], [, b]) => a.due - b.due).slice(0, Math.max(0, limit));
    if (claimed.length === 0) return [];
    const facts = claimed.map(([id, job]): Fact => ["held", queue, id, job.due, job.epoch + 1, at + lease]);
    await this.#keep(
      claimed.map(([id]) => name("job", queue, id)),
      facts,
    );
    return claimed.map(([id, job]) => ({
      id,
      due: new Date(job.due),
      value: job.value,
      epoch: job.epoch + 1,
      unclear: job.leaseEnd !== null,
    }));
  }

  async complete(queue: string, id: string, epoch: number): Promise<boolean> {
    return this.#change(queue, id, (job) => (job.epoch === epoch ? ["done", queue, id] : undefined));
  }

  async postpone(queue: string, id: string, epoch: number, due: Date): Promise<boolean> {
    return this.#change(queue, id, (job) =>
      job.epoch === epoch ? ["held", queue, id, due.getTime(), epoch, null] : undefined,
    );
  }

  async cancel(queue: string, id: string): Promise<boolean> {
    return this.#change(queue, id, () => ["done", queue, id]);
  }

  async changesSince(revision: number): Promise<Changes> {
    this.#check();
    const changes = this.#state.changesSince(revision);
    await this.#keeper.settled();
    return changes;
  }

  close(): Promise<void> {
    this.#closing ??= this.#keeper.close();
    return this.#closing;
  }

  async #change(queue: string, id: string, decide: (job: KeptJob) => Fact | undefined): Promise<boolean> {
    this.#check();
    const job = this.#state.job(queue, id);
    const fact = job && decide(job);
    const key = name("job", queue, id);
    if (!fact) {
      await this.#underWay.get(key);
      return false;
    }
    await this.#keep([key], [fact]);
    return true;
  }

  /** Makes the facts true now, and resolves once they are kept. */
  async #keep(names: readonly string[], facts: readonly Fact[], changes: readonly Change[] = []): Promise<void> {
    this.#state.apply(facts, changes);
    const kept = this.#keeper.keep(facts);
    for (const written of names) this.#underWay.set(written, kept);
    await kept;
    for (const written of names) if (this.#underWay.get(written) === kept) this.#underWay.delete(written);
  }

  #isRefused(write: Write, now: number): boolean {
    switch (write.write) {
      case "put":
        return this.#state.entry(write.collection, write.key, now)?.revision !== write.expectedRevision;
      case "insertOnce":
        return this.#state.entry(write.collection, write.key, now) !== undefined;
      case "remove":
        return false;
      case "enqueue":
        return this.#state.job(write.queue, write.job.id) !== undefined;
    }
  }

  #factOf(write: Write, revision: number): readonly Fact[] {
    switch (write.write) {
      case "put":
      case "insertOnce": {
        const { collection, key, value, keepUntil } = write;
        return [["set", collection, key, revision, keepUntil?.getTime() ?? null, plain(value)]];
      }
      case "remove": {
        const { collection, key } = write;
        return this.#state.holds(collection, key) ? [["gone", collection, key, revision]] : [];
      }
      case "enqueue":
        return [["job", write.queue, write.job.id, write.job.due.getTime(), plain(write.job.value)]];
    }
  }

  #check(): void {
    if (this.#closing) throw new StoreError("The store is closed.");
    this.#keeper.check();
    const now = this.#now();
    if (now < this.#nextSweep) return;
    this.#state.sweep(now);
    this.#nextSweep = now + sweepEvery;
  }
}

/** Milliseconds; a sweep looks at every entry. */
const sweepEvery = 60_000;

function changeOf(write: Write, revision: number): readonly Change[] {
  if (write.write !== "put" && write.write !== "remove") return [];
  const { collection, key } = write;
  return [{ revision, collection, key, removed: write.write === "remove" }];
}

function nameOf(write: Write): string {
  return write.write === "enqueue"
    ? name("job", write.queue, write.job.id)
    : name("entry", write.collection, write.key);
}

function name(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** A copy that nobody can change any more, so that it may be handed out again and again. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value);
  if (text === undefined) throw new StoreError("Only plain JSON can be stored, got nothing JSON can write.");
  return freeze(JSON.parse(text));
}

function freeze(value: unknown): unknown {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) freeze(inner);
    Object.freeze(value);
  }
  return value;
}
