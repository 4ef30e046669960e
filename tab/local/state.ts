import type { Role, Scope } from "../../bot/channels/local/activity.ts";
import type { LocalEvent } from "../../bot/channels/local/gateway.ts";
import type { SeenMessage } from "../../bot/channels/local/messages.ts";
import type { Exchange } from "../../bot/channels/local/traffic.ts";
import { type Language, languageOf } from "../../bot/language/languages.ts";
import type { Theme } from "../card-renderer.ts";

export type Message = Omit<SeenMessage, "conversationId"> & { readonly scope: Scope };
export interface ClockFace {
  readonly now: string;
  readonly set: boolean;
}

/** What a person chose; it outlives the page. */
export interface Choices {
  readonly as: Role;
  readonly scope: Scope;
  readonly language: Language;
  readonly theme: Theme;
  readonly width: "wide" | "phone";
  readonly panel: boolean;
}

/** Everything the page shows. */
export interface State extends Choices {
  readonly event: LocalEvent;
  readonly messages: ReadonlyMap<string, Message>;
  readonly exchanges: readonly Exchange[];
  readonly typing: ReadonlySet<Scope>;
  readonly clock: ClockFace;
  /** When the page learnt what the clock shows, so that it can go on by itself. */
  readonly clockSeen: number;
  readonly unread: ReadonlySet<Scope>;
  readonly online: boolean;
  /** A message being edited, or a post being answered. */
  readonly about?: { readonly doing: "edit" | "reply"; readonly id: string };
  /** Whether the next message in the meeting chat or the channel mentions the assistant. */
  readonly mention: boolean;
  readonly notice?: string;
  /** When the person last asked or pressed something, on the browser's clock: the answer is then scrolled to. */
  readonly actedAt: number;
}

const drawer = "rostrum.local";

/** The choices of the last visit, else what the browser says of the person. */
export function rememberedChoices(): Choices {
  const wide = window.matchMedia("(min-width: 1100px)").matches;
  const asked = new URLSearchParams(location.search);
  const fallback: Choices = {
    as: "participant",
    scope: "personal",
    language: languageOf(asked.get("language") ?? undefined) ?? languageOf(navigator.language) ?? "en",
    theme: window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    width: "wide",
    panel: wide,
  };
  try {
    return { ...fallback, ...JSON.parse(localStorage.getItem(drawer) ?? "{}") };
  } catch {
    return fallback;
  }
}

export function remember({ as, scope, language, theme, width, panel }: Choices): void {
  try {
    localStorage.setItem(drawer, JSON.stringify({ as, scope, language, theme, width, panel }));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

/** The instant the clock shows now. */
export const nowOn = ({ clock, clockSeen }: Pick<State, "clock" | "clockSeen">): string =>
  new Date(Date.parse(clock.now) + Date.now() - clockSeen).toISOString();
