import type { Answer } from "../../bot/answer/answer.ts";
import { sample } from "../sample-programme.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  two: {
    kind: "suggestions",
    options: [
      { of: "session", session: sample.session("panel-2") },
      { of: "document", document: sample.document("protection") },
    ],
  },
  five: {
    kind: "suggestions",
    options: [
      { of: "person", person: sample.person("titus") },
      { of: "organization", organization: sample.organization("wpi") },
      { of: "common", question: "agenda" },
      { of: "common", question: "joining" },
      { of: "session", session: sample.session("hostile") },
    ],
  },
};
