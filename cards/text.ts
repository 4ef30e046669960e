import type { AdaptiveCard } from "../bot/channels/channel.ts";
import { unescaped } from "./markdown.ts";

function linesOf(node: unknown, colon: string): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((each) => linesOf(each, colon));
  if (typeof node !== "object" || node === null) return [];
  const { type, text, facts, inlines, items, columns, body } = node as Readonly<Record<string, unknown>>;
  if (type === "TextBlock") return typeof text === "string" ? [unescaped(text)] : [];
  if (type === "RichTextBlock" && Array.isArray(inlines))
    return [inlines.map((run) => (typeof run === "string" ? run : String(run?.text ?? ""))).join("")];
  if (type === "FactSet" && Array.isArray(facts))
    return facts.map(
      (fact) => `${unescaped(String(fact?.title ?? ""))}${colon}${unescaped(String(fact?.value ?? ""))}`,
    );
  return [items, columns, body].flatMap((each) => linesOf(each, colon));
}

/** The words of a card, a line each, in reading order; not those of buttons and inputs. */
export const wordsOfCard = (card: AdaptiveCard): readonly string[] =>
  linesOf(card.body, card.lang === "zh" ? "：" : ": ");

/** A reply as plain text: what is said, then what stands on the card. */
export const flatten = (text: string, card?: AdaptiveCard): string =>
  card ? [text, ...wordsOfCard(card)].join("\n") : text;
