import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BotUnderTest, startBot } from "../cloud/bot.ts";
import { type FakeCloud, startCloud } from "../cloud/cloud.ts";

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
afterEach(async () => {
  expect(bot.turns).toEqual([]);
  expect(cloud.calls).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${bot.port}/healthz`)).status).toBe(200);
});

/** Sends bytes as they are, and gives what comes back until the server closes the connection. */
function raw(bytes: string | Buffer, more?: (write: (bytes: string) => void) => void): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(bot.port, "127.0.0.1", () => {
      socket.write(bytes);
      more?.((text) => socket.writable && socket.write(text));
    });
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => resolve(answer));
    socket.on("close", () => resolve(answer));
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const head = (line: string, ...headers: string[]) => [line, ...headers, "Connection: close", "", ""].join("\r\n");

describe("A request that ends other servers", () => {
  /** [what is wrong, the bytes, the status] */
  const heads: [string, string, number][] = [
    ["a Host that is no host", head("GET /healthz HTTP/1.1", "Host: ["), 400],
    ["a Host with a space", head("GET /healthz HTTP/1.1", "Host: a b"), 400],
    ["a target that is no address", head("GET http://[/ HTTP/1.1", "Host: localhost"), 400],
    ["a whole address as its target", head("GET http://evil.example/ HTTP/1.1", "Host: localhost"), 400],
    ["the target *", head("OPTIONS * HTTP/1.1", "Host: localhost"), 405],
    ["%00 in its path", head("GET /%00 HTTP/1.1", "Host: localhost"), 400],
    ["a broken escape in its path", head("GET /%zz HTTP/1.1", "Host: localhost"), 400],
    ["an escape that is no UTF-8", head("GET /%ff%fe HTTP/1.1", "Host: localhost"), 400],
    ["an escaped way up", head("GET /%2e%2e%2fetc/passwd HTTP/1.1", "Host: localhost"), 400],
    ["an escaped backslash", head("GET /..%5c..%5cpackage.json HTTP/1.1", "Host: localhost"), 400],
    ["a way up", head("GET /../package.json HTTP/1.1", "Host: localhost"), 404],
    ["a dot file", head("GET /.env HTTP/1.1", "Host: localhost"), 404],
    ["an unknown page", head("GET /nothing HTTP/1.1", "Host: localhost"), 404],
    ["TRACE", head("TRACE / HTTP/1.1", "Host: localhost"), 405],
    ["PATCH", head("PATCH /api/messages HTTP/1.1", "Host: localhost"), 405],
    ["no HTTP at all", "hello\r\n\r\n", 400],
  ];
  test.each(heads)("with %s is refused", async (_, bytes, status) => {
    const answer = await raw(bytes);
    expect(statusOf(answer)).toEqual(status);
    expect(answer).not.toMatch(/restify|Error|at .*\.js|evil|passwd/i);
  });

  test("for web sockets is cut off", async () => {
    const wish = ["GET / HTTP/1.1", "Host: localhost", "Connection: Upgrade", "Upgrade: websocket", "", ""];
    expect(await raw(wish.join("\r\n"))).toBe("");
  });

  test("with more headers than anybody needs is refused", async () => {
    const answer = await raw(head("GET /healthz HTTP/1.1", "Host: localhost", `X-Long: ${"a".repeat(20_000)}`));
    expect(statusOf(answer)).toBe(431);
  });
});

describe("A body", () => {
  const path = () => `http://127.0.0.1:${bot.port}/api/messages`;
  const send = async (body: string | Buffer, headers: Record<string, string>) =>
    (
      await fetch(path(), {
        method: "POST",
        headers: { authorization: `Bearer ${cloud.token()}`, ...headers },
        body: new Uint8Array(Buffer.from(body)),
      })
    ).status;
  const json = { "content-type": "application/json" };

  test("is only taken by POST", async () => {
    for (const method of ["GET", "PUT", "DELETE", "HEAD"]) {
      expect([method, (await fetch(path(), { method })).status]).toEqual([method, 405]);
    }
  });

  test.each([
    ["gzip that is none", "{}", { ...json, "content-encoding": "gzip" }],
    ["gzip that is one", gzipSync(JSON.stringify({ type: "message" })), { ...json, "content-encoding": "gzip" }],
    ["deflate", "{}", { ...json, "content-encoding": "deflate" }],
    ["plain text", "hello", { "content-type": "text/plain" }],
    ["a form", "a=1", { "content-type": "application/x-www-form-urlencoded" }],
    ["JSON in disguise", "{}", { "content-type": "application/jsonx" }],
    [
      "a file",
      '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nx\r\n--x--',
      { "content-type": "multipart/form-data; boundary=x" },
    ],
  ])("of %s is not taken", async (_, body, headers) => {
    expect(await send(body, headers as Record<string, string>)).toBe(415);
  });

  test("without a kind is not taken", async () => {
    const answer = await raw(
      [
        `POST /api/messages HTTP/1.1`,
        "Host: localhost",
        `Authorization: Bearer ${cloud.token()}`,
        "Content-Length: 2",
        "",
        "{}",
      ].join("\r\n"),
    );
    expect(statusOf(answer)).toBe(415);
  });

  test("of 30 MB is refused by its announced length, and memory does not grow", async () => {
    const before = process.memoryUsage().rss;
    const answer = await raw(
      head(
        "POST /api/messages HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/json",
        `Authorization: Bearer ${cloud.token()}`,
        `Content-Length: ${30 * 1024 * 1024}`,
      ),
    );
    expect(statusOf(answer)).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024);
  });

  test("of 30 MB without announced length is refused once it is too much", async () => {
    const chunk = `8000\r\n${"a".repeat(0x8000)}\r\n`;
    const answer = await raw(
      [
        `POST /api/messages HTTP/1.1`,
        "Host: localhost",
        "Content-Type: application/json",
        `Authorization: Bearer ${cloud.token()}`,
        "Transfer-Encoding: chunked",
        "",
        "",
      ].join("\r\n"),
      (write) => {
        for (let i = 0; i < 960; i += 1) write(chunk);
      },
    );
    expect(statusOf(answer)).toBe(413);
  });

  test("of a stranger is not even read", async () => {
    // Only the first letter comes: whoever waited for the rest would not answer.
    const answer = await raw(
      [
        `POST /api/messages HTTP/1.1`,
        "Host: localhost",
        "Content-Type: application/json",
        "Content-Length: 1000",
        "",
        "{",
      ].join("\r\n"),
    );
    expect(statusOf(answer)).toBe(401);
  });

  test("nested a hundred thousand deep is refused", async () => {
    expect(await send("[".repeat(100_000) + "]".repeat(100_000), json)).toBe(400);
  });

  test("that is not UTF-8 is refused", async () => {
    expect(await send(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), json)).toBe(400);
  });

  test("that comes too slowly is cut off after 15 seconds, a head after 10", { timeout: 25_000 }, async () => {
    const started = Date.now();
    const trickle = (write: (bytes: string) => void) => {
      const timer = setInterval(() => write("1\r\n \r\n"), 500);
      setTimeout(() => clearInterval(timer), 18_000).unref();
    };
    const slowBody = raw(
      [
        `POST /api/messages HTTP/1.1`,
        "Host: localhost",
        "Content-Type: application/json",
        `Authorization: Bearer ${cloud.token()}`,
        "Transfer-Encoding: chunked",
        "",
        "",
      ].join("\r\n"),
      trickle,
    ).then((answer) => [statusOf(answer), Math.round((Date.now() - started) / 1_000)] as const);
    const slowHead = raw("GET /healthz HTTP/1.1\r\nHost: loc").then(() => Math.round((Date.now() - started) / 1_000));
    const [status, bodySeconds] = await slowBody;
    expect(status).toBe(408);
    expect(bodySeconds).toBeGreaterThanOrEqual(14);
    expect(bodySeconds).toBeLessThanOrEqual(18);
    const headSeconds = await slowHead;
    expect(headSeconds).toBeGreaterThanOrEqual(9);
    expect(headSeconds).toBeLessThanOrEqual(13);
  });
});
