import type { Action } from "adaptivecards";
import {
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SerializationContext,
  SubmitAction,
} from "adaptivecards";
import dark from "./host-config/microsoft-teams-dark.json" with { type: "json" };
import light from "./host-config/microsoft-teams-light.json" with { type: "json" };
import { markdownToHtml } from "./markdown.ts";

export type Theme = "light" | "dark";

/** A pressed button that is for the assistant; the inputs' values are merged into `data`. */
export interface PressedAction {
  readonly type: "Action.Execute" | "Action.Submit";
  readonly verb?: string;
  readonly id?: string;
  readonly title?: string;
  readonly data: unknown;
}

export interface CardOptions {
  readonly theme: Theme;
  readonly onPress?: (action: PressedAction) => void;
}

/**
 * The published host configs are older than Teams' present colours: their green and yellow cannot be read on white,
 * and the tinted containers stay light in the dark theme. These are Fluent's, as Teams uses now.
 */
const foregrounds = {
  light: { accent: "#5b5fc7", good: "#0e700e", warning: "#8a5300", attention: "#b10e1c", subtle: "#616161" },
  dark: { accent: "#aab1fa", good: "#7ec87e", warning: "#fce3a4", attention: "#f1a3a9", subtle: "#c2c2c2" },
} as const;
const backgrounds = {
  light: {
    default: "#ffffff",
    emphasis: "#f5f5f5",
    accent: "#ebf3fc",
    good: "#f1faf1",
    warning: "#fff9f0",
    attention: "#fdf6f6",
  },
  dark: {
    default: "#292929",
    emphasis: "#333333",
    accent: "#12283d",
    good: "#0d2a0d",
    warning: "#3a2a05",
    attention: "#3b1418",
  },
} as const;

function withTeamsColours(published: typeof light | typeof dark, theme: Theme): object {
  const { subtle, ...coloured } = foregrounds[theme];
  const text = theme === "light" ? "#242424" : "#ffffff";
  const foregroundColors = {
    default: { default: text, subtle },
    dark: { default: "#242424", subtle: "#424242" },
    light: { default: "#ffffff", subtle: "#e0e0e0" },
    ...Object.fromEntries(
      Object.entries(coloured).map(([name, colour]) => [name, { default: colour, subtle: colour }]),
    ),
  };
  const containerStyles = Object.entries(backgrounds[theme]).map(([style, backgroundColor]) => [
    style,
    { borderColor: theme === "light" ? "#d1d1d1" : "#525252", backgroundColor, foregroundColors },
  ]);
  return {
    ...published,
    fontTypes: {
      ...published.fontTypes,
      default: { ...published.fontTypes.default, fontFamily: "inherit" },
    },
    containerStyles: Object.fromEntries(containerStyles),
    separator: { lineThickness: 1, lineColor: theme === "light" ? "#e0e0e0" : "#525252" },
  };
}

const hostConfigs = {
  light: new HostConfig(withTeamsColours(light, "light")),
  dark: new HostConfig(withTeamsColours(dark, "dark")),
};

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

function pressed(action: Action): PressedAction | undefined {
  const named = {
    ...(action.id ? { id: action.id } : {}),
    ...(action.title ? { title: action.title } : {}),
  };
  if (action instanceof ExecuteAction)
    return { type: "Action.Execute", ...(action.verb ? { verb: action.verb } : {}), ...named, data: action.data ?? {} };
  if (action instanceof SubmitAction) return { type: "Action.Submit", ...named, data: action.data ?? {} };
  return undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Shows an Adaptive Card as Teams does, as far as the published host configs and renderer go. The card's own `rtl` and `lang`
 * decide its direction and language. Needs `card.css`. Throws when the payload is no card at all.
 */
export function renderCard(payload: unknown, { theme, onPress }: CardOptions): HTMLElement {
  if (!isObject(payload) || payload.type !== "AdaptiveCard") throw new TypeError("The payload is not an AdaptiveCard.");
  const card = new AdaptiveCard();
  card.hostConfig = hostConfigs[theme];
  card.parse(payload, new SerializationContext());
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) {
      if (action.url?.startsWith("https://")) window.open(action.url, "_blank", "noopener,noreferrer");
      return;
    }
    const known = pressed(action);
    if (known) onPress?.(known);
  };
  const frame = document.createElement("div");
  frame.className = "card-frame";
  frame.dataset.theme = theme;
  frame.dir = payload.rtl === true ? "rtl" : "ltr";
  if (typeof payload.lang === "string") frame.lang = payload.lang;
  const rendered = card.render();
  if (rendered) {
    // The frame around it is the stop for the keyboard; the card itself would only be an unnamed one.
    rendered.removeAttribute("tabindex");
    frame.append(rendered);
  }
  return frame;
}
