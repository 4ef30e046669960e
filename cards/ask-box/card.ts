import type { Wording } from "../wording.ts";

/** Where one types a question without mentioning the assistant: guests of a meeting cannot mention it. */
export interface AskBoxData {
  readonly boxLabel: string;
  readonly boxHint: string;
  readonly boxButton: string;
}

/** The words of the ask box. */
export const askBox = ({ say }: Wording): AskBoxData => ({
  boxLabel: say("box.label"),
  boxHint: say("box.hint"),
  boxButton: say("box.button"),
});
