import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import type { Button } from "../actions.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import { commonButtons, pageButton } from "../rows.ts";
import type { Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** What is not published, what is known near it, and who may know. */
export interface NotPublishedData extends Framed {
  /** What is known nearby, as one sentence or two; may be empty. */
  readonly nearby: string;
  /** Who may know more. */
  readonly look: string;
}

const draw = bindCard<NotPublishedData>(template);

/** An honest card: it asserts nothing but what stands in the store. */
export const notPublishedCard = (
  wording: Wording,
  said: string,
  nearby: string,
  look: string,
  first: readonly Button[],
): AdaptiveCard =>
  draw(
    { ...framed(wording, wording.say("what.unpublished"), said), nearby, look },
    [...pageButton(wording), ...first, ...commonButtons(wording, "agenda", "hours", "speakers", "documents")],
    wording,
  );
