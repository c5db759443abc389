/** A sandbox that serves the freshly built page, with unmodified SDKs behind both of its platforms. */
import { rm } from "node:fs/promises";
import * as lark from "@larksuiteoapi/node-sdk";
import type { App } from "@slack/bolt";
import { type Sandbox, startSandbox } from "../../src/sandbox/start.ts";
import { QUIET } from "../sandbox/support-lark-host.ts";
import { newApp } from "../sandbox/support-slack.ts";
import { buildPage } from "../support/build-page.ts";

/** What Lark's callback says and what the bot answers. */
type OnCard = (event: { action: { form_value?: Record<string, string> } }) => object;

export interface PageHost {
  sandbox: Sandbox;
  /** the bot on Slack; listeners can be added at any time */
  app: App;
  /** decides what a click on a Lark card answers */
  onCard(answer: OnCard): void;
  /** Sends a card to a Lark chat as the bot. */
  sendCard(chat: string, card: object): Promise<void>;
  /** Does something as a person; fails when the sandbox refuses. */
  act(path: string, body: object): Promise<unknown>;
  /** the open_id of the person with this handle */
  larkPerson(handle: string): Promise<string>;
  stop(): Promise<void>;
}

/** Builds the page, starts the sandbox and connects both bots. */
export async function startPageHost(): Promise<PageHost> {
  const pageDir = await buildPage();
  const sandbox = await startSandbox({ port: 0, pageDir, log: () => undefined });
  const app = newApp(sandbox);
  await app.start();
  let answer: OnCard = () => ({});
  const socket = await connectLark(sandbox, (event) => answer(event));
  sandbox.setBotReady(true);
  return {
    sandbox,
    app,
    onCard(next) {
      answer = next;
    },
    sendCard: (chat, card) => sendCard(sandbox, chat, card),
    async act(path, body) {
      const response = await fetch(`${sandbox.url}/sandbox/api/${path}`, {
        method: "POST",
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(await response.text());
      return await response.json();
    },
    async larkPerson(handle) {
      const { users } = (await stateOf(sandbox)).lark;
      return users.find((one) => one.name === handle)?.id ?? "";
    },
    async stop() {
      socket.close({ force: true });
      await app.stop();
      await sandbox.stop();
      await rm(pageDir, { recursive: true });
    },
  };
}

function connectLark({ lark: local }: Sandbox, onCard: OnCard): Promise<lark.WSClient> {
  const { appId, appSecret, domain } = local;
  const eventDispatcher = new lark.EventDispatcher({ logger: QUIET }).register({
    "card.action.trigger": onCard,
    "im.message.receive_v1": () => undefined,
  });
  return new Promise((resolve, reject) => {
    const onReady = () => resolve(socket);
    const socket = new lark.WSClient({ appId, appSecret, domain, logger: QUIET, onReady, onError: reject });
    void socket.start({ eventDispatcher });
  });
}

interface State {
  lark: Record<"chats" | "users", { id: string; name: string }[]>;
}

async function stateOf({ url }: Sandbox): Promise<State> {
  return (await (await fetch(`${url}/sandbox/api/state`)).json()) as State;
}

async function sendCard(sandbox: Sandbox, chatName: string, card: object): Promise<void> {
  const { appId, appSecret, domain } = sandbox.lark;
  const client = new lark.Client({ appId, appSecret, domain, logger: QUIET });
  const state = await stateOf(sandbox);
  const chat = state.lark.chats.find((one) => one.name === chatName);
  if (chat === undefined) throw new Error(`There is no chat ${chatName}.`);
  await client.im.message.create({
    params: { receive_id_type: "chat_id" },
    data: { receive_id: chat.id, msg_type: "interactive", content: JSON.stringify(card) },
  });
}
