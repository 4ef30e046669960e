import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { languages } from "../../bot/language/languages.ts";
import { packageFiles, words, zipped } from "../../manifest/app-package.ts";
import { problemsOf } from "../../manifest/check.ts";
import { readAppSettings } from "../../manifest/settings.ts";

const env = {
  MICROSOFT_APP_ID: "0f9e8d7c-1234-4321-8888-AAAABBBBCCCC",
  DEVELOPER_NAME: "Conference secretariat",
  DEVELOPER_URL: "https://events.un-house.org/assistant",
  PRIVACY_URL: "https://events.un-house.org/privacy",
  TERMS_URL: "https://events.un-house.org/terms",
  PUBLIC_URL: "https://rostrum.un-house.org",
};
const icons = { color: readFileSync("manifest/color.png"), outline: readFileSync("manifest/outline.png") };
const packed = (more: Record<string, string> = {}) =>
  packageFiles(readAppSettings({ ...env, ...more }), icons, "1.2.3");
const manifestOf = (files: ReturnType<typeof packed>) => JSON.parse(JSON.stringify(files["manifest.json"]));

describe("the package for Teams", () => {
  test("is what Microsoft's schema asks for", () => {
    expect(problemsOf(packed())).toEqual([]);
  });

  test("carries the organisation's own ids and addresses", () => {
    const manifest = manifestOf(packed());
    expect(manifest.bots[0].botId).toBe(env.MICROSOFT_APP_ID.toLowerCase());
    expect(manifest.id).toBe(manifest.bots[0].botId);
    expect(manifest.version).toBe("1.2.3");
    expect(manifest.developer).toEqual({
      name: env.DEVELOPER_NAME,
      websiteUrl: env.DEVELOPER_URL,
      privacyUrl: env.PRIVACY_URL,
      termsOfUseUrl: env.TERMS_URL,
    });
    expect(manifest.validDomains).toEqual(["rostrum.un-house.org"]);
    const another = "11111111-2222-4333-8444-555555555555";
    expect(manifestOf(packed({ TEAMS_APP_ID: another })).id).toBe(another);
  });

  test("can be added for oneself, to a team, a group chat and a meeting, and used by anonymous guests", () => {
    const manifest = manifestOf(packed());
    expect(manifest.bots[0].scopes).toEqual(["personal", "team", "groupChat"]);
    expect(manifest.defaultGroupCapability.meetings).toBe("bot");
    expect(manifest.meetingExtensionDefinition.supportsAnonymousGuestUsers).toBe(true);
    expect(manifest.bots[0].supportsFiles).toBe(false);
  });

  test("may have a name of its own, in every language, but not one of 40 letters", () => {
    const named = packed({ APP_NAME: "Smuggling Dialogue" });
    expect(problemsOf(named)).toEqual([]);
    expect(manifestOf(named).name.short).toBe("Smuggling Dialogue");
    expect(named["fr.json"]).toMatchObject({ "name.short": "Smuggling Dialogue" });
    const problems = problemsOf(packed({ APP_NAME: "x".repeat(40) }));
    expect(problems).toContain("manifest.json: name.short must NOT have more than 30 characters");
    expect(problems).toContain("ar.json: name.short must NOT have more than 30 characters");
  });

  test("is the same to the byte, whenever and wherever it is made", () => {
    const zone = process.env.TZ;
    const made = ["Pacific/Kiritimati", "America/Los_Angeles"].map((at) => {
      process.env.TZ = at;
      return Buffer.from(zipped(packed())).toString("base64");
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(made[0]).toBe(made[1]);
  });

  test("holds the manifest, two icons and six languages, in UTF-8", () => {
    const files = unzipSync(zipped(packed()));
    expect(Object.keys(files)).toEqual([
      "manifest.json",
      "color.png",
      "outline.png",
      ...["ar.json", "zh-cn.json", "en.json", "fr.json", "ru.json", "es.json"],
    ]);
    expect(JSON.parse(Buffer.from(files["ar.json"] ?? []).toString("utf8"))).toEqual(words.ar);
    expect(Buffer.from(files["color.png"] ?? [])).toEqual(icons.color);
  });
});

describe("what is wrong with a package is told", () => {
  test("a language that lacks a text, or has one too many", () => {
    const { "description.short": _, ...lacking } = words.es ?? {};
    const problems = problemsOf({
      ...packed(),
      "es.json": { ...lacking, "bots[0].commandLists[0].commands[9].title": "x" },
    });
    expect(problems).toContain("es.json: has no description.short, which en.json has");
    expect(problems).toContain("es.json: has bots[0].commandLists[0].commands[9].title, which en.json has not");
  });

  test("a file that is named and not there, and a place that is not filled in", () => {
    const { "outline.png": _, ...files } = packed();
    expect(problemsOf(files)).toEqual(["manifest.json: names outline.png, which is not in the package"]);
    const unfilled = { ...packed(), "manifest.json": { ...manifestOf(packed()), version: "{{VERSION}}" } };
    expect(problemsOf(unfilled)).toEqual(["manifest.json: {{VERSION}} is not filled in"]);
  });

  test("a field that this version of the schema does not know", () => {
    const files = { ...packed(), "manifest.json": { ...manifestOf(packed()), supportsTargetedMessages: true } };
    expect(problemsOf(files)).toEqual([
      'manifest.json: must NOT have additional properties "supportsTargetedMessages"',
    ]);
  });
});

describe("settings of the package", () => {
  test("are all missed at once", () => {
    const problems = ["MICROSOFT_APP_ID", "PUBLIC_URL", "DEVELOPER_NAME", "DEVELOPER_URL", "PRIVACY_URL", "TERMS_URL"];
    expect(() => readAppSettings({})).toThrow(
      new RegExp(problems.map((name) => `${name} is missing.*`).join("\\s+- ")),
    );
  });

  test.each([
    [{ PRIVACY_URL: "https://events.example/privacy" }, "PRIVACY_URL is still the example"],
    [{ TERMS_URL: "https://www.example.org/terms" }, "TERMS_URL is still the example"],
    [{ DEVELOPER_URL: "http://events.un-house.org" }, "DEVELOPER_URL must be an https address"],
    [{ PUBLIC_URL: "rostrum.un-house.org" }, "PUBLIC_URL must be an https address"],
    [{ MICROSOFT_APP_ID: "rostrum" }, "MICROSOFT_APP_ID must be an id such as"],
  ])("refused: %o", (wrong, told) => {
    expect(() => readAppSettings({ ...env, ...wrong })).toThrow(told);
  });

  test("are made up for an example only", () => {
    const example = readAppSettings({}, { asExample: true });
    expect(problemsOf(packageFiles(example, icons, "1.0.0"))).toEqual([]);
    expect(example.PUBLIC_HOST).toBe("rostrum.example");
  });
});

/** [what, the end of its key, how long Teams lets it be] */
const limits: readonly (readonly [string, RegExp, number])[] = [
  ["short name", /^name\.short$/, 30],
  ["full name", /^name\.full$/, 100],
  ["short description", /^description\.short$/, 80],
  ["full description", /^description\.full$/, 4000],
  ["command", /\.title$/, 32],
  ["command's description", /commands\[\d\]\.description$/, 128],
];

describe.each(Object.entries(words))("the words in %s", (tag, said) => {
  test("are those of every other language", () => {
    expect(Object.keys(said)).toEqual(Object.keys(words.en ?? {}));
    expect(languages).toContain(tag.split("-")[0]);
  });

  test.each(limits)("%s is short enough, and there", (_, ending, most) => {
    const texts = Object.entries(said).filter(([key]) => ending.test(key));
    expect(texts.length).toBeGreaterThan(0);
    for (const [, text] of texts) {
      expect(text.trim()).not.toBe("");
      expect(text.length).toBeLessThanOrEqual(most);
    }
  });
});
