import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lowdbStore } from "../../bot/storage/lowdb.ts";
import { memoryStore } from "../../bot/storage/memory.ts";
import { type Opened, storeContract } from "./contract.ts";

storeContract("memory", async (now) => {
  const store = memoryStore(now);
  return { store, dispose: () => store.close() };
});

/** Folding every few writes, so that the suite also runs across folds. */
for (const foldAfter of [undefined, 500]) {
  storeContract(foldAfter ? "lowdb, folding all the time" : "lowdb", (now) => onDisk(now, foldAfter));
}

async function onDisk(now: () => Date, foldAfter: number | undefined): Promise<Opened> {
  const directory = await mkdtemp(join(tmpdir(), "rostrum-store-"));
  const onDamage = (message: string) => {
    throw new Error(message);
  };
  const open = () =>
    lowdbStore(join(directory, "made", "when needed"), { now, onDamage, ...(foldAfter && { foldAfter }) });
  let store = await open();
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await open();
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
}
