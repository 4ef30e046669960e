import type { Filter, SessionFacts, When } from "../../bot/answer/answer.ts";
import { chain, row } from "../../bot/language/format.ts";
import { agendaCard } from "../agenda/card.ts";
import { sessionCard } from "../session/card.ts";
import { capital, inOneBreath, inside, sentences, type Wording } from "../wording.ts";
import type { Show } from "./show.ts";

/** What a list was narrowed by, in words: they stand beside a count, in brackets. */
export function narrowed(wording: Wording, filter: Filter): readonly string[] {
  const { say } = wording;
  return [
    ...(filter.date ? [wording.day(`${filter.date}T12:00:00Z`)] : []),
    ...(filter.block ? [inside(say(`part.${filter.block.part}`))] : []),
    ...(filter.track ? [wording.published(filter.track)] : []),
    ...(filter.sessionKind ? [inside(say(`kind.${filter.sessionKind}`))] : []),
    ...(filter.place ? [wording.place(filter.place)] : []),
    ...(filter.session ? [wording.sessionIn(filter.session)] : []),
    ...(filter.organization ? [wording.organization(filter.organization)] : []),
    ...(filter.role ? [say(`role.${filter.role}`)] : []),
    ...(filter.documentKind ? [inside(say(`document.kind.${filter.documentKind}`))] : []),
    ...(filter.language ? [wording.inLanguage(filter.language)] : []),
    ...(filter.words ? [say("session.in.title", { title: wording.title(filter.words) })] : []),
  ];
}

/** "3 documents (background paper, in French)". */
export function counted(wording: Wording, count: string, filter: Filter): string {
  const words = narrowed(wording, filter);
  return words.length === 0 ? count : wording.say("filtered", { what: count, filter: row(wording.language, words) });
}

/** The count with up to four names; more of them, or long ones, are left to the card. */
export function listed({ say, language }: Wording, what: string, names: readonly string[]): string {
  const full = say("list.text", { what, list: chain(language, names) });
  const card = say("list.card", { what });
  if (names.length === 0) return say("sentence", { text: what });
  return names.length > 4 ? card : inOneBreath(full, names.length > 1 ? card : full);
}

export const agenda: Show<"agenda"> = ({ sessions, filter, tense: _ }, wording) => {
  const { say } = wording;
  const isWhole = Object.keys(filter).length === 0;
  const isItems = isWhole && sessions.every(({ session }) => session.kind === "agenda-item");
  const count = say(isItems ? "count.items" : "count.sessions", { count: sessions.length });
  const names = sessions.map(({ session }) =>
    isItems && session.number ? `${session.number} – ${wording.title(session.title)}` : wording.sessionTitle(session),
  );
  const what = counted(wording, count, filter);
  const title = isWhole
    ? wording.published(wording.programme.event.title)
    : capital(wording.list(narrowed(wording, filter)));
  return { text: listed(wording, what, names), card: agendaCard(wording, say("what.agenda"), title, sessions) };
};

export const sessions: Show<"sessions"> = ({ sessions: found, filter }, wording) => {
  const { say } = wording;
  const what = counted(wording, say("count.sessions", { count: found.length }), filter);
  const names = found.map(({ session }) => wording.sessionTitle(session));
  return {
    text: listed(wording, what, names),
    card: agendaCard(wording, say("what.sessions"), what, found.map(alone)),
  };
};

/** A session without what is inside it: in a list that was searched for, only hits are rows. */
const alone = (facts: SessionFacts): SessionFacts => ({ ...facts, children: [] });

/** "11:00–12:30 (Vienna time), Saturday 24 October 2026". */
const hoursText = ({ say, hours, zone, day }: Wording, when: Extract<When, { known: "exact" }>): string =>
  say("hours.dated", { hours: hours([when]), zone, day: day(when.start) });

/** When a session is, or what is known of it. */
function whenText(wording: Wording, { session, when }: SessionFacts, tense: string): string {
  const { say, zone } = wording;
  const name = wording.sessionIn(session);
  if (when.known === "date") return say("session.date", { session: name, on: wording.on(`${when.date}T12:00:00Z`) });
  if (when.known === "event-hours") return say("unpublished.session-time", { session: name });
  const day = wording.day(when.start);
  return when.end
    ? say("session.hours", {
        tense,
        session: name,
        hours: wording.hours([{ start: when.start, end: when.end }]),
        zone,
        day,
      })
    : say("session.when", { tense, session: name, time: wording.clock(when.start), zone, day });
}

function speakersText(wording: Wording, { parts }: SessionFacts): string {
  const people = parts.filter(({ person, organization }) => person ?? organization);
  if (people.length === 0) return "";
  if (people.length > 4)
    return wording.say("list.card", { what: wording.say("count.speakers", { count: people.length }) });
  return wording.say("session.speakers", { list: wording.list(people.map(wording.part)) });
}

export const session: Show<"session"> = ({ aspect, facts, tense }, wording) => {
  const { say, language } = wording;
  const { session: one, places, when } = facts;
  const name = wording.sessionIn(one);
  const isCancelled = one.status === "cancelled";
  const isMoved = one.status === "moved" && one.previousStart;
  const place = places.length > 0 ? wording.places(places) : "";
  const first = isCancelled
    ? say("session.cancelled", { session: name })
    : aspect === "when"
      ? whenText(wording, facts, tense)
      : aspect === "where" && place
        ? say("session.where", { tense, session: name, place })
        : say("sentence", {
            text: one.number
              ? wording.sessionTitle(one)
              : say("line", { label: say(`kind.${one.kind}`), value: wording.title(one.title) }),
          });
  const moved =
    isMoved && one.previousStart ? say("session.movedFrom", { time: wording.clock(one.previousStart) }) : "";
  const timed = aspect === "about" && when.known === "exact" ? say("sentence", { text: hoursText(wording, when) }) : "";
  const who = aspect === "about" ? speakersText(wording, facts) : "";
  const parts = isCancelled ? [first] : [first, moved, timed, who];
  return { text: sentences(language, parts.map(capital)), card: sessionCard(wording, facts) };
};
