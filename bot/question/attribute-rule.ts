import type { Features } from "./features.ts";
import type { Attribute, Narrowing } from "./frame.ts";

/** One way of asking: the attribute is meant when `when` holds; the first that holds counts. */
export type Rule = readonly [Attribute, (features: Features, narrowing: Narrowing) => boolean];

/** Any of these concepts is said. */
export const any =
  (...concepts: string[]) =>
  (features: Features) =>
    features.has(...concepts);

/** A day or an hour is asked for. */
export const isTimeQuestion = any(
  "when",
  "what-time",
  "what-day",
  "date",
  "time",
  "start",
  "end",
  "duration",
  "how-long",
  "exactly",
  "until",
  "moved",
  "cancelled",
  "today",
  "tomorrow",
);
