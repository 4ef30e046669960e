import { z } from "zod";

/** Ids are opaque to us; the limit only keeps nonsense out of keys and logs. */
const id = z.string().min(1).max(1_000);
const account = z.looseObject({ id, aadObjectId: z.string().max(100).optional().catch(undefined) });

/**
 * What of an activity we rely on. Everything else may come in any shape: Teams adds entity types and fields
 * without notice, and refusing them has cost bots their channel.
 */
const ActivityShape = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional(),
  channelId: z.string(),
  serviceUrl: z.string().min(1).max(500),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    conversationType: z.string().optional().catch(undefined),
    tenantId: z.string().max(100).optional().catch(undefined),
    isGroup: z.boolean().optional().catch(undefined),
  }),
  name: z.string().optional().catch(undefined),
  action: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  textFormat: z.string().optional().catch(undefined),
  locale: z.string().max(50).optional().catch(undefined),
  timestamp: z.string().optional().catch(undefined),
  replyToId: z.string().max(1_000).optional().catch(undefined),
  attachments: z.array(z.unknown()).optional().catch(undefined),
  entities: z.array(z.unknown()).optional().catch(undefined),
  membersAdded: z.array(z.unknown()).optional().catch(undefined),
  channelData: z.unknown().optional(),
  value: z.unknown().optional(),
});
/** An activity whose shape was checked at the edge. */
export type TeamsActivity = z.infer<typeof ActivityShape>;

/** The activity, or undefined if it is none of Teams' making. */
export function parseActivity(body: unknown): TeamsActivity | undefined {
  const parsed = ActivityShape.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

const ChannelData = z.object({
  tenant: z
    .object({ id: z.string().max(100) })
    .optional()
    .catch(undefined),
  eventType: z.string().optional().catch(undefined),
});

const channelDataOf = ({ channelData }: TeamsActivity) => {
  const parsed = ChannelData.safeParse(channelData);
  return parsed.success ? parsed.data : {};
};

/** The tenant the conversation belongs to: the organiser's, for anonymous guests too. */
export function tenantOf(activity: TeamsActivity): string | undefined {
  return activity.conversation.tenantId ?? channelDataOf(activity).tenant?.id;
}

/** What happened to a message: `editMessage`, `softDeleteMessage`, … */
export function eventTypeOf(activity: TeamsActivity): string | undefined {
  return channelDataOf(activity).eventType;
}

const Member = z.object({ id: z.string() });

/** The assistant itself was just added: to a chat, to a team, or installed for one person. */
export function addsAssistant(activity: TeamsActivity): boolean {
  if (activity.type === "installationUpdate") return activity.action === "add";
  if (activity.type !== "conversationUpdate") return false;
  return (activity.membersAdded ?? []).some((member) => {
    const parsed = Member.safeParse(member);
    return parsed.success && parsed.data.id === activity.recipient.id;
  });
}

/** The assistant was taken away; should it come back, it introduces itself again. */
export function removesAssistant({ type, action }: TeamsActivity): boolean {
  return type === "installationUpdate" && action === "remove";
}
