import { randomUUID } from "node:crypto";
import { open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { z } from "zod";
import { privateMode } from "./durable-files.ts";
import { StoreError } from "./store.ts";

/** Who holds the directory. */
const holderSchema = z.object({
  id: z.string(),
  pid: z.number().int(),
  host: z.string(),
  /** When the process started, as the kernel tells it: a process number used again is not the same process. */
  started: z.string().nullable(),
});
type Holder = z.infer<typeof holderSchema>;

/** Milliseconds between two signs of life, for those who cannot see our process from another host or container. */
const beatEvery = 2_000;
/** Milliseconds without a sign of life after which a holder on another host counts as dead. */
const silentFor = 15_000;

export interface ProcessLock {
  release(): Promise<void>;
}

/**
 * Takes the lock file, or refuses if a living process holds it. The lock of a dead process is taken over.
 * `onLost` is called if somebody else took it from us, believing us dead: nothing may be written after that.
 */
export async function lockFor(path: string, onLost: () => void): Promise<ProcessLock> {
  const own: Holder = { id: randomUUID(), pid: process.pid, host: hostname(), started: await startOf(process.pid) };
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await tryTake(path, own)) return held(path, own, onLost);
    const other = await holderOf(path);
    if (other === "none") continue;
    if (await isAlive(path, other)) throw refusal(path, other);
    await removeStale(path, other, own);
  }
  throw new StoreError(`The lock ${path} changes hands all the time. Start one process only.`);
}

function held(path: string, own: Holder, onLost: () => void): ProcessLock {
  const isOurs = async () => {
    const holder = await holderOf(path);
    return typeof holder !== "string" && holder.id === own.id;
  };
  const beat = setInterval(async () => {
    if (await isOurs().catch(() => true)) await utimes(path, new Date(), new Date()).catch(() => {});
    else {
      clearInterval(beat);
      onLost();
    }
  }, beatEvery);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      if (await isOurs()) await rm(path, { force: true });
    },
  };
}

async function tryTake(path: string, own: Holder): Promise<boolean> {
  try {
    const file = await open(path, "wx", privateMode);
    await file.writeFile(JSON.stringify(own));
    await file.close();
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** "unreadable": just being written, or left empty by a kill or a power cut. */
async function holderOf(path: string): Promise<Holder | "none" | "unreadable"> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(path, "utf8")));
    return parsed.success ? parsed.data : "unreadable";
  } catch (error) {
    if (isCode(error, "ENOENT")) return "none";
    if (error instanceof SyntaxError) return "unreadable";
    throw error;
  }
}

async function isAlive(path: string, holder: Holder | "unreadable"): Promise<boolean> {
  if (holder === "unreadable") return (await silence(path)) < 2_000;
  if (holder.host !== hostname()) return (await silence(path)) < silentFor;
  if (!isRunning(holder.pid)) return false;
  return holder.started === (await startOf(holder.pid));
}

/**
 * Only one of those who found the same lock stale may remove it, and only while it is still that one: otherwise a slow
 * one would remove the lock a quick one has just taken.
 */
async function removeStale(path: string, stale: Holder | "unreadable", own: Holder): Promise<void> {
  const turn = `${path}.${stale === "unreadable" ? stale : stale.id}`;
  if (!(await tryTake(turn, own))) {
    // Somebody is at it, or was killed at it.
    if ((await silence(turn)) > 2_000) await rm(turn, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return;
  }
  try {
    const now = await holderOf(path);
    const isSame = typeof now === "string" || typeof stale === "string" ? now === stale : now.id === stale.id;
    if (isSame && now !== "none" && !(await isAlive(path, now))) await rm(path, { force: true });
  } finally {
    await rm(turn, { force: true });
  }
}

/** Milliseconds since the file was last touched; 0 if it is gone. */
async function silence(path: string): Promise<number> {
  try {
    return Math.max(0, Date.now() - (await stat(path)).mtimeMs);
  } catch (error) {
    if (isCode(error, "ENOENT")) return 0;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM"); // runs, but is not ours
  }
}

/** Boot and start tick of a process where the kernel tells (Linux), else null: then the number alone must do. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    const status = await readFile(`/proc/${pid}/stat`, "utf8");
    // The second field is the command in brackets and may hold anything; the start is the 20th after it.
    const ticks = status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
    return `${boot.trim()}:${ticks}`;
  } catch {
    return null;
  }
}

function refusal(path: string, holder: Holder | "unreadable"): StoreError {
  const who =
    holder === "unreadable"
      ? "another process that is just starting"
      : `process ${holder.pid} on ${holder.host}${holder.pid === process.pid ? " (this one)" : ""}`;
  return new StoreError(
    `The state is in use by ${who}, and only one process may use it at a time. Stop that process, or give this one a directory of its own. If you are certain that it does not run any more, delete ${path}.`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
