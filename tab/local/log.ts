import type { Acts } from "./acts.ts";
import { element } from "./element.ts";
import { dayOf } from "./formats.ts";
import { messageView } from "./message-view.ts";
import type { Message, State } from "./state.ts";

/**
 * The messages of one conversation. New ones are added and changed ones replaced singly,
 * so that a screen reader hears only what is new and the keyboard's place is kept.
 */
export function messageLog(list: HTMLElement, act: Acts) {
  let shownFor = "";
  let shown = new Map<string, Message>();

  const nodeOf = (id: string) => list.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);

  function insert(message: Message, state: State): void {
    const view = messageView(message, state, act);
    const thread = message.root
      ? [...list.querySelectorAll<HTMLElement>(`[data-root="${CSS.escape(message.root)}"]`)].at(-1)
      : undefined;
    const after = thread ?? (message.root ? nodeOf(message.root) : undefined);
    if (after) {
      after.after(view);
      return;
    }
    const day = dayOf(message.at, state.language, state.event.timeZone);
    const days = list.querySelectorAll<HTMLElement>(".day");
    if (days.item(days.length - 1)?.textContent !== day)
      list.append(element("p", { class: "day" }, element("span", {}, day)));
    list.append(view);
  }

  function replace(message: Message, state: State): void {
    const old = nodeOf(message.id);
    if (!old) {
      insert(message, state);
      return;
    }
    const hadFocus = old.contains(document.activeElement);
    const view = messageView(message, state, act);
    old.replaceWith(view);
    if (hadFocus) view.querySelector<HTMLElement>(".card-frame")?.focus({ preventScroll: true });
  }

  /** Shows what the state holds; true when something new stands at the end. */
  return function show(state: State): boolean {
    const messages = [...state.messages.values()].filter(({ scope }) => scope === state.scope);
    const wanted = [state.as, state.scope, state.language, state.theme].join();
    const gone = [...shown.keys()].some((id) => state.messages.get(id)?.scope !== state.scope);
    const anew = wanted !== shownFor || gone;
    if (anew) {
      list.setAttribute("aria-busy", "true");
      list.replaceChildren();
      shown = new Map();
      shownFor = wanted;
    }
    let added = false;
    for (const message of messages) {
      const before = shown.get(message.id);
      if (!before) {
        insert(message, state);
        added = true;
      } else if (before !== message) replace(message, state);
      shown.set(message.id, message);
    }
    list.removeAttribute("aria-busy");
    return added;
  };
}
