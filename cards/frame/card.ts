import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { isRightToLeft } from "../../bot/language/languages.ts";
import { type Button, buttonsIn, buttonsOf, mostActions } from "../actions.ts";
import askBox from "../ask-box/template.json" with { type: "json" };
import { bind, type CardTemplate, type Element } from "../render.ts";
import type { Wording } from "../wording.ts";
import parts from "./parts.json" with { type: "json" };
import frame from "./template.json" with { type: "json" };

/** What every card begins and ends with. */
export interface Framed {
  /** What this is, and the short name of the event. */
  readonly quiet: string;
  readonly title: string;
  /** Where it stands and as of when; may be empty. */
  readonly source: string;
}

/** A card filled with data, buttons and language. */
export type Draw<D> = (data: D, buttons: readonly Button[], wording: Wording) => AdaptiveCard;

/** What templates name instead of repeating it; a press is sent twice over, for clients that know no `Action.Execute`. */
const slots: { readonly [slot: string]: Element | readonly Element[] } = {
  "ask-box": askBox.body,
  ask: parts.ask,
  language: parts.language,
};

function assembled(node: unknown, own: readonly Element[]): unknown {
  if (Array.isArray(node)) return node.flatMap((each) => assembled(each, own));
  if (typeof node !== "object" || node === null) return node;
  const slot = "slot" in node && typeof node.slot === "string" ? node.slot : undefined;
  if (slot === "body") return assembled(own, own);
  if (slot !== undefined) return slots[slot];
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, assembled(value, own)]));
}

/** Puts a card's own elements into the frame that all cards share, and reads the whole once. */
export function bindCard<D extends Framed & { readonly [K in keyof D]: string | readonly object[] }>(
  template: CardTemplate,
): Draw<D> {
  const body = assembled(frame.body, template.body);
  if (!Array.isArray(body)) throw new Error("A template's body is a list of elements.");
  const fill = bind<D>({ body });
  return (data, buttons, { language }) => {
    const filled = fill(data);
    return {
      type: "AdaptiveCard",
      version: "1.5",
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      lang: language,
      ...(isRightToLeft(language) ? { rtl: true } : {}),
      body: filled,
      actions: buttonsOf(buttons, mostActions - buttonsIn(filled)),
    };
  };
}

/** The quiet line and the source of a card. */
export const framed = (wording: Wording, what: string, title: string, source = wording.source()): Framed => ({
  quiet: `${what} · ${wording.shortTitle}`,
  title,
  source,
});
