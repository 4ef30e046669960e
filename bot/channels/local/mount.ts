import type { IncomingMessage, ServerResponse } from "node:http";
import type { LocalChannel } from "./gateway.ts";
import type { LocalRoute, SendEvent } from "./routes.ts";

interface ServerRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly raw: IncomingMessage;
  json(): Promise<unknown>;
}

type Add = (path: string, handler: (request: ServerRequest, response: ServerResponse) => Promise<void>) => void;

/** Where the routes are added: the part of `bot/server` that is needed here. */
export type Mountable = { readonly [M in LocalRoute["method"]]: Add };

/**
 * Adds the local channel to a server whose guard lets only this machine's own pages through.
 * What it gives back ends the event streams: call it before the server closes.
 */
export function mountLocal(channel: LocalChannel, server: Mountable): () => void {
  const open = new Set<ServerResponse>();
  for (const route of channel.routes) {
    server[route.method](route.path, async (request, response) => {
      const { params, query, raw } = request;
      const hasBody = raw.headers["content-type"] !== undefined && raw.headers["content-length"] !== "0";
      const body = route.method === "get" || !hasBody ? undefined : await request.json();
      const answer = await route.handle({ params, query, body });
      if ("subscribe" in answer) {
        open.add(response);
        stream(response, answer.subscribe, () => open.delete(response));
        return;
      }
      response.statusCode = answer.status;
      response.setHeader("Content-Type", "application/json; charset=utf-8");
      response.end(answer.body === undefined ? "{}" : JSON.stringify(answer.body));
    });
  }
  return () => {
    for (const response of open) response.end();
  };
}

function stream(response: ServerResponse, subscribe: (send: SendEvent) => () => void, ended: () => void): void {
  response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store" });
  const stop = subscribe((name, data) => response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
  const beat = setInterval(() => response.write(": still here\n\n"), 20_000);
  beat.unref();
  response.once("close", () => {
    clearInterval(beat);
    stop();
    ended();
  });
}
