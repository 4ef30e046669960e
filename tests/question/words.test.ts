import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "../../bot/language/languages.ts";
import { clockTimes, figureDates } from "../../bot/question/clock-words.ts";
import { expand } from "../../bot/question/lexicon.ts";
import { hearings, skeletons, soundDistance, sounds } from "../../bot/question/sounds.ts";
import { Spelling } from "../../bot/question/spelling.ts";
import { stems } from "../../bot/question/stems.ts";
import { clean, fold, tokens } from "../../bot/question/tokens.ts";

const words = (text: string) => tokens(clean(text)).map((token) => token.fold);

describe("words are compared without what people leave out or write differently", () => {
  test.each([
    ["À quelle heure ?", ["a", "quelle", "heure"]],
    ["¿DÓNDE está?", ["donde", "esta"]],
    ["счёт", ["счет"]],
    ["الوثيقة إلى مؤتمر", ["الوثيقه", "الي", "موتمر"]],
    ["١٠:٣٠", ["10", "30"]],
    ["請問會議", ["请", "问", "会", "议"]],
    ["Ｐａｎｅｌ２", ["panel", "2"]],
    ["d’accord", ["d", "accord"]],
  ])("%s", (text, expected) => expect(words(text)).toEqual(expected));

  test("any text is read without error, however odd", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => Array.isArray(tokens(clean(text)))));
  });

  test("folding twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe("Arabic words are found under their article and what is written onto them", () => {
  test.each([
    ["وبالفرنسيه", "فرنسيه"],
    ["للمنظمات", "منظمات"],
    ["والوثايق", "وثايق"],
  ])("%s is read as %s", (written, bare) => {
    const [stored] = stems(bare, "ar");
    expect(stems(written, "ar")).toContain(stored);
  });
});

describe("phrases expand", () => {
  test.each([
    ["see (you|ya) [soon]", ["see you soon", "see you", "see ya soon", "see ya"]],
    ["plain", ["plain"]],
  ])("%s", (pattern, expected) => expect(expand(pattern)).toEqual(expected));
});

describe("names are heard across scripts", () => {
  test.each([
    ["soliman", "索利曼", "han"],
    ["soliman", "سليمان", "arabic"],
    ["williams", "уильямс", "cyrillic"],
    ["williams", "ويليامز", "arabic"],
    ["evanty", "埃万蒂", "han"],
    ["garcia", "гарсия", "cyrillic"],
    ["nukila", "努基拉", "han"],
    ["okonjo", "オ", "other"],
  ] as const)("%s and %s", (latin, foreign, script) => {
    const name = sounds(latin, "latin");
    const alike = hearings(fold(foreign), script).some(
      (heard) =>
        skeletons(heard).some((bones) => skeletons(name).includes(bones)) && soundDistance(heard, name) <= 0.36,
    );
    expect(alike).toBe(script !== "other");
  });

  test("a name is no further from itself than nothing, and distance has two sides", () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [x, y] = [sounds(a, "latin"), sounds(b, "latin")];
        if (x !== "") expect(soundDistance(x, x)).toBe(0);
        expect(soundDistance(x, y)).toBeCloseTo(soundDistance(y, x), 9);
      }),
    );
  });
});

describe("misspellings of long words are mended, short words are left alone", () => {
  const spelling = new Spelling(["afternoon", "session", "boardroom", "rest", "times"]);
  test.each([
    ["afternon", "afternoon"],
    ["sesion", "session"],
    ["boradroom", "boardroom"],
    ["reset", undefined],
    ["timer", undefined],
    ["xyzzy", undefined],
  ])("%s", (typed, meant) => expect(spelling.mend(typed)?.word).toBe(meant));
});

describe("times of day are read as people say them", () => {
  const said: readonly (readonly [Language, string, string | undefined])[] = [
    ["en", "what is on at 3pm", "15:00"],
    ["en", "at 10:30 please", "10:30"],
    ["en", "is panel 2 on", undefined],
    ["en", "before seven o'clock", "7:00"],
    ["fr", "que se passe-t-il à 15h30", "15:30"],
    ["fr", "à 9 heures", "9:00"],
    ["es", "a las tres y media de la tarde", "15:30"],
    ["es", "panel 2", undefined],
    ["ru", "до семи вечера", "19:00"],
    ["ru", "в 16:00", "16:00"],
    ["zh", "下午4点有什么", "16:00"],
    ["zh", "晚上七点半", "19:30"],
    ["ar", "الساعة 15:30", "15:30"],
    ["ar", "السابعة مساء", "19:00"],
    ["en", "item 2.15", undefined],
  ];
  test.each(said)("%s: %s", (language, text, expected) => {
    const [first] = clockTimes(clean(text), language);
    const mark = first?.mark;
    const time = mark?.type === "clock" ? `${mark.hour}:${String(mark.minute).padStart(2, "0")}` : undefined;
    expect(time).toBe(expected);
  });

  test.each([
    ["2024-07-15", { type: "day", year: 2024, month: 7, day: 15 }],
    ["15.07.2024", { type: "day", year: 2024, month: 7, day: 15 }],
    ["7月15日", { type: "day", month: 7, day: 15 }],
  ])("%s is a date", (text, mark) => expect(figureDates(text)[0]?.mark).toEqual(mark));
});

test("an utterance of any length is read in linear time: only the first 500 letters count", () => {
  expect(clean("a".repeat(100_000)).length).toBe(500);
  expect(clockTimes("1 ".repeat(250), "en")).toEqual([]);
});
