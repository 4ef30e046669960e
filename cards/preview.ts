import { createServer } from "node:http";
import { languages, ownNames } from "../bot/language/languages.ts";
import { show } from "./index.ts";
import { sampleShowing, samples } from "./samples.ts";

/** The attributes differ only in their sentence; a few of them are enough to look at. */
const mostOfACard = 12;

const shown = languages.flatMap((language) =>
  Object.entries(samples).flatMap(([card, answers]) =>
    Object.entries(answers)
      .slice(0, card === "not-published" ? mostOfACard : undefined)
      .map(([name, answer]) => {
        const { text, card: payload } = show(answer, sampleShowing(language));
        return { card, name, language, text, payload };
      }),
  ),
);

/** The page's script, bundled when the preview starts: it is for developers, who have esbuild. */
async function bundle(): Promise<{ readonly script: string; readonly style: string }> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: ["cards/preview-page.ts"],
    bundle: true,
    format: "esm",
    target: "es2022",
    outdir: "preview",
    write: false,
    legalComments: "none",
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
}

const option = ([value, label]: readonly [string, string]) => `<option value="${value}">${label}</option>`;
const select = (name: string, options: readonly (readonly [string, string])[]) =>
  `<label>${name} <select name="${name}">${options.map(option).join("")}</select></label>`;

const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Rostrum's cards</title><link rel="stylesheet" href="page.css">
<style>
body { margin: 0; font: 14px/20px "Segoe UI", system-ui, sans-serif; background: #f0f0f0; color: #242424 }
body[data-theme="dark"] { background: #1f1f1f; color: #fff }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 12px; padding: 12px 16px; background: inherit }
main { display: flex; flex-wrap: wrap; gap: 24px; padding: 16px; align-items: flex-start }
figure { margin: 0; inline-size: var(--width) }
figcaption { font-weight: 600 } p { margin: 0 0 8px; opacity: .8 }
</style>
<form>${select(
  "language",
  [...languages]
    .sort((a, b) => Number(b === "en") - Number(a === "en"))
    .map((language) => [language, ownNames[language]]),
)}
${select("theme", [
  ["light", "light"],
  ["dark", "dark"],
])}
${select("width", [
  ["480", "480"],
  ["320", "320"],
  ["720", "720"],
])}
${select("card", [["all", "all"], ...Object.keys(samples).map((name): [string, string] => [name, name])])}</form>
<main></main><script type="module" src="page.js"></script></html>`;

const { script, style } = await bundle();
const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
  "/": ["text/html; charset=utf-8", page],
  "/page.js": ["text/javascript; charset=utf-8", script],
  "/page.css": ["text/css; charset=utf-8", style],
  "/samples.json": ["application/json; charset=utf-8", JSON.stringify(shown)],
};

const port = Number(process.env.PORT ?? 3979);
createServer(({ url }, response) => {
  const [type, body] = files[url ?? "/"] ?? ["text/plain", ""];
  response.writeHead(body === "" ? 404 : 200, { "content-type": type }).end(body);
}).listen(port, "127.0.0.1", () => console.log(`The cards are at http://127.0.0.1:${port}/ (stop with Ctrl+C)`));
