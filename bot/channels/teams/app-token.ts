import { z } from "zod";

/** Our own token for calls to the channel. */
export interface AppToken {
  /** A token with time left; one fetch serves all who wait. */
  get(): Promise<string>;
  /** The channel refused the token: the next `get` fetches another. */
  forget(): void;
}

/** One token and when it ends, in milliseconds since 1970. */
export type FetchToken = () => Promise<{ readonly token: string; readonly expires: number }>;

/** Renewed this long before it ends, in the background; nobody waits for it. */
const renewBefore = 10 * 60_000;
const lastMoment = 60_000;

export function appToken(fetchToken: FetchToken, now: () => number = Date.now): AppToken {
  let current: { readonly token: string; readonly expires: number } | undefined;
  let fetching: Promise<string> | undefined;
  const renew = (): Promise<string> => {
    fetching ??= fetchToken()
      .then((fetched) => {
        current = fetched;
        return fetched.token;
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };
  return {
    async get() {
      const left = (current?.expires ?? 0) - now();
      if (!current || left < lastMoment) return renew();
      if (left < renewBefore) renew().catch(() => {});
      return current.token;
    },
    forget() {
      current = undefined;
    },
  };
}

const scope = "https://api.botframework.com";
const Granted = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/** By app id and secret, from the tenant's own token endpoint. */
export function secretToken(options: { tokenUrl: string; appId: string; password: string }): FetchToken {
  return async () => {
    const response = await fetch(options.tokenUrl, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: options.appId,
        client_secret: options.password,
        scope: `${scope}/.default`,
      }).toString(),
    });
    if (!response.ok) {
      throw new Error(
        `No token: the sign-in service answered ${response.status}. Check MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID.`,
      );
    }
    const { access_token, expires_in } = Granted.parse(await response.json());
    return { token: access_token, expires: Date.now() + expires_in * 1_000 };
  };
}

/** By the identity of the machine we run on: no secret to keep. The SDK knows the many kinds of Azure host. */
export function managedIdentityToken(options: { appId: string; tenantId: string }): FetchToken {
  return async () => {
    const { ConfigurationServiceClientCredentialFactory } = await import("botbuilder");
    const factory = new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: options.appId,
      MicrosoftAppType: "UserAssignedMsi",
      MicrosoftAppTenantId: options.tenantId,
    });
    const credentials = await factory.createCredentials(options.appId, scope, "", true);
    // The declared type has only signRequest; every credential that the factory makes for an app has getToken too.
    const token = await (credentials as unknown as { getToken(force?: boolean): Promise<string> }).getToken(true);
    return { token, expires: expiryOf(token) };
  };
}

/** When a token says that it ends; half an hour from now if it does not say. */
function expiryOf(token: string): number {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return z.object({ exp: z.number() }).parse(claims).exp * 1_000;
  } catch {
    return Date.now() + 30 * 60_000;
  }
}
