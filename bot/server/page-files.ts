import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { PageFile, PageFiles } from "./endpoint.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Reads the built pages into memory: `first` is served at `/`, the other files under `/tab/`. None built: none served. */
export async function readPages(folder: string, first: string): Promise<PageFiles> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const known = names.filter((name) => extname(name) in types);
  const files = await Promise.all(
    known.map(async (name): Promise<[string, PageFile]> => {
      const type = types[extname(name)] ?? "application/octet-stream";
      return [name === first ? "/" : `/tab/${name}`, { body: await readFile(join(folder, name)), type }];
    }),
  );
  return new Map(files);
}
