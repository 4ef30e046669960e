import { parseArgs } from "node:util";
import { languageOf } from "./language/languages.ts";
import { eventFolder, openEvent } from "./programme/open.ts";
import { featuresOf } from "./question/features.ts";
import { identify } from "./question/identify.ts";
import type { Mark } from "./question/marks.ts";
import { tag } from "./question/tag.ts";
import { understand } from "./question/understand.ts";

const named = (mark: Mark): string => {
  switch (mark.type) {
    case "concept":
      return mark.concept;
    case "filler":
      return mark.harmless ? "harmless" : "filler";
    case "entity":
      return `${mark.ref.of} ${mark.ref.id} (${mark.by})`;
    default:
      return JSON.stringify(mark);
  }
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { event: { type: "string", default: "som-2024" }, now: { type: "string" }, locale: { type: "string" } },
});
const programme = await openEvent(eventFolder(values.event));
const question = positionals.join(" ");
const prior = languageOf(values.locale);
const { language, sure } = identify(question, programme, prior);
const tagged = tag(question, language, programme);
const features = featuresOf(tagged, programme);
const text = (from: number, to: number) =>
  tagged.text.slice(tagged.words[from]?.start ?? 0, tagged.words[to - 1]?.end ?? 0);
console.log(`language   ${language}${sure ? "" : " (assumed)"}`);
for (const { from, to, marks } of tagged.tags)
  console.log(`  ${text(from, to).padEnd(28)} ${marks.map(named).join(" | ")}`);
console.log(`unknown    ${tagged.unknown.map((i) => tagged.words[i]?.raw).join(", ") || "nothing"}`);
console.log(
  `content    ${features.content.map((i) => tagged.words[i]?.fold).join(" ")}   topical ${features.topical.map((i) => tagged.words[i]?.fold).join(" ")}`,
);
for (const hit of features.hits.slice(0, 4))
  console.log(
    `title      ${hit.ref.of} ${hit.ref.id}: score ${hit.score.toFixed(2)}, asked ${hit.asked.toFixed(2)}, title ${hit.title.toFixed(2)}`,
  );
console.log(
  `meaning    ${JSON.stringify(understand(question, { programme, now: values.now ?? new Date().toISOString(), ...(prior ? { prior } : {}) }).meaning)}`,
);
