import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { readConfig } from "../bot/config.ts";
import { readAppSettings } from "../manifest/settings.ts";
import about from "../package.json" with { type: "json" };

const root = join(import.meta.dirname, "..");
const text = (path: string) => readFileSync(join(root, path), "utf8");

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path)),
];

/** Made when a reader follows the page, or only a pattern for names. */
const notThere = [/^data\/state/, /^data\/events\/harbour-day/, /^dist\//, /[<>…*]/, /\/pt\b|\/pt\./];

/** A path of ours begins with one of these, wherever in a page it stands in code. */
const ours = /(?<![\w./-])(?:bot|cards|tab|manifest|data|docs|tests|bench|dist)\/[\w./<>…*-]*/g;

function codeOf(page: string): string[] {
  return [...page.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([code]) => code);
}

function pathsIn(page: string): string[] {
  const inCode = codeOf(page).flatMap((code) => [...code.matchAll(ours)].map(([path]) => path.replace(/[.…]+$/, "")));
  return inCode.filter((path) => !notThere.some((pattern) => pattern.test(path)));
}

const linksIn = (page: string) =>
  [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link).filter((link) => !/^https?:/.test(link));

/** Heading → the anchor it gets. */
const anchorsOf = (page: string) =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );

describe.each(pages)("%s", (path) => {
  const page = text(path);

  test("names only files that are there", () => {
    expect(pathsIn(page).filter((named) => !existsSync(join(root, named)))).toEqual([]);
  });

  test("links only to pages and headings that are there", () => {
    const broken = linksIn(page).filter((link) => {
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(text(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test("names only scripts that npm has", () => {
    const named = [...page.matchAll(/npm (?:run (?:-s |--silent )?([\w:-]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? "",
    );
    expect(named.filter((script) => !(script in about.scripts))).toEqual([]);
  });

  test("tells nothing of the machine it was written on", () => {
    expect(page.match(/\/(work|home|root|tmp)\/|registry\.|localhost:\d+/g) ?? []).toEqual([]);
  });
});

test("every dependency has the sentence that says why, and no sentence is left over", () => {
  const sentences = [...text("docs/dependencies.md").matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)];
  const said = new Map(sentences.map(([, name = "", why = ""]) => [name, why]));
  const has = { ...about.dependencies, ...about.devDependencies };
  expect([...said.keys()].sort()).toEqual(Object.keys(has).sort());
  for (const why of said.values()) expect(why.length).toBeGreaterThan(30);
});

describe("the example settings", () => {
  const example = text(".env.example");
  const settings = parseEnv(example);

  test("are every setting that is read, and no other", () => {
    const read = ["bot/config.ts", "manifest/settings.ts"].flatMap((path) =>
      [...text(path).matchAll(/(?:get|number|list|required|address)\("([A-Z_]+)"/g)].map(([, name = ""]) => name),
    );
    expect(Object.keys(settings).sort()).toEqual([...new Set(read)].sort());
  });

  test("each have a sentence", () => {
    const lines = example.split("\n");
    const bare = lines.filter((line, i) => /^[A-Z_]+=/.test(line) && !/^# [A-Z"a-z].*\.$/.test(lines[i - 1] ?? ""));
    expect(bare).toEqual([]);
  });

  test("start the assistant in local mode as they are, and make no package for anybody", () => {
    const config = readConfig(settings);
    const { app, host, eventFolder } = config;
    expect({ app, host, eventFolder }).toEqual({
      app: undefined,
      host: "127.0.0.1",
      eventFolder: "data/events/som-2024",
    });
    expect(() => readAppSettings(settings)).toThrow("PRIVACY_URL is still the example");
  });

  test("are single tenant unless changed", () => {
    const ids = { MICROSOFT_APP_ID: crypto.randomUUID(), MICROSOFT_APP_TENANT_ID: crypto.randomUUID() };
    expect(readConfig({ ...settings, ...ids, MICROSOFT_APP_PASSWORD: "secret" }).app?.kind).toBe("secret");
  });
});

test("the container runs what the build makes, as nobody special, with its state in a volume", () => {
  const steps = text("Dockerfile");
  expect(about.scripts.start).toContain("dist/bot/main.js");
  expect(steps).toContain('CMD ["node", "--enable-source-maps", "dist/bot/main.js"]');
  expect(steps).toMatch(/USER node\n[\s\S]*CMD/);
  expect(steps).toContain("VOLUME /app/data/state");
  expect(steps).toContain("/healthz");
});
