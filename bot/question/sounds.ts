import readings from "../language/zh/readings.json" with { type: "json" };
import type { Token } from "./tokens.ts";

/**
 * Names heard across scripts. A word becomes a row of sounds: consonant classes in capitals (F also for v, L also
 * for r, S for all hissing sounds), vowels in small letters, `W` for a weak w that other scripts drop or write as a vowel.
 */
const latin: readonly (readonly [RegExp, string])[] = [
  [/sch|tch|sh|ch|zh|sz|cz/g, "S"],
  [/ph/g, "F"],
  [/th/g, "T"],
  [/ck|kh|gh/g, "K"],
  [/qu/g, "K"],
  [/c(?=[eiy])/g, "S"],
  [/[cgkqx]/g, "K"],
  [/[szj]/g, "S"],
  [/[bp]/g, "P"],
  [/[dt]/g, "T"],
  [/[fv]/g, "F"],
  [/[lr]/g, "L"],
  [/m/g, "M"],
  [/n/g, "N"],
  [/w/g, "W"],
  [/h/g, ""],
  [/y/g, "i"],
  [/[^A-Za-z]/g, ""],
];
const cyrillic: Readonly<Record<string, string>> = {
  а: "a",
  б: "P",
  в: "F",
  г: "K",
  д: "T",
  е: "e",
  ж: "S",
  з: "S",
  и: "i",
  й: "i",
  к: "K",
  л: "L",
  м: "M",
  н: "N",
  о: "o",
  п: "P",
  р: "L",
  с: "S",
  т: "T",
  у: "u",
  ф: "F",
  х: "",
  ц: "S",
  ч: "S",
  ш: "S",
  щ: "S",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "u",
  я: "a",
  є: "e",
  ї: "i",
  ґ: "K",
};
const arabic: Readonly<Record<string, string>> = {
  ا: "a",
  ب: "P",
  پ: "P",
  ت: "T",
  ث: "S",
  ج: "S",
  چ: "S",
  ح: "",
  خ: "K",
  د: "T",
  ذ: "S",
  ر: "L",
  ز: "S",
  ژ: "S",
  س: "S",
  ش: "S",
  ص: "S",
  ض: "T",
  ط: "T",
  ظ: "S",
  ع: "",
  غ: "K",
  ف: "F",
  ڤ: "F",
  ق: "K",
  ك: "K",
  گ: "K",
  ل: "L",
  م: "M",
  ن: "N",
  ه: "",
  و: "u",
  ي: "i",
  ء: "",
};
const pinyinInitials: readonly (readonly [RegExp, string])[] = [
  [/^(zh|ch|sh|[zcsjqxr](?=[iuüv]))/, "S"],
  [/^[zcs]/, "S"],
  [/^[bp]/, "P"],
  [/^[dt]/, "T"],
  [/^[gk]/, "K"],
  [/^h/, ""],
  [/^[lr]/, "L"],
  [/^f/, "F"],
  [/^w/, "W"],
  [/^y/, ""],
  [/ng$/, "N"],
  [/^m/, "M"],
  [/n/g, "N"],
];

function ofLatin(word: string): string {
  return latin.reduce((sounds, [letters, sound]) => sounds.replace(letters, sound), word);
}

/**
 * Characters that Chinese writes foreign names with, after the tables of the Xinhua news agency (few others ever do),
 * each with its reading in pinyin without tones.
 */
const readingOf: ReadonlyMap<string, string> = new Map(
  Object.entries(readings).flatMap(([syllable, characters]) =>
    [...characters].map((each) => [each, syllable] as const),
  ),
);

/** Whether a row of Chinese characters may be a foreign name written by its sound. */
export const mayTransliterate = (word: string): boolean => [...word].every((character) => readingOf.has(character));

/** Chinese writes foreign "ki" and "gi" with characters now read "ji": such a word is heard both ways. */
export function hearings(word: string, script: Token["script"]): readonly string[] {
  const usual = sounds(word, script);
  if (script !== "han") return [usual];
  const hard = soundsOfPinyin(word, (syllable) => syllable.replace(/^j/, "k"));
  return usual === hard ? [usual] : [usual, hard];
}

/** Empty for a word that holds other characters: it is no foreign name. */
function soundsOfPinyin(word: string, adapt: (syllable: string) => string): string {
  const syllables = [...word].map((character) => readingOf.get(character));
  if (syllables.includes(undefined)) return "";
  return finish(
    syllables
      .map((syllable = "") =>
        pinyinInitials.reduce((s, [letters, sound]) => s.replace(letters, sound), adapt(syllable)),
      )
      .join(""),
  );
}

const finish = (heard: string) =>
  heard.replace(/([A-Z])\1+/g, "$1").replace(/[aeiouüv]+$/, (vowels) => vowels.slice(0, 1));

/** The sounds of a word in any of our scripts. */
export function sounds(word: string, script: Token["script"]): string {
  if (script === "han") return soundsOfPinyin(word, (syllable) => syllable);
  const letters = script === "cyrillic" ? cyrillic : script === "arabic" ? arabic : undefined;
  if (!letters) return finish(ofLatin(word));
  return finish(
    [...word]
      .map((letter) => letters[letter] ?? "")
      .join("")
      .replace(script === "arabic" ? /^u(?=[ai])/ : /^$/, "W"),
  );
}

/** Consonants alone: the key under which names are looked up. Weak sounds give two keys. */
export function skeletons(heard: string): readonly string[] {
  const bones = heard.replace(/[a-zü]/g, "");
  const squeeze = (s: string) => s.replace(/([A-Z])\1+/g, "$1");
  return [...new Set([squeeze(bones.replaceAll("W", "")), squeeze(bones.replaceAll("W", "F"))])].filter(
    (s) => s !== "",
  );
}

/** How far two rows of sounds are apart: 0 same, 1 nothing in common. Vowels weigh a third of consonants. */
export function soundDistance(a: string, b: string): number {
  const weight = (c: string | undefined) => (c === undefined ? 0 : c === "W" ? 0.3 : c >= "a" ? 0.35 : 1);
  let row = [0];
  for (let j = 0; j < b.length; j++) row.push((row[j] ?? 0) + weight(b[j]));
  for (let i = 0; i < a.length; i++) {
    const next = [(row[0] ?? 0) + weight(a[i])];
    for (let j = 0; j < b.length; j++) {
      const x = a[i] ?? "";
      const y = b[j] ?? "";
      const swap =
        x === y ? 0 : x >= "a" && y >= "a" ? 0.2 : (x === "W" && y === "F") || (x === "F" && y === "W") ? 0.2 : 1.2;
      next.push(Math.min((next[j] ?? 0) + weight(b[j]), (row[j + 1] ?? 0) + weight(a[i]), (row[j] ?? 0) + swap));
    }
    row = next;
  }
  const total = [...a, ...b].reduce((sum, c) => sum + weight(c), 0);
  return total === 0 ? 1 : ((row[b.length] ?? total) * 2) / total;
}
