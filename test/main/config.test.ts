/** The environment: what is right is taken over, what is wrong is told in one line each, and no value is shown. */
import { describe, expect, test } from "vitest";
import { type Config, ConfigError, readConfig } from "../../src/config.ts";

const SLACK = { SLACK_BOT_TOKEN: "xoxb-1-hush", SLACK_APP_TOKEN: "xapp-1-hush" };
const LARK = { LARK_APP_ID: "cli_0123456789abcdef", LARK_APP_SECRET: "hush" };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe("a right environment", () => {
  const nothing: Config = {
    port: 3000,
    dataDir: "./data",
    databaseUrl: undefined,
    redisUrl: undefined,
    logLevel: "info",
    adminEmails: [],
    slack: undefined,
    lark: undefined,
    sandboxTransport: "socket",
  };

  test("nothing set: the local platforms on port 3000", () => {
    expect(readConfig({})).toEqual(nothing);
  });

  test("variables set to nothing count as not set", () => {
    const names = [
      "PORT",
      "DATA_DIR",
      "DATABASE_URL",
      "REDIS_URL",
      "LOG_LEVEL",
      "ADMIN_EMAILS",
      "SLACK_API_URL",
      "SLACK_BOT_TOKEN",
      "SLACK_APP_TOKEN",
      "SLACK_SIGNING_SECRET",
      "LARK_DOMAIN",
      "LARK_APP_ID",
      "LARK_APP_SECRET",
      "LARK_MODE",
      "LARK_ENCRYPT_KEY",
      "LARK_VERIFICATION_TOKEN",
      "SANDBOX_TRANSPORT",
    ];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ""])))).toEqual(nothing);
    expect(readConfig(Object.fromEntries(names.map((name) => [name, "  "])))).toEqual(nothing);
  });

  test("either platform alone, or both", () => {
    expect(readConfig(SLACK)).toMatchObject({ slack: { botToken: "xoxb-1-hush" }, lark: undefined });
    expect(readConfig(LARK)).toMatchObject({ slack: undefined, lark: { appSecret: "hush" } });
    expect(readConfig({ ...SLACK, ...LARK, LARK_DOMAIN: "feishu", LARK_MODE: "socket" })).toMatchObject({
      slack: { appToken: "xapp-1-hush" },
      lark: { appId: "cli_0123456789abcdef", domain: "feishu" },
    });
  });

  test("Slack by HTTP with a signing secret, and both ways with both", () => {
    const { SLACK_BOT_TOKEN } = SLACK;
    const byHttp = readConfig({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: "hush" });
    expect(byHttp.slack).toEqual({ botToken: SLACK_BOT_TOKEN, signingSecret: "hush" });
    const bothWays = readConfig({ ...SLACK, SLACK_SIGNING_SECRET: "hush" });
    expect(bothWays.slack).toMatchObject({ appToken: SLACK.SLACK_APP_TOKEN, signingSecret: "hush" });
  });

  test("Lark by HTTP with a verification token, and an encrypt key if there is one", () => {
    const HTTP = { ...LARK, LARK_MODE: "http", LARK_VERIFICATION_TOKEN: "token" };
    expect(readConfig(HTTP).lark?.http).toEqual({ verificationToken: "token" });
    const encrypted = readConfig({ ...HTTP, LARK_ENCRYPT_KEY: "key" });
    expect(encrypted.lark?.http).toEqual({ verificationToken: "token", encryptKey: "key" });
    const bySocket = readConfig({ ...HTTP, LARK_ENCRYPT_KEY: "key", LARK_MODE: "socket" });
    expect(bySocket.lark?.http).toBeUndefined();
  });

  test("the sandbox by HTTP", () => {
    expect(readConfig({ SANDBOX_TRANSPORT: "http" }).sandboxTransport).toBe("http");
  });

  test("admins' emails in any case, with any separator", () => {
    const ADMIN_EMAILS = " Lin@Brand.example,maya@brand.example; jonas@brand.example ";
    expect(readConfig({ ADMIN_EMAILS }).adminEmails).toEqual([
      "lin@brand.example",
      "maya@brand.example",
      "jonas@brand.example",
    ]);
  });
});

describe("a wrong environment", () => {
  test.for<[Record<string, string>, string]>([
    [{ PORT: "70000" }, "PORT"],
    [{ PORT: "80.5" }, "PORT"],
    [{ PORT: "-1" }, "PORT"],
    [{ DATABASE_URL: "mysql://me:hush@db/x" }, "DATABASE_URL"],
    [{ DATABASE_URL: "me:hush@db" }, "DATABASE_URL"],
    [{ REDIS_URL: "http://:hush@cache" }, "REDIS_URL"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ ADMIN_EMAILS: "lin, maya@brand.example" }, "ADMIN_EMAILS"],
    [{ ...SLACK, SLACK_BOT_TOKEN: "xapp-1-hush" }, "SLACK_BOT_TOKEN"],
    [{ ...SLACK, SLACK_APP_TOKEN: "xoxb-1-hush" }, "SLACK_APP_TOKEN"],
    [{ SLACK_BOT_TOKEN: SLACK.SLACK_BOT_TOKEN }, "SLACK_APP_TOKEN"],
    [{ SLACK_APP_TOKEN: SLACK.SLACK_APP_TOKEN }, "SLACK_BOT_TOKEN"],
    [{ ...SLACK, SLACK_API_URL: "http://localhost:4000" }, "SLACK_API_URL"],
    [{ ...SLACK, SLACK_API_URL: "localhost/api/" }, "SLACK_API_URL"],
    [{ ...LARK, LARK_APP_ID: "cli_hush" }, "LARK_APP_ID"],
    [{ LARK_APP_ID: LARK.LARK_APP_ID }, "LARK_APP_SECRET"],
    [{ LARK_APP_SECRET: LARK.LARK_APP_SECRET }, "LARK_APP_ID"],
    [{ ...LARK, LARK_DOMAIN: "larksuite" }, "LARK_DOMAIN"],
    [{ ...LARK, LARK_MODE: "carrier pigeon" }, "LARK_MODE"],
    [{ ...LARK, LARK_MODE: "http" }, "LARK_VERIFICATION_TOKEN"],
    [{ SANDBOX_TRANSPORT: "carrier pigeon" }, "SANDBOX_TRANSPORT"],
  ])("%j: one line about %s", ([env, variable]) => {
    const problems = problemsOf(env);
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(`^${variable}: .+\\. Example: ${variable}=.+`, "u")),
    ]);
    expect(problems.join()).not.toContain("hush");
    expect(problems.join()).not.toContain("\n");
  });

  test("half of a platform: one line for each missing part, and no silent start without it", () => {
    const variables = (env: Record<string, string>) => problemsOf(env).map((line) => line.split(":")[0]);
    expect(variables({ SLACK_SIGNING_SECRET: "hush" })).toEqual(["SLACK_BOT_TOKEN"]);
    expect(variables({ LARK_ENCRYPT_KEY: "hush" })).toEqual(["LARK_APP_ID", "LARK_APP_SECRET"]);
    expect(variables({ LARK_VERIFICATION_TOKEN: "hush", PORT: "x" })).toEqual([
      "PORT",
      "LARK_APP_ID",
      "LARK_APP_SECRET",
    ]);
  });
});
