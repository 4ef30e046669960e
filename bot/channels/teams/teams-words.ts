import { words } from "../../language/words.ts";
import type { TeamsWords } from "./teams-bot.ts";

export const teamsWords: TeamsWords = {
  failed: (language, id) => ({ text: words(language)("failed", { id }), language, status: "suggested" }),
  answeredBelow: (language) => words(language)("answeredBelow"),
};
