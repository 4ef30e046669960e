import type { SessionFacts } from "../../bot/answer/answer.ts";
import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { hoursOf } from "../../bot/programme/time.ts";
import { type AskBoxData, askBox } from "../ask-box/card.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import {
  commonButtons,
  more,
  pageButton,
  type Row,
  rowsThatFit,
  sessionButton,
  sessionRow,
  withChildren,
} from "../rows.ts";
import type { Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** The order of business, a session a row. */
export interface AgendaData extends Framed, AskBoxData {
  readonly detail: string;
  readonly reader: string;
  readonly rows: readonly Row[];
  readonly more: string;
}

const draw = bindCard<AgendaData>(template);

/** The sessions with what is inside them; `title` says what they were narrowed by. */
export function agendaCard(
  wording: Wording,
  what: string,
  title: string,
  sessions: readonly SessionFacts[],
): AdaptiveCard {
  const { programme, say, hours, zone, oneDay } = wording;
  const spans = hoursOf(programme);
  const all = withChildren(sessions);
  const { rows, left } = rowsThatFit(all.map((facts) => sessionRow(wording, facts)));
  const panels = all.filter(({ session }) => session.kind === "panel" || session.kind === "keynote").slice(0, 2);
  return draw(
    {
      ...framed(wording, what, title),
      ...askBox(wording),
      detail: oneDay
        ? say("hours.dated", { hours: hours(spans), zone, day: wording.day(programme.event.start) })
        : zone,
      reader: oneDay ? wording.readerHours(spans) : "",
      rows,
      more: more(wording, left),
    },
    [
      ...panels.map(({ session }) => sessionButton(wording, session)),
      ...commonButtons(wording, "speakers", "documents"),
      ...pageButton(wording),
    ],
    wording,
  );
}
