import { Converter } from "opencc-js/t2cn";

/** One word of an utterance; a Chinese character is a word of its own. */
export interface Token {
  /** As typed. */
  readonly raw: string;
  /** Case, accents, letter variants and digits folded: what is compared. */
  readonly fold: string;
  /** Offsets in the utterance after `clean`. */
  readonly start: number;
  readonly end: number;
  readonly script: "latin" | "cyrillic" | "arabic" | "han" | "number" | "other";
}

const toSimplified = Converter({ from: "tw", to: "cn" });
const han = /\p{Script=Han}/u;

/** Longest utterance that is read; the rest is cut. People ask in far fewer letters, attackers do not. */
const longest = 500;

/** Folds widths, digits, quotes and dashes, and traditional characters; keeps case and accents. */
export function clean(utterance: string): string {
  const text = utterance
    .slice(0, longest)
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-");
  return han.test(text) ? toSimplified(text) : text;
}

/** The one accent that tells two everyday words apart: French "où" (where) and "ou" (or). */
const kept = /^où$/i;

/** Stands for й while accents are taken off: it is a letter, not an и with an accent. */
const shortI = "\ue000";

/** Words that have nothing to fold but capitals: most of all that are read. */
const plain = /^(?:[\0-\x7f]+|[а-я]+|[ءابت-غف-وي]+|[一-鿿])$/;

/** Lower case without accents; Arabic letter variants as one; `ё` as `е`. */
export function fold(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  if (kept.test(word)) return word.toLowerCase();
  return word
    .replace(/[йЙ]/g, shortI)
    .normalize("NFKD")
    .replace(/\p{M}|\u0640/gu, "")
    .toLowerCase()
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/ؤ/g, "و")
    .replace(/ئ/g, "ي")
    .replace(/ß/g, "ss")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/і/g, "и")
    .replaceAll(shortI, "й");
}

function scriptOf(word: string): Token["script"] {
  if (/^[a-z]/i.test(word)) return "latin";
  if (/^\p{N}/u.test(word)) return "number";
  if (han.test(word)) return "han";
  if (/^\p{Script=Latin}/u.test(word)) return "latin";
  if (/^\p{Script=Cyrillic}/u.test(word)) return "cyrillic";
  if (/^\p{Script=Arabic}/u.test(word)) return "arabic";
  return "other";
}

/** The words of a cleaned utterance, in order. */
export function tokens(cleaned: string): Token[] {
  const found: Token[] = [];
  for (const match of cleaned.matchAll(/\p{Script=Han}|\p{N}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\u0640])+/gu)) {
    const folded = fold(match[0]);
    if (folded !== "")
      found.push({
        raw: match[0],
        fold: folded,
        start: match.index,
        end: match.index + match[0].length,
        script: scriptOf(match[0]),
      });
  }
  return found;
}
