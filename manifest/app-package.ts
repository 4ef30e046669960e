import { type Zippable, zipSync } from "fflate";
import manifest from "./manifest.json" with { type: "json" };
import type { AppSettings } from "./settings.ts";
import ar from "./words/ar.json" with { type: "json" };
import en from "./words/en.json" with { type: "json" };
import es from "./words/es.json" with { type: "json" };
import fr from "./words/fr.json" with { type: "json" };
import ru from "./words/ru.json" with { type: "json" };
import zhCn from "./words/zh-cn.json" with { type: "json" };

/** The words Teams shows of the app, under the paths of Microsoft's localisation files. */
export type Words = Readonly<Record<string, string>>;

/**
 * One file a language, named after its tag. Teams falls back from region to language to English, so the tags have no
 * region, except Chinese: `zh` would give simplified characters also to those who read traditional ones.
 */
export const words: Readonly<Record<string, Words>> = { ar, "zh-cn": zhCn, en, fr, ru, es };

export interface Icons {
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

/** What is uploaded to Teams, by file name: JSON as objects, pictures as bytes. */
export type PackageFiles = Readonly<Record<string, object | Uint8Array>>;

/** The files of the package, in the order they are packed. */
export function packageFiles(settings: AppSettings, icons: Icons, version: string): PackageFiles {
  const named = Object.entries(words).map(([tag, said]): readonly [string, Words] => [
    tag,
    settings.APP_NAME === undefined ? said : { ...said, "name.short": settings.APP_NAME },
  ]);
  const { $schema: _, ...english } = named.find(([tag]) => tag === "en")?.[1] ?? {};
  const filled = fill(manifest, { ...settings, VERSION: version });
  for (const [path, text] of Object.entries(english)) put(filled, path, text);
  return {
    "manifest.json": filled,
    "color.png": icons.color,
    "outline.png": icons.outline,
    ...Object.fromEntries(named.map(([tag, said]) => [`${tag}.json`, said])),
  };
}

/** A copy with every `{{NAME}}` replaced. */
function fill(template: object, values: Readonly<Record<string, string>>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(template), (_, value: unknown) =>
    typeof value === "string" ? value.replace(/\{\{(\w+)\}\}/g, (all, name: string) => values[name] ?? all) : value,
  );
}

/** Sets what a path such as `bots[0].commandLists[0].commands[2].title` names, and makes what is missing on the way. */
function put(target: Record<string, unknown>, path: string, text: string): void {
  const steps = path.split(/[.[\]]+/);
  const last = steps.pop() ?? "";
  let at = target;
  for (const step of steps) {
    // Lists and objects alike are reached by key; what is missing here is always an object.
    at[step] ??= {};
    at = at[step] as Record<string, unknown>;
  }
  at[last] = text;
}

/**
 * The package as a zip, the same bytes for the same files: no clock, no user, and a deflate written in JavaScript, since
 * Node's own differs from version to version. The date is in local time because fflate writes local time.
 */
export function zipped(files: PackageFiles): Uint8Array {
  const packed: Zippable = {};
  for (const [name, content] of Object.entries(files))
    packed[name] =
      content instanceof Uint8Array ? content : Buffer.from(`${JSON.stringify(content, null, 2)}\n`, "utf8");
  return zipSync(packed, { level: 9, mtime: new Date(2024, 0, 1, 12) });
}
