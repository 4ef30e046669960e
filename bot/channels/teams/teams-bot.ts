import type { TurnContext } from "botbuilder";
import { type EventBot, errorId, languageSpoken } from "../../event-bot.ts";
import type { Language } from "../../language/languages.ts";
import type { Log, Mark } from "../../log.ts";
import type { Reply } from "../channel.ts";
import { addsAssistant, eventTypeOf, removesAssistant, type TeamsActivity } from "./activity.ts";
import { ConnectorError } from "./connector.ts";
import { type ActionAnswer, fromReply, inPlace, note } from "./from-reply.ts";
import type { Once } from "./once.ts";
import { Recent } from "./recent.ts";
import { toTurn } from "./to-turn.ts";

/** Our own few words of this channel. */
export interface TeamsWords {
  failed(language: Language, id: string): Reply;
  /** Shown at a pressed card whose answer follows as a message: "The answer is below." */
  answeredBelow(language: Language): string;
}

export interface TeamsBotOptions {
  readonly bot: EventBot;
  readonly once: Once;
  readonly words: TeamsWords;
  readonly log: Log;
  readonly mark: Mark;
  /** After this long without an answer, people see that one is coming. */
  readonly typingAfterMs?: number;
}

/** What became of an activity, for the metrics. */
export type Outcome = Reply["status"] | "ignored" | "failed";

export interface TeamsBot {
  turn(context: TurnContext, activity: TeamsActivity): Promise<Outcome>;
  /** What the person is told after a bug, or when the answer takes too long for an invoke. */
  apology(activity: TeamsActivity, error: unknown): Reply;
}

/** What Teams' people see: which activity is answered, where, and how. */
export function teamsBot({ bot, once, words, log, mark, typingAfterMs = 700 }: TeamsBotOptions): TeamsBot {
  /** Our answer to a message, so that an edited question changes its answer instead of adding one. */
  const answers = new Recent<string>(5_000);
  const keyOf = ({ conversation, id }: TeamsActivity) => `${conversation.id}|${id}`;

  async function post(context: TurnContext, reply: Reply): Promise<string> {
    return (await context.sendActivity(fromReply(reply)))?.id ?? "";
  }

  async function respondTo(context: TurnContext, body: ActionAnswer): Promise<void> {
    await context.sendActivity({ type: "invokeResponse", value: { status: 200, body } });
  }

  async function message(context: TurnContext, activity: TeamsActivity): Promise<Outcome> {
    if (activity.from.id === activity.recipient.id) return "ignored";
    const typing = setTimeout(() => {
      context.sendActivity({ type: "typing" }).catch((err: unknown) => log.warn({ err }, "typing not shown"));
    }, typingAfterMs);
    try {
      const reply = await bot(toTurn(activity));
      clearTimeout(typing);
      const id = await post(context, reply);
      if (id && activity.id) answers.set(keyOf(activity), id);
      return reply.status;
    } finally {
      clearTimeout(typing);
    }
  }

  async function edited(context: TurnContext, activity: TeamsActivity): Promise<Outcome> {
    const id = answers.get(keyOf(activity));
    if (id === undefined || eventTypeOf(activity) !== "editMessage") return "ignored";
    const reply = await bot(toTurn(activity));
    await context.updateActivity({ ...fromReply(reply), id });
    return reply.status;
  }

  /**
   * A button. In a personal chat the answer follows below, and the card stays. Among others it is for the presser
   * alone, in place of the card, until he or she shares it.
   */
  async function pressed(context: TurnContext, activity: TeamsActivity): Promise<Outcome> {
    const turn = toTurn(activity);
    const shares = turn.press?.verb === "share";
    const reply = await bot(turn.scope === "personal" || shares ? turn : { ...turn, unseen: true });
    if (turn.scope === "personal") {
      await post(context, reply);
      await respondTo(context, note(words.answeredBelow(reply.language)));
    } else {
      if (shares) await post(context, reply);
      await respondTo(context, inPlace(reply));
    }
    return reply.status;
  }

  async function welcome(context: TurnContext, activity: TeamsActivity): Promise<Outcome> {
    if (!(await once.welcome(activity))) return "ignored";
    const { press: _, ...turn } = toTurn(activity);
    const reply = await bot({ ...turn, utterance: "", added: true });
    await post(context, reply);
    return reply.status;
  }

  return {
    async turn(context, activity) {
      if (activity.type === "message") return message(context, activity);
      if (activity.type === "messageUpdate") return edited(context, activity);
      if (activity.type === "invoke" && activity.name === "adaptiveCard/action") return pressed(context, activity);
      if (addsAssistant(activity)) return welcome(context, activity);
      if (removesAssistant(activity)) await once.forgetWelcome(activity);
      return "ignored";
    },
    apology(activity, err) {
      const id = errorId();
      const status = err instanceof ConnectorError ? err.status : undefined;
      const conversation = mark(activity.conversation.id);
      log.error({ err, id, status, type: activity.type, conversation }, "turn failed");
      return words.failed(languageSpoken(toTurn(activity)), id);
    },
  };
}
