import { ofEvent } from "./attribute-of-event.ts";
import { any, isTimeQuestion, type Rule } from "./attribute-rule.ts";
import type { Features } from "./features.ts";
import type { Attribute, Narrowing, Subject } from "./frame.ts";

/** People are asked for: "talk" alone may be the session. */
const asksForSpeakers = (f: Features) =>
  f.has("speaker", "expert", "role:speaker", "role:panellist", "role:presenter", "with", "other", "written-by") ||
  f.of("speak").some((tag) => !tag.marks.some((mark) => mark.type === "concept" && mark.concept === "kind:talk")) ||
  (f.has("who") && !f.has("about")) ||
  (f.has("organization", "represent") && !f.has("when", "where"));

const ofSession: readonly Rule[] = [
  ["zone-time", (f, n) => n.timeZone !== undefined && f.has("time-zone", "what-time", "when", "time", "start", "end")],
  ["when", any("cancelled", "moved")],
  // "Where do I go for the talk about nets?": the word for talks asks for nobody.
  ["where", (f) => f.has("where", "room", "directions") && !f.has("who", "speaker", "what-time", "when")],
  ["when", (f) => f.has("when", "what-time") && !f.has("who", "speaker")],
  ["moderator", any("role:moderator")],
  ["chair", any("role:chair", "role:co-chair")],
  ["documents", any("document", "document:presentation", "download")],
  ["speakers", asksForSpeakers],
  ["when", isTimeQuestion],
  ["where", any("where", "room", "place", "directions", "address")],
  ["language", any("language")],
  ["about", any("about", "what", "tell", "overview")],
];

const ofPerson: readonly Rule[] = [
  ["contact", any("person-contact", "info:contact")],
  ["private", any("person-private")],
  // "Who is she?" is answered with what the programme says, not with a biography.
  [
    "bio",
    (f) =>
      f.of("person-bio").some(({ marks }) => !marks.some((mark) => mark.type === "concept" && mark.concept === "who")),
  ],
  ["job", any("person-job")],
  ["country", any("person-country")],
  ["statement", any("said-before")],
  ["documents", any("document:presentation", "document", "document:contribution")],
  ["companions", (f) => f.has("with") || (f.has("other") && !f.has("how-about"))],
  ["when", (f) => f.has("when", "what-time", "exactly", "time", "start", "until", "end", "how-long")],
  ["organization", any("organization", "represent")],
  [
    "sessions",
    (f) =>
      f.has(
        "kind:panel",
        "session",
        "kind:talk",
        "kind:agenda-item",
        "kind:keynote",
        "kind:workshop",
        "speak",
        "agenda",
        "about",
        "where",
        "room",
      ) && !(f.has("who") && !f.has("kind:panel", "session")),
  ],
  ["about", any("who", "what", "tell")],
];

const ofOrganization: readonly Rule[] = [
  ["country", any("person-country")],
  ["contact", any("person-contact", "info:contact")],
  ["when", any("when", "what-time", "exactly")],
  ["sessions", (f) => f.has("kind:panel", "session") && !f.has("who", "speaker")],
  ["speakers", any("who", "speaker", "speak", "represent", "expert", "role:speaker", "role:panellist")],
  ["about", any("what", "about", "tell", "organization")],
];

const ofDocument: readonly Rule[] = [
  ["pages", any("pages")],
  ["symbol", any("symbol")],
  ["published", any("published-when", "when", "what-day")],
  ["author", any("written-by")],
  ["content", any("content-of")],
  ["languages", (f) => f.languages.length > 0 || f.has("language", "version")],
  ["about", any("give", "download", "where", "whether", "tell", "what", "link", "which", "document")],
];

const ofSpeakers: readonly Rule[] = [
  ["bio", any("person-bio")],
  ["contact", any("person-contact")],
  ["country", any("person-country")],
  ["job", any("person-job")],
  ["moderator", any("role:moderator")],
  ["chair", any("role:chair", "role:co-chair")],
  ["next", (f) => f.has("next") && f.has("who")],
  ["when", (f) => isTimeQuestion(f) && !f.has("today", "tomorrow", "who", "date")],
  ["speakers", () => true],
];

const rules: { readonly [S in Subject["of"]]: readonly Rule[] } = {
  event: ofEvent,
  session: ofSession,
  "missing-session": ofSession,
  person: ofPerson,
  organization: ofOrganization,
  document: ofDocument,
  documents: ofDocument,
  sessions: [
    ["when", (f) => isTimeQuestion(f) && !f.has("what", "which", "give", "today", "tomorrow")],
    ["sessions", () => true],
  ],
  speakers: ofSpeakers,
  topic: [["about", () => true]],
};

const assumed: { readonly [S in Subject["of"]]: Attribute } = {
  event: "overview",
  session: "about",
  "missing-session": "about",
  person: "about",
  organization: "speakers",
  document: "about",
  documents: "documents",
  sessions: "sessions",
  speakers: "speakers",
  topic: "about",
};

/** What is asked about a subject; `said` is false when it is assumed. */
export function attributeOf(
  subject: Subject,
  features: Features,
  narrowing: Narrowing,
): { readonly attribute: Attribute; readonly said: boolean } {
  const rule = rules[subject.of].find(([, holds]) => holds(features, narrowing));
  return rule ? { attribute: rule[0], said: true } : { attribute: assumed[subject.of], said: false };
}
