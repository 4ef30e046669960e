import { scopes } from "../../bot/channels/local/activity.ts";
import { wordsOf } from "../words.ts";
import type { Acts } from "./acts.ts";
import { type Child, element } from "./element.ts";
import { published } from "./formats.ts";
import { icon, mark } from "./icons.ts";
import type { State } from "./state.ts";

/** The left: what this is, and the three places one can talk in. */
export function conversations(state: State, act: Acts): Child[] {
  const words = wordsOf[state.language];
  const hint = { personal: words.personalHint, group: words.groupHint, channel: words.channelHint };
  const items = scopes.map((scope) => {
    const current = scope === state.scope;
    return element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          class: "conversation",
          "data-key": `conversation-${scope}`,
          "aria-current": current ? "true" : undefined,
          onclick: () => act.openConversation(scope),
        },
        element("span", { class: "conversation-icon" }, icon(scope)),
        element(
          "span",
          { class: "conversation-words" },
          element("span", { class: "conversation-name" }, words[scope]),
          element("span", { class: "conversation-hint" }, hint[scope]),
        ),
        state.unread.has(scope) && element("span", { class: "unread" }),
      ),
    );
  });
  return [
    element(
      "div",
      { class: "brand" },
      element("span", { class: "brand-mark" }, mark()),
      element(
        "span",
        { class: "brand-words" },
        element("span", { class: "brand-name" }, "Rostrum"),
        element("span", { class: "brand-event", dir: "auto" }, published(state.event.shortTitle, state.language)),
      ),
    ),
    element("ul", { class: "conversation-list" }, ...items),
    element("p", { class: "rail-note" }, words.localNote),
  ];
}
