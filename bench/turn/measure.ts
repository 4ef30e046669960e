import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import http from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join } from "node:path";
import type { Told, Used } from "./child.ts";

export interface Bot {
  readonly name: string;
  readonly port: number;
  readonly process: ChildProcess;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** How Rostrum is started by `npm start`: the words between `node` and the file. */
export function shippedFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  return /\bnode((?: --\S+)*)/.exec(scripts.start)?.[1]?.split(" ").filter(Boolean) ?? [];
}

/** Starts a file of the bench as a process; `args` are its port and the fake cloud's. */
export function begin(name: string, args: readonly (number | string)[]): ChildProcess {
  const file = join(dirname(process.argv[1] ?? ""), `${name}.js`);
  const execArgv = name === "rostrum" ? [...shippedFlags()] : [];
  return fork(file, args.map(String), { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv });
}

export function told<T>(
  process: ChildProcess,
  pick: (message: Told & { tokens?: string[] }) => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (message: Told) => {
      const picked = pick(message);
      if (picked === undefined) return;
      process.off("message", listen);
      process.off("exit", ended);
      resolve(picked);
    };
    const ended = (code: number | null) => reject(new Error(`a process of the bench ended with ${code}`));
    process.on("message", listen);
    process.once("exit", ended);
  });
}

export async function used({ process }: Bot): Promise<Used> {
  const answer = told(process, (message) => message.used);
  process.send("used?");
  return answer;
}

/** Milliseconds from the start of the process until this address answers 200. */
export async function untilServed(port: number, path: string, from: number): Promise<number> {
  for (;;) {
    const ok = await fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ok) return performance.now() - from;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of the bot's CPU for one turn. */
  readonly cpu: number;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

function post(port: number, body: string, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
    };
    const sent = http.request(
      { port, host: "127.0.0.1", path: "/api/messages", method: "POST", agent, headers },
      (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

/** So many turns, sixteen at once. Every one must be answered with 200. */
export async function round(bot: Bot, turns: number, next: () => { body: string; token: string }): Promise<Round> {
  const before = await used(bot);
  const times: number[] = [];
  const started = performance.now();
  let left = turns;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const { body, token } = next();
      const from = performance.now();
      const status = await post(bot.port, body, token);
      if (status !== 200) throw new Error(`${bot.name} answered ${status}`);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: 16 }, one));
  const seconds = (performance.now() - started) / 1_000;
  const after = await used(bot);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: turns / seconds, p50: at(0.5), p99: at(0.99), cpu: (after.cpu - before.cpu) / 1_000 / turns };
}
