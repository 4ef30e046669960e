import type { TurnContext } from "botbuilder";
import type { Delivered, Endpoint } from "../../server/endpoint.ts";
import type { Metrics } from "../../server/metrics.ts";
import { Refusal } from "../../server/refusal.ts";
import type { Store } from "../../storage/store.ts";
import { parseActivity, type TeamsActivity, tenantOf } from "./activity.ts";
import { TeamsAdapter } from "./adapter.ts";
import type { AppToken } from "./app-token.ts";
import { ConnectorError, connectors } from "./connector.ts";
import { fromReply, inPlace } from "./from-reply.ts";
import { type Identity, identify, NotAuthentic } from "./identity.ts";
import { deliveryKey, once } from "./once.ts";
import { Recent } from "./recent.ts";
import { isServiceUrl, type ServiceOrigins } from "./service-url.ts";
import { KeysUnavailable, SigningKeys } from "./signing-keys.ts";
import { type Outcome, type TeamsBotOptions, teamsBot } from "./teams-bot.ts";

/** How requests prove that they come from Teams. */
export interface Proof {
  readonly appId: string;
  readonly openIdUrl: string;
  readonly issuer: string;
  readonly token: AppToken;
}

export interface TeamsChannelOptions extends Omit<TeamsBotOptions, "once"> {
  /** Absent in local mode only: then nobody proves anything, and the server listens on loopback. */
  readonly proof?: Proof;
  readonly origins: ServiceOrigins;
  /** Tenants that are answered; absent: all that Teams lets in. */
  readonly tenants?: ReadonlySet<string>;
  readonly store: Pick<Store, "insertOnce" | "remove">;
  readonly metrics: Metrics;
  readonly budgets?: { readonly invokeMs: number; readonly messageMs: number };
}

export interface TeamsChannel extends Endpoint<Identity | undefined> {
  /** Fetches keys and token ahead of the first request. */
  warm(): Promise<void>;
  /** Whether requests could be checked now. */
  ready(): boolean;
  /** Waits for turns under way. */
  close(): Promise<void>;
}

/**
 * Teams shows an error after some seconds without an answer to a press, and delivers a message again after 15: a turn
 * that takes longer than this goes on, but the channel is answered.
 */
const budgets = { invokeMs: 4_000, messageMs: 13_000 };
const ok: Delivered = { status: 200 };

/** Teams, from a request's head to the answer: who may speak, what is new, and one turn for it. */
export function teamsChannel(options: TeamsChannelOptions): TeamsChannel {
  const { proof, origins, tenants, store, metrics, log, mark } = options;
  const { invokeMs, messageMs } = options.budgets ?? budgets;
  const keys = proof && new SigningKeys(proof.openIdUrl);
  const identity = proof && keys && identify({ ...proof, keys });
  const service = connectors({ origins, counted: metrics.call, ...(proof ? { token: proof.token } : {}) });
  const adapter = new TeamsAdapter(service);
  const first = once(store);
  const bot = teamsBot({ ...options, once: first });

  /** By delivery key: a second delivery waits for the first one's answer. */
  const running = new Map<string, Promise<Delivered>>();
  /** What presses were answered with lately, for whoever delivers them again. */
  const answered = new Recent<Delivered>(200);
  const underWay = new Set<Promise<unknown>>();

  async function admit(authorization: string | undefined): Promise<Identity | undefined> {
    if (!identity) return undefined;
    try {
      return await identity(authorization);
    } catch (error) {
      if (error instanceof NotAuthentic) throw new Refusal(401, error.message);
      if (!(error instanceof KeysUnavailable)) throw error;
      log.error({ err: error }, "signing keys unavailable");
      throw new Refusal(503, "signing keys unavailable");
    }
  }

  function check(body: unknown, claimed: Identity | undefined): TeamsActivity {
    const activity = parseActivity(body);
    if (!activity) throw new Refusal(400, "not an activity");
    if (activity.channelId !== "msteams") throw new Refusal(403, "another channel");
    if (!isServiceUrl(activity.serviceUrl, origins)) throw new Refusal(403, "foreign service URL");
    if (proof && claimed?.serviceUrl !== activity.serviceUrl) throw new Refusal(401, "service URL not as claimed");
    if (tenants && !tenants.has(tenantOf(activity) ?? "")) throw new Refusal(403, "another tenant");
    return activity;
  }

  async function failed(context: TurnContext, activity: TeamsActivity, error: unknown): Promise<void> {
    const apology = bot.apology(activity, error);
    if (activity.type === "invoke") {
      await context.sendActivity({ type: "invokeResponse", value: { status: 200, body: inPlace(apology) } });
      return;
    }
    // Nobody who cannot hear the answer can hear the apology; a refused card may do without.
    const deaf = error instanceof ConnectorError && [0, 403, 404, 429].includes(error.status);
    if (deaf || activity.type !== "message") return;
    await context.sendActivity(fromReply(apology)).catch((err: unknown) => log.warn({ err }, "apology not delivered"));
  }

  /** One turn, if this is its first delivery. A store that fails is a bug like any other: it ends in an apology. */
  async function turn(activity: TeamsActivity, key: string | undefined): Promise<Delivered> {
    const started = performance.now();
    // Assigned in the turn's own function, where the compiler does not look.
    let outcome = "failed" as Outcome | "duplicate";
    metrics.inFlight(1);
    const invokeResponse = await adapter
      .run(activity, async (context) => {
        try {
          outcome = key === undefined || (await first.turn(key)) ? await bot.turn(context, activity) : "duplicate";
        } catch (error) {
          await failed(context, activity, error);
        }
      })
      .finally(() => metrics.inFlight(-1));
    const { type } = activity;
    if (outcome === "duplicate") {
      metrics.duplicate();
      return (key && answered.get(key)) || ok;
    }
    note(activity, outcome, performance.now() - started);
    if (type !== "invoke") return ok;
    const delivered = invokeResponse ? { status: invokeResponse.status, body: invokeResponse.body } : { status: 501 };
    if (key) answered.set(key, delivered);
    return delivered;
  }

  function note({ type, conversation, from }: TeamsActivity, outcome: Outcome, ms: number): void {
    metrics.turn(type, outcome, ms / 1_000);
    if (!log.isLevelEnabled("info") || outcome === "ignored") return;
    const about = { conversation: mark(conversation.id), person: mark(from.id) };
    log.info({ type, outcome, ms: Math.round(ms), ...about }, "turn answered");
  }

  /** The answer, or after the budget another one; the turn goes on in either case. */
  function within(work: Promise<Delivered>, activity: TeamsActivity): Promise<Delivered> {
    const invoke = activity.type === "invoke";
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          const late = () => ({
            status: 200,
            body: inPlace(bot.apology(activity, new Error("the answer took too long"))),
          });
          resolve(invoke ? late() : ok);
        },
        invoke ? invokeMs : messageMs,
      );
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  return {
    admit: ({ authorization }) => admit(authorization),
    async receive(body, claimed) {
      const activity = check(body, claimed);
      if (!kinds.has(activity.type)) return ok;
      const key = deliveryKey(activity);
      const same = key === undefined ? undefined : running.get(key);
      if (same) {
        metrics.duplicate();
        return within(same, activity);
      }
      const work = turn(activity, key);
      if (key !== undefined) running.set(key, work);
      underWay.add(work);
      const done = () => {
        if (key !== undefined) running.delete(key);
        underWay.delete(work);
      };
      work.then(done, done);
      return within(work, activity);
    },
    async warm() {
      await Promise.all([keys?.fetch(), proof?.token.get()]);
    },
    ready: () => keys?.known ?? true,
    async close() {
      await Promise.allSettled([...underWay]);
      service.close();
    },
  };
}

/** What we listen to. Everything else (typing, reactions, events to come) is none of our business, and no mistake. */
const kinds = new Set(["message", "messageUpdate", "invoke", "conversationUpdate", "installationUpdate"]);
