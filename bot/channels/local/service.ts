import { z } from "zod";
import type { Activity, Person } from "./activity.ts";
import { channelId, conversationOf, localTenantId, membersOf, people, roles, splitThread, teamId } from "./activity.ts";
import type { Desk } from "./desk.ts";
import { shown } from "./messages.ts";
import type { LocalRequest, LocalResponse, LocalRoute } from "./routes.ts";

const Sent = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
  recipient: z.looseObject({ id: z.string() }).optional(),
});

const Creation = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: Sent.optional(),
});

/** Teams counts a message as UTF-16 and refuses more than 100 KB. */
const largest = 100 * 1024;

const refuse = (status: number, code: string, message: string): LocalResponse => ({
  status,
  body: { error: { code, message } },
});

const account = ({ id, name, aadObjectId, role }: Person) => ({
  id,
  name,
  tenantId: localTenantId,
  userRole: role === "guest" ? "anonymous" : "user",
  ...(aadObjectId ? { aadObjectId, objectId: aadObjectId } : {}),
});

const wherePeopleAre = new Set([
  ...roles.map((role) => conversationOf("personal", people[role])),
  conversationOf("group", people.participant),
  channelId,
]);

/** The service URL: what the assistant calls to send, edit and delete, to open conversations and to ask who is there. */
export function serviceRoutes(desk: Desk, prefix: string): LocalRoute[] {
  function send(request: LocalRequest, conversationId: string): LocalResponse {
    const sent = Sent.safeParse(request.body);
    if (!sent.success) return refuse(400, "BadSyntax", "The activity cannot be read.");
    const { base, root } = splitThread(conversationId);
    if (!wherePeopleAre.has(base)) return refuse(404, "ConversationNotFound", "There is no such conversation.");
    if (JSON.stringify(sent.data).length * 2 > largest)
      return refuse(413, "MessageSizeTooBig", "Message size too large.");
    if (sent.data.type === "typing") {
      desk.typing.tell(base);
      return { status: 200, body: { id: desk.nextId() } };
    }
    const targeted = request.query.get("isTargetedActivity") === "true";
    if (targeted && !sent.data.recipient) return refuse(400, "BadArgument", "A targeted message needs a recipient.");
    const id = desk.nextId();
    desk.messages.add({
      id,
      conversationId: base,
      ...(root ? { root } : {}),
      by: "bot",
      at: desk.clock.now(),
      ...shown(sent.data),
      ...(targeted && sent.data.recipient ? { only: sent.data.recipient.id } : {}),
    });
    return { status: 201, body: { id } };
  }

  function update(request: LocalRequest): LocalResponse {
    const sent = Sent.safeParse(request.body);
    if (!sent.success) return refuse(400, "BadSyntax", "The activity cannot be read.");
    const id = request.params.activityId ?? "";
    if (desk.messages.find(id)?.by !== "bot") return refuse(404, "ActivityNotFoundInConversation", "No such message.");
    const { text, summary, attachments } = shown(sent.data);
    desk.messages.change(id, { text, summary, attachments, edited: true });
    return { status: 200, body: { id } };
  }

  function remove(request: LocalRequest): LocalResponse {
    const id = request.params.activityId ?? "";
    if (desk.messages.find(id)?.by !== "bot") return refuse(404, "ActivityNotFoundInConversation", "No such message.");
    desk.messages.change(id, { deleted: true, attachments: [] });
    return { status: 200 };
  }

  function create(request: LocalRequest): LocalResponse {
    const wish = Creation.safeParse(request.body);
    if (!wish.success) return refuse(400, "BadSyntax", "The conversation cannot be read.");
    const { isGroup, members, channelData, activity } = wish.data;
    const member = roles.map((role) => people[role]).find(({ id }) => id === members?.[0]?.id);
    const inChannel = channelData?.channel?.id === channelId;
    if (isGroup && !inChannel) return refuse(400, "BadSyntax", "The assistant cannot start a group chat.");
    if (!inChannel && !member) return refuse(404, "UserNotFound", "There is nobody of that id.");
    if (!inChannel && member?.role === "guest")
      return refuse(400, "BadArgument", "No personal chat can be started with an anonymous guest.");
    const base = inChannel ? channelId : conversationOf("personal", member ?? people.participant);
    const first = activity ? send({ ...request, body: activity }, base) : undefined;
    if (first && first.status >= 300) return first;
    const posted = first && "body" in first ? z.object({ id: z.string() }).safeParse(first.body).data : undefined;
    const id = inChannel && posted ? `${base};messageid=${posted.id}` : base;
    return { status: 201, body: { id, serviceUrl: desk.serviceUrl, ...(posted ? { activityId: posted.id } : {}) } };
  }

  const members = (request: LocalRequest) => membersOf(splitThread(request.params.conversationId ?? "").base);

  function page(request: LocalRequest): LocalResponse {
    const size = Math.max(1, Number(request.query.get("pageSize") ?? 50) || 50);
    const from = Number(request.query.get("continuationToken") ?? 0) || 0;
    const everybody = members(request);
    const more = from + size < everybody.length;
    return {
      status: 200,
      body: {
        members: everybody.slice(from, from + size).map(account),
        ...(more ? { continuationToken: String(from + size) } : {}),
      },
    };
  }

  function member(request: LocalRequest): LocalResponse {
    const wanted = request.params.memberId;
    const found = members(request).find(({ id, aadObjectId }) => id === wanted || aadObjectId === wanted);
    return found ? { status: 200, body: account(found) } : refuse(404, "MemberNotFoundInConversation", "Not a member.");
  }

  function participant(request: LocalRequest): LocalResponse {
    const wanted = request.params.participantId;
    const found = roles
      .map((role) => people[role])
      .find(({ id, aadObjectId }) => id === wanted || aadObjectId === wanted);
    if (!found) return refuse(404, "ParticipantNotFound", "Not a participant.");
    return {
      status: 200,
      body: {
        user: account(found),
        meeting: { role: found.meetingRole, inMeeting: true },
        conversation: { id: conversationOf("group", found), isGroup: true },
      },
    };
  }

  const conversation = `${prefix}/v3/conversations/:conversationId`;
  const routes: LocalRoute[] = [
    { method: "post", path: `${prefix}/v3/conversations`, handle: create },
    {
      method: "post",
      path: `${conversation}/activities`,
      handle: (request) => send(request, request.params.conversationId ?? ""),
    },
    {
      method: "post",
      path: `${conversation}/activities/:activityId`,
      handle: (request) => send(request, request.params.conversationId ?? ""),
    },
    { method: "put", path: `${conversation}/activities/:activityId`, handle: update },
    { method: "delete", path: `${conversation}/activities/:activityId`, handle: remove },
    {
      method: "get",
      path: `${conversation}/members`,
      handle: (request) => ({ status: 200, body: members(request).map(account) }),
    },
    { method: "get", path: `${conversation}/pagedmembers`, handle: page },
    { method: "get", path: `${conversation}/members/:memberId`, handle: member },
    { method: "get", path: `${prefix}/v1/meetings/:meetingId/participants/:participantId`, handle: participant },
    {
      method: "get",
      path: `${prefix}/v3/teams/:teamId`,
      handle: () => ({ status: 200, body: { id: teamId, name: "Rostrum" } }),
    },
    {
      method: "get",
      path: `${prefix}/v3/teams/:teamId/conversations`,
      handle: () => ({ status: 200, body: { conversations: [{ id: channelId }] } }),
    },
  ];
  return routes.map((route) => noted(route, desk, prefix));
}

/** Lets the developer's view see what the assistant called. */
function noted(route: LocalRoute, desk: Desk, prefix: string): LocalRoute {
  return {
    ...route,
    async handle(request) {
      const started = desk.real();
      const response = await route.handle(request);
      const type = (request.body as Activity | undefined)?.type;
      desk.traffic.note({
        at: desk.clock.now(),
        direction: "out",
        what: [route.method.toUpperCase(), route.path.slice(prefix.length + 1).replace(/:(\w+)/g, "{$1}"), type]
          .filter(Boolean)
          .join(" "),
        status: response.status,
        ms: desk.real() - started,
        sent: request.body,
        ...("body" in response ? { answered: response.body } : {}),
      });
      return response;
    },
  };
}
