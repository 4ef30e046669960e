import { build } from "esbuild";
import { type LocalChannel, type LocalEvent, localChannel } from "../../bot/channels/local/gateway.ts";
import { mountLocal } from "../../bot/channels/local/mount.ts";
import { createLog } from "../../bot/log.ts";
import type { PageFiles } from "../../bot/server/endpoint.ts";
import { metrics } from "../../bot/server/metrics.ts";
import { startServer } from "../../bot/server/server.ts";
import { type FakeBot, fakeBot } from "./fake-bot.ts";

export const sampleEvent: LocalEvent = {
  title: "Sample dialogue",
  shortTitle: { en: "Sample dialogue 2024", ar: "حوار تجريبي 2024" },
  timeZone: "Europe/Vienna",
  start: "2024-07-15T10:00+02:00",
  end: "2024-07-15T18:00+02:00",
  blocks: [
    { start: "2024-07-15T10:00+02:00", end: "2024-07-15T13:00+02:00" },
    { start: "2024-07-15T15:00+02:00", end: "2024-07-15T18:00+02:00" },
  ],
};

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** The page as `npm run build` makes it, kept in memory. */
export async function builtPage(): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: [
      { in: "tab/local/main.ts", out: "local" },
      { in: "tab/local/page.html", out: "local" },
    ],
    bundle: true,
    write: false,
    outdir: "dist/tab",
    loader: { ".html": "copy" },
    target: "es2022",
    format: "iife",
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const name = path.split(/[\\/]/).at(-1) ?? "";
      const type = types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
      return [name === "local.html" ? "/" : `/tab/${name}`, { body: Buffer.from(contents), type }];
    }),
  );
}

export interface LocalServer {
  readonly url: string;
  readonly bot: FakeBot;
  readonly channel: LocalChannel;
  stop(): Promise<void>;
}

/** The real server and the real channel with a small bot of our own behind `/api/messages`. */
export async function startLocalServer(pages: PageFiles = new Map()): Promise<LocalServer> {
  const log = createLog("silent");
  const server = await startServer({ host: "127.0.0.1", port: 0, log, metrics: metrics(), local: true });
  const channel = localChannel({ port: server.port, event: () => sampleEvent });
  const bot = fakeBot();
  const endStreams = mountLocal(channel, server.routes);
  server.servePages(pages);
  server.serveMessages({
    admit: async () => undefined,
    receive: (body) => bot.receive(body as Parameters<FakeBot["receive"]>[0]),
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    bot,
    channel,
    async stop() {
      endStreams();
      await server.close(0);
    },
  };
}
