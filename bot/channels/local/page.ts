import { z } from "zod";
import type { Activity, Person, Place, Role, Scope } from "./activity.ts";
import { bot, conversationOf, envelope, people, roles, said, scopeOf, scopes, splitThread } from "./activity.ts";
import type { Desk } from "./desk.ts";
import type { SeenMessage } from "./messages.ts";
import type { LocalRequest, LocalResponse, LocalRoute } from "./routes.ts";

const who = {
  as: z.enum(roles),
  locale: z.string().max(20),
  timeZone: z.string().max(60).optional(),
};
const Saying = z.strictObject({
  ...who,
  scope: z.enum(scopes),
  root: z.string().optional(),
  text: z.string().trim().min(1).max(20_000),
  mention: z.boolean(),
});
const Editing = z.strictObject({ ...who, id: z.string(), text: z.string().trim().min(1).max(20_000) });
const Opening = z.strictObject({ ...who, scope: z.enum(scopes) });
const Pressing = z.strictObject({
  ...who,
  id: z.string(),
  trigger: z.enum(["manual", "automatic"]),
  action: z.strictObject({
    type: z.enum(["Action.Execute", "Action.Submit"]),
    verb: z.string().optional(),
    id: z.string().optional(),
    title: z.string().optional(),
    /** What the button carries, the inputs' values merged in. */
    data: z.unknown(),
  }),
});
const Setting = z.strictObject({ at: z.iso.datetime({ offset: true }).nullable() });

/** Teams' answers to `adaptiveCard/action`. */
const InvokeAnswer = z.looseObject({ statusCode: z.number(), type: z.string(), value: z.unknown() });
/** What `Action.Submit` may ask of Teams itself. */
const MessageBack = z.looseObject({
  msteams: z.looseObject({
    type: z.enum(["messageBack", "imBack"]),
    text: z.string().optional(),
    displayText: z.string().optional(),
    value: z.unknown().optional(),
  }),
});

const adaptiveCard = "application/vnd.microsoft.card.adaptive";
const unreadable: LocalResponse = { status: 400, body: { error: "unreadable" } };
const unknown: LocalResponse = { status: 404, body: { error: "unknown" } };

/** The page's own routes: what a person does there becomes the activity Teams would send. */
export function pageRoutes(desk: Desk, event: () => unknown): LocalRoute[] {
  /** Conversations the assistant was added to already. */
  const opened = new Set<string>();
  const { messages, clock } = desk;

  const clockFace = () => ({ now: clock.now(), set: clock.isSet() });
  const sending = (place: Place) => ({ ...place, id: desk.nextId(), at: clock.now(), serviceUrl: desk.serviceUrl });
  const mayRead = (person: Person) => (conversationId: string) =>
    conversationOf(scopeOf(conversationId), person) === conversationId;

  async function open(request: LocalRequest): Promise<LocalResponse> {
    const wish = Opening.safeParse(request.body);
    if (!wish.success) return unreadable;
    const { as, scope, ...client } = wish.data;
    const person = people[as];
    const conversationId = conversationOf(scope, person);
    if (opened.has(conversationId)) return { status: 200, body: { welcomed: false } };
    if (as === "guest" && scope === "personal") return { status: 200, body: { welcomed: false } };
    opened.add(conversationId);
    const { entities: _, ...added } = envelope(sending({ person: installerOf(as), conversationId, ...client }));
    const members = scope === "personal" ? [bot, { id: person.id, aadObjectId: person.aadObjectId }] : [bot];
    await desk.post({ ...added, type: "conversationUpdate", membersAdded: members });
    await desk.post({ ...added, id: desk.nextId(), type: "installationUpdate", action: "add" });
    return { status: 200, body: { welcomed: true } };
  }

  async function say(request: LocalRequest): Promise<LocalResponse> {
    const wish = Saying.safeParse(request.body);
    if (!wish.success) return unreadable;
    const { as, scope, text, mention, root, ...client } = wish.data;
    const person = people[as];
    if (scope === "personal" && as === "guest") return { status: 403, body: { error: "guest" } };
    const conversationId = conversationOf(scope, person);
    const mentions = mention && scope !== "personal" && as !== "guest";
    const opening = sending({ person, conversationId, ...client });
    const thread = scope === "channel" ? (root ?? opening.id) : undefined;
    const activity = said({ ...opening, ...(thread ? { root: thread } : {}) }, text, mentions);
    const reaches = scope === "personal" || mentions;
    messages.add({
      id: opening.id,
      conversationId,
      ...(root ? { root } : {}),
      by: as,
      at: opening.at,
      text: mentions ? `@${bot.name} ${text}` : text,
      attachments: [],
      delivery: reaches ? "sent" : "not-mentioned",
    });
    if (reaches) await deliver(activity);
    return { status: 200, body: { id: opening.id } };
  }

  async function deliver(activity: Activity): Promise<void> {
    const { status } = await desk.post(activity);
    if (status >= 300 && activity.id) messages.change(activity.id, { delivery: "failed" });
  }

  async function edit(request: LocalRequest): Promise<LocalResponse> {
    const wish = Editing.safeParse(request.body);
    if (!wish.success) return unreadable;
    const { as, id, text, ...client } = wish.data;
    const message = messages.find(id);
    if (!message || message.by !== as) return unknown;
    const mentioned = message.delivery !== "not-mentioned" && scopeOf(message.conversationId) !== "personal";
    messages.change(id, { text: mentioned ? `@${bot.name} ${text}` : text, edited: true });
    if (message.delivery === "not-mentioned") return { status: 200, body: { id } };
    const place = placeOf(message, people[as], client);
    const activity = said({ ...sending(place), id }, text, mentioned);
    const channelData = { ...(activity.channelData as object), eventType: "editMessage" };
    await deliver({ ...activity, type: "messageUpdate", channelData });
    return { status: 200, body: { id } };
  }

  async function press(request: LocalRequest): Promise<LocalResponse> {
    const wish = Pressing.safeParse(request.body);
    if (!wish.success) return unreadable;
    const { as, id, trigger, action, ...client } = wish.data;
    const message = messages.find(id);
    if (!message) return unknown;
    const base = { ...envelope(sending(placeOf(message, people[as], client))), replyToId: id };
    return action.type === "Action.Execute"
      ? execute({ ...base, type: "invoke", name: "adaptiveCard/action", value: { action, trigger } }, id, as)
      : submit(base, action.data, message.conversationId, as);
  }

  async function execute(activity: Activity, id: string, as: Role): Promise<LocalResponse> {
    const { status, body } = await desk.post(activity);
    const answer = InvokeAnswer.safeParse(body);
    if (status >= 300 || !answer.success) return { status: 200, body: { shown: "error", text: "" } };
    const { type, value, statusCode } = answer.data;
    if (type === adaptiveCard) {
      messages.showInstead(id, as, [{ contentType: adaptiveCard, content: value }]);
      return { status: 200, body: { shown: "card" } };
    }
    if (type.endsWith(".message")) return { status: 200, body: { shown: "message", text: String(value) } };
    const reason = z.looseObject({ message: z.string() }).safeParse(value);
    return { status: 200, body: { shown: statusCode >= 400 ? "error" : "nothing", text: reason.data?.message ?? "" } };
  }

  async function submit(base: Activity, data: unknown, conversationId: string, as: Role): Promise<LocalResponse> {
    const back = MessageBack.safeParse(data).data?.msteams;
    const spoken = back?.type === "imBack" ? String(back.value ?? "") : back?.displayText;
    if (spoken) {
      const { root } = splitThread(base.conversation?.id ?? "");
      const thread = root ? { root } : {};
      messages.add({
        id: base.id ?? "",
        conversationId,
        ...thread,
        by: as,
        at: clock.now(),
        text: spoken,
        attachments: [],
      });
    }
    const text = back?.type === "imBack" ? spoken : back?.text;
    const value = back?.type === "imBack" ? undefined : back ? (back.value ?? data) : data;
    await deliver({ ...base, type: "message", ...(text ? { text } : {}), ...(value === undefined ? {} : { value }) });
    return { status: 200, body: { shown: "nothing" } };
  }

  /** Takes the assistant out of the conversation; the next opening adds it anew. */
  async function startOver(request: LocalRequest): Promise<LocalResponse> {
    const wish = Opening.safeParse(request.body);
    if (!wish.success) return unreadable;
    const { as, scope, ...client } = wish.data;
    const conversationId = conversationOf(scope, people[as]);
    if (scope !== "personal" || as !== "guest") {
      const { entities: _, ...removed } = envelope(sending({ person: installerOf(as), conversationId, ...client }));
      await desk.post({ ...removed, type: "installationUpdate", action: "remove" });
    }
    messages.forget(conversationId);
    opened.delete(conversationId);
    return { status: 200, body: {} };
  }

  function setClock(request: LocalRequest): LocalResponse {
    const wish = Setting.safeParse(request.body);
    if (!wish.success) return unreadable;
    clock.set(wish.data.at);
    return { status: 200, body: clockFace() };
  }

  function events(request: LocalRequest): LocalResponse {
    const role = roles.find((role) => role === request.query.get("as"));
    if (!role) return unreadable;
    const person = people[role];
    const readable = mayRead(person);
    const scope = (conversationId: string): Scope => scopeOf(conversationId);
    const forPage = ({ conversationId, ...message }: SeenMessage) => ({ ...message, scope: scope(conversationId) });
    return {
      status: 200,
      subscribe(send) {
        send("state", {
          clock: clockFace(),
          messages: messages.seenBy(role, person.id, readable).map(forPage),
          exchanges: desk.traffic.recent(),
        });
        const stop = [
          messages.listen(role, person.id, (message) => {
            if (readable(message.conversationId)) send("message", forPage(message));
          }),
          desk.typing.listen((conversationId) => {
            if (readable(conversationId)) send("typing", { scope: scope(conversationId) });
          }),
          clock.listen(() => send("clock", clockFace())),
          desk.traffic.listen((exchange) => send("exchange", exchange)),
        ];
        return () => {
          for (const end of stop) end();
        };
      },
    };
  }

  return [
    { method: "get", path: "/local/events", handle: events },
    { method: "get", path: "/local/event", handle: () => ({ status: 200, body: event() }) },
    {
      method: "get",
      path: "/local/clock",
      handle: () => ({ status: 200, body: clockFace() }),
    },
    { method: "post", path: "/local/clock", handle: setClock },
    { method: "post", path: "/local/open", handle: open },
    { method: "post", path: "/local/start-over", handle: startOver },
    { method: "post", path: "/local/say", handle: say },
    { method: "post", path: "/local/edit", handle: edit },
    { method: "post", path: "/local/press", handle: press },
  ];
}

/** A guest cannot install an app; the organiser brought the assistant to the meeting. */
const installerOf = (role: Role): Person => people[role === "guest" ? "moderator" : role];

/** In a channel, what is done on a post stays in its thread. */
function placeOf(
  message: Pick<SeenMessage, "id" | "conversationId" | "root">,
  person: Person,
  client: { readonly locale: string; readonly timeZone?: string | undefined },
): Place {
  const { conversationId, id, root } = message;
  const thread = scopeOf(conversationId) === "channel" ? { root: root ?? id } : {};
  return {
    person,
    conversationId,
    ...thread,
    locale: client.locale,
    ...(client.timeZone ? { timeZone: client.timeZone } : {}),
  };
}
