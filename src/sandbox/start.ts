/** Starts the sandbox: one HTTP server on loopback with both local platforms, the control API and the page. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { SandboxClock } from "./clock.ts";
import { createControl } from "./control.ts";
import { localOnly, mayUpgrade, sameOrigin } from "./guard.ts";
import { createLarkPlatform, type LarkPlatform } from "./lark/platform.ts";
import { servePage } from "./page-files.ts";
import { createSlackPlatform, type SlackPlatform } from "./slack/platform.ts";
import { type BotHooks, type Platform, World } from "./world.ts";

const HOST = "127.0.0.1";

/** How a platform reaches the bot. */
type Transport = "socket" | "http";

interface StartOptions {
  /** 0 takes a free one */
  port: number;
  /** where the state is kept; without one it is gone at the end */
  folder?: string;
  /** the built page, served at `/` */
  pageDir?: string;
  /** files to try things with, served under `/sandbox/samples/` */
  samplesDir?: string;
  log: (line: string) => void;
  /** takes the requests for the bot's own paths and answers true, when the bot lives on this server */
  bot?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** what is left out goes by socket */
  transport?: Partial<Record<Platform, Transport>>;
  /** where the bot hears HTTP requests, at `/slack/events` and `/lark/events`; on this server when left out */
  botUrl?: string;
  /** real time in ms before Slack repeats an unacknowledged event; Slack's own times when left out */
  slackRetriesMs?: readonly number[];
  /** the same for Lark */
  larkRetriesMs?: readonly number[];
}

export interface Sandbox {
  /** such as `http://127.0.0.1:3000` */
  url: string;
  port: number;
  world: World;
  slack: { apiUrl: string; botToken: string; appToken: string; signingSecret: string };
  lark: { domain: string } & LarkPlatform["credentials"];
  transport: Readonly<Record<Platform, Transport>>;
  /** Lends the bot's clock and work to the control API, and brings both clocks to the later of the two. */
  attach(hooks: BotHooks): Promise<void>;
  setBotReady(ready: boolean): void;
  stop(): Promise<void>;
}

/**
 * Starts the sandbox and resolves when it listens.
 * @throws Error in one line when the port is taken, or another sandbox has the folder
 */
export async function startSandbox(options: StartOptions): Promise<Sandbox> {
  const world = new World(options.folder, options.log);
  let url = "";
  let ready = false;
  const transport = { slack: "socket", lark: "socket", ...options.transport } as const;
  const shared = (platform: Platform) => ({
    url: () => url,
    log: options.log,
    ...(transport[platform] === "http" && {
      requestUrl: () => `${options.botUrl ?? url}/${platform}/events`,
    }),
  });
  const retries = options.slackRetriesMs === undefined ? {} : { retriesMs: options.slackRetriesMs };
  const slack = createSlackPlatform(world, { ...shared("slack"), ...retries });
  const larkRetries = options.larkRetriesMs === undefined ? {} : { retriesMs: options.larkRetriesMs };
  const lark = createLarkPlatform(world, { ...shared("lark"), ...larkRetries });
  const control = createControl({
    world,
    clock: new SandboxClock(world),
    botReady: () => ready,
    slack,
    lark,
  });
  const app = mount(options, control, slack, lark);

  const serve = getRequestListener(app.fetch, { hostname: HOST });
  const server = createServer((request, response) => {
    if (options.bot?.(request, response) !== true) void serve(request, response);
  });
  // a client that was busy for some seconds must not find its connection closed under its next request
  server.keepAliveTimeout = 65_000;
  server.on("upgrade", (request, socket, head) => upgrade(slack, lark, request, socket, head));
  const port = await listen(server, options.port).catch((error: unknown) => {
    world.close();
    throw error;
  });
  url = `http://${HOST}:${port}`;
  world.tell(url);

  return {
    url,
    port,
    world,
    transport,
    slack: { apiUrl: `${url}/sandbox/slack/api/`, ...slack.credentials },
    lark: { domain: `${url}/sandbox/lark`, ...lark.credentials },
    async attach(hooks) {
      const botNow = await hooks.setClock(new Date(world.now()).toISOString());
      world.moveTo(Date.parse(botNow));
      world.hooks = hooks;
    },
    setBotReady(isReady) {
      ready = isReady;
      world.emit({ platform: "bot", type: isReady ? "ready" : "away" });
    },
    async stop() {
      world.hooks = undefined;
      slack.close();
      lark.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      world.close();
    },
  };
}

function mount(
  { pageDir, samplesDir }: StartOptions,
  control: Hono,
  slack: SlackPlatform,
  lark: LarkPlatform,
) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(localOnly);
  app.use("/sandbox/api/*", sameOrigin);
  app.route("/sandbox/api/slack", slack.control);
  app.route("/sandbox/api/lark", lark.control);
  app.route("/sandbox/api", control);
  app.route("/sandbox/slack", slack.api);
  app.route("/sandbox/lark", lark.api);
  if (samplesDir !== undefined) {
    const rewriteRequestPath = (path: string) => path.replace("/sandbox/samples", "");
    app.use("/sandbox/samples/*", serveStatic({ root: samplesDir, rewriteRequestPath }));
  }
  if (pageDir !== undefined) app.get("*", servePage(pageDir));
  app.notFound((c) => c.json({ error: `Nothing is served at ${c.req.method} ${c.req.path}.` }, 404));
  return app;
}

function upgrade(
  slack: SlackPlatform,
  lark: LarkPlatform,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const sockets = new Map<string, SlackPlatform | LarkPlatform>([
    ["/sandbox/slack/socket", slack],
    ["/sandbox/lark/socket", lark],
  ]);
  const platform = sockets.get(path);
  if (platform === undefined || !mayUpgrade(request))
    socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
  else platform.onUpgrade(request, socket, head);
}

async function listen(server: Server, port: number): Promise<number> {
  return await new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`Port ${port} is in use: set PORT to a free one.`, { cause: error }) : error);
    });
    server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port));
  });
}
