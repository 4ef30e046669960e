import { type PressedAction, renderCard } from "../card-renderer.ts";
import { markdownToHtml } from "../markdown.ts";
import { isolated, wordsOf } from "../words.ts";
import type { Acts } from "./acts.ts";
import { element } from "./element.ts";
import { timeOf } from "./formats.ts";
import { icon, mark } from "./icons.ts";
import type { Message, State } from "./state.ts";

const adaptiveCard = "application/vnd.microsoft.card.adaptive";

/** One message with its cards. */
export function messageView(message: Message, state: State, act: Acts): HTMLElement {
  const words = wordsOf[state.language];
  const mine = message.by === state.as;
  const name = message.by === "bot" ? "Rostrum" : mine ? words.you : words[message.by];
  const time = timeOf(message.at, state.language, state.event.timeZone);
  const article = element("article", {
    class: `message ${mine ? "by-me" : message.by === "bot" ? "by-bot" : "by-other"}`,
    "data-id": message.id,
    "data-root": message.root,
    "aria-label": `${name}, ${isolated(time)}`,
  });
  const body = element("div", { class: "message-body" });
  body.append(
    element(
      "div",
      { class: "byline" },
      element("span", { class: "author" }, name),
      element("time", { datetime: message.at }, time),
      message.edited && !message.deleted && element("span", {}, words.edited),
      !message.deleted && mine && tools(message, state, act),
    ),
  );
  if (message.deleted) body.append(element("p", { class: "bubble deleted" }, words.deleted));
  else {
    if (message.text) body.append(bubble(message, message.text));
    else if (message.summary) body.append(element("p", { class: "unseen", dir: "auto" }, message.summary));
    for (const { contentType, content } of message.attachments)
      if (contentType === adaptiveCard) body.append(cardView(content, message, state, act));
    body.append(...notes(message, state));
    if (!mine) body.append(tools(message, state, act));
  }
  article.append(element("span", { class: "avatar", "aria-hidden": "true" }, avatar(message, name)), body);
  return article;
}

const avatar = (message: Message, name: string) => (message.by === "bot" ? mark() : (Array.from(name)[0] ?? ""));

function bubble(message: Message, text: string): HTMLElement {
  const shown = element("div", { class: "bubble", dir: "auto" });
  if (message.by === "bot" && message.markdown !== false)
    // The one place where HTML is set: made by `markdownToHtml`, which escapes whatever it does not know.
    shown.innerHTML = markdownToHtml(text.replace(/<at>(.*?)<\/at>/g, "**@$1**"));
  else {
    const [mention = ""] = /^@Rostrum /.exec(text) ?? [];
    if (mention) shown.append(element("bdi", { class: "at" }, mention.trim()), " ");
    shown.append(text.slice(mention.length));
  }
  return shown;
}

function cardView(content: unknown, message: Message, state: State, act: Acts): HTMLElement {
  try {
    const frame = renderCard(content, {
      theme: state.theme,
      onPress: (action: PressedAction) => {
        frame.setAttribute("aria-busy", "true");
        void act.press(message, action).finally(() => frame.removeAttribute("aria-busy"));
      },
    });
    frame.tabIndex = -1;
    return frame;
  } catch (error) {
    return element("pre", { class: "bubble" }, String(error));
  }
}

function notes(message: Message, { language, scope }: State): HTMLElement[] {
  const words = wordsOf[language];
  const note = (text: string, kind: string, ...before: Node[]) =>
    element("p", { class: `note ${kind}` }, ...before, text);
  return [
    ...(message.privately && scope !== "personal" ? [note(words.onlyYou, "private", icon("lock"))] : []),
    ...(message.delivery === "not-mentioned" ? [note(words.notMentioned, "quiet")] : []),
    ...(message.delivery === "failed" ? [note(words.failed, "problem")] : []),
  ];
}

function tools(message: Message, state: State, act: Acts): HTMLElement {
  const words = wordsOf[state.language];
  const tool = (name: string, key: string, onclick: () => void) =>
    element("button", { type: "button", class: "tool", "data-key": `${key}-${message.id}`, onclick }, name);
  const box = element("div", { class: "tools" });
  if (message.by === state.as) box.append(tool(words.edit, "edit", () => act.startEditing(message)));
  if (state.scope === "channel" && !message.root)
    box.append(tool(words.reply, "reply", () => act.startReplying(message)));
  return box;
}
