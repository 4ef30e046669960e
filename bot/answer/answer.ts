import type { Language } from "../language/languages.ts";
import type {
  Block,
  Document,
  DocumentKind,
  InfoItem,
  InfoTopic,
  Organization,
  Person,
  Place,
  Role,
  Session,
  SessionKind,
} from "../programme/model.ts";
import type { Tense, When } from "../programme/time.ts";

export type { Tense, When } from "../programme/time.ts";

/** A part somebody has: who, for whom, as what, where in the programme. */
export interface Part {
  readonly person?: Person;
  readonly organization?: Organization;
  readonly role: Role;
  readonly jobTitle?: string;
  readonly provisional: boolean;
  readonly session?: Session;
}

export interface SessionFacts {
  readonly session: Session;
  readonly when: When;
  readonly places: readonly Place[];
  readonly parts: readonly Part[];
  readonly documents: readonly Document[];
  readonly children: readonly SessionFacts[];
  readonly parent?: Session;
}

/** What a list was narrowed by; every field that is set was asked for. */
export interface Filter {
  readonly date?: string;
  readonly block?: Block;
  readonly track?: string;
  readonly sessionKind?: SessionKind;
  readonly role?: Role;
  readonly organization?: Organization;
  readonly place?: Place;
  readonly session?: Session;
  readonly documentKind?: DocumentKind;
  /** BCP 47 tag of the document language asked for. */
  readonly language?: string;
  /** The words searched for, as typed. */
  readonly words?: string;
}

/** What was asked for and stands nowhere in the store. */
export type Unpublished =
  | { readonly topic: InfoTopic }
  | {
      readonly attribute:
        | "session-time"
        | "session-place"
        | "session-abstract"
        | "session-number"
        | "speakers"
        | "moderator"
        | "chair"
        | "documents"
        | "document-link"
        | "document-symbol"
        | "document-pages"
        | "document-date"
        | "document-author"
        | "document-content"
        | "person-time"
        | "person-bio"
        | "person-country"
        | "person-job"
        | "person-contact"
        | "person-private"
        | "person-statement"
        | "organization-country"
        | "organization-about"
        | "organizers"
        | "legal-basis"
        | "audience"
        | "address"
        | "tracks"
        | "online"
        | "sessions"
        | "break"
        | "day";
      readonly session?: Session;
      readonly person?: Person;
      readonly organization?: Organization;
      readonly document?: Document;
      /** The number asked for, such as "1" in "agenda item 1", or another short name of what was asked. */
      readonly label?: string;
      readonly date?: string;
    };

/** What was found: facts, no words and no looks. `cards/index.ts` has a view for each kind. */
export type Answer =
  | { readonly kind: "welcome" | "help" | "greeting" | "thanks" | "goodbye" | "about-assistant" }
  | { readonly kind: "language-set"; readonly language: Language }
  | { readonly kind: "zone-set"; readonly timeZone: string }
  | { readonly kind: "overview"; readonly tense: Tense }
  | {
      readonly kind: "event-time";
      readonly aspect: "date" | "hours" | "start" | "end" | "duration";
      readonly tense: Tense;
    }
  | { readonly kind: "block"; readonly block: Block; readonly aspect: "hours" | "start" | "end"; readonly tense: Tense }
  /** The pause between two blocks of one day. */
  | {
      readonly kind: "break";
      readonly start: string;
      readonly end: string;
      readonly aspect: "hours" | "start" | "end" | "after";
      readonly tense: Tense;
    }
  | {
      readonly kind: "venue";
      readonly aspect: "room" | "venue" | "address";
      readonly rooms: readonly Place[];
      readonly venue?: Place;
      readonly addressAsked: boolean;
    }
  | {
      readonly kind: "joining";
      readonly aspect: "how" | "link" | "platform";
      readonly virtual: Place;
      readonly guidance: readonly Document[];
      readonly tense: Tense;
    }
  | { readonly kind: "mode"; readonly rooms: readonly Place[]; readonly virtual?: Place; readonly tense: Tense }
  | { readonly kind: "event-language"; readonly tense: Tense }
  | { readonly kind: "legal-basis" | "audience" }
  | { readonly kind: "organizers"; readonly organizations: readonly Organization[] }
  | { readonly kind: "information"; readonly topic: InfoTopic; readonly items: readonly InfoItem[] }
  | {
      readonly kind: "agenda";
      readonly sessions: readonly SessionFacts[];
      readonly filter: Filter;
      readonly programme?: Document;
      readonly tense: Tense;
    }
  | {
      readonly kind: "session";
      readonly aspect: "about" | "when" | "where";
      readonly facts: SessionFacts;
      readonly tense: Tense;
    }
  | {
      readonly kind: "sessions";
      readonly sessions: readonly SessionFacts[];
      readonly filter: Filter;
      readonly counted: boolean;
      readonly tense: Tense;
    }
  | {
      readonly kind: "speakers";
      readonly parts: readonly Part[];
      readonly filter: Filter;
      readonly counted: boolean;
      readonly tense: Tense;
    }
  | {
      readonly kind: "person";
      readonly aspect: "about" | "organization" | "sessions" | "when";
      readonly person: Person;
      readonly parts: readonly Part[];
      readonly sessions: readonly SessionFacts[];
      readonly tense: Tense;
    }
  | {
      readonly kind: "organization";
      readonly organization: Organization;
      readonly parts: readonly Part[];
      readonly tense: Tense;
    }
  | {
      readonly kind: "documents";
      readonly documents: readonly Document[];
      readonly filter: Filter;
      readonly counted: boolean;
    }
  /** `language` is the one asked for; the view says whether that version exists. */
  | {
      readonly kind: "document";
      readonly document: Document;
      readonly language?: string;
      readonly aspect: "about" | "languages" | "symbol" | "date" | "author";
    }
  /** What is on at a moment: exact sessions if times are known, else the block or the pause it falls into. */
  | {
      readonly kind: "at";
      readonly moment: "now" | "time";
      readonly at: string;
      readonly sessions: readonly SessionFacts[];
      readonly block?: Block;
      readonly pause?: { readonly start: string; readonly end: string };
      readonly next?: Upcoming;
      readonly tense: Tense;
    }
  | { readonly kind: "next"; readonly at: string; readonly next?: Upcoming; readonly tense: Tense }
  /** What was over before now: held sessions and the papers that are left. */
  | {
      readonly kind: "missed";
      readonly sessions: readonly SessionFacts[];
      readonly blocks: readonly Block[];
      readonly documents: readonly Document[];
      readonly tense: Tense;
    }
  /** The event's or a session's hours on another zone's clock; `place` is the city or country as asked, shown as a name. */
  | {
      readonly kind: "zone-time";
      readonly timeZone: string;
      readonly place?: string;
      readonly spans: readonly { readonly start: string; readonly end?: string }[];
      readonly session?: Session;
      readonly tense: Tense;
    }
  | { readonly kind: "not-published"; readonly asked: Unpublished; readonly nearby?: Answer }
  /** More than one thing could be meant; pressing an option asks its utterance. */
  | { readonly kind: "suggestions"; readonly options: readonly Option[] }
  | { readonly kind: "out-of-scope" }
  /** Two questions in one message, in the order asked. */
  | { readonly kind: "several"; readonly answers: readonly Answer[] };

/** What comes next: sessions that share a start, or the next block. */
export type Upcoming =
  | { readonly sessions: readonly SessionFacts[]; readonly start: string }
  | { readonly block: Block; readonly start: string };

/** Something that may have been meant. */
export type Option =
  | { readonly of: "session"; readonly session: Session }
  | { readonly of: "person"; readonly person: Person }
  | { readonly of: "document"; readonly document: Document }
  | { readonly of: "organization"; readonly organization: Organization }
  | { readonly of: "common"; readonly question: "agenda" | "speakers" | "documents" | "hours" | "venue" | "joining" };
