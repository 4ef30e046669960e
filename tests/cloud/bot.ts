import { Writable } from "node:stream";
import type { Attendee } from "../../bot/attendee/attendee.ts";
import type { Reply, Turn } from "../../bot/channels/channel.ts";
import type { TeamsWords } from "../../bot/channels/teams/teams-bot.ts";
import type { Config } from "../../bot/config.ts";
import { readConfig } from "../../bot/config.ts";
import type { EventBotOptions } from "../../bot/event-bot.ts";
import { createLog } from "../../bot/log.ts";
import { programmeOf } from "../../bot/programme/programme.ts";
import { type Running, start } from "../../bot/start.ts";
import { memoryStore } from "../../bot/storage/memory.ts";
import type { Store } from "../../bot/storage/store.ts";
import { appId, type FakeCloud, tenantId } from "./cloud.ts";

export const words: TeamsWords = {
  failed: (language, id) => ({ text: `[${language}] Sorry: ${id}`, language, status: "suggested" }),
  answeredBelow: (language) => `[${language}] Below`,
};

/** Answers with what was asked, on a card if `card` is in the words. */
export const parrot: EventBotOptions["respond"] = (turn) => ({ reply: parroted(turn) });

export function parroted(turn: Turn): Reply {
  const text = turn.added ? "Welcome" : turn.utterance || "Help";
  const language = turn.press?.verb === "language" ? turn.press.language : "en";
  const card = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }] } as const;
  return { text, language, status: "answered", ...(text.includes("card") ? { card } : {}) };
}

export const programme = programmeOf({
  event: {
    id: "rehearsal",
    title: "Rehearsal",
    shortTitle: "Rehearsal",
    timeZone: "Europe/Vienna",
    start: "2024-07-15T10:00+02:00",
    end: "2024-07-15T18:00+02:00",
    languages: ["en"],
    attendanceMode: "mixed",
    status: "scheduled",
    organizers: [],
    blocks: [],
    sources: [{ id: "page", title: "Page", retrievedAt: "2024-07-01" }],
    provenance: [],
    conflicts: [],
    keywords: {},
  },
  places: [],
  sessions: [],
  people: [],
  organizations: [],
  participations: [],
  documents: [],
  information: [],
});

export interface BotUnderTest extends Running {
  /** Turns that reached the assistant. */
  readonly turns: Turn[];
  readonly logged: string[];
  /** Posts an activity as Teams would; other headers or another token where given. */
  post(activity: unknown, options?: { token?: string | null; headers?: Record<string, string> }): Promise<Posted>;
}

export interface Posted {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
  readonly body: any;
}

export interface BotOptions {
  readonly respond?: EventBotOptions["respond"];
  readonly store?: Store;
  readonly config?: Partial<Config>;
  readonly attendees?: EventBotOptions["attendees"];
}

/** The whole assistant on a real port, pointed at the fake cloud; only what it answers is a stand-in. */
export async function startBot(cloud: FakeCloud, options: BotOptions = {}): Promise<BotUnderTest> {
  const turns: Turn[] = [];
  const logged: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const respond = options.respond ?? parrot;
  const people = new Map<string, Attendee>();
  const read = readConfig({
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_PASSWORD: "canary-secret",
    MICROSOFT_APP_TENANT_ID: tenantId,
    HOST: "127.0.0.1",
    PORT: "0",
    METRICS_TOKEN: "metrics-token-of-the-tests",
  });
  const running = await start({
    config: { ...read, ...options.config },
    log: createLog("info", stream),
    cloud: cloud.cloud,
    clock: () => "2024-07-15T08:40:00Z",
    load: async () => ({
      programme,
      store: options.store ?? memoryStore(() => new Date()),
      attendees: options.attendees ?? {
        attendee: async ({ speaker }) => people.get(speaker.id) ?? {},
        change: async ({ speaker }, change) => void people.set(speaker.id, { ...people.get(speaker.id), ...change }),
      },
      respond: (turn, ...rest) => {
        turns.push(turn);
        return respond(turn, ...rest);
      },
      words,
    }),
  });
  return {
    ...running,
    turns,
    logged,
    async post(activity, { token = cloud.token(), headers = {} } = {}) {
      const response = await fetch(`http://127.0.0.1:${running.port}/api/messages`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: typeof activity === "string" ? activity : JSON.stringify(activity),
      });
      const text = await response.text();
      return { status: response.status, text, body: text.startsWith("{") ? JSON.parse(text) : undefined };
    },
  };
}
