import type { Features } from "./features.ts";
import type { Found } from "./subject.ts";

/**
 * How many of the content words may be unknown before a question is taken not to be about the event.
 * Chosen on development questions (see bench/README.md): a named subject forgives more than a mere attribute.
 */
const forgiven = { named: 0.5, kind: 0.25, none: 0.2 } as const;

/** A name nobody in the programme has: capitalised inside a sentence that is not all capitals. */
export function unknownName(features: Features): string | undefined {
  const { words, text } = features.tagged;
  if (text === text.toUpperCase()) return undefined;
  const names = features.tagged.unknown.filter((i) => i > 0 && /^\p{Lu}\p{Ll}/u.test(words[i]?.raw ?? ""));
  return names.length > 0 ? names.map((i) => words[i]?.raw).join(" ") : undefined;
}

/** Whether enough of an utterance is understood to answer it as meant for this event. */
export function isAboutEvent(features: Features, found: Found): boolean {
  const { unknownUnits, units } = features;
  if (unknownUnits === 0) return true;
  if (found.by === "named" && unknownUnits === 1) return units > 1;
  return unknownUnits / units <= forgiven[found.by];
}
