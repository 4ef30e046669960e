import type { Answer } from "../../bot/answer/answer.ts";
import { sample } from "../sample-programme.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  "in a language it has": {
    kind: "document",
    document: sample.document("protection"),
    language: "ar",
    aspect: "about",
  },
  "in a language it lacks": { kind: "document", document: sample.document("summary"), language: "ar", aspect: "about" },
  "longest title": { kind: "document", document: sample.document("prevention"), aspect: "about" },
  languages: { kind: "document", document: sample.document("protection"), aspect: "languages" },
  symbol: { kind: "document", document: sample.document("summary"), aspect: "symbol" },
  date: { kind: "document", document: sample.document("summary"), aspect: "date" },
  author: { kind: "document", document: sample.document("summary"), aspect: "author" },
  "language not stated": { kind: "document", document: sample.document("guidance"), language: "en", aspect: "about" },
};
