import type { SessionFacts } from "../bot/answer/answer.ts";
import { plain } from "../bot/language/format.ts";
import type { Document, Organization, Person, Session } from "../bot/programme/model.ts";
import type { Button } from "./actions.ts";
import { together, type Wording } from "./wording.ts";

/** A person, paper or session on a card; pressing it asks `ask`. */
export interface Row {
  /** Said in words above: "Cancelled"; may be empty. */
  readonly state: string;
  readonly head: string;
  readonly detail: string;
  readonly ask: string;
}

export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** Chinese may break after each character: without a joiner, a narrow card stands its labels on end. */
const betweenHan = /(?<=\p{Script=Han})(?=\p{Script=Han})/gu;

/** Facts as templates take them: none at all when there are none. */
export const factSets = (facts: readonly (Fact | undefined)[]): readonly { readonly facts: readonly Fact[] }[] => {
  const known = facts.flatMap((fact) =>
    fact === undefined || fact.value === "" ? [] : [{ ...fact, title: fact.title.replace(betweenHan, "\u2060") }],
  );
  return known.length > 0 ? [{ facts: known }] : [];
};

/** Teams refuses cards above about 28 KB; rows may take this much of it, as letters that take three bytes. */
const room = 5_200;
const mostRows = 12;

/** As many rows as a card holds, and how many are left out. A row's question is sent four times. */
export function rowsThatFit(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly left: number } {
  let letters = 0;
  const kept = rows.slice(0, mostRows).filter((row) => {
    letters += row.head.length + row.detail.length + 4 * row.ask.length + 60;
    return letters <= room;
  });
  return { rows: kept, left: rows.length - kept.length };
}

/** "And 12 more: …"; empty when everything is shown. */
export const more = ({ say }: Wording, left: number): string => (left > 0 ? say("list.more", { count: left }) : "");

export const askSession = ({ say, sessionIn }: Wording, session: Session): string =>
  plain(say("ask.session", { session: sessionIn(session) }));

export const askPerson = ({ say, person }: Wording, one: Person): string =>
  plain(say("ask.person", { name: person(one) }));

export const askOrganization = ({ say, organization }: Wording, one: Organization): string =>
  plain(say("ask.organization", { organization: organization(one) }));

export const askDocument = ({ say, title }: Wording, document: Document): string =>
  plain(say("ask.document", { title: title(document.title) }));

/** A title that fits a button, cut at a word where it does not. */
function short(title: string): string {
  const words = plain(title);
  return words.length <= 20 ? words : `${words.slice(0, 19).replace(/\s+\S*$/, "")}…`;
}

/** A button that asks about a session, named by its number or title. */
export const sessionButton = (wording: Wording, session: Session): Button => ({
  title: short(wording.session(session)),
  utterance: askSession(wording, session),
});

/** The questions that every event is asked. */
export type Common =
  | "agenda"
  | "speakers"
  | "documents"
  | "hours"
  | "venue"
  | "joining"
  | "now"
  | "next"
  | "missed"
  | "help";

export const commonButton = ({ say }: Wording, question: Common): Button => ({
  title: say(`button.${question}`),
  utterance: say(`ask.${question}`),
});

/** Common questions, likeliest first. */
export const commonButtons = (wording: Wording, ...questions: readonly Common[]): readonly Button[] =>
  questions.map((question) => commonButton(wording, question));

/** The event's own page, if it has one. */
export const pageButton = ({ say, programme }: Wording): readonly Button[] =>
  programme.event.url ? [{ title: say("button.page"), url: programme.event.url }] : [];

/** When a session is, as far as it is published: "10:00–10:45, Tuesday 12 May 2026"; empty when it has no time. */
export function whenLine({ hours, day, oneDay, clock }: Wording, { when }: SessionFacts): string {
  if (when.known === "event-hours") return "";
  if (when.known === "date") return day(`${when.date}T12:00:00Z`);
  const time = when.end ? hours([{ start: when.start, end: when.end }]) : clock(when.start);
  return oneDay ? time : `${time}, ${day(when.start)}`;
}

/** What a session's state is, in words; empty when it goes as planned. */
export function stateLine({ say, clock }: Wording, { session }: SessionFacts): string {
  switch (session.status) {
    case "cancelled":
      return say("state.cancelled");
    case "moved":
      return session.previousStart
        ? say("state.movedFrom", { time: clock(session.previousStart) })
        : say("state.moved");
    case "provisional":
      return say("state.provisional");
    default:
      return "";
  }
}

/** A session as a row: time, title, who. */
export function sessionRow(wording: Wording, facts: SessionFacts): Row {
  const speakers = facts.parts.flatMap(({ person }) => (person ? [wording.person(person)] : []));
  const titles = facts.children.map(({ session }) => wording.session(session));
  const inside = speakers.length > 0 ? speakers : titles;
  return {
    state: stateLine(wording, facts),
    head: wording.sessionTitle(facts.session),
    detail: [whenLine(wording, facts), together(wording.language, inside.slice(0, 4), (names) => names.join(" · "))]
      .filter((each) => each !== "")
      .join(" · "),
    ask: askSession(wording, facts.session),
  };
}

/** The sessions and what is inside them, in order. */
export const withChildren = (sessions: readonly SessionFacts[]): readonly SessionFacts[] =>
  sessions.flatMap((facts) => [facts, ...withChildren(facts.children)]);

/** "Arabic, Chinese …" of a paper. */
export const documentLanguages = ({ languages }: Wording, { versions }: Document): string =>
  languages([...new Set(versions.map(({ language }) => language))]);

/** A paper as a row: title, kind and languages. */
export const documentRow = (wording: Wording, document: Document): Row => ({
  state: "",
  head: wording.title(document.title),
  detail: `${wording.say(`document.kind.${document.kind}`)} · ${documentLanguages(wording, document)}`,
  ask: askDocument(wording, document),
});
