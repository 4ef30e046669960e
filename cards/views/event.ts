import type { Answer, Tense } from "../../bot/answer/answer.ts";
import { dayCount, duration } from "../../bot/language/format.ts";
import { dateOn, type Stretch } from "../../bot/language/times.ts";
import type { Text } from "../../bot/programme/model.ts";
import { days, hoursOf } from "../../bot/programme/time.ts";
import type { Button } from "../actions.ts";
import { framed } from "../frame/card.ts";
import { type InformationData, informationCard } from "../information/card.ts";
import { otherPlatforms, overviewCard } from "../overview/card.ts";
import { commonButtons, documentRow, type Fact, factSets, pageButton } from "../rows.ts";
import { capital, inOneBreath, inside, sentences, type Wording } from "../wording.ts";
import type { Show } from "./show.ts";

/** A card of facts: only what is given differs from an empty one. */
function facts(
  wording: Wording,
  what: string,
  title: string,
  given: Partial<Omit<InformationData, "factSets">> & { readonly facts?: readonly Fact[] },
  buttons: readonly Button[],
) {
  const { facts: list = [], ...rest } = given;
  return informationCard(
    {
      ...framed(wording, what, title),
      lead: "",
      detail: "",
      reader: "",
      rows: [],
      notes: [],
      ...rest,
      factSets: factSets(list),
    },
    [...buttons, ...pageButton(wording)],
    wording,
  );
}

const minutesOf = (spans: readonly Stretch[]) =>
  spans.reduce((sum, { start, end }) => sum + (end ? (Date.parse(end) - Date.parse(start)) / 60_000 : 0), 0);

const notes = (texts: readonly string[]) => texts.map((text) => ({ text }));

/** The span of the event in words: "on Monday …", "from … to …". */
function spanOfEvent({ programme, on }: Wording): string {
  const spans = hoursOf(programme);
  return on(programme.event.start, spans.at(-1)?.start ?? programme.event.start);
}

/** "Boardroom D, Vienna International Centre (VIC) and online (Microsoft Teams)". */
function whereabouts(wording: Wording): string {
  const { programme, say } = wording;
  const { attendanceMode } = programme.event;
  const rooms = programme.places.filter(({ kind }) => kind === "room");
  const venues = programme.places.filter(({ kind }) => kind === "venue");
  const onsite = rooms.length === 1 ? rooms : venues;
  const virtual = programme.places.find(({ kind }) => kind === "virtual");
  const online = virtual ? say("where.online", { platform: wording.published(virtual.name) }) : say("format.online");
  return wording.list([
    ...(attendanceMode === "online" ? [] : onsite.map(wording.place)),
    ...(attendanceMode === "onsite" ? [] : [online]),
  ]);
}

/** What of a past event is left: papers, by kind. */
function left(wording: Wording, tense: Tense): string {
  const kinds = [...new Set(wording.programme.documents.map(({ kind }) => kind))].slice(0, 4);
  if (tense !== "after" || kinds.length === 0) return "";
  return wording.say("left.text", {
    list: wording.list(kinds.map((kind) => inside(wording.say(`document.kind.${kind}`)))),
  });
}

export const overview: Show<"overview"> = ({ tense }, wording) => {
  const { programme, say, zone, oneDay } = wording;
  const { event } = programme;
  const filled = {
    tense,
    on: spanOfEvent(wording),
    hours: wording.hours(hoursOf(programme)),
    zone,
    where: whereabouts(wording),
  };
  const key = oneDay ? "overview.text" : "overview.days";
  const full = say(key, { ...filled, title: wording.title(event.title) });
  const text = inOneBreath(capital(full), capital(say(key, { ...filled, title: wording.shortTitle })));
  return { text: sentences(wording.language, [text, left(wording, tense)]), card: overviewCard(wording) };
};

/** Each day with its hours, for events of several days. */
const dayFacts = (wording: Wording): readonly Fact[] =>
  days(wording.programme)
    .filter(({ blocks }) => blocks.length > 0)
    .slice(0, 10)
    .map(({ date, blocks }) => ({ title: wording.day(`${date}T12:00:00Z`), value: wording.hours(blocks) }));

/** The event's hours as one short sentence: what is known when something else is not. */
export function hoursNearby(wording: Wording): string {
  const { programme, say, zone, oneDay } = wording;
  return oneDay
    ? say("nearby.hours", { hours: wording.hours(hoursOf(programme)), zone, day: wording.day(programme.event.start) })
    : say("nearby.days", { on: spanOfEvent(wording) });
}

function eventTimeText({ aspect, tense }: Extract<Answer, { kind: "event-time" }>, wording: Wording): string {
  const { programme, say, zone, oneDay, language } = wording;
  const spans = hoursOf(programme);
  const [first, last] = [spans[0]?.start ?? programme.event.start, spans.at(-1)?.end ?? programme.event.end];
  const hours = wording.hours(spans);
  const on = spanOfEvent(wording);
  switch (aspect) {
    case "date":
      return say("time.date", { tense, on });
    case "hours":
      return oneDay
        ? say("time.hours", { tense, on, hours, zone })
        : sentences(language, [say("time.date", { tense, on }), say("time.perDay")]);
    case "start":
      return say("time.start", { tense, time: wording.clock(first), zone, on: wording.on(first) });
    case "end":
      return say("time.end", { tense, time: wording.clock(last), zone, on: wording.on(last) });
    case "duration":
      return oneDay
        ? say("time.duration", { tense, total: duration(language, minutesOf(spans)), hours, zone })
        : say("time.durationDays", { tense, total: dayCount(language, days(programme).length), on });
  }
}

export const eventTime: Show<"event-time"> = (answer, wording) => {
  const { programme, say, zone, oneDay } = wording;
  const spans = hoursOf(programme);
  const card = facts(
    wording,
    say("what.time"),
    wording.published(programme.event.title),
    {
      lead: oneDay ? wording.hours(spans) : capital(spanOfEvent(wording)),
      detail: oneDay ? `${wording.day(programme.event.start)} · ${zone}` : zone,
      reader: oneDay ? wording.readerHours(spans) : "",
      facts: [
        ...(oneDay
          ? spans
              .filter(() => spans.length > 1)
              .map((block) => ({ title: say(`part.${block.part}`), value: wording.hours([block]) }))
          : dayFacts(wording)),
        ...(oneDay ? [{ title: say("fact.total"), value: duration(wording.language, minutesOf(spans)) }] : []),
      ],
    },
    answer.tense === "after"
      ? commonButtons(wording, "documents", "agenda", "speakers")
      : commonButtons(wording, "agenda", "venue", "joining", "speakers"),
  );
  return { text: eventTimeText(answer, wording), card };
};

export const block: Show<"block"> = ({ block: one, aspect, tense }, wording) => {
  const { say, zone } = wording;
  const name = say(`block.${one.part}`);
  const key = aspect === "hours" ? "block.hours" : aspect === "start" ? "block.start" : "block.end";
  const time = wording.clock(aspect === "end" ? one.end : one.start);
  const text = say(key, { tense, block: name, hours: wording.hours([one]), time, zone, day: wording.day(one.start) });
  const card = facts(
    wording,
    say("what.time"),
    capital(name),
    { lead: wording.hours([one]), detail: `${wording.day(one.start)} · ${zone}`, reader: wording.readerHours([one]) },
    commonButtons(wording, "agenda", "hours", "next", "speakers"),
  );
  return { text: capital(text), card };
};

export const pause: Show<"break"> = ({ start, end, aspect, tense }, wording) => {
  const { say, zone, language } = wording;
  const span = { start, end };
  const total = duration(language, minutesOf([span]));
  const time = wording.clock(aspect === "start" ? start : end);
  const text = say(`break.${aspect}`, { tense, total, time, hours: wording.hours([span]), zone });
  const card = facts(
    wording,
    say("what.time"),
    capital(say("break.name")),
    {
      lead: wording.hours([span]),
      detail: `${wording.day(start)} · ${zone}`,
      reader: wording.readerHours([span]),
      facts: [{ title: say("fact.total"), value: total }],
    },
    commonButtons(wording, "next", "agenda", "hours"),
  );
  return { text, card };
};

export const venue: Show<"venue"> = ({ aspect, rooms, venue: building, addressAsked }, wording) => {
  const { programme, say, language } = wording;
  const virtual = programme.places.find(({ kind }) => kind === "virtual");
  const shownRooms = rooms.slice(0, 4);
  const place =
    rooms.length > 0 && rooms.length <= 4 && aspect !== "address"
      ? wording.places(shownRooms)
      : building
        ? wording.place(building)
        : wording.places(shownRooms);
  const address = building?.address ? wording.published(building.address) : "";
  const isRoom = aspect === "room" && rooms.length > 0 && (rooms.length <= 4 || !building);
  const where = isRoom ? say("venue.room", { place, count: shownRooms.length }) : say("venue.venue", { place });
  const online =
    virtual && programme.event.attendanceMode === "mixed"
      ? say("venue.alsoOnline", { platform: wording.published(virtual.name) })
      : "";
  const addressText = address ? say("venue.address", { address }) : addressAsked ? say("venue.noAddress") : "";
  const parts = aspect === "address" ? [addressText, where] : [where, addressText, online];
  const card = facts(
    wording,
    say("what.venue"),
    building ? wording.place(building) : place,
    {
      lead: rooms.length === 1 ? wording.list(rooms.map(({ name }) => wording.published(name))) : "",
      facts: [
        {
          title: say("fact.room"),
          value: rooms.length === 1 ? "" : wording.list(rooms.slice(0, 12).map(({ name }) => wording.published(name))),
        },
        { title: say("fact.address"), value: address },
        { title: say("fact.platform"), value: virtual ? wording.published(virtual.name) : "" },
      ],
      notes: notes(addressAsked && !address ? [say("venue.noAddress")] : []),
    },
    commonButtons(wording, "hours", "joining", "agenda"),
  );
  return { text: sentences(language, parts), card };
};

export const joining: Show<"joining"> = ({ aspect, virtual, guidance, tense }, wording) => {
  const { say, language } = wording;
  const platform = wording.published(virtual.name);
  const note = virtual.joinNote ? wording.quotation(virtual.joinNote) : "";
  const how = say("joining.how", { tense, platform });
  const noted =
    note === "" ? say("joining.link") : capital(say("joining.noted", { note: note.replace(/[.。](\u2069?)$/u, "$1") }));
  const over = note === "" ? say("joining.over") : sentences(language, [say("joining.over"), note]);
  const link = tense === "after" ? over : noted;
  const conflicts = wording.conflicts(virtual);
  const text =
    aspect === "link"
      ? link
      : aspect === "platform"
        ? sentences(language, [say("joining.platform", { tense, platform }), ...conflicts])
        : sentences(language, tense === "after" ? [how] : [how, link]);
  const card = facts(
    wording,
    say("what.joining"),
    platform,
    {
      detail: link,
      rows: guidance.slice(0, 3).map((document) => documentRow(wording, document)),
      notes: notes(conflicts),
    },
    commonButtons(wording, "hours", "agenda", "documents"),
  );
  return { text, card };
};

export const mode: Show<"mode"> = ({ virtual, tense }, wording) => {
  const { programme, say } = wording;
  const { attendanceMode } = programme.event;
  const where = whereabouts(wording);
  const card = facts(
    wording,
    say("fact.format"),
    capital(say(`format.${attendanceMode}`)),
    { detail: where, notes: notes(virtual ? otherPlatforms(wording, virtual) : []) },
    commonButtons(wording, "joining", "venue", "hours", "agenda"),
  );
  return { text: say("mode.text", { tense, mode: attendanceMode, where }), card };
};

export const eventLanguage: Show<"event-language"> = ({ tense }, wording) => {
  const { programme, say, language } = wording;
  const names = wording.languages(programme.event.languages);
  const interpreted = [...new Set(programme.sessions.flatMap(({ interpretation }) => interpretation))];
  const told = programme.information.some(({ topic }) => topic === "interpretation");
  const interpretation =
    interpreted.length > 0
      ? say("language.interpretation", { languages: wording.languages(interpreted) })
      : told
        ? ""
        : say("language.noInterpretation");
  const card = facts(
    wording,
    say("fact.language"),
    capital(names),
    { detail: interpretation },
    commonButtons(wording, "documents", "joining", "agenda"),
  );
  return { text: sentences(language, [say("language.event", { tense, languages: names }), interpretation]), card };
};

/** What the event says of itself in a text: as published where it is not in the reader's language. */
function statement(wording: Wording, label: string, text: Text | undefined) {
  if (text === undefined) return { text: label };
  const quoted = wording.quotation(text);
  const said = wording.say("line", { label, value: quoted });
  return {
    text: /[.。]\u2069?$/u.test(said) ? said : wording.say("sentence", { text: said }),
    card: facts(
      wording,
      wording.say("what.event"),
      label,
      { detail: quoted },
      commonButtons(wording, "agenda", "documents", "hours"),
    ),
  };
}

export const legalBasis: Show<"legal-basis"> = (_, wording) =>
  statement(wording, wording.say("fact.legal"), wording.programme.event.legalBasis);

export const audience: Show<"audience"> = (_, wording) =>
  statement(wording, wording.say("fact.audience"), wording.programme.event.audience);

export const organizers: Show<"organizers"> = ({ organizations }, wording) => {
  const { say } = wording;
  const names = wording.list(organizations.map(wording.organization));
  const text = say("sentence", { text: say("line", { label: say("fact.organizers"), value: names }) });
  const card = facts(
    wording,
    say("what.event"),
    say("fact.organizers"),
    { detail: names },
    commonButtons(wording, "agenda", "hours", "speakers"),
  );
  return { text, card };
};

export const information: Show<"information"> = ({ topic, items }, wording) => {
  const { say } = wording;
  const label = say(`topic.${topic}`);
  const texts = items.map(({ text }) => wording.quotation(text));
  const links: readonly Button[] = items
    .flatMap((item) => item.links)
    .map(({ title, url }) => ({ title: wording.published(title).slice(0, 20), url }));
  const card = facts(
    wording,
    say("what.information"),
    label,
    {
      detail: texts[0] ?? "",
      notes: notes([...texts.slice(1), ...items.flatMap((item) => wording.conflicts(item))]),
    },
    [...links.slice(0, 3), ...commonButtons(wording, "joining", "hours", "agenda")],
  );
  return { text: say("line", { label, value: texts.join(wording.language === "zh" ? "" : " ") }), card };
};

/** Whether two instants are on one day of the event's calendar. */
export const sameDay = ({ programme }: Wording, a: string, b: string): boolean =>
  dateOn(a, programme.event.timeZone) === dateOn(b, programme.event.timeZone);
