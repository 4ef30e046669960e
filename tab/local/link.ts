import type { Role, Scope } from "../../bot/channels/local/activity.ts";
import type { Exchange } from "../../bot/channels/local/traffic.ts";
import type { ClockFace, Message } from "./state.ts";

/** What the page hears from the channel. */
export interface Heard {
  state(state: {
    readonly clock: ClockFace;
    readonly messages: readonly Message[];
    readonly exchanges: readonly Exchange[];
  }): void;
  message(message: Message): void;
  typing(scope: Scope): void;
  clock(clock: ClockFace): void;
  exchange(exchange: Exchange): void;
  online(online: boolean): void;
}

/** Listens as one person; the browser connects again by itself, and then gets everything anew. */
export function listen(as: Role, heard: Heard): () => void {
  const source = new EventSource(`/local/events?as=${as}`);
  const on = <T>(name: string, tell: (data: T) => void) =>
    source.addEventListener(name, (event) => tell(JSON.parse(event.data)));
  on("state", heard.state);
  on("message", heard.message);
  on<{ scope: Scope }>("typing", ({ scope }) => heard.typing(scope));
  on("clock", heard.clock);
  on("exchange", heard.exchange);
  source.addEventListener("open", () => heard.online(true));
  source.addEventListener("error", () => heard.online(false));
  return () => source.close();
}

/** Asks the channel to do something. Undefined when it could not be reached or refused. */
export async function ask<T>(path: string, body?: unknown): Promise<T | undefined> {
  try {
    const response = await fetch(path, {
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
