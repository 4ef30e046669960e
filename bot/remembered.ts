import { createHash } from "node:crypto";
import type { Turn } from "./channels/channel.ts";
import type { Attendees } from "./event-bot.ts";
import { attendee, change } from "./storage/attendees.ts";
import type { Store } from "./storage/store.ts";

const day = 24 * 3600_000;

/** People are known to the store by a hash of tenant and id only. */
const hashed = (...parts: readonly string[]) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
const personOf = ({ tenantId = "", speaker }: Turn) => hashed(tenantId, speaker.aadObjectId ?? speaker.id);
const placeOf = (turn: Turn) => hashed(personOf(turn), turn.conversationId);

/**
 * What is remembered of people, in the store. Language and zone go with the person everywhere; the last question stays
 * in the conversation where it was asked, so that "and in French?" in a group never answers what was asked in private.
 */
export function remembered(store: Store, retentionDays: number, now: () => number = Date.now): Attendees {
  const keeping = () => ({ keepUntil: new Date(now() + retentionDays * day) });
  return {
    async attendee(turn) {
      const [person, place] = await Promise.all([attendee(store, personOf(turn)), attendee(store, placeOf(turn))]);
      return { ...person, ...(place.dialogue ? { dialogue: place.dialogue } : {}) };
    },
    async change(turn, { dialogue, ...settings }) {
      await Promise.all([
        dialogue ? change(store, placeOf(turn), { dialogue }, keeping()) : undefined,
        Object.keys(settings).length > 0 ? change(store, personOf(turn), settings, keeping()) : undefined,
      ]);
    },
  };
}
