import type { Features } from "./features.ts";
import type { Attribute, Frame } from "./frame.ts";
import type { Mark, Tag } from "./marks.ts";
import type { Found } from "./subject.ts";

/**
 * Which share of what is said may be strange before a question is taken not to be about the event.
 * Chosen on development questions (see bench/README.md): a named subject forgives more than a mere attribute.
 */
const forgiven = { named: 0.5, hinted: 0.3, kind: 0.2, none: 0.2 } as const;

/** A word taken for a misspelling may be another word altogether, above all when it only stands for a filler. */
const mendedWeight = { content: 0.25, filler: 0.6 } as const;

/** How many words that fit any question may stand beside those that say something, when nothing is named. */
const harmlessBeside = { named: 20, hinted: 4, kind: 1, none: 0 } as const;

/** What a mere statement ("I lost the link", "I am from an NGO") may still ask; "I stay till three" asks nothing. */
const mayBeStated: readonly Attribute[] = ["link", "platform", "mode", "join", "legal-basis", "address", "languages"];

/** What belongs to a person or a paper: strange when neither is spoken of. */
const ofPeople = ["person-private", "person-bio", "person-job", "person-country", "said-before"];
const ofPapers = ["pages", "written-by", "content-of", "published-when"];

/** "Can I connect from Mexico?": countries and cities belong to these questions. */
const fromAfar: readonly Attribute[] = ["join", "link", "mode", "audience", "platform"];

/** The largest number that may be a day, a session or a clock time. */
const largestNumber = 31;

const isOffTopic = ({ marks }: Tag) => marks.some((mark) => mark.type === "concept" && mark.concept === "off-topic");

/** Recognised things that this question has no use for: a country in no question of zones, a birthday of nobody. */
function unused(features: Features, { subject, attribute }: Frame, venueZone: string): number {
  const people = subject.of === "person" || subject.of === "speakers" || subject.of === "organization";
  const papers = subject.of === "document" || subject.of === "documents";
  const strange = (mark: Mark): boolean => {
    switch (mark.type) {
      case "filler":
        return true;
      case "country":
        return !(people || fromAfar.includes(attribute)) && attribute !== "zone-time";
      case "zone":
        return attribute !== "zone-time" && !people && !fromAfar.includes(attribute) && mark.timeZone !== venueZone;
      case "number":
        return Number(mark.value) > largestNumber && !papers && !features.hits.some(({ title }) => title > 0.4);
      case "concept":
        return (
          (mark.concept === "near-by" && subject.of !== "topic") ||
          mark.concept === "off-topic" ||
          (!people && ofPeople.includes(mark.concept)) ||
          (!papers && ofPapers.includes(mark.concept))
        );
      default:
        return false;
    }
  };
  return features.tagged.tags.filter(
    (tag) => tag.marks.some((mark) => mark.type !== "filler") && tag.marks.every(strange),
  ).length;
}

/** A name nobody in the programme has: capitalised inside a sentence that is not all capitals. */
export function unknownName(features: Features): string | undefined {
  const { words, text } = features.tagged;
  if (text === text.toUpperCase()) return undefined;
  const names = features.tagged.unknown.filter((i) => i > 0 && /^\p{Lu}\p{Ll}/u.test(words[i]?.raw ?? ""));
  return names.length > 0 ? names.map((i) => words[i]?.raw).join(" ") : undefined;
}

/** Whether enough of an utterance is understood to answer it as meant for this event; `spokenOf`: a person was just spoken of. */
export function isAboutEvent(
  features: Features,
  found: Pick<Found, "by">,
  frame: Frame,
  venueZone: string,
  spokenOf: boolean,
): boolean {
  const { tagged, units, unknownUnits, harmless, has } = features;
  const names = found.by === "named" || found.by === "hinted";
  const states = !features.asks && !features.bare && (has("i-you", "he-she") || features.idle > features.telling);
  const plea =
    mayBeStated.includes(frame.attribute) && (frame.attribute !== "join" || has("join", "attend", "platform", "link"));
  if (!names && states && !plea) return false;
  const papersByKind = frame.subject.of === "documents" && found.by === "kind";
  if (
    papersByKind &&
    !features.bare &&
    !has("give", "which", "what", "where", "whether", "how-many", "download", "all")
  )
    return false;
  if (frame.subject.of === "topic" && states && !has("i-you")) return false;
  if (found.by !== "named" && tagged.tags.some(isOffTopic)) return false;
  const mended = tagged.mended.reduce(
    (sum, i) =>
      sum +
      mendedWeight[
        tagged.tags.some(({ from, to, marks }) => from <= i && i < to && marks.every(({ type }) => type === "filler"))
          ? "filler"
          : "content"
      ],
    0,
  );
  const others = has("he-she") && !spokenOf && frame.subject.of !== "person" ? 1 : 0;
  const strange = unknownUnits + unused(features, frame, venueZone) + mended + others;
  if (harmless > units + features.questionWords + harmlessBeside[found.by]) return false;
  if (strange === 0) return true;
  if (found.by === "named" && strange <= 1) return units > 1 || strange < 1;
  return strange / Math.max(units, 1) <= forgiven[found.by];
}
