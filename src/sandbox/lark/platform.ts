/** The local Lark as a whole: its open API, its long connection, its control API. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type Context, Hono } from "hono";
import type { World } from "../world.ts";
import { Gateway, serveMethod } from "./api.ts";
import { appMethods } from "./app-api.ts";
import { createControl } from "./control.ts";
import { Delivery } from "./delivery.ts";
import { fileMethods } from "./files-api.ts";
import { LIMITS } from "./limits.ts";
import { LongConnection } from "./long-connection.ts";
import { messageMethods } from "./messages-api.ts";
import { BOT, type Chat, CREDENTIALS, PEOPLE } from "./people.ts";
import { peopleMethods } from "./people-api.ts";
import { Rates } from "./rates.ts";
import { readMessageMethods } from "./read-messages-api.ts";
import { Tenant } from "./tenant.ts";
import { WebhookRequests } from "./webhook-requests.ts";

export interface LarkPlatform {
  /** mounted at `/sandbox/lark`: that address is the SDK's `domain` */
  api: Hono;
  /** mounted at `/sandbox/api/lark` */
  control: Hono;
  /** for upgrades of `/sandbox/lark/socket` */
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  credentials: typeof CREDENTIALS;
  /** the Lark part of `GET /sandbox/api/state` */
  state(): { users: object[]; chats: object[] };
  close(): void;
}

interface LarkOptions {
  /** where the sandbox is served, such as `http://127.0.0.1:3000` */
  url: () => string;
  log: (line: string) => void;
  /** ms of real time between the deliveries of an event nobody acknowledged; Lark's own when left out */
  retriesMs?: readonly number[];
  /** the app's request URL; the long connection when left out */
  requestUrl?: (() => string) | undefined;
}

export function createLarkPlatform(world: World, options: LarkOptions): LarkPlatform {
  const { url, log, retriesMs = LIMITS.eventRetries, requestUrl } = options;
  const tenant = new Tenant(world);
  const connection = new LongConnection(log);
  const transport = requestUrl === undefined ? connection : new WebhookRequests(requestUrl);
  const delivery = new Delivery(tenant, transport, retriesMs, log);
  return {
    api: createApi(tenant, connection, url),
    control: createControl(tenant, delivery),
    onUpgrade: (request, socket, head) => connection.upgrade(request, socket, head),
    credentials: CREDENTIALS,
    state: () => ({ users: PEOPLE.map(userItem), chats: tenant.chats.all.map(chatItem) }),
    close: () => {
      delivery.close();
      connection.close();
    },
  };
}

function createApi(tenant: Tenant, connection: LongConnection, url: () => string): Hono {
  const app = new Hono();
  const rates = new Rates();
  const gateway = new Gateway(rates);
  app.post("/callback/ws/endpoint", async (c) => {
    const body = (await c.req.json().catch(() => ({}))) as { AppID?: string; AppSecret?: string };
    return c.json(connection.endpoint(body.AppID, body.AppSecret, url()));
  });
  const methods = [
    ...appMethods(tenant),
    ...messageMethods(tenant, rates),
    ...readMessageMethods(tenant),
    ...fileMethods(tenant),
    ...peopleMethods(tenant),
  ];
  for (const method of methods) serveMethod(app, method, tenant.world, gateway);
  app.all("*", (c) => refuseUnknown(c, tenant.world));
  return app;
}

function refuseUnknown(c: Context, world: World): Response {
  const method = `${c.req.method} ${c.req.path}`;
  const answer = "404 page not found";
  world.record({ platform: "lark", method, body: {}, status: 404, answer, violations: ["no such call"] });
  return c.text(answer, 404);
}

function userItem({ id, name, role, tz, locale, displayName, email }: (typeof PEOPLE)[number]) {
  return { id, name, role, tz, locale, display_name: displayName, ...(email !== undefined && { email }) };
}

function chatItem({ id, name, kind, members, hasBot }: Chat) {
  return { id, name, kind, members: hasBot ? [...members, BOT.id] : [...members] };
}
