import type { Person } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import type { Frame } from "../question/frame.ts";
import type { Answer, Unpublished } from "./answer.ts";
import { eventTense, partOf, partsOfPerson, partsWithin, sessionFacts } from "./facts.ts";

/** Answers what is asked of a person. */
export function aboutPerson(frame: Frame, ids: readonly string[], programme: Programme, now: string): Answer {
  const people = ids.flatMap((id) => programme.personById.get(id) ?? []);
  const [person] = people;
  if (!person) return { kind: "out-of-scope" };
  if (people.length > 1)
    return { kind: "suggestions", options: people.slice(0, 6).map((one) => ({ of: "person", person: one })) };
  return ofPerson(frame, person, programme, now);
}

function ofPerson(frame: Frame, person: Person, programme: Programme, now: string): Answer {
  const tense = eventTense(programme, now);
  const parts = partsOfPerson(programme, person);
  const sessions = [...new Set(parts.flatMap(({ session }) => session ?? []))].map((session) =>
    sessionFacts(programme, session),
  );
  const show = (aspect: "about" | "organization" | "sessions" | "when"): Answer => ({
    kind: "person",
    aspect,
    person,
    parts,
    sessions,
    tense,
  });
  const missing = (
    attribute: Extract<Unpublished, { attribute: string }>["attribute"],
    nearby: Answer = show("about"),
  ): Answer => ({ kind: "not-published", asked: { attribute, person }, nearby });
  switch (frame.attribute) {
    case "contact":
      return missing("person-contact");
    case "private":
      return missing("person-private");
    case "statement":
      return missing("person-statement");
    case "bio":
      return person.bio ? show("about") : missing("person-bio");
    case "job":
      return parts.some(({ jobTitle }) => jobTitle) ? show("about") : missing("person-job");
    case "country":
      return parts.some(({ organization }) => organization?.country) ? show("organization") : missing("person-country");
    case "documents": {
      const own = new Set(parts.flatMap(({ organization }) => organization?.id ?? []));
      const documents = programme.documents.filter(
        ({ authorIds, about }) =>
          authorIds.includes(person.id) ||
          (authorIds.some((id) => own.has(id)) &&
            about.some((id) => sessions.some(({ session }) => session.id === id))),
      );
      return documents.length > 0 ? { kind: "documents", documents, filter: {}, counted: false } : missing("documents");
    }
    case "when": {
      if (sessions.some(({ when }) => when.known !== "event-hours")) return show("when");
      return missing("person-time", { kind: "event-time", aspect: "hours", tense });
    }
    case "where":
    case "sessions":
      return show("sessions");
    case "companions": {
      const [first] = sessions;
      if (!first) return show("about");
      return {
        kind: "speakers",
        parts: partsWithin(first).filter(({ person: one }) => one),
        filter: { session: first.session },
        counted: false,
        tense,
      };
    }
    case "organization":
      return parts.some(({ organization }) => organization) ? show("organization") : missing("person-job");
    default:
      return show("about");
  }
}

/** Answers what is asked of an organisation: who speaks for it. */
export function aboutOrganization(frame: Frame, ids: readonly string[], programme: Programme, now: string): Answer {
  const organizations = ids.flatMap((id) => programme.organizationById.get(id) ?? []);
  const [organization] = organizations;
  if (!organization) return { kind: "out-of-scope" };
  const tense = eventTense(programme, now);
  if (organizations.length > 1)
    return {
      kind: "suggestions",
      options: organizations.slice(0, 6).map((one) => ({ of: "organization", organization: one })),
    };
  const parts = (programme.partsOfOrganization.get(organization.id) ?? []).map((part) => partOf(programme, part));
  const show: Answer = { kind: "organization", organization, parts, tense };
  if (frame.attribute === "country" && !organization.country)
    return { kind: "not-published", asked: { attribute: "organization-country", organization }, nearby: show };
  if (frame.attribute === "contact") return { kind: "not-published", asked: { topic: "contact" }, nearby: show };
  if (parts.length === 0 && programme.event.organizers.includes(organization.id))
    return { kind: "organizers", organizations };
  if (frame.attribute === "when" && parts.length > 0) {
    const sessions = parts.flatMap(({ session }) => (session ? [sessionFacts(programme, session)] : []));
    const [person] = parts.flatMap((part) => part.person ?? []);
    if (person && sessions.some(({ when }) => when.known !== "event-hours"))
      return { kind: "person", aspect: "when", person, parts, sessions, tense };
    return {
      kind: "not-published",
      asked: { attribute: "person-time", ...(person ? { person } : {}) },
      nearby: { kind: "event-time", aspect: "hours", tense },
    };
  }
  if (parts.length === 0)
    return {
      kind: "not-published",
      asked: { attribute: "speakers", organization },
      nearby: { kind: "overview", tense },
    };
  return show;
}
