import type { Answer } from "../../bot/answer/answer.ts";
import type { View } from "../view.ts";
import type { Wording } from "../wording.ts";

/** Shows any answer: for those that have others inside them. */
export type ShowAny = (answer: Answer, wording: Wording) => View;

/** The answers of a kind; kinds that share a shape are told apart too. */
export type AnswerOf<K extends Answer["kind"]> = K extends unknown
  ? Answer extends infer A
    ? A extends { readonly kind: string }
      ? K extends A["kind"]
        ? A & { readonly kind: K }
        : never
      : never
    : never
  : never;

/** Shows the answers of a kind. */
export type Show<K extends Answer["kind"]> = (answer: AnswerOf<K>, wording: Wording, showAny: ShowAny) => View;
