import type { Activity, Attachment } from "botbuilder";
import type { AdaptiveCard, Reply } from "../channel.ts";

/** The media type under which Teams knows an Adaptive Card, in messages and in answers to a press. */
export const cardType = "application/vnd.microsoft.card.adaptive";

const attached = (content: AdaptiveCard): Attachment => ({ contentType: cardType, content });

/**
 * Writes a reply as Teams wants it. Text beside a card would be split off into a message of its own, which cannot be
 * updated later: with a card, the words travel as the summary, which notifications and screen readers use.
 */
export function fromReply({ text, card, language }: Reply): Partial<Activity> {
  const said = { type: "message", locale: language } as const;
  return card ? { ...said, summary: text, attachments: [attached(card)] } : { ...said, text, textFormat: "plain" };
}

/** The body that answers `adaptiveCard/action`: it is for the presser's eyes only. */
export interface ActionAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

/** The reply in place of the pressed card, for the presser only. */
export function inPlace({ text, card }: Reply): ActionAnswer {
  return card ? { statusCode: 200, type: cardType, value: card } : note(text);
}

/** A line at the pressed card, which stays. */
export function note(text: string): ActionAnswer {
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text };
}
