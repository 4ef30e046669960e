import type { Config } from "./config.ts";
import { type Language, languages } from "./language/languages.ts";
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
  rehearse(respond, programme, log);
  return {
    programme,
    store,
    attendees: remembered(store, config.retentionDays),
    respond,
    words: teamsWords,
    ...(config.app || pages === undefined ? {} : { pages: await readPages(pages, "local.html") }),
  };
}

/** Between two languages, so that questions of people are answered in between. */
const restMs = 50;

/**
 * One question in each language, to nobody: what is built at the first question (directories, lexicons, templates)
 * is built before people wait for it. English, which builds most, comes before anybody is let in; the others after.
 */
function rehearse(respond: Parts["respond"], programme: Parts["programme"], log: Log): void {
  const ask = (language: Language) => {
    const turn = {
      id: "rehearsal",
      conversationId: "rehearsal",
      scope: "personal",
      speaker: { id: "rehearsal", anonymous: true },
      utterance: words(language)("ask.speakers"),
      locale: language,
    } as const;
    respond(turn, {}, programme, programme.event.start);
  };
  ask("en");
  const others = languages.filter((language) => language !== "en");
  const next = () => {
    const language = others.shift();
    if (language === undefined) return;
    try {
      ask(language);
    } catch (err) {
      log.error({ err, language }, "rehearsal failed");
    }
    setTimeout(next, restMs).unref();
  };
  setTimeout(next, restMs).unref();
}
