import { z } from "zod";
import type { Attendee, AttendeeChange } from "../attendee/attendee.ts";
import { languages } from "../language/languages.ts";
import type { Dialogue } from "../question/dialogue.ts";
import { type Keeping, type Store, StoreError } from "./store.ts";

const collection = "attendees";

/** What an earlier version of ours wrote and we no longer understand is as if it were not there. */
const fields = {
  language: z.enum(languages).optional().catch(undefined),
  timeZone: z.string().optional().catch(undefined),
  dialogue: z.custom<Dialogue>(isDialogue).optional().catch(undefined),
} satisfies { readonly [F in keyof Required<Attendee>]: z.ZodType<Attendee[F]> };

const recordSchema = z.looseObject(fields).catch({});

/** What is remembered of a person; empty if we have not met. `userId` is hashed already. */
export async function attendee(store: Store, userId: string): Promise<Attendee> {
  return recordOf((await store.get(collection, userId))?.value);
}

/**
 * Applies the change to the newest record; simultaneous changes never undo each other. A field given as undefined is
 * forgotten. With `keeping`, the whole record is forgotten at that time unless it is changed again before.
 */
export async function change(store: Store, userId: string, change: AttendeeChange, keeping?: Keeping): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const entry = await store.get(collection, userId);
    const record = { ...recordOf(entry?.value), ...change };
    const written = await store.put(collection, userId, record, entry?.revision, keeping);
    if (written !== "conflict") return;
  }
  throw new StoreError(`An attendee's record was changed by others ${attempts} times in a row.`);
}

/** Forgets the person: nothing of the record remains. */
export async function forget(store: Store, userId: string): Promise<void> {
  await store.remove(collection, userId);
}

/** Each round of a race has a winner, so this many may change one record at once. */
const attempts = 1000;

function recordOf(value: unknown): Attendee {
  return value === undefined ? {} : recordSchema.parse(value);
}

const dialogueSchema = z.object({ language: z.enum(languages), frame: z.looseObject({}).optional() });

function isDialogue(value: unknown): boolean {
  return dialogueSchema.safeParse(value).success;
}
