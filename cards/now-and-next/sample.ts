import type { Answer } from "../../bot/answer/answer.ts";
import { afternoon, block, pause } from "../sample-hours.ts";
import { sample } from "../sample-programme.ts";

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = {
  morning: {
    kind: "at",
    moment: "now",
    at: "2024-07-15T10:40+02:00",
    sessions: [],
    block,
    next: { block: afternoon, start: afternoon.start },
    tense: "during",
  },
  "a session is on": {
    kind: "at",
    moment: "now",
    at: "2024-07-15T10:20+02:00",
    sessions: [sample.facts("keynote")],
    block,
    tense: "during",
  },
  break: {
    kind: "at",
    moment: "now",
    at: "2024-07-15T13:30+02:00",
    sessions: [],
    pause,
    next: { block: afternoon, start: afternoon.start },
    tense: "during",
  },
  before: {
    kind: "at",
    moment: "now",
    at: "2024-07-14T10:00+02:00",
    sessions: [],
    next: { block, start: block.start },
    tense: "before",
  },
  after: { kind: "at", moment: "now", at: "2024-07-16T10:00+02:00", sessions: [], tense: "after" },
  "at eleven": { kind: "at", moment: "time", at: "2024-07-15T11:00+02:00", sessions: [], block, tense: "before" },
  "at nine": { kind: "at", moment: "time", at: "2024-07-15T09:00+02:00", sessions: [], tense: "before" },
  next: {
    kind: "next",
    at: "2024-07-15T10:40+02:00",
    next: { block: afternoon, start: afternoon.start },
    tense: "during",
  },
  "next sessions": {
    kind: "next",
    at: "2024-07-15T10:00+02:00",
    next: { sessions: [sample.facts("keynote")], start: "2024-07-15T10:15+02:00" },
    tense: "during",
  },
  "nothing next": { kind: "next", at: "2024-07-16T10:00+02:00", tense: "after" },
  missed: { kind: "missed", sessions: [], blocks: [block], documents: [sample.document("summary")], tense: "during" },
  "missed it all": {
    kind: "missed",
    sessions: [],
    blocks: [block, afternoon],
    documents: [sample.document("summary")],
    tense: "after",
  },
  "nothing missed": { kind: "missed", sessions: [], blocks: [], documents: [], tense: "before" },
};
