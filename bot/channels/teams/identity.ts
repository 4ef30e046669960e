import { createHash, verify } from "node:crypto";
import { z } from "zod";
import { Recent } from "./recent.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** What a verified token says of the request it came with. */
export interface Identity {
  /** The only service URL this request may name: else a stolen token could send our replies elsewhere. */
  readonly serviceUrl: string;
}

/** The token proves nothing. The message is for the log: the caller gets a bare 401. */
export class NotAuthentic extends Error {
  override readonly name = "NotAuthentic";
}

const Head = z.object({ alg: z.literal("RS256"), kid: z.string().min(1).max(200), crit: z.undefined().optional() });
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().optional(),
  serviceUrl: z.string().optional(),
});

interface Verified extends Identity {
  readonly expires: number;
  readonly notBefore: number;
}

/** Clocks may differ by this much, as in Microsoft's own libraries. */
const tolerance = 5 * 60_000;
const longestToken = 8_192;
const channel = "msteams";

export interface IdentityOptions {
  readonly appId: string;
  readonly issuer: string;
  readonly keys: SigningKeys;
  readonly now?: () => number;
}

function part(text: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(text ?? "", "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Checks the tokens Teams sends: RS256 by a key endorsed for Teams, our issuer and audience, in time.
 * A verified token is remembered, by its hash, until it expires: Teams uses one for many requests.
 */
export function identify({ appId, issuer, keys, now = Date.now }: IdentityOptions) {
  const remembered = new Recent<Verified>(1_000);

  async function check(token: string): Promise<Verified> {
    const [head64, claims64, signature64, ...more] = token.split(".");
    if (more.length > 0 || !signature64) throw new NotAuthentic("not a signed token");
    const head = Head.safeParse(part(head64));
    if (!head.success) throw new NotAuthentic("not RS256 with a key id");
    const claims = Claims.safeParse(part(claims64));
    if (!claims.success) throw new NotAuthentic("claims are missing");
    const { iss, aud, exp, nbf, serviceurl, serviceUrl = serviceurl } = claims.data;
    if (iss !== issuer) throw new NotAuthentic("another issuer");
    if (aud !== appId) throw new NotAuthentic("for somebody else");
    if (!serviceUrl) throw new NotAuthentic("no service URL claimed");
    const verified = { serviceUrl, expires: exp * 1_000, notBefore: (nbf ?? 0) * 1_000 };
    inTime(verified);
    const key = await keys.find(head.data.kid);
    if (!key) throw new NotAuthentic("unknown key");
    if (!key.endorsements.includes(channel)) throw new NotAuthentic("key not endorsed for Teams");
    const signed = Buffer.from(`${head64}.${claims64}`);
    if (!verify("RSA-SHA256", signed, key.key, Buffer.from(signature64, "base64url"))) {
      throw new NotAuthentic("bad signature");
    }
    return verified;
  }

  function inTime({ expires, notBefore }: Verified): void {
    const at = now();
    if (at > expires + tolerance) throw new NotAuthentic("expired");
    if (at < notBefore - tolerance) throw new NotAuthentic("not valid yet");
  }

  /** Throws NotAuthentic, or KeysUnavailable when nobody can tell. */
  return async (authorization: string | undefined): Promise<Identity> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? "")?.[1];
    if (!token || token.length > longestToken) throw new NotAuthentic("no token");
    const mark = createHash("sha256").update(token).digest("base64");
    const known = remembered.get(mark);
    if (known) {
      inTime(known);
      return known;
    }
    const verified = await check(token);
    remembered.set(mark, verified);
    return verified;
  };
}
