import { readdirSync, readFileSync } from "node:fs";
import { findAnswer } from "../bot/answer/find-answer.ts";
import type { Attendee } from "../bot/attendee/attendee.ts";
import { type Language, languageOf } from "../bot/language/languages.ts";
import { eventFolder, openEvent } from "../bot/programme/open.ts";
import { understand } from "../bot/question/understand.ts";
import { respond } from "../bot/respond.ts";

/**
 * How long a question takes, on each event:
 * npm run bench:questions -- FILE   (JSON lines, as for `npm run ask -- --batch`)
 */
const file = process.argv[2];
if (file === undefined) throw new Error('Name a file of questions, JSON lines such as {"q":"when is it?"}.');

interface Line {
  readonly q: string;
  readonly conversation?: readonly string[];
  readonly now?: string;
  readonly locale?: string;
}
const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line): Line => JSON.parse(line));

const passes = 3;
console.log(`${lines.length} questions, node ${process.version}; microseconds, the last of ${passes} passes over all`);
for (const folder of readdirSync("data/events")) await measure(folder);

async function measure(event: string): Promise<void> {
  const programme = await openEvent(eventFolder(event));
  const now = programme.event.start;
  /** What a question needs, prepared once so that only it is timed. */
  const asked = lines.map(({ q, conversation = [], now: at = now, locale }) => {
    const turn = (utterance: string) =>
      ({
        id: "bench",
        conversationId: "bench",
        scope: "personal",
        speaker: { id: "bench", anonymous: false },
        utterance,
        ...(locale ? { locale } : {}),
      }) as const;
    let attendee: Attendee = {};
    for (const said of conversation) attendee = { ...attendee, ...respond(turn(said), attendee, programme, at).change };
    const prior: Language | undefined = attendee.language ?? languageOf(locale);
    return { turn: turn(q), attendee, at, prior, dialogue: attendee.dialogue };
  });
  const understood: number[] = [];
  const whole: number[] = [];
  for (let pass = 0; pass < passes; pass += 1) {
    understood.length = 0;
    whole.length = 0;
    for (const { turn, attendee, at, prior, dialogue } of asked) {
      const from = performance.now();
      const { meaning } = understand(turn.utterance, {
        programme,
        now: at,
        ...(prior ? { prior } : {}),
        ...(dialogue ? { dialogue } : {}),
      });
      if (meaning.means === "questions") for (const frame of meaning.frames) findAnswer(frame, programme, at);
      const middle = performance.now();
      respond(turn, attendee, programme, at);
      whole.push(performance.now() - middle);
      understood.push(middle - from);
    }
  }
  console.log(`${event}:`);
  console.log(`  understood and looked up  ${spread(understood)}`);
  console.log(`  and shown on a card       ${spread(whole)}`);
}

function spread(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => ((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 1000).toFixed(0).padStart(6);
  const mean = ((sorted.reduce((a, b) => a + b, 0) / sorted.length) * 1000).toFixed(0).padStart(6);
  return `mean ${mean}   p50 ${at(0.5)}   p95 ${at(0.95)}   p99 ${at(0.99)}   most ${at(1)}`;
}
