import { type InfoTopic, infoTopics } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import type { Features } from "./features.ts";
import type { Narrowing, Subject } from "./frame.ts";
import type { EntityRef } from "./marks.ts";
import { numberedSessions } from "./numbered.ts";

/** What a question is about, and how sure that is. */
export interface Found {
  readonly subject: Subject;
  /** `named`: by name, number or title; `hinted`: by a keyword or some words of a title; `kind`: by what sort of thing it is; `none`: nothing was said. */
  readonly by: "named" | "hinted" | "kind" | "none";
  readonly narrowing?: Narrowing;
}

const paperWords = [
  "document",
  "version",
  "symbol",
  "pages",
  "written-by",
  "published-when",
  "content-of",
  "document:background",
  "document:summary",
  "document:report",
  "document:guidance",
  "document:decision",
  "document:contribution",
] as const;
const speakerWords = ["speaker", "speak", "expert", "role:speaker", "role:panellist", "role:presenter"] as const;

/** Share of the asked words that a title must explain when nothing else says what is meant. */
const clearTitle = 0.5;

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

function idsOf(features: Features, of: EntityRef["of"]): string[] {
  return unique(features.mentions.filter((mention) => mention.ref.of === of).map((mention) => mention.ref.id));
}

/** Ids of the records of one sort that the asked words fit best: by name or keyword, else by title. */
function byTitle(features: Features, of: "session" | "document", wanted: (id: string) => boolean): string[] {
  const scores = new Map<string, number>();
  for (const { ref, by, tag } of features.mentions)
    if (ref.of === of && wanted(ref.id))
      scores.set(ref.id, (scores.get(ref.id) ?? 0) + (by === "name" ? 4 : 1) * (tag.to - tag.from));
  const topical = new Set(features.topical);
  for (const hit of features.hits) {
    if (hit.ref.of !== of || !wanted(hit.ref.id)) continue;
    const own = [...hit.words].filter((word) => topical.has(word)).length;
    if (
      scores.has(hit.ref.id) ||
      (own > 0 && own * 2 >= topical.size) ||
      (hit.title >= 0.6 && hit.words.size >= 2) ||
      (hit.asked >= 0.99 && hit.words.size >= 2 && hit.words.size >= features.content.length)
    )
      scores.set(hit.ref.id, (scores.get(hit.ref.id) ?? 0) + hit.score * 0.5 + hit.title);
  }
  const best = Math.max(0, ...scores.values());
  return [...scores]
    .filter(([, score]) => score >= best * 0.85)
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
}

/** How sure a record is meant: its name or most of its title was said, or only a keyword or some words of it. */
function sureness(features: Features, ids: readonly string[]): "named" | "hinted" {
  const whole = features.mentions.some(
    ({ ref, by, tag }) => ids.includes(ref.id) && (by === "name" || tag.to - tag.from >= 2),
  );
  return whole || features.hits.some((hit) => ids.includes(hit.ref.id) && hit.title >= clearTitle) ? "named" : "hinted";
}

/** Person ids; when several share a part of a name, those of whom most was said. */
function peopleNamed(features: Features): string[] {
  const said = new Map<string, number>();
  for (const { ref, by, tag } of features.mentions) {
    if (ref.of !== "person") continue;
    const alone = tag.to - tag.from === 1 && tag.marks.some((mark) => mark.type !== "entity");
    const capital = /^\p{Lu}/u.test(features.tagged.words[tag.from]?.raw ?? "");
    // A name that is also a word ("hope") counts only when written as a name or beside another part of it.
    const weight = by === "name" ? 3 : alone && !capital ? 0.4 : 1;
    said.set(ref.id, (said.get(ref.id) ?? 0) + weight);
  }
  const best = Math.max(0, ...said.values());
  return best < 1 ? [] : [...said].filter(([, weight]) => weight >= best).map(([id]) => id);
}

/** The practical topic asked for; of several, the one said in most words ("coffee break" is more than "break"). */
function topicOf(features: Features): InfoTopic | undefined {
  const said = infoTopics.flatMap((topic) =>
    features.of(`info:${topic}`).map((tag) => ({ topic, length: tag.to - tag.from })),
  );
  return said.sort((a, b) => b.length - a.length)[0]?.topic;
}

/** Decides what a question is about: papers, people, organisations, sessions, practical topics, the event. */
export function subjectOf(features: Features, narrowing: Narrowing, programme: Programme): Found {
  const { has } = features;
  const numbered = numberedSessions(features, programme);
  const people = peopleNamed(features);
  const organizations = idsOf(features, "organization");
  const wantsProgrammePaper =
    has("document:programme") &&
    (has("download", "version", "document", "link", "pages", "symbol") ||
      (features.languages.length > 0 && !has("language")));
  const presentation =
    has("document:presentation") && !has("speak") && programme.documents.some(({ kind }) => kind === "presentation");
  const topic = topicOf(features);
  const named = features.mentions.some(({ ref }) => ref.of === "document") || features.topical.length > 0;
  const wantsPaper =
    (has(...paperWords) && !(topic === "interpretation" && !has("document") && !named)) ||
    wantsProgrammePaper ||
    presentation;

  if (
    wantsPaper &&
    !(
      topic &&
      !has("document:guidance", "document:summary", "document:contribution", "document:background") &&
      !has("document")
    )
  ) {
    const kind = wantsProgrammePaper ? "programme" : presentation ? "presentation" : narrowing.documentKind;
    const ofKind = (id: string) => {
      const document = programme.documentById.get(id);
      return document !== undefined && (kind === undefined || document.kind === kind);
    };
    const about = numbered.flatMap(({ sessions }) => sessions.map(({ id }) => id));
    if (kind === "contribution" && !programme.documents.some((document) => document.kind === "contribution"))
      return { subject: { of: "topic", topic: "contributions" }, by: "hinted" };
    const meant = byTitle(features, "document", ofKind);
    if (meant.length > 0 && about.length === 0)
      return { subject: { of: "document", ids: meant }, by: sureness(features, meant) };
    const kinds = programme.documents.filter((document) => document.kind === kind);
    if (kind !== undefined && kinds.length === 1 && kinds[0] && about.length === 0)
      return { subject: { of: "document", ids: [kinds[0].id] }, by: "named" };
    return {
      subject: { of: "documents" },
      by: about.length > 0 ? "named" : kind ? "hinted" : "kind",
      narrowing: { ...(kind ? { documentKind: kind } : {}), ...(about.length > 0 ? { sessionIds: about } : {}) },
    };
  }
  const contact = has("person-contact", "person-private", "person-bio", "person-job", "person-country");
  if (topic && !(people.length > 0 && (contact || topic === "contact" || topic === "speaking"))) {
    const breaks = has("kind:break")
      ? byTitle(features, "session", (id) => programme.sessionById.get(id)?.kind === "break")
      : [];
    if (breaks.length > 0) return { subject: { of: "session", ids: breaks }, by: "named" };
    const sessions = byTitle(features, "session", (id) => programme.sessionById.has(id));
    const exact = features.mentions.some(
      ({ ref, by, tag }) => ref.of === "session" && by === "name" && tag.to - tag.from >= 2,
    );
    if (!(exact && sessions.length > 0)) return { subject: { of: "topic", topic }, by: "hinted" };
  }
  if (people.length > 0) {
    const heard = features.mentions.every(({ ref, by }) => ref.of !== "person" || by === "sound");
    return { subject: { of: "person", ids: people }, by: heard ? "hinted" : "named" };
  }
  const [first] = numbered;
  if (first) {
    const ids = unique(numbered.flatMap(({ sessions }) => sessions.map(({ id }) => id)));
    if (ids.length > 0) return { subject: { of: "session", ids }, by: "named" };
    return { subject: { of: "missing-session", kind: first.kind ?? "other", label: first.label }, by: "named" };
  }
  if (organizations.length > 0) {
    const speaking = organizations.filter((id) => programme.partsOfOrganization.has(id));
    const ids = speaking.length > 0 ? speaking : organizations;
    return { subject: { of: "organization", ids }, by: sureness(features, ids) };
  }
  const kind = narrowing.sessionKind;
  const ofKind = (id: string) => kind === undefined || programme.sessionById.get(id)?.kind === kind;
  const sessions = byTitle(features, "session", ofKind);
  const anySessions = sessions.length > 0 || kind === undefined ? sessions : byTitle(features, "session", () => true);
  const documents = kind === undefined && !has(...speakerWords) ? byTitle(features, "document", () => true) : [];
  const asksLanguage = features.languages.length > 0 && documents.length > 0;
  if (asksLanguage || (documents.length > 0 && anySessions.length === 0))
    return { subject: { of: "document", ids: documents }, by: "named" };
  if (anySessions.length > 0) {
    const bestDocument = features.hits.find((hit) => hit.ref.of === "document");
    const bestSession = features.hits.find((hit) => hit.ref.of === "session");
    const paperClearly =
      documents.length === 1 &&
      bestDocument &&
      bestSession &&
      bestDocument.title > bestSession.title + 0.3 &&
      bestDocument.title >= clearTitle;
    if (paperClearly) return { subject: { of: "document", ids: documents }, by: "named" };
    return { subject: { of: "session", ids: anySessions }, by: sureness(features, anySessions) };
  }
  if (
    has(...speakerWords, "role:moderator", "role:chair", "role:co-chair", "role:author", "role:secretariat") &&
    !has("language")
  )
    return { subject: { of: "speakers" }, by: "kind" };
  if (kind !== undefined && kind !== "meeting" && kind !== "break") {
    const all = programme.sessions.filter((session) => session.kind === kind);
    const [only] = all;
    if (all.length === 1 && only) return { subject: { of: "session", ids: [only.id] }, by: "hinted" };
    return { subject: { of: "sessions" }, by: "kind" };
  }
  if (narrowing.track !== undefined) return { subject: { of: "sessions" }, by: "named" };
  return {
    subject: { of: "event" },
    by: has("event") || features.mentions.some(({ ref }) => ref.of === "event" || ref.of === "place") ? "kind" : "none",
  };
}
