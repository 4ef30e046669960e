import type { Provenance } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import type { Answer } from "./answer.ts";

/** Deepest a fact lies in an answer: several → agenda → session → child → part → person. */
const deepest = 12;

function provenanceIn(value: unknown, found: Set<string>, depth = 0): void {
  if (depth > deepest || value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const item of value) provenanceIn(item, found, depth + 1);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === "provenance" && Array.isArray(item)) for (const { source } of item as Provenance[]) found.add(source);
    else if (key !== "keywords" && key !== "conflicts") provenanceIn(item, found, depth + 1);
  }
}

/** Answers that speak of the event's own record. */
const ofEvent = new Set<Answer["kind"]>([
  "overview",
  "event-time",
  "block",
  "break",
  "event-language",
  "legal-basis",
  "audience",
  "mode",
  "at",
  "next",
  "missed",
  "zone-time",
]);

/** Where the facts of an answer were read: addresses of the event's sources, or their titles. */
export function sourcesOf(answer: Answer, { event }: Programme): readonly string[] {
  const found = new Set<string>();
  provenanceIn(answer, found);
  if (ofEvent.has(answer.kind)) for (const { source } of event.provenance) found.add(source);
  return event.sources.filter(({ id }) => found.has(id)).map(({ uri, title }) => uri ?? title);
}
