/** The Slack room as one object: the `Chat` port and the ways that events come in. */
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import type { Receive } from "../chat/inbound.ts";
import type { Chat } from "../chat/ports.ts";
import { startCall } from "../chat/start-call.ts";
import type { Link } from "../web/health.ts";
import { createEntrance, type Webhook } from "../web/webhook.ts";
import { createChat } from "./chat.ts";
import { type Connection, connectBySocket } from "./connect.ts";
import { createListener } from "./listen.ts";
import { type Log, sdkLogger } from "./log.ts";
import { mapError } from "./map-error.ts";
import { createWebhook } from "./webhook.ts";

/** How long a start may take, and one call afterwards, in ms. */
const PATIENCE_MS = 10_000;
/** How long the first call is tried again when Slack is busy, in ms. */
const TRYING_MS = 6_000;

export interface SlackOptions {
  /** the bot's token, `xoxb-…` */
  token: string;
  /** the app-level token of Socket Mode, `xapp-…` */
  appToken?: string | undefined;
  /** what Slack signs its HTTP requests with; with the app token as well, events may come either way */
  signingSecret?: string | undefined;
  /** a base address that ends in `/api/`; Slack's own when left out */
  apiUrl?: string | undefined;
  /** refuse cards that break a rule of Slack instead of sending them shortened */
  strict?: boolean | undefined;
  log: Log;
}

export interface SlackPlatform {
  chat: Chat;
  /** for requests to `/slack/events`, when there is a signing secret; lets in from the start to the stop */
  webhook: Webhook | undefined;
  /** Resolves when events can come; rejects within 10 s with one clear line when a token is refused or Slack is away. */
  start(receive: Receive): Promise<void>;
  link(): Link;
  /** Resolves when everything that has arrived is answered and handed over. */
  stop(): Promise<void>;
}

export function createSlack(options: SlackOptions): SlackPlatform {
  const { token, appToken, signingSecret, apiUrl, strict = false, log } = options;
  const logger = sdkLogger(log);
  // the outbox repeats what failed: the SDK's own repeating would block it for up to half an hour
  const clientOptions: webApi.WebClientOptions = {
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: PATIENCE_MS,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
  const client = new webApi.WebClient(token, clientOptions);
  const entrance = createEntrance();
  let connection: Connection | undefined;

  return {
    chat: createChat({ client, token, strict, log }),
    webhook: signingSecret === undefined ? undefined : entrance.webhook,

    async start(receive) {
      if (appToken === undefined && signingSecret === undefined)
        throw new Error("Slack cannot reach the bot: set SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.");
      const who = () => client.auth.test().catch(toChatError);
      const bot = await orClearLine("SLACK_BOT_TOKEN", startCall(who, TRYING_MS));
      const listener = createListener({ userId: bot.user_id ?? "", botId: bot.bot_id ?? "" }, receive, log);
      if (appToken !== undefined) {
        connection = connectBySocket({ appToken, clientOptions, logger, log });
        const opened = orClearLine("SLACK_APP_TOKEN", inTime(connection.start(listener)));
        await opened.catch(async (error: unknown) => {
          await connection?.stop();
          throw error;
        });
      }
      if (signingSecret !== undefined) entrance.open(createWebhook(signingSecret, listener));
      log.info({ transport: transportOf(options) }, "Slack is connected");
    },

    link: () => ({
      transport: transportOf(options),
      connected:
        (appToken === undefined || connection?.isConnected() === true) &&
        (signingSecret === undefined || entrance.isOpen()),
    }),

    async stop() {
      await Promise.all([connection?.stop(), entrance.close()]);
      connection = undefined;
    },
  };
}

function transportOf({ appToken, signingSecret }: SlackOptions): Link["transport"] {
  if (signingSecret === undefined) return "socket";
  return appToken === undefined ? "http" : "socket and http";
}

function toChatError(error: unknown): never {
  throw mapError(error);
}

async function inTime<T>(call: Promise<T>): Promise<T> {
  const late = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`no connection within ${PATIENCE_MS / 1_000} s`);
  });
  return await Promise.race([call, late]);
}

async function orClearLine<T>(setting: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const { code, message } = mapError(error);
    const advice = code === "unreachable" ? "check the network and SLACK_API_URL" : `check ${setting}`;
    throw new Error(`Slack cannot be used (${advice}): ${message}`, { cause: error });
  }
}
