import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Cloud } from "../../bot/channels/teams/cloud.ts";
import { type Claims, type Signer, signed, signer } from "./tokens.ts";

export const appId = "11111111-2222-4333-8444-555555555555";
export const tenantId = "99999999-8888-4777-8666-555555555555";
export const issuer = "https://api.botframework.com";

/** One call the bot made to the channel. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot sent
  readonly activity: any;
}

/** How the channel answers a call instead of taking it. */
export interface Trouble {
  /** 0: the connection is cut; -1: silence. */
  readonly status: number;
  readonly retryAfter?: string;
  readonly times: number;
}

export interface FakeCloud {
  readonly port: number;
  readonly serviceUrl: string;
  /** What the bot under test is pointed at. */
  readonly cloud: Cloud;
  readonly signer: Signer;
  readonly calls: Call[];
  /** How often keys and tokens were asked for. */
  readonly fetched: { openId: number; keys: number; tokens: number };
  /** The token that the sign-in service gives the bot. */
  readonly outboundToken: string;
  /** A token as Teams sends it, with other claims where given. */
  token(claims?: Claims): string;
  trouble(trouble: Trouble): void;
  /** The keys cannot be fetched. */
  keysDown(down: boolean): void;
  close(): Promise<void>;
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function json(res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(body);
  res.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text), ...headers });
  res.end(text);
}

/** Plays the Bot Framework on a real port: sign-in, keys with endorsements, and the channel's own service. */
export async function startCloud({ port = 0, record = true } = {}): Promise<FakeCloud> {
  const teams = signer("teams-key");
  const other = signer("unendorsed-key");
  const tenantKey = signer("tenant-key");
  const now = () => Math.floor(Date.now() / 1000);
  const outboundToken = signed(tenantKey, {
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    aud: "https://api.botframework.com",
    appid: appId,
    azp: appId,
    exp: now() + 3600,
    nbf: now() - 60,
  });
  const calls: Call[] = [];
  const fetched = { openId: 0, keys: 0, tokens: 0 };
  const troubles: { status: number; retryAfter?: string; times: number }[] = [];
  let down = false;
  let posted = 0;

  const server = createServer((req, res) => {
    void serve(req, res).catch(() => res.destroy());
  });
  server.keepAliveTimeout = 60_000;

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = req.url ?? "/";
    const text = await bodyOf(req);
    if (path === "/v1/.well-known/openidconfiguration") {
      fetched.openId += 1;
      if (down) return json(res, 500, {});
      return json(res, 200, {
        issuer,
        jwks_uri: `${base()}/v1/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      });
    }
    if (path === "/v1/keys") {
      fetched.keys += 1;
      const keys = [
        { ...teams.publicJwk, endorsements: ["msteams"] },
        { ...other.publicJwk, endorsements: ["directline"] },
        { ...tenantKey.publicJwk, endorsements: ["msteams"] },
      ];
      return json(res, 200, { keys });
    }
    if (path.endsWith("/oauth2/v2.0/token")) {
      fetched.tokens += 1;
      return json(res, 200, {
        token_type: "Bearer",
        expires_in: 3600,
        ext_expires_in: 3600,
        access_token: outboundToken,
      });
    }
    if (path.startsWith("/teams/v3/")) return channel(req, res, path, text);
    json(res, 404, {});
  }

  function channel(req: IncomingMessage, res: ServerResponse, path: string, text: string): void {
    const { method = "", headers } = req;
    if (record)
      calls.push({ method, path, authorization: headers.authorization, activity: text ? JSON.parse(text) : undefined });
    const [trouble] = troubles;
    if (trouble) {
      trouble.times -= 1;
      if (trouble.times <= 0) troubles.shift();
      if (trouble.status === 0) req.socket.destroy();
      if (trouble.status > 0)
        json(res, trouble.status, {}, trouble.retryAfter ? { "retry-after": trouble.retryAfter } : {});
      return;
    }
    posted += 1;
    json(res, method === "POST" ? 201 : 200, { id: `sent-${posted}` });
  }

  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const listening = (server.address() as AddressInfo).port;
  const base = () => `http://127.0.0.1:${listening}`;
  const serviceUrl = `${base()}/teams/`;
  return {
    port: listening,
    serviceUrl,
    cloud: {
      openIdUrl: `${base()}/v1/.well-known/openidconfiguration`,
      issuer,
      tokenUrl: (tenant) => `${base()}/${tenant}/oauth2/v2.0/token`,
      serviceOrigins: new Set([base()]),
    },
    signer: teams,
    calls,
    fetched,
    outboundToken,
    token: (claims = {}) =>
      signed(teams, { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now() - 60, exp: now() + 3600, ...claims }),
    trouble: (trouble) => troubles.push({ ...trouble }),
    keysDown: (isDown) => {
      down = isDown;
    },
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
