import type { AdaptiveCard, Press } from "../bot/channels/channel.ts";
import { plain } from "../bot/language/format.ts";
import type { Language } from "../bot/language/languages.ts";
import { words } from "../bot/language/words.ts";
import type { Element } from "./render.ts";

/** Teams' store asks for no more than six buttons on a card. */
export const mostActions = 6;

/** A button that asks a question, or opens an address that stands in the store. */
export type Button =
  | { readonly title: string; readonly utterance: string }
  | { readonly title: string; readonly url: string };

/** What pressing something sends. Clients that do not know `Action.Execute` submit the same. */
export function press(title: string, sent: Press): Element {
  const data = "utterance" in sent ? { ...sent, utterance: plain(sent.utterance) } : sent;
  return {
    type: "Action.Execute",
    title: plain(title),
    verb: sent.verb,
    data,
    fallback: { type: "Action.Submit", title: plain(title), data },
  };
}

/** The button under a card. */
export const buttonOf = (button: Button): Element =>
  "url" in button
    ? { type: "Action.OpenUrl", title: button.title, url: button.url }
    : press(button.title, { verb: "ask", utterance: button.utterance });

const isSecure = (button: Button) => !("url" in button) || /^https:\/\/[^\s]+$/.test(button.url);

/** The first six buttons: no two of one name, no address but https. */
export function buttonsOf(buttons: readonly Button[], most = mostActions): readonly Element[] {
  const titles = new Set<string>();
  return buttons
    .filter((button) => {
      const again = titles.has(button.title);
      titles.add(button.title);
      return !again && isSecure(button);
    })
    .slice(0, most)
    .map(buttonOf);
}

/** How many buttons stand in the body of a card, such as the one of the ask box. */
export const buttonsIn = (body: readonly Element[]): number =>
  body.reduce(
    (sum, { type, actions }) => sum + (type === "ActionSet" && Array.isArray(actions) ? actions.length : 0),
    0,
  );

/** The card with a button that shows it to everybody in the conversation; the last button gives way when it is full. */
export function withShare(card: AdaptiveCard, utterance: string, language: Language): AdaptiveCard {
  const actions: readonly unknown[] = Array.isArray(card.actions) ? card.actions : [];
  const body: readonly Element[] = Array.isArray(card.body) ? card.body : [];
  const room = mostActions - buttonsIn(body) - 1;
  return {
    ...card,
    actions: [...actions.slice(0, room), press(words(language)("button.share"), { verb: "share", utterance })],
  };
}
