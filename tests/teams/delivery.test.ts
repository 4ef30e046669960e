import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memoryStore } from "../../bot/storage/memory.ts";
import { activity, inGroup, press } from "../cloud/activities.ts";
import { type BotOptions, type BotUnderTest, startBot } from "../cloud/bot.ts";
import { type FakeCloud, startCloud } from "../cloud/cloud.ts";

let cloud: FakeCloud;
const bots: BotUnderTest[] = [];
beforeEach(async () => {
  cloud = await startCloud();
});
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop();
  await cloud.close();
});
const started = async (options: BotOptions = {}) => {
  const bot = await startBot(cloud, options);
  bots.push(bot);
  return bot;
};

describe("What Teams delivers again", () => {
  test("at the same time, four times, is answered once", async () => {
    const bot = await started();
    const asked = activity(cloud);
    const answers = await Promise.all([1, 2, 3, 4].map(() => bot.post(asked)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect([bot.turns.length, cloud.calls.length]).toEqual([1, 1]);
  });

  test("is a press: every delivery gets the same card", async () => {
    const bot = await started();
    const pressed = press(cloud, "ask", { utterance: "a card" }, inGroup);
    const answers = await Promise.all([1, 2, 3, 4].map(() => bot.post(pressed)));
    const late = await bot.post(pressed);
    expect(new Set([...answers, late].map(({ text }) => text)).size).toBe(1);
    expect(late.body.value.type).toBe("AdaptiveCard");
    expect(bot.turns).toHaveLength(1);
  });

  test("after a restart is not answered twice", async () => {
    const kept = memoryStore(() => new Date());
    // The store outlives the bot, as files do.
    const store = new Proxy(kept, {
      get: (target, name) => (name === "close" ? async () => {} : Reflect.get(target, name).bind(target)),
    });
    const asked = activity(cloud);
    const first = await startBot(cloud, { store });
    await first.post(asked);
    await first.stop();
    const second = await started({ store });
    expect((await second.post(asked)).status).toBe(200);
    expect([second.turns.length, cloud.calls.length]).toEqual([0, 1]);
  });

  test("from another conversation or tenant with the same id is something else", async () => {
    const bot = await started();
    const asked = activity(cloud);
    await bot.post(asked);
    await bot.post({ ...asked, conversation: { id: "a:another", tenantId: "t" } });
    await bot.post({ ...asked, conversation: { id: "a:another", tenantId: "u" } });
    expect(cloud.calls).toHaveLength(3);
  });
});

describe("When the channel is in trouble", () => {
  test.each([412, 429, 502, 503, 504])("a post refused with %i is tried again, and comes once", async (status) => {
    const bot = await started();
    cloud.trouble({ status, retryAfter: "0", times: 2 });
    expect((await bot.post(activity(cloud))).status).toBe(200);
    expect(cloud.calls).toHaveLength(3);
  });

  test("a post that may have been taken is never made again", async () => {
    const bot = await started();
    for (const status of [0, 500]) {
      cloud.calls.length = 0;
      cloud.trouble({ status, times: 1 });
      expect((await bot.post(activity(cloud, { text: "question" }))).status).toBe(200);
      expect(cloud.calls.filter(({ activity }) => activity.text === "question")).toHaveLength(1);
    }
  });

  test("what it says goes to nobody but the log", async () => {
    const bot = await started();
    cloud.trouble({ status: 403, times: 9 });
    expect(await bot.post(activity(cloud))).toMatchObject({ status: 200, text: "" });
    expect(cloud.calls).toHaveLength(1);
    expect(bot.logged.join("")).toContain('"status":403');
  });

  test("a silent one does not keep a presser waiting for more than four seconds", { timeout: 15_000 }, async () => {
    const bot = await started();
    cloud.trouble({ status: -1, times: 1 });
    const before = Date.now();
    const { status, body } = await bot.post(press(cloud, "share", { utterance: "a card" }, inGroup));
    expect([status, body.value]).toEqual([200, expect.stringMatching(/Sorry: /)]);
    expect(Date.now() - before).toBeGreaterThan(3_500);
    expect(Date.now() - before).toBeLessThan(5_000);
    await cloud.close();
  });

  test("a token it refuses is fetched anew, once", async () => {
    const bot = await started();
    cloud.trouble({ status: 401, times: 1 });
    await bot.post(activity(cloud));
    expect([cloud.calls.length, cloud.fetched.tokens]).toEqual([2, 2]);
  });
});

test("Who waits for more than 0.7 seconds sees that an answer is coming", async () => {
  const slow = {
    attendee: () => new Promise<Record<string, never>>((resolve) => setTimeout(() => resolve({}), 1_000)),
    change: async () => {},
  };
  const bot = await started({ attendees: slow });
  await bot.post(activity(cloud, { text: "question" }));
  expect(cloud.calls.map(({ activity }) => activity.type)).toEqual(["typing", "message"]);
  cloud.calls.length = 0;
  await (await started()).post(activity(cloud));
  expect(cloud.calls.map(({ activity }) => activity.type)).toEqual(["message"]);
});

test("A store that fails ends in an apology, not in silence", async () => {
  const store = memoryStore(() => new Date());
  store.insertOnce = async () => {
    throw new Error("disk full");
  };
  const bot = await started({ store });
  expect((await bot.post(activity(cloud))).status).toBe(200);
  expect(cloud.calls[0]?.activity.text).toMatch(/Sorry: /);
});

describe("Looking inside", () => {
  test("healthy, ready, and metrics for who has the token", async () => {
    const bot = await started();
    const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${bot.port}${path}`, { headers });
    expect((await get("/healthz")).status).toBe(200);
    expect(await (await get("/readyz")).json()).toEqual({ ready: true, waitingFor: [] });
    await bot.post(activity(cloud));
    expect((await get("/metrics")).status).toBe(404);
    expect((await get("/metrics", { authorization: "Bearer wrong" })).status).toBe(404);
    const text = await (await get("/metrics", { authorization: "Bearer metrics-token-of-the-tests" })).text();
    expect(text).toContain('rostrum_turn_seconds_count{kind="message",outcome="answered"} 1');
    expect(text).toContain('rostrum_channel_calls_total{method="POST",status="201"} 1');
  });

  test("stopping waits for the turn under way", async () => {
    const slow = {
      attendee: () => new Promise<Record<string, never>>((resolve) => setTimeout(() => resolve({}), 400)),
      change: async () => {},
    };
    const bot = await startBot(cloud, { attendees: slow });
    const answer = bot.post(activity(cloud));
    await expect.poll(() => bot.logged.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await bot.stop();
    expect((await answer).status).toBe(200);
    expect(cloud.calls).toHaveLength(1);
    await expect(fetch(`http://127.0.0.1:${bot.port}/healthz`)).rejects.toThrow();
  });
});
