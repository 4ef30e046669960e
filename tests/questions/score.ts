import { fold } from "../../bot/question/tokens.ts";

/** A question with what a right reply is: one alternative of each group in its text, and nothing of `none`. */
export interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly q: string;
  readonly status: string;
  /** Further statuses that are right too. */
  readonly also?: readonly string[];
  readonly all?: readonly (readonly string[])[];
  readonly none?: readonly string[];
  readonly conversation?: readonly string[];
  readonly now?: string;
}

const plain = (text: string) =>
  fold(
    text
      .normalize("NFKC")
      .replace(/[\u200b-\u200f\u2060-\u2069\u0640]/g, "")
      .replace(/[’‘]/g, "'")
      .replace(/[–—−]/g, "-"),
  );

/** Whether `part` stands in `text` at the start of a word; a figure never inside a longer one. */
function holds(text: string, part: string): boolean {
  const sought = plain(part);
  for (let i = text.indexOf(sought); sought !== "" && i >= 0; i = text.indexOf(sought, i + 1)) {
    const inWord =
      /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(sought) &&
      /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(text[i - 1] ?? "");
    const inNumber = /\d$/.test(sought) && /\d/.test(text[i + sought.length] ?? "");
    if (!inWord && !inNumber) return true;
  }
  return false;
}

/** `right`; `wrong`: something was asserted that is not so; `silent`: it was declined or only offered. */
export function verdict(gold: Gold, status: string, reply: string): "right" | "silent" | "wrong" {
  const text = plain(reply);
  if ((gold.none ?? []).some((part) => holds(text, part))) return "wrong";
  const fits = status === gold.status || (gold.also ?? []).includes(status);
  const missed = status === "answered" && (gold.all ?? []).some((group) => !group.some((part) => holds(text, part)));
  if (status === "answered") return fits && !missed ? "right" : "wrong";
  return fits ? "right" : "silent";
}
