import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../bot/storage/open.ts";
import type { Store } from "../bot/storage/store.ts";

/**
 * How long a write takes until it would survive a kill. Run from the repository:
 * npm run bench:storage
 */
const seconds = 2;
const record = {
  language: "fr",
  timeZone: "Europe/Vienna",
  dialogue: { language: "fr", frame: { of: "x".repeat(200) } },
};

const directory = await mkdtemp(join(tmpdir(), "rostrum-bench-"));
const options = { now: () => new Date(), onDamage: console.error };
try {
  const rows = [];
  for (const url of ["memory:", `file:${join(directory, "state")}`]) {
    const store = await openStore(url, options);
    for (const writers of [1, 16, 64])
      rows.push({ engine: url.slice(0, url.indexOf(":")), ...(await measure(store, writers)) });
    await store.close();
  }
  console.table(rows);
  await measureStart(`file:${join(directory, "state")}`);
} finally {
  await rm(directory, { recursive: true });
}

/** Puts over two thousand records, as many attendees would, with this many writes under way at any time. */
async function measure(store: Store, writers: number) {
  const took: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const write = async (writer: number) => {
    for (let i = 0; performance.now() < end; i++) {
      const key = `attendee-${writer}-${i % Math.ceil(2000 / writers)}`;
      const revision = (await store.get("attendees", key))?.revision;
      const start = performance.now();
      if ((await store.put("attendees", key, record, revision)) === "conflict")
        throw new Error("nobody else writes it");
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const elapsed = performance.now() - begin;
  took.sort((a, b) => a - b);
  const quantile = (q: number) => `${(took[Math.floor(q * (took.length - 1))] ?? 0).toFixed(3)} ms`;
  const perSecond = Math.round((took.length / elapsed) * 1000);
  return {
    writers,
    writes: took.length,
    "writes/s": perSecond,
    p50: quantile(0.5),
    p99: quantile(0.99),
    max: quantile(1),
  };
}

async function measureStart(url: string): Promise<void> {
  const start = performance.now();
  const store = await openStore(url, options);
  const took = performance.now() - start;
  console.log(`opened again with ${(await store.list("attendees")).length} records in ${took.toFixed(0)} ms`);
  await store.close();
}
