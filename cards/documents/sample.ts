import type { Answer } from "../../bot/answer/answer.ts";
import { sample } from "../sample-programme.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  all: {
    kind: "documents",
    documents: ["protection", "prevention", "summary", "guidance", "programme"].map(sample.document),
    filter: {},
    counted: false,
  },
  "in a language": {
    kind: "documents",
    documents: ["protection", "prevention"].map(sample.document),
    filter: { language: "fr", documentKind: "background" },
    counted: true,
  },
};
