import { existsSync } from "node:fs";
import { mkdir, readFile, rmdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Browser, chromium, type Page } from "playwright-core";

const require = createRequire(import.meta.url);

const quiet = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `CHROMIUM_PATH`, the system's browser, or the one that came by npm (unpacked once into the temporary folder). */
async function executable(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
    existsSync(path),
  );
  return system ?? unpacked();
}

/** Two test processes may come here at once; a half unpacked browser does not start. */
async function unpacked(): Promise<string> {
  const { default: packed } = await import("@sparticuz/chromium");
  const lock = join(tmpdir(), "rostrum-browser.lock");
  for (let attempt = 0; attempt < 300; attempt++) {
    try {
      await mkdir(lock);
      break;
    } catch {
      await wait(100);
    }
  }
  try {
    return await packed.executablePath();
  } finally {
    await rmdir(lock).catch(() => undefined);
  }
}

/** Starts a browser that speaks to nobody but this machine. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await executable(), headless: true, args: quiet });

const fonts = [
  ["Noto Sans Arabic", "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2"],
  ["Noto Sans SC", "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2"],
] as const;

/** The npm browser has no Arabic or Chinese letters: gives them to a page that is looked at or photographed. */
export async function addFonts(page: Page): Promise<void> {
  for (const [family, file] of fonts) {
    const bytes = (await readFile(require.resolve(file))).toString("base64");
    await page.evaluate(
      async ({ family, bytes }) => {
        // Made from bytes, not from an address: the page's content security policy forbids the latter.
        const font = new FontFace(family, Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)).buffer);
        document.fonts.add(await font.load());
      },
      { family, bytes },
    );
  }
  // Another list of fonts makes what was drawn without them be drawn again.
  const family = '"Segoe UI", "DejaVu Sans", "Noto Sans Arabic", "Noto Sans SC", sans-serif';
  await page.addStyleTag({ content: `body, .card-frame { font-family: ${family} }` });
}
