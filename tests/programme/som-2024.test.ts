import { describe, expect, test } from "vitest";
import { eventFolder, openEvent } from "../../bot/programme/open.ts";

const som = await openEvent(eventFolder("som-2024"));
const english = (text: string | Record<string, string>): string => (typeof text === "string" ? text : (text.en ?? ""));

/** Lines of the event's page as published, by number: names and titles must stand in them letter by letter. */
const page: Readonly<Record<number, string>> = {
  2: "The meeting was held in English from 10:00 - 13:00 and 15:00 - 18:00 (CEST, Vienna time) in a hybrid mode, with in-person participation at the Vienna International Centre (VIC) - Boardroom D and online (via Microsoft Teams).",
  5: "Programme for the 2024 Constructive Dialogue on the UNTOC review process following the conclusion of the 11th meeting of the Working Group on the Smuggling of Migrants - Available here (English)",
  6: "Please see here further guidance for in-person participation.",
  7: "Please see here further guidance for remote participation.",
  8: "For additional general information on the constructive dialogues, please consult UNODC’s Civil Society Unit page.",
  9: "The Summary by the Co-Chairs of the Constructive Dialogue on the review process in accordance with paragraph 53 of the Procedures and rules for the functioning of the Mechanism for the Review of the Implementation of the United Nations Convention against Transnational Organized Crime (UNTOC) and the Protocols thereto - Available here (English)",
  10: 'Background paper prepared by the Secretariat for the Working Groups on Trafficking in Persons and the Smuggling of Migrants 2024 - "Status of the functioning of the Mechanism for the Review of the Implementation of the United Nations Convention against Transnational Organized Crime and the Protocols thereto" (Arabic - Chinese - English - French - Russian - Spanish)',
  11: 'Background paper prepared by the Secretariat for the Working Group on the Smuggling of Migrants 2024 - "Preventing and combating the smuggling of migrants through international cooperation while addressing its root causes, in line with the provisions of the United Nations Convention against Transnational Organized Crime and the Protocols thereto." (Arabic - Chinese - English - French - Russian - Spanish)',
  12: 'Background paper prepared by the Secretariat for the Working Group on the Smuggling of Migrants 2024 - "Protection and assistance measures for smuggled migrants." (Arabic - Chinese - English - French - Russian - Spanish)',
  13: "Agenda item 2 – Briefing on the developments and outcomes of the review process",
  14: "Status of the UNTOC Review Mechanism - Secretariat presentation",
  15: "Preparing and facilitating the engagement of non-governmental stakeholders in the implementation of UNTOC",
  16: "Agenda item 3 – Spotlight on the 11th meeting of the Working Group on the Smuggling of Migrants",
  17: "Panel 1: Preventing and combatting the smuggling of migrants through international cooperation while addressing its root causes, in line with the provisions of the United Nations Convention against Transnational Organized Crime and the Protocols thereto",
  18: "Cairo University, Faculty of Economics and Political Science (FEPS), Ms. Hadeer Soliman",
  19: "Fula Africa, Ms. Hope Gee Williams",
  20: "Brazilian Association for the Defense of Women, Children and Youth (ASBRAD), Ms. Graziella Rocha",
  21: "Women Working Group (WWG), Ms. Nukila Evanty",
  22: "Panel 2: Protection and assistance measures for smuggled migrants",
  23: "Casa Monarca, Humanitarian Aid for Migrants, A.B.P., Ms. Yessica Elizabeth Llanes García",
  24: "The Women's Probono Initative, Mr. Titus Asiimwe",
  25: "Written contributions are published as received",
};

/** Official names of the United Nations that the page has only in short. */
const official = ["United Nations Office on Drugs and Crime"];

const named = [
  ...som.sessions.map(({ title, provenance }) => ({ name: english(title), provenance })),
  ...som.documents.map(({ title, provenance }) => ({ name: english(title), provenance })),
  ...som.documents.flatMap(({ description, provenance }) =>
    description ? [{ name: english(description), provenance }] : [],
  ),
  ...som.people.map(({ honorific, name, provenance }) => ({ name: `${honorific} ${name}`, provenance })),
  ...som.organizations.map(({ name, provenance }) => ({ name: english(name), provenance })),
  ...som.organizations.flatMap(({ acronym, provenance }) => (acronym ? [{ name: acronym, provenance }] : [])),
  ...som.places.map(({ name, provenance }) => ({ name: english(name), provenance })),
  ...som.participations.map(({ asText, provenance }) => ({ name: asText, provenance })),
].filter(({ name }) => !official.includes(name));

describe("The first event is told as its page tells it", () => {
  test.each(named)("$name", ({ name, provenance }) => {
    const lines = provenance.flatMap(({ at }) => (typeof at === "number" ? [page[at] ?? ""] : []));
    // only the first letter may differ, where the page has the name within a sentence
    expect(lines.some((line) => line.includes(name) || line.includes(name[0]?.toLowerCase() + name.slice(1)))).toBe(
      true,
    );
  });

  test("two agenda items, two briefings, two panels", () => {
    const count = (kind: string) => som.sessions.filter((session) => session.kind === kind).length;
    expect([count("agenda-item"), count("briefing"), count("panel"), som.sessions.length]).toEqual([2, 2, 2, 6]);
    expect(som.sessions.map(({ number }) => number)).toEqual(["2", undefined, undefined, "3", "Panel 1", "Panel 2"]);
    expect(som.childrenOf.get("item-3")?.map(({ id }) => id)).toEqual(["panel-1", "panel-2"]);
  });

  test("six panellists, each with an organisation, four and two", () => {
    const panellists = som.participations.filter(({ role }) => role === "panellist");
    expect(panellists).toHaveLength(6);
    expect(panellists.every(({ personId, orgId }) => personId && orgId)).toBe(true);
    expect([som.partsOfSession.get("panel-1")?.length, som.partsOfSession.get("panel-2")?.length]).toEqual([4, 2]);
  });

  test("eight documents: three papers in six languages, two in English, three that do not say", () => {
    const languages = som.documents.map(({ versions }) => versions.map(({ language }) => language).join(" "));
    const six = "ar zh en fr ru es";
    expect(languages).toEqual(["en", "und", "und", "en", six, six, six, "und"]);
  });

  test("what is not published is not filled in", () => {
    expect(som.documents.flatMap(({ versions }) => versions).filter(({ url }) => url)).toEqual([]);
    expect(som.documents.filter(({ symbol }) => symbol)).toEqual([]);
    expect(som.sessions.filter(({ start, end }) => start || end)).toEqual([]);
    expect(som.organizations.filter(({ country }) => country)).toEqual([]);
    expect(som.people.filter(({ bio, url }) => bio || url)).toEqual([]);
    expect(som.participations.filter(({ role }) => role.includes("chair") || role === "moderator")).toEqual([]);
    expect(som.information.map(({ topic }) => topic)).toEqual(["registration", "remote", "contributions", "outcome"]);
  });

  test("both platforms are kept, each with its source", () => {
    expect(som.placeById.get("teams")).toMatchObject({
      name: "Microsoft Teams",
      conflicts: [{ field: "name", value: "Interprefy", provenance: [{ source: "csu" }] }],
    });
  });

  test("each fact says where it was read", () => {
    const facts = [
      ...som.sessions,
      ...som.people,
      ...som.organizations,
      ...som.participations,
      ...som.documents,
      ...som.places,
      ...som.information,
    ];
    expect(facts.filter(({ provenance }) => provenance.length === 0)).toEqual([]);
  });

  test("our own words are there in all six languages", () => {
    const own = [
      som.event.description,
      som.event.legalBasis,
      som.event.audience,
      som.placeById.get("teams")?.joinNote,
      ...som.information.map(({ text }) => text),
    ];
    for (const text of own) expect(Object.keys(text ?? {})).toEqual(["ar", "zh", "en", "fr", "ru", "es"]);
  });

  test("people find sessions, papers, organisations and places in each language", () => {
    const things = [...som.sessions, ...som.organizations, ...som.documents, ...som.places];
    for (const { id, keywords } of things)
      expect({ id, languages: Object.keys(keywords) }).toEqual({ id, languages: ["ar", "zh", "en", "fr", "ru", "es"] });
  });
});
