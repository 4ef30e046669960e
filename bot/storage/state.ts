import type { Change, Changes } from "./store.ts";

/** What has become so: a line of the journal and of the snapshot. Facts are outcomes, so a fact told twice does no harm. */
export type Fact =
  | readonly ["set", collection: string, key: string, revision: number, keepUntil: number | null, value: unknown]
  | readonly ["gone", collection: string, key: string, revision: number]
  | readonly ["job", queue: string, id: string, due: number, value: unknown]
  | readonly ["held", queue: string, id: string, due: number, epoch: number, leaseEnd: number | null]
  | readonly ["done", queue: string, id: string];

export interface KeptEntry {
  readonly value: unknown;
  readonly revision: number;
  /** Milliseconds since 1970, as all times here. */
  readonly keepUntil: number | null;
}

export interface KeptJob {
  readonly value: unknown;
  readonly due: number;
  readonly epoch: number;
  readonly leaseEnd: number | null;
}

const changesKnown = 1000;

/** Everything a store holds, in memory. Only facts change it, so replaying them gives the same state. */
export class State {
  #revision: number;
  readonly #collections = new Map<string, Map<string, KeptEntry>>();
  readonly #queues = new Map<string, Map<string, KeptJob>>();
  #changes: Change[] = [];
  /** The newest revision whose change is no longer known. */
  #unknownUpTo: number;

  constructor(revision = 0, facts: Iterable<Fact> = []) {
    this.#revision = revision;
    for (const fact of facts) this.#apply(fact);
    this.#unknownUpTo = this.#revision;
  }

  get revision(): number {
    return this.#revision;
  }

  entry(collection: string, key: string, now: number): KeptEntry | undefined {
    const entry = this.#collections.get(collection)?.get(key);
    return entry && isKept(entry, now) ? entry : undefined;
  }

  /** Whether memory still holds it, expired or not. */
  holds(collection: string, key: string): boolean {
    return this.#collections.get(collection)?.has(key) ?? false;
  }

  entries(collection: string, now: number): readonly (readonly [string, KeptEntry])[] {
    return [...(this.#collections.get(collection) ?? [])].filter(([, entry]) => isKept(entry, now));
  }

  job(queue: string, id: string): KeptJob | undefined {
    return this.#queues.get(queue)?.get(id);
  }

  jobs(queue: string): Iterable<readonly [string, KeptJob]> {
    return this.#queues.get(queue) ?? [];
  }

  /** Makes the facts true, and remembers which of them are changes that others may want to hear of. */
  apply(facts: readonly Fact[], changes: readonly Change[]): void {
    for (const fact of facts) this.#apply(fact);
    this.#changes.push(...changes);
    if (this.#changes.length > 2 * changesKnown) {
      const dropped = this.#changes.splice(0, this.#changes.length - changesKnown);
      this.#unknownUpTo = dropped.at(-1)?.revision ?? this.#unknownUpTo;
    }
  }

  changesSince(revision: number): Changes {
    return {
      changes: this.#changes.filter((change) => change.revision > revision),
      revision: this.#revision,
      complete: revision >= this.#unknownUpTo,
    };
  }

  /** Lets go of what has expired. */
  sweep(now: number): void {
    for (const entries of this.#collections.values()) {
      for (const [key, entry] of entries) if (!isKept(entry, now)) entries.delete(key);
    }
  }

  /** The facts from which this state can be made anew. */
  facts(now: number): Fact[] {
    const facts: Fact[] = [];
    for (const [collection, entries] of this.#collections) {
      for (const [key, entry] of entries) {
        if (isKept(entry, now)) facts.push(["set", collection, key, entry.revision, entry.keepUntil, entry.value]);
      }
    }
    for (const [queue, jobs] of this.#queues) {
      for (const [id, { due, value, epoch, leaseEnd }] of jobs) {
        facts.push(["job", queue, id, due, value]);
        if (epoch > 0) facts.push(["held", queue, id, due, epoch, leaseEnd]);
      }
    }
    return facts;
  }

  #apply(fact: Fact): void {
    switch (fact[0]) {
      case "set": {
        const [, collection, key, revision, keepUntil, value] = fact;
        inner(this.#collections, collection).set(key, { value, revision, keepUntil });
        this.#revision = Math.max(this.#revision, revision);
        break;
      }
      case "gone": {
        const [, collection, key, revision] = fact;
        this.#collections.get(collection)?.delete(key);
        this.#revision = Math.max(this.#revision, revision);
        break;
      }
      case "job": {
        const [, queue, id, due, value] = fact;
        inner(this.#queues, queue).set(id, { value, due, epoch: 0, leaseEnd: null });
        break;
      }
      case "held": {
        const [, queue, id, due, epoch, leaseEnd] = fact;
        const job = this.job(queue, id);
        if (job) inner(this.#queues, queue).set(id, { value: job.value, due, epoch, leaseEnd });
        break;
      }
      case "done":
        this.#queues.get(fact[1])?.delete(fact[2]);
        break;
    }
  }
}

function isKept(entry: KeptEntry, now: number): boolean {
  return entry.keepUntil === null || entry.keepUntil > now;
}

function inner<V>(outer: Map<string, Map<string, V>>, name: string): Map<string, V> {
  let found = outer.get(name);
  if (!found) {
    found = new Map();
    outer.set(name, found);
  }
  return found;
}
