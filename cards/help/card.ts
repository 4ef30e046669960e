import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { languages, ownNames } from "../../bot/language/languages.ts";
import type { AskBoxData } from "../ask-box/card.ts";
import { askBox } from "../ask-box/card.ts";
import { eventTense } from "../clock.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import { type Common, commonButtons, pageButton } from "../rows.ts";
import type { Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** A language to answer in, in its own script; the reader's is bold. */
export interface LanguageChip {
  readonly name: string;
  readonly language: string;
  readonly weight: "Bolder" | "Default";
}

/** An ask box, questions to tap, and the languages to answer in. */
export interface HelpData extends Framed, AskBoxData {
  readonly detail: string;
  readonly examples: string;
  readonly rows: readonly { readonly ask: string }[];
  readonly settings: string;
  readonly chipRows: readonly { readonly chips: readonly LanguageChip[] }[];
}

/** Two to a row: three would break "Français" in the middle on a phone. */
export function inPairs<T>(items: readonly T[]): readonly { readonly chips: readonly T[] }[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, i) => ({ chips: items.slice(i * 2, i * 2 + 2) }));
}

/** The six languages, the reader's first. */
export function languageChips(reader: string): readonly LanguageChip[] {
  return [...languages]
    .sort((a, b) => Number(b === reader) - Number(a === reader))
    .map((language) => ({ name: ownNames[language], language, weight: language === reader ? "Bolder" : "Default" }));
}

/** Questions worth asking before, during and after. */
const worthAsking: Readonly<Record<"before" | "during" | "after", readonly Common[]>> = {
  before: ["hours", "joining", "speakers"],
  during: ["now", "next", "joining"],
  after: ["missed", "documents", "speakers"],
};

/** What the help and the welcome card say. */
export function helpData(wording: Wording, title: string, detail: string): HelpData {
  const { say } = wording;
  return {
    ...framed(wording, say("what.assistant"), title, ""),
    ...askBox(wording),
    detail,
    examples: say("help.examples"),
    rows: worthAsking[eventTense(wording)].map((question) => ({ ask: say(`ask.${question}`) })),
    settings: say("settings.language"),
    chipRows: inPairs(languageChips(wording.language)),
  };
}

const draw = bindCard<HelpData>(template);

/** What one can ask, and where to ask it. */
export const helpCard = (wording: Wording, title: string, detail: string): AdaptiveCard =>
  draw(
    helpData(wording, title, detail),
    [...commonButtons(wording, "agenda", "speakers", "documents", "venue"), ...pageButton(wording)],
    wording,
  );
