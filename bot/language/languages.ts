/** The languages Rostrum speaks, each with its own folder here. */
export const languages = ["ar", "zh", "en", "fr", "ru", "es"] as const;
export type Language = (typeof languages)[number];

/** Each language in its own script, as on the language chips. */
export const ownNames: { readonly [L in Language]: string } = {
  ar: "العربية",
  zh: "中文",
  en: "English",
  fr: "Français",
  ru: "Русский",
  es: "Español",
};

export const isRightToLeft = (language: Language): boolean => language === "ar";

/** The nearest language we speak to a tag such as `fr-CA`, or undefined. */
export function languageOf(tag: string | undefined): Language | undefined {
  const base = tag?.toLowerCase().split("-")[0];
  return languages.find((language) => language === base);
}
