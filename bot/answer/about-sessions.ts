import type { Session } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import { blocksOn, dateOf, days, programmeDate, whenOf } from "../programme/time.ts";
import type { Frame } from "../question/frame.ts";
import type { Answer, Filter, Part, SessionFacts } from "./answer.ts";
import { eventTense, isSpeaking, partOf, partsWithin, sessionFacts, sessionTense } from "./facts.ts";

const several = 4;

/** The event's hours: what is known when a session has none of its own. */
const hours = (programme: Programme, now: string): Answer => ({
  kind: "event-time",
  aspect: "hours",
  tense: eventTense(programme, now),
});

const about = (programme: Programme, facts: SessionFacts, aspect: "about" | "when" | "where", now: string): Answer => ({
  kind: "session",
  aspect,
  facts,
  tense: sessionTense(programme, facts.session, now),
});

/** Answers what is asked of one session, or of a few that were named together. */
export function aboutSessions(frame: Frame, ids: readonly string[], programme: Programme, now: string): Answer {
  const all = ids
    .flatMap((id) => programme.sessionById.get(id) ?? [])
    .map((session) => sessionFacts(programme, session));
  const [facts] = all;
  if (!facts) return { kind: "out-of-scope" };
  if (all.length > several)
    return {
      kind: "sessions",
      sessions: all,
      filter: {},
      counted: false,
      tense: eventTense(programme, now),
    };
  const asksPeople = ["speakers", "companions", "organization"].includes(frame.attribute);
  if (all.length > 1 && asksPeople)
    return { kind: "several", answers: all.map((one) => ofSession(frame, one, programme, now)) };
  if (all.length > 1) {
    const options = all.map(({ session }) => ({ of: "session" as const, session }));
    return frame.said.attribute && frame.attribute !== "about" && all.length === 2
      ? { kind: "several", answers: all.map((one) => ofSession(frame, one, programme, now)) }
      : all.length === 2
        ? { kind: "several", answers: all.map((one) => about(programme, one, "about", now)) }
        : { kind: "suggestions", options };
  }
  return ofSession(frame, facts, programme, now);
}

function withRole(facts: SessionFacts, roles: readonly string[]): readonly Part[] {
  return partsWithin(facts).filter(({ role }) => roles.includes(role));
}

function ofSession(frame: Frame, facts: SessionFacts, programme: Programme, now: string): Answer {
  const { session } = facts;
  const tense = sessionTense(programme, session, now);
  const parts = partsWithin(facts);
  const speakers = (list: readonly Part[], filter: Filter): Answer => ({
    kind: "speakers",
    parts: list,
    filter: { session, ...filter },
    counted: frame.narrowing.count === true,
    tense,
  });
  switch (frame.attribute) {
    case "moderator":
    case "chair": {
      const found = withRole(facts, frame.attribute === "moderator" ? ["moderator"] : ["chair", "co-chair"]);
      if (found.length > 0) return speakers(found, { role: frame.attribute === "moderator" ? "moderator" : "chair" });
      const people = parts.filter(isSpeaking);
      return {
        kind: "not-published",
        asked: { attribute: frame.attribute, session },
        nearby: people.length > 0 ? speakers(people, {}) : about(programme, facts, "about", now),
      };
    }
    case "speakers":
    case "companions":
    case "organization": {
      const people = parts.filter(({ role, person, organization }) => role !== "organizer" && (person ?? organization));
      if (people.length > 0) return speakers(people, {});
      return {
        kind: "not-published",
        asked: { attribute: "speakers", session },
        nearby: about(programme, facts, "about", now),
      };
    }
    case "when":
    case "date":
    case "hours":
    case "start":
    case "end":
    case "duration":
      if (facts.when.known === "event-hours")
        return { kind: "not-published", asked: { attribute: "session-time", session }, nearby: hours(programme, now) };
      return about(programme, facts, "when", now);
    case "where":
    case "room":
    case "venue": {
      const [room] = facts.places;
      const only = programme.places.filter(({ kind }) => kind === "room");
      const building = programme.places.find(({ kind }) => kind === "venue");
      if (room) return about(programme, facts, "where", now);
      if (only.length === 1)
        return {
          kind: "venue",
          aspect: "room",
          rooms: only,
          ...(building ? { venue: building } : {}),
          addressAsked: false,
        };
      return {
        kind: "not-published",
        asked: { attribute: "session-place", session },
        ...(building
          ? { nearby: { kind: "venue", aspect: "venue", rooms: [], venue: building, addressAsked: false } }
          : {}),
      };
    }
    case "documents": {
      const asked = frame.narrowing.documentKind;
      const all = [...new Set([...facts.documents, ...facts.children.flatMap((child) => child.documents)])];
      // Slides are asked for: a background paper is none.
      const documents = all.filter(({ kind }) => asked === undefined || asked === "other" || kind === asked);
      if (documents.length > 0) return { kind: "documents", documents, filter: { session }, counted: false };
      return {
        kind: "not-published",
        asked: { attribute: "documents", session },
        nearby: about(programme, facts, "about", now),
      };
    }
    case "language":
      return { kind: "event-language", tense: eventTense(programme, now) };
    default:
      return about(programme, facts, "about", now);
  }
}

/** Sessions by kind, day, half-day, track or room. */
export function listSessions(frame: Frame, programme: Programme, now: string): Answer {
  const { narrowing } = frame;
  const date =
    narrowing.date ?? (narrowing.part && days(programme).length > 1 ? programmeDate(programme, now) : undefined);
  const block = narrowing.part
    ? blocksOn(programme, date ?? days(programme)[0]?.date ?? "").find(({ part }) => part === narrowing.part)
    : undefined;
  const fits = (session: Session): boolean => {
    if (narrowing.sessionKind && session.kind !== narrowing.sessionKind) return false;
    if (narrowing.track && !session.tracks.includes(narrowing.track)) return false;
    if (
      narrowing.placeId &&
      programme.placeById.get(narrowing.placeId)?.kind === "room" &&
      !session.placeIds.includes(narrowing.placeId)
    )
      return false;
    if (narrowing.language && session.languages.length > 0 && !session.languages.includes(narrowing.language))
      return false;
    if (date && dateOf(programme, session) !== undefined && dateOf(programme, session) !== date) return false;
    if (
      block &&
      session.start &&
      !(Date.parse(session.start) >= Date.parse(block.start) && Date.parse(session.start) < Date.parse(block.end))
    )
      return false;
    return true;
  };
  const sessions = programme.sessions.filter(fits).map((session) => sessionFacts(programme, session));
  const filter: Filter = {
    ...(date ? { date } : {}),
    ...(block ? { block } : {}),
    ...(narrowing.track ? { track: narrowing.track } : {}),
    ...(narrowing.sessionKind ? { sessionKind: narrowing.sessionKind } : {}),
  };
  const [only] = sessions;
  if (!only)
    return {
      kind: "not-published",
      asked: { attribute: "sessions" },
      nearby: { kind: "overview", tense: eventTense(programme, now) },
    };
  if (sessions.length === 1 && !narrowing.count)
    return ofSession(frame.attribute === "sessions" ? { ...frame, attribute: "about" } : frame, only, programme, now);
  return { kind: "sessions", sessions, filter, counted: narrowing.count === true, tense: eventTense(programme, now) };
}

/** People who speak several times are listed once, by their first part. */
const eachOnce = (parts: readonly Part[]): readonly Part[] =>
  parts.filter(
    (part, i) =>
      parts.findIndex(
        (other) => other.person?.id === part.person?.id && other.organization?.id === part.organization?.id,
      ) === i,
  );

/** What is asked of the speakers and published for none of them. */
function unknownTrait(attribute: Frame["attribute"], speakers: readonly Part[]) {
  switch (attribute) {
    case "bio":
      return speakers.some(({ person }) => person?.bio) ? undefined : "person-bio";
    case "contact":
      return "person-contact";
    case "country":
      return speakers.some(({ organization }) => organization?.country) ? undefined : "person-country";
    case "job":
      return speakers.some(({ jobTitle }) => jobTitle) ? undefined : "person-job";
    default:
      return undefined;
  }
}

/** Everybody who speaks, or who has a role, at the event. */
export function listSpeakers(frame: Frame, programme: Programme, now: string): Answer {
  const tense = eventTense(programme, now);
  const { narrowing } = frame;
  const all = programme.participations.map((part) => partOf(programme, part));
  const speakers = all.filter(isSpeaking);
  const speakersAnswer = (parts: readonly Part[], filter: Filter): Answer => ({
    kind: "speakers",
    parts,
    filter,
    counted: narrowing.count === true,
    tense,
  });
  if (frame.attribute === "moderator" || frame.attribute === "chair") {
    const roles = frame.attribute === "moderator" ? ["moderator"] : ["chair", "co-chair"];
    const found = all.filter(({ role, person }) => roles.includes(role) && person);
    return found.length > 0
      ? speakersAnswer(eachOnce(found), { role: frame.attribute })
      : {
          kind: "not-published",
          asked: { attribute: frame.attribute },
          ...(speakers.length > 0 ? { nearby: speakersAnswer(speakers, {}) } : {}),
        };
  }
  if (narrowing.role === "secretariat" || narrowing.role === "author") {
    const found = all.filter(({ role }) => role === narrowing.role);
    return found.length > 0
      ? speakersAnswer(found, { role: narrowing.role })
      : { kind: "not-published", asked: { attribute: "speakers" } };
  }
  if (narrowing.date !== undefined && !days(programme).some(({ date }) => date === narrowing.date))
    return { kind: "not-published", asked: { attribute: "day", date: narrowing.date }, nearby: hours(programme, now) };
  const trait = unknownTrait(frame.attribute, speakers);
  if (trait)
    return { kind: "not-published", asked: { attribute: trait }, nearby: speakersAnswer(eachOnce(speakers), {}) };
  const kind = narrowing.sessionKind;
  const fits = speakers.filter(
    ({ session }) =>
      (!kind || session?.kind === kind) &&
      (!narrowing.date || (session && dateOf(programme, session) === narrowing.date)),
  );
  const timed = fits.some(({ session }) => session && whenOf(programme, session).known !== "event-hours");
  if (!timed && (frame.attribute === "when" || narrowing.part !== undefined || narrowing.minutes !== undefined))
    return { kind: "not-published", asked: { attribute: "person-time" }, nearby: hours(programme, now) };
  if (fits.length === 0)
    return {
      kind: "not-published",
      asked: { attribute: "speakers" },
      ...(speakers.length > 0 ? { nearby: speakersAnswer(speakers, {}) } : {}),
    };
  return speakersAnswer(eachOnce(fits), {
    ...(kind ? { sessionKind: kind } : {}),
    ...(narrowing.date ? { date: narrowing.date } : {}),
  });
}
