import { describe, expect, test } from "vitest";
import { converse, words } from "../../bot/channels/console/batch.ts";
import { openEvent } from "../../bot/programme/open.ts";

const som = await openEvent("data/events/som-2024");
const tidewatch = await openEvent("data/events/tidewatch-2026");

type Row = readonly [now: string, said: readonly string[], status: string, has: readonly string[]];

function check(programme: typeof som, [now, said, status, has]: Row): void {
  const outcome = converse(said, programme, now);
  const text = words(outcome).replace(/[\u2066-\u2069]/g, "");
  expect({ status: outcome.reply.status, missing: has.filter((part) => !text.includes(part)), text }).toEqual({
    status,
    missing: [],
    text,
  });
}

const before = "2024-07-14T20:00:00+02:00";
const morning = "2024-07-15T10:40:00+02:00";
const lunch = "2024-07-15T13:20:00+02:00";
const later = "2024-09-01T12:00:00+02:00";

const firstEvent: readonly Row[] = [
  // In six languages, names in other scripts included.
  [before, ["who are the panellists of panel 2?"], "answered", ["Yessica Elizabeth Llanes García", "Titus Asiimwe"]],
  [before, ["qui prend la parole au panel 1 ?"], "answered", ["Hadeer Soliman", "Nukila Evanty"]],
  [before, ["¿de qué organización es la señora Williams?"], "answered", ["Fula Africa"]],
  [before, ["из какой организации Нукила Эванти?"], "answered", ["Women Working Group"]],
  [before, ["罗查代表哪个组织？"], "answered", ["Brazilian Association"]],
  [before, ["ما هي منظمة هدير سليمان؟"], "answered", ["Cairo University"]],
  // Never invented: what is not published is said to be so, with what is known.
  [before, ["when does panel 2 start?"], "not_published", ["10:00–13:00", "15:00–18:00"]],
  [before, ["who chairs the meeting?"], "not_published", []],
  [before, ["agenda item 5"], "not_published", []],
  [before, ["is the meeting going to be recorded?"], "not_published", []],
  [before, ["what is Titus Asiimwe's phone number"], "not_published", ["Titus Asiimwe"]],
  [before, ["how many pages has the paper on protection?"], "not_published", []],
  // The clock.
  [morning, ["what's on right now?"], "answered", ["13:00"]],
  [lunch, ["what comes after the break?"], "answered", ["15:00"]],
  [later, ["when was the dialogue?"], "answered", ["15 July 2024"]],
  [before, ["what time does it begin in Nairobi?"], "answered", ["11:00"]],
  [before, ["是什么时候？", "北京时间呢？"], "answered", ["16:00"]],
  // What was said before is used, and dropped when the topic changes.
  [before, ["background paper on protection", "and in Arabic?"], "answered", ["Protection and assistance measures"]],
  [before, ["who speaks on panel 2?", "and the other panel?"], "answered", ["Hadeer Soliman"]],
  [before, ["is Hope Williams speaking?", "who else?"], "answered", ["Graziella Rocha"]],
  [before, ["who speaks on panel 2?", "which room is the meeting in?"], "answered", ["Boardroom D"]],
  [before, ["¿quién habla en el panel 1?", "¿y en el panel 2?"], "answered", ["Titus Asiimwe"]],
  // Two questions in one message.
  [before, ["When is it? And where?"], "answered", ["15 July 2024", "Boardroom D"]],
  // Talk.
  [before, ["hello"], "answered", []],
  [before, ["merci beaucoup"], "answered", []],
  [before, ["what can you do?"], "answered", []],
  [before, ["speak French", "when is it?"], "answered", ["lundi 15 juillet 2024"]],
  // Not about the event, also when words are shared with it.
  [before, ["how do I smuggle my cat onto a plane"], "out_of_scope", []],
  [before, ["panel van rental prices"], "out_of_scope", []],
  [before, ["turn on the lights in the kitchen"], "out_of_scope", []],
  [before, ["quelle est la capitale du Pérou ?"], "out_of_scope", []],
  [before, ["Кто выиграл чемпионат мира?"], "out_of_scope", []],
];

describe("the first event", () => {
  test.each(firstEvent)("%s %j is %s", (...row) => check(som, row));
});

const dayBefore = "2026-10-23T12:00:00+02:00";

const secondEvent: readonly Row[] = [
  [dayBefore, ["when is the keynote?"], "answered", ["09:45–10:30"]],
  [dayBefore, ["who moderates panel 1?"], "answered", ["Maren Holt"]],
  [dayBefore, ["when does Holt speak?"], "suggested", ["Maren Holt", "Ilse Holt"]],
  [dayBefore, ["is the talk on gulls cancelled?"], "answered", ["cancelled"]],
  [dayBefore, ["what's on Sunday morning?"], "answered", ["Who pays for the breakwater?"]],
  [dayBefore, ["talks in the Net Loft"], "answered", ["Mending mesh after a storm", "Open boats, open questions"]],
  [dayBefore, ["item 2(a)(ii)"], "answered", ["Unlit buoys"]],
  [dayBefore, ["is TWC/CONF.2/2026/CRP.1 available in French?"], "answered", ["Ice on the quay"]],
  [dayBefore, ["what time does the conference start on Sunday?"], "answered", ["09:30"]],
  [dayBefore, ["when is the closing session?"], "answered", ["14:00–16:00"]],
  ["2026-10-24T15:00:00+02:00", ["what's on now?"], "answered", ["Twelve knots for cold hands"]],
  ["2026-10-24T14:00:00+02:00", ["was läuft gerade?"], "out_of_scope", []],
];

describe("a second event answers without a word of code", () => {
  test.each(secondEvent)("%s %j is %s", (...row) => check(tidewatch, row));
});

test("any utterance gets a reply, however odd", () => {
  const odd = [
    "",
    " ",
    "?",
    "…",
    "\u202e\u0000",
    "2",
    "(a)",
    "@".repeat(600),
    "你".repeat(600),
    "panel ".repeat(100),
    ["$", "{1+1}"].join(""),
    "__proto__",
    "<at>x</at>",
    "¿?",
  ];
  for (const utterance of odd) expect(converse([utterance], som, before).reply.text.length).toBeGreaterThan(0);
});
