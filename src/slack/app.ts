/** The Slack room as one object: the `Chat` port and the connection that events come through. */
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import type { Receive } from "../chat/inbound.ts";
import type { Chat } from "../chat/ports.ts";
import { createChat } from "./chat.ts";
import { type Connection, connectBySocket } from "./connect.ts";
import { listen } from "./listen.ts";
import { type Log, sdkLogger } from "./log.ts";
import { mapError } from "./map-error.ts";

/** How long a start may take, and one call afterwards, in ms. */
const PATIENCE_MS = 10_000;

export interface SlackOptions {
  /** the bot's token, `xoxb-…` */
  token: string;
  /** the app-level token of Socket Mode, `xapp-…`; without it the bot can send and not hear */
  appToken?: string | undefined;
  /** a base address that ends in `/api/`; Slack's own when left out */
  apiUrl?: string | undefined;
  /** refuse cards that break a rule of Slack instead of sending them shortened */
  strict?: boolean | undefined;
  log: Log;
}

export interface SlackPlatform {
  chat: Chat;
  /** Resolves when events can come; rejects within 10 s with one clear line when a token is refused or Slack is away. */
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
}

export function createSlack({ token, appToken, apiUrl, strict = false, log }: SlackOptions): SlackPlatform {
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
  let connection: Connection | undefined;

  return {
    chat: createChat({ client, token, strict, log }),

    async start(receive) {
      if (appToken === undefined)
        throw new Error("Slack needs an app token for Socket Mode: set SLACK_APP_TOKEN.");
      connection = connectBySocket({ appToken, clientOptions, logger, log });
      try {
        const bot = await orClearLine("SLACK_BOT_TOKEN", client.auth.test());
        listen(connection, token, { userId: bot.user_id ?? "", botId: bot.bot_id ?? "" }, receive, log);
        await orClearLine("SLACK_APP_TOKEN", inTime(connection.start()));
      } catch (error) {
        await connection.stop();
        throw error;
      }
      log.info({}, "Slack is connected");
    },

    async stop() {
      await connection?.stop();
      connection = undefined;
    },
  };
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
