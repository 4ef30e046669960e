import type { Language } from "../language/languages.ts";
import type { DocumentKind, InfoTopic, Role, SessionKind } from "../programme/model.ts";

/** What a question is about. Several ids: any of them may be meant. */
export type Subject =
  | { readonly of: "event" | "sessions" | "speakers" | "documents" }
  | { readonly of: "session" | "person" | "organization" | "document"; readonly ids: readonly string[] }
  | { readonly of: "topic"; readonly topic: InfoTopic }
  /** A numbered session that the programme does not have. */
  | { readonly of: "missing-session"; readonly kind: SessionKind; readonly label: string };

/** What is asked about the subject. */
export type Attribute =
  // of the event
  | "overview"
  | "date"
  | "hours"
  | "start"
  | "end"
  | "duration"
  | "break"
  | "venue"
  | "room"
  | "address"
  | "mode"
  | "join"
  | "link"
  | "platform"
  | "language"
  | "legal-basis"
  | "audience"
  | "organizers"
  | "agenda"
  | "now"
  | "next"
  | "at"
  | "missed"
  | "zone-time"
  | "changes"
  // of sessions and people
  | "about"
  | "when"
  | "where"
  | "speakers"
  | "moderator"
  | "chair"
  | "documents"
  | "organization"
  | "sessions"
  | "companions"
  | "bio"
  | "job"
  | "country"
  | "contact"
  | "private"
  | "statement"
  // of documents
  | "languages"
  | "symbol"
  | "pages"
  | "published"
  | "author"
  | "content"
  | "text";

/** What narrows the answer down; plain JSON. */
export interface Narrowing {
  /** Calendar day, `YYYY-MM-DD`. */
  readonly date?: string;
  /** A day was asked for that is no day of the event. */
  readonly part?: "morning" | "afternoon" | "evening";
  readonly relation?: "before" | "after" | "until";
  readonly lunch?: boolean;
  /** Minutes after midnight on the venue's clock. */
  readonly minutes?: number;
  readonly track?: string;
  readonly placeId?: string;
  readonly sessionKind?: SessionKind;
  readonly role?: Role;
  readonly documentKind?: DocumentKind;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly timeZone?: string;
  readonly zoneName?: string;
  readonly count?: boolean;
  readonly edge?: "first" | "last";
  /** Ids of sessions the question is limited to. */
  readonly sessionIds?: readonly string[];
}

/** One question, understood. */
export interface Frame {
  readonly subject: Subject;
  readonly attribute: Attribute;
  readonly narrowing: Narrowing;
  /** What was said in words rather than assumed: the rest may come from the last question. */
  readonly said: { readonly subject: boolean; readonly attribute: boolean };
}

/** What somebody wants of the assistant itself. */
export type Talk =
  | { readonly talk: "greeting" | "thanks" | "goodbye" | "help" | "about-assistant" }
  | { readonly talk: "language"; readonly language: Language }
  | { readonly talk: "zone"; readonly timeZone: string };
