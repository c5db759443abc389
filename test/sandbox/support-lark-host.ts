/** A small server around the local Lark alone, with the unmodified SDK as its bot. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import * as lark from "@larksuiteoapi/node-sdk";
import { Hono } from "hono";
import { createLarkPlatform } from "../../src/sandbox/lark/platform.ts";
import { World } from "../../src/sandbox/world.ts";

/** A logger that says nothing. */
export const QUIET = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

type Handlers = Record<string, (event: never) => unknown>;

/** @param folder where the world is kept, for tests that restart it */
export async function startLark(options: { retriesMs?: number[]; folder?: string } = {}) {
  const world = new World(options.folder);
  const { retriesMs } = options;
  let url = "";
  const platform = createLarkPlatform(world, {
    url: () => url,
    log: () => {},
    ...(retriesMs && { retriesMs }),
  });
  const app = new Hono().route("/sandbox/lark", platform.api).route("/sandbox/api/lark", platform.control);
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }) as Server;
  await new Promise((resolve) => server.once("listening", resolve));
  server.on("upgrade", (request, socket, head) => platform.onUpgrade(request, socket, head));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { appId, appSecret } = platform.credentials;
  const domain = `${url}/sandbox/lark`;
  const client = new lark.Client({ appId, appSecret, domain, logger: QUIET, cache: memoryCache() });
  const sockets: lark.WSClient[] = [];

  return {
    world,
    platform,
    client,
    url,
    domain,
    /** Connects a bot with these handlers, by event type. */
    async connect(handlers: Handlers): Promise<lark.WSClient> {
      const eventDispatcher = new lark.EventDispatcher({ logger: QUIET }).register(handlers);
      return new Promise((resolve, reject) => {
        const onReady = () => resolve(socket);
        const socket = new lark.WSClient({
          appId,
          appSecret,
          domain,
          logger: QUIET,
          onReady,
          onError: reject,
        });
        sockets.push(socket);
        void socket.start({ eventDispatcher });
      });
    },
    /** A control call; answers status and body. */
    async act(call: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
      const response = await fetch(`${url}/sandbox/api/lark/${call}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    /** What a person sees in a chat. */
    async messages(user: string, chat: string): Promise<Record<string, unknown>[]> {
      const query = new URLSearchParams({ user, chat });
      const response = await fetch(`${url}/sandbox/api/lark/messages?${query.toString()}`);
      return ((await response.json()) as { messages: Record<string, unknown>[] }).messages;
    },
    async stop(): Promise<void> {
      for (const socket of sockets) socket.close({ force: true });
      platform.close();
      world.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type LarkHost = Awaited<ReturnType<typeof startLark>>;

/** A token cache of its own, where the SDK would share one in the whole process. */
function memoryCache(): lark.Cache {
  const values = new Map<unknown, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => {
      values.set(key, value);
      return true;
    },
  };
}

/** The status, code and headers of a call Lark refused. */
export async function refusalOf(call: Promise<unknown>) {
  try {
    const answer = (await call) as { code?: number; msg?: string };
    return { status: 200, code: answer.code ?? 0, msg: answer.msg ?? "", reset: undefined };
  } catch (error) {
    const { response } = error as {
      response?: { status: number; data: { code: number; msg: string }; headers: Record<string, string> };
    };
    if (response === undefined) throw error;
    const { status, data, headers } = response;
    return { status, code: data.code, msg: data.msg, reset: headers["x-ogw-ratelimit-reset"] };
  }
}

export const CARD = {
  schema: "2.0",
  config: { update_multi: true },
  header: { title: { tag: "plain_text", content: "小鹿护肤" }, template: "blue" },
  body: { elements: [{ tag: "markdown", content: "**82k** followers" }] },
};

/** A card with these elements in its body. */
export const cardOf = (...elements: object[]) => ({ ...CARD, body: { elements } });

export const button = (name: string, text: string, value: object) => ({
  tag: "button",
  name,
  text: { tag: "plain_text", content: text },
  behaviors: [{ type: "callback", value }],
});
