import type { Config } from "./config.ts";
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
  return {
    programme,
    store,
    attendees: remembered(store, config.retentionDays),
    respond,
    words: teamsWords,
    ...(config.app || pages === undefined ? {} : { pages: await readPages(pages, "local.html") }),
  };
}
