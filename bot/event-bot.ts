import { randomInt } from "node:crypto";
import type { Attendee, AttendeeChange } from "./attendee/attendee.ts";
import type { Reply, Turn } from "./channels/channel.ts";
import { type Language, languageOf } from "./language/languages.ts";
import type { Log } from "./log.ts";
import type { Programme } from "./programme/programme.ts";

/** What is remembered of people, as far as a turn needs it. */
export interface Attendees {
  /** A person we have not met has an empty record. */
  attendee(turn: Turn): Promise<Attendee>;
  /** Applies the change to the newest record. */
  change(turn: Turn, change: AttendeeChange): Promise<void>;
}

export interface EventBotOptions {
  readonly respond: (
    turn: Turn,
    attendee: Attendee,
    programme: Programme,
    now: string,
  ) => { readonly reply: Reply; readonly change?: AttendeeChange };
  readonly attendees: Attendees;
  readonly programme: Programme;
  /** The instant, ISO 8601; another clock lets a day be rehearsed. */
  readonly clock: () => string;
  /** The apology after a bug, with the id under which the log has the error. */
  readonly failed: (language: Language, id: string) => Reply;
  readonly log: Log;
}

/** Answers one turn; it never fails: after a bug, the answer is an apology. */
export type EventBot = (turn: Turn) => Promise<Reply>;

/** The shell of a turn: load, respond, store. What is delivered, and how, is the channel's. */
export function eventBot({ respond, attendees, programme, clock, failed, log }: EventBotOptions): EventBot {
  return async (turn) => {
    let attendee: Attendee = {};
    try {
      attendee = await attendees.attendee(turn);
      const { reply, change } = respond(turn, attendee, programme, clock());
      if (change) await attendees.change(turn, change);
      return reply;
    } catch (err) {
      const id = errorId();
      log.error({ err, id, verb: turn.press?.verb, scope: turn.scope }, "turn failed");
      return failed(languageSpoken(turn, attendee), id);
    }
  };
}

/** The language to speak when the words themselves were not understood. */
export function languageSpoken(turn: Pick<Turn, "locale">, { language, dialogue }: Attendee = {}): Language {
  return language ?? dialogue?.language ?? languageOf(turn.locale) ?? "en";
}

/** No letters that are read out or typed wrongly. */
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** An id small enough to read out, which joins an apology with its line in the log. */
export function errorId(): string {
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
}
