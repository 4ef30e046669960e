import type { Features } from "./features.ts";
import type { Found } from "./subject.ts";

/**
 * How many of the content words may be unknown before a question is taken not to be about the event.
 * Chosen on development questions (see bench/README.md): a named subject forgives more than a mere attribute.
 */
const forgiven = { named: 0.5, kind: 0.25, none: 0.2 } as const;

/** Unknown words that say nothing: single letters and figures. */
const telling = (features: Features) =>
  features.tagged.unknown.filter((i) => {
    const word = features.tagged.words[i];
    return word !== undefined && word.script !== "number" && (word.script === "han" || word.fold.length > 1);
  });

/** A name nobody in the programme has: capitalised inside a sentence that is not all capitals. */
export function unknownName(features: Features): string | undefined {
  const { words, text } = features.tagged;
  if (text === text.toUpperCase()) return undefined;
  const names = telling(features).filter((i) => i > 0 && /^\p{Lu}\p{Ll}/u.test(words[i]?.raw ?? ""));
  return names.length > 0 ? names.map((i) => words[i]?.raw).join(" ") : undefined;
}

/** Whether enough of an utterance is understood to answer it as meant for this event. */
export function isAboutEvent(features: Features, found: Found): boolean {
  const unknown = telling(features).length;
  if (unknown === 0) return true;
  // Two Chinese characters make a word.
  const han = features.tagged.words.some((word) => word.script === "han") ? 0.5 : 1;
  const weight = unknown * han;
  const content = Math.max(1, features.content.length * han);
  if (found.by === "named" && weight <= 1) return content > 1 || weight < 1;
  return weight / content <= forgiven[found.by];
}
