import { roles } from "../../bot/channels/local/activity.ts";
import { languages, ownNames } from "../../bot/language/languages.ts";
import { isolated, wordsOf } from "../words.ts";
import type { Acts } from "./acts.ts";
import { clockTimes, instantAt, wallClockAt } from "./clock-times.ts";
import { type Child, element } from "./element.ts";
import { dayOf, timeOf, zoneName } from "./formats.ts";
import { icon } from "./icons.ts";
import { nowOn, type State } from "./state.ts";

interface Option<T extends string> {
  readonly value: T;
  readonly name: string;
  readonly hint?: string;
  readonly lang?: string;
}

function choice<T extends string>(
  legend: string,
  name: string,
  options: readonly Option<T>[],
  chosen: T,
  look: "rows" | "segments" | "grid",
  choose: (value: T) => void,
): HTMLElement {
  const labels = options.map(({ value, name: text, hint, lang }) =>
    element(
      "label",
      { class: "option" },
      element("input", {
        type: "radio",
        name,
        value,
        checked: value === chosen,
        "data-key": `${name}-${value}`,
        onchange: () => choose(value),
      }),
      element("span", { class: "option-name", lang }, text),
      hint !== undefined && element("span", { class: "option-hint" }, hint),
    ),
  );
  return element(
    "fieldset",
    { class: `choice ${look}` },
    element("legend", {}, legend),
    element("div", { class: "options" }, ...labels),
  );
}

function clock(state: State, act: Acts): HTMLElement {
  const { language, event } = state;
  const words = wordsOf[language];
  const { timeZone } = event;
  const now = nowOn(state);
  const time = (at: string) => isolated(timeOf(at, language, timeZone));
  const offers = clockTimes(event).map(({ key, at }) => ({
    key,
    at,
    name: key === "midMorning" || key === "afternoon" ? time(at) : words[key],
  }));
  const button = (key: string, name: string, at: string | null) => {
    const near = at === null ? !state.clock.set : Math.abs(Date.parse(at) - Date.parse(now)) < 20 * 60_000;
    const properties = { type: "button", class: "time", "data-key": `clock-${key}`, "aria-pressed": String(near) };
    return element("button", { ...properties, onclick: () => act.setClock(at) }, name);
  };
  const any = element("input", {
    type: "datetime-local",
    class: "any-time",
    "aria-label": words.anyTime,
    "data-key": "any-time",
    value: wallClockAt(now, timeZone),
  });
  return element(
    "section",
    { class: "clock", "aria-labelledby": "clock-title" },
    element("h3", { id: "clock-title" }, words.clock),
    element(
      "p",
      { class: "clock-face" },
      element("strong", {}, time(now)),
      element("span", {}, dayOf(now, language, timeZone)),
    ),
    element(
      "div",
      { class: "times" },
      button("now", words.realNow, null),
      ...offers.map(({ key, name, at }) => button(key, name, at)),
    ),
    element(
      "form",
      {
        class: "any",
        onsubmit: (event) => {
          event.preventDefault();
          if (any.value) act.setClock(instantAt(any.value, timeZone));
        },
      },
      any,
      element("button", { type: "submit", class: "time", "data-key": "any-set" }, words.set),
    ),
    element("p", { class: "quiet" }, words.clockHint.replace("{zone}", isolated(zoneName(timeZone)))),
  );
}

/** The right: who one is and how the page looks, and the clock. */
export function settings(state: State, act: Acts): Child[] {
  const words = wordsOf[state.language];
  const hints = { participant: words.participantHint, moderator: words.moderatorHint, guest: words.guestHint };
  return [
    element(
      "div",
      { class: "panel-heading" },
      element("h2", {}, words.settings),
      element(
        "button",
        {
          type: "button",
          class: "icon-button",
          "data-key": "panel-close",
          "aria-label": words.close,
          title: words.close,
          onclick: () => act.choose({ panel: false }),
        },
        icon("close"),
      ),
    ),
    clock(state, act),
    choice(
      words.me,
      "as",
      roles.map((role) => ({ value: role, name: words[role], hint: hints[role] })),
      state.as,
      "rows",
      (as) => act.choose({ as }),
    ),
    choice(
      words.language,
      "language",
      languages.map((language) => ({ value: language, name: ownNames[language], lang: language })),
      state.language,
      "grid",
      (language) => act.choose({ language }),
    ),
    choice(
      words.theme,
      "theme",
      [
        { value: "light", name: words.light },
        { value: "dark", name: words.dark },
      ],
      state.theme,
      "segments",
      (theme) => act.choose({ theme }),
    ),
    choice(
      words.width,
      "width",
      [
        { value: "wide", name: words.wide },
        { value: "phone", name: words.phone },
      ],
      state.width,
      "segments",
      (width) => act.choose({ width }),
    ),
    element(
      "button",
      { type: "button", class: "plain", "data-key": "start-over", onclick: act.startOver },
      words.startOver,
    ),
  ];
}
