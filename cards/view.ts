import type { AdaptiveCard } from "../bot/channels/channel.ts";
import type { Language } from "../bot/language/languages.ts";
import type { Programme } from "../bot/programme/programme.ts";

/** What an answer is shown as. The text stands alone: notification, screen reader, preview, terminal. */
export interface View {
  readonly text: string;
  readonly card?: AdaptiveCard;
}

/** For whom and when something is shown. */
export interface Showing {
  readonly programme: Programme;
  readonly language: Language;
  /** IANA zone of the reader; equal to the event's when not known. */
  readonly timeZone: string;
  /** The instant of the turn, ISO 8601 with offset or Z. */
  readonly now: string;
  /** The question that led here, for "ask again in another language" and "share": may be empty. */
  readonly utterance: string;
}
