import http from "node:http";
import https from "node:https";
import type { Activity } from "botbuilder";
import { z } from "zod";
import type { AppToken } from "./app-token.ts";
import { isServiceUrl, type ServiceOrigins } from "./service-url.ts";

/** The channel's side of a conversation: what we can do there. */
export interface Connector {
  /** The id of what was posted; empty if the channel told none. */
  post(conversationId: string, activity: Partial<Activity>, replyToId?: string): Promise<string>;
  update(conversationId: string, activityId: string, activity: Partial<Activity>): Promise<void>;
  remove(conversationId: string, activityId: string): Promise<void>;
}

/** The channel refused, or could not be reached (status 0). */
export class ConnectorError extends Error {
  override readonly name = "ConnectorError";
  readonly status: number;
  constructor(status: number, method: string, options?: ErrorOptions) {
    super(
      status === 0 ? `the channel cannot be reached (${method})` : `the channel answered ${method} with ${status}`,
      options,
    );
    this.status = status;
  }
}

export interface ConnectorOptions {
  readonly origins: ServiceOrigins;
  /** Absent in local mode. */
  readonly token?: AppToken;
  readonly counted?: (method: string, status: number) => void;
  /** For one attempt. */
  readonly timeoutMs?: number;
  readonly wait?: (ms: number) => Promise<void>;
}

/** One `Connector` per service URL, all on the same keep-alive connections. */
export interface Connectors {
  to(serviceUrl: string): Connector;
  close(): void;
}

/** What Teams' documentation allows to retry, and nothing else: 500 may mean that the message was posted. */
const retried = new Set([412, 429, 502, 503, 504]);
/** The connection was never made, so nothing can have been posted. */
const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
const attempts = 4;
const longestWait = 5_000;
/** From the first attempt on: a person waits. */
const patience = 10_000;

interface Answered {
  readonly status: number;
  readonly retryAfter?: string;
  readonly body: string;
}

const Posted = z.object({ id: z.string() });

export function connectors(options: ConnectorOptions): Connectors {
  const { origins, token, counted = () => {}, timeoutMs = 10_000 } = options;
  const wait = options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const settings = { keepAlive: true, maxSockets: 128, maxFreeSockets: 32, scheduling: "lifo" } as const;
  const secure = new https.Agent(settings);
  const plain = new http.Agent(settings);

  function attempt(method: string, url: URL, body: string | undefined, bearer: string | undefined): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const { request, agent } =
        url.protocol === "https:" ? { request: https.request, agent: secure } : { request: http.request, agent: plain };
      const headers: http.OutgoingHttpHeaders = { accept: "application/json", "user-agent": "Rostrum" };
      if (bearer !== undefined) headers.authorization = `Bearer ${bearer}`;
      if (body !== undefined) {
        headers["content-type"] = "application/json; charset=utf-8";
        headers["content-length"] = Buffer.byteLength(body);
      }
      const sent = request(url, { method, agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.once("error", reject);
        answer.once("end", () => {
          clearTimeout(timer);
          const retryAfter = answer.headers["retry-after"];
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({ status: answer.statusCode ?? 0, body: text, ...(retryAfter === undefined ? {} : { retryAfter }) });
        });
      });
      const timer = setTimeout(() => sent.destroy(new Error("timed out")), timeoutMs);
      sent.once("error", (error) => {
        clearTimeout(timer);
        reject(error);
      });
      sent.end(body);
    });
  }

  async function call(
    method: "POST" | "PUT" | "DELETE",
    serviceUrl: string,
    path: string,
    activity?: unknown,
  ): Promise<string> {
    // Asked again at every send: the URL may have been stored when another list was in force.
    if (!isServiceUrl(serviceUrl, origins))
      throw new ConnectorError(0, method, { cause: new Error("service URL not allowed") });
    const url = new URL(`${serviceUrl.replace(/\/$/, "")}/v3/conversations/${path}`);
    const body = activity === undefined ? undefined : JSON.stringify(activity);
    const until = Date.now() + patience;
    let renewed = false;
    for (let tried = 1; ; tried += 1) {
      let answered: Answered;
      try {
        answered = await attempt(method, url, body, await token?.get());
      } catch (cause) {
        counted(method, 0);
        const code = z.object({ code: z.string() }).safeParse(cause).data?.code ?? "";
        const safe = method !== "POST" || neverSent.has(code);
        const pause = pauseBefore(tried, undefined);
        if (!safe || tried >= attempts || Date.now() + pause > until) throw new ConnectorError(0, method, { cause });
        await wait(pause);
        continue;
      }
      counted(method, answered.status);
      if (answered.status < 300) return answered.body;
      if (answered.status === 401 && token && !renewed) {
        renewed = true;
        token.forget();
        continue;
      }
      const pause = pauseBefore(tried, answered.retryAfter);
      if (!retried.has(answered.status) || tried >= attempts || Date.now() + pause > until) {
        throw new ConnectorError(answered.status, method);
      }
      await wait(pause);
    }
  }

  const known = new Map<string, Connector>();
  const create = (serviceUrl: string): Connector => {
    const at = (...parts: string[]) => parts.map(encodeURIComponent).join("/");
    return {
      async post(conversationId, activity, replyToId) {
        const path = `${at(conversationId)}/activities${replyToId ? `/${at(replyToId)}` : ""}`;
        const body = await call("POST", serviceUrl, path, activity);
        return body === "" ? "" : (Posted.safeParse(parsed(body)).data?.id ?? "");
      },
      async update(conversationId, activityId, activity) {
        await call("PUT", serviceUrl, `${at(conversationId)}/activities/${at(activityId)}`, {
          ...activity,
          id: activityId,
        });
      },
      async remove(conversationId, activityId) {
        await call("DELETE", serviceUrl, `${at(conversationId)}/activities/${at(activityId)}`);
      },
    };
  };
  return {
    to(serviceUrl) {
      let connector = known.get(serviceUrl);
      if (!connector) {
        connector = create(serviceUrl);
        // The hosts are few; only their paths differ, by region.
        if (known.size < 100) known.set(serviceUrl, connector);
      }
      return connector;
    },
    close() {
      secure.destroy();
      plain.destroy();
    },
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** How long to wait before the next attempt: as told, within bounds, else longer each time and never all at once. */
function pauseBefore(tried: number, retryAfter: string | undefined): number {
  if (retryAfter !== undefined) {
    const told = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
    if (Number.isFinite(told)) return Math.min(Math.max(told, 0), longestWait);
  }
  return 250 * 2 ** tried * (0.5 + Math.random() / 2);
}
