import { z } from "zod";

/** A BCP 47 language tag, such as `en` or `zh`. */
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en or zh");

/** An id: stable, unique within its file, safe in a URL. */
const id = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/i, "must be made of letters, digits, dots, dashes");

/** Published words: one string as published, or one per language. */
export const Text = z.union([
  z.string().min(1),
  z
    .record(languageTag, z.string().min(1))
    .refine((words) => Object.keys(words).length > 0, "must have words in at least one language"),
]);
export type Text = z.infer<typeof Text>;

const instant = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)$/,
    "must be a time with its offset, such as 2026-05-12T09:00+02:00",
  );

const httpsUrl = z.string().regex(/^https:\/\/[^\s]+$/, "must be an https address");

/** Where a fact was read: a source of the event, and the line or place in it. */
export const Provenance = z.strictObject({
  source: id,
  /** Line of the source, counted from 1, or a heading in it. */
  at: z.union([z.number().int().positive(), z.string().min(1)]).optional(),
});
export type Provenance = z.infer<typeof Provenance>;

/** Another source says otherwise: both are kept, and shown as such. */
const Conflict = z.strictObject({ field: z.string(), value: Text, provenance: z.array(Provenance).min(1) });

const fact = {
  provenance: z.array(Provenance).default([]),
  conflicts: z.array(Conflict).default([]),
  /** Words people may use for it, per language: read when matching questions, never shown. */
  keywords: z.record(languageTag, z.array(z.string().min(1))).default({}),
};

/** A half-day or other stretch in which the event is in session. */
export const Block = z.strictObject({
  id,
  part: z.enum(["morning", "midday", "afternoon", "evening", "day"]),
  label: Text.optional(),
  start: instant,
  /** Exclusive: a block ending at 13:00 is over at 13:00. */
  end: instant,
});
export type Block = z.infer<typeof Block>;

export const Event = z.strictObject({
  id,
  title: Text,
  /** What people call it in passing, at most 40 letters: the quiet line on cards. */
  shortTitle: Text.refine(
    (title) => (typeof title === "string" ? [title] : Object.values(title)).every((words) => words.length <= 40),
    "must have at most 40 letters",
  ),
  series: Text.optional(),
  description: Text.optional(),
  /** IANA zone of the venue, such as `Europe/Vienna`; every time we print is in it. */
  timeZone: z.string(),
  start: instant,
  end: instant,
  /** Languages the event is held in. */
  languages: z.array(languageTag).min(1),
  attendanceMode: z.enum(["onsite", "online", "mixed"]),
  status: z.enum(["scheduled", "moved", "postponed", "cancelled"]).default("scheduled"),
  url: httpsUrl.optional(),
  organizers: z.array(id).default([]),
  legalBasis: Text.optional(),
  audience: Text.optional(),
  blocks: z.array(Block).default([]),
  sources: z
    .array(
      z.strictObject({
        id,
        title: z.string(),
        uri: httpsUrl.optional(),
        retrievedAt: z.string(),
        version: z.string().optional(),
      }),
    )
    .min(1),
  ...fact,
});
export type Event = z.infer<typeof Event>;

export const Place = z.strictObject({
  id,
  name: Text,
  kind: z.enum(["venue", "room", "virtual"]),
  parentId: id.optional(),
  acronym: z.string().optional(),
  address: Text.optional(),
  /** IANA zone, for a place that keeps another clock than the event's: times there may carry its offset. */
  timeZone: z.string().optional(),
  /** How one gets in, for a virtual place. Never a private join link. */
  joinNote: Text.optional(),
  aliases: z.array(z.string()).default([]),
  ...fact,
});
export type Place = z.infer<typeof Place>;

export const sessionKinds = [
  "meeting",
  "agenda-item",
  "panel",
  "briefing",
  "talk",
  "keynote",
  "workshop",
  "poster",
  "side-event",
  "break",
  "social",
  "other",
] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const Session = z.strictObject({
  id,
  parentId: id.optional(),
  /** As printed: "2", "Panel 1", "2(a)(i)". */
  number: z.string().optional(),
  kind: z.enum(sessionKinds),
  title: Text,
  abstract: Text.optional(),
  start: instant.optional(),
  end: instant.optional(),
  /** `exact` start and end are its own; `date` only the day; `parent` the parent's; `none` nothing is published. */
  timePrecision: z.enum(["exact", "date", "parent", "none"]),
  placeIds: z.array(id).default([]),
  tracks: z.array(z.string()).default([]),
  languages: z.array(languageTag).default([]),
  interpretation: z.array(languageTag).default([]),
  status: z.enum(["scheduled", "provisional", "moved", "cancelled", "held"]).default("scheduled"),
  previousStart: instant.optional(),
  url: httpsUrl.optional(),
  /** Position in the programme, ascending. */
  order: z.number(),
  ...fact,
});
export type Session = z.infer<typeof Session>;

export const Person = z.strictObject({
  id,
  name: z.string().min(1),
  honorific: z.string().optional(),
  givenName: z.string().optional(),
  familyName: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  bio: Text.optional(),
  url: httpsUrl.optional(),
  ...fact,
});
export type Person = z.infer<typeof Person>;

export const Organization = z.strictObject({
  id,
  name: Text,
  acronym: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2).optional(),
  kind: z.enum(["ngo", "academia", "state", "igo", "company", "un", "other"]).default("other"),
  ...fact,
});
export type Organization = z.infer<typeof Organization>;

export const roles = [
  "speaker",
  "panellist",
  "moderator",
  "chair",
  "co-chair",
  "presenter",
  "author",
  "secretariat",
  "organizer",
] as const;
export type Role = (typeof roles)[number];

export const Participation = z.strictObject({
  /** Absent: the whole event. */
  sessionId: id.optional(),
  personId: id.optional(),
  orgId: id.optional(),
  role: z.enum(roles),
  jobTitle: Text.optional(),
  order: z.number(),
  /** Not confirmed yet ("TBC"). */
  provisional: z.boolean().default(false),
  /** The line as published. */
  asText: z.string().min(1),
  provenance: z.array(Provenance).default([]),
});
export type Participation = z.infer<typeof Participation>;

export const documentKinds = [
  "programme",
  "background",
  "presentation",
  "summary",
  "report",
  "contribution",
  "guidance",
  "decision",
  "link",
  "other",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const DocumentVersion = z.strictObject({
  /** `und` when the source does not say. */
  language: languageTag,
  /** Absent: announced, address not known. */
  url: httpsUrl.optional(),
  mediaType: z.string().optional(),
  publishedAt: z.string().optional(),
  status: z.enum(["announced", "published", "superseded"]),
});
export type DocumentVersion = z.infer<typeof DocumentVersion>;

/** All language versions of one paper are one record. */
export const Document = z.strictObject({
  id,
  title: Text,
  /** What the source says of it beside its title: what it was prepared for. */
  description: Text.optional(),
  kind: z.enum(documentKinds),
  /** Ids of the sessions it is for; empty: the whole event. */
  about: z.array(id).default([]),
  /** Who issued it, as an organization id. */
  authorIds: z.array(id).default([]),
  /** UN or other symbol, such as `CTOC/COP/WG.7/2024/2`. */
  symbol: z.string().optional(),
  versions: z.array(DocumentVersion).min(1),
  ...fact,
});
export type Document = z.infer<typeof Document>;

/**
 * What organisers are asked beside the programme. A topic nobody published anything on has no record:
 * that is how "not published" is known. The list is closed so that every topic has its words in six languages.
 */
export const infoTopics = [
  "registration",
  "registration-deadline",
  "fee",
  "badge",
  "visa",
  "travel-support",
  "transport",
  "parking",
  "hotel",
  "catering",
  "coffee",
  "wifi",
  "interpretation",
  "recording",
  "webcast",
  "contact",
  "participant-list",
  "participant-count",
  "certificate",
  "accessibility",
  "security",
  "dress-code",
  "childcare",
  "prayer-room",
  "smoking",
  "press",
  "social-media",
  "speaking",
  "questions",
  "contributions",
  "contribution-deadline",
  "remote",
  "outcome",
  "minutes",
  "other-editions",
  "cloakroom",
  "power",
  "floor-plan",
  "medical",
  "feedback",
  "app",
  "voting",
  "side-programme",
] as const;
export type InfoTopic = (typeof infoTopics)[number];

export const InfoItem = z.strictObject({
  id,
  topic: z.enum(infoTopics),
  text: Text,
  links: z.array(z.strictObject({ title: Text, url: httpsUrl })).default([]),
  audience: Text.optional(),
  ...fact,
});
export type InfoItem = z.infer<typeof InfoItem>;

/** What the files of an event hold, parsed; the look-ups over it are in `programme.ts`. */
export interface ProgrammeData {
  readonly event: Event;
  readonly places: readonly Place[];
  readonly sessions: readonly Session[];
  readonly people: readonly Person[];
  readonly organizations: readonly Organization[];
  readonly participations: readonly Participation[];
  readonly documents: readonly Document[];
  readonly information: readonly InfoItem[];
}
