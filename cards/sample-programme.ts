import type { SessionFacts } from "../bot/answer/answer.ts";
import { partOf, sessionFacts } from "../bot/answer/facts.ts";
import type { Document, Organization, Person, Place, ProgrammeData, Session } from "../bot/programme/model.ts";
import { type Programme, programmeOf } from "../bot/programme/programme.ts";

const fact = { provenance: [], conflicts: [], keywords: {} };

const place = (id: string, name: string, kind: Place["kind"], more: Partial<Place> = {}): Place => ({
  ...fact,
  id,
  name,
  kind,
  aliases: [],
  ...more,
});

const session = (
  order: number,
  id: string,
  kind: Session["kind"],
  title: string,
  more: Partial<Session> = {},
): Session => ({
  ...fact,
  id,
  kind,
  title,
  timePrecision: "none",
  placeIds: [],
  tracks: [],
  languages: [],
  interpretation: [],
  status: "scheduled",
  order,
  ...more,
});

const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  ...fact,
  id,
  name,
  aliases: [],
  ...more,
});

const organization = (id: string, name: string, more: Partial<Organization> = {}): Organization => ({
  ...fact,
  id,
  name,
  aliases: [],
  kind: "ngo",
  ...more,
});

const paper = (
  id: string,
  kind: Document["kind"],
  title: string,
  tags: readonly string[],
  more: Partial<Document> = {},
): Document => ({
  ...fact,
  id,
  kind,
  title,
  about: [],
  authorIds: [],
  versions: tags.map((language) => ({ language, status: "published" })),
  ...more,
});

// biome-ignore lint/suspicious/noTemplateCurlyInString: a title that looks like a template is what must be harmless
const hostile = "[x](https://evil.example) **b** <at>x</at> ${1+1} `c` # d\u202e_e_";

const panelTitle =
  "Preventing and combatting the smuggling of migrants through international cooperation while addressing its root causes, in line with the provisions of the United Nations Convention against Transnational Organized Crime and the Protocols thereto";

const six = ["ar", "zh", "en", "fr", "ru", "es"];

const data: ProgrammeData = {
  event: {
    ...fact,
    id: "sample",
    title: "Third Constructive Dialogue on the Smuggling of Migrants",
    shortTitle: "Third Constructive Dialogue",
    description: "With relevant stakeholders, including non-governmental organizations.",
    timeZone: "Europe/Vienna",
    start: "2024-07-15T10:00+02:00",
    end: "2024-07-15T18:00+02:00",
    languages: ["en"],
    attendanceMode: "mixed",
    status: "scheduled",
    url: "https://www.example.org/dialogue.html",
    organizers: ["casa"],
    legalBasis: "Paragraph 53 of the Procedures and rules",
    audience: "Relevant stakeholders. Registered participants are also invited.",
    blocks: [
      { id: "morning", part: "morning", start: "2024-07-15T10:00+02:00", end: "2024-07-15T13:00+02:00" },
      { id: "afternoon", part: "afternoon", start: "2024-07-15T15:00+02:00", end: "2024-07-15T18:00+02:00" },
    ],
    sources: [
      { id: "page", title: "Event page", retrievedAt: "2026-11-20" },
      { id: "unit", title: "Civil Society Unit", retrievedAt: "2026-11-20" },
    ],
  },
  places: [
    place("vic", "Vienna International Centre", "venue", { acronym: "VIC" }),
    place("d", "Boardroom D", "room", { parentId: "vic" }),
    place("teams", "Microsoft Teams", "virtual", {
      joinNote: "The link is shared with registered participants shortly before the event.",
      conflicts: [{ field: "name", value: "Interprefy", provenance: [{ source: "unit" }] }],
    }),
  ],
  sessions: [
    session(1, "item-2", "agenda-item", "Briefing on the developments and outcomes of the review process", {
      number: "2",
    }),
    session(2, "item-3", "agenda-item", "Spotlight on the 11th meeting of the Working Group", { number: "3" }),
    session(3, "panel-1", "panel", panelTitle, { number: "Panel 1", parentId: "item-3", placeIds: ["d"] }),
    session(4, "panel-2", "panel", "Protection and assistance measures for smuggled migrants", {
      number: "Panel 2",
      parentId: "item-3",
    }),
    session(5, "keynote", "keynote", "An opening with a time of its own", {
      timePrecision: "exact",
      start: "2024-07-15T10:15+02:00",
      end: "2024-07-15T10:45+02:00",
      status: "moved",
      previousStart: "2024-07-15T10:05+02:00",
      placeIds: ["d"],
      languages: ["en"],
      interpretation: ["fr", "ar"],
      tracks: ["Protection"],
      abstract: "What has changed since the last dialogue, and what has not.",
    }),
    session(6, "workshop", "workshop", "A workshop that will not take place", {
      status: "cancelled",
      timePrecision: "exact",
      start: "2024-07-15T16:00+02:00",
    }),
    session(7, "hostile", "talk", hostile, {
      abstract: "1. [click](https://evil.example)",
    }),
  ],
  people: [
    person("yessica", "Yessica Elizabeth Llanes García", {
      honorific: "Ms.",
      bio: "Works with migrants in Monterrey.",
    }),
    person("titus", "Titus Asiimwe", { honorific: "Mr." }),
    person("hadeer", "Hadeer Soliman", { honorific: "Ms." }),
    person("hope", "Hope Gee Williams", { honorific: "Ms." }),
    person("graziella", "Graziella Rocha", { honorific: "Ms." }),
    person("nukila", "Nukila Evanty", { honorific: "Ms." }),
  ],
  organizations: [
    organization("casa", "Casa Monarca, Humanitarian Aid for Migrants, A.B.P."),
    organization("wpi", "The Women's Probono Initative"),
    organization("feps", "Cairo University, Faculty of Economics and Political Science (FEPS)"),
    organization("fula", "Fula Africa"),
    organization("asbrad", "Brazilian Association for the Defense of Women, Children and Youth (ASBRAD)"),
    organization("wwg", "Women Working Group (WWG)"),
  ],
  participations: (
    [
      ["panel-1", "hadeer", "feps"],
      ["panel-1", "hope", "fula"],
      ["panel-1", "graziella", "asbrad"],
      ["panel-1", "nukila", "wwg"],
      ["panel-2", "yessica", "casa"],
      ["panel-2", "titus", "wpi"],
      ["keynote", "titus", "wpi"],
    ] as const
  ).map(([sessionId, personId, orgId], order) => ({
    sessionId,
    personId,
    orgId,
    role: sessionId === "keynote" ? "moderator" : "panellist",
    order,
    provisional: sessionId === "keynote",
    asText: personId,
    provenance: [],
  })),
  documents: [
    paper("protection", "background", "Protection and assistance measures for smuggled migrants.", six, {
      about: ["panel-2"],
    }),
    paper("prevention", "background", `${panelTitle}.`, six, { about: ["panel-1"] }),
    paper("summary", "summary", "Summary by the Co-Chairs", ["en"], {
      symbol: "CTOC/COP/WG.7/2024/2",
      authorIds: ["casa"],
      versions: [
        { language: "en", status: "published", url: "https://www.example.org/summary.pdf", publishedAt: "2024-08-01" },
      ],
    }),
    paper("guidance", "guidance", "Guidance for remote participation", ["und"]),
    paper("programme", "programme", "Programme for the 2024 Constructive Dialogue", ["en"]),
  ],
  information: [
    {
      ...fact,
      id: "contributions",
      topic: "contributions",
      text: "Written contributions are published as received.",
      links: [{ title: "Contributions", url: "https://www.example.org/contributions.html" }],
    },
  ],
};

/** A small programme with what is hard to show: the longest title, no times, a moved and a cancelled session, a hostile title. */
export const sampleProgramme: Programme = programmeOf(data);

const found = <T>(map: ReadonlyMap<string, T>, id: string): T => {
  const one = map.get(id);
  if (one === undefined) throw new Error(`The sample programme has no ${id}.`);
  return one;
};

/** Facts of the sample programme by id, as answers hold them. */
export const sample = {
  session: (id: string): Session => found(sampleProgramme.sessionById, id),
  facts: (id: string): SessionFacts => sessionFacts(sampleProgramme, found(sampleProgramme.sessionById, id)),
  person: (id: string): Person => found(sampleProgramme.personById, id),
  organization: (id: string): Organization => found(sampleProgramme.organizationById, id),
  place: (id: string): Place => found(sampleProgramme.placeById, id),
  document: (id: string): Document => found(sampleProgramme.documentById, id),
  parts: (sessionId: string) =>
    (sampleProgramme.partsOfSession.get(sessionId) ?? []).map((part) => partOf(sampleProgramme, part)),
};
