import type { Scope } from "../../bot/channels/local/activity.ts";
import type { PressedAction } from "../card-renderer.ts";
import type { Choices, Message } from "./state.ts";

/** Everything a person can do on the page. */
export interface Acts {
  choose(choices: Partial<Choices>): void;
  openConversation(scope: Scope): void;
  say(text: string): void;
  toggleMention(): void;
  startEditing(message: Message): void;
  startReplying(message: Message): void;
  stopAbout(): void;
  press(message: Message, action: PressedAction): Promise<void>;
  setClock(at: string | null): void;
  startOver(): void;
  dismissNotice(): void;
}
