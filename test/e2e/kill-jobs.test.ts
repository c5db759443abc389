/** Killed around a thing that falls due: it happens once, whatever the queue remembers or has forgotten. */
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, test } from "vitest";
import { type BuiltProgram, buildProgram } from "../support/child.ts";
import { startTestRedis } from "../support/database.ts";
import { createKillableBot, type KillableBot } from "../support/killable-bot.ts";
import { SLACK_CHANNEL, until } from "../support/local-bot.ts";

const LONG = { timeout: 120_000 };
/** A killed job is given to another process after 10 to 15 s of silence. */
const STALLED_MS = 40_000;
const TICK_MS = 5_000;
const DUE = "ring:breakfast";

let program: BuiltProgram;
const redis = await startTestRedis();
beforeAll(async () => {
  program = await buildProgram(new URL("../support/bot.child.ts", import.meta.url));
});
afterAll(async () => {
  await program.remove();
  await redis?.stop();
});

/** Lets what is due happen, until the bot is killed over it. */
function runDue(bot: KillableBot): void {
  bot.runDue().catch(() => undefined);
}

const untilDone = (bot: KillableBot) =>
  until(
    async () =>
      (await bot.count("seedbed.dues where job = 'ring' and done_at is null")) === 0 ? true : undefined,
    "the thing to be done",
    STALLED_MS,
  );

/** What the thing left behind, after everything came to rest. */
async function effects(bot: KillableBot) {
  await bot.whenIdle();
  const messages = await bot.person.slack("marketer");
  await bot.person.post("slack/say", { user: "admin", channel: SLACK_CHANNEL, text: "/stuck" });
  const stuck = await bot.person.sees("slack", "admin", SLACK_CHANNEL, "Given up");
  return {
    audits: await bot.count("seedbed.audit where verb = 'ring'"),
    messages: messages.filter((message) => JSON.stringify(message).includes(DUE)).length,
    givenUp: !JSON.stringify(stuck).includes("Nothing is stuck"),
  };
}

const ONCE = { audits: 1, messages: 1, givenUp: false };

/** Where a queue is kept, a place of its own for each test; `empty` makes it forget everything. */
interface Place {
  name: string;
  open(): { redisUrl?: string };
  empty(bot: KillableBot, place: { redisUrl?: string }): Promise<unknown>;
}

let numbers = 0;
const places: Place[] = [
  {
    name: "PostgreSQL",
    open: () => ({}),
    empty: (bot) => bot.query("truncate bullmq.job cascade"),
  },
];
if (redis !== undefined) {
  places.push({
    name: "Redis",
    open: () => {
      numbers += 1;
      return { redisUrl: `${redis.url}/${numbers}` };
    },
    empty: async (_, { redisUrl = "" }) => {
      const client = new Redis(redisUrl);
      await client.flushdb().finally(() => client.disconnect());
    },
  });
}

/** A bot that was killed when the transaction of the thing's job had written its audit row. */
async function killedInside(bot: KillableBot): Promise<void> {
  const hold = await bot.hold("lock table seedbed.outbox in share mode");
  if ((await bot.count("seedbed.dues where job = 'ring'")) === 0) await bot.plan(DUE);
  runDue(bot);
  await bot.stuckAt('insert into "seedbed"."outbox"', STALLED_MS);
  await bot.kill();
  await hold.release();
}

describe("a thing that is due", () => {
  test.concurrent.for(places)(
    "killed in the middle of its transaction, twice: once, and not given up (queue on $name)",
    LONG,
    async ({ open }, t) => {
      const bot = await createKillableBot(program, t.onTestFinished, open());
      for (let times = 0; times < 2; times += 1) {
        await bot.start();
        await killedInside(bot);
        t.expect(await bot.count("seedbed.audit where verb = 'ring'")).toBe(0);
      }
      await bot.start();
      await untilDone(bot);
      t.expect(await effects(bot)).toEqual(ONCE);
    },
  );

  test.concurrent.for(places)(
    "killed in the middle and the queue emptied: once (queue on $name)",
    LONG,
    async ({ open, empty }, t) => {
      const place = open();
      const bot = await createKillableBot(program, t.onTestFinished, place);
      await bot.start();
      await killedInside(bot);
      await empty(bot, place);
      await bot.start();
      await untilDone(bot);
      t.expect(await effects(bot)).toEqual(ONCE);
    },
  );

  test.concurrent("killed between being claimed and being queued: once", LONG, async (t) => {
    const bot = await createKillableBot(program, t.onTestFinished);
    await bot.start();
    // just after a tick, so that nothing else is added meanwhile
    await sleep(TICK_MS - (Date.now() % TICK_MS) + 300);
    const hold = await bot.hold("lock table bullmq.job in share mode");
    await bot.plan(DUE);
    runDue(bot);
    const session = await bot.stuckAt("add_job");
    await bot.kill();
    await bot.cut(session);
    await hold.release();
    t.expect(await bot.count("bullmq.job where name = 'ring'")).toBe(0);
    await bot.start();
    await untilDone(bot);
    t.expect(await effects(bot)).toEqual(ONCE);
  });

  test.concurrent(
    "killed after its transaction, before the queue heard of it: once, and not given up",
    LONG,
    async (t) => {
      const bot = await createKillableBot(program, t.onTestFinished);
      await bot.start();
      const before = await bot.hold("lock table seedbed.outbox in share mode");
      await bot.plan(DUE);
      runDue(bot);
      await bot.stuckAt('insert into "seedbed"."outbox"');
      const hold = await bot.hold("lock table bullmq.job in share mode");
      await before.release();
      await bot.person.sees("slack", "marketer", SLACK_CHANNEL, DUE);
      await bot.kill();
      await hold.release();
      await bot.start();
      await bot.whenIdle();
      t.expect(await effects(bot)).toEqual(ONCE);
    },
  );

  test.concurrent(
    "killed in the middle of a sweep: the next one goes on, and it happens once",
    LONG,
    async (t) => {
      const bot = await createKillableBot(program, t.onTestFinished);
      await bot.start();
      await bot.plan(DUE);
      const hold = await bot.hold("lock table seedbed.dues in access exclusive mode");
      await bot.stuckAt('from "seedbed"."dues"', 10_000);
      await bot.kill();
      await hold.release();
      await bot.start();
      await untilDone(bot);
      t.expect(await effects(bot)).toEqual(ONCE);
    },
  );
});
