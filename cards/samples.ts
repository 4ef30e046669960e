import type { Answer } from "../bot/answer/answer.ts";
import { languages } from "../bot/language/languages.ts";
import { samples as agenda } from "./agenda/sample.ts";
import { samples as document } from "./document/sample.ts";
import { samples as documents } from "./documents/sample.ts";
import { samples as help } from "./help/sample.ts";
import { samples as information } from "./information/sample.ts";
import { samples as notPublished } from "./not-published/sample.ts";
import { samples as nowAndNext } from "./now-and-next/sample.ts";
import { samples as overview } from "./overview/sample.ts";
import { samples as person } from "./person/sample.ts";
import { sampleProgramme } from "./sample-programme.ts";
import { samples as session } from "./session/sample.ts";
import { samples as speakers } from "./speakers/sample.ts";
import { samples as suggestions } from "./suggestions/sample.ts";
import type { Showing } from "./view.ts";
import { samples as welcome } from "./welcome/sample.ts";

/** The sample answers of every card. */
export const samples: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  welcome: welcome,
  help: help,
  overview: overview,
  agenda: agenda,
  session: session,
  speakers: speakers,
  person: person,
  documents: documents,
  document: document,
  information: information,
  "now-and-next": nowAndNext,
  suggestions: suggestions,
  "not-published": notPublished,
  "language-set": Object.fromEntries(
    languages.map((language) => [language, { kind: "language-set", language } satisfies Answer]),
  ),
};

/** A showing of the sample programme, to a reader in another zone. */
export const sampleShowing = (language: Showing["language"], more: Partial<Showing> = {}): Showing => ({
  programme: sampleProgramme,
  language,
  timeZone: "Africa/Nairobi",
  now: "2024-07-15T10:40+02:00",
  utterance: "",
  ...more,
});
