import type { Language } from "../language/languages.ts";
import type { Programme } from "../programme/programme.ts";
import type { Features } from "./features.ts";
import type { Attribute, Frame, Subject } from "./frame.ts";
import { byNumber } from "./numbered.ts";

/** What of a conversation is needed to understand its next turn: plain JSON, kept with the attendee. */
export interface Dialogue {
  readonly language: Language;
  /** The question last understood. */
  readonly frame?: Frame;
}

/** Attributes that can be asked of what was spoken of before, without naming it again. */
const asked: { readonly [S in Subject["of"]]?: readonly Attribute[] } = {
  session: ["speakers", "moderator", "chair", "documents", "when", "where", "about", "language"],
  person: [
    "when",
    "organization",
    "sessions",
    "companions",
    "bio",
    "job",
    "country",
    "contact",
    "private",
    "statement",
    "documents",
    "where",
  ],
  organization: ["speakers", "when", "country", "contact", "sessions"],
  document: ["languages", "symbol", "pages", "published", "author", "content", "about"],
};

/** The same attribute under the name it has for another subject. */
const alike: Partial<Record<Attribute, Attribute>> = {
  date: "when",
  hours: "when",
  start: "when",
  end: "when",
  duration: "when",
  venue: "where",
  room: "where",
};

/** Content words an utterance may have and still lean on the one before. */
const few = 2;

/** Completes an elliptical question ("and in French?", "who else?", "and the second?") from the one before. */
export function complete(frame: Frame, features: Features, last: Frame | undefined, programme: Programme): Frame {
  if (!last) return frame;
  const { has } = features;
  const short = features.units <= few;
  const opener = has("how-about");
  const { subject } = last;
  const hasIds = "ids" in subject;

  // "who else?", "the other panel?"
  if (has("other") && !frame.said.subject && subject.of === "person")
    return { ...frame, subject, attribute: "companions" };
  if (has("other") && !frame.said.subject && subject.of === "session" && !has("kind:panel", "session"))
    return { ...frame, subject, attribute: "speakers" };
  if (
    has("other", "last", "first", "previous", "next") &&
    subject.of === "session" &&
    frame.subject.of !== "person" &&
    short
  ) {
    const kind = programme.sessionById.get(subject.ids[0] ?? "")?.kind;
    const row = programme.sessions.filter(
      (session) => session.kind === kind && (has("other") ? !subject.ids.includes(session.id) : true),
    );
    const chosen = has("first") ? row.slice(0, 1) : has("last") ? row.slice(-1) : has("other") ? row : [];
    if (chosen.length > 0)
      return {
        ...last,
        subject: { of: "session", ids: chosen.map(({ id }) => id) },
        narrowing: {},
        said: { subject: true, attribute: false },
        attribute: frame.said.attribute && frame.subject.of === "session" ? frame.attribute : last.attribute,
      };
  }
  // "and the second?", "and 2?"
  const [numeral] = features.numerals;
  if (numeral && !frame.said.subject && short && (subject.of === "session" || subject.of === "missing-session")) {
    const kind = "kind" in subject ? subject.kind : programme.sessionById.get(subject.ids[0] ?? "")?.kind;
    const ids = byNumber(programme, kind, numeral).map(({ id }) => id);
    if (ids.length > 0) return { ...last, subject: { of: "session", ids } };
    if (kind) return { ...last, subject: { of: "missing-session", kind, label: String(numeral.value) } };
  }
  // "and in French?"
  if (
    features.languages.length > 0 &&
    !frame.said.subject &&
    (subject.of === "document" || subject.of === "documents") &&
    short &&
    !has("speak-language")
  )
    return { ...last, attribute: "languages", narrowing: { ...last.narrowing, ...frame.narrowing } };
  // "and panel 1?", "and Ms. Rocha?"
  if (frame.said.subject && !frame.said.attribute && "ids" in frame.subject && (opener || short)) {
    const inherited = asked[frame.subject.of]?.includes(last.attribute) ? last.attribute : frame.attribute;
    return {
      ...frame,
      attribute: inherited,
      narrowing: { ...(last.narrowing.language ? { language: last.narrowing.language } : {}), ...frame.narrowing },
    };
  }
  // "when does she speak?", "where is it?"
  if (!frame.said.subject && frame.said.attribute && hasIds && short && !has("event", "lunch")) {
    const attribute = asked[subject.of]?.includes(frame.attribute) ? frame.attribute : alike[frame.attribute];
    if (
      attribute &&
      asked[subject.of]?.includes(attribute) &&
      frame.narrowing.part === undefined &&
      frame.narrowing.date === undefined &&
      frame.narrowing.minutes === undefined
    )
      return { ...frame, subject, attribute };
  }
  // "and in Nairobi?", "how much is that in Moscow?"
  if (!frame.said.subject && frame.narrowing.timeZone && !has("join", "online", "attend") && (opener || short))
    return {
      ...frame,
      subject: last.subject.of === "session" ? last.subject : { of: "event" },
      attribute: "zone-time",
      narrowing: { ...last.narrowing, ...frame.narrowing },
    };
  // "and in the afternoon?", "and on Tuesday?", "and in Nairobi?"
  if (!frame.said.subject && !frame.said.attribute && (opener || short) && Object.keys(frame.narrowing).length > 0)
    return {
      ...last,
      narrowing: { ...last.narrowing, ...frame.narrowing },
      attribute: frame.narrowing.timeZone ? "zone-time" : last.attribute,
    };
  return frame;
}
