import { z } from "zod";
import type { Press, Turn } from "../channel.ts";
import type { TeamsActivity } from "./activity.ts";
import { tenantOf } from "./activity.ts";
import { executed, submitted } from "./press.ts";
import { wordsOf } from "./words.ts";

const scopes = { personal: "personal", groupChat: "group", channel: "channel" } as const;

/** Where it was said. A conversation type we do not know counts as a group: nothing private is said there. */
export function scopeOf({ conversation }: TeamsActivity): Turn["scope"] {
  if (conversation.conversationType === undefined) return conversation.isGroup ? "group" : "personal";
  return scopes[conversation.conversationType as keyof typeof scopes] ?? "group";
}

const Mention = z.object({
  type: z.literal("mention"),
  text: z.string().min(1).max(500),
  mentioned: z.object({ id: z.string() }),
});
const ClientInfo = z.object({
  type: z.literal("clientInfo"),
  locale: z.string().max(50).optional().catch(undefined),
  timezone: z.string().max(100).optional().catch(undefined),
});

function found<T>(entities: readonly unknown[] | undefined, shape: z.ZodType<T>): readonly T[] {
  return (entities ?? []).flatMap((entity) => {
    const parsed = shape.safeParse(entity);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The words without the assistant's own name; other people's names stay, without the tags. */
function utteranceOf({ text = "", entities, recipient }: TeamsActivity): string {
  const own = found(entities, Mention).filter(({ mentioned }) => mentioned.id === recipient.id);
  const without = own.reduce((rest, mention) => rest.replaceAll(mention.text, " "), text);
  return wordsOf(without.replace(/<\/?at[^<>]{0,100}>/gi, "").replace(/&nbsp;/g, " "));
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const zones = new Map<string, boolean>();

/** Zones come again and again, and asking Intl costs 0.1 ms. */
function knownZone(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  let known = zones.get(name);
  if (known === undefined) {
    known = isZone(name);
    if (zones.size < 1_000) zones.set(name, known);
  }
  return known ? name : undefined;
}

/**
 * Reads a Teams activity. A press comes as a message with a `value` and no text (`Action.Submit`) or as an invoke
 * (`Action.Execute`). What we cannot read is a turn without words, and gets the help card.
 */
export function toTurn(activity: TeamsActivity): Turn {
  const invoked = activity.type === "invoke";
  const press: Press | undefined = invoked ? executed(activity.value) : submitted(activity.value);
  const asked = press && "utterance" in press ? (press.utterance ?? "") : "";
  const [client] = found(activity.entities, ClientInfo);
  const locale = client?.locale ?? activity.locale;
  const timeZone = knownZone(client?.timezone);
  const tenantId = tenantOf(activity);
  const { from } = activity;
  return {
    id: activity.id ?? "",
    conversationId: activity.conversation.id,
    scope: scopeOf(activity),
    speaker: {
      id: from.id,
      ...(from.aadObjectId === undefined ? {} : { aadObjectId: from.aadObjectId }),
      anonymous: from.aadObjectId === undefined || from.userRole === "anonymous",
    },
    utterance: press || invoked ? asked : utteranceOf(activity),
    ...(press ? { press } : {}),
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}
