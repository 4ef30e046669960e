import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { isolated, languageName, published } from "../../bot/language/format.ts";
import { languages } from "../../bot/language/languages.ts";
import { dayShift, longDay, period, range, zoneName } from "../../bot/language/times.ts";
import { type Key, messages, words } from "../../bot/language/words.ts";
import { factSets } from "../../cards/rows.ts";
import { directed } from "../../cards/wording.ts";

const keys = Object.keys(messages.en).sort();

interface AstNode {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly AstNode[] }>>;
}

/** What a message shows, and by what it chooses; 1 is an argument, 5 a select, 6 a plural. */
function argumentsOf(text: string) {
  const named = new Set<string>();
  const choosing = new Set<string>();
  const walk = (nodes: readonly AstNode[]) => {
    for (const { type, value, options } of nodes) {
      if (type === 1) named.add(String(value));
      if (type === 5 || type === 6) choosing.add(String(value));
      for (const option of Object.values(options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst() as readonly AstNode[]);
  return { named: [...named].sort(), choosing: [...choosing].sort() };
}

/** Every value a message may be asked with. */
const filling = new Proxy<Record<string, string | number>>(
  {},
  { get: (_, name) => (name === "count" || name === "others" ? 3 : "x"), has: () => true },
);

describe.each(languages)("messages in %s", (language) => {
  test("are the same ones as in English", () => {
    expect(Object.keys(messages[language]).sort()).toEqual(keys);
  });

  test("show what the English ones show", () => {
    for (const key of keys as Key[]) {
      const [own, english] = [argumentsOf(messages[language][key]), argumentsOf(messages.en[key])];
      const choices = new Set(["tense", "mode", "status", "has", "kind", "others", ...english.choosing]);
      expect([key, own.named.filter((name) => !choices.has(name))]).toEqual([
        key,
        english.named.filter((name) => !choices.has(name)),
      ]);
      expect([key, own.choosing.filter((name) => !choices.has(name))]).toEqual([key, []]);
    }
  });

  test("leave no brace and shout at nobody", () => {
    for (const key of keys as Key[]) {
      const said = words(language)(key, filling);
      expect([key, said]).toEqual([key, expect.not.stringMatching(/[{}!！]|undefined|\p{Extended_Pictographic}/u)]);
    }
  });

  test("fit on buttons", () => {
    for (const key of keys.filter((each) => each.startsWith("button.")) as Key[])
      expect([key, words(language)(key, { language: "" }).length <= 20]).toEqual([key, true]);
  });
});

test.each([
  ["ar", ["zero", "one", "two", "few", "many", "other"]],
  ["ru", ["one", "few", "many", "other"]],
] as const)("every plural in %s has a form for each kind of number", (language, categories) => {
  for (const [key, text] of Object.entries(messages[language]))
    if (text.includes(", plural,") && !key.startsWith("document.yes"))
      for (const category of categories)
        expect([key, category, text.includes(` ${category} {`)]).toEqual([key, category, true]);
});

test.each([
  ["en", "on Monday 15 July 2024", "Vienna time"],
  ["fr", "le lundi 15 juillet 2024", "heure de Vienne"],
  ["es", "el lunes 15 de julio de 2024", "hora de Viena"],
  ["ru", "15 июля 2024 года (понедельник)", "по венскому времени"],
  ["zh", "2024年7月15日星期一", "维也纳时间"],
  ["ar", "يوم الاثنين 15 تموز/يوليه 2024", "بتوقيت فيينا"],
] as const)("a day and the venue's clock in %s", (language, day, zone) => {
  expect(period(language, "2024-07-15", "2024-07-15")).toBe(day);
  expect(zoneName(language, "Europe/Vienna")).toBe(zone);
});

test("a city nobody translated is named as its zone is", () => {
  expect(zoneName("en", "America/Fort_Nelson")).toBe("Fort Nelson time");
  expect(zoneName("ar", "America/Fort_Nelson")).toBe("بتوقيت \u2066Fort Nelson\u2069");
  expect(zoneName("fr", "UTC")).toBe("UTC");
});

test("days of several days", () => {
  expect(period("en", "2026-05-12", "2026-05-14")).toBe("from 12 May to 14 May 2026");
  expect(period("zh", "2026-05-12", "2026-05-14")).toBe("2026年5月12日至5月14日");
  expect(period("es", "2026-12-30", "2027-01-02")).toBe("del 30 de diciembre de 2026 al 2 de enero de 2027");
  expect(longDay("en", "2026-05-12")).toBe("Tuesday 12 May 2026");
});

test("hours that cross midnight on the reader's clock say so", () => {
  const afternoon = { start: "2024-07-15T15:00+02:00", end: "2024-07-15T18:00+02:00" };
  expect(range("en", afternoon, "Europe/Vienna")).toBe("15:00–18:00");
  expect(range("en", afternoon, "Asia/Tokyo")).toBe("22:00–01:00 (+1 day)");
  expect(dayShift("en", "2024-07-15", "2024-07-14")).toBe("(−1 day)");
});

test("hours on the two sides of a clock change", () => {
  expect(range("en", { start: "2026-03-29T00:30Z", end: "2026-03-29T01:30Z" }, "Europe/Vienna")).toBe("01:30–03:30");
});

test("published words are clean, and isolated where the script runs the other way", () => {
  expect(published("a\u202eb\u0007 c\u2069", "en", ["en"])).toBe("a b c");
  expect(isolated("ar", "Panel 1")).toBe("\u2066Panel 1\u2069");
  expect(isolated("ar", "القاعة D (VIC)")).toBe("القاعة \u2066D (VIC)\u2069");
  expect(isolated("en", "قاعة")).toBe("\u2067قاعة\u2069");
  expect(isolated("en", "Panel 1")).toBe("Panel 1");
});

test("a title is in the reader's language, else in the event's, else in any", () => {
  const title = { en: "Hall", es: "Sala" };
  expect([
    published(title, "es", ["en"]),
    published(title, "fr", ["en"]),
    published({ de: "Saal" }, "fr", ["en"]),
  ]).toEqual(["Sala", "Hall", "Saal"]);
});

test("a language has a name in each language", () => {
  expect(languages.map((language) => languageName(language, "fr"))).toEqual([
    "الفرنسية",
    "法文",
    "French",
    "français",
    "французский",
    "francés",
  ]);
});

test("an Arabic line that begins with a Latin name still runs from right to left", () => {
  expect(directed("ar", "\u2066Panel 2\u2069، متحدثان")).toBe("\u200f\u2066Panel 2\u2069، متحدثان");
  expect(directed("ar", "«\u2066Summary\u2069»: ملخص")).toBe("\u200f«\u2066Summary\u2069»: ملخص");
  expect(directed("ar", "متحدثان في \u2066Panel 2\u2069")).toBe("متحدثان في \u2066Panel 2\u2069");
  expect(directed("zh", "Panel 2有两位发言人")).toBe("Panel 2有两位发言人");
});

test("Chinese labels of facts stay in one line", () => {
  expect(factSets([{ title: "所属项目", value: "x" }, undefined, { title: "空", value: "" }])).toEqual([
    { facts: [{ title: "所\u2060属\u2060项\u2060目", value: "x" }] },
  ]);
});
