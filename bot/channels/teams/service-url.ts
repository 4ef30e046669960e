/** Where Teams takes our replies: the public cloud, and GCC, which uses the public cloud's tokens. */
export const teamsHosts = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"] as const;

/** Exact origins that replies and tokens may be sent to, such as `https://smba.trafficmanager.net`. */
export type ServiceOrigins = ReadonlySet<string>;

/**
 * Whether a service URL is one of ours to call. It comes from outside (or from a store), and our token goes there:
 * the origin must be on the list to the letter, so no port, no user name, no look-alike, no odd spelling.
 */
export function isServiceUrl(serviceUrl: string, origins: ServiceOrigins): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { origin, username, password, search, hash } = new URL(serviceUrl);
  if (username || password || search || hash || !origins.has(origin)) return false;
  const rest = serviceUrl.slice(origin.length);
  return serviceUrl.startsWith(origin) && (rest === "" || /^\/[\w./-]*$/.test(rest)) && !rest.includes("..");
}
