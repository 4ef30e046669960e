import { any, isTimeQuestion, type Rule } from "./attribute-rule.ts";
import type { Features } from "./features.ts";
import type { Narrowing } from "./frame.ts";

/** Words that make "start", "end", "next" or "where" a question about the event rather than any other. */
const anchors = [
  "event",
  "session",
  "half-day",
  "kind:meeting",
  "agenda",
  "take-place",
  "when",
  "what-time",
  "what-day",
  "time",
  "date",
  "how-about",
  "today",
  "lunch",
];
const isAnchored = (f: Features, n: Narrowing) =>
  f.has(...anchors) || f.bare || n.part !== undefined || n.minutes !== undefined;

/** What can be asked of the event as a whole, the more telling first. */
export const ofEvent: readonly Rule[] = [
  [
    "missed",
    (f) => f.has("missed") && (f.has("what", "tell", "give", "all", "session", "event", "agenda") || f.units <= 1),
  ],
  [
    "zone-time",
    (f, n) =>
      n.timeZone !== undefined &&
      !(f.has("now") && !f.has("event", "session", "kind:meeting", "start", "end")) &&
      (f.has("time-zone", "what-time", "when", "time", "start", "end") || n.minutes !== undefined) &&
      !f.has("join", "online", "attend", "platform"),
  ],
  [
    "link",
    (f) =>
      (f.has("link") || (f.has("join-when") && f.has("online", "join", "platform", "info:registration", "event"))) &&
      !f.has("document", "website"),
  ],
  ["platform", (f) => f.has("platform") && !f.has("online", "in-person", "join", "attend")],
  [
    "mode",
    (f) =>
      f.has("mode") ||
      (f.has("in-person") && f.has("online", "platform")) ||
      (f.has("in-person") && !f.has("room", "directions", "address")),
  ],
  [
    "join",
    (f) =>
      f.has("online", "platform") ||
      (f.has("join") &&
        f.has("how", "can-i", "attend", "event", "i-you", "session", "where") &&
        !f.has("audience", "ngo", "states", "igo", "who")),
  ],
  ["legal-basis", any("legal-basis")],
  [
    "audience",
    (f) =>
      (f.has("audience") && (f.asks || f.has("ngo", "states", "igo"))) ||
      (f.has("ngo", "states", "igo") && f.has("attend", "join", "can-i", "whether", "who")) ||
      (f.has("attend") &&
        (f.has("who") || (f.has("can-i") && (f.bare || f.has("event", "session", "kind:meeting"))))) ||
      (f.has("ngo", "states", "igo") && f.bare),
  ],
  [
    "changes",
    (f) =>
      f.has("cancelled", "moved", "changed") && f.has("what", "which", "all", "session") && !f.has("event", "i-you"),
  ],
  ["organizers", (f) => f.has("organize") && !isTimeQuestion(f) && !f.has("where", "room")],
  [
    "language",
    (f) =>
      (f.has("language") && (f.asks || f.bare)) ||
      (f.languages.length > 0 &&
        !f.has("agenda", "document", "version") &&
        f.has("event", "take-place", "whether", "session", "kind:meeting", "speak", "can-i")),
  ],
  [
    "at",
    (f, n) =>
      n.minutes !== undefined &&
      !f.has("start", "end", "until", "take-place") &&
      ((f.bare && !f.has("i-you")) ||
        f.has(
          "what",
          "which",
          "who",
          "agenda",
          "session",
          "now",
          "whether",
          "how-about",
          "tell",
          "kind:talk",
          "kind:panel",
        )),
  ],
  [
    "now",
    (f, n) =>
      f.has("now") &&
      (f.bare ||
        f.has("what", "which", "who", "where", "agenda", "session", "speak", "event", "tell", "kind:meeting")) &&
      !f.has("when", "what-time") &&
      n.date === undefined &&
      n.part === undefined,
  ],
  [
    "next",
    (f) =>
      f.has("next") &&
      !f.has("when", "what-day", "date") &&
      (f.has(
        "what",
        "which",
        "who",
        "session",
        "agenda",
        "event",
        "speaker",
        "speak",
        "kind:talk",
        "kind:panel",
        "kind:agenda-item",
        "tell",
        "give",
      ) ||
        f.units <= 1),
  ],
  [
    "agenda",
    (f, n) =>
      (n.date !== undefined || n.part !== undefined) &&
      !n.lunch &&
      f.has("what", "which", "now", "agenda", "session", "give", "tell", "later", "how-about") &&
      !f.has(
        "when",
        "what-time",
        "what-day",
        "start",
        "end",
        "until",
        "duration",
        "how-long",
        "where",
        "room",
        "whether",
      ),
  ],
  ["break", (f, n) => (n.lunch === true || f.has("break", "kind:break")) && (f.asks || f.bare)],
  ["address", any("address")],
  ["room", (f) => f.has("room") && (f.asks || f.bare)],
  [
    "venue",
    (f) =>
      (f.has("where") && (f.bare || f.has(...anchors, "in-person", "attend", "join"))) ||
      f.has("place", "directions", "city") ||
      (f.has("building") &&
        (f.bare || f.has("where", "which", "what", "how", "event", "in-person", "whether", "session"))) ||
      (f.mentions.some(({ ref }) => ref.of === "place") && !isTimeQuestion(f)),
  ],
  [
    "agenda",
    (f, n) =>
      f.has("agenda") && (n.edge !== undefined || f.has("start")) && !f.has("when", "what-time", "date", "time"),
  ],
  ["start", (f, n) => f.has("start") && isAnchored(f, n) && !f.has("how-many") && !f.has("what-day", "date")],
  [
    "end",
    (f, n) =>
      (f.has("end", "until") && isAnchored(f, n) && !f.has("how-many")) ||
      (n.relation === "until" && f.asks) ||
      (n.relation === "before" && n.minutes !== undefined),
  ],
  ["duration", any("duration", "how-long")],
  ["date", any("what-day", "date")],
  [
    "agenda",
    (f) =>
      f.has("agenda") ||
      (f.has("opening", "closing") && (f.bare || f.has(...anchors)) && !f.has("how-many")) ||
      (f.has("document:programme") && !f.has("when", "what-time")),
  ],
  [
    "hours",
    (f, n) =>
      f.has("what-time") ||
      (f.has("time") &&
        (f.bare || f.has("event", "session", "kind:meeting", "agenda", "take-place", "what", "which", "when"))) ||
      (n.part !== undefined && (f.bare || f.has("event", "session", "kind:meeting", "half-day", "take-place"))),
  ],
  [
    "date",
    (f, n) =>
      f.has("when") ||
      (n.date !== undefined && f.asks && (f.bare || f.has("event", "take-place", "session", "kind:meeting"))) ||
      (f.has("moved", "cancelled", "already") &&
        f.has("event", "take-place", "session", "start", "end", "kind:meeting")),
  ],
  [
    "agenda",
    (f, n) =>
      (f.has("session", "kind:meeting", "later") && (f.asks || f.bare)) ||
      (f.has("changed") &&
        f.has("what", "which", "agenda", "session", "event", "time", "whether") &&
        !f.has("i-you")) ||
      (n.part !== undefined && f.bare) ||
      (f.has("first", "last") && f.has("what")),
  ],
  [
    "overview",
    (f) =>
      (f.has("overview", "event", "website") && (f.asks || f.bare)) || f.mentions.some(({ ref }) => ref.of === "event"),
  ],
];
