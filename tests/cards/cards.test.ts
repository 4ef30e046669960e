// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what looks like a template is what is tested here
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { plain } from "../../bot/language/format.ts";
import { languages } from "../../bot/language/languages.ts";
import { flatten, show, withShare } from "../../cards/index.ts";
import { bind } from "../../cards/render.ts";
import { sampleShowing, samples } from "../../cards/samples.ts";
import { wordsOfCard } from "../../cards/text.ts";

/** The package's main file does not load in Node; its bundle does. */
const adaptiveCards: typeof import("adaptivecards") = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
);

/** What Teams' renderer would complain about. */
function problemsOf(payload: AdaptiveCard): readonly string[] {
  const context = new adaptiveCards.SerializationContext(adaptiveCards.Versions.v1_5);
  const card = new adaptiveCards.AdaptiveCard();
  card.hostConfig = new adaptiveCards.HostConfig({ actions: { maxActions: 6 } });
  card.parse(JSON.parse(JSON.stringify(payload)), context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const checked = card.validateProperties().validationEvents.map(({ message }) => message);
  // The parser's pattern for `lang` remembers where it last matched, so it refuses every second card.
  return [...events, ...checked].filter((problem) => !/ for property "lang"/.test(problem));
}

type Node = Readonly<Record<string, unknown>>;

function nodesOf(node: unknown): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== "object" || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(nodesOf)];
}

const cases = languages.flatMap((language) =>
  Object.entries(samples).flatMap(([card, answers]) =>
    Object.entries(answers).map(([name, answer]) => ({ language, card, name, answer })),
  ),
);
const views = cases.map((each) => ({ ...each, view: show(each.answer, sampleShowing(each.language)) }));
const drawn = views.flatMap(({ view, ...each }) =>
  view.card ? [{ ...each, text: view.text, payload: view.card }] : [],
);
const where = ({ language, card, name }: { language: string; card: string; name: string }) =>
  `${card}, ${name}, ${language}`;

describe("every card in every language", () => {
  test("is accepted by the renderer", () => {
    for (const each of drawn) expect([where(each), problemsOf(each.payload)]).toEqual([where(each), []]);
  });

  test("fits what Teams takes", () => {
    for (const each of drawn) {
      const shared = withShare(each.payload, "Who speaks on Panel 2?", each.language);
      const json = JSON.stringify(shared);
      expect([where(each), Buffer.byteLength(json) <= 25_000, json.length * 2 <= 60_000]).toEqual([
        where(each),
        true,
        true,
      ]);
    }
  });

  test("has at most six buttons, each short, each with a fallback", () => {
    for (const each of drawn) {
      for (const payload of [each.payload, withShare(each.payload, "x", each.language)]) {
        const sets = nodesOf(payload).flatMap(({ actions }) => (Array.isArray(actions) ? (actions as Node[]) : []));
        expect([where(each), sets.length <= 6 && sets.length > 0]).toEqual([where(each), true]);
        for (const { title } of sets)
          expect([where(each), title, String(title).length <= 20]).toEqual([where(each), title, true]);
      }
      for (const action of nodesOf(each.payload).filter(({ type }) => type === "Action.Execute")) {
        const { data, fallback, verb } = action as { data: Node; fallback: Node; verb: string };
        expect([where(each), data.verb, fallback.type, fallback.data]).toEqual([
          where(each),
          verb,
          "Action.Submit",
          data,
        ]);
      }
    }
  });

  test("wraps its texts, labels its inputs, names its presses", () => {
    for (const each of drawn)
      for (const node of nodesOf(each.payload)) {
        if (node.type === "TextBlock")
          expect([where(each), node.text, node.wrap]).toEqual([where(each), node.text, true]);
        if (node.type === "TextBlock")
          expect([where(each), String(node.text).trim() !== ""]).toEqual([where(each), true]);
        if (node.type === "Input.Text") expect([where(each), typeof node.label]).toEqual([where(each), "string"]);
        if (node.type === "Image") expect([where(each), typeof node.altText]).toEqual([where(each), "string"]);
        if (node.selectAction)
          expect([where(each), String((node.selectAction as Node).title) !== ""]).toEqual([where(each), true]);
      }
  });

  test("shows nothing that a template forgot to fill", () => {
    for (const each of drawn) {
      const json = JSON.stringify(each.payload).replaceAll("${1+1}", "");
      expect([where(each), /\$\{|undefined|\[object/.exec(json)?.[0]]).toEqual([where(each), undefined]);
    }
  });

  test("says its language and, for Arabic, its direction", () => {
    for (const each of drawn)
      expect([where(each), each.payload.lang, each.payload.rtl, each.payload.fallbackText]).toEqual([
        where(each),
        each.language,
        each.language === "ar" ? true : undefined,
        each.text,
      ]);
  });

  test("links only to addresses in the store", () => {
    for (const each of drawn)
      for (const { type, url } of nodesOf(each.payload))
        if (type === "Action.OpenUrl")
          expect([where(each), url]).toEqual([where(each), expect.stringMatching(/^https:\/\/www\.example\.org\//)]);
  });

  test("asks in buttons what stands alone, without marks of direction", () => {
    for (const each of drawn)
      for (const { utterance } of nodesOf(each.payload))
        if (typeof utterance === "string") expect([where(each), utterance]).toEqual([where(each), plain(utterance)]);
  });
});

describe("every text", () => {
  test("stands alone, in one breath", () => {
    for (const { view, ...each } of views) {
      const first = view.text.split(/(?<=[^.A-Z][^.]{2}[.?؟])\s/u)[0] ?? "";
      expect([where(each), first.trim() !== ""]).toEqual([where(each), true]);
      if (each.card !== "not-published" || each.name !== "two questions")
        expect([where(each), first, first.split(/\s+/).length <= 42]).toEqual([where(each), first, true]);
      expect([where(each), /\.\.|undefined|!|\{\w+\}/.exec(view.text.replaceAll("${1+1}", ""))]).toEqual([
        where(each),
        null,
      ]);
    }
  });

  test("isolates Latin names in Arabic, on the card too", () => {
    for (const { view, ...each } of views.filter(
      ({ language, card }) => language === "ar" && card !== "language-set",
    )) {
      const lines = [view.text, ...(view.card ? wordsOfCard(view.card) : [])];
      for (const line of lines) {
        const outside = line.replace(/\u2066[^\u2066\u2069]*\u2069/g, "");
        const chips = /^(English|Français|Русский|Español)$/.test(line);
        expect([where(each), line, chips ? null : /\p{Script=Latin}{2}/u.exec(outside)]).toEqual([
          where(each),
          line,
          null,
        ]);
      }
    }
  });
});

test("published words are only words on a card", () => {
  for (const each of drawn.filter(({ name }) => name.includes("hostile") || name === "five")) {
    const texts = nodesOf(each.payload).flatMap(({ type, text }) => (type === "TextBlock" ? [String(text)] : []));
    for (const text of texts) {
      expect(text).not.toMatch(/(?<!\\)\[x|(?<!\\)\*\*|(?<!\\)<at>|(?<!\\)`|\u202e|^1\. /u);
    }
    expect(flatten("", each.payload)).toContain("[x](https://evil.example) **b** <at>x</at> ${1+1} `c`");
  }
});

test.each([
  ["session", "two speakers, no room", ["Ms. Yessica Elizabeth Llanes García", "Mr. Titus Asiimwe", "Casa Monarca"]],
  ["agenda", "whole", ["Agenda item 2: Briefing", "Panel 2: Protection"]],
  [
    "documents",
    "all",
    ["Summary by the Co-Chairs", "Background paper · Arabic, Chinese, English, French, Russian and Spanish"],
  ],
  ["overview", "before", ["10:00–13:00 and 15:00–18:00", "11:00–14:00 and 16:00–19:00 (Nairobi time)", "Boardroom D"]],
  ["session", "moved, with a time", ["Moved from 10:05", "10:15–10:45", "Interpretation: French and Arabic"]],
] as const)("the words of the %s card (%s) hold its facts", (card, name, facts) => {
  const found = drawn.find((each) => each.card === card && each.name === name && each.language === "en");
  const text = found ? flatten(found.text, found.payload) : "";
  for (const fact of facts) expect(text).toContain(fact);
});

test.each([
  [
    "speakers",
    "of a session",
    "Two speakers on Panel 2: Ms. Yessica Elizabeth Llanes García (Casa Monarca, Humanitarian Aid for Migrants, A.B.P.) and Mr. Titus Asiimwe (The Women's Probono Initative).",
  ],
  [
    "not-published",
    "session-time panel-1",
    "The programme gives no time for Panel 1. The meeting: 10:00–13:00 and 15:00–18:00 (Vienna time), Monday 15 July 2024.",
  ],
  [
    "document",
    "in a language it has",
    "Yes: “Protection and assistance measures for smuggled migrants” is published in Arabic too; the link is on the event page.",
  ],
  [
    "now-and-next",
    "morning",
    "The morning meeting is on now, until 13:00 (Vienna time). The agenda gives no times for single items.",
  ],
] as const)("%s, %s", (card, name, text) => {
  expect(views.find((each) => each.card === card && each.name === name && each.language === "en")?.view.text).toBe(
    text,
  );
});

test("a field that the data lacks throws instead of being shown", () => {
  const draw = bind<{ readonly a: string }>({ body: [{ type: "TextBlock", text: "Hi ${a} and ${b}", wrap: true }] });
  expect(() => draw({ a: "x" })).toThrow("lacks b");
  const rows = bind<Record<string, never>>({
    body: [{ type: "TextBlock", $data: "${rows}", text: "${x}", wrap: true }],
  });
  expect(() => rows({})).toThrow("rows");
  expect(() => bind({ body: [{ type: "TextBlock", $when: "${count(rows) > 0}", text: "x" }] })).toThrow("$when");
});

test("sharing takes the last button's place, never a seventh", () => {
  const [first] = drawn.filter(({ card, language }) => card === "agenda" && language === "fr");
  const shared = first ? withShare(first.payload, "Quel est l’ordre du jour ?", "fr") : undefined;
  const actions = shared?.actions;
  expect(Array.isArray(actions) ? actions.at(-1) : undefined).toMatchObject({
    verb: "share",
    title: "Montrer à tous",
    data: { verb: "share", utterance: "Quel est l’ordre du jour ?" },
  });
});

test("nobody has missed anything while the first block is on, and something is on", () => {
  const showing = { ...sampleShowing("en"), now: "2024-07-15T10:40:00+02:00" };
  const { text } = show({ kind: "missed", sessions: [], blocks: [], documents: [], tense: "during" }, showing);
  expect(text).toBe("The morning meeting is on now, until 13:00 (Vienna time).");
});
