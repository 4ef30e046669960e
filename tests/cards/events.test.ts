import { describe, expect, test } from "vitest";
import type { Answer } from "../../bot/answer/answer.ts";
import { partOf, sessionFacts } from "../../bot/answer/facts.ts";
import { languages } from "../../bot/language/languages.ts";
import { infoTopics } from "../../bot/programme/model.ts";
import { eventFolder, openEvent } from "../../bot/programme/open.ts";
import type { Programme } from "../../bot/programme/programme.ts";
import { hoursOf } from "../../bot/programme/time.ts";
import { flatten, show, withShare } from "../../cards/index.ts";

const tense = "before";

/** Everything there is to show of an event. */
function answersOf(programme: Programme): readonly Answer[] {
  const top = (programme.childrenOf.get(undefined) ?? []).map((session) => sessionFacts(programme, session));
  const facts = programme.sessions.map((session) => sessionFacts(programme, session));
  const parts = programme.participations.map((part) => partOf(programme, part));
  const places = (kind: string) => programme.places.filter((place) => place.kind === kind);
  const [virtual] = places("virtual");
  const [venue] = places("venue");
  return [
    { kind: "welcome" },
    { kind: "overview", tense },
    ...(["date", "hours", "start", "end", "duration"] as const).map(
      (aspect): Answer => ({ kind: "event-time", aspect, tense }),
    ),
    ...hoursOf(programme).map((block): Answer => ({ kind: "block", block, aspect: "hours", tense })),
    { kind: "venue", aspect: "venue", rooms: places("room"), ...(venue ? { venue } : {}), addressAsked: true },
    ...(virtual
      ? [{ kind: "joining", aspect: "how", virtual, guidance: programme.documents, tense } satisfies Answer]
      : []),
    { kind: "mode", rooms: places("room"), ...(virtual ? { virtual } : {}), tense },
    { kind: "event-language", tense },
    ...(programme.event.legalBasis ? [{ kind: "legal-basis" } satisfies Answer] : []),
    ...(programme.event.audience ? [{ kind: "audience" } satisfies Answer] : []),
    { kind: "agenda", sessions: top, filter: {}, tense },
    { kind: "sessions", sessions: facts, filter: { words: "climate" }, counted: true, tense },
    ...facts.flatMap((one): readonly Answer[] =>
      (["about", "when", "where"] as const).map((aspect) => ({ kind: "session", aspect, facts: one, tense })),
    ),
    { kind: "speakers", parts, filter: {}, counted: false, tense },
    ...programme.people.map((person): Answer => {
      const own = (programme.partsOfPerson.get(person.id) ?? []).map((part) => partOf(programme, part));
      const sessions = own.flatMap(({ session }) => (session ? [sessionFacts(programme, session)] : []));
      return { kind: "person", aspect: "about", person, parts: own, sessions, tense };
    }),
    ...programme.organizations.map((organization): Answer => {
      const own = (programme.partsOfOrganization.get(organization.id) ?? []).map((part) => partOf(programme, part));
      return { kind: "organization", organization, parts: own, tense };
    }),
    { kind: "documents", documents: programme.documents, filter: {}, counted: false },
    ...programme.documents.flatMap((document): readonly Answer[] => [
      { kind: "document", document, aspect: "about" },
      { kind: "document", document, language: "ar", aspect: "about" },
    ]),
    ...infoTopics.map((topic): Answer => {
      const items = programme.information.filter((item) => item.topic === topic);
      return items.length > 0 ? { kind: "information", topic, items } : { kind: "not-published", asked: { topic } };
    }),
    { kind: "zone-time", timeZone: "Pacific/Auckland", spans: hoursOf(programme), tense },
  ];
}

describe.each(["som-2024", "tidewatch-2026"])("everything of %s", async (id) => {
  const programme = await openEvent(eventFolder(id));
  const answers = answersOf(programme);

  test.each(languages)("can be shown in %s, within what Teams takes", (language) => {
    for (const answer of answers) {
      const showing = { programme, language, timeZone: "America/New_York", now: programme.event.start, utterance: "" };
      const { text, card } = show(answer, showing);
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/\$\{|undefined|\[object|\.\.(?!\.)/);
      const shared = card ? withShare(card, "Agenda", language) : undefined;
      const json = JSON.stringify(shared ?? {});
      expect([text, Buffer.byteLength(json) <= 25_000, json.length * 2 <= 60_000]).toEqual([text, true, true]);
      const words = flatten(text, shared);
      expect(words).not.toMatch(/\$\{|undefined|\[object/);
      if (language === "ar")
        expect(words.replace(/\u2066[^\u2066\u2069]*\u2069|English|Français|Español/g, "")).not.toMatch(
          /\p{Script=Latin}{2}/u,
        );
    }
  });
});

test("a place, a text and a join note are in the reader's language where the event has them", async () => {
  const programme = await openEvent(eventFolder("som-2024"));
  const virtual = programme.placeById.get("teams");
  if (!virtual) throw new Error("som-2024 has no virtual place");
  const showing = {
    programme,
    language: "es",
    timeZone: "Europe/Vienna",
    now: "2024-07-01T10:00Z",
    utterance: "",
  } as const;
  expect(show({ kind: "joining", aspect: "link", virtual, guidance: [], tense }, showing).text).toBe(
    "El enlace para participar a distancia se envía a los participantes registrados poco antes de la reunión; el enlace en sí no está publicado, por eso no lo tengo.",
  );
});
