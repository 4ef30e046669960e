import { describe, expect, test } from "vitest";
import type { Answer } from "../../bot/answer/answer.ts";
import { converse } from "../../bot/channels/console/batch.ts";
import { eventFolder, openEvent } from "../../bot/programme/open.ts";
import { words } from "../../manifest/app-package.ts";

const programme = await openEvent(eventFolder("som-2024"));
const during = "2024-07-15T10:40:00+02:00";

/** What each command, in the order of the list, may be answered with. */
const kinds: readonly (readonly Answer["kind"][])[] = [
  ["agenda", "sessions"],
  ["speakers"],
  ["documents"],
  ["at"],
  ["event-time", "several"],
  ["joining", "information"],
  ["help"],
];

/** Teams sends a command's title as the person reads it, so each must be understood in its language. */
describe.each(Object.entries(words))("commands in %s", (tag, said) => {
  const titles = Object.entries(said).flatMap(([key, title]) => (key.endsWith(".title") ? [title] : []));

  test.each(titles.map((title, i) => [title, kinds[i] ?? []] as const))("%s", (title, fitting) => {
    const { reply, answer } = converse([title], programme, during, tag);
    expect(fitting).toContain(answer.kind);
    expect([reply.status, reply.language]).toEqual(["answered", tag.split("-")[0]]);
  });
});
