/** A sandbox with the bot's Lark room connected to it, and the hands and eyes of a person there. */
import { setTimeout as pause } from "node:timers/promises";
import type { Acknowledgement, Inbound, Receive } from "../../src/chat/inbound.ts";
import { leftOutWords } from "../../src/chat/left-out.ts";
import { createReading } from "../../src/chat/reading.ts";
import { createLark } from "../../src/lark/app.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { locales } from "../../templates/locales/index.ts";
import { createTestWeb, type Transport } from "../support/web.ts";

export const reading = createReading("en", "Europe/Berlin", locales.en);
export const words = leftOutWords(reading);

export interface LogLine {
  level: "info" | "warn" | "error";
  object: Record<string, unknown>;
  message: string;
}

export function memoryLog() {
  const lines: LogLine[] = [];
  const at = (level: LogLine["level"]) => (object: Record<string, unknown>, message: string) => {
    lines.push({ level, object, message });
  };
  return { lines, info: at("info"), warn: at("warn"), error: at("error") };
}

export interface Shown {
  message_id: string;
  sender: string;
  type: string;
  text: string;
  card?: Record<string, unknown>;
  file?: { id: string; name: string };
  reply_to?: string;
}

/** What the tests' receiver is told to do with the next events. */
interface Plan {
  acknowledgement: Acknowledgement;
  /** reject this many events before storing one */
  failures: number;
}

export async function startDesk(transport: Transport = "socket") {
  const log = memoryLog();
  const { web, webhooks } = createTestWeb(log);
  const sandbox = await startSandbox({
    port: 0,
    log: () => undefined,
    bot: web,
    transport: { lark: transport },
  });
  const { domain, appId, appSecret } = sandbox.lark;
  const http = transport === "http" ? sandbox.lark : undefined;
  const lark = createLark({ appId, appSecret, domain, http, strict: true, log });
  webhooks.set("/lark/events", lark.webhook);
  const heard: Inbound[] = [];
  const ran: string[] = [];
  const plan: Plan = { acknowledgement: {}, failures: 0 };
  const receive: Receive = async (inbound) => {
    if (plan.failures > 0) {
      plan.failures -= 1;
      throw new Error("the store is away");
    }
    heard.push(inbound);
    return {
      acknowledgement: plan.acknowledgement,
      run: async () => {
        ran.push(inbound.eventKey);
      },
    };
  };
  await lark.start(receive);

  const control = async (path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const init =
      body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(`${sandbox.url}/sandbox/api/${path}`, init);
    return (await response.json()) as Record<string, unknown>;
  };
  const state = await control("state");
  const { users, chats } = state["lark"] as {
    users: { id: string; name: string }[];
    chats: { id: string; name: string; kind: string; members: string[] }[];
  };
  const user = (name: string) => users.find((one) => one.name === name)?.id ?? "";
  return {
    sandbox,
    lark,
    log,
    heard,
    ran,
    plan,
    control,
    user,
    group: chats.find((chat) => chat.kind === "group") ?? { id: "", name: "" },
    say: (text: string, chat = "春季种草", who = "partner") => control("lark/say", { user: who, chat, text }),
    messages: async (chat = "春季种草", who = "partner") => {
      const query = new URLSearchParams({ chat, user: who });
      const { messages } = await control(`lark/messages?${query.toString()}`);
      return messages as Shown[];
    },
    click: (message: string, name: string, form?: Record<string, unknown>, who = "partner") =>
      control("lark/click", {
        user: who,
        message_id: message,
        name,
        ...(form === undefined ? {} : { form }),
      }),
    choose: (message: string, name: string, value: string, who = "partner") =>
      control("lark/click", { user: who, message_id: message, name, value }),
    fault: (kind: string, times = 1) => control("faults", { platform: "lark", kind, times }),
    violations: async () => {
      const { calls } = (await control("calls")) as { calls: { platform: string; violations: string[] }[] };
      return calls.filter((call) => call.platform === "lark").flatMap((call) => call.violations);
    },
    stop: async () => {
      await lark.stop();
      await sandbox.stop();
    },
  };
}

export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** Lark takes 5 messages a second in one chat; the outbox keeps that pace in life. */
export const pace = () => pause(220);

/** Waits until `check` holds; fails after 5 s. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 5_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("It did not happen within 5 s.");
    await pause(20);
  }
}
