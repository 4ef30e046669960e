import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.ts";

/** Far above what Teams sends (its own limit is about 100 KB); far below what would hurt. */
export const bodyLimit = 256 * 1024;

/** Reads a JSON body of at most `limit` bytes; Node ends a sender slower than the server's request timeout. */
export function readJson(req: IncomingMessage, limit: number = bodyLimit): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = (status: number, reason: string) => {
      req.removeAllListeners("data");
      // What still comes is not kept; the answer closes the connection.
      req.resume();
      reject(new Refusal(status, reason));
    };
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) refuse(413, "body too large");
      else chunks.push(chunk);
    });
    req.once("end", () => {
      try {
        resolve(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))));
      } catch {
        refuse(400, "body is not JSON");
      }
    });
    req.once("error", () => reject(new Refusal(400, "body broken off")));
    req.once("aborted", () => reject(new Refusal(400, "body broken off")));
  });
}
