import type { Cloud } from "./channels/teams/cloud.ts";
import type { TeamsWords } from "./channels/teams/teams-bot.ts";
import type { Config } from "./config.ts";
import { type Attendees, type EventBotOptions, eventBot } from "./event-bot.ts";
import { type Log, markWith } from "./log.ts";
import type { Programme } from "./programme/programme.ts";
import type { PageFiles } from "./server/endpoint.ts";
import { metrics } from "./server/metrics.ts";
import { startServer } from "./server/server.ts";
import type { Store } from "./storage/store.ts";

/** What the assistant is made of, beside the server and the channel. */
export interface Parts {
  readonly programme: Programme;
  readonly store: Pick<Store, "insertOnce" | "remove" | "close">;
  readonly attendees: Attendees;
  readonly respond: EventBotOptions["respond"];
  readonly words: TeamsWords;
  readonly pages?: PageFiles;
}

export interface StartOptions {
  readonly config: Config;
  readonly log: Log;
  /** Loaded while `/healthz` already answers. */
  readonly load: () => Promise<Parts>;
  /** Another cloud than Microsoft's, to rehearse in. Code only: no setting leads here. */
  readonly cloud?: Cloud;
  readonly clock?: () => string;
}

export interface Running {
  readonly port: number;
  /** Turns under way are ended, then the store is closed. */
  stop(): Promise<void>;
}

/** Starts everything; resolves once messages are served. */
export async function start(options: StartOptions): Promise<Running> {
  const { config, log, load } = options;
  const { app } = config;
  const counted = metrics();
  const { host, port, metricsToken } = config;
  const server = await startServer({
    host,
    port,
    log,
    metrics: counted,
    local: app === undefined,
    ...(metricsToken === undefined ? {} : { metricsToken }),
  });
  try {
    // Side by side, and only now: together they are most of the time a start takes.
    const [parts, { teamsChannel }, { publicCloud }] = await Promise.all([
      load(),
      import("./channels/teams/teams-channel.ts"),
      import("./channels/teams/cloud.ts"),
    ]);
    const cloud = options.cloud ?? publicCloud(config.serviceHosts);
    const local = app ? undefined : await localMode(server.port, parts);
    const clock = options.clock ?? local?.clock ?? (() => new Date().toISOString());
    const bot = eventBot({ ...parts, clock, failed: parts.words.failed, log });
    const channel = teamsChannel({
      bot,
      words: parts.words,
      store: parts.store,
      log,
      mark: markWith(secretOf(config)),
      metrics: counted,
      origins: local?.origins ?? cloud.serviceOrigins,
      ...(config.tenants ? { tenants: config.tenants } : {}),
      ...(app ? { proof: { appId: app.id, ...cloud, token: await tokenOf(app, cloud) } } : {}),
    });
    const endLocal = local?.mount(server.routes);
    server.servePages(parts.pages ?? new Map());
    server.serveMessages(channel);
    server.waitingFor(() => (channel.ready() ? [] : ["signing keys"]));
    // Not fatal: whoever comes first fetches them again.
    await channel.warm().catch((err: unknown) => log.error({ err }, "sign-in service not reached at start"));
    log.info({ event: parts.programme.event.id, port: server.port, local: app === undefined }, "serving");
    return {
      port: server.port,
      async stop() {
        endLocal?.();
        await server.close();
        await channel.close();
        await parts.store.close();
        log.info("stopped");
      },
    };
  } catch (error) {
    await server.close(0);
    throw error;
  }
}

async function localMode(port: number, { programme }: Parts) {
  const [{ localChannel }, { mountLocal }] = await Promise.all([
    import("./channels/local/gateway.ts"),
    import("./channels/local/mount.ts"),
  ]);
  const local = localChannel({ port, event: () => programme.event });
  return {
    clock: () => local.clock(),
    origins: new Set([`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`]),
    mount: (routes: Parameters<typeof mountLocal>[1]) => mountLocal(local, routes),
  };
}

async function tokenOf(app: NonNullable<Config["app"]>, cloud: Cloud) {
  const { appToken, managedIdentityToken, secretToken } = await import("./channels/teams/app-token.ts");
  if (app.kind === "managed-identity") return appToken(managedIdentityToken({ appId: app.id, tenantId: app.tenantId }));
  return appToken(secretToken({ tokenUrl: cloud.tokenUrl(app.tenantId), appId: app.id, password: app.password }));
}

/** Marks in the logs stay the same over restarts if there is a secret to key them with. */
function secretOf({ app }: Config): string {
  return app?.kind === "secret" ? app.password : crypto.randomUUID();
}
