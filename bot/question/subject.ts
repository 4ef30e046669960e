import { type InfoTopic, infoTopics, type SessionKind } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import { directoryOf } from "./directory.ts";
import type { Features } from "./features.ts";
import type { Narrowing, Subject } from "./frame.ts";
import { type Numbered, numberedSessions } from "./numbered.ts";
import { fitting, mentioned, peopleNamed, sureness, unique } from "./records.ts";

/** What a question is about, and how sure that is. */
export interface Found {
  readonly subject: Subject;
  /**
   * `named`: by name, number or title; `hinted`: by a keyword or some words of a title; `kind`: by what sort of
   * thing it is; `none`: nothing was said.
   */
  readonly by: "named" | "hinted" | "kind" | "none";
  readonly narrowing?: Narrowing;
}

const paperKinds = [
  "document:background",
  "document:summary",
  "document:report",
  "document:guidance",
  "document:decision",
  "document:contribution",
];
const paperTraits = ["symbol", "pages", "written-by", "published-when", "content-of"];
const speakerWords = ["speaker", "speak", "expert", "role:speaker", "role:panellist", "role:presenter"];
const roleWords = ["role:moderator", "role:chair", "role:co-chair", "role:author", "role:secretariat"];
const personTraits = ["person-contact", "person-private", "person-bio", "person-job", "person-country"];

/** The practical topic asked for; of several, the one said in most words ("coffee break" is more than "break"). */
function topicOf(features: Features): InfoTopic | undefined {
  const said = infoTopics.flatMap((topic) =>
    features.of(`info:${topic}`).map((tag) => ({ topic, length: tag.to - tag.from })),
  );
  return said.sort((a, b) => b.length - a.length)[0]?.topic;
}

/** How much of the best title is said, when it is most of it. */
function clearTitle(features: Features, of: "session" | "document"): number | undefined {
  const title = features.hits.find((hit) => hit.ref.of === of)?.title ?? 0;
  const named = features.mentions.some(({ ref, by }) => ref.of === of && by === "name");
  return named ? 1 : title >= 0.5 ? title : undefined;
}

/** Which kind of paper is looked for, if papers are: `any` when no kind is said. */
function paperKind(features: Features, narrowing: Narrowing, programme: Programme, topic: InfoTopic | undefined) {
  const { has, languages } = features;
  const title = clearTitle(features, "session");
  // "has Reading currents moved?", "who wrote Where the silt goes?": words of a session's title are no paper.
  if (
    title !== undefined &&
    title > (clearTitle(features, "document") ?? 0) &&
    !has("document", ...paperKinds, "version", "pages", "symbol")
  )
    return undefined;
  if (
    has("document:programme") &&
    (has("download", "version", "document", "link", ...paperTraits) || (languages.length > 0 && !has("language")))
  )
    return "programme";
  if (has("document:presentation") && !has("speak") && programme.documents.some(({ kind }) => kind === "presentation"))
    return "presentation";
  if (has(...paperKinds)) return narrowing.documentKind ?? "any";
  const named = features.mentions.some(({ ref }) => ref.of === "document");
  if (topic && !has("document") && !named) return undefined;
  if ((has("document") || (has("download") && !has("link", "join-when"))) && !topic)
    return narrowing.documentKind ?? "any";
  if (has("version", ...paperTraits) && (named || features.topical.length > 0 || (languages.length > 0 && !topic)))
    return narrowing.documentKind ?? "any";
  return undefined;
}

function papers(features: Features, kind: string, numbered: readonly Numbered[], programme: Programme): Found {
  const ofKind = programme.documents.filter((document) => kind === "any" || document.kind === kind);
  if (kind === "contribution" && ofKind.length === 0)
    return { subject: { of: "topic", topic: "contributions" }, by: "hinted" };
  const about = numbered.flatMap(({ sessions }) => sessions.map(({ id }) => id));
  if (about.length === 0) {
    const meant = fitting(features, "document", true, (id) => ofKind.some((document) => document.id === id));
    if (meant.length > 0) return { subject: { of: "document", ids: meant }, by: sureness(features, meant) };
    const [only] = ofKind;
    if (kind !== "any" && ofKind.length === 1 && only)
      return { subject: { of: "document", ids: [only.id] }, by: "hinted" };
  }
  return {
    subject: { of: "documents" },
    by: about.length > 0 ? "named" : kind === "any" ? "kind" : "hinted",
    narrowing: {
      ...(kind === "any" ? {} : { documentKind: kind as NonNullable<Narrowing["documentKind"]> }),
      ...(about.length > 0 ? { sessionIds: about } : {}),
    },
  };
}

/** A practical topic, unless the programme has a session of that name ("coffee break", "registration"). */
function practical(features: Features, topic: InfoTopic, kind: SessionKind | undefined, programme: Programme): Found {
  // "social events": the programme's, not a practical matter.
  if ((kind === "social" || kind === "side-event") && programme.sessions.some((session) => session.kind === kind))
    return { subject: { of: "sessions" }, by: "kind" };
  const breaks = features.has("kind:break")
    ? fitting(features, "session", true, (id) => programme.sessionById.get(id)?.kind === "break")
    : [];
  if (breaks.length > 0) return { subject: { of: "session", ids: breaks }, by: "named" };
  const exact = features.mentions.filter(
    ({ ref, by, tag }) =>
      ref.of === "session" &&
      by === "name" &&
      tag.to - tag.from >= 2 &&
      // "dress code for the harbour supper": the topic stands beside the session's name, not in it.
      features.of(`info:${topic}`).every((said) => said.from >= tag.from && said.to <= tag.to),
  );
  const asksWhen = features.has("when", "what-time", "start", "end", "where", "room", "time", "until", "kind:break");
  const concepts = [topic, topic === "registration-deadline" ? "registration" : topic].map((one) => `info:${one}`);
  const scheduled = asksWhen ? concepts.flatMap((concept) => directoryOf(programme).withConcept(concept)) : [];
  if (scheduled.length > 0) return { subject: { of: "session", ids: unique(scheduled) }, by: "hinted" };
  if (exact.length > 0) return { subject: { of: "session", ids: unique(exact.map(({ ref }) => ref.id)) }, by: "named" };
  return { subject: { of: "topic", topic }, by: "hinted" };
}

function numberedSubject(numbered: readonly Numbered[]): Found | undefined {
  const [first] = numbered;
  if (!first) return undefined;
  const ids = unique(numbered.flatMap(({ sessions }) => sessions.map(({ id }) => id)));
  if (ids.length > 0) return { subject: { of: "session", ids }, by: "named" };
  return { subject: { of: "missing-session", kind: first.kind ?? "other", label: first.label }, by: "named" };
}

/** Sessions and papers meant by what they are called or treat. A paper wins when a language or most of its title is said. */
function byWords(features: Features, narrowing: Narrowing, programme: Programme): Found | undefined {
  const { has, hits } = features;
  const kind = narrowing.sessionKind;
  const speakers = has(...speakerWords);
  const ofKind = fitting(
    features,
    "session",
    kind !== undefined || speakers,
    (id) => kind === undefined || programme.sessionById.get(id)?.kind === kind,
  );
  const sessions = ofKind.length > 0 || kind === undefined ? ofKind : fitting(features, "session", speakers);
  const documents = kind === undefined && !speakers ? fitting(features, "document", features.languages.length > 0) : [];
  const title = (of: "session" | "document") => hits.find((hit) => hit.ref.of === of)?.title ?? 0;
  const paper =
    documents.length > 0 &&
    (sessions.length === 0 ||
      features.languages.length > 0 ||
      (documents.length === 1 && title("document") >= 0.5 && title("document") > title("session") + 0.3));
  if (paper) return { subject: { of: "document", ids: documents }, by: sureness(features, documents) };
  if (sessions.length > 0) return { subject: { of: "session", ids: sessions }, by: sureness(features, sessions) };
  return undefined;
}

function byKind(features: Features, narrowing: Narrowing, programme: Programme): Found | undefined {
  if (features.has("document:presentation") && !features.has("who", "speaker"))
    return { subject: { of: "documents" }, by: "kind", narrowing: { documentKind: "presentation" } };
  const room =
    narrowing.placeId &&
    programme.placeById.get(narrowing.placeId)?.kind === "room" &&
    programme.sessions.some(({ placeIds }) => placeIds.includes(narrowing.placeId ?? ""));
  const asksSessions =
    !features.has("who", "speaker", "expert") &&
    (narrowing.track !== undefined ||
      (room && features.has("session", "agenda", "what", "which") && programme.sessions.some(({ start }) => start)));
  if (asksSessions || (room && narrowing.sessionKind && !features.has("who")))
    return { subject: { of: "sessions" }, by: "named" };
  // "talks on Monday", "how many talks": the word for talks is also the word for speaking.
  const talks =
    features.of("speak").length > 0 && features.of("speak").every((tag) => features.of("kind:talk").includes(tag));
  if (
    talks &&
    features.has("what", "which", "how-many", "give", "agenda") &&
    !features.has("who", "speaker", "expert") &&
    programme.sessions.some(({ kind }) => kind === "talk")
  )
    return { subject: { of: "sessions" }, by: "kind" };
  const asksForPeople =
    features.has("speaker", "role:speaker", "role:panellist", "role:presenter", ...roleWords) ||
    (features.has("speak", "expert") &&
      features.has(
        "who",
        "which",
        "how-many",
        "give",
        "next",
        "session",
        "event",
        "agenda",
        "role:speaker",
        "what-time",
        "when",
      ));
  if (asksForPeople && !features.has("language")) return { subject: { of: "speakers" }, by: "kind" };
  const kind = narrowing.sessionKind;
  if (kind !== undefined && kind !== "meeting" && kind !== "break") {
    const [only, ...others] = programme.sessions.filter((session) => session.kind === kind);
    if (only && others.length === 0) return { subject: { of: "session", ids: [only.id] }, by: "hinted" };
    return { subject: { of: "sessions" }, by: "kind" };
  }
  return narrowing.track === undefined ? undefined : { subject: { of: "sessions" }, by: "named" };
}

/** Decides what a question is about: papers, practical topics, people, organisations, sessions, the event. */
export function subjectOf(features: Features, narrowing: Narrowing, programme: Programme): Found {
  const { has } = features;
  const directory = directoryOf(programme);
  const numbered = numberedSessions(features, programme);
  const people = peopleNamed(features);
  const topic = topicOf(features);
  const kind = paperKind(features, narrowing, programme, topic);
  if (kind) return papers(features, kind, numbered, programme);
  const ofPerson = people.length > 0 && (has(...personTraits) || topic === "contact" || topic === "speaking");
  // "Are registered participants of the working group invited?", "I registered, where is my link?"
  const ofEventRather =
    topic === "registration" &&
    (has("audience", "link", "join-when") ||
      (has("attend", "join", "can-i", "whether") && has("ngo", "states", "igo")));
  if (topic && !ofPerson && !ofEventRather) return practical(features, topic, narrowing.sessionKind, programme);
  if (people.length > 0) {
    const heard = features.mentions.every(({ ref, by }) => ref.of !== "person" || by === "sound");
    return { subject: { of: "person", ids: people }, by: heard ? "hinted" : "named" };
  }
  const session = numberedSubject(numbered);
  if (session) return session;
  const ceremony = has("opening")
    ? directory.withConcept("opening")
    : has("closing")
      ? directory.withConcept("closing")
      : [];
  const titled = byWords(features, narrowing, programme);
  if (titled?.by === "named" && ceremony.length > 0) return titled;
  const formal = ceremony.filter((id) => ["meeting", "other"].includes(programme.sessionById.get(id)?.kind ?? ""));
  if (formal.length > 0) return { subject: { of: "session", ids: formal }, by: "hinted" };
  const organizations = mentioned(features, "organization");
  // One word of an organisation's name that is also in a title, after "about": the title is meant.
  const lone = features.mentions.every(({ ref, by }) => ref.of !== "organization" || by === "part");
  const topical =
    organizations.length > 0 && lone && has("about") ? byWords(features, narrowing, programme) : undefined;
  if (topical) return topical;
  if (organizations.length > 0) {
    const speaking = organizations.filter((id) => programme.partsOfOrganization.has(id));
    const ids = speaking.length > 0 ? speaking : organizations;
    return { subject: { of: "organization", ids }, by: sureness(features, ids) };
  }
  const ofEvent = has("event") || features.mentions.some(({ ref }) => ref.of === "event" || ref.of === "place");
  if (has("legal-basis")) return { subject: { of: "event" }, by: ofEvent ? "kind" : "none" };
  return (
    byWords(features, narrowing, programme) ??
    byKind(features, narrowing, programme) ?? { subject: { of: "event" }, by: ofEvent ? "kind" : "none" }
  );
}
