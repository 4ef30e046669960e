import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../bot/storage/store.ts";

export interface Opened {
  readonly store: Store;
  /** Closes and opens again what is on disk; absent for an engine that keeps nothing. */
  readonly reopen?: () => Promise<Store>;
  readonly dispose: () => Promise<void>;
}

const at = (time: string) => new Date(`2024-07-15T${time}:00+02:00`);
const hundred = Array.from({ length: 100 }, (_, i) => i);

/** What every engine promises. `open` gives an empty store that reads the time from `now`. */
export function storeContract(engine: string, open: (now: () => Date) => Promise<Opened>): void {
  describe(engine, () => {
    let opened: Opened;
    let store: Store;
    let now: Date;

    beforeEach(async () => {
      now = at("10:00");
      opened = await open(() => now);
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    test("knows nothing at first", async () => {
      expect(await store.get("notes", "a")).toBeUndefined();
      expect(await store.list("notes")).toEqual([]);
      expect(await store.claimDue("posts", at("23:00"), 1000, 10)).toEqual([]);
    });

    test("gives back what was put, as plain JSON that nobody else can change", async () => {
      const value = { title: "Панель 2", tags: ["a"], gone: undefined, when: at("10:00") };
      const revision = await store.put("notes", "a", value, undefined);
      value.tags.push("b");
      expect(await store.get("notes", "a")).toEqual({
        value: { title: "Панель 2", tags: ["a"], when: "2024-07-15T08:00:00.000Z" },
        revision,
      });
    });

    test.each(["__proto__", "constructor", "", "a/b", "a\u0000b", "\n", "ملاحظة", "x".repeat(1000)])(
      "takes %j as a key and as a collection",
      async (key) => {
        await store.put(key, key, { [key]: 1 }, undefined);
        const back = await store.get(key, key);
        expect(JSON.stringify(back?.value)).toBe(JSON.stringify({ [key]: 1 }));
        expect(await store.get(key, `${key}x`)).toBeUndefined();
      },
    );

    test.each([null, 0, "", false, [], { a: { b: [null] } }])("keeps %j as it is", async (value) => {
      await store.put("notes", "a", value, undefined);
      expect((await store.get("notes", "a"))?.value).toEqual(value);
    });

    test("refuses what JSON cannot say, and keeps nothing of it", async () => {
      await expect(store.put("notes", "a", undefined, undefined)).rejects.toThrow(/JSON/);
      await expect(store.put("notes", "a", 1n, undefined)).rejects.toThrow();
      expect(await store.get("notes", "a")).toBeUndefined();
    });

    test("puts only over the revision that was expected", async () => {
      const first = await store.put("notes", "a", 1, undefined);
      expect(await store.put("notes", "a", 2, undefined)).toBe("conflict");
      expect(await store.put("notes", "b", 2, 7)).toBe("conflict");
      if (first === "conflict") throw new Error("the first put met nobody");
      const second = await store.put("notes", "a", 2, first);
      expect(second).toBeGreaterThan(first);
      expect(await store.put("notes", "a", 3, first)).toBe("conflict");
      expect(await store.get("notes", "a")).toEqual({ value: 2, revision: second });
    });

    test("of a hundred who put at once one wins", async () => {
      const outcomes = await Promise.all(hundred.map((i) => store.put("notes", "a", i, undefined)));
      const winner = outcomes.findIndex((outcome) => outcome !== "conflict");
      expect(outcomes.filter((outcome) => outcome !== "conflict")).toHaveLength(1);
      expect((await store.get("notes", "a"))?.value).toBe(winner);
    });

    test("a hundred who add one at once add a hundred", async () => {
      const add = async (): Promise<void> => {
        const entry = await store.get("notes", "sum");
        const sum = typeof entry?.value === "number" ? entry.value : 0;
        if ((await store.put("notes", "sum", sum + 1, entry?.revision)) === "conflict") await add();
      };
      await Promise.all(hundred.map(add));
      expect((await store.get("notes", "sum"))?.value).toBe(100);
    });

    test("lists a collection and no other", async () => {
      await Promise.all(hundred.map((i) => store.put("notes", `n${i}`, i, undefined)));
      await store.put("other", "x", 0, undefined);
      const values = (await store.list("notes")).map(({ value }) => Number(value));
      expect(values.sort((a, b) => a - b)).toEqual(hundred);
    });

    test("removes, and does not let an old revision bring it back", async () => {
      const revision = await store.put("notes", "a", 1, undefined);
      await store.remove("notes", "a");
      await store.remove("notes", "never there");
      expect(await store.get("notes", "a")).toBeUndefined();
      if (revision !== "conflict") expect(await store.put("notes", "a", 2, revision)).toBe("conflict");
      expect(await store.put("notes", "a", 3, undefined)).not.toBe("conflict");
    });

    test("inserts once, whoever else tries", async () => {
      const insert = (i: number) => store.insertOnce("seen", "activity", i, { keepUntil: at("11:00") });
      const outcomes = await Promise.all(hundred.map(insert));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect((await store.get("seen", "activity"))?.value).toBe(outcomes.indexOf(true));
    });

    test("forgets at the time it was told, not before", async () => {
      const insert = () => store.insertOnce("seen", "activity", 1, { keepUntil: at("11:00") });
      await store.put("notes", "a", 1, undefined, { keepUntil: at("11:00") });
      expect(await insert()).toBe(true);
      now = at("10:59");
      expect(await insert()).toBe(false);
      expect(await store.get("notes", "a")).toBeDefined();
      now = at("11:00");
      expect(await store.get("notes", "a")).toBeUndefined();
      expect(await store.list("seen")).toEqual([]);
      expect(await store.put("notes", "a", 2, undefined)).not.toBe("conflict");
      await store.insertOnce("seen", "activity", 2, { keepUntil: at("12:00") });
      expect((await store.get("seen", "activity"))?.value).toBe(2);
    });

    test("writes together all or nothing", async () => {
      const turn = (name: string) =>
        store.together([
          { write: "insertOnce", collection: "seen", key: "activity", value: 1, keepUntil: at("23:00") },
          { write: "put", collection: "notes", key: name, value: 1, expectedRevision: undefined },
          { write: "enqueue", queue: "posts", job: { id: name, due: now, value: 1 } },
        ]);
      const outcomes = await Promise.all(hundred.map((i) => turn(`n${i}`)));
      expect(outcomes.filter((outcome) => outcome !== "conflict")).toHaveLength(1);
      expect(await store.list("notes")).toHaveLength(1);
      expect(await store.claimDue("posts", now, 1000, 500)).toHaveLength(1);
    });

    test("refuses to write one key twice together", async () => {
      const put = { write: "put", collection: "notes", key: "a", value: 1, expectedRevision: undefined } as const;
      await expect(store.together([put, put])).rejects.toThrow(/once/);
    });

    test("hands out what is due, the longest due first, and nothing early", async () => {
      await store.enqueue("posts", { id: "late", due: at("10:30"), value: "late" });
      await store.enqueue("posts", { id: "early", due: at("10:10"), value: "early" });
      await store.enqueue("posts", { id: "tomorrow", due: at("23:00"), value: "" });
      await store.enqueue("edits", { id: "other", due: at("09:00"), value: "" });
      expect(await store.claimDue("posts", at("10:09"), 1000, 9)).toEqual([]);
      expect(await store.claimDue("posts", at("10:30"), 1000, 1)).toMatchObject([{ id: "early", value: "early" }]);
      const [late] = await store.claimDue("posts", at("10:30"), 1000, 9);
      expect(late).toEqual({ id: "late", due: at("10:30"), value: "late", epoch: 1, unclear: false });
    });

    test("takes a job of one id once while it waits", async () => {
      const enqueue = (i: number) => store.enqueue("posts", { id: "a", due: now, value: i });
      expect((await Promise.all(hundred.map(enqueue))).filter(Boolean)).toHaveLength(1);
      expect(await store.claimDue("posts", now, 1000, 9)).toHaveLength(1);
    });

    test("gives each of a hundred jobs to one of ten workers", async () => {
      await Promise.all(hundred.map((i) => store.enqueue("posts", { id: `${i}`, due: now, value: i })));
      const rounds = await Promise.all(hundred.slice(0, 20).map(() => store.claimDue("posts", now, 1000, 7)));
      const ids = rounds.flat().map(({ id }) => id);
      expect(ids).toHaveLength(100);
      expect(new Set(ids).size).toBe(100);
    });

    test("a worker whose lease ran out and was taken over can no longer complete", async () => {
      await store.enqueue("posts", { id: "a", due: now, value: 1 });
      const [slow] = await store.claimDue("posts", at("10:00"), 60_000, 1);
      expect(await store.claimDue("posts", new Date(at("10:01").getTime() - 1), 60_000, 1)).toEqual([]);
      const [quick] = await store.claimDue("posts", at("10:01"), 60_000, 1);
      expect([slow?.epoch, quick?.epoch, quick?.unclear]).toEqual([1, 2, true]);
      expect(await store.complete("posts", "a", 1)).toBe(false);
      expect(await store.postpone("posts", "a", 1, at("10:05"))).toBe(false);
      expect(await store.complete("posts", "a", 2)).toBe(true);
      expect(await store.complete("posts", "a", 2)).toBe(false);
      expect(await store.claimDue("posts", at("23:00"), 1000, 9)).toEqual([]);
    });

    test("a late worker may complete as long as nobody else has claimed the job", async () => {
      await store.enqueue("posts", { id: "a", due: now, value: 1 });
      await store.claimDue("posts", at("10:00"), 1000, 1);
      expect(await store.complete("posts", "a", 1)).toBe(true);
    });

    test("a postponed job comes back when it is due, and is not unclear", async () => {
      await store.enqueue("posts", { id: "a", due: now, value: 1 });
      await store.claimDue("posts", at("10:00"), 60_000, 1);
      expect(await store.postpone("posts", "a", 1, at("10:30"))).toBe(true);
      expect(await store.claimDue("posts", at("10:29"), 1000, 1)).toEqual([]);
      expect(await store.claimDue("posts", at("10:30"), 1000, 1)).toMatchObject([{ epoch: 2, unclear: false }]);
    });

    test("a cancelled job is gone for whoever holds it", async () => {
      await store.enqueue("posts", { id: "a", due: now, value: 1 });
      await store.claimDue("posts", now, 1000, 1);
      expect(await store.cancel("posts", "a")).toBe(true);
      expect(await store.cancel("posts", "a")).toBe(false);
      expect(await store.complete("posts", "a", 1)).toBe(false);
    });

    test("tells what changed since, in order, without marks and jobs", async () => {
      const start = (await store.changesSince(0)).revision;
      await store.put("notes", "a", 1, undefined);
      await store.insertOnce("seen", "x", 1, { keepUntil: at("23:00") });
      await store.enqueue("posts", { id: "a", due: now, value: 1 });
      await store.remove("notes", "a");
      const told = await store.changesSince(start);
      expect(told.changes.map(({ key, removed }) => [key, removed])).toEqual([
        ["a", false],
        ["a", true],
      ]);
      expect(told.complete).toBe(true);
      expect((await store.changesSince(told.revision)).changes).toEqual([]);
    });

    test("says so when it no longer knows all changes asked for, and never skips one silently", async () => {
      for (let round = 0; round < 30; round++) {
        await Promise.all(hundred.map((i) => store.put("notes", `${round}-${i}`, i, undefined)));
      }
      const told = await store.changesSince(0);
      expect(told.complete || told.changes.length < 3000).toBe(true);
      const latest = await store.changesSince(told.revision - 500);
      expect([latest.complete, latest.changes.length]).toEqual([true, 500]);
    });

    test("rejects every call after it is closed, and may be closed twice", async () => {
      await store.close();
      await store.close();
      await expect(store.get("notes", "a")).rejects.toThrow(/closed/);
      await expect(store.put("notes", "a", 1, undefined)).rejects.toThrow(/closed/);
    });

    test("keeps everything over a restart", async ({ skip }) => {
      const { reopen } = opened;
      if (!reopen) return skip("keeps nothing");
      const revision = await store.put("notes", "__proto__", { a: ["é"] }, undefined);
      await store.put("notes", "b", 1, undefined);
      await store.remove("notes", "b");
      await store.insertOnce("seen", "x", 1, { keepUntil: at("11:00") });
      await store.enqueue("posts", { id: "held", due: at("09:00"), value: 1 });
      await store.enqueue("posts", { id: "free", due: at("09:30"), value: 2 });
      await store.claimDue("posts", now, 3_600_000, 1);
      const before = (await store.changesSince(0)).revision;

      store = await reopen();
      expect(await store.get("notes", "__proto__")).toEqual({ value: { a: ["é"] }, revision });
      expect(await store.get("notes", "b")).toBeUndefined();
      expect(await store.insertOnce("seen", "x", 2, { keepUntil: at("11:00") })).toBe(false);
      expect(await store.claimDue("posts", now, 1000, 9)).toMatchObject([{ id: "free", epoch: 1 }]);
      expect(await store.complete("posts", "held", 1)).toBe(true);
      expect((await store.changesSince(0)).revision).toBeGreaterThanOrEqual(before);
      expect(await store.put("notes", "new", 1, undefined)).toBeGreaterThan(before);
    });
  });
}
