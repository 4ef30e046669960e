import { show, withShare } from "../cards/index.ts";
import type { View } from "../cards/view.ts";
import type { Answer } from "./answer/answer.ts";
import { findAnswer } from "./answer/find-answer.ts";
import { statusOf } from "./answer/status.ts";
import type { Attendee, AttendeeChange } from "./attendee/attendee.ts";
import type { Reply, Turn } from "./channels/channel.ts";
import { type Language, languageOf } from "./language/languages.ts";
import type { Programme } from "./programme/programme.ts";
import type { Frame, Talk } from "./question/frame.ts";
import { type Understood, understand } from "./question/understand.ts";

/** What a turn leads to: something to say, and what to remember. */
export interface Outcome {
  readonly reply: Reply;
  readonly change?: AttendeeChange;
  /** What was found, for those who want to see inside. */
  readonly answer: Answer;
}

/** One turn, from words to reply. No clock, network, file or SDK: everything it needs comes in; `now` is ISO 8601. */
export function respond(turn: Turn, attendee: Attendee, programme: Programme, now: string): Outcome {
  const chosen = turn.press?.verb === "language" ? turn.press.language : attendee.language;
  const client = languageOf(turn.locale);
  const utterance = turn.press && "utterance" in turn.press ? turn.press.utterance : turn.utterance;
  const finish = (answer: Answer, language: Language, change: AttendeeChange = {}): Outcome => {
    const timeZone = change.timeZone ?? attendee.timeZone ?? turn.timeZone ?? programme.event.timeZone;
    const view: View = show(answer, { programme, language, timeZone, now, utterance });
    // Only the presser sees it: what is worth showing to all can be.
    const card = view.card && turn.unseen && utterance !== "" ? withShare(view.card, utterance, language) : view.card;
    return {
      reply: { text: view.text, ...(card ? { card } : {}), language, status: statusOf(answer) },
      ...(Object.keys(change).length > 0 ? { change } : {}),
      answer,
    };
  };
  const settled = chosen ?? client ?? "en";
  if (turn.press?.verb === "language")
    return finish({ kind: "language-set", language: turn.press.language }, turn.press.language, {
      language: turn.press.language,
    });
  if (turn.added) return finish({ kind: "welcome" }, settled);
  if (utterance.trim() === "") return finish({ kind: "help" }, settled);

  const prior = chosen ?? client;
  const { dialogue } = attendee;
  const understood = understand(utterance, {
    programme,
    now,
    ...(prior ? { prior } : {}),
    ...(dialogue ? { dialogue } : {}),
  });
  const language = attendee.language ?? (understood.sure ? understood.language : (prior ?? understood.language));
  const { answer, change } = meant(understood, programme, now);
  return finish(answer, change.language ?? language, change);
}

/** The answer to what was understood, and what of it is remembered. */
function meant(
  { meaning, language }: Understood,
  programme: Programme,
  now: string,
): { readonly answer: Answer; readonly change: AttendeeChange } {
  switch (meaning.means) {
    case "talk":
      return talked(meaning.talk);
    case "questions": {
      const answers = meaning.frames.map((frame) => findAnswer(frame, programme, now));
      const [first] = answers;
      const last: Frame | undefined = meaning.frames.at(-1);
      const answer: Answer = answers.length === 1 && first ? first : { kind: "several", answers };
      return { answer, change: { dialogue: { language, ...(last ? { frame: last } : {}) } } };
    }
    case "unknown-name":
      return { answer: { kind: "not-published", asked: { attribute: "speakers", label: meaning.name } }, change: {} };
    case "nothing":
      return { answer: { kind: "out-of-scope" }, change: {} };
  }
}

function talked(talk: Talk): { readonly answer: Answer; readonly change: AttendeeChange } {
  switch (talk.talk) {
    case "language":
      return { answer: { kind: "language-set", language: talk.language }, change: { language: talk.language } };
    case "zone":
      return { answer: { kind: "zone-set", timeZone: talk.timeZone }, change: { timeZone: talk.timeZone } };
    default:
      return { answer: { kind: talk.talk }, change: {} };
  }
}
