import { wordsOf } from "../words.ts";
import { element } from "./element.ts";
import type { State } from "./state.ts";

/** The developer's view: every activity and call, newest first, opened to its JSON. */
export function exchangeList(place: HTMLElement) {
  let shownFor = "";
  let newest = 0;
  return function show({ exchanges, language }: State): void {
    const words = wordsOf[language];
    if (shownFor !== language || (exchanges.at(-1)?.number ?? 0) < newest) {
      shownFor = language;
      newest = 0;
      place.replaceChildren(element("p", { class: "quiet" }, words.noActivities));
    }
    for (const exchange of exchanges) {
      if (exchange.number <= newest) continue;
      if (newest === 0) place.replaceChildren();
      newest = exchange.number;
      const inward = exchange.direction === "in";
      const detail = element("pre", { dir: "ltr", tabindex: 0, "aria-label": "JSON" });
      const entry = element(
        "details",
        { class: `exchange ${exchange.direction}` },
        element(
          "summary",
          {},
          element(
            "span",
            { class: "arrow", role: "img", "aria-label": inward ? words.toAssistant : words.fromAssistant },
            inward ? "→" : "←",
          ),
          element("span", { class: "what", dir: "ltr" }, exchange.what),
          element(
            "span",
            { class: exchange.status < 300 ? "status" : "status problem", dir: "ltr" },
            `${exchange.status} · ${exchange.ms} ms`,
          ),
        ),
        detail,
      );
      entry.addEventListener("toggle", () => {
        const { sent, answered } = exchange;
        detail.textContent = JSON.stringify(answered === undefined ? sent : { sent, answered }, null, 2);
      });
      place.prepend(entry);
    }
  };
}
