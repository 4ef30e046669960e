import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

const sources = ["bot", "cards", "tab", "manifest"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path).replaceAll("\\", "/")),
);
const text = (path: string) => readFileSync(join(root, path), "utf8");
const withoutComments = (path: string) => text(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
const importsOf = (path: string): string[] =>
  [...withoutComments(path).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target]) => target ?? "");
const resolved = (path: string) =>
  importsOf(path).map((target) =>
    target.startsWith(".") ? relative(root, resolve(root, dirname(path), target)).replaceAll("\\", "/") : target,
  );

/** [library, who may import it] */
const homes: readonly (readonly [RegExp, RegExp])[] = [
  [/^bot(builder|framework)/, /^bot\/channels\/teams\//],
  [/^restify/, /^bot\/server\//],
  [/^lowdb/, /^bot\/(storage\/|programme\/open\.ts$)/],
  [/^adaptivecards-templating/, /^cards\/render\.ts$/],
  [/^adaptivecards$/, /^(tab\/|cards\/preview)/],
  [/^@microsoft\/teams-js/, /^tab\//],
];

describe("every library has one home", () => {
  test.each(homes)("%s", (library, home) => {
    const strangers = sources.filter(
      (path) => importsOf(path).some((target) => library.test(target)) && !home.test(path),
    );
    expect(strangers).toEqual([]);
  });
});

/** The house from the ground up: a room may import from itself and from the rooms before it. */
const storeys = [
  "bot/programme/",
  "bot/language/",
  "bot/channels/channel.ts",
  "bot/question/",
  "bot/answer/",
  "cards/",
  "bot/attendee/",
  "bot/respond.ts",
];
const storeyOf = (path: string) => storeys.findIndex((storey) => path.startsWith(storey));

/** Pairs that only share types, each with its reason. */
const typeOnly = (path: string, target: string) =>
  new RegExp(`import type[^;]*"[^"]*${target.split("/").at(-1)?.replace(".", "\\.")}"`).test(
    text(path).replace(/\n/g, " "),
  );

describe("dependencies point one way", () => {
  test.each(sources.filter((path) => storeyOf(path) >= 0 && !/^cards\/(preview|samples)/.test(path)))("%s", (path) => {
    const above = resolved(path).filter((target) => storeyOf(target) > storeyOf(path) && !typeOnly(path, target));
    expect(above).toEqual([]);
  });
});

/** What a turn is made of has no clock, file, network or environment: `respond` and all below it. */
const pure = sources.filter((path) => storeyOf(path) >= 0 && !/^(bot\/programme\/open\.ts|cards\/preview)/.test(path));

describe("a turn is a pure function", () => {
  test.each(pure)("%s", (path) => {
    expect(importsOf(path).filter((target) => /^node:/.test(target) && !/^node:(crypto)$/.test(target))).toEqual([]);
    expect(
      withoutComments(path).match(
        /\bDate\.now\(|new Date\(\)|\bprocess\.|\bfetch\(|Temporal\.Now|Math\.random\(|\bawait\b/g,
      ) ?? [],
    ).toEqual([]);
  });
});

test("the environment is read where the process starts", () => {
  const readers = sources.filter((path) => withoutComments(path).includes("process.env"));
  // Each of these is where a command starts.
  expect(readers).toEqual(["bot/main.ts", "cards/preview.ts"]);
});

test("no room is called utils, helpers, common, manager or service", () => {
  const named = sources.filter(
    (path) =>
      /(^|\/|-)(utils?|helpers?|common|managers?|services?)(\.|\/|-)/.test(path) && !/bot\/channels\//.test(path),
  );
  expect(named).toEqual([]);
});
