import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { bindCard } from "../frame/card.ts";
import { type HelpData, helpData } from "../help/card.ts";
import { commonButtons, pageButton } from "../rows.ts";
import type { Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

const draw = bindCard<HelpData>(template);

/** The first thing people see: what this is for, where to ask, in which language. */
export const welcomeCard = (wording: Wording): AdaptiveCard =>
  draw(
    helpData(wording, wording.published(wording.programme.event.title), wording.say("help.text")),
    [...commonButtons(wording, "agenda", "speakers", "documents", "hours"), ...pageButton(wording)],
    wording,
  );
