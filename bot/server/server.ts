import { timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import type { Server as HttpServer, IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import restify from "restify";
import type { Log } from "../log.ts";
import type { Delivered, Endpoint, PageFiles, RouteHandler, Routes } from "./endpoint.ts";
import { refusalOf } from "./guard.ts";
import { securePage } from "./headers.ts";
import type { Metrics } from "./metrics.ts";
import { readJson } from "./read-json.ts";
import { Refusal } from "./refusal.ts";

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Without an app id: only requests to this loopback address under its own name are served. */
  readonly local: boolean;
  /** Bearer token for /metrics; without it /metrics is served in local mode only. */
  readonly metricsToken?: string;
}

export interface Rostrum {
  readonly port: number;
  /** Open for health checks from the start; the rest is added when it is loaded. */
  serveMessages(endpoint: Endpoint): void;
  servePages(files: PageFiles): void;
  readonly routes: Routes;
  /** What readiness still waits for; empty: ready. */
  waitingFor(what: () => readonly string[]): void;
  /** Takes no new connections, lets turns end for at most `graceMs`, then cuts what is left. */
  close(graceMs?: number): Promise<void>;
}

const maxConnections = 2_000;

/** Starts to listen at once: `/healthz` answers while the programme and the channel are still loading. */
export async function startServer(options: ServerOptions): Promise<Rostrum> {
  const { log, metrics } = options;
  const server = restify.createServer({
    name: "",
    handleUpgrades: false,
    // Should restify ever write by itself: a status says enough, and its messages tell of our insides.
    formatters: { "application/json": () => "", "text/plain": () => "", "application/octet-stream": () => "" },
  });
  const http: HttpServer = server.server;
  http.headersTimeout = 10_000;
  http.requestTimeout = 15_000;
  http.keepAliveTimeout = 65_000;
  http.maxConnections = maxConnections;
  // Read by Node when it starts to listen; how often the two timeouts above are looked at.
  Object.assign(http, { connectionsCheckingInterval: 1_000 });
  // restify forwards upgrades to nobody: without this the socket would stay open for ever.
  server.on("upgrade", (_req: IncomingMessage, socket: Socket) => socket.destroy());

  let hosts: ReadonlySet<string> = new Set();
  const localHosts = options.local ? { localHosts: () => hosts } : {};
  server.first((req, res) => {
    const status = refusalOf(req, localHosts);
    if (status === undefined) return true;
    metrics.refused(status, "guard");
    end(res, { status }, true);
    return false;
  });

  let endpoint: Endpoint | undefined;
  let waiting: () => readonly string[] = () => ["start"];
  const handle = (work: (req: restify.Request, res: ServerResponse) => Promise<void>) => {
    return async (req: restify.Request, res: restify.Response): Promise<void> => {
      try {
        await work(req, res);
      } catch (error) {
        refuse(req, res, error, options);
      }
    };
  };

  server.get(
    "/healthz",
    handle(async (_req, res) => end(res, { status: 200, body: { status: "ok" } })),
  );
  server.get(
    "/readyz",
    handle(async (_req, res) => {
      const missing = waiting();
      end(res, {
        status: missing.length === 0 ? 200 : 503,
        body: { ready: missing.length === 0, waitingFor: missing },
      });
    }),
  );
  server.get(
    "/metrics",
    handle(async (req, res) => {
      if (!mayReadMetrics(req, options)) throw new Refusal(404, "metrics");
      res.setHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      res.end(await metrics.text());
    }),
  );
  server.post(
    "/api/messages",
    handle(async (req, res) => {
      if (!endpoint) throw new Refusal(503, "starting");
      if (req.headers["content-type"] === undefined) throw new Refusal(415, "no content type");
      const admission = await endpoint.admit(req.headers);
      const body = await readJson(req);
      end(res, await endpoint.receive(body, admission));
    }),
  );

  let files: PageFiles = new Map();
  // What restify has no route for: a page, or nothing.
  const page = handle(async (req, res) => {
    const path = (req.url ?? "").split("?")[0] ?? "";
    if (path === "/api/messages") throw new Refusal(405, "messages are posted");
    const file = files.get(path);
    if (!file || (req.method !== "GET" && req.method !== "HEAD")) throw new Refusal(file ? 405 : 404, "no such page");
    securePage(res);
    res.setHeader("Content-Type", file.type);
    res.setHeader("Cache-Control", "no-cache");
    res.end(req.method === "HEAD" ? undefined : file.body);
  });
  // Every method has its catch-all, so that restify never writes an error of its own.
  for (const add of [server.get, server.head, server.post, server.put, server.del]) add.call(server, "/*", page);

  server.listen(options.port, options.host);
  await Promise.race([once(http, "listening"), once(http, "error").then(([error]) => Promise.reject(error))]);
  const port = server.address().port;
  hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);

  const add = (path: string, handler: RouteHandler) =>
    [
      path,
      handle(async (req, res) => {
        const query = new URL(req.url ?? "/", "http://localhost").searchParams;
        await handler({ params: req.params, query, raw: req, json: () => readJson(req) }, res);
      }),
    ] as const;

  return {
    port,
    serveMessages: (served) => {
      endpoint = served;
    },
    servePages: (served) => {
      files = served;
    },
    routes: {
      get: (path, handler) => server.get(...add(path, handler)),
      post: (path, handler) => server.post(...add(path, handler)),
      put: (path, handler) => server.put(...add(path, handler)),
      delete: (path, handler) => server.del(...add(path, handler)),
    },
    waitingFor: (what) => {
      waiting = what;
    },
    async close(graceMs = 10_000) {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      // Again and again: a connection is idle only once its last answer is out.
      const idle = setInterval(() => http.closeIdleConnections(), 20);
      const cut = setTimeout(() => http.closeAllConnections(), graceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
      log.info("server closed");
    },
  };
}

/** A refused request's connection is closed: whatever the sender still has for us is not worth reading. */
function refuse(req: IncomingMessage, res: ServerResponse, error: unknown, { log, metrics }: ServerOptions): void {
  const refusal = error instanceof Refusal ? error : undefined;
  if (!refusal) log.error({ err: error }, "request failed");
  metrics.refused(refusal?.status ?? 500, refusal?.message ?? "bug");
  if (!res.headersSent) end(res, { status: refusal?.status ?? 500 }, !req.complete);
  else res.destroy();
}

function end(res: ServerResponse, { status, body }: Delivered, close = false): void {
  res.statusCode = status;
  res.setHeader("X-Content-Type-Options", "nosniff");
  if (close) res.setHeader("Connection", "close");
  if (body === undefined) {
    res.setHeader("Content-Length", 0);
    res.end();
  } else {
    const text = JSON.stringify(body);
    res.setHeader("Content-Type", "application/json; charset=utf-8");
    res.setHeader("Content-Length", Buffer.byteLength(text));
    res.end(text);
  }
}

/** Behind a proxy every caller comes from loopback, so the address proves nothing: a token does. */
function mayReadMetrics(req: IncomingMessage, { local, metricsToken }: ServerOptions): boolean {
  if (metricsToken === undefined) return local;
  const given = Buffer.from(req.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${metricsToken}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
