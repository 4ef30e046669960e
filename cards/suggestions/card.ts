import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import { commonButtons, pageButton, type Row } from "../rows.ts";
import type { Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** What may have been meant; pressing one asks it. */
export interface SuggestionsData extends Framed {
  readonly rows: readonly Row[];
}

const draw = bindCard<SuggestionsData>(template);

/** Choices; nothing is asserted. */
export const suggestionsCard = (wording: Wording, title: string, rows: readonly Row[]): AdaptiveCard =>
  draw(
    { ...framed(wording, wording.say("what.suggestions"), title, ""), rows },
    [...commonButtons(wording, "agenda", "speakers", "documents", "help"), ...pageButton(wording)],
    wording,
  );
