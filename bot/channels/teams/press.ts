import { z } from "zod";
import { languages } from "../../language/languages.ts";
import type { Press } from "../channel.ts";
import { wordsOf } from "./words.ts";

const words = z.string().transform(wordsOf).pipe(z.string().min(1));
const Pressed = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("ask"), utterance: words }),
  z.object({ verb: z.literal("language"), language: z.enum(languages), utterance: words.optional().catch(undefined) }),
  z.object({ verb: z.literal("share"), utterance: words }),
]);

/** `Action.Execute`, as it comes in the value of an `adaptiveCard/action` invoke; inputs are merged into `data`. */
const Executed = z.object({
  action: z.object({ verb: z.string().optional(), data: z.looseObject({}).optional().catch(undefined) }),
});

/** The press in the value of a message (`Action.Submit`). Unknown, old or tampered: undefined, and a fresh card is due. */
export function submitted(value: unknown): Press | undefined {
  const parsed = Pressed.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The press in the value of an invoke (`Action.Execute`). The action's own verb counts, not one smuggled in by an input. */
export function executed(value: unknown): Press | undefined {
  const parsed = Executed.safeParse(value);
  if (!parsed.success) return undefined;
  const { verb, data } = parsed.data.action;
  return submitted(verb === undefined ? data : { ...data, verb });
}
