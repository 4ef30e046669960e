import type { Features } from "./features.ts";
import type { EntityRef } from "./marks.ts";

/** Share of a title that must be said for it to be meant beyond doubt. */
const clearTitle = 0.5;

/** A lone word of a long title means little, unless the question says what kind of thing it looks for. */
const loneWordTitle = 0.3;

export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** Ids of the records of one sort that are mentioned by name or keyword. */
export const mentioned = (features: Features, of: EntityRef["of"]): string[] =>
  unique(features.mentions.filter((mention) => mention.ref.of === of).map((mention) => mention.ref.id));

/**
 * Ids of the sessions or documents that the asked words fit best: by name or keyword, else by words of the title.
 * `kindSaid`: the question says that it looks for such a record ("the paper on …"), so that one word may do.
 */
export function fitting(
  features: Features,
  of: "session" | "document",
  kindSaid: boolean,
  wanted: (id: string) => boolean = () => true,
): string[] {
  const scores = new Map<string, number>();
  for (const { ref, by, tag } of features.mentions)
    if (ref.of === of && wanted(ref.id))
      scores.set(ref.id, (scores.get(ref.id) ?? 0) + (by === "name" ? 4 : 1) * (tag.to - tag.from));
  const topical = new Set(features.topical);
  for (const hit of features.hits) {
    if (hit.ref.of !== of || !wanted(hit.ref.id)) continue;
    const own = [...hit.words].filter((word) => topical.has(word)).length;
    const enough = kindSaid || hit.words.size >= 2 || hit.title >= loneWordTitle;
    const fits =
      scores.has(hit.ref.id) ||
      (enough && own > 0 && own * 2 >= topical.size) ||
      (hit.title >= clearTitle + 0.1 && hit.words.size >= 2) ||
      (hit.asked >= 0.99 && hit.words.size >= 2 && hit.words.size >= features.content.length);
    if (fits) scores.set(hit.ref.id, (scores.get(hit.ref.id) ?? 0) + hit.score * 0.5 + hit.title);
  }
  const best = Math.max(0, ...scores.values());
  return [...scores]
    .filter(([, score]) => score >= best * 0.85)
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
}

/** How sure a record is meant: its name or most of its title was said, or only a keyword or some words of it. */
export function sureness(features: Features, ids: readonly string[]): "named" | "hinted" {
  const whole = features.mentions.some(
    ({ ref, by, tag }) => ids.includes(ref.id) && (by === "name" || tag.to - tag.from >= 2),
  );
  return whole || features.hits.some((hit) => ids.includes(hit.ref.id) && hit.title >= clearTitle) ? "named" : "hinted";
}

/** Person ids; when several share a part of a name, those of whom most was said. */
export function peopleNamed(features: Features): string[] {
  const said = new Map<string, number>();
  for (const { ref, by, tag } of features.mentions) {
    if (ref.of !== "person") continue;
    const alone = tag.to - tag.from === 1 && tag.marks.some((mark) => mark.type !== "entity");
    const capital = /^\p{Lu}/u.test(features.tagged.words[tag.from]?.raw ?? "");
    // A name that is also a word ("hope") counts only when written as a name or beside another part of it.
    const weight = by === "name" ? 3 : alone && !capital ? 0.4 : 1;
    said.set(ref.id, (said.get(ref.id) ?? 0) + weight);
  }
  const best = Math.max(0, ...said.values());
  return best < 1 ? [] : [...said].filter(([, weight]) => weight >= best).map(([id]) => id);
}
