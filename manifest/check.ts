import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ValidateFunction } from "ajv";
import { default as draft04 } from "ajv-draft-04";
import { default as formats } from "ajv-formats";
import type { PackageFiles } from "./app-package.ts";

/** The lowest version of Microsoft's manifest schema that has everything the manifest uses. */
const schemaVersion = "1.19";
const resolve = createRequire(import.meta.url).resolve;

// The patterns in Microsoft's schemas are written for regular expressions without the `u` flag.
const ajv = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);

/** Microsoft's schemas come with `@microsoft/app-manifest`: nothing is fetched. */
function schema(name: string): ValidateFunction {
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${schemaVersion}/${name}.schema.json`;
  return ajv.compile(JSON.parse(readFileSync(resolve(path), "utf8")));
}

const isManifest = schema("MicrosoftTeams");
const isLocalization = schema("MicrosoftTeams.Localization");

/** Everything that Teams would refuse in a package or show wrongly, one line each; empty: fine. */
export function problemsOf(files: PackageFiles): readonly string[] {
  const manifest = files["manifest.json"];
  const localizations = Object.entries(files).filter(
    ([name]) => /^[a-z-]+\.json$/.test(name) && name !== "manifest.json",
  );
  return [
    ...against(isManifest, "manifest.json", manifest),
    ...localizations.flatMap(([name, file]) => against(isLocalization, name, file)),
    ...unlike(localizations),
    ...missing(JSON.stringify(manifest), files),
    ...leftOver(files),
  ];
}

function against(validate: ValidateFunction, name: string, file: unknown): readonly string[] {
  if (validate(file)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const place = instancePath.slice(1).replaceAll("/", ".");
    const detail = "additionalProperty" in params ? ` "${String(params.additionalProperty)}"` : "";
    return `${name}: ${place}${place === "" ? "" : " "}${message ?? "is not allowed"}${detail}`;
  });
}

/** Teams shows English wherever a language lacks a text. */
function unlike(localizations: readonly (readonly [string, object])[]): readonly string[] {
  const english = Object.keys(localizations.find(([name]) => name === "en.json")?.[1] ?? {});
  return localizations.flatMap(([name, file]) => {
    const keys = new Set(Object.keys(file));
    return [
      ...english.filter((key) => !keys.has(key)).map((key) => `${name}: has no ${key}, which en.json has`),
      ...[...keys].filter((key) => !english.includes(key)).map((key) => `${name}: has ${key}, which en.json has not`),
    ];
  });
}

function missing(manifest: string, files: PackageFiles): readonly string[] {
  return [...manifest.matchAll(/"([\w-]+\.(?:json|png))"/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !(name in files))
    .map((name) => `manifest.json: names ${name}, which is not in the package`);
}

function leftOver(files: PackageFiles): readonly string[] {
  return Object.entries(files).flatMap(([name, file]) =>
    file instanceof Uint8Array
      ? []
      : [...JSON.stringify(file).matchAll(/\{\{\w*\}\}/g)].map(([place]) => `${name}: ${place} is not filled in`),
  );
}
