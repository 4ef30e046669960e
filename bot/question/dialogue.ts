import type { Language } from "../language/languages.ts";

/** What of a conversation is needed to understand its next turn: plain JSON, kept with the attendee. */
export interface Dialogue {
  readonly language: Language;
  /** The question last understood, as `frame.ts` writes it. */
  readonly frame?: unknown;
}
