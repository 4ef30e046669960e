import type { Activity } from "./activity.ts";
import { virtualClock } from "./clock.ts";
import type { Answered, Desk } from "./desk.ts";
import { messages } from "./messages.ts";
import { news } from "./news.ts";
import { pageRoutes } from "./page.ts";
import type { LocalRoute } from "./routes.ts";
import { serviceRoutes } from "./service.ts";
import { traffic } from "./traffic.ts";

/** What the page needs to know of the event: for its name and the times its clock offers. */
export interface LocalEvent {
  readonly title: string | Readonly<Record<string, string>>;
  readonly shortTitle: string | Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly start: string;
  readonly end: string;
  readonly blocks: readonly { readonly start: string; readonly end: string }[];
}

export interface LocalChannelOptions {
  /** Port of the server that the assistant and this channel share. */
  readonly port: number;
  /** The server's loopback address as it stands in a URL: `127.0.0.1`, or `[::1]`. */
  readonly host?: string;
  readonly event: () => LocalEvent;
  /** Posts to the assistant; by default over HTTP to `/api/messages`, exactly as Teams does. */
  readonly post?: (activity: Activity) => Promise<Answered>;
  /** Milliseconds since 1970; by default the real clock. */
  readonly real?: () => number;
}

export interface LocalChannel {
  /** What the assistant calls back; the only service URL to be trusted in local mode. */
  readonly serviceUrl: string;
  /** The instant on the clock set in the page, ISO 8601 in UTC. */
  clock(): string;
  readonly routes: readonly LocalRoute[];
}

const servicePrefix = "/local/channel";

/** Plays Teams for one person at one machine: in memory, on loopback, in local mode only. */
export function localChannel(options: LocalChannelOptions): LocalChannel {
  const { port, host = "127.0.0.1", event, real = Date.now } = options;
  const origin = `http://${host}:${port}`;
  const { post = overHttp(origin) } = options;
  const clock = virtualClock(real);
  const exchanges = traffic();
  let lastId = 0;
  const desk: Desk = {
    messages: messages(),
    traffic: exchanges,
    clock,
    serviceUrl: `${origin}${servicePrefix}/`,
    real,
    nextId() {
      lastId = Math.max(lastId + 1, real());
      return String(lastId);
    },
    typing: news<string>(),
    async post(activity) {
      const started = real();
      const answered = await post(activity);
      exchanges.note({
        at: clock.now(),
        direction: "in",
        what: activity.name ? `${activity.type} ${activity.name}` : activity.type,
        status: answered.status,
        ms: real() - started,
        sent: activity,
        ...(answered.body === undefined ? {} : { answered: answered.body }),
      });
      return answered;
    },
  };
  return {
    serviceUrl: desk.serviceUrl,
    clock: clock.now,
    routes: [...pageRoutes(desk, event), ...serviceRoutes(desk, servicePrefix)],
  };
}

/** Status 599: the assistant could not be reached, or took longer than Teams waits. */
function overHttp(origin: string): (activity: Activity) => Promise<Answered> {
  return async (activity) => {
    try {
      const response = await fetch(`${origin}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    } catch (error) {
      return { status: 599, body: { error: String(error) } };
    }
  };
}
