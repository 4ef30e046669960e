import type { Language } from "../language/languages.ts";

/** Who speaks: nothing here proves authority; that is checked when something is done. */
export interface Speaker {
  /** The channel's id of the person. */
  readonly id: string;
  /** Entra object id; absent for anonymous guests. */
  readonly aadObjectId?: string;
  readonly anonymous: boolean;
}

/** One thing said to the assistant, in our words: typed, or pressed on a card. */
export interface Turn {
  /** The channel's id of the activity: the same when redelivered. */
  readonly id: string;
  readonly conversationId: string;
  readonly scope: "personal" | "group" | "channel";
  readonly speaker: Speaker;
  /** What was said, mention removed; empty for a press that carries no words. */
  readonly utterance: string;
  /** The action of a pressed button, parsed and known; see `cards/actions.ts`. */
  readonly press?: Press;
  /** BCP 47 tag of the person's client, if told. */
  readonly locale?: string;
  /** IANA zone of the person's client, if told. */
  readonly timeZone?: string;
  /** Whose conversation it is; for anonymous guests the organiser's. */
  readonly tenantId?: string;
  /** The assistant was just added here, and nobody has said anything yet: it introduces itself. */
  readonly added?: true;
  /** Among others, but only the speaker will see the answer: it may carry a button that shares it. */
  readonly unseen?: true;
}

/** What a card's button asks for. Only ids and words travel, never authority. */
export type Press =
  | { readonly verb: "ask"; readonly utterance: string }
  | { readonly verb: "language"; readonly language: Language }
  | { readonly verb: "share"; readonly utterance: string };

/** What is said back: words always, a card when there is more to see. */
export interface Reply {
  readonly text: string;
  readonly card?: AdaptiveCard;
  readonly language: Language;
  readonly status: Status;
}

/** The status of every reply; what each means is in docs/architecture.md. */
export type Status = "answered" | "suggested" | "not_published" | "out_of_scope";

/** An Adaptive Card, version 1.5, as plain JSON. */
export interface AdaptiveCard {
  readonly type: "AdaptiveCard";
  readonly version: string;
  readonly [key: string]: unknown;
}
