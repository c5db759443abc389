/** Puts the bot together: store, queue, platforms and the five mechanisms between them. */
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { commands } from "../commands/index.ts";
import { jobs } from "../jobs/index.ts";
import { templates } from "../templates/index.ts";
import { locales } from "../templates/locales/index.ts";
import type { Receive } from "./chat/inbound.ts";
import type { Chat, PlatformName } from "./chat/ports.ts";
import { createRegistry } from "./chat/registry.ts";
import { createClock } from "./clock.ts";
import { documents } from "./documents/documents.ts";
import { newCode, newId } from "./ids.ts";
import { programRoot } from "./program-root.ts";
import { type JobQueue, openQueue } from "./queue/open-queue.ts";
import { createSweep, createSweepSoon, defineSweep } from "./queue/sweep.ts";
import { startTick } from "./queue/tick.ts";
import type { Database } from "./store/database.ts";
import { nextDue } from "./store/dues.ts";
import { unfinishedInbox } from "./store/inbox.ts";
import { isReachable } from "./store/is-reachable.ts";
import { createLaneLocks } from "./store/lane-lock.ts";
import { openDatabase } from "./store/open/open-database.ts";
import { hasDueMessages, waitingLanes } from "./store/sending.ts";
import { readSetting, writeSetting } from "./store/settings.ts";
import type { Ctx, Log, Services } from "./usecases/ctx.ts";
import { deliverNext } from "./usecases/delivery/deliver-next.ts";
import { createGiveUp } from "./usecases/delivery/give-up.ts";
import { createLanes } from "./usecases/delivery/lanes.ts";
import { dueJobs, sweep } from "./usecases/delivery/sweep.ts";
import { planDigests } from "./usecases/home/plan-digests.ts";
import { createDoor } from "./usecases/intake/receive-event.ts";
import { offerFirstAdmin } from "./usecases/people/first-admin.ts";
import { linkByEmail } from "./usecases/people/link-by-email.ts";
import { rememberChats } from "./usecases/people/remember-chats.ts";
import type { Health, Link } from "./web/health.ts";

/** One platform, ready to connect. */
interface Platform {
  chat: Chat;
  start(receive: Receive): Promise<void>;
  link(): Link;
  stop(): Promise<void>;
}

export interface BotOptions {
  databaseUrl: string;
  redisUrl?: string | undefined;
  platforms: Partial<Record<PlatformName, Platform>>;
  adminEmails: readonly string[];
  log: Log;
}

export interface Bot {
  readonly ctx: Ctx;
  /**
   * When the bot, which listens already, has learnt which chats and accounts there are and has planned what recurs.
   * Rejects when the store fails meanwhile.
   */
  readonly settled: Promise<void>;
  /** Moves business time forward; answers the time afterwards. ISO 8601. */
  setClock(to: string): Promise<string>;
  /** Lets everything that is due happen; answers when the next thing is due, and for which job. */
  runDue(): Promise<{ next: string | null; job: string | null }>;
  whenIdle(): Promise<void>;
  health(): Promise<Health>;
  stop(): Promise<void>;
}

const MIGRATIONS = join(programRoot, "src/store/migrations");
const CLOCK_SETTING = "clock-offset-ms";
const TICK = "*/5 * * * * *";
/** What a person waits for at a start is over by then. */
const TICK_AFTER_MS = 1_000;
const POOL_SIZE = 20;

/** @throws Error with one line when the store, the queue or a platform cannot be reached */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { databaseUrl: url, redisUrl, log } = options;
  const warn = (line: string) => log.warn({}, line);
  const store = await openDatabase({ url, migrations: MIGRATIONS, poolSize: POOL_SIZE, log: warn });
  const clock = createClock(Number((await readSetting(store.db, CLOCK_SETTING)) ?? 0));
  const locks = createLaneLocks(url);
  const lanes = createLanes(
    (lane) => deliverNext(services, lane),
    locks,
    (err) => log.error({ err }, "a lane stopped and is woken at the next sweep"),
  );
  const services: Services = {
    store,
    clock,
    newId,
    newCode,
    log,
    chats: chatsOf(options),
    messages: locales,
    templates,
    documents,
    commands: createRegistry(commands),
    settings: { adminEmails: options.adminEmails },
    wake: lanes.wake,
    sweepSoon: () => soon.sweep(),
    deadLetters: () => queue.deadLetters(),
    retryDead: (id) => queue.retryDead(id),
  };
  const ctx: Ctx = {
    ...services,
    actor: undefined,
    where: undefined,
    inboxKey: undefined,
    dueKey: undefined,
  };
  const door = createDoor(services);
  const tickJob = defineSweep<Ctx>(() => sweep(services, { recover: door.recover, queueDueJobs }));
  const queue = await openQueue<Ctx>({ url, redisUrl, jobs: [...jobs, tickJob], ctx: () => ctx, log: warn });
  const giveUp = createGiveUp(ctx);
  const queueDueJobs = createSweep({
    claimDue: async (now, limit) => {
      const dead = await deadKeys(queue);
      await giveUp(dead);
      return dueJobs(services, now, limit, dead);
    },
    queue,
    clock,
  });
  const soon = createSweepSoon(queueDueJobs, (err) =>
    log.error({ err }, "due things wait for the next tick"),
  );
  const whenIdle = () =>
    untilIdle(services, [door.whenIdle, soon.whenIdle, queue.whenIdle, lanes.whenIdle], soon.count);
  await queue.start();
  await Promise.all(Object.values(options.platforms).map((platform) => platform.start(door.receive)));
  await offerFirstAdmin(services);
  const settled = lookAround(ctx);
  settled.catch(() => undefined);
  // what was left over may be much: it is worked on beside what comes in
  door.recover(0).catch((err: unknown) => log.error({ err }, "what was left over waits for the next sweep"));
  lanes.wake(await waitingLanes(store.db));
  // making sense of its pattern takes as long as answering many a question
  let stopTick = async () => {};
  const tickTimer = setTimeout(() => {
    stopTick = startTick({ every: TICK, queue, log: warn });
  }, TICK_AFTER_MS);
  return {
    ctx,
    settled,
    whenIdle,
    health: () => healthOf(store, options.platforms),
    async setClock(to) {
      await writeSetting(store.db, CLOCK_SETTING, clock.moveTo(Temporal.Instant.from(to)));
      return clock.now().toString();
    },
    async runDue() {
      await queueDueJobs();
      await whenIdle();
      const due = await nextDue(store.db, clock.now());
      return { next: due?.at.toString() ?? null, job: due?.job ?? null };
    },
    async stop() {
      await settled.catch(() => undefined);
      clearTimeout(tickTimer);
      await stopTick();
      for (const platform of Object.values(options.platforms)) await platform.stop();
      await door.whenIdle();
      await queue.close();
      await lanes.stop();
      await locks.close();
      await store.close();
    },
  };
}

async function lookAround(ctx: Ctx): Promise<void> {
  await rememberChats(ctx);
  await linkByEmail(ctx);
  await planDigests({ ctx });
}

function chatsOf(options: BotOptions): Services["chats"] {
  const { slack, lark } = options.platforms;
  return { ...(slack && { slack: slack.chat }), ...(lark && { lark: lark.chat }) };
}

async function healthOf(store: Database, platforms: BotOptions["platforms"]): Promise<Health> {
  const links = Object.fromEntries(
    Object.entries(platforms).map(([name, platform]) => [name, platform.link()]),
  );
  const reachable = await isReachable(store);
  return {
    ready: reachable && Object.values(links).every(({ connected }) => connected),
    store: reachable ? "reachable" : "unreachable",
    platforms: links,
  };
}

async function deadKeys(queue: JobQueue): Promise<Set<string>> {
  const dead = await queue.deadLetters();
  return new Set(
    dead.flatMap(({ payload }) =>
      typeof payload === "object" && payload !== null && "due" in payload ? [String(payload.due)] : [],
    ),
  );
}

/**
 * One kind of work starts another, so all must be found quiet in one round, and none of it may have planned anything.
 *
 * @param quiet waits for each kind of work, the kind that starts others first
 * @param sweeps how many sweeps were asked for so far
 */
async function untilIdle(
  services: Services,
  quiet: readonly (() => Promise<void>)[],
  sweeps: () => number,
): Promise<void> {
  for (;;) {
    const before = sweeps();
    for (const wait of quiet) await wait();
    if ((await isQuiet(services.store)) && sweeps() === before) return;
    services.wake(await waitingLanes(services.store.db));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function isQuiet({ db }: Database): Promise<boolean> {
  const [inbox, messages] = await Promise.all([
    unfinishedInbox(db, { limit: 1 }),
    hasDueMessages(db, Temporal.Instant.fromEpochMilliseconds(Date.now())),
  ]);
  return inbox.length === 0 && !messages;
}
