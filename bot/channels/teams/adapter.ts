import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  type ResourceResponse,
  TurnContext,
} from "botbuilder";
import type { TeamsActivity } from "./activity.ts";
import type { Connectors } from "./connector.ts";

/**
 * The Bot Framework adapter, over our own connector: the SDK's makes its clients anew in every turn, has no
 * timeout, and posts again after a 500, which may show people the same answer twice.
 */
export class TeamsAdapter extends BotAdapter {
  readonly #connectors: Connectors;

  constructor(connectors: Connectors) {
    super();
    this.#connectors = connectors;
  }

  /** Runs one turn, and gives what an invoke is to be answered with. */
  async run(
    activity: TeamsActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    // The shape was checked at the edge; the SDK's type demands fields that Teams may leave out.
    const context = new TurnContext(this, activity as unknown as Activity);
    await this.runMiddleware(context, logic);
    const invokeResponse: Activity | undefined = context.turnState.get(INVOKE_RESPONSE_KEY);
    return invokeResponse?.value;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === "invokeResponse") {
        context.turnState.set(INVOKE_RESPONSE_KEY, activity);
        sent.push({ id: "" });
      } else {
        const { conversation, serviceUrl } = addressOf(activity);
        // Only a message can be replied to; news about the conversation itself cannot.
        const replyToId = context.activity.type === "message" ? activity.replyToId : undefined;
        sent.push({ id: await this.#connectors.to(serviceUrl).post(conversation, activity, replyToId) });
      }
    }
    return sent;
  }

  override async updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<void> {
    const { conversation, serviceUrl } = addressOf(activity);
    await this.#connectors.to(serviceUrl).update(conversation, activity.id ?? "", activity);
  }

  override async deleteActivity(_context: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    const { conversation, serviceUrl } = addressOf(reference);
    await this.#connectors.to(serviceUrl).remove(conversation, reference.activityId ?? "");
  }

  /** Not used: announcements go through the outbox, which knows the rates Teams allows. */
  override async continueConversation(): Promise<void> {
    throw new Error("Conversations are continued by the outbox.");
  }
}

function addressOf({ conversation, serviceUrl }: Partial<Activity> | Partial<ConversationReference>) {
  if (!conversation || !serviceUrl) throw new Error("An activity without an address cannot be sent.");
  return { conversation: conversation.id, serviceUrl };
}
