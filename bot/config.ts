import { join } from "node:path";

/** Everything that is set from outside, checked. What each setting is for stands in `.env.example`. */
export interface Config {
  /** Absent: local mode, for trying the assistant on one's own machine. */
  readonly app?: App;
  readonly host: string;
  readonly port: number;
  /** Folder of the event. */
  readonly eventFolder: string;
  /** `memory:` or `file:` and a folder. */
  readonly store: string;
  /** Absent: every tenant that Teams lets in. */
  readonly tenants?: ReadonlySet<string>;
  /** Entra object ids. */
  readonly moderators: ReadonlySet<string>;
  readonly logLevel: string;
  /** Further hosts that replies may be sent to. */
  readonly serviceHosts: readonly string[];
  readonly retentionDays: number;
  readonly publicUrl?: string;
  readonly metricsToken?: string;
}

/** Who we are to Teams. */
export type App =
  | { readonly kind: "secret"; readonly id: string; readonly tenantId: string; readonly password: string }
  | { readonly kind: "managed-identity"; readonly id: string; readonly tenantId: string };

/** Settings that cannot work, all at once, each with its way out. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(problems: readonly string[]) {
    super(
      `The settings have ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nWhat each setting is for stands in .env.example.`,
    );
  }
}

type Env = Readonly<Record<string, string | undefined>>;

const logLevels = ["fatal", "error", "warn", "info", "debug", "silent"];
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hostName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

/** Reads the settings; throws one ConfigError that names everything wrong. */
export function readConfig(env: Env): Config {
  const problems: string[] = [];
  const get = (name: string): string | undefined => env[name]?.trim() || undefined;

  function number(name: string, fallback: number, least: number, most: number): number {
    const given = get(name);
    if (given === undefined) return fallback;
    if (/^\d{1,9}$/.test(given) && Number(given) >= least && Number(given) <= most) return Number(given);
    problems.push(`${name} must be a number from ${least} to ${most}, got "${given}"`);
    return fallback;
  }

  function list(name: string, shape: RegExp, example: string): readonly string[] {
    const values = (get(name) ?? "").split(/[\s,;]+/).filter((value) => value !== "");
    for (const value of values) {
      if (!shape.test(value)) problems.push(`${name} must list ${example}, got "${value}"`);
    }
    return values.map((value) => value.toLowerCase());
  }

  const app = readApp(get, problems);
  const host = get("HOST") ?? (app ? "0.0.0.0" : "127.0.0.1");
  if (!app && !loopback.has(host)) {
    problems.push(
      `HOST is "${host}", but without MICROSOFT_APP_ID anybody who reaches the assistant could speak as anybody: set MICROSOFT_APP_ID, or leave HOST out to stay on this machine`,
    );
  }
  const logLevel = get("LOG_LEVEL") ?? (app ? "info" : "warn");
  if (!logLevels.includes(logLevel))
    problems.push(`LOG_LEVEL must be one of ${logLevels.join(", ")}, got "${logLevel}"`);

  const event = get("EVENT") ?? "som-2024";
  const store = get("STORE") ?? "file:data/state";
  if (store !== "memory:" && !/^file:.+/.test(store)) {
    problems.push(`STORE must be memory: or file: and a folder, such as file:data/state, got "${store}"`);
  }
  const publicUrl = get("PUBLIC_URL");
  if (publicUrl !== undefined && !/^https:\/\/[^\s/]+/.test(publicUrl)) {
    problems.push(`PUBLIC_URL must be the https address people reach the assistant at, got "${publicUrl}"`);
  }
  const tenants = list("TENANTS", guid, "tenant ids, such as 0f9e8d7c-1234-4321-8888-aaaabbbbcccc");
  const moderators = list("MODERATORS", guid, "Entra object ids, such as 0f9e8d7c-1234-4321-8888-aaaabbbbcccc");
  const serviceHosts = list("SERVICE_HOSTS", hostName, "host names without https://, such as smba.example.com");
  const port = number("PORT", 3978, 0, 65_535);
  const retentionDays = number("RETENTION_DAYS", 30, 1, 3_650);
  const metricsToken = get("METRICS_TOKEN");
  if (metricsToken !== undefined && metricsToken.length < 16) {
    problems.push("METRICS_TOKEN must have at least 16 letters, so that nobody guesses it");
  }

  if (problems.length > 0) throw new ConfigError(problems);
  return {
    ...(app ? { app } : {}),
    host,
    port,
    // An id names a folder of data/events; anything with a slash in it is a folder of one's own.
    eventFolder: /[/\\]/.test(event) ? event : join("data", "events", event),
    store,
    ...(tenants.length > 0 ? { tenants: new Set(tenants) } : {}),
    moderators: new Set(moderators),
    logLevel,
    serviceHosts,
    retentionDays,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
  };
}

function readApp(get: (name: string) => string | undefined, problems: string[]): App | undefined {
  const id = get("MICROSOFT_APP_ID");
  const password = get("MICROSOFT_APP_PASSWORD");
  const tenantId = get("MICROSOFT_APP_TENANT_ID");
  const type = get("MICROSOFT_APP_TYPE") ?? "SingleTenant";
  if (id === undefined) {
    if (password !== undefined)
      problems.push("MICROSOFT_APP_PASSWORD is set without MICROSOFT_APP_ID: set both, or none for local mode");
    return undefined;
  }
  if (!guid.test(id))
    problems.push(
      `MICROSOFT_APP_ID must be the bot's app id, such as 0f9e8d7c-1234-4321-8888-aaaabbbbcccc, got "${id}"`,
    );
  if (tenantId === undefined)
    problems.push("MICROSOFT_APP_TENANT_ID is missing: it is the directory (tenant) id on the bot's Azure page");
  else if (!guid.test(tenantId)) problems.push(`MICROSOFT_APP_TENANT_ID must be a tenant id, got "${tenantId}"`);
  if (type.toLowerCase() === "userassignedmsi") return { kind: "managed-identity", id, tenantId: tenantId ?? "" };
  if (type.toLowerCase() !== "singletenant") {
    problems.push(
      `MICROSOFT_APP_TYPE must be SingleTenant or UserAssignedMSI, got "${type}" (Azure makes no new MultiTenant bots)`,
    );
  }
  if (password === undefined) {
    problems.push(
      "MICROSOFT_APP_PASSWORD is missing: make a client secret, or set MICROSOFT_APP_TYPE to UserAssignedMSI",
    );
  }
  return { kind: "secret", id, tenantId: tenantId ?? "", password: password ?? "" };
}
