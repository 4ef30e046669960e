export interface LocalRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as parsed from JSON; nothing is known of it yet. */
  readonly body: unknown;
}

/** Sends one server-sent event. */
export type SendEvent = (name: string, data: unknown) => void;

/** Either a JSON body, or a stream of events that lasts until the function it gave is called. */
export type LocalResponse =
  | { readonly status: number; readonly body?: unknown }
  | { readonly status: 200; readonly subscribe: (send: SendEvent) => () => void };

/** One address of the local channel, free of any web server; `:name` in the path is a parameter. */
export interface LocalRoute {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  handle(request: LocalRequest): LocalResponse | Promise<LocalResponse>;
}
