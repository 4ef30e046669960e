import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { answerLine, converse, words } from "./channels/console/batch.ts";
import { eventFolder, openEvent } from "./programme/open.ts";
import { ProgrammeError } from "./programme/problems.ts";

const usage = `Ask the assistant in the terminal:
  npm run ask -- "who speaks on panel 2?"
  npm run ask -- "et le panel 1 ?" --after "qui parle au panel 2 ?" --now 2024-07-15T10:40+02:00
  npm run --silent ask -- --batch questions.jsonl [--event som-2024]`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      event: { type: "string", default: "som-2024" },
      batch: { type: "string" },
      now: { type: "string" },
      locale: { type: "string" },
      after: { type: "string", multiple: true, default: [] },
    },
  });
  const programme = await openEvent(eventFolder(values.event));
  const clock = () => new Date().toISOString();
  if (values.batch !== undefined) {
    let number = 0;
    for await (const line of createInterface({
      input: createReadStream(values.batch),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number += 1;
      if (
        line.trim() !== "" &&
        !process.stdout.write(`${answerLine(line.replace(/^\uFEFF/, ""), number, programme, clock)}\n`)
      )
        await new Promise((resolve) => process.stdout.once("drain", resolve));
    }
    return;
  }
  const question = positionals.join(" ");
  if (question === "") {
    console.log(usage);
    process.exitCode = 2;
    return;
  }
  const outcome = converse([...values.after, question], programme, values.now ?? clock(), values.locale);
  console.log(`${words(outcome)}\n\n[${outcome.reply.status}, ${outcome.reply.language}]`);
}

main().catch((error: unknown) => {
  if (error instanceof ProgrammeError || (error as NodeJS.ErrnoException).code === "ENOENT")
    console.error((error as Error).message);
  else console.error(error);
  process.exitCode = 1;
});
