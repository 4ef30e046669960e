import "../card.css";
import "./local.css";
import { people, type Scope } from "../../bot/channels/local/activity.ts";
import type { LocalEvent } from "../../bot/channels/local/gateway.ts";
import type { PressedAction } from "../card-renderer.ts";
import { wordsOf } from "../words.ts";
import type { Acts } from "./acts.ts";
import { ask, listen } from "./link.ts";
import { page } from "./page.ts";
import type { Choices, Message, State } from "./state.ts";
import { remember, rememberedChoices } from "./state.ts";

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

async function start(): Promise<void> {
  const event = await ask<LocalEvent>("/local/event");
  const app = document.getElementById("app");
  if (!event || !app) {
    // The server is still starting: it answers the page before the event is loaded.
    setTimeout(() => void start(), 500);
    return;
  }
  let state: State = {
    ...rememberedChoices(),
    event,
    messages: new Map(),
    exchanges: [],
    typing: new Set(),
    clock: { now: new Date().toISOString(), set: false },
    clockSeen: Date.now(),
    unread: new Set(),
    online: true,
    mention: true,
    actedAt: 0,
  };
  let hangUp = () => {};
  /** Cards whose own refresh was asked for already, per message. */
  let refreshed = new Map<string, unknown>();
  let opening = Promise.resolve();

  const change = (part: Partial<State>) => {
    state = { ...state, ...part };
    shown.show(state);
  };
  const client = () => ({ as: state.as, locale: state.language, timeZone });
  const send = (path: string, body: object) => ask<{ id: string }>(path, { ...client(), ...body });

  function call(): void {
    hangUp();
    refreshed = new Map();
    hangUp = listen(state.as, {
      state: ({ clock, messages, exchanges }) => {
        change({ clock, clockSeen: Date.now(), exchanges, messages: new Map(messages.map((one) => [one.id, one])) });
        open(state.scope);
      },
      message: (message) => {
        const unread = new Set(state.unread);
        if (message.scope !== state.scope && message.by !== state.as && !state.messages.has(message.id))
          unread.add(message.scope);
        const typing = new Set(state.typing);
        if (message.by === "bot") typing.delete(message.scope);
        change({ messages: new Map(state.messages).set(message.id, message), unread, typing });
        refresh(message);
      },
      typing: (scope) => {
        change({ typing: new Set(state.typing).add(scope) });
        setTimeout(() => {
          const typing = new Set(state.typing);
          if (typing.delete(scope)) change({ typing });
        }, 8_000);
      },
      clock: (clock) => change({ clock, clockSeen: Date.now() }),
      exchange: (exchange) => change({ exchanges: [...state.exchanges, exchange].slice(-200) }),
      online: (online) => {
        if (online !== state.online) change({ online });
      },
    });
  }

  /** The first visit to a conversation is when the assistant is added to it. */
  function open(scope: Scope): void {
    opening = opening.then(async () => {
      await send("/local/open", { scope });
    });
  }

  /** A card may ask to be refreshed for those it names, as Teams does when it comes into view. */
  function refresh(message: Message): void {
    for (const { content } of message.attachments) {
      const { action, userIds } = refreshOf(content);
      if (!action || message.privately || refreshed.get(message.id) === content) continue;
      if (userIds && !userIds.includes(people[state.as].id)) continue;
      refreshed.set(message.id, content);
      void send("/local/press", { id: message.id, trigger: "automatic", action });
    }
  }

  /** What needs no answer goes away by itself. */
  function tellBriefly(notice: string): void {
    change({ notice });
    setTimeout(() => {
      if (state.notice === notice) acts.dismissNotice();
    }, 8_000);
  }

  const acts: Acts = {
    choose(choices: Partial<Choices>) {
      const otherPerson = choices.as !== undefined && choices.as !== state.as;
      change({ ...choices, ...(otherPerson ? { messages: new Map(), unread: new Set(), typing: new Set() } : {}) });
      remember(state);
      if (otherPerson) call();
    },
    openConversation(scope) {
      const { about: _, ...rest } = state;
      const unread = new Set(state.unread);
      unread.delete(scope);
      state = { ...rest, scope, unread };
      change({});
      remember(state);
      open(scope);
      shown.write("");
    },
    say(text) {
      const { about, scope, mention } = state;
      change({ actedAt: Date.now() });
      acts.stopAbout();
      const sent =
        about?.doing === "edit"
          ? send("/local/edit", { id: about.id, text })
          : send("/local/say", { scope, text, mention, ...(about ? { root: about.id } : {}) });
      void sent.then((done) => {
        if (!done) change({ notice: wordsOf[state.language].failed });
      });
    },
    toggleMention: () => change({ mention: !state.mention }),
    startEditing(message) {
      change({ about: { doing: "edit", id: message.id } });
      shown.write((message.text ?? "").replace(/^@Rostrum /, ""));
    },
    startReplying(message) {
      change({ about: { doing: "reply", id: message.id } });
      shown.write("");
    },
    stopAbout() {
      const { about, ...rest } = state;
      if (!about) return;
      state = rest;
      change({});
      if (about.doing === "edit") shown.write("");
    },
    async press(message: Message, action: PressedAction) {
      change({ actedAt: Date.now() });
      const body = { ...client(), id: message.id, trigger: "manual", action };
      const answer = await ask<{ shown: string; text?: string }>("/local/press", body);
      const failed = !answer || answer.shown === "error";
      if (failed) change({ notice: answer?.text || wordsOf[state.language].pressFailed });
      else if (answer.shown === "message" && answer.text) tellBriefly(answer.text);
    },
    async setClock(at) {
      const done = await ask("/local/clock", { at });
      if (!done) change({ notice: wordsOf[state.language].pressFailed });
    },
    async startOver() {
      await send("/local/start-over", { scope: state.scope });
      call();
    },
    dismissNotice() {
      const { notice: _, ...rest } = state;
      state = rest;
      change({});
    },
  };

  const shown = page(app, acts);
  shown.show(state);
  call();
  setInterval(() => shown.tick(state), 5_000);
}

interface Refresh {
  readonly action?: object;
  readonly userIds?: readonly string[];
}

const refreshOf = (content: unknown): Refresh => (content as { readonly refresh?: Refresh } | null)?.refresh ?? {};

void start();
