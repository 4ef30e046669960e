import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import type { Place } from "../../bot/programme/model.ts";
import { hoursOf } from "../../bot/programme/time.ts";
import { hasEnded } from "../clock.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import { commonButtons, type Fact, factSets, pageButton } from "../rows.ts";
import { capital, inside, type Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** The event at a glance. */
export interface OverviewData extends Framed {
  readonly lead: string;
  readonly detail: string;
  readonly reader: string;
  readonly description: string;
  readonly factSets: readonly { readonly facts: readonly Fact[] }[];
  readonly notes: readonly { readonly text: string }[];
}

const draw = bindCard<OverviewData>(template);

/** What other sources say of the platform, named as such. */
export const otherPlatforms = (wording: Wording, place: Place): readonly string[] =>
  wording
    .conflicts(place)
    .map((text) => wording.say("line", { label: wording.say("fact.platform"), value: inside(text) }));

/** When, where, in what language, by whom. */
export function overviewCard(wording: Wording): AdaptiveCard {
  const { programme, say, hours, zone, on, published, quotation } = wording;
  const { event } = programme;
  const spans = hoursOf(programme);
  const last = spans.at(-1)?.start ?? event.start;
  const platforms = programme.places.filter(({ kind }) => kind === "virtual");
  const rooms = programme.places.filter(({ kind }) => kind === "room");
  const venues = programme.places.filter(({ kind }) => kind === "venue");
  const organizers = event.organizers.flatMap((id) => programme.organizationById.get(id) ?? []);
  return draw(
    {
      ...framed(wording, say("what.event"), published(event.title)),
      lead: wording.oneDay ? hours(spans) : capital(on(event.start, last)),
      detail: wording.oneDay ? `${wording.day(event.start)} · ${zone}` : zone,
      reader: wording.oneDay ? wording.readerHours(spans) : "",
      description: event.description ? quotation(event.description) : "",
      factSets: factSets([
        {
          title: say("fact.where"),
          value: wording.places((rooms.length > 0 && rooms.length < 4 ? rooms : venues).slice(0, 4)),
        },
        { title: say("fact.format"), value: say(`format.${event.attendanceMode}`) },
        { title: say("fact.platform"), value: wording.places(platforms) },
        { title: say("fact.language"), value: wording.languages(event.languages) },
        { title: say("fact.organizers"), value: wording.list(organizers.map(wording.organization)) },
      ]),
      notes: platforms.flatMap((place) => otherPlatforms(wording, place).map((text) => ({ text }))),
    },
    [
      ...(hasEnded(wording)
        ? commonButtons(wording, "documents", "agenda", "speakers")
        : commonButtons(wording, "agenda", "speakers", "joining", "documents")),
      ...pageButton(wording),
    ],
    wording,
  );
}
