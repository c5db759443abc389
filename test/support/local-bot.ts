/** The whole bot against the local platforms over real sockets, on a database of its own; and a person's hands and eyes. */
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { type Bot, startBot } from "../../src/bot.ts";
import type { PlatformName } from "../../src/chat/ports.ts";
import { DEMO_ADMIN, seedDemo } from "../../src/demo.ts";
import { createLark } from "../../src/lark/app.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/start.ts";
import { createSlack } from "../../src/slack/app.ts";
import type { Log } from "../../src/usecases/ctx.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { createTestWeb, type Transport } from "./web.ts";

/** Errors are shown in the test's output: a bot that complains is worth reading. */
export const testLog = pino({ level: process.env["LOG_LEVEL"] ?? "fatal" });

export interface LocalBot {
  bot: Bot;
  sandbox: Sandbox;
  database: TestDatabase;
  person: Hands;
  stop(): Promise<void>;
}

interface Answer {
  ok?: boolean;
  error?: string;
  errors?: Record<string, string>;
  [more: string]: unknown;
}

export interface SeenMessage {
  /** Slack */
  ts?: string;
  blocks?: unknown[];
  ephemeral?: boolean;
  thread_ts?: string;
  files?: { id: string; name: string }[];
  /** Lark */
  message_id?: string;
  card?: unknown;
  file?: { id: string; name: string };
  type?: string;
  user?: string;
  sender?: string;
  text: string;
}

/** What a person can do and see, by the control API alone. */
export interface Hands {
  post(path: string, body: object): Promise<Answer>;
  get<T>(path: string): Promise<T>;
  slack(user: string, channel?: string): Promise<SeenMessage[]>;
  lark(user: string, chat?: string): Promise<SeenMessage[]>;
  /** The newest message there whose whole content holds `text`, waited for up to `ms` of real time. */
  sees(
    platform: "slack" | "lark",
    user: string,
    where: string,
    text: string,
    ms?: number,
  ): Promise<SeenMessage>;
}

const SAMPLES = fileURLToPath(new URL("../../src/sandbox/samples", import.meta.url));

export const SLACK_CHANNEL = "#spring-launch";
export const LARK_CHAT = "春季种草";

/**
 * @param options.pageDir the built page, for tests with a browser
 * @param options.adminEmails the demo's admin when left out
 * @param options.transport how the platforms reach the bot; by socket when left out
 */
export async function startLocalBot(
  options: {
    redisUrl?: string;
    pageDir?: string;
    adminEmails?: readonly string[];
    log?: Log;
    transport?: Partial<Record<PlatformName, Transport>>;
    /** ms between the platforms' deliveries of an event nobody acknowledged; their own when left out */
    retriesMs?: readonly number[];
  } = {},
): Promise<LocalBot> {
  const database = await createTestDatabase();
  const { pageDir, transport = {}, retriesMs } = options;
  const page = pageDir === undefined ? {} : { pageDir, samplesDir: SAMPLES };
  const retries = retriesMs === undefined ? {} : { slackRetriesMs: retriesMs, larkRetriesMs: retriesMs };
  const web = createTestWeb(options.log ?? testLog);
  const sandbox = await startSandbox({
    port: 0,
    log: () => undefined,
    ...page,
    ...retries,
    bot: web.web,
    transport,
  });
  const platforms = localPlatforms(sandbox);
  for (const [name, { webhook }] of Object.entries(platforms)) web.webhooks.set(`/${name}/events`, webhook);
  const bot = await startBot({
    databaseUrl: database.url,
    redisUrl: options.redisUrl,
    platforms,
    adminEmails: options.adminEmails ?? [DEMO_ADMIN],
    log: options.log ?? testLog,
  });
  web.health = () => bot.health();
  await seedDemo(bot);
  await bot.settled;
  await sandbox.attach({ setClock: bot.setClock, runDue: bot.runDue, whenIdle: bot.whenIdle });
  sandbox.setBotReady(true);
  return {
    bot,
    sandbox,
    database,
    person: handsAt(sandbox.url, () => openWork(bot)),
    async stop() {
      await bot.stop();
      await sandbox.stop();
      await database.drop();
    },
  };
}

export function localPlatforms({ slack, lark, transport }: Sandbox) {
  const { botToken: token, apiUrl, appToken, signingSecret } = slack;
  const { appId, appSecret, domain } = lark;
  const heard = transport.slack === "http" ? { signingSecret } : { appToken };
  const http = transport.lark === "http" ? lark : undefined;
  return {
    slack: createSlack({ token, apiUrl, ...heard, strict: true, log: testLog }),
    lark: createLark({ appId, appSecret, domain, http, strict: true, log: testLog }),
  };
}

/** What a bot still has to do, for whoever wonders why an answer does not come. */
async function openWork({ ctx }: Bot): Promise<string> {
  const { rows } = await ctx.store.pool.query<{ open: string }>(
    `select concat_ws(' ', 'inbox', key, received_at) as open from seedbed.inbox where done_at is null
     union all select concat_ws(' ', 'outbox', key, kind, state, attempts, not_before, error)
       from seedbed.outbox where state in ('queued', 'failed')
     union all select concat_ws(' ', 'due', key, due_at) from seedbed.dues where done_at is null and cancelled_at is null`,
  );
  return `open at ${new Date().toISOString()}:\n${rows.map(({ open }) => open).join("\n") || "nothing"}`;
}

/** @param open says what the bot still has to do where somebody waited in vain */
export function handsAt(url: string, open: () => Promise<string> = () => Promise.resolve("")): Hands {
  const api = `${url}/sandbox/api`;
  const post = async (path: string, body: object): Promise<Answer> => {
    const response = await fetch(`${api}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  };
  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${api}/${path}`)).json()) as T;
  const slack = async (user: string, channel = SLACK_CHANNEL) =>
    (
      await get<{ messages: SeenMessage[] }>(
        `slack/messages?${new URLSearchParams({ channel, user }).toString()}`,
      )
    ).messages;
  const lark = async (user: string, chat = LARK_CHAT) =>
    (
      await get<{ messages: SeenMessage[] }>(
        `lark/messages?${new URLSearchParams({ chat, user }).toString()}`,
      )
    ).messages;
  return {
    post,
    get,
    slack,
    lark,
    sees: (platform, user, where, text, ms) =>
      until(
        async () => {
          const messages = platform === "slack" ? await slack(user, where) : await lark(user, where);
          return messages.findLast((message) => JSON.stringify(message).includes(text));
        },
        `${user} to see “${text}” in ${platform} ${where}`,
        ms,
        open,
      ),
  };
}

/** A job whose process lost it is taken up again after 15 s: no test that does not ask for it fails for that. */
const PATIENCE_MS = 40_000;

/** Asks until there is an answer. @throws Error after `ms` of real time, with what is open then */
export async function until<T>(
  ask: () => Promise<T | undefined>,
  what: string,
  ms = PATIENCE_MS,
  open?: () => Promise<string>,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end)
      throw new Error(`Waited ${ms} ms in vain for ${what}; ${(await open?.()) ?? ""}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The action_id of the button with this label in a Slack message. */
export function actionOf(message: SeenMessage, label: string): string {
  const found = new RegExp(`"text":"${label}"[^}]*\\},"action_id":"([^"]+)"`, "u").exec(
    JSON.stringify(message.blocks),
  );
  if (found?.[1] === undefined) throw new Error(`There is no button “${label}”.`);
  return found[1];
}

/** A log that is kept to be read: one line of text for each entry, with its details as JSON. */
export function createKeptLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const keep = (details: object, message: string) => void lines.push(`${message} ${JSON.stringify(details)}`);
  return { lines, info: keep, warn: keep, error: keep };
}
