import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type FileName, fileNames, fileSchemas } from "./programme/shape.ts";

/** The JSON Schema of one file of an event, as the text that is committed under `data/schema`. */
export function schemaText(file: FileName): string {
  const row = fileSchemas[file];
  const schema = z.toJSONSchema(file === "event" ? row : z.array(row), { io: "input" });
  return `${JSON.stringify({ title: `${file}.json of an event`, ...schema }, null, 2)}\n`;
}

/** `npm run schema`: writes what editors and other tools check the files of an event with. */
export async function writeSchemas(folder = "data/schema"): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of fileNames) await writeFile(join(folder, `${file}.schema.json`), schemaText(file));
}

if (/schema\.\w+$/.test(process.argv[1] ?? "")) await writeSchemas();
