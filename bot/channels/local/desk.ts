import type { Activity } from "./activity.ts";
import type { VirtualClock } from "./clock.ts";
import type { Messages } from "./messages.ts";
import type { Traffic } from "./traffic.ts";

/** What the assistant answered to an activity that was posted to it. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** What the page's routes and the service URL's routes share. */
export interface Desk {
  readonly messages: Messages;
  readonly traffic: Traffic;
  readonly clock: VirtualClock;
  readonly serviceUrl: string;
  /** Milliseconds on the real clock, for durations and ids. */
  real(): number;
  /** A message id like Teams' own: digits, ever greater. */
  nextId(): string;
  /** Posts an activity to the assistant. */
  post(activity: Activity): Promise<Answered>;
  /** Tells every page of the conversation that the assistant is typing. */
  typing: { tell(conversationId: string): void; listen(heard: (conversationId: string) => void): () => void };
}
