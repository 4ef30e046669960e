import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activity } from "../cloud/activities.ts";
import { type BotUnderTest, startBot } from "../cloud/bot.ts";
import { appId, type FakeCloud, issuer, startCloud, tenantId } from "../cloud/cloud.ts";
import { signed, signedHs256, signer, unsigned } from "../cloud/tokens.ts";

let cloud: FakeCloud;
let bot: BotUnderTest;
beforeAll(async () => {
  cloud = await startCloud();
  bot = await startBot(cloud);
});
afterAll(async () => {
  await bot.stop();
  await cloud.close();
});

const now = () => Math.floor(Date.now() / 1000);
const claims = (more = {}) => ({
  iss: issuer,
  aud: appId,
  serviceurl: cloud.serviceUrl,
  nbf: now() - 60,
  exp: now() + 3600,
  ...more,
});
const tampered = (token: string) => {
  const [head, , signature] = token.split(".");
  return `${head}.${Buffer.from(JSON.stringify(claims({ aud: appId, admin: true }))).toString("base64url")}.${signature}`;
};

/** [what the forger does, the token] */
const forged: [string, () => string | null][] = [
  ["sends no token", () => null],
  ["sends rubbish", () => "rubbish"],
  ["sends three parts of rubbish", () => "a.b.c"],
  ["signs with another key under our key's id", () => signed(signer("teams-key"), claims())],
  ["names an unknown key", () => signed(signer("unknown"), claims())],
  ["changes what is claimed", () => tampered(cloud.token())],
  ["cuts the signature off", () => `${cloud.token().split(".").slice(0, 2).join(".")}.`],
  ["uses no algorithm", () => unsigned("teams-key", claims())],
  ["uses HS256 with the public key", () => signedHs256(cloud.signer, claims())],
  [
    "brings own keys in the header",
    () => {
      const own = signer("own");
      return signed(own, claims(), { jwk: own.publicJwk, jku: "https://evil.example/keys" });
    },
  ],
  ["asks for unknown critical fields", () => signed(cloud.signer, claims(), { crit: ["exp"] })],
  ["means somebody else's bot", () => cloud.token({ aud: "another-app" })],
  ["means several bots", () => cloud.token({ aud: [appId] })],
  ["is another issuer", () => cloud.token({ iss: "https://evil.example" })],
  [
    "is the emulator",
    () => cloud.token({ iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", appid: appId }),
  ],
  ["is our own tenant", () => cloud.token({ iss: `https://sts.windows.net/${tenantId}/`, appid: appId })],
  ["is the government cloud", () => cloud.token({ iss: "https://api.botframework.us" })],
  ["replays the bot's own token", () => cloud.outboundToken],
  ["comes ten minutes late", () => cloud.token({ exp: now() - 600 })],
  ["comes ten minutes early", () => cloud.token({ nbf: now() + 600 })],
  ["has a token without an end", () => cloud.token({ exp: undefined })],
  ["claims no service URL", () => cloud.token({ serviceurl: undefined })],
  ["claims another service URL", () => cloud.token({ serviceurl: "https://smba.trafficmanager.net/teams/" })],
];

describe("A forger gets a bare 401, and nothing happens", () => {
  test.each(forged)("who %s", async (_, token) => {
    const { status, text } = await bot.post(activity(cloud), { token: token() });
    expect([status, text]).toEqual([401, ""]);
    expect(bot.turns).toEqual([]);
    expect(cloud.calls).toEqual([]);
  });

  test("who sends other kinds of credentials", async () => {
    for (const authorization of ["Basic YTpi", `Token ${cloud.token()}`, `Bearer  ${cloud.token()}`, "Bearer"]) {
      const { status } = await bot.post(activity(cloud), { token: null, headers: { authorization } });
      expect([authorization.split(" ")[0], status]).toEqual([authorization.split(" ")[0], 401]);
    }
    expect(bot.turns).toEqual([]);
  });

  test("who signs with a key that is not endorsed for Teams", async () => {
    const strange = await startCloud();
    const own = await startBot({ ...strange, cloud: { ...strange.cloud } });
    // The key set has it, but endorsed for Direct Line only.
    const token = signed({ ...strange.signer, kid: "unendorsed-key" }, claims({ serviceurl: strange.serviceUrl }));
    expect((await own.post(activity(strange), { token })).status).toBe(401);
    expect(own.turns).toEqual([]);
    await own.stop();
    await strange.close();
  });

  test("and made-up key ids do not make us fetch keys again and again", async () => {
    const before = cloud.fetched.keys;
    for (let i = 0; i < 5; i += 1) await bot.post(activity(cloud), { token: signed(signer(`made-up-${i}`), claims()) });
    expect(cloud.fetched.keys).toBe(before);
  });
});

describe("A genuine token", () => {
  test("is taken, also four minutes after its end and remembered", async () => {
    const token = cloud.token({ exp: now() - 240 });
    expect((await bot.post(activity(cloud), { token })).status).toBe(200);
    expect((await bot.post(activity(cloud), { token })).status).toBe(200);
    expect(bot.turns).toHaveLength(2);
  });

  test("that is remembered still binds to its service URL", async () => {
    const token = cloud.token();
    expect((await bot.post(activity(cloud), { token })).status).toBe(200);
    const turns = bot.turns.length;
    const elsewhere = `http://127.0.0.1:${cloud.port}/elsewhere/`;
    expect((await bot.post(activity(cloud, { serviceUrl: elsewhere }), { token })).status).toBe(401);
    expect(bot.turns).toHaveLength(turns);
  });

  test("cannot be checked while the keys are out of reach: 503, so that Teams tries again; then all is well", async () => {
    const other = await startCloud();
    other.keysDown(true);
    const late = await startBot(other);
    expect((await late.post(activity(other))).status).toBe(503);
    expect((await fetch(`http://127.0.0.1:${late.port}/readyz`)).status).toBe(503);
    other.keysDown(false);
    await expect
      .poll(async () => (await late.post(activity(other))).status, { timeout: 5_000, interval: 300 })
      .toBe(200);
    expect((await fetch(`http://127.0.0.1:${late.port}/readyz`)).status).toBe(200);
    await late.stop();
    await other.close();
  });

  test("costs one fetch of the keys and one token, however many come at once", async () => {
    const other = await startCloud();
    const fresh = await startBot(other);
    await Promise.all(Array.from({ length: 16 }, () => fresh.post(activity(other))));
    expect(other.fetched).toEqual({ openId: 1, keys: 1, tokens: 1 });
    expect(other.calls).toHaveLength(16);
    await fresh.stop();
    await other.close();
  });
});
