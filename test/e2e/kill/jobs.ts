/** Killed around a thing that falls due: it happens once, whatever the queue remembers or has forgotten. */
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { test } from "vitest";
import type { BuiltProgram } from "../../support/child.ts";
import { createKillableBot, type KillableBot } from "../../support/killable-bot.ts";
import { SLACK_CHANNEL, until } from "../../support/local-bot.ts";

const LONG = { timeout: 240_000 };
/** A killed job is given to another process after 10 to 15 s of silence. */
const STALLED_MS = 90_000;
const TICK_MS = 5_000;
const DUE = "ring:breakfast";
const LATER = "ring:lunch";

/** Where a queue is kept. */
export interface QueuePlace {
  name: string;
  redisUrl?: string;
}

async function forgetAll(bot: KillableBot, { redisUrl }: QueuePlace): Promise<void> {
  if (redisUrl === undefined) {
    await bot.query("truncate bullmq.job cascade");
  } else {
    const client = new Redis(redisUrl);
    await client.flushdb().finally(() => client.disconnect());
  }
}

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

/** What a thing left behind, after everything came to rest. */
async function effects(bot: KillableBot, due = DUE) {
  await bot.person.post("slack/say", { user: "admin", channel: SLACK_CHANNEL, text: "/stuck" });
  await bot.whenIdle();
  const [stuck] = await bot.query<{ data: { jobs: unknown[] } }>(
    "select data from seedbed.outbox where template = 'stuck' order by seq desc",
  );
  const messages = await bot.person.slack("marketer");
  return {
    audits: await bot.count(`seedbed.audit where verb = 'ring' and subject = '${due}'`),
    messages: messages.filter((message) => JSON.stringify(message).includes(due)).length,
    givenUp: stuck?.data.jobs,
  };
}

const ONCE = { audits: 1, messages: 1, givenUp: [] };

/** Kills the bot when the transaction of the thing's job has written its audit row. */
async function killInside(
  bot: KillableBot,
  before: () => Promise<void> = async () => undefined,
): Promise<void> {
  const hold = await bot.hold("lock table seedbed.outbox in share mode");
  await before();
  runDue(bot);
  await bot.stuckAt('insert into "seedbed"."outbox"');
  await bot.kill();
  await hold.release();
}

/** @param places read when the tests run */
export function killedInJobs(program: () => BuiltProgram, places: readonly QueuePlace[]): void {
  test.for(places)(
    "in its transaction, again and again, its queue on $name: once, not given up",
    LONG,
    async (place, t) => {
      const bot = await createKillableBot(program(), t.onTestFinished, place);
      await bot.start();
      await killInside(bot, () => bot.plan(DUE));
      await bot.start();
      await killInside(bot);
      t.expect(await bot.count("seedbed.audit where verb = 'ring'")).toBe(0);
      await bot.start();
      await untilDone(bot);
      t.expect(await effects(bot)).toEqual(ONCE);

      // an emptied queue neither loses the thing nor makes it wait for a dead process
      await killInside(bot, () => bot.plan(LATER));
      await forgetAll(bot, place);
      await bot.start();
      await untilDone(bot);
      t.expect(await effects(bot, LATER)).toEqual(ONCE);
    },
  );

  test("in the middle of a sweep: the next one goes on, and the thing happens once", LONG, async (t) => {
    const bot = await createKillableBot(program(), t.onTestFinished);
    await bot.start();
    await bot.plan(DUE);
    const hold = await bot.hold("lock table seedbed.dues in access exclusive mode");
    await bot.stuckAt('from "seedbed"."dues"');
    await bot.kill();
    await hold.release();
    await bot.start();
    await untilDone(bot);
    t.expect(await effects(bot)).toEqual(ONCE);
  });

  test(
    "between its being claimed and queued, then after its transaction: once, not given up",
    LONG,
    async (t) => {
      const bot = await createKillableBot(program(), t.onTestFinished);
      await bot.start();
      // just after a tick, so that nothing else is added meanwhile
      await sleep(TICK_MS - (Date.now() % TICK_MS) + 300);
      const queueing = await bot.hold("lock table bullmq.job in share mode");
      await bot.plan(DUE);
      runDue(bot);
      const sessions = await bot.stuckAt("add_job");
      await bot.kill();
      await bot.cut(sessions);
      await queueing.release();
      t.expect(await bot.count("bullmq.job where name = 'ring'")).toBe(0);
      await bot.start();
      await untilDone(bot);
      t.expect(await effects(bot)).toEqual(ONCE);

      const working = await bot.hold("lock table seedbed.outbox in share mode");
      await bot.plan(LATER);
      runDue(bot);
      await bot.stuckAt('insert into "seedbed"."outbox"');
      const finishing = await bot.hold("lock table bullmq.job in share mode");
      await working.release();
      await bot.person.sees("slack", "marketer", SLACK_CHANNEL, LATER);
      await bot.kill();
      await finishing.release();
      await bot.start();
      await bot.whenIdle();
      t.expect(await effects(bot, LATER)).toEqual(ONCE);
    },
  );

  test("a list of creators, killed between two parts: each row vetted once, one result", LONG, async (t) => {
    const bot = await createKillableBot(program(), t.onTestFinished);
    await bot.start();
    const rows = Array.from({ length: 1_200 }, (_, index) => `博主${index},${10_000 + index}`);
    const content = Buffer.from(["昵称,粉丝数", ...rows].join("\n")).toString("base64");
    const before = await bot.hold("lock table seedbed.list_import_rows in share mode");
    const list = { user: "marketer", channel: SLACK_CHANNEL, name: "list.csv", content };
    await bot.person.post("slack/upload", list);
    await bot.stuckAt('insert into "seedbed"."list_import_rows"');
    // granted as soon as the first part is committed, before the second one gets in
    const after = bot.hold("lock table seedbed.list_import_rows in access exclusive mode");
    await bot.stuckAt("access exclusive");
    await before.release();
    const hold = await after;
    await bot.stuckAt("list_import_rows");
    await bot.kill();
    await hold.release();
    const kept = await bot.count("seedbed.vettings");
    // those that the card shows; they are scored, and the ranking is not shown yet
    t.expect(kept).toBe(300);
    t.expect(await bot.count("seedbed.outbox where template = 'import-result'")).toBe(0);
    await bot.start();
    await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "list-ranked.xlsx", STALLED_MS);
    await bot.whenIdle();
    t.expect(await bot.count("seedbed.vettings")).toBe(1_200);
    t.expect(await bot.count("seedbed.audit where verb = 'import.finish'")).toBe(1);
    const files = (await bot.person.slack("marketer")).flatMap((message) => message.files ?? []);
    t.expect(files.map(({ name }) => name)).toEqual(["list.csv", "list-ranked.xlsx"]);
  });
}
