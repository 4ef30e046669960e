import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DataFile } from "lowdb/node";
import { parseProgramme } from "./parse.ts";
import { type Problem, ProgrammeError, shown } from "./problems.ts";
import { type Programme, programmeOf } from "./programme.ts";

/** The folder of an event: the path itself if it looks like one, else the id's folder under `root` (`data/events`). */
export const eventFolder = (idOrFolder: string, root = "data/events"): string =>
  /[/\\]|^\.{1,2}$/.test(idOrFolder) ? resolve(idOrFolder) : resolve(root, idOrFolder);

/** Opens an event from its folder of JSON files, which are only read. Throws a `ProgrammeError` if they cannot be used. */
export async function openEvent(folder: string): Promise<Programme> {
  return programmeOf(parseProgramme(await readFiles(folder)));
}

async function readFiles(folder: string): Promise<Record<string, unknown>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw new ProgrammeError([
      { file: "event", path: "", says: `must be in the folder ${folder}, which does not exist` },
    ]);
  });
  const problems: Problem[] = [];
  const files: Record<string, unknown> = {};
  for (const name of names.filter((each) => each.endsWith(".json"))) {
    const file = name.slice(0, -".json".length);
    try {
      files[file] = await new DataFile<unknown>(join(folder, name), { parse, stringify: JSON.stringify }).read();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      problems.push({ file, path: "", says: `must be JSON: ${error.message}` });
    }
  }
  if (!("event" in files) && problems.every(({ file }) => file !== "event"))
    problems.push({ file: "event", path: "", says: `must be in the folder ${folder}, which has ${shown(names)}` });
  if (problems.length > 0) throw new ProgrammeError(problems);
  return files;
}

/** Editors on Windows put a byte order mark before the text, which JSON does not allow. */
const parse = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/, ""));
