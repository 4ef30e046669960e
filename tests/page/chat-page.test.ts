import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { languages } from "../../bot/language/languages.ts";
import type { PageFiles } from "../../bot/server/endpoint.ts";
import type { Choices } from "../../tab/local/state.ts";
import { wordsOf } from "../../tab/words.ts";
import { violations } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { builtPage, type LocalServer, startLocalServer } from "./local-server.ts";

let browser: Browser;
let pages: PageFiles;
let server: LocalServer;
let context: BrowserContext | undefined;
beforeAll(async () => {
  [browser, pages] = await Promise.all([launchBrowser(), builtPage()]);
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startLocalServer(pages);
});
afterEach(async () => {
  await context?.close();
  await server.stop();
});

const usual: Choices = {
  as: "participant",
  scope: "personal",
  language: "en",
  theme: "light",
  width: "wide",
  panel: true,
};
const desk = { width: 1280, height: 800 };
const phone = { width: 320, height: 640 };

/** Opens the page as somebody with these choices; fails on any error in the page or request to elsewhere. */
async function visit(choices: Partial<Choices> = {}, viewport = desk): Promise<Page> {
  await context?.close();
  context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("pageerror", (error) => expect.unreachable(error.message));
  page.on("request", (request) =>
    expect(request.url().startsWith(server.url) || request.url().startsWith("data:")).toBe(true),
  );
  const kept = JSON.stringify({ ...usual, ...choices });
  await page.addInitScript((kept) => localStorage.setItem("rostrum.local", kept), kept);
  await page.goto(server.url);
  await page.locator(".chat-header").waitFor();
  return page;
}
async function ask(page: Page, question: string): Promise<void> {
  await page.locator("textarea").fill(question);
  await page.keyboard.press("Enter");
}
const log = (page: Page) => page.getByRole("log");
const waitFor = (page: Page, text: string) => log(page).getByText(text).last().waitFor({ timeout: 5_000 });

describe("asking", () => {
  test("a question is answered with words and a card", async () => {
    const page = await visit();
    await waitFor(page, "Welcome");
    await ask(page, "Who speaks?");
    await waitFor(page, "You asked:");
    expect(await page.locator(".card-frame h2, .card-frame [role=heading]").textContent()).toBe("Who speaks?");
    expect(await page.locator(".card-frame a").getAttribute("href")).toBe("https://example.org/venue");
  });

  test("a starter question asks itself, and goes away", async () => {
    const page = await visit();
    const [first = ""] = wordsOf.en.starters.after;
    await page.getByRole("button", { name: first }).click();
    await waitFor(page, "You asked:");
    expect(server.bot.received.at(-1)?.text).toBe(first);
    expect(await page.locator(".chip").count()).toBe(0);
  });

  test("the clock changes the questions to start with", async () => {
    const page = await visit();
    for (const [button, phase] of [
      ["dayBefore", "before"],
      ["midMorning", "during"],
      ["lunch", "during"],
      ["dayAfter", "after"],
    ] as const) {
      await page.locator(`[data-key=clock-${button}]`).click();
      await page.getByRole("button", { name: wordsOf.en.starters[phase][0] ?? "" }).waitFor();
    }
    await page.getByLabel("Any time").fill("2024-07-15T17:15");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await page.locator(".chat-clock").getByText("17:15").waitFor();
    expect(server.channel.clock()).toMatch(/^2024-07-15T15:15/);
  });

  test("an own message can be edited", async () => {
    const page = await visit();
    await ask(page, "Who speeks?");
    await waitFor(page, "You asked:");
    await page.getByRole("button", { name: "Edit" }).click();
    await page.locator("textarea").fill("Who speaks?");
    await page.keyboard.press("Enter");
    await waitFor(page, "You changed it to: Who speaks?");
    expect(await page.locator(".by-me .bubble").textContent()).toBe("Who speaks?");
  });

  test("everything can be done with the keyboard alone", async () => {
    const page = await visit({ panel: false });
    await page.locator("textarea").focus();
    await page.keyboard.type("Who speaks?");
    await page.keyboard.press("Enter");
    await waitFor(page, "You asked:");
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    for (let step = 0; step < 30 && (await focused()) !== "More"; step++) await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("More");
    await page.keyboard.press("Enter");
    await waitFor(page, "More for Pat Participant");
    expect(await page.evaluate(() => document.activeElement?.classList.contains("card-frame"))).toBe(true);
  });

  test("choices are made with the arrow keys, and the keyboard's place is kept", async () => {
    const page = await visit();
    await page.getByRole("radio", { name: wordsOf.en.light }).focus();
    await page.keyboard.press("ArrowRight");
    await page.locator("html[data-theme=dark]").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-key"))).toBe("theme-dark");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-key"))).toBe("panel");
  });
});

describe("pressing a card", () => {
  test("Execute puts the new card in place of the old, for the presser only", async () => {
    const page = await visit({ scope: "group" });
    await ask(page, "Who speaks?");
    await waitFor(page, "You asked:");
    await page.getByRole("button", { name: "More" }).click();
    await waitFor(page, "More for Pat Participant (en)");
    expect(await page.locator(".card-frame").count()).toBe(1);
    await waitFor(page, wordsOf.en.onlyYou);
    const other = await visit({ scope: "group", as: "moderator" });
    await waitFor(other, "You asked:");
    expect(await log(other).getByText("More for").count()).toBe(0);
  });

  test("Submit sends what was filled in", async () => {
    const page = await visit();
    await ask(page, "Who speaks?");
    await page.getByLabel("Ask something").fill("panel 2");
    await page.getByRole("button", { name: "Send", exact: true }).first().click();
    await waitFor(page, 'You sent {"form":"ask","utterance":"panel 2"}');
  });

  test("OpenUrl opens a new tab", async () => {
    const page = await visit();
    await context?.route("https://example.org/**", (route) => route.fulfill({ body: "elsewhere" }));
    await ask(page, "Who speaks?");
    page.removeAllListeners("request");
    const opened = page.waitForEvent("popup");
    await page.getByText("Event page").click();
    expect((await opened).url()).toBe("https://example.org/");
  });
});

describe("who one is", () => {
  test("a guest cannot mention the assistant but can press its buttons", async () => {
    const page = await visit({ scope: "group" });
    await ask(page, "Who speaks?");
    await waitFor(page, "You asked:");
    await page.getByRole("radio", { name: /Guest/ }).check();
    await waitFor(page, "You asked:");
    expect(await page.getByRole("button", { name: "Mention @Rostrum" }).isDisabled()).toBe(true);
    await page.getByText(wordsOf.en.guestCannotMention).waitFor();
    await ask(page, "And me?");
    await waitFor(page, wordsOf.en.notMentioned);
    expect(server.bot.received.filter(({ type }) => type === "message").length).toBe(1);
    await page.getByRole("button", { name: "More" }).click();
    await waitFor(page, "More for Guest");
  });

  test("a guest is led from the personal chat to the meeting's", async () => {
    const page = await visit({ as: "guest" });
    await page.getByText(wordsOf.en.emptyGuestPersonal).waitFor();
    await page.locator(".hero button").click();
    expect(await page.locator("h1").textContent()).toBe("Meeting chat");
  });

  test("without the mention a meeting message stays among people, and says so", async () => {
    const page = await visit({ scope: "group" });
    await waitFor(page, "Welcome");
    await page.getByRole("button", { name: "Mention @Rostrum" }).click();
    await page.getByText(wordsOf.en.unmentioned).waitFor();
    await ask(page, "Good morning");
    await waitFor(page, wordsOf.en.notMentioned);
    expect(server.bot.received.filter(({ type }) => type === "message")).toEqual([]);
  });

  test("in the channel a post is answered in its thread", async () => {
    const page = await visit({ scope: "channel" });
    await waitFor(page, "Welcome");
    await ask(page, "First post");
    await waitFor(page, "You asked:");
    expect(await page.locator(".by-bot[data-root]").count()).toBe(1);
  });
});

describe("what goes to and fro", () => {
  test("is listed with its JSON", async () => {
    const page = await visit();
    await ask(page, "Who speaks?");
    await waitFor(page, "You asked:");
    const first = page.locator(".exchange.in").first();
    await first.locator("summary").click();
    await first.locator("pre").getByText('"channelId": "msteams"').waitFor();
  });

  test("a chat can be started over", async () => {
    const page = await visit();
    await ask(page, "Who speaks?");
    await waitFor(page, "You asked:");
    await page.getByRole("button", { name: wordsOf.en.startOver }).click();
    await page.locator(".by-me").waitFor({ state: "detached" });
    await waitFor(page, "Welcome");
  });
});

describe("how it looks", () => {
  test("Arabic runs from right to left, cards included", async () => {
    const page = await visit({ language: "ar" });
    await ask(page, "من يتحدث؟");
    await page.locator(".card-frame").waitFor();
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await page.locator(".card-frame").getAttribute("dir")).toBe("rtl");
    const [rail, panel] = await Promise.all([
      page.locator(".rail").boundingBox(),
      page.locator(".panel").boundingBox(),
    ]);
    expect(rail?.x).toBeGreaterThan(panel?.x ?? Number.POSITIVE_INFINITY);
  });

  test("dark is dark, in the page and in its cards", async () => {
    const page = await visit({ theme: "dark" });
    await ask(page, "Who speaks?");
    await page.locator(".card-frame").waitFor();
    const background = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background(".chat")).toBe("rgb(31, 31, 31)");
    expect(await background(".card-frame .ac-adaptiveCard")).toBe("rgb(41, 41, 41)");
  });

  test.each(languages)("on a phone of 320 px nothing runs over the side (%s)", async (language) => {
    const page = await visit({ language, scope: "group", panel: false }, phone);
    await ask(page, "Averyveryveryveryveryveryveryveryveryveryverylongwordwithoutanybreak?");
    await page.locator(".card-frame").waitFor();
    const over = () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll(".log, .panel, .chat, .card-frame")]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.className || element.tagName),
      );
    expect(await over()).toEqual([]);
    await page.locator("[data-key=panel]").click();
    expect(await over()).toEqual([]);
  });

  test("the phone's width can be had on a wide screen", async () => {
    const page = await visit({ width: "phone", panel: false });
    expect((await page.locator("#app").boundingBox())?.width).toBe(320);
  });
});

describe("nothing stands in the way of anybody", () => {
  test.each(languages.flatMap((language) => [[language, "light"] as const, [language, "dark"] as const]))(
    "axe finds nothing (%s, %s)",
    async (language, theme) => {
      const page = await visit({ language, theme, scope: "channel" });
      await ask(page, "Who speaks?");
      await page.locator(".card-frame").waitFor();
      await page.getByRole("button", { name: wordsOf[language].edit }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize(phone);
      expect(await violations(page)).toEqual([]);
      await page.locator("[data-key=panel-close]").click();
      expect(await violations(page)).toEqual([]);
    },
  );
});
