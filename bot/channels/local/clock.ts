import { news } from "./news.ts";

/** A clock that can be set: it runs on from where it was put, or follows the real one. */
export interface VirtualClock {
  /** The instant it shows, ISO 8601 in UTC. */
  now(): string;
  /** Puts it at an instant; `null` follows the real clock again. */
  set(at: string | null): void;
  isSet(): boolean;
  /** Hears whenever it is put elsewhere. */
  listen(heard: () => void): () => void;
}

/** @param real milliseconds since 1970 on the real clock */
export function virtualClock(real: () => number): VirtualClock {
  let ahead: number | undefined;
  const moved = news<undefined>();
  return {
    now: () => new Date(real() + (ahead ?? 0)).toISOString(),
    set(at) {
      ahead = at === null ? undefined : Date.parse(at) - real();
      moved.tell(undefined);
    },
    isSet: () => ahead !== undefined,
    listen: moved.listen,
  };
}
