import type { Language } from "../language/languages.ts";
import type { Programme } from "../programme/programme.ts";
import { attributeOf } from "./attribute.ts";
import type { Features } from "./features.ts";
import type { Attribute, Frame } from "./frame.ts";
import { byNumber } from "./numbered.ts";

/** What of a conversation is needed to understand its next turn: plain JSON, kept with the attendee. */
export interface Dialogue {
  readonly language: Language;
  /** The question last understood. */
  readonly frame?: Frame;
}

/** Attributes that an event and what was spoken of both have: "when?", "where is it?" lean on what was spoken of. */
const shared: readonly Attribute[] = [
  "date",
  "hours",
  "start",
  "end",
  "duration",
  "venue",
  "room",
  "overview",
  "language",
];

/** Things said in an utterance that still leans on the one before. */
const few = 2;

/** "And the second?", "and 2?", "and the other panel?", "the last one?": other sessions of the kind just spoken of. */
function otherSession(frame: Frame, features: Features, last: Frame, programme: Programme): Frame | undefined {
  const { subject } = last;
  const { has } = features;
  if (subject.of !== "session" && subject.of !== "missing-session") return undefined;
  const ids = subject.of === "session" ? subject.ids : [];
  const kind = subject.of === "missing-session" ? subject.kind : programme.sessionById.get(ids[0] ?? "")?.kind;
  if (kind === undefined) return undefined;
  const ask = (found: readonly string[]): Frame => ({
    ...last,
    subject: { of: "session", ids: found },
    said: { subject: true, attribute: false },
    attribute: frame.said.attribute && frame.subject.of === "session" ? frame.attribute : last.attribute,
  });
  const [numeral] = features.numerals;
  if (numeral && !frame.said.subject) {
    const found = byNumber(programme, kind, numeral).map(({ id }) => id);
    const missing = { of: "missing-session", kind, label: String(numeral.value) } as const;
    return found.length > 0 ? ask(found) : { ...last, subject: missing };
  }
  if (has("who", "speaker") || frame.subject.of === "person") return undefined;
  const row = programme.sessions.filter((session) => session.kind === kind).map(({ id }) => id);
  if (has("other")) return row.length > ids.length ? ask(row.filter((id) => !ids.includes(id))) : undefined;
  if (has("first")) return ask(row.slice(0, 1));
  if (has("last")) return ask(row.slice(-1));
  return undefined;
}

/** Completes an elliptical question ("and in French?", "who else?", "and the second?") from the one before. */
export function complete(frame: Frame, features: Features, last: Frame | undefined, programme: Programme): Frame {
  if (!last) return frame;
  const { has } = features;
  const { subject } = last;
  const { narrowing, said } = frame;
  const short = features.units <= few;
  const opener = has("how-about");
  if (short || opener) {
    const other = otherSession(frame, features, last, programme);
    if (other) return other;
  }
  // "who else?"
  if (has("other") && !said.subject && subject.of === "person") return { ...frame, subject, attribute: "companions" };
  if (has("other") && subject.of === "session" && (!said.subject || frame.subject.of === "speakers"))
    return { ...frame, subject, attribute: "speakers" };
  // "and in French?"
  const papers = subject.of === "document" || subject.of === "documents";
  if (features.languages.length > 0 && !said.subject && papers && short && !has("speak-language"))
    return { ...last, attribute: "languages", narrowing: { ...last.narrowing, ...narrowing } };
  // "and panel 1?", "and Ms. Rocha?"
  if (said.subject && !said.attribute && "ids" in frame.subject && (opener || short)) {
    const { language } = last.narrowing;
    const attribute = alike(last, frame.subject.of) ?? frame.attribute;
    return { ...frame, attribute, narrowing: { ...(language ? { language } : {}), ...narrowing } };
  }
  // "and in Nairobi?", "how much is that in Moscow?"
  if (!said.subject && narrowing.timeZone && !has("join", "online", "attend") && (opener || short))
    return {
      ...frame,
      subject: subject.of === "session" ? subject : { of: "event" },
      attribute: "zone-time",
      narrowing: { ...last.narrowing, ...narrowing },
    };
  // "when does she speak?", "what is it about?"
  const ofEvent = narrowing.part ?? narrowing.date ?? narrowing.minutes ?? narrowing.lunch;
  const ofPerson = subject.of === "person" && (has("he-she") || frame.attribute === "organizers");
  const leans = !said.attribute || ofPerson || shared.includes(frame.attribute);
  if (!said.subject && "ids" in subject && short && leans && !has("event") && ofEvent === undefined) {
    const again = attributeOf(subject, features, narrowing);
    if (again.said) return { ...frame, subject, attribute: again.attribute };
  }
  // "and in the afternoon?", "and on Tuesday?"
  if (!said.subject && !said.attribute && (opener || short) && Object.keys(narrowing).length > 0)
    return { ...last, narrowing: { ...last.narrowing, ...narrowing } };
  return frame;
}

/** What was asked last, if it can be asked of another kind of subject too. */
function alike(last: Frame, of: "session" | "person" | "organization" | "document"): Attribute | undefined {
  if (last.subject.of === of) return last.attribute;
  const common: readonly Attribute[] = ["when", "about", "contact", "bio", "country"];
  return common.includes(last.attribute) ? last.attribute : undefined;
}
