import type { Activity, Attachment, Role } from "./activity.ts";

/** A message as one person sees it. */
export interface SeenMessage {
  readonly id: string;
  readonly conversationId: string;
  /** In a channel: the post it answers. */
  readonly root?: string;
  readonly by: Role | "bot";
  readonly at: string;
  readonly text?: string;
  readonly markdown?: boolean;
  /** What a notification says; a card alone has no other words for who does not see it. */
  readonly summary?: string;
  readonly attachments: readonly Attachment[];
  readonly edited: boolean;
  readonly deleted: boolean;
  /** False until the assistant has taken it; a message that does not mention it never reaches it. */
  readonly delivery?: "sent" | "not-mentioned" | "failed";
  /** Only the reader sees this. */
  readonly privately: boolean;
}

interface Message extends Omit<SeenMessage, "privately"> {
  /** Whom a targeted message is for. */
  readonly only?: string;
  /** What a press put in place of the card, per person, until the message is next updated. */
  readonly views: ReadonlyMap<Role, readonly Attachment[]>;
}

/** Every message of the local channel, in memory; each listener hears of changes as its person sees them. */
export interface Messages {
  add(message: Omit<SeenMessage, "edited" | "deleted" | "privately"> & { readonly only?: string }): void;
  change(
    id: string,
    change: Partial<Pick<Message, "text" | "summary" | "attachments" | "edited" | "deleted" | "delivery">>,
  ): boolean;
  /** Puts a card in place of the message's own, for one person. */
  showInstead(id: string, role: Role, attachments: readonly Attachment[]): void;
  find(id: string): Omit<SeenMessage, "privately"> | undefined;
  seenBy(role: Role, personId: string, readable: (conversationId: string) => boolean): SeenMessage[];
  forget(conversationId: string): void;
  listen(role: Role, personId: string, heard: (message: SeenMessage) => void): () => void;
}

export function messages(): Messages {
  const all = new Map<string, Message>();
  const listeners = new Set<{ role: Role; personId: string; heard: (message: SeenMessage) => void }>();

  function seen({ only, views, ...message }: Message, role: Role, personId: string): SeenMessage | undefined {
    if (only && only !== personId) return undefined;
    const view = views.get(role);
    return {
      ...message,
      attachments: view ?? message.attachments,
      privately: view !== undefined || only !== undefined,
    };
  }
  function put(message: Message): void {
    all.set(message.id, message);
    for (const { role, personId, heard } of listeners) {
      const copy = seen(message, role, personId);
      if (copy) heard(copy);
    }
  }
  return {
    add: (message) => put({ ...message, edited: false, deleted: false, views: new Map() }),
    change(id, change) {
      const message = all.get(id);
      if (!message) return false;
      put({ ...message, ...change, views: change.attachments || change.deleted ? new Map() : message.views });
      return true;
    },
    showInstead(id, role, attachments) {
      const message = all.get(id);
      if (message) put({ ...message, views: new Map(message.views).set(role, attachments) });
    },
    find: (id) => all.get(id),
    seenBy: (role, personId, readable) =>
      [...all.values()].flatMap((message) =>
        readable(message.conversationId) ? (seen(message, role, personId) ?? []) : [],
      ),
    forget(conversationId) {
      for (const [id, message] of all) if (message.conversationId === conversationId) all.delete(id);
    },
    listen(role, personId, heard) {
      const listener = { role, personId, heard };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What of an activity people see. */
export const shown = (activity: Activity) => ({
  ...(activity.text ? { text: activity.text } : {}),
  markdown: activity.textFormat !== "plain",
  ...(activity.summary ? { summary: activity.summary } : {}),
  attachments: activity.attachments ?? [],
});
