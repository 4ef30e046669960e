import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { activity, assistant, inChannel, inGroup, press } from "../cloud/activities.ts";
import { type BotUnderTest, parroted, startBot } from "../cloud/bot.ts";
import { type FakeCloud, startCloud } from "../cloud/cloud.ts";

let cloud: FakeCloud;
let bot: BotUnderTest;
beforeAll(async () => {
  cloud = await startCloud();
  bot = await startBot(cloud, {
    respond(turn) {
      if (turn.utterance === "bug") throw new Error("canary-detail of a bug");
      return { reply: parroted(turn) };
    },
  });
});
afterAll(async () => {
  await bot.stop();
  await cloud.close();
});
beforeEach(() => {
  cloud.calls.length = 0;
  bot.turns.length = 0;
  bot.logged.length = 0;
});

const cardType = "application/vnd.microsoft.card.adaptive";
const mention = { type: "mention", text: "<at>Rostrum</at>", mentioned: { id: assistant.id, name: "Rostrum" } };

describe("A message", () => {
  test("in a personal chat is answered there, in reply to it, with our token", async () => {
    const asked = activity(cloud, { text: "who speaks?" });
    expect((await bot.post(asked)).status).toBe(200);
    expect(cloud.calls).toHaveLength(1);
    expect(cloud.calls[0]).toMatchObject({
      method: "POST",
      path: `/teams/v3/conversations/a%3Apersonal-1/activities/${asked.id}`,
      authorization: `Bearer ${cloud.outboundToken}`,
      activity: {
        type: "message",
        text: "who speaks?",
        textFormat: "plain",
        locale: "en",
        replyToId: asked.id,
        from: { id: assistant.id },
      },
    });
  });

  test("is answered with one card whose words are the summary, because Teams splits text beside a card", async () => {
    await bot.post(activity(cloud, { text: "a card please" }));
    const [call] = cloud.calls;
    expect(call?.activity.summary).toBe("a card please");
    expect(call?.activity.text).toBeUndefined();
    expect(call?.activity.attachments).toEqual([
      { contentType: cardType, content: expect.objectContaining({ type: "AdaptiveCard" }) },
    ]);
  });

  test("in a group loses the assistant's name, and keeps other people's", async () => {
    await bot.post(
      activity(cloud, {
        ...inGroup,
        text: "<at>Rostrum</at>&nbsp;when does <at>Titus</at> speak?\n",
        entities: [mention],
      }),
    );
    expect(bot.turns[0]).toMatchObject({ scope: "group", utterance: "when does Titus speak?" });
  });

  test("in a channel is answered in its thread", async () => {
    await bot.post(activity(cloud, { ...inChannel, text: "<at>Rostrum</at> agenda", entities: [mention] }));
    expect(bot.turns[0]).toMatchObject({ scope: "channel", utterance: "agenda" });
    expect(cloud.calls[0]?.path).toContain(encodeURIComponent("19:channel-1@thread.tacv2;messageid=1699"));
  });

  test("brings the person's language and zone, if they are real ones", async () => {
    const info = (timezone: string) => [{ type: "clientInfo", locale: "fr-CA", timezone }];
    await bot.post(activity(cloud, { entities: info("America/Toronto") }));
    await bot.post(activity(cloud, { entities: info("Middle/Earth") }));
    expect(bot.turns.map(({ locale, timeZone }) => [locale, timeZone])).toEqual([
      ["fr-CA", "America/Toronto"],
      ["fr-CA", undefined],
    ]);
  });

  test("from a guest without an account is a guest's", async () => {
    await bot.post(activity(cloud, { from: { id: "29:guest", name: "Guest" } }));
    expect(bot.turns[0]?.speaker).toEqual({ id: "29:guest", anonymous: true });
  });

  test("with a file and no words gets the help", async () => {
    await bot.post(
      activity(cloud, { text: undefined, attachments: [{ contentType: "image/png", contentUrl: "https://x/y.png" }] }),
    );
    expect(cloud.calls[0]?.activity.text).toBe("Help");
  });

  test("loses what would steer terminals or turn directions, and what is beyond 500 letters", async () => {
    await bot.post(activity(cloud, { text: `a\u202Eb\u0007c${" long".repeat(200)}` }));
    expect(bot.turns[0]?.utterance.startsWith("abc long")).toBe(true);
    expect(bot.turns[0]?.utterance.length).toBeLessThanOrEqual(500);
  });

  test("by the assistant itself is not answered", async () => {
    await bot.post(activity(cloud, { from: assistant }));
    expect(cloud.calls).toEqual([]);
  });
});

describe("A press of a button", () => {
  test("in a personal chat is answered below, and the card stays", async () => {
    const { status, body } = await bot.post(press(cloud, "ask", { utterance: "who speaks, card" }));
    expect(cloud.calls.map(({ activity }) => activity.summary)).toEqual(["who speaks, card"]);
    expect([status, body]).toEqual([
      200,
      { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "[en] Below" },
    ]);
  });

  test("among others is answered in place, for the presser alone", async () => {
    const { body } = await bot.post(press(cloud, "ask", { utterance: "a card" }, inGroup));
    expect(body).toMatchObject({ statusCode: 200, type: cardType, value: { type: "AdaptiveCard" } });
    expect(bot.turns[0]).toMatchObject({ press: { verb: "ask", utterance: "a card" }, unseen: true });
    expect(cloud.calls).toEqual([]);
  });

  test("to share posts the answer to all", async () => {
    const { body } = await bot.post(press(cloud, "share", { utterance: "a card" }, inGroup));
    expect(body.type).toBe(cardType);
    expect(cloud.calls.map(({ activity }) => activity.summary)).toEqual(["a card"]);
    expect(bot.turns[0]?.unseen).toBeUndefined();
  });

  test("for another language carries it", async () => {
    await bot.post(press(cloud, "language", { language: "ar" }));
    expect(bot.turns[0]?.press).toEqual({ verb: "language", language: "ar" });
    expect(cloud.calls[0]?.activity.locale).toBe("ar");
  });

  test("on an old client comes as a message with a value, and is answered as one", async () => {
    await bot.post(activity(cloud, { text: undefined, value: { verb: "ask", utterance: "a card" } }));
    expect(bot.turns[0]).toMatchObject({ utterance: "a card", press: { verb: "ask" } });
    expect(cloud.calls[0]?.activity.summary).toBe("a card");
  });

  test.each([
    ["an unknown verb", "explode", {}],
    ["an empty question", "ask", { utterance: "  " }],
    ["no question", "ask", {}],
    ["a language we do not speak", "language", { language: "xx" }],
    ["a question that is no text", "ask", { utterance: { $gt: "" } }],
  ])("with %s gets a fresh help card", async (_, verb, data) => {
    const { status, body } = await bot.post(press(cloud, verb, data, inGroup));
    expect([status, body.value]).toEqual([200, "Help"]);
    expect(bot.turns[0]?.press).toBeUndefined();
  });

  test("with a value that is nothing at all gets a fresh help card", async () => {
    for (const value of [undefined, null, 7, "x", [], { action: null }]) {
      expect((await bot.post(press(cloud, "ask", {}, { value }))).status).toBe(200);
    }
    expect(bot.turns.every(({ utterance, press }) => utterance === "" && press === undefined)).toBe(true);
  });

  test("that is none of ours is answered as the SDK does: not implemented", async () => {
    const { status } = await bot.post(press(cloud, "ask", {}, { name: "composeExtension/query" }));
    expect([status, bot.turns]).toEqual([501, []]);
  });
});

describe("The welcome", () => {
  const conversation = { id: "a:newcomer", conversationType: "personal" };
  const added = { type: "conversationUpdate", text: undefined, membersAdded: [{ id: assistant.id }], conversation };

  test("is said once, however Teams tells that we are there", async () => {
    await bot.post(activity(cloud, added));
    await bot.post(activity(cloud, { type: "installationUpdate", action: "add", text: undefined, conversation }));
    await bot.post(activity(cloud, added));
    expect(cloud.calls.map(({ path, activity }) => [path, activity.text])).toEqual([
      ["/teams/v3/conversations/a%3Anewcomer/activities", "Welcome"],
    ]);
  });

  test("is said again after the assistant was taken away and came back", async () => {
    await bot.post(activity(cloud, { type: "installationUpdate", action: "remove", text: undefined, conversation }));
    await bot.post(activity(cloud, { type: "installationUpdate", action: "add", text: undefined, conversation }));
    expect(cloud.calls).toHaveLength(1);
  });

  test("is not said when other people come", async () => {
    await bot.post(
      activity(cloud, {
        ...added,
        membersAdded: [{ id: "29:somebody" }, null, "?"],
        conversation: { id: "19:y@thread.v2" },
      }),
    );
    expect(cloud.calls).toEqual([]);
  });
});

describe("An edited message", () => {
  const edit = (of: Record<string, unknown>, text: string) =>
    activity(cloud, {
      ...of,
      type: "messageUpdate",
      text,
      timestamp: new Date().toISOString(),
      channelData: { eventType: "editMessage" },
    });

  test("changes its answer", async () => {
    const asked = activity(cloud, { text: "panel 1?" });
    await bot.post(asked);
    const posted = cloud.calls.length;
    await bot.post(edit(asked, "panel 2?"));
    expect(cloud.calls[posted]).toMatchObject({ method: "PUT", activity: { text: "panel 2?" } });
    expect(cloud.calls[posted]?.path).toMatch(/\/activities\/sent-\d+$/);
  });

  test("whose answer we do not know is left alone", async () => {
    expect((await bot.post(edit(activity(cloud), "panel 2?"))).status).toBe(200);
    expect(cloud.calls).toEqual([]);
  });
});

test.each(["typing", "messageReaction", "messageDelete", "event", "endOfConversation", "something-of-tomorrow"])(
  "What is none of our business (%s) is taken politely and not answered",
  async (type) => {
    const { status, text } = await bot.post(activity(cloud, { type, text: undefined }));
    expect([status, text, cloud.calls]).toEqual([200, "", []]);
  },
);

describe("After a bug", () => {
  test("the person reads one sentence with an id, and the log has the error under the same id", async () => {
    const { status } = await bot.post(activity(cloud, { text: "bug", locale: "es-MX", entities: [] }));
    const said: string = cloud.calls[0]?.activity.text;
    const id = /^\[es\] Sorry: ([2-9A-Z]{6})$/.exec(said)?.[1] ?? "no id";
    expect(status).toBe(200);
    expect(said).not.toContain("canary");
    const line = bot.logged.find((logged) => logged.includes(id)) ?? "";
    expect(JSON.parse(line)).toMatchObject({ level: "error", id, err: { message: "canary-detail of a bug" } });
  });

  test("a press is answered with it too", async () => {
    const { status, text, body } = await bot.post(press(cloud, "ask", { utterance: "bug" }, inGroup));
    expect([status, body.statusCode]).toEqual([200, 200]);
    expect(body.value).toMatch(/^\[en\] Sorry: [2-9A-Z]{6}$/);
    expect(text).not.toContain("canary");
  });
});

test("Logs hold no words, no names, no ids of people, no tokens, no secrets", async () => {
  await bot.post(activity(cloud, { text: "canary-words" }));
  await bot.post(press(cloud, "ask", { utterance: "canary-words" }));
  await bot.post(activity(cloud, { text: "canary-words" }), { token: "canary.token.rubbish" });
  const lines = bot.logged.join("");
  expect(lines).toContain("turn answered");
  expect(lines).not.toMatch(
    /canary-words|Canary Person|29:person-1|aaaaaaaa-1111|a:personal-1|canary-secret|eyJ|canary\.token/,
  );
  for (const line of bot.logged) expect(() => JSON.parse(line)).not.toThrow();
});
