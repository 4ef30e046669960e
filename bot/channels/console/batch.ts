import { performance } from "node:perf_hooks";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { flatten } from "../../../cards/text.ts";
import { sourcesOf } from "../../answer/sources.ts";
import type { Attendee } from "../../attendee/attendee.ts";
import type { Programme } from "../../programme/programme.ts";
import { type Outcome, respond } from "../../respond.ts";
import type { Turn } from "../channel.ts";

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  conversation: z.array(z.string()).optional(),
  now: z.string().refine(isInstant, "must be a time with its offset, such as 2024-07-15T10:40:00+02:00").optional(),
  locale: z.string().optional(),
});

/** One turn said in the terminal, after what was said before; each in its turn. */
export function converse(said: readonly string[], programme: Programme, now: string, locale?: string): Outcome {
  let attendee: Attendee = {};
  let outcome: Outcome | undefined;
  for (const utterance of said) {
    const turn: Turn = {
      id: "console",
      conversationId: "console",
      scope: "personal",
      speaker: { id: "console", anonymous: false },
      utterance,
      ...(locale ? { locale } : {}),
    };
    outcome = respond(turn, attendee, programme, now);
    attendee = { ...attendee, ...outcome.change };
  }
  if (!outcome) throw new Error("Nothing was said.");
  return outcome;
}

/** The reply's words and its card's, as plain text. */
export const words = ({ reply }: Outcome): string => flatten(reply.text, reply.card);

/** Answers one JSON line of a batch with one JSON line; a line that cannot be read is answered with its number and why. */
export function answerLine(text: string, number: number, programme: Programme, clock: () => string): string {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return JSON.stringify({
      line: number,
      error: `must be JSON such as {"id":"1","q":"when is it?"}: ${(error as Error).message}`,
    });
  }
  const parsed = Line.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .map((issue) => `${issue.path.join(".") || "the line"}: ${issue.message}`)
      .join("; ");
    return JSON.stringify({ line: number, error: `must have "id" and "q": ${problems}` });
  }
  const { id, q, conversation = [], now, locale } = parsed.data;
  const start = performance.now();
  const outcome = converse([...conversation, q], programme, now ?? clock(), locale);
  const line = {
    id,
    status: outcome.reply.status,
    text: words(outcome),
    language: outcome.reply.language,
    sources: sourcesOf(outcome.answer, programme),
  };
  return JSON.stringify({ ...line, ms: Math.round((performance.now() - start) * 1000) / 1000 });
}
