import cities from "../language/cities.json" with { type: "json" };
import further from "../language/further-cities.json" with { type: "json" };
import type { Language } from "../language/languages.ts";
import { lexiconOf } from "./lexicon.ts";
import type { Mark } from "./marks.ts";
import { PhraseTree } from "./phrase-tree.ts";
import { skeletons, soundDistance, sounds } from "./sounds.ts";
import { stem } from "./stems.ts";
import { clean, type Token, tokens } from "./tokens.ts";

/** UN M49 codes of Africa, the Americas, Asia, Europe and Oceania. */
const continents = ["002", "019", "142", "150", "009"];

/** ISO 3166-1 codes with a zone of each, from the platform's own data: every pair of letters that it has a name for. */
function countries(): readonly { readonly code: string; readonly zone: string | undefined }[] {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return [...continents, ...letters.flatMap((a) => letters.map((b) => a + b))]
    .filter((code) => !/^(EU|EZ|UN|QO|X[A-Z]|ZZ)$/.test(code) && names.of(code) !== undefined)
    .map((code) => ({ code, zone: zoneOf(code) }));
}

/** Zones named after a city, such as `Africa/Nairobi`. */
const cityZones = Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"));

/** Languages of papers beyond those each lexicon lists. */
const furtherLanguages = [
  "de",
  "pt",
  "it",
  "ja",
  "ko",
  "tr",
  "hi",
  "sw",
  "uk",
  "nl",
  "fa",
  "pl",
  "ro",
  "el",
  "he",
  "vi",
  "th",
  "id",
  "ms",
  "bn",
  "ur",
  "sr",
  "hr",
  "cs",
  "hu",
  "sv",
  "no",
  "da",
  "fi",
  "am",
  "ha",
  "tl",
  "ka",
  "hy",
  "az",
  "kk",
  "uz",
];

function zoneOf(code: string): string | undefined {
  if (continents.includes(code)) return undefined;
  const locale: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] } = new Intl.Locale(`und-${code}`);
  return (locale.getTimeZones?.() ?? locale.timeZones)?.[0];
}

/** City of a zone id: `America/Argentina/Buenos_Aires` is Buenos Aires. */
const cityOf = (zone: string) => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** Cities that people name and the zone database does not, as their languages write them. */
const furtherCities = Object.entries(further).flatMap(([timeZone, names]) => names.map((name) => ({ name, timeZone })));

const spoken: Readonly<
  Record<
    string,
    { readonly names: Partial<Record<Language, string>>; readonly time?: Partial<Record<Language, string>> }
  >
> = cities;

export interface World {
  readonly phrases: PhraseTree<Mark>;
}

const worlds = new Map<Language, World>();

/** Asking the platform for zones takes most of the time, so all languages share the answer. */
let regions: ReturnType<typeof countries> | undefined;

/** Names of languages, countries and zones as a language says them. */
export function worldOf(language: Language): World {
  const known = worlds.get(language);
  if (known) return known;
  const phrases = new PhraseTree<Mark>();
  const add = (name: string | undefined, mark: Mark) => {
    const all = name ? tokens(clean(name)).map((token) => stem(token.fold, language)) : [];
    const stems = all.length > 1 ? all.filter((word) => !lexiconOf(language).glue.has(word)) : all;
    // "Reunion" is a meeting in Spanish before it is an island.
    const isWord = stems.length === 1 && lexiconOf(language).phrases.has(stems[0] ?? "") && mark.type !== "language";
    if (!isWord) phrases.add(stems, mark);
  };
  const languageNames = new Intl.DisplayNames([language], { type: "language", fallback: "none" });
  for (const tag of furtherLanguages) add(languageNames.of(tag), { type: "language", tag });
  const regionNames = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  regions ??= countries();
  for (const { code, zone } of regions) {
    add(regionNames.of(code), { type: "country", code });
    if (zone) add(regionNames.of(code), { type: "zone", timeZone: zone });
  }
  for (const zone of cityZones) add(cityOf(zone), { type: "zone", timeZone: zone });
  for (const { name, timeZone } of furtherCities) add(name, { type: "zone", timeZone });
  for (const [timeZone, { names, time }] of Object.entries(spoken))
    for (const said of [names[language], time?.[language]]) add(said, { type: "zone", timeZone });
  for (const zone of ["UTC", "GMT"]) add(zone, { type: "zone", timeZone: "UTC" });
  const world = { phrases };
  worlds.set(language, world);
  return world;
}

let heardCities: Map<string, { sounds: string; timeZone: string }[]> | undefined;

/** The zone of a city written in another script, such as "Найроби" or "内罗毕". */
export function heardZone(word: string, script: Token["script"]): string | undefined {
  if (!heardCities) {
    heardCities = new Map();
    const cities = new Map(
      Intl.supportedValuesOf("timeZone")
        .filter((zone) => zone.includes("/"))
        .map((zone) => [cityOf(zone).toLowerCase(), zone]),
    );
    for (const { name, timeZone } of furtherCities) if (/^[a-z]/i.test(name)) cities.set(name.toLowerCase(), timeZone);
    for (const [city, timeZone] of cities) {
      const heard = sounds(city.replaceAll(" ", ""), "latin");
      for (const skeleton of skeletons(heard))
        heardCities.set(skeleton, [...(heardCities.get(skeleton) ?? []), { sounds: heard, timeZone }]);
    }
  }
  const said = sounds(word, script);
  let best: { distance: number; timeZone: string } | undefined;
  for (const skeleton of skeletons(said))
    for (const city of heardCities.get(skeleton) ?? []) {
      const distance = soundDistance(said, city.sounds);
      if (distance <= 0.3 && (!best || distance < best.distance)) best = { distance, timeZone: city.timeZone };
    }
  return best?.timeZone;
}
