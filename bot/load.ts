import type { Config } from "./config.ts";
import { languages } from "./language/languages.ts";
import { words } from "./language/words.ts";
import type { Log } from "./log.ts";
import type { Parts } from "./start.ts";

/**
 * Everything a turn needs, loaded side by side while the server already answers health checks.
 * `pages` is the folder of the built pages, which are served in local mode.
 */
export async function load(config: Config, log: Log, pages?: string): Promise<Parts> {
  const [{ openEvent }, { openStore }, { remembered }, { respond }, { teamsWords }, { readPages }] = await Promise.all([
    import("./programme/open.ts"),
    import("./storage/open.ts"),
    import("./remembered.ts"),
    import("./respond.ts"),
    import("./channels/teams/teams-words.ts"),
    import("./server/page-files.ts"),
  ]);
  const programme = await openEvent(config.eventFolder);
  const store = await openStore(config.store, {
    now: () => new Date(),
    onDamage: (message) => log.error({ damage: message }, "the store was damaged"),
  });
  await rehearse(respond, programme);
  return {
    programme,
    store,
    attendees: remembered(store, config.retentionDays),
    respond,
    words: teamsWords,
    ...(config.app || pages === undefined ? {} : { pages: await readPages(pages, "local.html") }),
  };
}

/**
 * One question in each language, to nobody: what is built at the first question (directories, lexicons, templates)
 * is built before people wait for it. Health checks are answered in between.
 */
async function rehearse(respond: Parts["respond"], programme: Parts["programme"]): Promise<void> {
  for (const language of languages) {
    const utterance = words(language)("ask.speakers");
    const speaker = { id: "rehearsal", anonymous: true };
    const turn = {
      id: "rehearsal",
      conversationId: "rehearsal",
      scope: "personal",
      speaker,
      utterance,
      locale: language,
    } as const;
    respond(turn, {}, programme, programme.event.start);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
