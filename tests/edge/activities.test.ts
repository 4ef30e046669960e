import { afterAll, beforeAll, expect, test } from "vitest";
import { activity } from "../cloud/activities.ts";
import { type BotUnderTest, startBot } from "../cloud/bot.ts";
import { type FakeCloud, startCloud, tenantId } from "../cloud/cloud.ts";

let cloud: FakeCloud;
let bot: BotUnderTest;
beforeAll(async () => {
  cloud = await startCloud();
  bot = await startBot(cloud, { config: { tenants: new Set([tenantId]) } });
});
afterAll(async () => {
  await bot.stop();
  await cloud.close();
});

const own = () => `127.0.0.1:${cloud.port}`;

/** [the service URL, the status], each claimed by a token that is otherwise genuine */
const serviceUrls: [string, () => unknown, number][] = [
  ["missing", () => undefined, 400],
  ["empty", () => "", 400],
  ["not a text", () => ["https://smba.trafficmanager.net/teams/"], 400],
  ["no address", () => "teams", 403],
  ["foreign", () => "https://evil.example/", 403],
  ["like ours at the beginning", () => "https://smba.trafficmanager.net.evil/teams/", 403],
  ["like ours at the end", () => "https://evil-smba.trafficmanager.net/", 403],
  ["ours without https", () => "http://smba.trafficmanager.net/teams/", 403],
  ["ours as a user name", () => `http://${own()}@evil.example/`, 403],
  ["ours with a user name", () => `http://user@${own()}/`, 403],
  ["ours with a password", () => `http://user:word@${own()}/`, 403],
  ["ours with another port", () => "http://127.0.0.1:1/", 403],
  ["IPv6", () => `http://[::1]:${cloud.port}/`, 403],
  ["our address spelled otherwise", () => `http://0x7f.1:${cloud.port}/`, 403],
  ["ours with a backslash", () => `http://${own()}\\@evil.example/`, 403],
  ["ours with a query", () => `http://${own()}/teams/?to=evil`, 403],
  ["ours with a fragment", () => `http://${own()}/teams/#evil`, 403],
  ["ours climbing up", () => `http://${own()}/teams/../secret/`, 403],
  ["cloud metadata", () => "http://169.254.169.254/latest/", 403],
  ["a file", () => "file:///etc/passwd", 403],
];

test.each(serviceUrls)("A service URL that is %s is refused, and nothing is sent anywhere", async (_, url, status) => {
  const serviceUrl = url();
  const token = cloud.token({ serviceurl: serviceUrl });
  const answer = await bot.post(activity(cloud, { serviceUrl }), {
    token: typeof serviceUrl === "string" && serviceUrl ? token : cloud.token(),
  });
  expect([answer.status, answer.text]).toEqual([status, ""]);
  expect(bot.turns).toEqual([]);
  expect(cloud.calls).toEqual([]);
});

/** [what is wrong, the body, the status] */
const bodies: [string, () => unknown, number][] = [
  ["no type", () => activity(cloud, { type: undefined }), 400],
  ["a type that is no text", () => activity(cloud, { type: { a: 1 } }), 400],
  ["no channel", () => activity(cloud, { channelId: undefined }), 400],
  ["the AseChannel", () => activity(cloud, { channelId: "AseChannel" }), 403],
  ["the emulator", () => activity(cloud, { channelId: "emulator" }), 403],
  ["Direct Line", () => activity(cloud, { channelId: "directline" }), 403],
  ["nobody who speaks", () => activity(cloud, { from: undefined }), 400],
  ["no conversation", () => activity(cloud, { conversation: undefined }), 400],
  ["a conversation without id", () => activity(cloud, { conversation: {} }), 400],
  ["another tenant", () => activity(cloud, { conversation: { id: "a:x", tenantId: "another" } }), 403],
  ["no tenant", () => activity(cloud, { conversation: { id: "a:x" }, channelData: {} }), 403],
  ["a list", () => [], 400],
  ["null", () => null, 400],
  ["a number", () => 7, 400],
  ["half of it", () => '{"type":"message"', 400],
  ["nothing", () => "", 400],
];

test.each(bodies)("An activity with %s is refused", async (_, body, status) => {
  const answer = await bot.post(body());
  expect([answer.status, answer.text]).toEqual([status, ""]);
  expect(bot.turns).toEqual([]);
  expect(cloud.calls).toEqual([]);
});

test("An activity that would pollute prototypes changes nothing and is answered", async () => {
  const text = JSON.stringify(activity(cloud)).replace(
    /^\{/,
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
  );
  expect((await bot.post(text)).status).toBe(200);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("Fields and entities that Teams may add tomorrow do no harm", async () => {
  const entities = [
    { type: "ClientCapabilities" },
    { type: "ProductInfo", id: 7 },
    { type: "QuotedReply" },
    null,
    "?",
    { type: "mention" },
  ];
  const before = bot.turns.length;
  const answer = await bot.post(
    activity(cloud, { entities, tomorrow: { deep: [1] }, attachments: "?", locale: 7, channelData: 5 }),
  );
  expect(answer.status).toBe(200);
  expect(bot.turns).toHaveLength(before + 1);
});
