import type { Answer } from "../../bot/answer/answer.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  before: { kind: "overview", tense: "before" },
  during: { kind: "overview", tense: "during" },
  after: { kind: "overview", tense: "after" },
};
