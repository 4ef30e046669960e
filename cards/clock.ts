import type { Tense } from "../bot/answer/answer.ts";
import { tenseOf } from "../bot/programme/time.ts";
import type { Wording } from "./wording.ts";

/** Where the clock of the turn stands in respect of the event. */
export const eventTense = ({ programme, showing }: Wording): Tense => tenseOf(programme.event, showing.now);

/** Whether the event is over: then papers are likelier asked for than times. */
export const hasEnded = (wording: Wording): boolean => eventTense(wording) === "after";
