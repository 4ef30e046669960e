import type { Answer, Option, Unpublished } from "../../bot/answer/answer.ts";
import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { chain } from "../../bot/language/format.ts";
import type { Button } from "../actions.ts";
import { helpCard } from "../help/card.ts";
import { notPublishedCard } from "../not-published/card.ts";
import { askDocument, askOrganization, askPerson, askSession, type Row, sessionButton } from "../rows.ts";
import { suggestionsCard } from "../suggestions/card.ts";
import type { View } from "../view.ts";
import { capital, inOneBreath, sentences, type Wording } from "../wording.ts";
import { hoursNearby } from "./event.ts";
import type { Show } from "./show.ts";

/** What is not published, in a sentence of its own for every attribute. */
function unpublished(asked: Unpublished, wording: Wording): string {
  const { say } = wording;
  if ("topic" in asked) return say("unpublished.topic", { topic: say(`topic.${asked.topic}`) });
  const { attribute, session, person, organization, document, label, date } = asked;
  const named = label ? wording.title(label) : "";
  const subject = {
    has: session ? "yes" : "no",
    session: session ? wording.sessionIn(session) : named,
    person: person ? wording.person(person) : named,
    organization: organization ? wording.organization(organization) : named,
    document: document ? say("quoted", { title: wording.title(document.title) }) : say("quoted", { title: named }),
    label: named,
    day: date ? wording.day(`${date}T12:00:00Z`) : named,
  };
  // Without a subject, the sentence that names one would have a hole in it.
  const needs: Readonly<Record<string, boolean>> = {
    person: person !== undefined || named !== "",
    organization: organization !== undefined || named !== "",
    session: session !== undefined || named !== "",
    document: document !== undefined || named !== "",
    day: date !== undefined || named !== "",
  };
  const kind = attribute.split("-")[0] ?? attribute;
  if (needs[kind] === false) return say("unpublished.this");
  if (attribute === "speakers" && !session && named) return say("unpublished.named", { label: named });
  return say(`unpublished.${attribute}`, subject);
}

/** What is known near what was asked, short. */
function nearbyText(
  nearby: Answer | undefined,
  wording: Wording,
  showAny: (answer: Answer, wording: Wording) => View,
): string {
  if (!nearby) return "";
  if (nearby.kind === "event-time" && nearby.aspect === "hours") return hoursNearby(wording);
  return showAny(nearby, wording).text;
}

export const notPublished: Show<"not-published"> = ({ asked, nearby }, wording, showAny) => {
  const { say, language, programme } = wording;
  const said = capital(unpublished(asked, wording));
  const near = nearbyText(nearby, wording, showAny);
  const look = say(programme.event.url ? "look.page" : "look.organizers");
  const session = "topic" in asked ? undefined : asked.session;
  const first: readonly Button[] = session ? [sessionButton(wording, session)] : [];
  return {
    text: sentences(language, [said, near === "" ? look : near]),
    card: notPublishedCard(wording, said, near, look, first),
  };
};

function optionRow(option: Option, wording: Wording): Row {
  const { say } = wording;
  switch (option.of) {
    case "session":
      return {
        state: "",
        head: wording.sessionTitle(option.session),
        detail: say(`kind.${option.session.kind}`),
        ask: askSession(wording, option.session),
      };
    case "person":
      return {
        state: "",
        head: wording.person(option.person),
        detail: say("what.person"),
        ask: askPerson(wording, option.person),
      };
    case "organization":
      return {
        state: "",
        head: wording.organization(option.organization),
        detail: say("what.organization"),
        ask: askOrganization(wording, option.organization),
      };
    case "document":
      return {
        state: "",
        head: wording.title(option.document.title),
        detail: say(`document.kind.${option.document.kind}`),
        ask: askDocument(wording, option.document),
      };
    case "common":
      return {
        state: "",
        head: say(`button.${option.question}`),
        detail: say(`ask.${option.question}`),
        ask: say(`ask.${option.question}`),
      };
  }
}

export const suggestions: Show<"suggestions"> = ({ options }, wording) => {
  const { say } = wording;
  const rows = options.slice(0, 8).map((option) => optionRow(option, wording));
  const card = suggestionsCard(wording, say("suggestions.title"), rows);
  const counted = say("suggestions.card", { count: rows.length });
  const full = say("suggestions.text", {
    list: chain(
      wording.language,
      rows.map(({ head }) => head),
    ),
  });
  return { text: rows.length > 4 || rows.length === 0 ? counted : inOneBreath(full, counted), card };
};

export const outOfScope: Show<"out-of-scope"> = (_, wording) => {
  const text = wording.say("scope.text");
  return { text, card: helpCard(wording, wording.say("scope.title"), text) };
};

/** Elements that a card may have only once: the ask box. */
const isAskBox = (element: unknown) =>
  typeof element === "object" &&
  element !== null &&
  "type" in element &&
  (element.type === "Input.Text" || element.type === "ActionSet");

/** Letters of a card that still leave room for Teams' limit in every script. */
const roomy = 16_000;

/** The first card with what is in the others below it; the buttons are the first one's. */
function stacked([first, ...others]: readonly AdaptiveCard[]): AdaptiveCard | undefined {
  if (!first) return undefined;
  const body: readonly unknown[] = Array.isArray(first.body) ? first.body : [];
  const below = others.map((card) => ({
    type: "Container",
    separator: true,
    spacing: "Large",
    items: Array.isArray(card.body) ? card.body.filter((element) => !isAskBox(element)) : [],
  }));
  const together = { ...first, body: [...body, ...below] };
  return JSON.stringify(together).length <= roomy ? together : first;
}

export const several: Show<"several"> = ({ answers }, wording, showAny) => {
  const views = answers.map((answer) => showAny(answer, wording));
  const card = stacked(views.flatMap((view) => view.card ?? []));
  return {
    text: sentences(
      wording.language,
      views.map(({ text }) => text),
    ),
    ...(card ? { card } : {}),
  };
};
