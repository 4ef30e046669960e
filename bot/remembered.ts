import { createHash } from "node:crypto";
import type { Turn } from "./channels/channel.ts";
import type { Attendees } from "./event-bot.ts";
import { attendee, change } from "./storage/attendees.ts";
import type { Store } from "./storage/store.ts";

const day = 24 * 3600_000;

/** People are known to the store by a hash of tenant and id only. */
const hashed = (...parts: readonly string[]) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** Under what a turn's person, and that person in this conversation, are remembered. */
function keysOf({ tenantId = "", speaker, conversationId }: Turn): { readonly person: string; readonly place: string } {
  const id = speaker.aadObjectId ?? speaker.id;
  return { person: hashed(tenantId, id), place: hashed(tenantId, id, conversationId) };
}

/**
 * What is remembered of people, in the store. Language and zone go with the person everywhere; the last question stays
 * in the conversation where it was asked, so that "and in French?" in a group never answers what was asked in private.
 */
export function remembered(store: Store, retentionDays: number, now: () => number = Date.now): Attendees {
  const keeping = () => ({ keepUntil: new Date(now() + retentionDays * day) });
  /** A turn is asked about and then changed: its keys are made once. */
  const keys = new WeakMap<Turn, ReturnType<typeof keysOf>>();
  const known = (turn: Turn) => {
    const made = keys.get(turn) ?? keysOf(turn);
    keys.set(turn, made);
    return made;
  };
  return {
    async attendee(turn) {
      const { person, place } = known(turn);
      const [settings, here] = await Promise.all([attendee(store, person), attendee(store, place)]);
      return { ...settings, ...(here.dialogue ? { dialogue: here.dialogue } : {}) };
    },
    async change(turn, { dialogue, ...settings }) {
      const { person, place } = known(turn);
      await Promise.all([
        dialogue ? change(store, place, { dialogue }, keeping()) : undefined,
        Object.keys(settings).length > 0 ? change(store, person, settings, keeping()) : undefined,
      ]);
    },
  };
}
