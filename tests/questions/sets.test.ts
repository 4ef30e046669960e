import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { converse, words } from "../../bot/channels/console/batch.ts";
import { openEvent } from "../../bot/programme/open.ts";
import { type Gold, verdict } from "./score.ts";

/**
 * Questions by authors who had seen the event and not the lexicons. Once they had been scored (bench/README.md
 * has the first scores) they were mended by; now they guard that nothing gets worse: [event, set, right at least, wrong at most].
 */
const sets: readonly (readonly [event: string, set: string, right: number, wrong: number])[] = [
  ["som-2024", "som-2024-first", 0.91, 0.02],
  ["som-2024", "som-2024-second", 0.86, 0.07],
  ["tidewatch-2026", "tidewatch-2026-first", 0.7, 0.13],
];

test.each(sets)("%s: %s is answered at least %d right, at most %d wrong", async (event, set, right, wrong) => {
  const programme = await openEvent(`data/events/${event}`);
  const lines = readFileSync(new URL(`${set}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  const verdicts = lines.map((line) => {
    const gold = JSON.parse(line) as Gold;
    const outcome = converse([...(gold.conversation ?? []), gold.q], programme, gold.now ?? "2026-11-23T12:00:00Z");
    return verdict(gold, outcome.reply.status, words(outcome));
  });
  const share = (one: string) => verdicts.filter((each) => each === one).length / verdicts.length;
  expect(share("right")).toBeGreaterThanOrEqual(right);
  expect(share("wrong")).toBeLessThanOrEqual(wrong);
});
