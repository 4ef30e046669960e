import type { Language } from "../language/languages.ts";
import type { Programme } from "../programme/programme.ts";
import { attributeOf } from "./attribute.ts";
import { complete, type Dialogue } from "./dialogue.ts";
import { type Features, featuresOf } from "./features.ts";
import type { Attribute, Frame, Narrowing, Talk } from "./frame.ts";
import { isAboutEvent, unknownName } from "./gate.ts";
import { identify } from "./identify.ts";
import { narrowingOf } from "./narrow.ts";
import { type Found, subjectOf } from "./subject.ts";
import { tag } from "./tag.ts";
import { talkOf } from "./talk.ts";

/** What an utterance is taken to mean. */
export type Meaning =
  | { readonly means: "questions"; readonly frames: readonly Frame[] }
  | { readonly means: "talk"; readonly talk: Talk }
  /** Somebody is asked for whom the programme does not name. */
  | { readonly means: "unknown-name"; readonly name: string }
  | { readonly means: "nothing" };

export interface Understood {
  readonly language: Language;
  readonly sure: boolean;
  readonly meaning: Meaning;
}

/** Questions that one message may hold. */
const mostClauses = 4;

/** Languages that a few words in Latin letters may be in. */
const sharesScript: readonly Language[] = ["en", "fr", "es"];

interface Context {
  readonly programme: Programme;
  /** The instant of the turn, ISO 8601. */
  readonly now: string;
  readonly dialogue?: Dialogue;
  /** The person's chosen or client language: decides when words do not. */
  readonly prior?: Language;
}

/** The stretches of an utterance that may be questions of their own; the point of "Sra." or "Dr." ends none. */
const clauses = (utterance: string) =>
  utterance
    .split(/(?<=[?？؟])\s*|(?<=[!。！;；])\s*|(?<=\p{L}{5}\.)\s+|\n+/u)
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));

/** Reads one clause; undefined when it is not about the event. */
function frameOf(
  features: Features,
  narrowing: Narrowing,
  { programme, dialogue }: Context,
): { readonly frame: Frame; readonly found: Found } | undefined {
  const found = subjectOf(features, narrowing, programme);
  const merged = { ...narrowing, ...found.narrowing };
  const { attribute, said } = attributeOf(found.subject, features, merged);
  const bare: Frame = {
    subject: found.subject,
    attribute,
    narrowing: merged,
    said: { subject: found.by !== "none", attribute: said },
  };
  const frame = complete(bare, features, dialogue?.frame, programme);
  const leaning = frame !== bare;
  if (
    !isAboutEvent(
      features,
      leaning && features.unknownUnits === 0 ? { by: "hinted" } : found,
      frame,
      programme.event.timeZone,
      dialogue?.frame !== undefined && "ids" in dialogue.frame.subject,
    )
  )
    return undefined;
  if (!leaning && found.by === "none" && !said) return undefined;
  return { frame, found };
}

/** "When is the knot workshop and who runs it?", "what is panel 1 about and who speaks?" */
function dimensions(frame: Frame, { has, of }: Features): readonly Frame[] {
  // "Who speaks on panel 2?" asks for people, not for what it is about.
  const about = of("about").some((tag) => !of("speak").includes(tag));
  const asked: readonly (readonly [Attribute, boolean])[] = [
    ["about", about && has("who", "speaker") && frame.attribute !== "when"],
    ["speakers", has("who", "speaker")],
    ["when", has("when", "what-time")],
    ["where", has("where", "room")],
  ];
  const attributes = asked.filter(([, isAsked]) => isAsked).map(([attribute]) => attribute);
  if (attributes.length < 2 || ["moderator", "chair", "documents"].includes(frame.attribute)) return [frame];
  return attributes.map((attribute) => ({ ...frame, attribute }));
}

/** "When and where is it?" asks two things of one subject. */
function both(frame: Frame, features: Features): readonly Frame[] {
  if (frame.subject.of === "session") return dimensions(frame, features);
  const asksPlace = ["venue", "room", "where", "address", "platform"].includes(frame.attribute);
  if (!asksPlace || !features.has("when", "what-time", "what-day", "date", "time") || frame.subject.of === "person")
    return [frame];
  return [{ ...frame, attribute: frame.subject.of === "event" ? "date" : "when" }, frame];
}

/** Several clauses may be several questions; what a clause leaves out comes from the one before. */
function severalFrames(parts: readonly string[], language: Language, context: Context): readonly Frame[] {
  const { programme, dialogue, now } = context;
  const frames: Frame[] = [];
  for (const part of parts.slice(0, mostClauses)) {
    const features = featuresOf(tag(part, language, programme), programme);
    const narrowing = narrowingOf(features, programme, now);
    if (talkOf(features, narrowing)) continue;
    const last = frames.at(-1) ?? dialogue?.frame;
    const read = frameOf(features, narrowing, { ...context, dialogue: { language, ...(last ? { frame: last } : {}) } });
    if (read && (read.found.by !== "none" || read.frame.said.attribute)) frames.push(...both(read.frame, features));
  }
  const asks = ({ subject, attribute }: Frame) => JSON.stringify([subject, attribute]);
  return frames.filter((frame, i) => frames.findIndex((other) => asks(other) === asks(frame)) === i);
}

/** What an utterance means if it is in this language. */
function meaningIn(utterance: string, language: Language, context: Context): Meaning {
  const { programme } = context;
  const all = featuresOf(tag(utterance, language, programme), programme);
  const narrowing = narrowingOf(all, programme, context.now);
  const talk = talkOf(all, narrowing);
  if (talk) return { means: "talk", talk };
  const parts = clauses(utterance);
  const frames = parts.length > 1 ? severalFrames(parts, language, context) : [];
  if (frames.length > 0) return { means: "questions", frames };
  const read = frameOf(all, narrowing, context);
  if (read) return { means: "questions", frames: both(read.frame, all) };
  const name = unknownName(all);
  const asksForPeople =
    all.has("who", "speak", "speaker", "role:panellist", "role:speaker", "represent") &&
    all.has("speak", "speaker", "role:panellist", "kind:panel", "session", "represent", "role:speaker", "agenda");
  return name && asksForPeople ? { means: "unknown-name", name } : { means: "nothing" };
}

/** Understands an utterance: which language, and which questions or wishes it holds. */
export function understand(utterance: string, context: Context): Understood {
  const { language, sure } = identify(utterance, context.programme, context.dialogue?.language ?? context.prior);
  const meaning = meaningIn(utterance, language, context);
  if (sure || meaning.means !== "nothing" || !sharesScript.includes(language)) return { language, sure, meaning };
  // "point 3" is no English, but it may be French.
  for (const other of sharesScript.filter((one) => one !== language)) {
    const otherwise = meaningIn(utterance, other, context);
    if (otherwise.means === "questions") return { language: other, sure: true, meaning: otherwise };
  }
  return { language, sure, meaning };
}
