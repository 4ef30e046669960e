import { directionOf, wordsOf } from "../words.ts";
import type { Acts } from "./acts.ts";
import { chatHeader } from "./chat-header.ts";
import { composer } from "./composer.ts";
import { conversations } from "./conversations.ts";
import { element, refill } from "./element.ts";
import { exchangeList } from "./exchanges.ts";
import { mark } from "./icons.ts";
import { messageLog } from "./log.ts";
import { settings } from "./panel.ts";
import type { State } from "./state.ts";

/** Puts the page together once; `show` brings each part up to date. */
export function page(app: HTMLElement, act: Acts) {
  const rail = element("nav", { class: "rail" });
  const header = element("header", { class: "chat-header" });
  const hero = element("div", { class: "hero" });
  const list = element("div", { class: "log", role: "log", "aria-live": "polite", tabindex: 0 });
  const status = element("p", { class: "typing", role: "status" });
  const notice = element("div", { class: "notice", role: "alert" });
  const writing = element("div", { class: "writing" });
  const chat = element("main", { class: "chat" }, header, hero, list, status, notice, writing);
  const choices = element("div", { class: "settings" });
  const activities = element("h3", {});
  const exchanged = element("div", { class: "exchanges" });
  const panel = element(
    "aside",
    { class: "panel", id: "panel" },
    choices,
    element("section", { class: "activities" }, activities, exchanged),
  );
  app.className = "app";
  app.append(element("div", { class: "parts" }, rail, chat, panel));

  const showMessages = messageLog(list, act);
  const showExchanges = exchangeList(exchanged);
  const writer = composer(writing, act);
  let shownPanel = "";
  let panelOpen: boolean | undefined;

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.contains(document.activeElement)) act.choose({ panel: false });
  });

  function showPanel(state: State): void {
    panel.hidden = !state.panel;
    panel.setAttribute("aria-label", wordsOf[state.language].settings);
    activities.textContent = wordsOf[state.language].activities;
    const { as, language, theme, width, clock } = state;
    const wanted = JSON.stringify([as, language, theme, width, clock]);
    if (wanted !== shownPanel) refill(choices, ...settings(state, act));
    shownPanel = wanted;
    showExchanges(state);
    if (panelOpen !== undefined && panelOpen !== state.panel)
      (state.panel ? panel : header).querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    panelOpen = state.panel;
  }

  function showHero(state: State): void {
    const words = wordsOf[state.language];
    const guest = state.as === "guest" && state.scope !== "channel";
    const empty = ![...state.messages.values()].some(({ scope }) => scope === state.scope);
    const lost = state.as === "guest" && state.scope === "personal";
    hero.hidden = !empty;
    list.hidden = empty;
    refill(
      hero,
      element("span", { class: "hero-mark" }, mark()),
      element("h2", {}, guest ? words.emptyGuestTitle : words.emptyTitle),
      element("p", {}, lost ? words.emptyGuestPersonal : guest ? words.emptyGuestGroup : words.emptyText),
      lost &&
        element(
          "button",
          { type: "button", class: "primary", "data-key": "to-group", onclick: () => act.openConversation("group") },
          words.group,
        ),
    );
  }

  /** The end of the log; of a message taller than the log, its beginning. */
  function showNewest(): void {
    const newest = list.lastElementChild;
    if (!(newest instanceof HTMLElement)) return;
    const tall = newest.offsetHeight > list.clientHeight - 24;
    list.scrollTo({ top: tall ? newest.offsetTop - 12 : list.scrollHeight });
  }

  return {
    show(state: State): void {
      const words = wordsOf[state.language];
      const root = document.documentElement;
      root.lang = state.language;
      root.dir = directionOf(state.language);
      root.dataset.theme = state.theme;
      app.dataset.width = state.width;
      app.dataset.panel = state.panel ? "open" : "closed";
      rail.setAttribute("aria-label", words.conversations);
      list.setAttribute("aria-label", words.messages);
      refill(rail, ...conversations(state, act));
      refill(header, ...chatHeader(state, act));
      showHero(state);
      const away = list.scrollHeight - list.scrollTop - list.clientHeight;
      const added = showMessages(state);
      status.textContent = state.typing.has(state.scope) ? words.typing : state.online ? "" : words.offline;
      status.dataset.kind = state.typing.has(state.scope) ? "typing" : state.online ? "" : "offline";
      notice.hidden = state.notice === undefined;
      refill(
        notice,
        state.notice !== undefined && element("span", {}, state.notice),
        state.notice !== undefined &&
          element("button", { type: "button", class: "tool", onclick: act.dismissNotice }, words.close),
      );
      writer.show(state);
      const asked = Date.now() - state.actedAt < 5_000;
      if (added && (away < 400 || asked || list.dataset.scope !== state.scope)) showNewest();
      else if (!added && away < 4 && list.scrollHeight - list.scrollTop - list.clientHeight > 4)
        list.scrollTo({ top: list.scrollHeight });
      list.dataset.scope = state.scope;
      showPanel(state);
    },
    /** The clock goes on. */
    tick(state: State): void {
      refill(header, ...chatHeader(state, act));
    },
    write: writer.write,
  };
}
