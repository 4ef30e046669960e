import { isolated, wordsOf } from "../words.ts";
import type { Acts } from "./acts.ts";
import { phaseAt } from "./clock-times.ts";
import { type Child, element } from "./element.ts";
import { dayOf, timeOf } from "./formats.ts";
import { icon } from "./icons.ts";
import { nowOn, type State } from "./state.ts";

/** Above the messages: where one is, and what the clock shows. */
export function chatHeader(state: State, act: Acts): Child[] {
  const { language, scope, panel } = state;
  const words = wordsOf[language];
  return [
    element(
      "div",
      { class: "chat-heading" },
      element("h1", { class: "chat-title" }, words[scope]),
      element("p", { class: "chat-clock" }, icon("clock"), clockLine(state)),
    ),
    element(
      "button",
      {
        type: "button",
        class: "icon-button",
        "data-key": "panel",
        "aria-expanded": String(panel),
        "aria-controls": "panel",
        "aria-label": words.openSettings,
        title: words.settings,
        onclick: () => act.choose({ panel: !panel }),
      },
      icon("settings"),
    ),
  ];
}

/** Day, time and whether that is before, during or after the event. */
export function clockLine(state: State): HTMLElement {
  const { language, event } = state;
  const now = nowOn(state);
  return element(
    "span",
    { class: "clock-line" },
    element("strong", {}, isolated(timeOf(now, language, event.timeZone))),
    ` · ${dayOf(now, language, event.timeZone)} · ${wordsOf[language][phaseAt(now, event)]}`,
  );
}
