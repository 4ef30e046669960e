import type { Language } from "../language/languages.ts";
import type { Programme } from "../programme/programme.ts";
import { attributeOf } from "./attribute.ts";
import { complete, type Dialogue } from "./dialogue.ts";
import { type Features, featuresOf } from "./features.ts";
import type { Frame, Talk } from "./frame.ts";
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
  { programme, now, dialogue }: Context,
): { readonly frame: Frame; readonly found: Found } | undefined {
  const narrowing = narrowingOf(features, programme, now);
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
      leaning ? { by: "named" } : found,
      frame,
      programme.event.timeZone,
      dialogue?.frame !== undefined && "ids" in dialogue.frame.subject,
    )
  )
    return undefined;
  if (!leaning && found.by === "none" && !said) return undefined;
  return { frame, found };
}

/** "When and where is it?" asks two things of one subject. */
function both(frame: Frame, features: Features): readonly Frame[] {
  const asksPlace = ["venue", "room", "where", "address"].includes(frame.attribute);
  if (!asksPlace || !features.has("when", "what-time", "what-day", "date", "time") || frame.subject.of === "person")
    return [frame];
  return [{ ...frame, attribute: frame.subject.of === "event" ? "date" : "when" }, frame];
}

/** Understands an utterance: which language, and which questions or wishes it holds. */
export function understand(utterance: string, context: Context): Understood {
  const { programme, dialogue, prior } = context;
  const { language, sure } = identify(utterance, programme, dialogue?.language ?? prior);
  const all = featuresOf(tag(utterance, language, programme), programme);
  const result = (meaning: Meaning): Understood => ({ language, sure, meaning });

  const talk = talkOf(all, narrowingOf(all, programme, context.now));
  if (talk) return result({ means: "talk", talk });

  const parts = clauses(utterance);
  if (parts.length > 1) {
    const frames: Frame[] = [];
    for (const part of parts.slice(0, 4)) {
      const features = featuresOf(tag(part, language, programme), programme);
      if (talkOf(features, narrowingOf(features, programme, context.now))) continue;
      const last = frames.at(-1) ?? dialogue?.frame;
      const read = frameOf(features, { ...context, dialogue: { language, ...(last ? { frame: last } : {}) } });
      if (read && (read.found.by !== "none" || read.frame.said.attribute)) frames.push(...both(read.frame, features));
    }
    const distinct = frames.filter(
      (frame, i) =>
        frames.findIndex(
          (other) =>
            JSON.stringify([other.subject, other.attribute]) === JSON.stringify([frame.subject, frame.attribute]),
        ) === i,
    );
    if (distinct.length > 0) return result({ means: "questions", frames: distinct });
  }
  const read = frameOf(all, context);
  if (read) return result({ means: "questions", frames: both(read.frame, all) });
  const name = unknownName(all);
  const asksForPeople =
    all.has("who", "speak", "speaker", "role:panellist", "role:speaker", "represent") &&
    all.has("speak", "speaker", "role:panellist", "kind:panel", "session", "represent", "role:speaker", "agenda");
  if (name && asksForPeople) return result({ means: "unknown-name", name });
  return result({ means: "nothing" });
}
