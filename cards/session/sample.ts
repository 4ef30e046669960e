import type { Answer } from "../../bot/answer/answer.ts";
import { sample } from "../sample-programme.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  "longest title, four speakers": { kind: "session", aspect: "about", facts: sample.facts("panel-1"), tense: "before" },
  "two speakers, no room": { kind: "session", aspect: "about", facts: sample.facts("panel-2"), tense: "after" },
  "moved, with a time": { kind: "session", aspect: "when", facts: sample.facts("keynote"), tense: "before" },
  where: { kind: "session", aspect: "where", facts: sample.facts("panel-1"), tense: "before" },
  cancelled: { kind: "session", aspect: "about", facts: sample.facts("workshop"), tense: "before" },
  "hostile title": { kind: "session", aspect: "about", facts: sample.facts("hostile"), tense: "before" },
};
