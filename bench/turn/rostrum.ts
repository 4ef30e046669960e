import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { readConfig } from "../../bot/config.ts";
import { createLog } from "../../bot/log.ts";
import { type Parts, start } from "../../bot/start.ts";
import { tellReady } from "./child.ts";

// Rostrum as it is shipped, on files, pointed at the fake cloud. With "edge" the answer is ready-made: what is left
// is the way from Teams to the assistant and back.
const [port, cloudPort] = process.argv.slice(2).map(Number);
const edgeOnly = process.argv[4] === "edge";
const cloud = `http://127.0.0.1:${cloudPort}`;
const serviceOrigins = new Set([cloud]);
const folder = await mkdtemp(join(tmpdir(), "rostrum-bench-"));
process.on("exit", () => void rm(folder, { recursive: true, force: true }));

const config = readConfig({
  MICROSOFT_APP_ID: "11111111-2222-4333-8444-555555555555",
  MICROSOFT_APP_PASSWORD: "secret",
  MICROSOFT_APP_TENANT_ID: "99999999-8888-4777-8666-555555555555",
  HOST: "127.0.0.1",
  PORT: String(port),
  STORE: `file:${folder}`,
  // As a busy event would run it; a line a turn costs the same as anywhere.
  LOG_LEVEL: "info",
});
const log = createLog(config.logLevel);
await start({
  config,
  log,
  cloud: {
    openIdUrl: `${cloud}/v1/.well-known/openidconfiguration`,
    issuer: "https://api.botframework.com",
    tokenUrl: (tenant) => `${cloud}/${tenant}/oauth2/v2.0/token`,
    serviceOrigins,
  },
  clock: () => "2024-07-15T08:40:00Z",
  load: async () => {
    const parts = await (await import("../../bot/load.ts")).load(config, log);
    return edgeOnly ? readyMade(parts) : parts;
  },
});
tellReady(port ?? 0);

/** A card of 6 KB, and a dialogue to remember, as an answer has them. */
function readyMade(parts: Parts): Parts {
  const body = Array.from({ length: 24 }, (_, i) => ({
    type: "TextBlock",
    text: `Row ${i}: ${"words of an answer ".repeat(10)}`,
    wrap: true,
  }));
  const card: AdaptiveCard = { type: "AdaptiveCard", version: "1.5", body };
  const reply = { text: "A ready-made answer.", card, language: "en", status: "answered" } as const;
  return {
    ...parts,
    respond: () => ({ reply, change: { dialogue: { language: "en" } } }),
  };
}
