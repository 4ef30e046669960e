import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { z } from "zod";

export interface SigningKey {
  readonly key: KeyObject;
  /** Channels whose requests this key may sign. */
  readonly endorsements: readonly string[];
}

/** Keys cannot be had now; the channel should try again later. */
export class KeysUnavailable extends Error {
  override readonly name = "KeysUnavailable";
}

const OpenIdConfiguration = z.object({ jwks_uri: z.string() });
const KeySet = z.object({
  keys: z.array(
    z.looseObject({
      kid: z.string(),
      kty: z.string(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).optional(),
    }),
  ),
});

const day = 24 * 3600_000;
/** At most one look for an unknown key in this time, so that made-up key ids cause no traffic. */
const lookAgainAfter = 60_000;
/** After a failure: long enough not to hammer, short enough not to be noticed. */
const retryAfter = 1_000;

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
  return response.json();
}

/** The keys behind an OpenID configuration: fetched once for all who wait, renewed daily, kept while that fails. */
export class SigningKeys {
  #keys: ReadonlyMap<string, SigningKey> | undefined;
  #fetchedAt = Number.NEGATIVE_INFINITY;
  #failedAt = Number.NEGATIVE_INFINITY;
  #fetching: Promise<void> | undefined;
  readonly #openIdUrl: string;
  readonly #now: () => number;

  constructor(openIdUrl: string, now: () => number = Date.now) {
    this.#openIdUrl = openIdUrl;
    this.#now = now;
  }

  get known(): boolean {
    return this.#keys !== undefined;
  }

  /** The key of this id, undefined if there is none. Throws KeysUnavailable. */
  async find(kid: string): Promise<SigningKey | undefined> {
    if (!this.#keys) await this.fetch();
    else if (this.#now() - this.#fetchedAt > day) this.fetch().catch(() => {});
    const key = this.#keys?.get(kid);
    if (key || this.#now() - this.#fetchedAt < lookAgainAfter) return key;
    await this.fetch();
    return this.#keys?.get(kid);
  }

  /** Fetches the keys now, together with everybody else who wants them. Throws KeysUnavailable. */
  fetch(): Promise<void> {
    if (!this.#fetching && this.#now() - this.#failedAt < retryAfter) {
      return Promise.reject(new KeysUnavailable("the signing keys could not be fetched a moment ago"));
    }
    this.#fetching ??= this.#load().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #load(): Promise<void> {
    try {
      const { jwks_uri } = OpenIdConfiguration.parse(await fetchJson(this.#openIdUrl));
      if (new URL(jwks_uri).protocol !== new URL(this.#openIdUrl).protocol)
        throw new Error("keys at an unsafe address");
      const { keys } = KeySet.parse(await fetchJson(jwks_uri));
      const usable = keys.filter(({ kty, n, e }) => kty === "RSA" && n && e);
      this.#keys = new Map(
        usable.map(({ kid, kty, n, e, endorsements = [] }) => {
          const jwk: JsonWebKey = { kty, n: n ?? "", e: e ?? "" };
          return [kid, { key: createPublicKey({ key: jwk, format: "jwk" }), endorsements }];
        }),
      );
      this.#fetchedAt = this.#now();
    } catch (cause) {
      this.#failedAt = this.#now();
      throw new KeysUnavailable("the signing keys cannot be fetched", { cause });
    }
  }
}
