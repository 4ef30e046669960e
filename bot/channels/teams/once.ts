import { createHash } from "node:crypto";
import type { Store } from "../../storage/store.ts";
import type { TeamsActivity } from "./activity.ts";
import { tenantOf } from "./activity.ts";

const day = 24 * 3600_000;
/** Teams redelivers within minutes; a day and a half covers an outage over night. */
const turnsKept = 1.5 * day;
const welcomesKept = 90 * day;

/** What happens once, however often it is delivered, also over a restart. */
export interface Once {
  /** True for the first delivery under this key. */
  turn(key: string): Promise<boolean>;
  /** True for the first time that the assistant comes into this conversation. */
  welcome(activity: TeamsActivity): Promise<boolean>;
  /** The next welcome is the first again. */
  forgetWelcome(activity: TeamsActivity): Promise<void>;
}

/** Ids are hashed: the store learns neither people nor conversations from them. */
const hashed = (parts: readonly string[]) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/**
 * The same for every delivery of one activity; undefined if it has no id to be known by. An edit keeps the id of the
 * message, so its time counts too.
 */
export function deliveryKey(activity: TeamsActivity): string | undefined {
  const { id, type, timestamp = "", conversation, text = "" } = activity;
  if (id === undefined) return undefined;
  const edit = type === "messageUpdate" || type === "messageDelete" ? [type, timestamp, text] : [];
  return hashed([tenantOf(activity) ?? "", conversation.id, id, ...edit]);
}

const conversationKey = (activity: TeamsActivity) => hashed([tenantOf(activity) ?? "", activity.conversation.id]);

export function once(store: Pick<Store, "insertOnce" | "remove">, now: () => number = Date.now): Once {
  const insert = (collection: string, key: string, kept: number) =>
    store.insertOnce(collection, key, true, { keepUntil: new Date(now() + kept) });
  return {
    turn: (key) => insert("turns", key, turnsKept),
    welcome: (activity) => insert("welcomes", conversationKey(activity), welcomesKept),
    forgetWelcome: (activity) => store.remove("welcomes", conversationKey(activity)),
  };
}
