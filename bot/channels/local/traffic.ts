/** One exchange between the channel and the assistant, for the developer's view. */
export interface Exchange {
  readonly number: number;
  readonly at: string;
  /** `in` to the assistant, `out` from it. */
  readonly direction: "in" | "out";
  /** Such as `invoke adaptiveCard/action`, or `PUT activity`. */
  readonly what: string;
  readonly status: number;
  readonly ms: number;
  readonly sent: unknown;
  readonly answered?: unknown;
}

export interface Traffic {
  note(exchange: Omit<Exchange, "number">): void;
  recent(): readonly Exchange[];
  listen(heard: (exchange: Exchange) => void): () => void;
}

/** Remembers the newest exchanges. */
export function traffic(keep = 200): Traffic {
  let exchanges: readonly Exchange[] = [];
  let number = 0;
  const listeners = new Set<(exchange: Exchange) => void>();
  return {
    note(exchange) {
      number += 1;
      const numbered = { ...exchange, number };
      exchanges = [...exchanges, numbered].slice(-keep);
      for (const heard of listeners) heard(numbered);
    },
    recent: () => exchanges,
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
