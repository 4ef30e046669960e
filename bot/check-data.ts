import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { eventFolder, openEvent } from "./programme/open.ts";
import { ProgrammeError } from "./programme/parse.ts";

/** What an event's folder holds, in a line, or what is wrong with it. */
export async function checkEvent(folder: string): Promise<{ readonly fine: boolean; readonly report: string }> {
  try {
    const { event, sessions, people, organizations, documents, places, information } = await openEvent(folder);
    const versions = documents.reduce((count, document) => count + document.versions.length, 0);
    const counts = [
      `${sessions.length} sessions`,
      `${people.length} people`,
      `${organizations.length} organizations`,
      `${places.length} places`,
      `${documents.length} documents in ${versions} language versions`,
      `${information.length} information items`,
    ];
    return { fine: true, report: `${event.id}: ${counts.join(", ")}` };
  } catch (error) {
    if (!(error instanceof ProgrammeError)) throw error;
    return { fine: false, report: `${relative(".", folder) || folder}: ${error.message}` };
  }
}

/** `npm run check:data [folder…]`: every event under `data/events`, or the ones named. Resolves to the exit code. */
export async function checkData(named: readonly string[], root = "data/events"): Promise<0 | 1> {
  const folders =
    named.length > 0
      ? named.map((name) => eventFolder(name, root))
      : (await readdir(root, { withFileTypes: true }))
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => join(root, name));
  const checked = await Promise.all(folders.map(checkEvent));
  for (const { fine, report } of checked) (fine ? console.log : console.error)(report);
  return checked.every(({ fine }) => fine) ? 0 : 1;
}

if (/check-data\.\w+$/.test(process.argv[1] ?? "")) process.exitCode = await checkData(process.argv.slice(2));
