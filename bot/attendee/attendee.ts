import type { Language } from "../language/languages.ts";
import type { Dialogue } from "../question/dialogue.ts";

/** What is remembered of a person the assistant talks to. An unknown person has an empty record. */
export interface Attendee {
  /** Chosen in words or on a card; absent: recognised turn by turn. */
  readonly language?: Language;
  /** IANA zone the person named; absent: the client's, else the venue's. */
  readonly timeZone?: string;
  /** The last question in this conversation, so that "and in French?" is understood. */
  readonly dialogue?: Dialogue;
}

/** What a turn changes in an attendee's record: only fields that are present. */
export type AttendeeChange = Partial<Attendee>;
