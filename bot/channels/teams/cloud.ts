import { type ServiceOrigins, teamsHosts } from "./service-url.ts";

/** The addresses of the Bot Framework. Given in code only: no setting can point a running bot at another issuer. */
export interface Cloud {
  /** Where the keys that sign Teams' requests are announced. */
  readonly openIdUrl: string;
  /** The one issuer of tokens that Teams sends us. The emulator's, and our own tenant's, are never taken. */
  readonly issuer: string;
  /** Where our own token comes from. */
  readonly tokenUrl: (tenantId: string) => string;
  readonly serviceOrigins: ServiceOrigins;
}

/** Microsoft's public cloud, with further service hosts if some were set. */
export function publicCloud(serviceHosts: readonly string[] = []): Cloud {
  return {
    openIdUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
    issuer: "https://api.botframework.com",
    tokenUrl: (tenantId) => `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
    serviceOrigins: new Set([...teamsHosts, ...serviceHosts].map((host) => `https://${host}`)),
  };
}
