import type { Answer, Unpublished } from "../../bot/answer/answer.ts";
import { infoTopics } from "../../bot/programme/model.ts";
import { sample } from "../sample-programme.ts";

const hours: Answer = { kind: "event-time", aspect: "hours", tense: "before" };
const panel = { session: sample.session("panel-1") };
const person = { person: sample.person("titus") };
const paper = { document: sample.document("protection") };
const organization = { organization: sample.organization("fula") };

/** Every attribute that can be missing, each with what it may be missing of. */
export const unpublished: readonly Unpublished[] = [
  { attribute: "session-time", ...panel },
  { attribute: "session-time", session: sample.session("item-2") },
  { attribute: "session-time", session: sample.session("hostile") },
  { attribute: "session-place", ...panel },
  { attribute: "session-abstract", ...panel },
  { attribute: "session-number", label: "1" },
  { attribute: "speakers", ...panel },
  { attribute: "speakers" },
  { attribute: "speakers", label: "Mr. Nobody" },
  { attribute: "moderator", ...panel },
  { attribute: "moderator" },
  { attribute: "chair", ...panel },
  { attribute: "chair" },
  { attribute: "documents", ...panel },
  { attribute: "documents" },
  { attribute: "document-link", ...paper },
  { attribute: "document-symbol", ...paper },
  { attribute: "document-pages", ...paper },
  { attribute: "document-date", ...paper },
  { attribute: "document-author", ...paper },
  { attribute: "document-content", ...paper },
  { attribute: "document-content" },
  { attribute: "person-time", ...person },
  { attribute: "person-bio", ...person },
  { attribute: "person-country", ...person },
  { attribute: "person-job", ...person },
  { attribute: "person-contact", ...person },
  { attribute: "person-private", ...person },
  { attribute: "person-statement", ...person },
  { attribute: "organization-country", ...organization },
  { attribute: "organization-about", ...organization },
  { attribute: "organizers" },
  { attribute: "legal-basis" },
  { attribute: "audience" },
  { attribute: "address" },
  { attribute: "tracks" },
  { attribute: "online" },
  { attribute: "sessions" },
  { attribute: "break" },
  { attribute: "day", date: "2024-07-16" },
  ...infoTopics.map((topic) => ({ topic })),
];

/** Answers shown on this card, by what is special about each. */
export const samples: Readonly<Record<string, Answer>> = Object.fromEntries([
  ...unpublished.map((asked) => [
    "topic" in asked ? asked.topic : [asked.attribute, asked.session?.id, asked.label].filter(Boolean).join(" "),
    { kind: "not-published", asked, ...("topic" in asked ? {} : { nearby: hours }) } satisfies Answer,
  ]),
  ["nobody near", { kind: "not-published", asked: { attribute: "organizers" } } satisfies Answer],
  [
    "two questions",
    {
      kind: "several",
      answers: [{ kind: "session", aspect: "about", facts: sample.facts("panel-2"), tense: "before" }, hours],
    } satisfies Answer,
  ],
]);
