import type { IncomingMessage } from "node:http";
import { bodyLimit } from "./read-json.ts";

/** What is asked of every request before restify sees it. */
export interface GuardOptions {
  /** Local mode: only these `Host` values (DNS rebinding), and no foreign `Origin` (another page in the browser). */
  readonly localHosts?: () => ReadonlySet<string>;
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE"]);

function readable(url: string, host: string | undefined): boolean {
  if (!url.startsWith("/")) return false;
  try {
    decodeURIComponent(new URL(`http://${host || "localhost"}${url}`).pathname);
    return !/%00|%2f|%5c|[\\\0]/i.test(url.split("?")[0] ?? "");
  } catch {
    return false;
  }
}

/**
 * The status to refuse a request with, or undefined to let it through. Decides on the head alone, before any byte
 * of the body: restify 12 ends the process on some of these (`Host: [`, target `http://[/`, gzip that is not gzip).
 */
export function refusalOf(req: IncomingMessage, { localHosts }: GuardOptions): number | undefined {
  const { host, origin, "content-encoding": encoding, "content-type": type } = req.headers;
  if (!methods.has(req.method ?? "")) return 405;
  if (!readable(req.url ?? "", host)) return 400;
  if (localHosts) {
    const hosts = localHosts();
    if (!hosts.has(host ?? "")) return 403;
    if (origin !== undefined && !hosts.has(origin.replace(/^http:\/\//, ""))) return 403;
  }
  if (encoding !== undefined) return 415;
  const length = req.headers["content-length"];
  if (length !== undefined && Number(length) > bodyLimit) return 413;
  const hasBody = req.headers["transfer-encoding"] !== undefined || (length !== undefined && Number(length) > 0);
  if (hasBody && !/^application\/json\s*(;|$)/i.test(type ?? "")) return 415;
  return undefined;
}
