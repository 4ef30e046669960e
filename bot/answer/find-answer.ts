import type { Programme } from "../programme/programme.ts";
import type { Frame } from "../question/frame.ts";
import { aboutDocuments, listDocuments } from "./about-documents.ts";
import { aboutEvent } from "./about-event.ts";
import { aboutOrganization, aboutPerson } from "./about-people.ts";
import { aboutSessions, listSessions, listSpeakers } from "./about-sessions.ts";
import type { Answer } from "./answer.ts";
import { eventTense, sessionFacts } from "./facts.ts";

/** Looks up what a question asks for. Whatever the store lacks is "not published", never replaced by something near it. */
export function findAnswer(frame: Frame, programme: Programme, now: string): Answer {
  const { subject } = frame;
  switch (subject.of) {
    case "event":
      return aboutEvent(frame, programme, now);
    case "session":
      return frame.attribute === "zone-time"
        ? sessionZoneTime(frame, subject.ids[0], programme, now)
        : aboutSessions(frame, subject.ids, programme, now);
    case "sessions":
      return listSessions(frame, programme, now);
    case "speakers":
      return frame.attribute === "next" ? aboutEvent(frame, programme, now) : listSpeakers(frame, programme, now);
    case "person":
      return aboutPerson(frame, subject.ids, programme, now);
    case "organization":
      return aboutOrganization(frame, subject.ids, programme, now);
    case "document":
      return aboutDocuments(frame, subject.ids, programme);
    case "documents":
      return listDocuments(frame, programme);
    case "missing-session": {
      const tense = eventTense(programme, now);
      const sessions = (programme.childrenOf.get(undefined) ?? []).map((session) => sessionFacts(programme, session));
      return {
        kind: "not-published",
        asked: { attribute: "session-number", label: subject.label },
        nearby: { kind: "agenda", sessions, filter: {}, tense },
      };
    }
    case "topic": {
      const { topic } = subject;
      const items = programme.information.filter((item) => item.topic === topic);
      if (items.length > 0) return { kind: "information", topic, items };
      if (topic === "remote" && programme.places.some(({ kind }) => kind === "virtual"))
        return aboutEvent({ ...frame, attribute: "join" }, programme, now);
      const tense = eventTense(programme, now);
      if (topic === "interpretation")
        return { kind: "not-published", asked: { topic }, nearby: { kind: "event-language", tense } };
      return { kind: "not-published", asked: { topic } };
    }
  }
}

function sessionZoneTime(frame: Frame, id: string | undefined, programme: Programme, now: string): Answer {
  const session = id ? programme.sessionById.get(id) : undefined;
  const { timeZone, zoneName } = frame.narrowing;
  if (!session?.start || !timeZone) return aboutEvent({ ...frame, attribute: "zone-time" }, programme, now);
  return {
    kind: "zone-time",
    timeZone,
    ...(zoneName ? { place: zoneName } : {}),
    spans: [{ start: session.start, ...(session.end ? { end: session.end } : {}) }],
    session,
    tense: eventTense(programme, now),
  };
}
