import type { Answer } from "../../bot/answer/answer.ts";
import { sample } from "../sample-programme.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  "of a session": {
    kind: "speakers",
    parts: sample.parts("panel-2"),
    filter: { session: sample.session("panel-2") },
    counted: false,
    tense: "before",
  },
  "of the event": {
    kind: "speakers",
    parts: [...sample.parts("panel-1"), ...sample.parts("panel-2")],
    filter: {},
    counted: true,
    tense: "before",
  },
  "by role": {
    kind: "speakers",
    parts: sample.parts("keynote"),
    filter: { role: "moderator" },
    counted: false,
    tense: "before",
  },
  "of an organization": {
    kind: "organization",
    organization: sample.organization("fula"),
    parts: sample.parts("panel-1").slice(1, 2),
    tense: "before",
  },
};
