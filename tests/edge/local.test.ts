import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../bot/config.ts";
import { createLog } from "../../bot/log.ts";
import type { PageFiles } from "../../bot/server/endpoint.ts";
import { type Running, start } from "../../bot/start.ts";
import { memoryStore } from "../../bot/storage/memory.ts";
import { activity } from "../cloud/activities.ts";
import { parrot, programme, words } from "../cloud/bot.ts";
import { type FakeCloud, startCloud } from "../cloud/cloud.ts";

const pages: PageFiles = new Map([
  ["/", { body: "<!doctype html><p>Chat</p>", type: "text/html; charset=utf-8" }],
  ["/tab/chat.js", { body: "1", type: "text/javascript; charset=utf-8" }],
]);
let bot: Running;
let cloud: FakeCloud;
let turns = 0;
beforeAll(async () => {
  cloud = await startCloud();
  bot = await start({
    config: { ...readConfig({}), port: 0 },
    log: createLog("silent"),
    load: async () => ({
      programme,
      store: memoryStore(() => new Date()),
      attendees: { attendee: async () => ({}), change: async () => {} },
      respond: (...all) => {
        turns += 1;
        return parrot(...all);
      },
      words,
      pages,
    }),
  });
});
afterAll(async () => {
  await bot.stop();
  await cloud.close();
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Record<string, string | string[] | undefined>;
}

/** `fetch` does not let one choose the Host. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
  method = body === undefined ? "GET" : "POST",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    const sent = request(
      { host: "127.0.0.1", port: bot.port, path, method, headers: { ...json, ...headers } },
      (answer) => {
        let text = "";
        answer.on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
      },
    );
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
const here = () => ({ serviceUrl: `http://127.0.0.1:${bot.port}/local/channel/` });

describe("In local mode", () => {
  test("the page is served with what keeps it safe, and may be framed by Teams", async () => {
    const { status, text, headers } = await ask("/");
    expect([status, text, headers["content-type"]]).toEqual([
      200,
      "<!doctype html><p>Chat</p>",
      "text/html; charset=utf-8",
    ]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toMatch(
      /frame-ancestors 'self' https:\/\/\*\.cloud\.microsoft .*teams\.microsoft\.com/,
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect([headers["x-frame-options"], headers.server, headers["x-powered-by"]]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("only the files of the page are served", async () => {
    expect((await ask("/tab/chat.js?v=1")).status).toBe(200);
    for (const path of [
      "/tab",
      "/tab/",
      "/tab/../package.json",
      "/package.json",
      "/tab/chat.js/",
      "//tab/chat.js",
      "/.git/config",
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    }
  });

  test("a name that was pointed at this machine (DNS rebinding) gets nothing", async () => {
    for (const host of ["evil.example", `evil.example:${bot.port}`, "127.0.0.1", `0.0.0.0:${bot.port}`]) {
      expect([host, (await ask("/", { host })).status]).toEqual([host, 403]);
    }
    for (const host of ["127.0.0.1", "localhost", "[::1]"]) {
      expect((await ask("/healthz", { host: `${host}:${bot.port}` })).status).toBe(200);
    }
  });

  test("another page in the browser cannot speak for the person", async () => {
    for (const origin of [
      "https://evil.example",
      "null",
      `http://127.0.0.1:${bot.port + 1}`,
      `https://127.0.0.1:${bot.port}`,
    ]) {
      expect([origin, (await ask("/api/messages", { origin }, activity(here()))).status]).toEqual([origin, 403]);
    }
    expect(turns).toBe(0);
  });

  test("only the channel on this machine is answered to, and no other service URL is called", async () => {
    for (const serviceUrl of [
      cloud.serviceUrl,
      "https://smba.trafficmanager.net/teams/",
      `http://127.0.0.1.evil.example:${bot.port}/`,
      `http://[::ffff:7f00:1]:${bot.port}/`,
    ]) {
      expect([serviceUrl, (await ask("/api/messages", {}, activity({ serviceUrl }))).status]).toEqual([
        serviceUrl,
        403,
      ]);
    }
    expect((await ask("/api/messages", {}, activity(here(), { channelId: "emulator" }))).status).toBe(403);
    expect([turns, cloud.calls]).toEqual([0, []]);
  });

  test("a message without a token is answered, on the way Teams' messages take", async () => {
    const { status } = await ask("/api/messages", { origin: `http://127.0.0.1:${bot.port}` }, activity(here()));
    expect([status, turns]).toEqual([200, 1]);
  });

  test("metrics need no token, because nobody else reaches them", async () => {
    const { status, text } = await ask("/metrics");
    expect(status).toBe(200);
    expect(text).toContain("rostrum_refused_total");
  });
});

test("Without an app id it does not even start where others could reach it", () => {
  expect(() => readConfig({ HOST: "192.168.1.10" })).toThrow(/MICROSOFT_APP_ID/);
});
