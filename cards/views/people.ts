import type { Part } from "../../bot/answer/answer.ts";
import { countryName } from "../../bot/language/format.ts";
import { personCard } from "../person/card.ts";
import { speakersCard } from "../speakers/card.ts";
import { capital, inOneBreath, type Wording } from "../wording.ts";
import { counted, narrowed } from "./programme.ts";
import type { Show } from "./show.ts";

const isSpeaker = ({ role }: Part) => role === "speaker" || role === "panellist" || role === "presenter";

export const speakers: Show<"speakers"> = ({ parts, filter }, wording) => {
  const { say } = wording;
  const { session, ...rest } = filter;
  const people = new Set(parts.map(({ person, organization, role }) => person?.id ?? organization?.id ?? role));
  const count = people.size;
  const ofSession = session && Object.keys(rest).length === 0;
  const what = rest.role
    ? counted(
        wording,
        say("count.role", { role: capital(say(`role.${rest.role}`)), count }),
        session ? { session } : {},
      )
    : ofSession
      ? say("count.speakers.in", { count, session: wording.sessionIn(session) })
      : counted(wording, say("count.speakers", { count }), filter);
  const names = [...new Set(parts.map(wording.part))];
  // Four people with long affiliations take more than a breath: then their names alone.
  const alone = [...new Set(parts.map((part) => (part.person ? wording.person(part.person) : wording.part(part))))];
  const full = say("list.text", { what, list: wording.list(names) });
  const text =
    parts.length === 0
      ? say("sentence", { text: what })
      : names.length > 4
        ? say("list.card", { what })
        : inOneBreath(full, say("list.text", { what, list: wording.list(alone) }), say("list.card", { what }));
  const words = narrowed(wording, filter);
  const title =
    session && ofSession
      ? wording.sessionTitle(session)
      : words.length > 0
        ? capital(wording.list(words))
        : wording.published(wording.programme.event.title);
  return {
    text: capital(text),
    card: speakersCard(wording, say("what.speakers"), title, "", parts, ofSession ? session : undefined),
  };
};

/** What somebody does in a session: "speaks on", or the role where it says more. */
function partText(wording: Wording, part: Part, tense: string): string {
  const { say } = wording;
  const name = wording.part(part);
  if (!part.session) return say("person.event", { person: name, role: say(`role.${part.role}`) });
  const session = wording.sessionIn(part.session);
  return isSpeaker(part)
    ? say("person.text", { tense, person: name, session })
    : say("person.role", { person: name, role: say(`role.${part.role}`), session });
}

export const person: Show<"person"> = ({ aspect, person: who, parts, sessions, tense }, wording) => {
  const { say, zone } = wording;
  const name = wording.person(who);
  const organizations = [
    ...new Set(parts.flatMap(({ organization }) => (organization ? [wording.organization(organization)] : []))),
  ];
  const [first] = parts;
  const timed = sessions.flatMap(({ session, when }) => (when.known === "exact" ? [{ session, when }] : []))[0];
  const about = first ? partText(wording, first, tense) : say("sentence", { text: name });
  const others = [...new Set(parts.map(({ session }) => session).filter((session) => session !== undefined))];
  const text =
    aspect === "organization"
      ? organizations.length > 0
        ? say("person.organization", { name, organization: wording.list(organizations) })
        : say("person.noOrganization", { name })
      : aspect === "when" && timed
        ? say("person.when", {
            name,
            session: wording.sessionIn(timed.session),
            hours: timed.when.end ? wording.hours([timed.when]) : wording.clock(timed.when.start),
            zone,
            day: wording.day(timed.when.start),
          })
        : first && others.length > 1 && isSpeaker(first)
          ? say("person.text", {
              tense,
              person: wording.part(first),
              session: wording.list(others.slice(0, 4).map(wording.sessionIn)),
            })
          : about;
  return { text: capital(text), card: personCard(wording, who, parts, sessions) };
};

export const organization: Show<"organization"> = ({ organization: one, parts }, wording) => {
  const { say } = wording;
  const name = wording.organization(one);
  const people = parts.map(({ person: who, session, role }) => {
    if (!who) return session ? wording.sessionIn(session) : say(`role.${role}`);
    const label = wording.person(who);
    return session ? say("person.of", { name: label, organization: wording.session(session) }) : label;
  });
  const country = one.country
    ? say("line", { label: say("fact.country"), value: countryName(wording.language, one.country) })
    : "";
  const text =
    people.length === 0
      ? say("sentence", { text: name })
      : say("organization.text", { organization: name, people: wording.list(people.slice(0, 4)) });
  return { text, card: speakersCard(wording, say("what.organization"), name, country, parts) };
};
