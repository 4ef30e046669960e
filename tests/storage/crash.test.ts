import { spawn } from "node:child_process";
import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lowdbStore } from "../../bot/storage/lowdb.ts";
import type { Store } from "../../bot/storage/store.ts";

const now = () => new Date("2024-07-15T10:00:00+02:00");
let bundles: string;
let child: string;

beforeAll(async () => {
  bundles = await mkdtemp(join(resolve(import.meta.dirname, "../../node_modules"), ".crash-"));
  child = join(bundles, "child.mjs");
  const entryPoints = [join(import.meta.dirname, "crash-child.ts")];
  await build({ entryPoints, outfile: child, bundle: true, platform: "node", format: "esm" });
});
afterAll(() => rm(bundles, { recursive: true, force: true }));

let directory: string;
let damage: string[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rostrum-crash-"));
  damage = [];
  return () => rm(directory, { recursive: true, force: true });
});

const open = (foldAfter?: number) =>
  lowdbStore(directory, { now, onDamage: (message) => damage.push(message), ...(foldAfter && { foldAfter }) });

/** Runs the child, kills it that long after it is ready, and tells what it said. */
async function runAndKill(run: string, after: number): Promise<readonly string[]> {
  const running = spawn(process.execPath, [child, directory, run], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  let timer: NodeJS.Timeout | undefined;
  running.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.includes("ready")) timer ??= setTimeout(() => running.kill("SIGKILL"), after);
  });
  await new Promise((done) => running.once("close", done));
  clearTimeout(timer);
  return said.split("\n").slice(0, -1);
}

const told = (said: readonly string[], what: string) =>
  said.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));

describe("a kill at any moment", () => {
  test("loses no acknowledged write and always leaves readable files", { timeout: 60_000 }, async () => {
    const kept = new Set<string>();
    for (let kill = 0; kill < 24; kill++) {
      const said = await runAndKill(`${kill}`, Math.random() * 120);
      expect(said[0], said.join("\n")).toBe("ready");
      expect(told(said, "damage")).toEqual([]);
      for (const key of told(said, "kept")) kept.add(key);
      for (const key of told(said, "gone")) kept.delete(key);
    }
    const store = await open();
    const found = new Map((await store.list("notes")).map(({ key, value }) => [key, value]));
    await store.close();
    // A key whose removal was not acknowledged may be gone already: every 50th.
    const lost = [...kept].filter((key) => !found.has(key) && Number(key.split("-")[2]) % 50 !== 49);
    expect(kept.size).toBeGreaterThan(200);
    expect(lost).toEqual([]);
    expect(found.get([...kept][0] ?? "")).toMatchObject({ key: [...kept][0], filling: "é".repeat(50) });
    expect(damage).toEqual([]);
    expect((await readdir(directory)).filter((name) => name.includes(".new-"))).toEqual([]);
  });

  test("a journal cut anywhere in its last line loses that line only, silently", async () => {
    await write(["a", "b", "c"]);
    const journal = await journalPath();
    const whole = await readFile(journal);
    const lastLine = whole.lastIndexOf(10, whole.length - 2) + 1;
    for (const length of [lastLine, lastLine + 1, lastLine + 12, whole.length - 2, whole.length - 1]) {
      await rm(directory, { recursive: true });
      await write(["a", "b", "c"]);
      await truncate(await journalPath(), length);
      expect(await keysFound(), `cut at ${length}`).toEqual(["a", "b"]);
    }
    expect(damage).toEqual([]);
  });
});

describe("two processes", () => {
  test("the second is refused and told what to do; after a kill the next one takes over", async () => {
    const store = await open();
    const [refused] = await runAndKill("second", 0);
    expect(refused).toMatch(/^refused .*process \d+ .*only one process.*Stop that process.*lock\.$/);
    await expect(open()).rejects.toThrow(/this one/);
    await store.close();
    expect((await runAndKill("third", 20))[0]).toBe("ready");
    expect(await readdir(directory)).toContain("lock");
    await (await open()).close();
    expect(await readdir(directory)).not.toContain("lock");
  });

  test.each([
    ["of a process number used again", { started: "another boot:1" }],
    ["of a process that is gone", { pid: 2 ** 22 + 1 }],
  ])("the lock %s is taken over", async (_, other) => {
    const store = await open();
    const held = JSON.parse(await readFile(join(directory, "lock"), "utf8"));
    await store.close();
    await writeFile(join(directory, "lock"), JSON.stringify({ ...held, ...other }));
    await (await open()).close();
  });

  test("of ten that find a dead one's lock at once, one takes it", async () => {
    const store = await open();
    const held = JSON.parse(await readFile(join(directory, "lock"), "utf8"));
    await store.close();
    await writeFile(join(directory, "lock"), JSON.stringify({ ...held, pid: 2 ** 22 + 1 }));
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => open()));
    const opened = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]?.close();
  });

  test("a living process on another host is respected", async () => {
    const store = await open();
    const held = JSON.parse(await readFile(join(directory, "lock"), "utf8"));
    await store.close();
    await writeFile(join(directory, "lock"), JSON.stringify({ ...held, host: "elsewhere" }));
    await expect(open()).rejects.toThrow(/elsewhere/);
  });
});

describe("a damaged file", () => {
  const content: [string, string][] = [
    ["empty", ""],
    ["of zeros", "\u0000".repeat(64)],
    ["truncated", '{"format":1,"batch":3,"revi'],
    ["[]", "[]"],
    ["{}", "{}"],
    ["null", "null"],
    ["with a fact of no known kind", '{"format":1,"batch":3,"revision":3,"facts":[["x"]]}'],
  ];
  test.each(content)(
    "%s: the last good copy and the journals give everything, and somebody is told",
    async (_, text) => {
      await write(["a", "b"]);
      await write(["c"]); // folds a and b
      await writeFile(join(directory, "store.json"), text);
      expect(await keysFound()).toEqual(["a", "b", "c"]);
      expect(damage).toHaveLength(1);
      expect(damage[0]).toMatch(/store\.json is damaged.*last good copy is used.*damaged-\d+/);
      expect(damage[0]).not.toContain('"revi');
      damage = [];
      expect(await keysFound()).toEqual(["a", "b", "c"]);
      expect(damage).toEqual([]);
    },
  );

  test("missing", async () => {
    await write(["a", "b"]);
    await write(["c"]);
    await rm(join(directory, "store.json"));
    expect(await keysFound()).toEqual(["a", "b", "c"]);
    expect(damage[0]).toMatch(/missing/);
  });

  test("a byte order mark, as editors add it, is no damage", async () => {
    await write(["a"]);
    const path = join(directory, "store.json");
    await writeFile(path, `\uFEFF${await readFile(path, "utf8")}`);
    expect(await keysFound()).toEqual(["a"]);
    expect(damage).toEqual([]);
  });

  test("an empty file where nothing was ever kept is a new beginning", async () => {
    await writeFile(join(directory, "store.json"), "");
    expect(await keysFound()).toEqual([]);
    expect(damage[0]).toMatch(/There is no last good copy/);
  });

  test("a line in the middle of the journal costs that line only, and somebody is told", async () => {
    await write(["a", "b", "c"]);
    const journal = await journalPath();
    await copyFile(journal, `${journal}.old`);
    await writeFile(journal, (await readFile(journal, "utf8")).replace('"b"', '"x"'));
    expect(await keysFound()).toEqual(["a", "c"]);
    expect(damage[0]).toMatch(/1 line\(s\) of .*journal.* damaged/);
    damage = [];
    expect(await keysFound()).toEqual(["a", "c"]);
    expect(damage).toEqual([]);
  });

  test("everything damaged at once: refused with a way out rather than half a programme", async () => {
    await write(["a"]);
    await write(["b"]);
    await write(["c"]);
    for (const name of ["store.json", "store.json.last-good"]) await writeFile(join(directory, name), "{");
    await expect(open()).rejects.toThrow(/Put back a copy/);
    await expect(open()).rejects.toThrow(/Put back a copy/);
  });
});

test("what was removed is in no file any more", async () => {
  const store = await open(500);
  await store.put("attendees", "somebody", { language: "fr", secret: "canary" }, undefined);
  await Promise.all(Array.from({ length: 50 }, (_, i) => store.put("notes", `${i}`, "filling", undefined)));
  expect(await everything()).toContain("canary");
  await store.remove("attendees", "somebody");
  expect(await everything()).not.toContain("canary");
  await store.close();
  expect(await keysFound()).toHaveLength(50);
});

async function write(keys: readonly string[]): Promise<void> {
  const store = await open();
  for (const key of keys) await store.put("notes", key, key, undefined);
  await store.close();
}

async function keysFound(): Promise<readonly string[]> {
  const store: Store = await open();
  const keys = (await store.list("notes")).map(({ key }) => key).sort();
  await store.close();
  return keys;
}

async function journalPath(): Promise<string> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".jsonl")).sort();
  return join(directory, names.at(-1) ?? "");
}

async function everything(): Promise<string> {
  const names = await readdir(directory);
  return (await Promise.all(names.map((name) => readFile(join(directory, name), "utf8")))).join("\n");
}
