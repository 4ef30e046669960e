import type { Answer } from "../../bot/answer/answer.ts";
import { sample } from "../sample-programme.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  whole: { kind: "agenda", sessions: ["item-2", "item-3"].map(sample.facts), filter: {}, tense: "before" },
  "of a day, with a hostile title": {
    kind: "agenda",
    sessions: ["keynote", "workshop", "hostile"].map(sample.facts),
    filter: { date: "2024-07-15" },
    tense: "before",
  },
  searched: {
    kind: "sessions",
    sessions: ["panel-1", "panel-2"].map(sample.facts),
    filter: { words: "protection" },
    counted: false,
    tense: "before",
  },
};
