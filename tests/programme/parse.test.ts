import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProgrammeError, parseProgramme } from "../../bot/programme/parse.ts";
import { fileNames } from "../../bot/programme/shape.ts";
import { type Files, regatta } from "./regatta.ts";

/** What is changed in the file's row (or the event), and the one line the organiser reads. */
const broken: readonly [string, (files: Files) => unknown, string][] = [
  // shapes
  [
    "a time without offset",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { start: "2026-10-24 10:00" }),
    'sessions.json[0].start must be a time with its offset, such as 2026-05-12T09:00+02:00, got "2026-10-24 10:00"',
  ],
  [
    "a long short title",
    ({ event }) => Object.assign(event, { shortTitle: "The autumn regatta of the old sailing club" }),
    'event.json.shortTitle must have at most 40 letters, got "The autumn regatta of the old sailing club"',
  ],
  [
    "a missing title",
    ({ sessions }) => delete sessions[1]?.title,
    'sessions.json[1].title must be words, or words per language such as {"en": "…"}, got nothing',
  ],
  [
    "an empty title",
    ({ sessions }) => Object.assign(sessions[1] ?? {}, { title: "" }),
    'sessions.json[1].title must not be empty, got ""',
  ],
  [
    "a title in no language",
    ({ sessions }) => Object.assign(sessions[1] ?? {}, { title: {} }),
    "sessions.json[1].title must have words in at least one language, got {}",
  ],
  [
    "a title in a language that is none",
    ({ sessions }) => Object.assign(sessions[1] ?? {}, { title: { English: "Questions" } }),
    'sessions.json[1].title.English must be a language tag such as en or zh, got "English"',
  ],
  [
    "an empty translation",
    ({ sessions }) => Object.assign(sessions[1] ?? {}, { title: { en: "Questions", fr: "" } }),
    'sessions.json[1].title.fr must not be empty, got ""',
  ],
  [
    "a misspelt field",
    ({ places }) => Object.assign(places[1] ?? {}, { adress: "1 Quay" }),
    'places.json[1].adress is not a field here (did you mean "address"?): remove it',
  ],
  [
    "a kind nobody knows",
    ({ places }) => Object.assign(places[1] ?? {}, { kind: "hall" }),
    'places.json[1].kind must be one of venue, room, virtual, got "hall"',
  ],
  [
    "an order in quotes",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { order: "1" }),
    'sessions.json[0].order must be a number, got "1"',
  ],
  [
    "a line that is no line",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { provenance: [{ source: "site", at: true }] }),
    "sessions.json[0].provenance[0].at must be a line counted from 1, or a heading, got true",
  ],
  [
    "a country by its name",
    ({ organizations }) => Object.assign(organizations[0] ?? {}, { country: "Denmark" }),
    'organizations.json[0].country must have at most 2 letters, got "Denmark"',
  ],
  [
    "a document without versions",
    ({ documents }) => Object.assign(documents[0] ?? {}, { versions: [] }),
    "documents.json[0].versions must have at least 1 row(s), got []",
  ],
  [
    "an address that is not https",
    ({ event }) => Object.assign(event, { url: "ftp://regatta.example/" }),
    'event.json.url must be an https address, got "ftp://regatta.example/"',
  ],
  [
    "a list that is an object",
    (files) => Object.assign(files, { people: { ada: "Ada Rask" } }),
    'people.json must be a list [ … ], got {"ada":"Ada Rask"}',
  ],
  [
    "a file nobody reads",
    (files) => Object.assign(files, { speakers: [] }),
    "speakers.json is not a file of an event: remove it",
  ],
  [
    "a misspelt file",
    (files) => Object.assign(files, { session: [] }),
    'session.json is not a file of an event (did you mean "sessions"?): remove it',
  ],
  // references
  [
    "an id twice",
    ({ places }) => Object.assign(places[2] ?? {}, { id: "shed" }),
    'places.json[2].id must be another id: "shed" stands already at places.json[1]',
  ],
  [
    "a person nobody listed",
    ({ participations }) => Object.assign(participations[0] ?? {}, { personId: "bob" }),
    'participations.json[0].personId names "bob", which is not in people.json',
  ],
  [
    "a misspelt place",
    ({ sessions }) => Object.assign(sessions[1] ?? {}, { placeIds: ["sheds"] }),
    'sessions.json[1].placeIds[0] names "sheds", which is not in places.json (did you mean "shed"?)',
  ],
  [
    "a parent that is not there",
    ({ sessions }) => Object.assign(sessions[1] ?? {}, { parentId: "plenary" }),
    'sessions.json[1].parentId names "plenary", which is not in sessions.json',
  ],
  [
    "a session above itself",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { parentId: "questions" }),
    "sessions.json[0].parentId must not lead back to itself, got briefing → questions → briefing",
  ],
  [
    "a place within itself",
    ({ places }) => Object.assign(places[0] ?? {}, { parentId: "quay" }),
    "places.json[0].parentId must not lead back to itself, got quay → quay",
  ],
  [
    "a part of nobody",
    ({ participations }) => {
      delete participations[0]?.personId;
      delete participations[0]?.orgId;
    },
    "participations.json[0] must name who it is: a personId, an orgId or both, got neither",
  ],
  [
    "a paper about no session",
    ({ documents }) => Object.assign(documents[0] ?? {}, { about: ["panel-9"] }),
    'documents.json[0].about[0] names "panel-9", which is not in sessions.json',
  ],
  [
    "a paper by nobody listed",
    ({ documents }) => Object.assign(documents[0] ?? {}, { authorIds: ["clubs"] }),
    'documents.json[0].authorIds[0] names "clubs", which is not in organizations.json (did you mean "club"?)',
  ],
  [
    "an organizer not listed",
    ({ event }) => Object.assign(event, { organizers: ["navy"] }),
    'event.json.organizers[0] names "navy", which is not in organizations.json',
  ],
  [
    "a source not listed",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { provenance: [{ source: "leaflet" }] }),
    'sessions.json[0].provenance[0].source names "leaflet", which is not in event.json.sources',
  ],
  [
    "a conflict from a source not listed",
    ({ places }) =>
      Object.assign(places[0] ?? {}, {
        conflicts: [{ field: "name", value: "Pier", provenance: [{ source: "leaflet" }] }],
      }),
    'places.json[0].conflicts[0].provenance[0].source names "leaflet", which is not in event.json.sources',
  ],
  [
    "a language of a paper twice",
    ({ documents }) =>
      Object.assign(documents[0] ?? {}, {
        versions: [
          { language: "en", status: "announced" },
          { language: "en", status: "announced" },
        ],
      }),
    'documents.json[0].versions[1].language must be another language: "en" is listed already (an older version is "superseded")',
  ],
  [
    "a published paper without address",
    ({ documents }) => Object.assign(documents[0] ?? {}, { versions: [{ language: "en", status: "published" }] }),
    'documents.json[0].versions[0].url must be the https address of a published version, got nothing (without one, the status is "announced")',
  ],
  // times
  [
    "a zone that is none",
    ({ event }) => Object.assign(event, { timeZone: "Copenhagen" }),
    'event.json.timeZone must be an IANA time zone such as Europe/Vienna, got "Copenhagen"',
  ],
  [
    "an offset for a zone",
    ({ places }) => Object.assign(places[2] ?? {}, { timeZone: "+03:00" }),
    'places.json[2].timeZone must be an IANA time zone such as Europe/Vienna, got "+03:00"',
  ],
  [
    "a day that does not exist",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { start: "2026-10-32T10:00+02:00" }),
    'sessions.json[0].start must be a day and an hour that exist, got "2026-10-32T10:00+02:00"',
  ],
  [
    "an end before the start",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { end: "2026-10-24T09:30+02:00" }),
    'sessions.json[0].end must be after its start 2026-10-24T10:00+02:00, got "2026-10-24T09:30+02:00"',
  ],
  [
    "summer time after it ended",
    ({ sessions }) =>
      Object.assign(sessions[0] ?? {}, { start: "2026-10-25T10:00+02:00", end: "2026-10-25T11:00+01:00" }),
    'sessions.json[0].start must carry the offset of Europe/Copenhagen on that day, such as 2026-10-25T10:00+01:00, got "2026-10-25T10:00+02:00"',
  ],
  [
    "winter time before it began",
    ({ event }) => Object.assign(event, { start: "2026-10-24T09:00+01:00", blocks: [] }),
    'event.json.start must carry the offset of Europe/Copenhagen on that day, such as 2026-10-24T09:00+02:00, got "2026-10-24T09:00+01:00"',
  ],
  [
    "UTC where the zone's own clock is wanted",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { end: "2026-10-24T09:00Z" }),
    'sessions.json[0].end must carry the offset of Europe/Copenhagen on that day, such as 2026-10-24T09:00+02:00, got "2026-10-24T09:00Z"',
  ],
  [
    "the offset of another place's zone",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { end: "2026-10-24T12:00+03:00" }),
    'sessions.json[0].end must carry the offset of Europe/Copenhagen on that day, such as 2026-10-24T12:00+02:00, got "2026-10-24T12:00+03:00"',
  ],
  [
    "a session after the event",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { end: "2026-10-25T19:00+01:00" }),
    'sessions.json[0].end must be within the event (2026-10-24T09:00+02:00 to 2026-10-25T18:00+01:00), got "2026-10-25T19:00+01:00"',
  ],
  [
    "a block before the event",
    ({ event }) =>
      Object.assign(event, {
        blocks: [{ id: "early", part: "morning", start: "2026-10-24T08:00+02:00", end: "2026-10-24T10:00+02:00" }],
      }),
    'event.json.blocks[0].start must be within the event (2026-10-24T09:00+02:00 to 2026-10-25T18:00+01:00), got "2026-10-24T08:00+02:00"',
  ],
  [
    "exact without a start",
    ({ sessions }) => {
      delete sessions[0]?.start;
      delete sessions[0]?.end;
    },
    'sessions.json[0].timePrecision must be parent or none when there is no start, got "exact"',
  ],
  [
    "a start that is said to be unknown",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { timePrecision: "none" }),
    'sessions.json[0].timePrecision must be exact or date when there is a start or an end, got "none"',
  ],
  [
    "the parent's time without a parent",
    ({ sessions }) => delete sessions[1]?.parentId,
    'sessions.json[1].timePrecision must be none when there is no parentId, got "parent"',
  ],
  [
    "an earlier start of what was not moved",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { previousStart: "2026-10-24T09:30+02:00" }),
    'sessions.json[0].status must be moved or cancelled when there is a previousStart, got "scheduled"',
  ],
  // what must not be there
  [
    "an e-mail address",
    ({ people }) => Object.assign(people[0] ?? {}, { bio: { en: "Write to ada@regatta.example" } }),
    "people.json[0].bio.en must not hold an e-mail address: remove it, or name the page where people find it",
  ],
  [
    "a phone number",
    ({ information }) => Object.assign(information[0] ?? {}, { text: "Call +45 20 30 40 50" }),
    "information.json[0].text must not hold a phone number: remove it, or name the page where people find it",
  ],
  [
    "a way into the meeting",
    ({ places }) =>
      Object.assign(places[1] ?? {}, { joinNote: "https://teams.microsoft.com/l/meetup-join/19%3ameeting" }),
    "places.json[1].joinNote must not hold a link that lets people into a meeting: say how they get it instead",
  ],
  [
    "another way into the meeting",
    ({ sessions }) => Object.assign(sessions[0] ?? {}, { url: "https://us02web.zoom.us/j/123456" }),
    "sessions.json[0].url must not hold a link that lets people into a meeting: say how they get it instead",
  ],
  [
    "a password",
    ({ information }) => Object.assign(information[0] ?? {}, { text: "Wi-Fi password: herring" }),
    "information.json[0].text must not hold a password or a meeting id: say where people find it instead",
  ],
  [
    "an http address in words",
    ({ information }) => Object.assign(information[0] ?? {}, { text: "See http://regatta.example" }),
    "information.json[0].text must not hold an http address: https only",
  ],
];

const problemsOf = (files: Record<string, unknown>): readonly string[] => {
  try {
    parseProgramme(files);
    return [];
  } catch (error) {
    if (!(error instanceof ProgrammeError)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.replace(/^ {2}- /, ""));
  }
};

describe("An organiser reads what to mend", () => {
  test("and reads nothing when all is well", () => {
    expect(problemsOf(regatta())).toEqual([]);
  });

  test.each(broken)("%s", (_, breakIt, line) => {
    const files = regatta();
    breakIt(files);
    expect(problemsOf(files)).toEqual([line]);
  });

  test("all problems of all files at once, from top to bottom", () => {
    const files = regatta();
    Object.assign(files.event, { timeZone: "Mars/Base" });
    Object.assign(files.people[0] ?? {}, { name: "" });
    Object.assign(files.sessions[0] ?? {}, { placeIds: ["moon"], order: "first" });
    Object.assign(files.sessions[1] ?? {}, { placeIds: ["moon"] });
    expect(problemsOf(files).map((line) => line.split(" ")[0])).toEqual([
      "event.json.timeZone",
      "sessions.json[0].order",
      "sessions.json[1].placeIds[0]",
      "people.json[0].name",
    ]);
  });

  test("a row with a problem does not make those who name it wrong", () => {
    const files = regatta();
    Object.assign(files.people[0] ?? {}, { name: 7 });
    expect(problemsOf(files)).toEqual(["people.json[0].name must be text in quotes, got 7"]);
  });

  test("what must stay private is not repeated in the problem", () => {
    const files = regatta();
    Object.assign(files.information[0] ?? {}, { text: "Ask ada@regatta.example" });
    expect(problemsOf(files).join()).not.toContain("ada@");
  });
});

describe("A folder may hold less", () => {
  test("an event alone is a programme with nothing in it yet", () => {
    const { event } = regatta();
    expect(parseProgramme({ event: { ...event, organizers: [] } }).sessions).toEqual([]);
  });

  test("nothing at all is one problem", () => {
    expect(problemsOf({})).toEqual(["event.json must be an object { … }, got nothing"]);
  });

  test("a session in a place with another clock may carry that clock's offset", () => {
    const files = regatta();
    Object.assign(files.sessions[0] ?? {}, {
      placeIds: ["lamu"],
      start: "2026-10-24T11:00+03:00",
      end: "2026-10-24T12:00+03:00",
    });
    expect(problemsOf(files)).toEqual([]);
  });

  test("offsets of both sides of the night in which clocks go back are right", () => {
    const files = regatta();
    Object.assign(files.sessions[0] ?? {}, { start: "2026-10-25T02:30+02:00", end: "2026-10-25T02:30+01:00" });
    expect(problemsOf(files)).toEqual([]);
  });
});

describe("What looks private and is not", () => {
  test.each([
    "Hotel: 25 rooms from 2026-10-24T09:00+02:00",
    "See https://regatta.example/papers/0012345678-00987654321",
    "Ask @regatta, or come at 10:00 - 13:00 and 15:00 - 18:00",
    "The password is on the card at the desk",
    "TWC/CONF.2/2026/CRP.1, page 00 12",
  ])("%s", (text) => {
    const files = regatta();
    Object.assign(files.information[0] ?? {}, { text });
    expect(problemsOf(files)).toEqual([]);
  });
});

test("Whatever stands in the files, it is read or its problems are named; nothing else happens", () => {
  const names = fc.constantFrom(...fileNames, "speakers", "__proto__");
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue()), (files) => {
      expect(problemsOf(files).length).toBeGreaterThan(0);
    }),
  );
  // one wrong value somewhere in files that are otherwise right
  const file = fc.constantFrom(
    "places",
    "sessions",
    "people",
    "organizations",
    "participations",
    "documents",
    "information",
  );
  fc.assert(
    fc.property(file, fc.nat(20), fc.jsonValue(), (name, field, value) => {
      const files: Record<string, Record<string, unknown>[] | Record<string, unknown>> = regatta();
      const rows = files[name];
      const row = Array.isArray(rows) ? rows[0] : undefined;
      if (row) row[Object.keys(row)[field % Object.keys(row).length] ?? "id"] = value;
      expect(problemsOf(files).every((line) => /^\w+\.json.* (must|names|is not) /.test(line))).toBe(true);
    }),
  );
});
