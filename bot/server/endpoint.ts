import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** What a channel gives the server: who may speak, and what is done with what they say. */
export interface Endpoint<Admission = unknown> {
  /** Decides on the head alone, so that strangers' bodies are never read. Throws a Refusal. */
  admit(headers: IncomingHttpHeaders): Promise<Admission>;
  /** One activity, already parsed as JSON. Throws a Refusal. */
  receive(body: unknown, admission: Admission): Promise<Delivered>;
}

export interface Delivered {
  readonly status: number;
  readonly body?: unknown;
}

/** A file of the pages, held in memory. */
export interface PageFile {
  readonly body: Buffer | string;
  readonly type: string;
}

/** By request path, such as `/` or `/chat.js`. Nothing else is ever served: there is no directory to walk out of. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** A request of an extra route; `params` are the named parts of its path. */
export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Node's own request, for its `close` event or headers. */
  readonly raw: IncomingMessage;
  /** Reads the body, JSON, at most 256 KB. */
  json(): Promise<unknown>;
}

export type RouteHandler = (req: RouteRequest, res: ServerResponse) => void | Promise<void>;

/**
 * Where extra routes are added. Paths as restify writes them: `/local/v3/conversations/:id/activities`.
 * The same guard stands before them; in local mode that means loopback `Host` and own `Origin` only.
 */
export interface Routes {
  get(path: string, handler: RouteHandler): void;
  post(path: string, handler: RouteHandler): void;
  put(path: string, handler: RouteHandler): void;
  delete(path: string, handler: RouteHandler): void;
}
