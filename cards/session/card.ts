import type { Part, SessionFacts } from "../../bot/answer/answer.ts";
import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { chain, plain } from "../../bot/language/format.ts";
import type { Button } from "../actions.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import {
  commonButtons,
  type Fact,
  factSets,
  more,
  pageButton,
  type Row,
  rowsThatFit,
  sessionButton,
  sessionRow,
  stateLine,
} from "../rows.ts";
import { partRow } from "../speakers/card.ts";
import type { Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** One session: when and where, who, which papers. */
export interface SessionData extends Framed {
  readonly state: string;
  /** Its time, when it has one of its own. */
  readonly lead: string;
  readonly detail: string;
  readonly reader: string;
  readonly abstract: string;
  readonly rows: readonly Row[];
  readonly more: string;
  readonly factSets: readonly { readonly facts: readonly Fact[] }[];
  readonly notes: readonly { readonly text: string }[];
}

const draw = bindCard<SessionData>(template);

const isSomebody = (part: Part) => part.person !== undefined || part.organization !== undefined;

/** Everything published about a session. */
export function sessionCard(wording: Wording, facts: SessionFacts): AdaptiveCard {
  const { say, hours, zone, day, sessionIn } = wording;
  const { session, when, places, parts, documents, children, parent } = facts;
  const exact = when.known === "exact" ? [when] : [];
  const people = parts.filter(isSomebody).map((part) => partRow(wording, { ...part, session: undefined }));
  const { rows, left } = rowsThatFit([...people, ...children.map((child) => sessionRow(wording, child))]);
  const asks: readonly Button[] = [
    ...(people.length > 0
      ? [{ title: say("button.who"), utterance: plain(say("ask.session.speakers", { session: sessionIn(session) })) }]
      : []),
    ...(documents.length > 0
      ? [
          {
            title: say("button.papers"),
            utterance: plain(say("ask.session.documents", { session: sessionIn(session) })),
          },
        ]
      : []),
    ...(parent ? [sessionButton(wording, parent)] : []),
  ];
  return draw(
    {
      ...framed(
        wording,
        session.number ? wording.session(session) : say(`kind.${session.kind}`),
        wording.published(session.title),
      ),
      state: stateLine(wording, facts),
      lead: hours(exact),
      detail:
        when.known === "event-hours"
          ? say("unpublished.session-time", { session: sessionIn(session) })
          : when.known === "date"
            ? day(`${when.date}T12:00:00Z`)
            : `${day(when.start)} · ${zone}`,
      reader: wording.readerHours(exact),
      abstract: session.abstract ? wording.quotation(session.abstract) : "",
      rows,
      more: more(wording, left),
      factSets: factSets([
        { title: say("fact.where"), value: wording.places(places) },
        { title: say("fact.partOf"), value: parent ? wording.sessionTitle(parent) : "" },
        { title: say("fact.track"), value: wording.list(session.tracks.map((track) => wording.published(track))) },
        { title: say("fact.language"), value: wording.languages(session.languages) },
        { title: say("fact.interpretation"), value: wording.languages(session.interpretation) },
        {
          title: say("what.documents"),
          value: chain(
            wording.language,
            documents.map(({ title }) => wording.title(title)),
          ),
        },
      ]),
      notes: wording.conflicts(session).map((text) => ({ text })),
    },
    [
      ...asks,
      ...(session.url ? [{ title: say("button.open"), url: session.url }] : []),
      ...commonButtons(wording, "agenda"),
      ...pageButton(wording),
    ],
    wording,
  );
}
