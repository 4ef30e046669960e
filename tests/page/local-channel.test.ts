import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Activity } from "../../bot/channels/local/activity.ts";
import { channelId, meetingChatId, people } from "../../bot/channels/local/activity.ts";
import { type LocalServer, sampleEvent, startLocalServer } from "./local-server.ts";

let server: LocalServer;
beforeEach(async () => {
  server = await startLocalServer();
});
afterEach(() => server.stop());

const client = { locale: "fr", timeZone: "Africa/Nairobi" };

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
const page = (path: string, body: object) => call("POST", `/local/${path}`, { ...client, ...body });
const service = (method: string, path: string, body?: unknown) => call(method, `/local/channel/v3${path}`, body);

/** What a person would see now: the first event of their stream. */
async function seenBy(as: string): Promise<{ messages: Record<string, unknown>[] }> {
  const response = await fetch(`${server.url}/local/events?as=${as}`);
  const reader = response.body?.getReader();
  let text = "";
  while (reader && !text.includes("\n\n")) text += new TextDecoder().decode((await reader.read()).value);
  await reader?.cancel();
  return JSON.parse(text.split("\ndata: ")[1]?.split("\n\n")[0] ?? "");
}
const received = (type: string): Activity[] => server.bot.received.filter((activity) => activity.type === type);

describe("what a person does reaches the assistant as Teams would send it", () => {
  test("a question in the personal chat", async () => {
    await page("say", { as: "participant", scope: "personal", text: "Qui parle ?", mention: true });
    expect(received("message")).toMatchObject([
      {
        channelId: "msteams",
        serviceUrl: server.channel.serviceUrl,
        text: "Qui parle ?",
        locale: "fr",
        from: { id: people.participant.id, aadObjectId: people.participant.aadObjectId },
        conversation: { conversationType: "personal" },
        entities: [{ type: "clientInfo", locale: "fr", timezone: "Africa/Nairobi" }],
      },
    ]);
  });

  test("a question in the meeting chat carries the mention and the meeting", async () => {
    await page("say", { as: "moderator", scope: "group", text: "Qui parle ?", mention: true });
    expect(received("message")).toMatchObject([
      {
        text: "<at>Rostrum</at> Qui parle ?",
        conversation: { id: meetingChatId, conversationType: "groupChat", isGroup: true },
        entities: [{ type: "clientInfo" }, { type: "mention", text: "<at>Rostrum</at>" }],
        channelData: { meeting: { id: expect.any(String) } },
      },
    ]);
  });

  test("a post in the channel opens a thread, and a reply stays in it", async () => {
    const { body } = await page("say", { as: "participant", scope: "channel", text: "one", mention: true });
    await page("say", { as: "participant", scope: "channel", text: "two", mention: true, root: body.id });
    const thread = `${channelId};messageid=${body.id}`;
    expect(received("message").map(({ conversation }) => conversation?.id)).toEqual([thread, thread]);
    const { messages } = await seenBy("moderator");
    expect(messages.map(({ root }) => root)).toEqual([undefined, body.id, body.id, body.id]);
  });

  test("without a mention, or from a guest, a group message never reaches it", async () => {
    await page("say", { as: "participant", scope: "group", text: "hello all", mention: false });
    await page("say", { as: "guest", scope: "group", text: "hello all", mention: true });
    expect(received("message")).toEqual([]);
    const { messages } = await seenBy("guest");
    expect(messages.map(({ delivery }) => delivery)).toEqual(["not-mentioned", "not-mentioned"]);
  });

  test("a guest has no object id and no personal chat", async () => {
    expect((await page("say", { as: "guest", scope: "personal", text: "hi", mention: true })).status).toBe(403);
    expect(people.guest).not.toHaveProperty("aadObjectId");
  });

  test("it is added to a conversation once, when that is first opened", async () => {
    for (const as of ["participant", "moderator", "guest"]) await page("open", { as, scope: "group" });
    await page("open", { as: "participant", scope: "personal" });
    expect(received("installationUpdate").map(({ conversation }) => conversation?.conversationType)).toEqual([
      "groupChat",
      "personal",
    ]);
    expect(received("conversationUpdate")[0]).toMatchObject({ membersAdded: [{ id: "28:rostrum" }] });
  });

  test("starting over takes it out of the conversation and adds it anew", async () => {
    await page("open", { as: "participant", scope: "personal" });
    await page("start-over", { as: "participant", scope: "personal" });
    expect((await seenBy("participant")).messages).toEqual([]);
    await page("open", { as: "participant", scope: "personal" });
    expect(received("installationUpdate").map(({ action }) => action)).toEqual(["add", "remove", "add"]);
  });

  test("an edited message is sent again under its id", async () => {
    const { body } = await page("say", { as: "participant", scope: "personal", text: "one", mention: true });
    await page("edit", { as: "participant", id: body.id, text: "two" });
    expect(received("messageUpdate")).toMatchObject([
      { id: body.id, text: "two", channelData: { eventType: "editMessage" } },
    ]);
    expect((await page("edit", { as: "moderator", id: body.id, text: "three" })).status).toBe(404);
  });
});

describe("pressing a card", () => {
  const press = { verb: "more", data: { step: 1 } };
  async function postedCard(): Promise<string> {
    await page("say", { as: "participant", scope: "group", text: "card", mention: true });
    const { messages } = await seenBy("participant");
    return String(messages.at(-1)?.id);
  }

  test("Execute answers only the one who pressed, a guest too, until the card is updated", async () => {
    const id = await postedCard();
    const action = { type: "Action.Execute", ...press };
    const answer = await page("press", { as: "guest", id, trigger: "manual", action });
    expect(answer.body).toEqual({ shown: "card" });
    expect(received("invoke")).toMatchObject([
      { name: "adaptiveCard/action", replyToId: id, value: { action, trigger: "manual" } },
    ]);
    const last = async (as: string) => (await seenBy(as)).messages.at(-1);
    expect(JSON.stringify(await last("guest"))).toContain("More for Guest");
    expect(await last("guest")).toMatchObject({ privately: true });
    expect(JSON.stringify(await last("participant"))).not.toContain("More for");

    const update = { type: "message", attachments: [] };
    await service("PUT", `/conversations/${encodeURIComponent(meetingChatId)}/activities/${id}`, update);
    expect(await last("guest")).toMatchObject({ attachments: [], edited: true, privately: false });
  });

  test("Submit arrives as a message with a value and no text", async () => {
    const id = await postedCard();
    const action = { type: "Action.Submit", data: { form: "ask", utterance: "who" } };
    await page("press", { as: "guest", id, trigger: "manual", action });
    const last = received("message").at(-1);
    expect(last).toMatchObject({ replyToId: id, value: { form: "ask", utterance: "who" } });
    expect(last?.text).toBeUndefined();
  });
});

describe("the service URL", () => {
  const personal = "a%3Apersonal-participant";

  test("sends, edits and deletes", async () => {
    const { body } = await service("POST", `/conversations/${personal}/activities`, { type: "message", text: "one" });
    await service("PUT", `/conversations/${personal}/activities/${body.id}`, { type: "message", text: "two" });
    expect((await seenBy("participant")).messages).toMatchObject([{ id: body.id, text: "two", edited: true }]);
    await service("DELETE", `/conversations/${personal}/activities/${body.id}`);
    expect((await seenBy("participant")).messages).toMatchObject([{ deleted: true }]);
    expect((await seenBy("moderator")).messages).toEqual([]);
  });

  test("opens a personal chat for a message out of the blue, but not with a guest", async () => {
    const wish = { members: [{ id: people.moderator.id }], activity: { type: "message", text: "Reminder" } };
    const made = await service("POST", "/conversations", wish);
    expect(made).toMatchObject({ status: 201, body: { id: "a:personal-moderator", activityId: expect.any(String) } });
    expect((await seenBy("moderator")).messages).toMatchObject([{ text: "Reminder", by: "bot" }]);
    expect((await service("POST", "/conversations", { members: [{ id: people.guest.id }] })).status).toBe(400);
    expect((await service("POST", "/conversations", { isGroup: true, members: [] })).status).toBe(400);
  });

  test("starts a post in the channel", async () => {
    const wish = {
      isGroup: true,
      channelData: { channel: { id: channelId } },
      activity: { type: "message", text: "News" },
    };
    const { body } = await service("POST", "/conversations", wish);
    expect(body.id).toBe(`${channelId};messageid=${body.activityId}`);
  });

  test("tells who is there, page by page, and who is a guest", async () => {
    const path = `/conversations/${encodeURIComponent(meetingChatId)}`;
    const first = await service("GET", `${path}/pagedmembers?pageSize=2`);
    const rest = await service(
      "GET",
      `${path}/pagedmembers?pageSize=2&continuationToken=${first.body.continuationToken}`,
    );
    expect([...first.body.members, ...rest.body.members].map(({ userRole }) => userRole)).toEqual([
      "user",
      "user",
      "anonymous",
    ]);
    expect(rest.body.continuationToken).toBeUndefined();
    expect((await service("GET", `${path}/members/nobody`)).status).toBe(404);
    const meeting = "/local/channel/v1/meetings/x/participants";
    expect((await call("GET", `${meeting}/${people.moderator.aadObjectId}`)).body.meeting.role).toBe("Organizer");
    expect((await call("GET", `${meeting}/${people.participant.aadObjectId}`)).body.meeting.role).toBe("Attendee");
  });

  test("shows a targeted message to its reader only", async () => {
    const path = `/conversations/${encodeURIComponent(meetingChatId)}/activities?isTargetedActivity=true`;
    await service("POST", path, { type: "message", text: "For you", recipient: { id: people.guest.id } });
    expect((await seenBy("guest")).messages).toMatchObject([{ text: "For you", privately: true }]);
    expect((await seenBy("participant")).messages).toEqual([]);
  });

  test("refuses what Teams refuses", async () => {
    const path = `/conversations/${personal}/activities`;
    expect((await service("POST", path, { type: "message", text: "x".repeat(60_000) })).status).toBe(413);
    expect((await service("POST", path, { text: 7 })).status).toBe(400);
    expect((await service("POST", "/conversations/elsewhere/activities", { type: "message" })).status).toBe(404);
    expect((await service("PUT", `${path}/1`, { type: "message" })).status).toBe(404);
  });
});

describe("the clock", () => {
  test("runs on from where it was put, and back to the real one", async () => {
    await call("POST", "/local/clock", { at: "2024-07-15T10:40:00+02:00" });
    expect(server.channel.clock()).toMatch(/^2024-07-15T08:40:0\d/);
    await page("say", { as: "participant", scope: "personal", text: "now?", mention: true });
    expect(received("message")[0]?.timestamp).toMatch(/^2024-07-15T08:40/);
    await call("POST", "/local/clock", { at: null });
    expect(Math.abs(Date.parse(server.channel.clock()) - Date.now())).toBeLessThan(5_000);
  });

  test("refuses a time without its offset", async () => {
    expect((await call("POST", "/local/clock", { at: "2024-07-15T10:40:00" })).status).toBe(400);
  });
});

test("the page learns the event's name and hours", async () => {
  expect((await call("GET", "/local/event")).body).toEqual(sampleEvent);
});

test("other sites in the same browser are refused", async () => {
  const headers = { "content-type": "application/json", origin: "https://evil.example" };
  const body = JSON.stringify({ at: null });
  expect((await fetch(`${server.url}/local/clock`, { method: "POST", headers, body })).status).toBe(403);
});
