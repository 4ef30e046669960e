import { isolated, wordsOf } from "../words.ts";
import type { Acts } from "./acts.ts";
import { phaseAt } from "./clock-times.ts";
import { type Child, element, refill } from "./element.ts";
import { icon } from "./icons.ts";
import { nowOn, type State } from "./state.ts";

/** Below the messages: questions to start with, the mention, the box to write in. */
export function composer(place: HTMLElement, act: Acts) {
  const starters = element("div", { class: "starters", role: "group" });
  const about = element("div", { class: "about" });
  const mention = element("button", {
    type: "button",
    class: "mention",
    "data-key": "mention",
    onclick: act.toggleMention,
  });
  const box = element("textarea", {
    rows: 1,
    class: "box",
    dir: "auto",
    maxlength: 20000,
    "aria-describedby": "composer-hint",
  });
  const send = element("button", { type: "submit", class: "send" });
  const hint = element("p", { class: "composer-hint", id: "composer-hint" });
  const form = element(
    "form",
    { class: "composer" },
    about,
    element("div", { class: "composer-row" }, mention, box, send),
    hint,
  );
  place.append(starters, form);

  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
    send.disabled = box.value.trim() === "";
  };
  const submit = () => {
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    grow();
    act.say(text);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
    if (event.key === "Escape") act.stopAbout();
  });

  return {
    show(state: State): void {
      const words = wordsOf[state.language];
      const { scope } = state;
      const mute = state.as === "guest" && scope === "personal";
      form.hidden = mute;
      const doing = state.about?.doing;
      refill(about, ...aboutBanner(state, act));
      const write = { personal: words.writePersonal, group: words.writeGroup, channel: words.writeChannel };
      const placeholder = doing === "reply" ? words.reply : write[scope];
      box.placeholder = placeholder;
      box.setAttribute("aria-label", placeholder);
      send.setAttribute("aria-label", doing === "edit" ? words.save : words.send);
      send.title = doing === "edit" ? words.save : words.send;
      send.replaceChildren(icon("send"));
      mention.hidden = scope === "personal" || doing === "edit";
      mention.disabled = state.as === "guest";
      const mentions = state.mention && state.as !== "guest";
      mention.setAttribute("aria-pressed", String(mentions));
      mention.setAttribute("aria-label", words.mention);
      mention.title = words.mention;
      mention.textContent = isolated("@Rostrum");
      hint.textContent =
        scope === "personal" || doing === "edit" || mentions
          ? ""
          : state.as === "guest"
            ? words.guestCannotMention
            : words.unmentioned;
      starters.setAttribute("aria-label", words.startersLabel);
      refill(starters, ...(mute || state.as === "guest" || doing ? [] : starterChips(state, act)));
      grow();
    },
    write(text: string): void {
      box.value = text;
      grow();
      box.focus();
    },
    focus: () => box.focus(),
  };
}

function aboutBanner({ about, language }: State, act: Acts): Child[] {
  if (!about) return [];
  const words = wordsOf[language];
  return [
    element("span", {}, about.doing === "edit" ? words.editing : words.replying),
    element("button", { type: "button", class: "tool", "data-key": "cancel", onclick: act.stopAbout }, words.cancel),
  ];
}

/** While one has said nothing yet, or nothing since the clock was moved to another part of the event. */
function starterChips(state: State, act: Acts): Child[] {
  const phase = phaseAt(nowOn(state), state.event);
  const last = [...state.messages.values()].filter(({ by, scope }) => by === state.as && scope === state.scope).at(-1);
  if (last && phaseAt(last.at, state.event) === phase) return [];
  return wordsOf[state.language].starters[phase].map((question, index) =>
    element(
      "button",
      { type: "button", class: "chip", "data-key": `starter-${index}`, onclick: () => act.say(question) },
      question,
    ),
  );
}
