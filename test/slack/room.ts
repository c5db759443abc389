/** The Slack room connected to a local Slack, with a person at the keyboard and a door that keeps what comes in. */
import type { Acknowledgement, Inbound } from "../../src/chat/inbound.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/start.ts";
import { createSlack, type SlackPlatform } from "../../src/slack/app.ts";
import { createTestWeb, type Transport } from "../support/web.ts";

export interface Shown {
  ts: string;
  text: string;
  blocks: { type: string; elements?: { action_id: string; text?: { text: string } }[] }[];
  ephemeral: boolean;
  thread_ts?: string;
  files: { id: string; name: string }[];
}

interface Answered {
  ok: boolean;
  error?: string;
  errors?: Record<string, string>;
}

export interface Room {
  sandbox: Sandbox;
  slack: SlackPlatform;
  /** everything the door took, in order; refused deliveries are not in it */
  received: Inbound[];
  /** inbound keys whose work was begun */
  ran: string[];
  /** what the door answers from now on; `refuse` makes it reject as many times */
  door: { acknowledgement: Acknowledgement; refuse: number };
  /** a control call as a person */
  act(path: string, body: object): Promise<Answered>;
  messages(user: string, channel: string): Promise<Shown[]>;
  view(user: string): Promise<{ id: string; title: { text: string }; blocks: unknown[] } | null>;
  home(user: string): Promise<object | null>;
  violations(): Promise<string[]>;
  /** the next thing that comes in, past or future, which `wanted` accepts */
  next(wanted: (inbound: Inbound) => boolean): Promise<Inbound>;
  stop(): Promise<void>;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function startRoom(transport: Transport = "socket"): Promise<Room> {
  const { web, webhooks } = createTestWeb(silent);
  const sandbox = await startSandbox({
    port: 0,
    log: () => undefined,
    slackRetriesMs: [200, 200, 200],
    bot: web,
    transport: { slack: transport },
  });
  const { botToken: token, appToken, signingSecret, apiUrl } = sandbox.slack;
  const heard = transport === "http" ? { signingSecret } : { appToken };
  const slack = createSlack({ token, ...heard, apiUrl, strict: true, log: silent });
  webhooks.set("/slack/events", slack.webhook);
  const received: Inbound[] = [];
  const ran: string[] = [];
  const door: Room["door"] = { acknowledgement: {}, refuse: 0 };
  await slack.start(async (inbound) => {
    if (door.refuse > 0) {
      door.refuse -= 1;
      throw new Error("the store is away");
    }
    received.push(inbound);
    return { acknowledgement: door.acknowledgement, run: async () => void ran.push(inbound.eventKey) };
  });
  const base = `${sandbox.url}/sandbox/api/`;
  const get = async <T>(path: string): Promise<T> => (await (await fetch(base + path)).json()) as T;
  return {
    sandbox,
    slack,
    received,
    ran,
    door,
    act: async (path, body) => {
      const response = await fetch(base + path, { method: "POST", body: JSON.stringify(body) });
      return (await response.json()) as Answered;
    },
    messages: async (user, channel) =>
      (await get<{ messages: Shown[] }>(`slack/messages?user=${user}&channel=${encodeURIComponent(channel)}`))
        .messages,
    view: async (user) =>
      (await get<{ view: Awaited<ReturnType<Room["view"]>> }>(`slack/view?user=${user}`)).view,
    home: async (user) => (await get<{ home: object | null }>(`slack/home?user=${user}&open=false`)).home,
    violations: async () =>
      (await get<{ calls: { violations: string[] }[] }>("calls")).calls.flatMap((call) => call.violations),
    next: (wanted) => until(() => received.find(wanted)),
    async stop() {
      await slack.stop();
      await sandbox.stop();
    },
  };
}

/** Waits until `look` answers something; gives up after 10 s. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("nothing came within 10 s");
}
