import { words } from "../../language/words.ts";
import type { TeamsWords } from "./teams-bot.ts";

/** Said at a pressed card in a personal chat, where the answer follows as a message. */
const below = {
  ar: "الإجابة أدناه.",
  zh: "回答见下方。",
  en: "The answer is below.",
  fr: "La réponse est ci-dessous.",
  ru: "Ответ ниже.",
  es: "La respuesta está abajo.",
} as const;

export const teamsWords: TeamsWords = {
  failed: (language, id) => ({ text: words(language)("failed", { id }), language, status: "suggested" }),
  answeredBelow: (language) => below[language],
};
