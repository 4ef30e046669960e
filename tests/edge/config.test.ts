import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../bot/config.ts";

const app = {
  MICROSOFT_APP_ID: "11111111-2222-4333-8444-555555555555",
  MICROSOFT_APP_PASSWORD: "secret",
  MICROSOFT_APP_TENANT_ID: "99999999-8888-4777-8666-555555555555",
};
const problems = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "none";
};

describe("Settings", () => {
  test("that are not there mean local mode, on this machine only", () => {
    expect(readConfig({})).toMatchObject({
      host: "127.0.0.1",
      port: 3978,
      store: "file:data/state",
      eventFolder: "data/events/som-2024",
    });
    expect(readConfig({}).app).toBeUndefined();
  });

  test("for Teams are a secret by default, or a managed identity", () => {
    expect(readConfig(app)).toMatchObject({ app: { kind: "secret", password: "secret" }, host: "0.0.0.0" });
    const { MICROSOFT_APP_PASSWORD: _, ...withoutSecret } = app;
    expect(readConfig({ ...withoutSecret, MICROSOFT_APP_TYPE: "UserAssignedMSI" }).app?.kind).toBe("managed-identity");
  });

  test("name an event by its id or by its folder", () => {
    expect(readConfig({ EVENT: "mine" }).eventFolder).toBe("data/events/mine");
    expect(readConfig({ EVENT: "./mine" }).eventFolder).toBe("./mine");
  });

  test("with lists take commas and spaces", () => {
    const { tenants, serviceHosts } = readConfig({
      ...app,
      TENANTS: `${app.MICROSOFT_APP_ID}, ${app.MICROSOFT_APP_TENANT_ID}`,
      SERVICE_HOSTS: "smba.example.com other.example.com",
    });
    expect([tenants?.size, serviceHosts]).toEqual([2, ["smba.example.com", "other.example.com"]]);
  });

  test("that are left empty are as good as absent", () => {
    expect(readConfig({ MICROSOFT_APP_ID: "", PORT: " " }).port).toBe(3978);
  });

  /** [the settings, what the person reads] */
  const wrong: [Record<string, string>, string][] = [
    [{ HOST: "0.0.0.0" }, 'HOST is "0.0.0.0", but without MICROSOFT_APP_ID'],
    [{ PORT: "eighty" }, "PORT must be a number"],
    [{ PORT: "70000" }, "PORT must be a number"],
    [{ STORE: "redis://x" }, "STORE must be"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of"],
    [{ MODERATORS: "jane@example.org" }, "MODERATORS must list Entra object ids"],
    [{ SERVICE_HOSTS: "https://smba.example.com" }, "SERVICE_HOSTS must list host names"],
    [{ PUBLIC_URL: "http://example.org" }, "PUBLIC_URL must be the https address"],
    [{ METRICS_TOKEN: "short" }, "METRICS_TOKEN must have"],
    [{ MICROSOFT_APP_PASSWORD: "x" }, "MICROSOFT_APP_PASSWORD is set without MICROSOFT_APP_ID"],
    [{ MICROSOFT_APP_ID: "rostrum" }, "MICROSOFT_APP_ID must be the bot's app id"],
    [{ ...app, MICROSOFT_APP_PASSWORD: "" }, "MICROSOFT_APP_PASSWORD is missing"],
    [{ ...app, MICROSOFT_APP_TENANT_ID: "" }, "MICROSOFT_APP_TENANT_ID is missing"],
    [{ ...app, MICROSOFT_APP_TYPE: "MultiTenant" }, "MICROSOFT_APP_TYPE must be SingleTenant or UserAssignedMSI"],
  ];
  test.each(wrong)("%o are refused in words", (env, words) => {
    expect(problems(env)).toContain(words);
  });

  test("are refused all at once, and no secret is shown", () => {
    const message = problems({ ...app, MICROSOFT_APP_PASSWORD: "canary-secret", PORT: "x", STORE: "y", TENANTS: "z" });
    expect(message).toMatch(/3 problem\(s\)/);
    expect(message).not.toContain("canary-secret");
  });
});
