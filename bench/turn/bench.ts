import { activity } from "../../tests/cloud/activities.ts";
import { type Bot, begin, freePort, type Round, round, told, untilServed, used } from "./measure.ts";

/** Rounds of each, in turn, and turns a round: with the warm-up, each bot answers a bit over 10,000. */
const rounds = Number(process.argv[2] ?? 10);
const turnsARound = Number(process.argv[3] ?? 1_000);
const warmUp = 500;
const coldStarts = 5;

const questions = [
  "who speaks on panel 2?",
  "agenda",
  "who are the speakers?",
  "à quelle heure commence le panel 1 ?",
  "what documents are there?",
  "where is it held?",
  "¿quién habla en el panel 1?",
  "when is the lunch break?",
  "what is on now?",
  "is there a background paper in Arabic?",
  "who is Titus Asiimwe?",
  "现在在进行什么?",
  "help",
  "how do I join online?",
  "what is panel 1 about?",
  "кто выступает?",
];

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const typical = (all: readonly Round[]): Round => ({
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p50: median(all.map(({ p50 }) => p50)),
  p99: median(all.map(({ p99 }) => p99)),
  cpu: median(all.map(({ cpu }) => cpu)),
});

const cloudPort = await freePort();
const cloud = begin("cloud", [cloudPort]);
const [tokens] = await Promise.all([told(cloud, (message) => message.tokens), told(cloud, (message) => message.ready)]);

async function bot(name: string, ...more: string[]): Promise<Bot> {
  const port = await freePort();
  const process = begin(name, [port, cloudPort, ...more]);
  await told(process, (message) => message.ready);
  return { name, port, process };
}

async function coldStart(name: string, path: string): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  const child = begin(name, [port, cloudPort]);
  const ms = await untilServed(port, path, from);
  child.removeAllListeners("exit");
  child.kill();
  return ms;
}

let asked = 0;
const next = () => {
  asked += 1;
  const person = asked % 200;
  const text = questions[asked % questions.length];
  const fields = {
    text,
    id: `bench-${asked}`,
    from: { id: `29:person-${person}`, aadObjectId: `00000000-0000-4000-8000-${String(person).padStart(12, "0")}` },
    conversation: { id: `a:personal-${person}`, conversationType: "personal", tenantId: "tenant" },
  };
  const body = JSON.stringify(activity({ serviceUrl: `http://127.0.0.1:${cloudPort}/teams/` }, fields));
  return { body, token: tokens[asked % tokens.length] ?? "" };
};

const echo = await bot("echo");
const rostrum = await bot("rostrum");
const edge = await bot("rostrum", "edge");
const bots = { echo, rostrum, edge };
const names = ["echo", "rostrum", "edge"] as const;
const results = { echo: [] as Round[], rostrum: [] as Round[], edge: [] as Round[] };
for (const name of names) await round(bots[name], warmUp, next);
for (let i = 0; i < rounds; i += 1) {
  // Who goes first changes, so that none always profits from another's rest.
  const order = i % 2 === 0 ? names : [...names].reverse();
  for (const name of order) results[name].push(await round(bots[name], turnsARound, next));
}
const memory = { echo: (await used(echo)).rss, rostrum: (await used(rostrum)).rss, edge: (await used(edge)).rss };
for (const { process } of Object.values(bots)) {
  process.removeAllListeners("exit");
  process.kill();
}
const starts: Record<string, number[]> = { "echo /healthz": [], "rostrum /healthz": [], "rostrum /readyz": [] };
for (let i = 0; i < coldStarts; i += 1) {
  for (const [label, times] of Object.entries(starts)) {
    const [name = "", path = ""] = label.split(" ");
    times.push(await coldStart(name, path));
  }
}
cloud.removeAllListeners("exit");
cloud.kill();

const echoed = typical(results.echo);
const ours = typical(results.rostrum);
const perCpu = results.rostrum.map(({ cpu }, i) => (results.echo[i]?.cpu ?? 0) / cpu);
const perTurn = results.rostrum.map(({ perSecond }, i) => perSecond / (results.echo[i]?.perSecond ?? 1));
const line = (name: string, { perSecond, p50, p99, cpu }: Round, rss: number) =>
  [
    name.padEnd(8),
    perSecond.toFixed(0).padStart(9),
    p50.toFixed(1).padStart(8),
    p99.toFixed(1).padStart(8),
    cpu.toFixed(2).padStart(8),
    (rss / 1024 / 1024).toFixed(0).padStart(8),
  ].join(" ");
console.log(`Medians of ${rounds} rounds in turn, ${turnsARound} turns each, 16 at once; node ${process.version}`);
console.log(
  `The echo answers with its text (stock CloudAdapter and restify), Rostrum with what was asked, on a card.\n`,
);
console.log("           turns/s   p50 ms   p99 ms   cpu ms   rss MB");
console.log(line("echo", echoed, memory.echo));
console.log(line("rostrum", ours, memory.rostrum));
console.log(`${line("edge", typical(results.edge), memory.edge)}   (Rostrum with a ready-made answer)`);
console.log(
  `\nratio (above 1: Rostrum costs less): turns/s ${median(perTurn).toFixed(2)}, CPU per turn ${median(perCpu).toFixed(2)}`,
);
for (const [label, times] of Object.entries(starts))
  console.log(`cold start, ${label}: ${median(times).toFixed(0)} ms`);
console.log(
  `memory of Rostrum after ${warmUp + rounds * turnsARound} turns: ${(memory.rostrum / 1024 / 1024).toFixed(0)} MB`,
);
process.exit(0);
