import type { Answer } from "../../bot/answer/answer.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  "first met": { kind: "welcome" },
  greeted: { kind: "greeting" },
};
