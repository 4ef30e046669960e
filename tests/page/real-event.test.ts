import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../bot/config.ts";
import { languages } from "../../bot/language/languages.ts";
import { load } from "../../bot/load.ts";
import { createLog } from "../../bot/log.ts";
import { type Running, start } from "../../bot/start.ts";
import type { Choices } from "../../tab/local/state.ts";
import { violations } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { builtPage } from "./local-server.ts";

let browser: Browser;
let running: Running;
let context: BrowserContext | undefined;
beforeAll(async () => {
  const config = readConfig({ PORT: "0", STORE: "memory:", LOG_LEVEL: "silent" });
  const log = createLog("silent");
  const pages = await builtPage();
  running = await start({ config, log, load: async () => ({ ...(await load(config, log)), pages }) });
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await running?.stop();
});
afterEach(() => context?.close());

async function visit(choices: Partial<Choices>): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("pageerror", (error) => expect.unreachable(error.message));
  const usual: Choices = {
    as: "participant",
    scope: "personal",
    language: "en",
    theme: "light",
    width: "wide",
    panel: false,
  };
  const kept = JSON.stringify({ ...usual, ...choices });
  await page.addInitScript((kept) => localStorage.setItem("rostrum.local", kept), kept);
  await page.goto(`http://127.0.0.1:${running.port}`);
  await page.locator(".card-frame").first().waitFor();
  return page;
}
async function ask(page: Page, question: string): Promise<void> {
  await page.locator(".composer textarea").fill(question);
  await page.keyboard.press("Enter");
}
const last = (page: Page) => page.locator(".by-bot").last();

describe("the real event, through the very path that Teams uses", () => {
  test("who speaks on panel 2", async () => {
    const page = await visit({});
    await ask(page, "Who speaks on panel 2?");
    await last(page).getByText("Titus Asiimwe").first().waitFor();
    await last(page).getByText("Llanes García").first().waitFor();
    expect(await last(page).getByText("Hadeer Soliman").count()).toBe(0);
  });

  test("a question in the meeting chat, and another from its card by a guest, whom alone it answers", async () => {
    const page = await visit({ scope: "group" });
    await ask(page, "Who speaks on panel 2?");
    await last(page).getByText("Titus Asiimwe").first().waitFor();
    const id = await last(page).getAttribute("data-id");
    await context?.close();

    const guest = await visit({ scope: "group", as: "guest" });
    const card = guest.locator(`[data-id="${id}"]`);
    await card.getByRole("button", { name: "Agenda", exact: true }).click();
    await card.getByText("Only you can see this").waitFor();
    await card.getByText(/^Speakers ·/).waitFor({ state: "detached" });
    await context?.close();

    const other = await visit({ scope: "group", as: "moderator" });
    await other
      .locator(`[data-id="${id}"]`)
      .getByText(/^Speakers ·/)
      .waitFor();
  });

  test("a question typed into a card", async () => {
    const page = await visit({});
    await page.locator(".card-frame input").first().fill("Who speaks on panel 2?");
    await page.locator(".card-frame").first().getByRole("button", { name: "Ask" }).click();
    await page.locator(".card-frame").getByText("Titus Asiimwe").first().waitFor();
  });

  test("what is on follows the clock", async () => {
    const page = await visit({ panel: true });
    await page.locator("[data-key=clock-midMorning]").click();
    await page.locator(".chat-clock").getByText("10:40").waitFor();
    await ask(page, "What is on now?");
    await last(page).getByText("13:00").first().waitFor();
    await page.locator("[data-key=clock-now]").click();
  });

  test.each(languages)("the welcome is in the reader's language and stands in nobody's way (%s)", async (language) => {
    const page = await visit({ language });
    await page.locator("[data-key=panel]").click();
    await page.locator("[data-key=start-over]").click();
    const card = page.locator(`.card-frame [lang="${language}"], .card-frame[lang="${language}"]`).first();
    await card.waitFor();
    expect(await page.locator(".card-frame").first().getAttribute("dir")).toBe(language === "ar" ? "rtl" : "ltr");
    for (const theme of ["light", "dark"]) {
      await page.locator(`[data-key=theme-${theme}]`).check();
      await page.locator(`.card-frame[data-theme=${theme}]`).first().waitFor();
      expect(await violations(page)).toEqual([]);
    }
  });
});
