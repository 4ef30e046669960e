import { languageOf } from "../language/languages.ts";
import type { Features } from "./features.ts";
import type { Narrowing, Talk } from "./frame.ts";

const politeness = ["greeting", "thanks", "goodbye", "how-are-you", "sorry", "yes", "no"];

/** What somebody wants of the assistant itself: a greeting, help, another language, their own time zone. */
export function talkOf(features: Features, narrowing: Narrowing): Talk | undefined {
  const { has, concepts, tagged } = features;
  if (has("he-she")) return undefined;
  if (has("he-she", "off-topic")) return undefined;
  const others = [...concepts].filter((concept) => !politeness.includes(concept) && concept !== "i-you");
  const onlyOf = (...allowed: string[]) =>
    others.every((concept) => allowed.includes(concept) || /^(language|number|ordinal):/.test(concept));
  if (
    has("speak-language") &&
    features.languages.length > 0 &&
    // "My mother does not speak French", "translate this sentence": nobody asks us to change.
    !has("he-she", "off-topic") &&
    features.units <= 2 &&
    features.unknownUnits + features.harmless === 0 &&
    !has("event", "session", "document", "who", "person-bio", "whether")
  ) {
    const language = languageOf(features.languages.at(-1));
    if (language) return { talk: "language", language };
  }
  if (
    has("my-zone-is") &&
    features.units + features.harmless <= 3 &&
    narrowing.timeZone &&
    !has("start", "end", "event", "session")
  )
    return { talk: "zone", timeZone: narrowing.timeZone };
  // "mil gracias crack": a word of endearment does not spoil thanks.
  const polite =
    has("thanks", "greeting", "goodbye") && features.unknownUnits <= 1 && !features.asks && tagged.words.length <= 8;
  if ((features.unknownUnits > 0 && !polite) || features.mentions.some(({ ref }) => ref.of !== "event"))
    return undefined;
  if (has("help") && onlyOf("help", "can-i", "what", "how", "who-are-you", "tell", "give", "start"))
    return { talk: "help" };
  if (has("who-are-you") && onlyOf("who-are-you", "who", "what", "how")) return { talk: "about-assistant" };
  if (others.length > 0 && !onlyOf("all", "more")) return undefined;
  const opens = (concept: string) => features.bare || features.of(concept).some((tag) => tag.from <= 1);
  if (has("thanks") && opens("thanks")) return { talk: "thanks" };
  if (has("goodbye") && opens("goodbye") && !features.asks) return { talk: "goodbye" };
  if (has("how-are-you") || (has("greeting") && opens("greeting"))) return { talk: "greeting" };
  return undefined;
}
