import { beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../bot/language/languages.ts";
import { openEvent } from "../../bot/programme/open.ts";
import type { Programme } from "../../bot/programme/programme.ts";
import { respond } from "../../bot/respond.ts";
import { wordsOf } from "../../tab/words.ts";

let programme: Programme;
beforeAll(async () => {
  programme = await openEvent("data/events/som-2024");
});

const phases = [
  ["before", "2024-07-14T08:00:00Z"],
  ["during", "2024-07-15T08:40:00Z"],
  ["after", "2024-07-16T08:00:00Z"],
] as const;

const cases = languages.flatMap((language) =>
  phases.flatMap(([phase, now]) =>
    wordsOf[language].starters[phase].map((question): [Language, string, string, string] => [
      language,
      phase,
      question,
      now,
    ]),
  ),
);

describe("a question the page offers is one the assistant understands", () => {
  test.each(cases)("%s, %s the event: %s", (language, _phase, utterance, now) => {
    const speaker = { id: "29:x", anonymous: false };
    const turn = { id: "1", conversationId: "a:1", scope: "personal", speaker, utterance, locale: language } as const;
    const { reply } = respond(turn, {}, programme, now);
    // Where a paper is can be asked although its address is not published.
    expect(reply.status).toMatch(/^(answered|not_published)$/);
    expect(reply.language).toBe(language);
  });
});

test("every language has the same words", () => {
  const keys = (language: Language) => Object.keys(wordsOf[language]).sort();
  for (const language of languages) expect(keys(language)).toEqual(keys("en"));
});
