import { city, zoneName } from "../../bot/language/times.ts";
import { words } from "../../bot/language/words.ts";
import { hoursOf } from "../../bot/programme/time.ts";
import { framed } from "../frame/card.ts";
import { helpCard } from "../help/card.ts";
import { informationCard } from "../information/card.ts";
import { commonButtons, pageButton } from "../rows.ts";
import { welcomeCard } from "../welcome/card.ts";
import type { Show } from "./show.ts";

export const welcome: Show<"welcome" | "greeting"> = ({ kind }, wording) => ({
  text: wording.say(kind === "welcome" ? "welcome.text" : "greeting.text", { event: wording.shortTitle }),
  card: welcomeCard(wording),
});

export const help: Show<"help"> = (_, wording) => {
  const { say } = wording;
  return { text: say("help.text"), card: helpCard(wording, say("help.title"), say("help.text")) };
};

export const aboutAssistant: Show<"about-assistant"> = (_, wording) => {
  const text = wording.say("about.text", { event: wording.shortTitle });
  return { text, card: helpCard(wording, wording.say("help.title"), text) };
};

export const thanks: Show<"thanks"> = (_, { say }) => ({ text: say("thanks.text") });

export const goodbye: Show<"goodbye"> = (_, { say }) => ({ text: say("goodbye.text") });

export const languageSet: Show<"language-set"> = ({ language }, wording) => {
  const text = words(language)("language.set");
  return wording.language === language ? { text, card: helpCard(wording, wording.say("help.title"), text) } : { text };
};

export const zoneSet: Show<"zone-set"> = ({ timeZone }, wording) => {
  const { say, language, zone, programme } = wording;
  const text = say("zone.set", { city: city(language, timeZone), zone });
  const spans = hoursOf(programme);
  const name = zoneName(language, timeZone);
  const card = informationCard(
    {
      ...framed(wording, say("what.time"), name),
      lead: wording.oneDay ? wording.hours(spans, timeZone) : wording.on(programme.event.start, programme.event.end),
      detail: wording.oneDay ? wording.day(programme.event.start) : "",
      reader: wording.oneDay ? say("hours.zoned", { hours: wording.hours(spans), zone }) : "",
      factSets: [],
      rows: [],
      notes: [],
    },
    [...commonButtons(wording, "hours", "agenda", "joining"), ...pageButton(wording)],
    wording,
  );
  return { text, card };
};
