import { createHmac } from "node:crypto";
import pino from "pino";

/** Constant phrases plus facts: ids hashed, never what people wrote, never names or tokens. */
export type Log = pino.Logger;

/** JSON lines, to standard output unless another stream is given. */
export function createLog(level: string, stream?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** How ids are written in logs: the same id gives the same mark, and the mark does not give the id back. */
export type Mark = (id: string) => string;

/** Marks keyed by a secret, so that nobody can try known ids against a log. */
export function markWith(secret: string): Mark {
  // People speak more than once. Emptied when full, so that it never grows for long.
  const made = new Map<string, string>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    if (made.size >= 2_000) made.clear();
    const mark = createHmac("sha256", secret).update(id).digest("base64url").slice(0, 12);
    made.set(id, mark);
    return mark;
  };
}
