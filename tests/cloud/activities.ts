import type { FakeCloud } from "./cloud.ts";
import { appId, tenantId } from "./cloud.ts";

let count = 0;
const person = { id: "29:person-1", name: "Canary Person", aadObjectId: "aaaaaaaa-1111-4222-8333-444444444444" };
export const assistant = { id: `28:${appId}`, name: "Rostrum" };

export type Fields = Record<string, unknown>;

/** An activity as Teams sends it from a personal chat; `fields` replace what differs. */
export function activity({ serviceUrl }: Pick<FakeCloud, "serviceUrl">, fields: Fields = {}): Fields {
  count += 1;
  return {
    type: "message",
    id: `17000000${count}`,
    timestamp: "2024-07-15T08:40:00.000Z",
    channelId: "msteams",
    serviceUrl,
    from: person,
    recipient: assistant,
    conversation: { id: "a:personal-1", conversationType: "personal", tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: "en-GB",
    entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Web", timezone: "Europe/Vienna" }],
    text: "who speaks on panel 2?",
    textFormat: "plain",
    ...fields,
  };
}

export const inGroup = {
  conversation: { id: "19:group-1@thread.v2", conversationType: "groupChat", isGroup: true, tenantId },
};
export const inChannel = {
  conversation: {
    id: "19:channel-1@thread.tacv2;messageid=1699",
    conversationType: "channel",
    isGroup: true,
    tenantId,
  },
};

/** A press of an `Action.Execute`. */
export function press(cloud: Pick<FakeCloud, "serviceUrl">, verb: string, data: Fields, fields: Fields = {}): Fields {
  return activity(cloud, {
    type: "invoke",
    name: "adaptiveCard/action",
    text: undefined,
    replyToId: "card-1",
    value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
    ...fields,
  });
}
