/** The local Slack as a whole: its Web API, its socket, its control calls. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { World } from "../world.ts";
import { createAnswers } from "./answers.ts";
import { createApi } from "./api.ts";
import type { Slack } from "./context.ts";
import { createControl } from "./control.ts";
import { Delivery } from "./delivery.ts";
import { faulty } from "./faulty.ts";
import { createDownloads, createUploads } from "./file-routes.ts";
import { CREDENTIALS } from "./people.ts";
import { Rates } from "./rates.ts";
import { SignedRequests } from "./signed-requests.ts";
import { SocketMode } from "./socket.ts";
import { Tickets } from "./tickets.ts";
import { Views } from "./views.ts";
import { Workspace } from "./workspace.ts";

/** At once, after about 1 min, after about 5 min, as Slack repeats an event. */
const RETRIES_MS: readonly number[] = [0, 60_000, 300_000];

export interface SlackPlatform {
  /** mounted at `/sandbox/slack` */
  api: Hono<{ Bindings: HttpBindings }>;
  /** mounted at `/sandbox/api/slack` */
  control: Hono;
  /** takes over connections to `/sandbox/slack/socket` */
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  credentials: { botToken: string; appToken: string; signingSecret: string };
  state(): { users: object[]; channels: object[] };
  close(): void;
}

interface PlatformOptions {
  /** where the sandbox is served, such as `http://127.0.0.1:3000` */
  url: () => string;
  log: (line: string) => void;
  /** real time in ms before each repetition of an unacknowledged event */
  retriesMs?: readonly number[];
  /** the app's request URL; Socket Mode when left out */
  requestUrl?: (() => string) | undefined;
}

export function createSlackPlatform(world: World, options: PlatformOptions): SlackPlatform {
  const slack = assemble(world, options);
  const api = new Hono<{ Bindings: HttpBindings }>();
  api.route("/api", createApi(slack));
  api.use("/response/*", faulty(world, "response_url"));
  api.route("/response", createAnswers(slack));
  api.use("/upload/*", faulty(world, "upload"));
  api.route("/upload", createUploads(slack));
  api.route("/files", createDownloads(slack));

  // a drop that was ordered happens at once when there is a connection to drop
  const dropWhenOrdered = (event: { platform: string }): void => {
    if (event.platform === "faults") slack.socket.dropIfOrdered();
  };
  world.stream.on("event", dropWhenOrdered);

  return {
    api,
    control: createControl(slack),
    onUpgrade: (request, socket, head) => slack.socket.accept(request, socket, head),
    credentials: CREDENTIALS,
    state: () => ({ users: [...slack.workspace.people], channels: [...slack.workspace.channels] }),
    close() {
      world.stream.off("event", dropWhenOrdered);
      slack.delivery.close();
      slack.socket.close();
    },
  };
}

function assemble(world: World, { url, log, retriesMs = RETRIES_MS, requestUrl }: PlatformOptions): Slack {
  const workspace = new Workspace(world);
  const base = (): string => `${url()}/sandbox/slack`;
  const socket = new SocketMode(world, () => `${base().replace(/^http/, "ws")}/socket`);
  const transport = requestUrl === undefined ? socket : new SignedRequests(world, requestUrl);
  return {
    world,
    workspace,
    views: new Views(world, workspace),
    tickets: new Tickets(world),
    rates: new Rates(world),
    socket,
    delivery: new Delivery(world, transport, retriesMs, log),
    base,
  };
}
