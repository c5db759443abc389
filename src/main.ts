/** Starts Seedbed: with credentials against the real platforms, without any against the local ones in the browser. */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Bot } from "./bot.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { createLog } from "./log.ts";
import { programRoot } from "./program-root.ts";
import { type Sandbox, startSandbox } from "./sandbox/start.ts";
import { startEmbeddedPostgres } from "./store/open/embedded-server.ts";
import type { Log } from "./usecases/ctx.ts";
import { STARTING } from "./web/health.ts";
import { startServer } from "./web/server.ts";
import { createWeb, type Web } from "./web/web.ts";
import type { Webhook } from "./web/webhook.ts";

const PAGE = join(programRoot, "dist/page");
const SAMPLES = join(programRoot, "src/sandbox/samples");

/** Undoes what was started, newest first, whatever fails on the way. */
type Closer = () => Promise<void>;

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const closers: Closer[] = [];
  const stop = onStopSignal(closers, log);
  try {
    await start(config, log, closers);
  } catch (error) {
    await stop(error);
  }
}

async function start(config: Config, log: Log, closers: Closer[]): Promise<void> {
  const dataDir = resolve(config.dataDir);
  const local = config.slack === undefined && config.lark === undefined;
  const webhooks = new Map<string, Webhook | undefined>();
  let bot: Bot | undefined;
  const web = createWeb({ webhooks, health: async () => bot?.health() ?? STARTING, log });
  // PostgreSQL comes up beside the rest, and the page is there before the larger part of the program is loaded
  const store = openStore(config.databaseUrl, dataDir, log, closers);
  const sandbox = local ? await openSandbox(config, dataDir, web, log, closers) : undefined;
  if (sandbox === undefined) await openServer(config, web, log, closers);
  // its many small steps would each wait for a large piece of the program
  await store.isComing;
  const { createPlatforms, localPlatforms, seedDemo, startBot, DEMO_ADMIN } = await loadProgram();
  const platforms = sandbox === undefined ? createPlatforms(config, log) : localPlatforms(sandbox, log);
  for (const [name, { webhook }] of Object.entries(platforms)) webhooks.set(`/${name}/events`, webhook);
  bot = await startBot({
    databaseUrl: await store.url,
    redisUrl: config.redisUrl,
    platforms,
    adminEmails: local && config.adminEmails.length === 0 ? [DEMO_ADMIN] : config.adminEmails,
    log,
  });
  const { stop } = bot;
  closers.push(stop);
  if (sandbox === undefined) log.info({}, "Seedbed is ready");
  else {
    await seedDemo(bot);
    await greet(sandbox, bot);
  }
  await bot.settled;
}

/** A piece at a time, so that the page is served in between. */
async function loadProgram(): Promise<typeof import("./program.ts")> {
  await nextTurn();
  await import("./slack/app.ts");
  await nextTurn();
  await import("./lark/app.ts");
  await nextTurn();
  await import("./queue/open-queue.ts");
  await nextTurn();
  return await import("./program.ts");
}

async function openServer(config: Config, web: Web, log: Log, closers: Closer[]): Promise<void> {
  const server = await startServer({ web, port: config.port });
  closers.push(() => server.stop());
  log.info({ port: server.port }, "Listening on every interface, for health checks and webhooks");
}

async function greet(sandbox: Sandbox, bot: Bot): Promise<void> {
  await sandbox.attach({ setClock: bot.setClock, runDue: bot.runDue, whenIdle: bot.whenIdle });
  sandbox.setBotReady(true);
  process.stdout.write(`\n  Seedbed is ready: open ${sandbox.url} in a browser. Stop it with Ctrl+C.\n\n`);
}

async function openSandbox(
  config: Config,
  dataDir: string,
  web: Web,
  log: Log,
  closers: Closer[],
): Promise<Sandbox> {
  const { port, sandboxTransport: transport } = config;
  const sandbox = await startSandbox({
    port,
    bot: web,
    transport: { slack: transport, lark: transport },
    folder: resolve(dataDir, "sandbox"),
    pageDir: PAGE,
    samplesDir: SAMPLES,
    log: (line) => log.info({}, line),
  });
  closers.push(() => sandbox.stop());
  return sandbox;
}

interface Store {
  url: Promise<string>;
  /** when PostgreSQL is at work itself, or has answered, or cannot be started */
  isComing: Promise<void>;
}

/** Whatever fails meanwhile, a server that is started here is left again. */
function openStore(given: string | undefined, dataDir: string, log: Log, closers: Closer[]): Store {
  if (given !== undefined) return { url: Promise.resolve(given), isComing: Promise.resolve() };
  let onWait = () => {};
  const isComing = new Promise<void>((resolve) => {
    onWait = resolve;
  });
  const starting = startEmbeddedPostgres({ dataDir, log: (line) => log.info({}, line), onWait });
  closers.push(async () => (await starting.catch(() => undefined))?.stop());
  const url = starting.then((server) => server.url).finally(onWait);
  url.catch(() => undefined);
  return { url, isComing };
}

/** A second signal does not wait: something hangs and the person wants out. */
function onStopSignal(closers: Closer[], log: Log): (error?: unknown) => Promise<void> {
  let stopping = false;
  const stop = async (error?: unknown) => {
    if (stopping) process.exit(1);
    stopping = true;
    if (error !== undefined) log.error({}, lineOf(error));
    for (const close of closers.toReversed()) {
      await close().catch((err: unknown) => log.error({ err }, "a part did not stop cleanly"));
    }
    process.exit(error === undefined ? 0 : 1);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  return stop;
}

function lineOf(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}

main().catch((error: unknown) => {
  const lines = error instanceof ConfigError ? error.problems : [lineOf(error)];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
});
