import type { Language } from "../language/languages.ts";
import type { Mark } from "./marks.ts";

/** A time or date said in the text, with the letters it takes. */
export interface Said {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** Hours in words, 1 to 12, as they stand before "o'clock" or a part of the day. */
const hours: { readonly [L in Language]: readonly string[] } = {
  en: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  fr: ["une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
  es: ["una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"],
  ru: [
    "часу|час|часа",
    "двух|два",
    "трех|трёх|три",
    "четырех|четырёх|четыре",
    "пяти|пять",
    "шести|шесть",
    "семи|семь",
    "восьми|восемь",
    "девяти|девять",
    "десяти|десять",
    "одиннадцати|одиннадцать",
    "двенадцати|двенадцать",
  ],
  zh: ["一", "两|二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"],
  ar: [
    "الواحدة|واحدة",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
    "العاشرة",
    "الحادية عشرة|الحادية عشر",
    "الثانية عشرة|الثانية عشر",
  ],
};

/** Parts of the day that turn a 12-hour time into a 24-hour one, before or behind the hour. */
const parts: { readonly [L in Language]: { readonly am: string; readonly pm: string } } = {
  en: { am: "a\\.?\\s?m\\b\\.?|in the morning", pm: "p\\.?\\s?m\\b\\.?|in the (?:afternoon|evening)|at night" },
  fr: { am: "du matin|am\\b", pm: "de l'apr[eè]s[- ]midi|du soir|pm\\b" },
  es: { am: "de la ma[nñ]ana|a\\.?\\s?m\\b\\.?", pm: "de la (?:tarde|noche)|p\\.?\\s?m\\b\\.?" },
  ru: { am: "утра", pm: "дня|вечера|пополудни" },
  zh: { am: "上午|早上|凌晨|清晨", pm: "下午|晚上|傍晚|中午" },
  ar: { am: "صباح[اً]*|الصبح|ص\\b", pm: "مساء[اً]*|ظهر[اً]*|بعد الظهر|عصر[اً]*|المغرب|بالليل|م\\b" },
};

/** What marks a bare number as an hour. `before` stands before it, `after` behind it. */
const markers: {
  readonly [L in Language]: {
    readonly before: string;
    readonly after: string;
    readonly half: string;
    readonly quarter: string;
  };
} = {
  en: {
    before: "at|by|from|until|till|before|after|around|since|past",
    after: "o'?\\s?clock",
    half: "(?!)",
    quarter: "(?!)",
  },
  fr: { before: "(?!)", after: "h(?:eures?)?", half: "et demie", quarter: "et quart" },
  es: { before: "a las?|desde las?|hasta las?|de las?|las", after: "horas|h\\b", half: "y media", quarter: "y cuarto" },
  ru: { before: "(?!)", after: "час(?:ов|а|у)?|ч\\b", half: "(?!)", quarter: "(?!)" },
  zh: { before: "(?!)", after: "[点时](?:钟|整)?", half: "半", quarter: "一刻" },
  ar: { before: "الساعة|الساعه|ساعة", after: "(?!)", half: "والنصف|ونصف", quarter: "والربع|وربع" },
};

interface Grammar {
  readonly digits: RegExp;
  readonly spelled: RegExp;
  readonly am: RegExp;
  readonly pm: RegExp;
  readonly half: RegExp;
  readonly quarter: RegExp;
  readonly hours: readonly RegExp[];
}

const grammars = new Map<Language, Grammar>();

function grammarOf(language: Language): Grammar {
  const known = grammars.get(language);
  if (known) return known;
  const { am, pm } = parts[language];
  const { before, after, half, quarter } = markers[language];
  const part = `(?:${am}|${pm})`;
  const word = hours[language]
    .flatMap((forms) => forms.split("|"))
    .sort((a, b) => b.length - a.length)
    .join("|");
  const edge = language === "zh" ? "" : "(?<![\\p{L}\\p{N}])";
  const rest = `(?:\\s*(?:${half}|${quarter}))?(?:\\s*${part})?`;
  const grammar: Grammar = {
    digits: new RegExp(
      `(?:(?<lead>${part})\\s*)?(?<![\\p{N}.,:/-])(?:(?<mark>${before})\\s+)?(?<h>[01]?\\d|2[0-4])(?:\\s?[:.h点时]\\s?(?<m>[0-5]\\d)(?!\\p{N})(?:分)?|(?<after>\\s?(?:${after})))?(?![\\p{N}/])${rest}`,
      "giu",
    ),
    spelled: new RegExp(
      `${edge}(?:(?<lead>${part})\\s*)?(?:(?<mark>${before})\\s+)?(?<w>${word})(?<after>\\s?(?:${after}))?(?<tail>${rest})${language === "zh" ? "" : "(?![\\p{L}])"}`,
      "giu",
    ),
    am: new RegExp(am, "iu"),
    pm: new RegExp(pm, "iu"),
    half: new RegExp(half, "iu"),
    quarter: new RegExp(quarter, "iu"),
    hours: hours[language].map((forms) => new RegExp(`^(?:${forms})$`, "iu")),
  };
  grammars.set(language, grammar);
  return grammar;
}

function to24(hour: number, part: "am" | "pm" | undefined): number {
  if (part === "pm" && hour < 12) return hour + 12;
  if (part === "am" && hour === 12) return 0;
  return hour % 24;
}

/** Clock times said in a language, such as "3pm", "15h30", "a las tres y media", "下午4点", "до семи вечера". */
export function clockTimes(text: string, language: Language): Said[] {
  const grammar = grammarOf(language);
  const found: Said[] = [];
  const read = (match: RegExpMatchArray, hour: number, isHour: boolean) => {
    const whole = match[0];
    const part = grammar.pm.test(whole) ? "pm" : grammar.am.test(whole) ? "am" : undefined;
    if (!isHour && part === undefined) return;
    // "item 2.15" is no hour, "10.30" and "2.15 pm" are.
    if (part === undefined && hour < 7 && /\d\.\d/.test(whole)) return;
    const minute = match.groups?.m
      ? Number(match.groups.m)
      : grammar.half.test(whole)
        ? 30
        : grammar.quarter.test(whole)
          ? 15
          : 0;
    const start = match.index ?? 0;
    if (found.some((other) => start < other.end && other.start < start + whole.length)) return;
    found.push({
      start,
      end: start + whole.trimEnd().length,
      mark: {
        type: "clock",
        hour: to24(hour, part),
        minute,
        exact: part !== undefined || hour > 12 || /^\s*0/.test(whole),
      },
    });
  };
  for (const match of text.matchAll(grammar.digits)) {
    const { m, after, mark } = match.groups ?? {};
    read(
      match,
      Number(match.groups?.h),
      m !== undefined ||
        after !== undefined ||
        (mark !== undefined && language !== "en") ||
        (mark !== undefined && /^(at|by|from|until|till|before|after)$/i.test(mark) && Number(match.groups?.h) >= 7),
    );
  }
  for (const match of text.matchAll(grammar.spelled)) {
    const hour = grammar.hours.findIndex((forms) => forms.test(match.groups?.w ?? "")) + 1;
    read(match, hour, match.groups?.after !== undefined || (match.groups?.mark !== undefined && language !== "en"));
  }
  return found;
}

/** Dates in figures: 2024-07-15, 15.07.2024, 15/07, 7月15日. Months in words are read from tags. */
export function figureDates(text: string): Said[] {
  const found: Said[] = [];
  const patterns: readonly (readonly [RegExp, (m: RegExpMatchArray) => Mark])[] = [
    [
      /(?<!\p{N})(\d{4})-(\d{1,2})-(\d{1,2})(?!\p{N})/gu,
      (m) => ({ type: "day", year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
    ],
    [
      /(?<!\p{N})(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\p{N})/gu,
      (m) => ({ type: "day", day: Number(m[1]), month: Number(m[2]), year: Number(m[3]) }),
    ],
    [/(?<!\p{N})(\d{1,2})\/(\d{1,2})(?![\p{N}/])/gu, (m) => ({ type: "day", day: Number(m[1]), month: Number(m[2]) })],
    [
      /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]/gu,
      (m) => ({ type: "day", ...(m[1] ? { year: Number(m[1]) } : {}), month: Number(m[2]), day: Number(m[3]) }),
    ],
    [/(\d{1,2})[日号](?!\p{N})/gu, (m) => ({ type: "day", day: Number(m[1]) })],
  ];
  for (const [pattern, mark] of patterns)
    for (const match of text.matchAll(pattern))
      if (!found.some((other) => match.index < other.end && other.start < match.index + match[0].length))
        found.push({ start: match.index, end: match.index + match[0].length, mark: mark(match) });
  return found;
}
