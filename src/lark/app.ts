/** The Lark room's door: the chat port, and a start and a stop for what comes in. */
import type { Receive } from "../chat/inbound.ts";
import { type Chat, ChatError } from "../chat/ports.ts";
import { startCall } from "../chat/start-call.ts";
import type { Link } from "../web/health.ts";
import { createEntrance, type Webhook } from "../web/webhook.ts";
import { createLarkChat } from "./chat.ts";
import { createChatDirectory } from "./chat-directory.ts";
import { type CallLark, createCall, type LarkAccount } from "./client.ts";
import { recordAt, stringAt } from "./json.ts";
import { createDispatcher, createListener } from "./listen.ts";
import type { Log } from "./log.ts";
import { type Connection, openLongConnection } from "./long-connection.ts";
import { createWebhook } from "./webhook.ts";

interface LarkOptions {
  /** `cli_` and 16 hex digits */
  appId: string;
  appSecret: string;
  /** "lark" (the default), "feishu", or the base address of another server */
  domain?: string | undefined;
  /** events come to the webhook; without it over the long connection */
  http?: { verificationToken: string; encryptKey?: string | undefined } | undefined;
  /** a card that breaks Lark's rules throws instead of going out in a plain form */
  strict?: boolean | undefined;
  log: Log;
}

export interface LarkPlatform {
  chat: Chat;
  /** for requests to `/lark/events`, when it is by HTTP; lets in from the start to the stop */
  webhook: Webhook | undefined;
  /** @throws Error in one line when Lark refuses the app or cannot be reached within 10 s */
  start(receive: Receive): Promise<void>;
  link(): Link;
  /** Resolves when everything that has arrived by HTTP is answered and handed over. */
  stop(): Promise<void>;
}

const START_MS = 10_000;
/** How long the first call is tried again when Lark is busy. */
const TRYING_MS = 6_000;
const DOMAINS: Readonly<Record<string, string>> = {
  lark: "https://open.larksuite.com",
  feishu: "https://open.feishu.cn",
};

/** Where the apps open links, by platform: people of Feishu have Feishu's app. */
const LARK_APP_LINK = "https://applink.larksuite.com";
const APP_LINKS: Readonly<Record<string, string>> = { feishu: "https://applink.feishu.cn" };

export function createLark({
  appId,
  appSecret,
  domain = "lark",
  http,
  strict = false,
  log,
}: LarkOptions): LarkPlatform {
  const base = (DOMAINS[domain] ?? domain).replace(/\/+$/u, "");
  const account = { appId, appSecret, domain: base, log };
  const call = createCall(account);
  const chats = createChatDirectory(call);
  const entrance = createEntrance();
  let connection: Connection | undefined;
  return {
    chat: createLarkChat({ call, chats, strict, appLink: APP_LINKS[domain] ?? LARK_APP_LINK, log }),
    webhook: http === undefined ? undefined : entrance.webhook,
    async start(receive) {
      if (!/^cli_[0-9a-f]{16}$/iu.test(appId)) {
        throw new Error(
          "LARK_APP_ID is not an app id: it is cli_ and 16 hex digits, copy it from the developer console.",
        );
      }
      const late = AbortSignal.timeout(START_MS);
      const bot = await inTime(botOpenId(call, base), late, base);
      const listener = createListener({ call, receive, chats, bot, log });
      if (http !== undefined) entrance.open(createWebhook(http, listener));
      else connection = await connect(account, createDispatcher(listener, log, appSecret), late);
      log.info({ transport: http === undefined ? "socket" : "http" }, "Lark is connected");
    },
    link: () =>
      http === undefined
        ? { transport: "socket", connected: connection?.isConnected() === true }
        : { transport: "http", connected: entrance.isOpen() },
    async stop() {
      connection?.close();
      connection = undefined;
      await entrance.close();
    },
  };
}

/** The first call: it proves that the app id and the secret are right. */
async function botOpenId(call: CallLark, base: string): Promise<string> {
  try {
    const askWho = () => call((client) => client.request({ url: "/open-apis/bot/v3/info", method: "GET" }));
    const answer: unknown = await startCall(askWho, TRYING_MS);
    const bot = stringAt(recordAt({ ...Object(answer) }, "bot"), "open_id");
    if (bot !== undefined) return bot;
  } catch (error) {
    throw new Error(startProblem(error, base), { cause: error });
  }
  throw new Error("The Lark app has no bot: turn on its bot ability in the developer console.");
}

async function connect(
  account: LarkAccount,
  dispatcher: ReturnType<typeof createDispatcher>,
  late: AbortSignal,
): Promise<Connection> {
  try {
    return await openLongConnection(account, dispatcher, late);
  } catch (error) {
    const advice = "turn it on for this app in the developer console, or try again later";
    throw new Error(`Lark at ${account.domain} opens no long connection: ${advice}.`, { cause: error });
  }
}

async function inTime<T>(work: Promise<T>, late: AbortSignal, base: string): Promise<T> {
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener("abort", () =>
      reject(new Error(`Lark at ${base} does not answer: try again later.`)),
    );
  });
  return await Promise.race([work, tooLate]);
}

function startProblem(error: unknown, base: string): string {
  if (!(error instanceof ChatError)) return `Lark at ${base} gave no usable answer.`;
  if (error.code === "unreachable")
    return `Lark at ${base} cannot be reached: check the network and LARK_DOMAIN.`;
  return `Lark at ${base} refuses this app: check LARK_APP_ID and LARK_APP_SECRET (${error.message})`;
}
