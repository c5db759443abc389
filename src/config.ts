/** The environment, read once and checked: the only reader of process.env. */
import { z } from "zod";

const optional = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value))
  .optional();

/** A variable that is set to nothing, as in a copied example file, counts as not set. */
const orElse = (value: string) => optional.transform((given) => given ?? value);

const Environment = z.object({
  PORT: orElse("3000"),
  DATA_DIR: orElse("./data"),
  DATABASE_URL: optional,
  REDIS_URL: optional,
  LOG_LEVEL: orElse("info"),
  ADMIN_EMAILS: orElse(""),
  SLACK_API_URL: optional,
  SLACK_BOT_TOKEN: optional,
  SLACK_APP_TOKEN: optional,
  SLACK_SIGNING_SECRET: optional,
  LARK_DOMAIN: optional,
  LARK_APP_ID: optional,
  LARK_APP_SECRET: optional,
  LARK_MODE: optional,
  LARK_ENCRYPT_KEY: optional,
  LARK_VERIFICATION_TOKEN: optional,
  SANDBOX_TRANSPORT: orElse("socket"),
});
type Environment = z.output<typeof Environment>;

interface SlackConfig {
  botToken: string;
  /** Socket Mode */
  appToken?: string | undefined;
  /** signed HTTP; with an app token as well, both */
  signingSecret?: string | undefined;
  apiUrl?: string | undefined;
}

interface LarkConfig {
  appId: string;
  appSecret: string;
  domain?: string | undefined;
  /** instead of the long connection */
  http?: { verificationToken: string; encryptKey?: string | undefined } | undefined;
}

export interface Config {
  port: number;
  dataDir: string;
  databaseUrl?: string | undefined;
  redisUrl?: string | undefined;
  logLevel: "trace" | "debug" | "info" | "warn" | "error";
  adminEmails: readonly string[];
  slack?: SlackConfig | undefined;
  lark?: LarkConfig | undefined;
  /** how the local platforms reach the bot */
  sandboxTransport: "socket" | "http";
}

/** One line per problem: the variable, what is wrong, an example. Values are never shown. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

type Variable = keyof Environment;

const EXAMPLES: Readonly<Record<Variable, string>> = {
  PORT: "3000",
  DATA_DIR: "./data",
  DATABASE_URL: "postgres://seedbed:secret@db.example.com:5432/seedbed",
  REDIS_URL: "redis://localhost:6379",
  LOG_LEVEL: "info",
  ADMIN_EMAILS: "lin@brand.example, maya@brand.example",
  SLACK_API_URL: "http://localhost:4000/api/",
  SLACK_BOT_TOKEN: "xoxb-…",
  SLACK_APP_TOKEN: "xapp-…",
  SLACK_SIGNING_SECRET: "32 hex digits",
  LARK_DOMAIN: "lark, feishu or http://localhost:4000",
  LARK_APP_ID: "cli_0123456789abcdef",
  LARK_APP_SECRET: "the secret beside the app id",
  LARK_MODE: "socket, or http",
  LARK_ENCRYPT_KEY: "the encrypt key under Encryption Strategy",
  LARK_VERIFICATION_TOKEN: "the verification token under Encryption Strategy",
  SANDBOX_TRANSPORT: "socket, or http",
};

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error"] as const;

/**
 * @param env usually `process.env`
 * @throws ConfigError with a line for each problem
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values = Environment.parse(env);
  const problems: string[] = [];
  const wrong = (variable: Variable, what: string) => {
    problems.push(`${variable}: ${what}. Example: ${variable}=${EXAMPLES[variable]}`);
  };
  const config: Config = {
    port: portOf(values, wrong),
    dataDir: values.DATA_DIR,
    databaseUrl: urlOf("DATABASE_URL", values, ["postgres:", "postgresql:"], wrong),
    redisUrl: urlOf("REDIS_URL", values, ["redis:", "rediss:"], wrong),
    logLevel: levelOf(values, wrong),
    adminEmails: emailsOf(values, wrong),
    slack: slackOf(values, wrong),
    lark: larkOf(values, wrong),
    sandboxTransport: sandboxTransportOf(values, wrong),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

type Wrong = (variable: Variable, what: string) => void;

function portOf(values: Environment, wrong: Wrong): number {
  const port = Number(values.PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    wrong("PORT", "must be a whole number from 0 to 65535");
  return port;
}

function levelOf(values: Environment, wrong: Wrong): Config["logLevel"] {
  const level = LOG_LEVELS.find((name) => name === values.LOG_LEVEL);
  if (level === undefined) wrong("LOG_LEVEL", `must be one of ${LOG_LEVELS.join(", ")}`);
  return level ?? "info";
}

function emailsOf(values: Environment, wrong: Wrong): string[] {
  const emails = values.ADMIN_EMAILS.split(/[,;\s]+/u)
    .filter((email) => email !== "")
    .map((email) => email.toLowerCase());
  if (emails.some((email) => !z.email().safeParse(email).success)) {
    wrong("ADMIN_EMAILS", "must be email addresses with commas between them");
  }
  return emails;
}

function urlOf(
  variable: "DATABASE_URL" | "REDIS_URL" | "SLACK_API_URL",
  values: Environment,
  protocols: readonly string[],
  wrong: Wrong,
): string | undefined {
  const value = values[variable];
  if (value === undefined) return undefined;
  const protocol = URL.canParse(value) ? new URL(value).protocol : "";
  if (!protocols.includes(protocol)) wrong(variable, `must begin with ${protocols.join("// or ")}//`);
  return value;
}

/** A platform is set whole or not at all: half of it is a mistake that must not start silently. */
function slackOf(values: Environment, wrong: Wrong): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: secret } = values;
  if (botToken === undefined && appToken === undefined && secret === undefined) return undefined;
  if (botToken === undefined) wrong("SLACK_BOT_TOKEN", "is missing, while other Slack variables are set");
  else if (!botToken.startsWith("xoxb-")) wrong("SLACK_BOT_TOKEN", "must begin with xoxb-");
  if (appToken === undefined && secret === undefined)
    wrong("SLACK_APP_TOKEN", "is missing: set it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP");
  if (appToken?.startsWith("xapp-") === false) wrong("SLACK_APP_TOKEN", "must begin with xapp-");
  const apiUrl = urlOf("SLACK_API_URL", values, ["http:", "https:"], wrong);
  if (apiUrl?.endsWith("/api/") === false) wrong("SLACK_API_URL", "must end in /api/");
  return { botToken: botToken ?? "", appToken, signingSecret: secret, apiUrl };
}

function larkOf(values: Environment, wrong: Wrong): LarkConfig | undefined {
  const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_DOMAIN: domain, LARK_MODE: mode } = values;
  const { LARK_ENCRYPT_KEY: encryptKey, LARK_VERIFICATION_TOKEN: token } = values;
  if ([appId, appSecret, encryptKey, token].every((value) => value === undefined)) return undefined;
  if (appId === undefined) wrong("LARK_APP_ID", "is missing, while other Lark variables are set");
  else if (!/^cli_[0-9a-f]{16}$/u.test(appId)) wrong("LARK_APP_ID", "must be cli_ and 16 hex digits");
  if (appSecret === undefined) wrong("LARK_APP_SECRET", "is missing, while other Lark variables are set");
  if (mode !== undefined && mode !== "socket" && mode !== "http")
    wrong("LARK_MODE", "must be socket, the long connection, or http");
  if (mode === "http" && token === undefined)
    wrong("LARK_VERIFICATION_TOKEN", "is missing: LARK_MODE=http needs it");
  if (domain !== undefined && domain !== "lark" && domain !== "feishu" && !/^https?:\/\//u.test(domain)) {
    wrong("LARK_DOMAIN", "must be lark, feishu or a base address");
  }
  const http = mode === "http" ? { verificationToken: token ?? "", encryptKey } : undefined;
  return { appId: appId ?? "", appSecret: appSecret ?? "", domain, http };
}

function sandboxTransportOf(values: Environment, wrong: Wrong): Config["sandboxTransport"] {
  const { SANDBOX_TRANSPORT: transport } = values;
  if (transport === "socket" || transport === "http") return transport;
  wrong("SANDBOX_TRANSPORT", "must be socket or http");
  return "socket";
}
