import type { Part } from "../../bot/answer/answer.ts";
import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import type { Session } from "../../bot/programme/model.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import {
  askOrganization,
  askPerson,
  commonButtons,
  more,
  pageButton,
  type Row,
  rowsThatFit,
  sessionButton,
} from "../rows.ts";
import type { Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** People and whom they speak for. */
export interface SpeakersData extends Framed {
  readonly detail: string;
  readonly rows: readonly Row[];
  readonly more: string;
}

const draw = bindCard<SpeakersData>(template);

/** A part as a row: who, for whom, where in the programme. A role is named only where it says more than "speaker". */
export function partRow(
  wording: Wording,
  part: Omit<Part, "session"> & { readonly session?: Part["session"] | undefined },
): Row {
  const { person, organization, role, jobTitle, provisional, session } = part;
  const details = [
    ...(person && organization ? [wording.organization(organization)] : []),
    ...(jobTitle ? [wording.published(jobTitle)] : []),
    ...(role === "speaker" || role === "panellist" ? [] : [wording.say(`role.${role}`)]),
    ...(session ? [wording.session(session)] : []),
  ];
  return {
    state: provisional ? wording.say("state.provisional") : "",
    head: person
      ? wording.person(person)
      : organization
        ? wording.organization(organization)
        : wording.say(`role.${role}`),
    detail: details.join(" · "),
    ask: person
      ? askPerson(wording, person)
      : organization
        ? askOrganization(wording, organization)
        : wording.say("ask.speakers"),
  };
}

/** The people of a session, an organisation or the event; `within` goes without saying in the rows. */
export function speakersCard(
  wording: Wording,
  what: string,
  title: string,
  detail: string,
  parts: readonly Part[],
  within?: Session,
): AdaptiveCard {
  const { rows, left } = rowsThatFit(
    parts.map((part) =>
      partRow(wording, { ...part, session: part.session?.id === within?.id ? undefined : part.session }),
    ),
  );
  const sessions = [...new Set(parts.flatMap(({ session }) => session ?? []))].slice(0, 3);
  return draw(
    { ...framed(wording, what, title), detail, rows, more: more(wording, left) },
    [
      ...sessions.map((session) => sessionButton(wording, session)),
      ...commonButtons(wording, "speakers", "agenda"),
      ...pageButton(wording),
    ],
    wording,
  );
}
