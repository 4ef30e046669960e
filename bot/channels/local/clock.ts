/** A clock that can be set: it runs on from where it was put, or follows the real one. */
export interface VirtualClock {
  /** The instant it shows, ISO 8601 in UTC. */
  now(): string;
  /** Puts it at an instant; `null` follows the real clock again. */
  set(at: string | null): void;
  isSet(): boolean;
}

/** @param real milliseconds since 1970 on the real clock */
export function virtualClock(real: () => number): VirtualClock {
  let ahead: number | undefined;
  return {
    now: () => new Date(real() + (ahead ?? 0)).toISOString(),
    set(at) {
      ahead = at === null ? undefined : Date.parse(at) - real();
    },
    isSet: () => ahead !== undefined,
  };
}
