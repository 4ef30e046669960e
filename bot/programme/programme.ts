import type { Document, Organization, Participation, Person, Place, ProgrammeData, Session } from "./model.ts";

/** A programme with the look-ups that answers and cards need. Immutable: built once per version of the data. */
export interface Programme extends ProgrammeData {
  readonly sessionById: ReadonlyMap<string, Session>;
  readonly personById: ReadonlyMap<string, Person>;
  readonly organizationById: ReadonlyMap<string, Organization>;
  readonly placeById: ReadonlyMap<string, Place>;
  readonly documentById: ReadonlyMap<string, Document>;
  /** Children of a session in order; key `undefined` has the top of the tree. */
  readonly childrenOf: ReadonlyMap<string | undefined, readonly Session[]>;
  /** Participations by session id, by person id, by organization id; in order. */
  readonly partsOfSession: ReadonlyMap<string, readonly Participation[]>;
  readonly partsOfPerson: ReadonlyMap<string, readonly Participation[]>;
  readonly partsOfOrganization: ReadonlyMap<string, readonly Participation[]>;
  readonly documentsAbout: ReadonlyMap<string, readonly Document[]>;
}

function group<K, V>(rows: readonly V[], keys: (row: V) => readonly K[]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows)
    for (const key of keys(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  return groups;
}

const byId = <V extends { readonly id: string }>(rows: readonly V[]) => new Map(rows.map((row) => [row.id, row]));
const inOrder = <V extends { readonly order: number }>(rows: readonly V[]) =>
  [...rows].sort((a, b) => a.order - b.order);

/** Builds the look-ups. The data must be consistent: see `parse.ts`. */
export function programmeOf(data: ProgrammeData): Programme {
  const sessions = inOrder(data.sessions);
  const participations = inOrder(data.participations);
  return {
    ...data,
    sessions,
    participations,
    sessionById: byId(sessions),
    personById: byId(data.people),
    organizationById: byId(data.organizations),
    placeById: byId(data.places),
    documentById: byId(data.documents),
    childrenOf: group(sessions, (session) => [session.parentId]),
    partsOfSession: group(participations, (part) => (part.sessionId ? [part.sessionId] : [])),
    partsOfPerson: group(participations, (part) => (part.personId ? [part.personId] : [])),
    partsOfOrganization: group(participations, (part) => (part.orgId ? [part.orgId] : [])),
    documentsAbout: group(data.documents, (document) => document.about),
  };
}
