import { isRightToLeft, type Language } from "../bot/language/languages.ts";
import ar from "./words/ar.json" with { type: "json" };
import en from "./words/en.json" with { type: "json" };
import es from "./words/es.json" with { type: "json" };
import fr from "./words/fr.json" with { type: "json" };
import ru from "./words/ru.json" with { type: "json" };
import zh from "./words/zh.json" with { type: "json" };

/** The pages' own words in one language. */
export type Words = typeof en;

export const wordsOf: { readonly [L in Language]: Words } = { ar, zh, en, fr, ru, es };

export const directionOf = (language: Language): "rtl" | "ltr" => (isRightToLeft(language) ? "rtl" : "ltr");

/** Keeps a name or a clock time whole inside text of the other direction. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
