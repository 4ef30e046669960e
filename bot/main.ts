import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ConfigError, readConfig } from "./config.ts";
import { load } from "./load.ts";
import { createLog } from "./log.ts";
import { ProgrammeError } from "./programme/problems.ts";
import { start } from "./start.ts";
import { StoreError } from "./storage/store.ts";

async function main(): Promise<void> {
  // Settings may lie in a file beside the program; what is set outside wins.
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  // The build puts the pages beside the bot.
  const pages = fileURLToPath(new URL("../tab", import.meta.url));
  const running = await start({ config, log, load: () => load(config, log, pages) });
  if (!config.app) {
    const name = config.host === "::1" ? "[::1]" : config.host;
    console.log(
      `Rostrum is ready at http://${name}:${running.port} — local mode, on this machine only. Ctrl+C ends it.`,
    );
  }
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      // A second signal means: now.
      if (stopping) process.exit(1);
      stopping = true;
      running.stop().then(
        () => process.exit(0),
        (err: unknown) => {
          log.fatal({ err }, "not stopped cleanly");
          process.exit(1);
        },
      );
    });
  }
}

main().catch((error: unknown) => {
  // What an organiser can mend is told in words; anything else is a bug, and told whole.
  const mendable = error instanceof ConfigError || error instanceof ProgrammeError || error instanceof StoreError;
  const busy = (error as NodeJS.ErrnoException | undefined)?.code === "EADDRINUSE";
  if (busy) console.error("The port is taken: another program listens there. Stop it, or set PORT to another number.");
  else console.error(mendable ? error.message : error);
  process.exit(1);
});
