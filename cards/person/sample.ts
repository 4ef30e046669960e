import type { Answer } from "../../bot/answer/answer.ts";
import { sample } from "../sample-programme.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  about: {
    kind: "person",
    aspect: "about",
    person: sample.person("yessica"),
    parts: sample.parts("panel-2").slice(0, 1),
    sessions: [sample.facts("panel-2")],
    tense: "before",
  },
  organization: {
    kind: "person",
    aspect: "organization",
    person: sample.person("titus"),
    parts: sample.parts("keynote"),
    sessions: [sample.facts("keynote")],
    tense: "after",
  },
  when: {
    kind: "person",
    aspect: "when",
    person: sample.person("titus"),
    parts: sample.parts("keynote"),
    sessions: [sample.facts("keynote")],
    tense: "before",
  },
};
