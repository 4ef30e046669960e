import type { SessionFacts, Upcoming } from "../../bot/answer/answer.ts";
import { chain, list } from "../../bot/language/format.ts";
import { city, clock, dateOn, dayShift, longDay, range } from "../../bot/language/times.ts";
import { hoursOf } from "../../bot/programme/time.ts";
import { framed } from "../frame/card.ts";
import { informationCard } from "../information/card.ts";
import { nowCard } from "../now-and-next/card.ts";
import { commonButtons, documentRow, pageButton, rowsThatFit, sessionButton, sessionRow } from "../rows.ts";
import { capital, inOneBreath, inside, sentences, type Wording } from "../wording.ts";
import type { Show } from "./show.ts";

const titles = (wording: Wording, sessions: readonly SessionFacts[]) =>
  sessions.map(({ session }) => wording.sessionTitle(session));

/** Titles in a sentence; the number of sessions when they are many. */
const inWords = (wording: Wording, sessions: readonly SessionFacts[]): string =>
  sessions.length > 4
    ? wording.say("count.sessions", { count: sessions.length })
    : chain(wording.language, titles(wording, sessions));

const nextWhat = (wording: Wording, next: Upcoming): string =>
  "block" in next ? wording.say(`block.${next.block.part}`) : inWords(wording, next.sessions);

function nextText(wording: Wording, next: Upcoming | undefined): string {
  const { say, zone } = wording;
  if (!next) return say("next.none");
  return say("next.text", {
    what: nextWhat(wording, next),
    time: wording.clock(next.start),
    zone,
    day: wording.day(next.start),
  });
}

/** "The event has not begun yet …", "The event is over …". */
function outside(wording: Wording, tense: "before" | "after"): string {
  const { programme, say, zone } = wording;
  const spans = hoursOf(programme);
  const start = spans[0]?.start ?? programme.event.start;
  const on = wording.on(start, spans.at(-1)?.start ?? start);
  return tense === "before"
    ? say("at.before", { time: wording.clock(start), zone, on: wording.on(start) })
    : say("at.over", { on });
}

const nextRows = (wording: Wording, next: Upcoming | undefined) =>
  next && "sessions" in next ? rowsThatFit(next.sessions.map((facts) => sessionRow(wording, facts))).rows : [];

const nextDetail = (wording: Wording, next: Upcoming | undefined) => (next ? nextText(wording, next) : "");

export const at: Show<"at"> = (answer, wording) => {
  const { say, zone, language } = wording;
  const { moment, at: instant, sessions, block, pause, next, tense } = answer;
  const rows = rowsThatFit(sessions.map((facts) => sessionRow(wording, facts))).rows;
  const noTimes = block && sessions.length === 0 ? say("at.noTimes") : "";
  const title =
    sessions.length > 0
      ? inOneBreath(inWords(wording, sessions), say("count.sessions", { count: sessions.length }))
      : block
        ? capital(say(`block.${block.part}`))
        : pause
          ? capital(say("break.name"))
          : capital(wording.published(wording.programme.event.title));
  const ends = sessions.flatMap(({ when }) => (when.known === "exact" && when.end ? [when.end] : []));
  const end =
    (ends.length === sessions.length && ends.length > 0 && new Set(ends).size === 1 ? ends[0] : undefined) ??
    (sessions.length === 0 ? (block?.end ?? pause?.end) : undefined);
  const span = sessions.length === 0 ? (block ?? pause) : undefined;
  const card = (state: string, said = "") =>
    nowCard(
      wording,
      tense,
      {
        title,
        state,
        lead: span ? wording.hours([span]) : "",
        detail: span
          ? `${wording.day(span.start)} · ${zone}`
          : said || say("hours.dated", { hours: wording.clock(instant), zone, day: wording.day(instant) }),
        reader: span ? wording.readerHours([span]) : "",
        rows,
        notes: [noTimes, nextDetail(wording, next)].filter((text) => text !== "").map((text) => ({ text })),
      },
      [
        ...sessions.slice(0, 2).map(({ session }) => sessionButton(wording, session)),
        ...(tense === "after" ? [] : commonButtons(wording, "next")),
      ],
    );
  if (moment === "time") {
    const what =
      sessions.length > 0
        ? inWords(wording, sessions)
        : block
          ? say(`block.${block.part}`)
          : pause
            ? say("break.name")
            : "";
    const hours = span ? say("filtered", { what, filter: wording.hours([span]) }) : what;
    const text = what
      ? say("at.time", { time: wording.clock(instant), zone, what: hours })
      : say("at.timeNothing", { time: wording.clock(instant), zone, day: wording.day(instant) });
    return { text: sentences(language, [text, noTimes]), card: card("", what ? "" : text) };
  }
  if (sessions.length === 0 && !block && !pause && tense !== "during")
    return { text: outside(wording, tense), card: card("", outside(wording, tense)) };
  const time = end ? wording.clock(end) : "";
  const text =
    sessions.length > 0
      ? say("at.session", {
          sessions: end
            ? say("at.until", { what: inWords(wording, sessions), time, zone })
            : inWords(wording, sessions),
        })
      : block
        ? say("at.block", { block: say(`block.${block.part}`), time, zone })
        : pause
          ? say("at.pause", { time, zone })
          : say("at.nothing");
  const isOn = sessions.length > 0 || block !== undefined;
  const state = isOn ? (end ? say("state.nowUntil", { time }) : say("state.now")) : "";
  const after = isOn ? noTimes : nextDetail(wording, next);
  return { text: sentences(language, [capital(text), after]), card: card(state) };
};

export const next: Show<"next"> = ({ next: upcoming, tense }, wording) => {
  const { say, zone, language } = wording;
  const text = upcoming
    ? nextText(wording, upcoming)
    : sentences(language, [say("next.none"), tense === "after" ? outside(wording, "after") : ""]);
  const span = upcoming && "block" in upcoming ? upcoming.block : undefined;
  const card = nowCard(wording, tense, {
    title: upcoming ? capital(inOneBreath(nextWhat(wording, upcoming), say("fact.next"))) : say("next.none"),
    state: upcoming ? say("fact.next") : "",
    lead: span ? wording.hours([span]) : upcoming ? wording.clock(upcoming.start) : "",
    detail: upcoming ? `${wording.day(upcoming.start)} · ${zone}` : tense === "after" ? outside(wording, "after") : "",
    reader: upcoming ? wording.readerHours([span ?? { start: upcoming.start }]) : "",
    rows: nextRows(wording, upcoming),
    notes: [],
  });
  return { text: capital(text), card };
};

/** While the first block is on, nothing has ended yet; what is on is the answer. */
function nothingHeld({ programme, showing, say, clock: at, zone }: Wording): string {
  const now = Date.parse(showing.now);
  const on = programme.event.blocks.find(({ start, end }) => Date.parse(start) <= now && now < Date.parse(end));
  return on ? capital(say("at.block", { block: say(`block.${on.part}`), time: at(on.end), zone })) : say("at.nothing");
}

export const missed: Show<"missed"> = ({ sessions, blocks, documents, tense }, wording) => {
  const { programme, say, zone, language } = wording;
  const start = hoursOf(programme)[0]?.start ?? programme.event.start;
  const held =
    sessions.length > 0
      ? inWords(wording, sessions)
      : wording.list(
          blocks.map((block) => say("filtered", { what: say(`block.${block.part}`), filter: wording.hours([block]) })),
        );
  const first =
    tense === "after"
      ? outside(wording, "after")
      : held === ""
        ? tense === "before"
          ? say("missed.none", { time: wording.clock(start), zone, on: wording.on(start) })
          : nothingHeld(wording)
        : say("missed.text", { what: held });
  const kinds = [...new Set(documents.map(({ kind }) => kind))].map((kind) => inside(say(`document.kind.${kind}`)));
  const left = tense !== "before" && kinds.length > 0 ? say("left.text", { list: wording.list(kinds) }) : "";
  const rows = rowsThatFit([
    ...sessions.map((facts) => sessionRow(wording, facts)),
    ...(tense === "before" ? [] : documents.map((document) => documentRow(wording, document))),
  ]).rows;
  const card = nowCard(wording, tense, {
    title: say("what.missed"),
    state: "",
    lead: "",
    detail: first,
    reader: "",
    rows,
    notes: [],
  });
  return { text: sentences(language, [first, left]), card };
};

export const zoneTime: Show<"zone-time"> = ({ timeZone, place, spans, session }, wording) => {
  const { programme, say, zone, language } = wording;
  const home = programme.event.timeZone;
  const first = spans[0]?.start ?? programme.event.start;
  const shown = list(
    language,
    spans.map((span) =>
      [range(language, span, timeZone), dayShift(language, dateOn(first, timeZone), dateOn(span.start, timeZone))]
        .filter((part) => part !== "")
        .join(language === "zh" ? "" : " "),
    ),
  );
  const name = capital(place ? wording.published(place) : city(language, timeZone));
  const day = longDay(language, dateOn(first, timeZone));
  const filled = { place: name, hours: shown, day, venueHours: wording.hours(spans), zone };
  const text = session
    ? say("zone.session", { ...filled, session: wording.session(session) })
    : say("zone.text", filled);
  const shift = dayShift(language, dateOn(first, home), dateOn(first, timeZone));
  const card = informationCard(
    {
      ...framed(
        wording,
        say("what.time"),
        session ? wording.sessionTitle(session) : wording.published(programme.event.title),
      ),
      lead: shown,
      detail: [`${name} · ${day}`, shift].filter((part) => part !== "").join(" "),
      reader: say("hours.zoned", {
        hours: spans.length === 1 && !spans[0]?.end ? clock(first, home) : wording.hours(spans),
        zone,
      }),
      factSets: [],
      rows: [],
      notes: [],
    },
    [...commonButtons(wording, "hours", "agenda", "joining"), ...pageButton(wording)],
    wording,
  );
  return { text, card };
};
