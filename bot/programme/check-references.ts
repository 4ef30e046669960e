import type { Provenance } from "./model.ts";
import { didYouMean, type Problem } from "./problems.ts";
import type { FileName, Placed, Readable } from "./shape.ts";

interface Fact {
  readonly provenance: readonly Provenance[];
  readonly conflicts?: readonly { readonly provenance: readonly Provenance[] }[];
}

/** Ids are unique; what names another row names one that exists; no session is above itself; sources are listed. */
export function checkReferences(data: Readable): Problem[] {
  const problems: Problem[] = [];
  const { event, idsIn } = data;

  const names = (file: FileName, path: string, id: string | undefined, target: FileName) => {
    const ids = idsIn[target];
    if (id !== undefined && ids && !ids.has(id))
      problems.push({ file, path, says: `names "${id}", which is not in ${target}.json${didYouMean(id, ids)}` });
  };
  const namesAll = (file: FileName, path: string, ids: readonly string[], target: FileName) => {
    for (const [index, id] of ids.entries()) names(file, `${path}[${index}]`, id, target);
  };
  const unique = (file: FileName, ids: readonly { readonly id: string; readonly path: string }[]) => {
    const first = new Map<string, string>();
    for (const { id, path } of ids) {
      const before = first.get(id);
      if (before === undefined) first.set(id, path);
      else
        problems.push({
          file,
          path: `${path}.id`,
          says: `must be another id: "${id}" stands already at ${file}.json${before}`,
        });
    }
  };
  const sourceIds = new Set(event?.sources.map(({ id }) => id));
  const sources = (file: FileName, path: string, fact: Fact) => {
    const check = (at: string, provenance: readonly Provenance[]) => {
      for (const [index, { source }] of provenance.entries())
        if (event && !sourceIds.has(source))
          problems.push({
            file,
            path: `${at}[${index}].source`,
            says: `names "${source}", which is not in event.json.sources${didYouMean(source, sourceIds)}`,
          });
    };
    check(`${path}.provenance`, fact.provenance);
    for (const [index, conflict] of (fact.conflicts ?? []).entries())
      check(`${path}.conflicts[${index}].provenance`, conflict.provenance);
  };

  if (event) {
    unique(
      "event",
      event.blocks.map(({ id }, index) => ({ id, path: `.blocks[${index}]` })),
    );
    unique(
      "event",
      event.sources.map(({ id }, index) => ({ id, path: `.sources[${index}]` })),
    );
    namesAll("event", ".organizers", event.organizers, "organizations");
    sources("event", "", event);
  }
  const files = ["places", "sessions", "people", "organizations", "documents", "information"] as const;
  for (const file of files) {
    unique(
      file,
      data[file].map(({ row, path }) => ({ id: row.id, path })),
    );
    for (const { row, path } of data[file]) sources(file, path, row);
  }
  for (const { row, path } of data.places) names("places", `${path}.parentId`, row.parentId, "places");
  for (const { row, path } of data.sessions) {
    names("sessions", `${path}.parentId`, row.parentId, "sessions");
    namesAll("sessions", `${path}.placeIds`, row.placeIds, "places");
  }
  problems.push(...checkTree("places", data.places), ...checkTree("sessions", data.sessions));
  for (const { row, path } of data.participations) {
    sources("participations", path, row);
    names("participations", `${path}.sessionId`, row.sessionId, "sessions");
    names("participations", `${path}.personId`, row.personId, "people");
    names("participations", `${path}.orgId`, row.orgId, "organizations");
    if (!row.personId && !row.orgId)
      problems.push({
        file: "participations",
        path,
        says: "must name who it is: a personId, an orgId or both, got neither",
      });
  }
  for (const { row, path } of data.documents) {
    namesAll("documents", `${path}.about`, row.about, "sessions");
    namesAll("documents", `${path}.authorIds`, row.authorIds, "organizations");
    problems.push(...checkVersions(row.versions, path));
  }
  return problems;
}

/** Following `parentId` upwards must end. Reported once a loop, at its first row. */
function checkTree(
  file: "places" | "sessions",
  rows: readonly Placed<{ readonly id: string; readonly parentId?: string | undefined }>[],
): Problem[] {
  const parents = new Map(rows.map(({ row }) => [row.id, row.parentId]));
  const reported = new Set<string>();
  return rows.flatMap(({ row, path }) => {
    const loop = [row.id];
    let above = row.parentId;
    while (above !== undefined && !loop.includes(above)) {
      loop.push(above);
      above = parents.get(above);
    }
    if (above !== row.id || reported.has(row.id)) return [];
    for (const id of loop) reported.add(id);
    const chain = [...loop, row.id].join(" → ");
    return [{ file, path: `${path}.parentId`, says: `must not lead back to itself, got ${chain}` }];
  });
}

function checkVersions(
  versions: readonly { readonly language: string; readonly url?: string | undefined; readonly status: string }[],
  path: string,
): Problem[] {
  const seen = new Set<string>();
  return versions.flatMap((version, index) => {
    const at = `${path}.versions[${index}]`;
    const problems: Problem[] = [];
    if (version.status === "published" && !version.url)
      problems.push({
        file: "documents",
        path: `${at}.url`,
        says: 'must be the https address of a published version, got nothing (without one, the status is "announced")',
      });
    if (version.status !== "superseded") {
      if (seen.has(version.language))
        problems.push({
          file: "documents",
          path: `${at}.language`,
          says: `must be another language: "${version.language}" is listed already (an older version is "superseded")`,
        });
      seen.add(version.language);
    }
    return problems;
  });
}
