import type { Part, SessionFacts } from "../../bot/answer/answer.ts";
import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { plain } from "../../bot/language/format.ts";
import type { Person } from "../../bot/programme/model.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import {
  commonButtons,
  type Fact,
  factSets,
  pageButton,
  type Row,
  rowsThatFit,
  sessionButton,
  sessionRow,
} from "../rows.ts";
import { capital, type Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** One person: for whom, as what, where in the programme. */
export interface PersonData extends Framed {
  readonly lead: string;
  readonly bio: string;
  readonly factSets: readonly { readonly facts: readonly Fact[] }[];
  readonly rows: readonly Row[];
}

const draw = bindCard<PersonData>(template);

const distinct = (items: readonly string[]) => [...new Set(items)];

/** Everything published about a person. */
export function personCard(
  wording: Wording,
  person: Person,
  parts: readonly Part[],
  sessions: readonly SessionFacts[],
): AdaptiveCard {
  const { say } = wording;
  const organizations = distinct(
    parts.flatMap(({ organization }) => (organization ? [wording.organization(organization)] : [])),
  );
  const roles = distinct(parts.map(({ role }) => say(`role.${role}`)));
  const jobs = distinct(parts.flatMap(({ jobTitle }) => (jobTitle ? [wording.published(jobTitle)] : [])));
  return draw(
    {
      ...framed(wording, say("what.person"), wording.person(person)),
      lead: wording.list(organizations),
      bio: person.bio ? wording.quotation(person.bio) : "",
      factSets: factSets([
        { title: say("fact.role"), value: capital(wording.list(roles)) },
        { title: say("fact.position"), value: wording.list(jobs) },
      ]),
      rows: rowsThatFit(sessions.map((facts) => sessionRow(wording, facts))).rows,
    },
    [
      ...sessions.slice(0, 2).map(({ session }) => sessionButton(wording, session)),
      ...sessions.slice(0, 1).map(({ session }) => ({
        title: say("button.who"),
        utterance: plain(say("ask.session.speakers", { session: wording.sessionIn(session) })),
      })),
      ...commonButtons(wording, "speakers", "agenda"),
      ...pageButton(wording),
    ],
    wording,
  );
}
