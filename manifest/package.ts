import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "node:process";
import { parseArgs } from "node:util";
import { ConfigError } from "../bot/config.ts";
import about from "../package.json" with { type: "json" };
import { packageFiles, zipped } from "./app-package.ts";
import { colorIcon, outlineIcon } from "./icons.ts";
import { readMark } from "./mark.ts";
import { writePng } from "./png.ts";
import { readAppSettings } from "./settings.ts";

const usage = `Makes the package that is uploaded to Teams, from the settings in the environment or in .env:
  npm run package                    dist/rostrum.zip
  npm run package -- --example       dist/rostrum-example.zip, to look at
  npm run package -- --draw          draws manifest/*.png again from manifest/mark.svg`;

/** The folder of the manifest's sources: npm runs scripts at the root. */
const folder = "manifest";

async function draw(): Promise<void> {
  const mark = readMark(await readFile(join(folder, "mark.svg"), "utf8"));
  await writeFile(join(folder, "color.png"), writePng(colorIcon(mark)));
  await writeFile(join(folder, "outline.png"), writePng(outlineIcon(mark)));
  console.log(`${join(folder, "color.png")} and ${join(folder, "outline.png")} are drawn.`);
}

async function pack(asExample: boolean): Promise<0 | 1> {
  const settings = readAppSettings(env, { asExample });
  const icons = {
    color: await readFile(join(folder, "color.png")),
    outline: await readFile(join(folder, "outline.png")),
  };
  const files = packageFiles(settings, icons, about.version);
  // Loaded only now: a wrong setting is told without the 0.2 s that the schemas take.
  const { problemsOf } = await import("./check.ts");
  const problems = problemsOf(files);
  if (problems.length > 0) {
    console.error(`The package has ${problems.length} problem(s):\n${problems.map((one) => `  - ${one}`).join("\n")}`);
    return 1;
  }
  const path = join("dist", asExample ? "rostrum-example.zip" : "rostrum.zip");
  const zip = zipped(files);
  await mkdir("dist", { recursive: true });
  await writeFile(path, zip);
  console.log(`${path}: ${Object.keys(files).length} files, ${zip.length} bytes, as Microsoft's schema asks.`);
  return 0;
}

async function main(): Promise<0 | 1> {
  const { values } = parseArgs({
    options: { example: { type: "boolean" }, draw: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help) console.log(usage);
  else if (values.draw) await draw();
  else return pack(values.example ?? false);
  return 0;
}

try {
  // What stands in the environment goes before what stands in the file.
  process.loadEnvFile();
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exitCode = 1;
  },
);
