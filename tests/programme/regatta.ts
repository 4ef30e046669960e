/** The files of a small event without a problem, fresh for each test, so that one thing at a time can be broken. */
export const regatta = () => ({
  event: {
    id: "regatta",
    title: "Autumn regatta",
    shortTitle: "Regatta",
    timeZone: "Europe/Copenhagen",
    start: "2026-10-24T09:00+02:00",
    end: "2026-10-25T18:00+01:00",
    languages: ["en"],
    attendanceMode: "onsite",
    organizers: ["club"],
    blocks: [{ id: "saturday", part: "day", start: "2026-10-24T09:00+02:00", end: "2026-10-24T17:00+02:00" }],
    sources: [{ id: "site", title: "Regatta", uri: "https://regatta.example/", retrievedAt: "2026-09-01" }],
  } as Record<string, unknown>,
  places: [
    { id: "quay", name: "Quay", kind: "venue" },
    { id: "shed", name: "Shed", kind: "room", parentId: "quay" },
    { id: "lamu", name: "Lamu", kind: "room", timeZone: "Africa/Nairobi" },
  ] as Record<string, unknown>[],
  sessions: [
    {
      id: "briefing",
      kind: "briefing",
      title: { en: "Briefing", fr: "Exposé" },
      start: "2026-10-24T10:00+02:00",
      end: "2026-10-24T11:00+02:00",
      timePrecision: "exact",
      placeIds: ["shed"],
      order: 1,
      provenance: [{ source: "site", at: 3 }],
    },
    { id: "questions", parentId: "briefing", kind: "talk", title: "Questions", timePrecision: "parent", order: 2 },
  ] as Record<string, unknown>[],
  people: [{ id: "ada", name: "Ada Rask" }] as Record<string, unknown>[],
  organizations: [{ id: "club", name: "Sailing Club" }] as Record<string, unknown>[],
  participations: [
    { sessionId: "briefing", personId: "ada", orgId: "club", role: "speaker", order: 1, asText: "Ada Rask" },
  ] as Record<string, unknown>[],
  documents: [
    {
      id: "rules",
      title: "Rules",
      kind: "guidance",
      about: ["briefing"],
      authorIds: ["club"],
      versions: [{ language: "en", url: "https://regatta.example/rules.pdf", status: "published" }],
    },
  ] as Record<string, unknown>[],
  information: [{ id: "coffee", topic: "coffee", text: "In the shed." }] as Record<string, unknown>[],
});
export type Files = ReturnType<typeof regatta>;
