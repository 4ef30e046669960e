import type { Answer } from "../../bot/answer/answer.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  help: { kind: "help" },
  "who are you": { kind: "about-assistant" },
  "not about the event": { kind: "out-of-scope" },
  thanks: { kind: "thanks" },
};
