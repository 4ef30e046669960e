import { ConfigError } from "../bot/config.ts";

/** What an organisation says of itself and of its bot; each is explained in `.env.example`. */
export interface AppSettings {
  /** The bot's app id. */
  readonly MICROSOFT_APP_ID: string;
  /** The Teams app's own id; the bot's, unless told otherwise. */
  readonly TEAMS_APP_ID: string;
  readonly DEVELOPER_NAME: string;
  readonly DEVELOPER_URL: string;
  readonly PRIVACY_URL: string;
  readonly TERMS_URL: string;
  /** The host people reach the assistant at. */
  readonly PUBLIC_HOST: string;
  /** Shown instead of "Rostrum" in chats, in every language. */
  readonly APP_NAME?: string;
}

/** For looking at a package, not for using one. */
const example: Readonly<Record<string, string>> = {
  MICROSOFT_APP_ID: "00000000-0000-4000-8000-000000000000",
  DEVELOPER_NAME: "Rostrum contributors",
  DEVELOPER_URL: "https://rostrum.example/",
  PRIVACY_URL: "https://rostrum.example/privacy",
  TERMS_URL: "https://rostrum.example/terms",
  PUBLIC_URL: "https://rostrum.example",
};

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the settings of the package; throws one ConfigError that names everything wrong. */
export function readAppSettings(
  env: Readonly<Record<string, string | undefined>>,
  { asExample = false }: { readonly asExample?: boolean } = {},
): AppSettings {
  const problems: string[] = [];

  const get = (name: string): string | undefined =>
    env[name]?.trim() || (asExample ? example[name] : undefined) || undefined;

  function required(name: string, what: string): string {
    const value = get(name);
    if (value === undefined) problems.push(`${name} is missing: ${what}`);
    return value ?? "";
  }

  function id(name: string, value: string): string {
    if (value !== "" && !guid.test(value))
      problems.push(`${name} must be an id such as 0f9e8d7c-1234-4321-8888-aaaabbbbcccc, got "${value}"`);
    return value.toLowerCase();
  }

  function address(name: string, what: string): string {
    const value = required(name, what);
    if (value === "") return value;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url?.protocol !== "https:" || url.username !== "")
      problems.push(`${name} must be an https address, got "${value}"`);
    else if (!asExample && /(^|\.)example(\.(com|net|org))?$/.test(url.hostname))
      problems.push(`${name} is still the example "${value}": set your own, or try with --example`);
    return value;
  }

  const botId = id("MICROSOFT_APP_ID", required("MICROSOFT_APP_ID", "the app id on the bot's Azure page"));
  const publicUrl = address("PUBLIC_URL", "the https address Teams reaches the assistant at");
  const name = get("APP_NAME");
  const settings: AppSettings = {
    MICROSOFT_APP_ID: botId,
    TEAMS_APP_ID: id("TEAMS_APP_ID", get("TEAMS_APP_ID") ?? botId),
    DEVELOPER_NAME: required("DEVELOPER_NAME", "who offers the assistant, at most 32 letters"),
    DEVELOPER_URL: address("DEVELOPER_URL", "your page about the assistant or the event"),
    PRIVACY_URL: address("PRIVACY_URL", "your privacy notice"),
    TERMS_URL: address("TERMS_URL", "your terms of use"),
    PUBLIC_HOST: URL.canParse(publicUrl) ? new URL(publicUrl).host : "",
    ...(name === undefined ? {} : { APP_NAME: name }),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}
