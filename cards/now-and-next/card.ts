import type { Tense } from "../../bot/answer/answer.ts";
import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import type { Button } from "../actions.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import { commonButtons, pageButton, type Row } from "../rows.ts";
import type { Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** Where the clock stands: what is on, until when, what follows. */
export interface NowData extends Framed {
  /** "On now · until 13:00"; may be empty. */
  readonly state: string;
  readonly lead: string;
  readonly detail: string;
  readonly reader: string;
  readonly rows: readonly Row[];
  readonly notes: readonly { readonly text: string }[];
}

const draw = bindCard<NowData>(template);

/** Draws it with the questions that follow; after the event, papers are what is left to ask for. */
export const nowCard = (
  wording: Wording,
  tense: Tense,
  data: Omit<NowData, "quiet" | "source">,
  first: readonly Button[] = [],
): AdaptiveCard =>
  draw(
    { ...framed(wording, wording.say("what.now"), data.title), ...data },
    [
      ...first,
      ...(tense === "after"
        ? commonButtons(wording, "documents", "agenda", "speakers")
        : commonButtons(wording, "agenda", "joining", "speakers", "documents")),
      ...pageButton(wording),
    ],
    wording,
  );
