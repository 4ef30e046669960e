import type { Participation, Person, Place, Session, Text } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import { hoursOf, type Tense, tenseOf, whenOf } from "../programme/time.ts";
import type { Part, SessionFacts } from "./answer.ts";

const textOf = (text: Text | undefined): string | undefined =>
  typeof text === "string" || text === undefined ? text : (text.en ?? Object.values(text)[0]);

/** A participation with the records it names. */
export function partOf(
  programme: Programme,
  { personId, orgId, sessionId, role, jobTitle, provisional }: Participation,
): Part {
  const person = personId ? programme.personById.get(personId) : undefined;
  const organization = orgId ? programme.organizationById.get(orgId) : undefined;
  const session = sessionId ? programme.sessionById.get(sessionId) : undefined;
  const title = textOf(jobTitle);
  return {
    role,
    provisional,
    ...(person ? { person } : {}),
    ...(organization ? { organization } : {}),
    ...(session ? { session } : {}),
    ...(title ? { jobTitle: title } : {}),
  };
}

const placesOf = (programme: Programme, session: Session | undefined): readonly Place[] => {
  if (!session) return [];
  const own = session.placeIds.flatMap((id) => programme.placeById.get(id) ?? []);
  return own.length > 0
    ? own
    : placesOf(programme, session.parentId ? programme.sessionById.get(session.parentId) : undefined);
};

/** A session with what belongs to it, its children included. */
export function sessionFacts(programme: Programme, session: Session): SessionFacts {
  const parent = session.parentId ? programme.sessionById.get(session.parentId) : undefined;
  return {
    session,
    when: whenOf(programme, session),
    places: placesOf(programme, session),
    parts: (programme.partsOfSession.get(session.id) ?? []).map((part) => partOf(programme, part)),
    documents: programme.documentsAbout.get(session.id) ?? [],
    children: (programme.childrenOf.get(session.id) ?? []).map((child) => sessionFacts(programme, child)),
    ...(parent ? { parent } : {}),
  };
}

/** All parts in a session and in what belongs to it. */
export const partsWithin = (facts: SessionFacts): readonly Part[] => [
  ...facts.parts,
  ...facts.children.flatMap(partsWithin),
];

/** Where the clock stands in respect of the event. */
export const eventTense = (programme: Programme, now: string): Tense => tenseOf(programme.event, now);

/** Where the clock stands in respect of a session; the event's tense when it has no time of its own. */
export function sessionTense(programme: Programme, session: Session, now: string): Tense {
  const when = whenOf(programme, session);
  if (when.known !== "exact") return eventTense(programme, now);
  const end = when.end ?? when.start;
  return tenseOf({ start: when.start, end }, now);
}

/** Roles in which somebody stands before the room. */
const speaking = new Set(["speaker", "panellist", "presenter", "moderator", "chair", "co-chair"]);

export const isSpeaking = (part: Part): boolean => speaking.has(part.role) && part.person !== undefined;

/** The person's parts in the programme, in order. */
export const partsOfPerson = (programme: Programme, person: Person): readonly Part[] =>
  (programme.partsOfPerson.get(person.id) ?? []).map((part) => partOf(programme, part));

/** The event's hours as one list of spans. */
export const eventSpans = (programme: Programme) => hoursOf(programme).map(({ start, end }) => ({ start, end }));
