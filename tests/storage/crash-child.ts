import { writeSync } from "node:fs";
import { lowdbStore } from "../../bot/storage/lowdb.ts";

/** Writes as fast as it can and says "kept KEY" after each acknowledged write, until it is killed. */
const [directory = "", run = ""] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const store = await lowdbStore(directory, {
    now: () => new Date("2024-07-15T10:00:00+02:00"),
    onDamage: (message) => say(`damage ${message}`),
    foldAfter: 20_000,
  });
  say("ready");
  const writer = async (name: number) => {
    for (let i = 0; ; i++) {
      const key = `${run}-${name}-${i}`;
      await store.put("notes", key, { key, filling: "é".repeat(50) }, undefined);
      say(`kept ${key}`);
      if (i % 50 === 49) {
        await store.remove("notes", key);
        say(`gone ${key}`);
      }
    }
  };
  await Promise.all([0, 1, 2, 3].map(writer));
} catch (error) {
  say(`refused ${error instanceof Error ? error.message : error}`);
}
