/** PostgreSQL or Redis restarted under the bot: it rests, goes on, and has lost nothing. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startBot } from "../../src/bot.ts";
import { DEMO_ADMIN, seedDemo } from "../../src/demo.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { startEmbeddedPostgres } from "../../src/store/open/embedded-server.ts";
import { buildProgram } from "../support/child.ts";
import { startTestRedis } from "../support/database.ts";
import { createKillableBot } from "../support/killable-bot.ts";
import { handsAt, localPlatforms, SLACK_CHANNEL, testLog, until } from "../support/local-bot.ts";

test("PostgreSQL restarted: what came meanwhile is done once or refused, what was on its way arrives", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "seedbed-restart-"));
  await chmod(dataDir, 0o755);
  const startServer = () => startEmbeddedPostgres({ dataDir, log: () => undefined });
  let server = await startServer();
  const sandbox = await startSandbox({ port: 0, log: () => undefined, slackRetriesMs: [500, 2_000, 8_000] });
  const bot = await startBot({
    databaseUrl: server.url,
    platforms: localPlatforms(sandbox),
    adminEmails: [DEMO_ADMIN],
    log: testLog,
  });
  onTestFinished(async () => {
    await bot.stop();
    await sandbox.stop();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  await seedDemo(bot);
  const person = handsAt(sandbox.url);
  const say = (text: string) => person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text });
  await say("/settings");
  await bot.whenIdle();

  await person.post("faults", { platform: "slack", kind: "rate_limit", times: 1 });
  await say("/vet 在路上 followers=82k");
  await until(async () => (sandbox.world.pendingFaults().length === 0 ? true : undefined), "the refusal");
  await server.stop();
  await say("/vet 没存下 followers=82k");
  await person.sees("slack", "marketer", SLACK_CHANNEL, "did not get through");
  await say("@seedbed vet 会再来 followers=82k");
  server = await startServer();

  await person.sees("slack", "marketer", SLACK_CHANNEL, "在路上: not enough data yet", 20_000);
  await person.sees("slack", "marketer", SLACK_CHANNEL, "会再来: not enough data yet", 20_000);
  await say("/vet 没存下 followers=82k");
  await person.sees("slack", "marketer", SLACK_CHANNEL, "没存下: not enough data yet", 20_000);
  await bot.whenIdle();
  const seen = (await person.slack("marketer")).map((message) => JSON.stringify(message));
  for (const name of ["在路上", "没存下", "会再来"]) {
    expect(seen.filter((message) => message.includes(`${name}: not enough`))).toHaveLength(1);
  }
}, 90_000);

test("Redis restarted: what was queued and what falls due afterwards happens once", async ({ skip }) => {
  const redis = await startTestRedis();
  if (redis === undefined) return skip("redis-server is not installed");
  onTestFinished(redis.stop);
  const program = await buildProgram(new URL("../support/bot.child.ts", import.meta.url));
  onTestFinished(program.remove);
  const bot = await createKillableBot(program, onTestFinished, { redisUrl: redis.url });
  await bot.start();
  const hold = await bot.hold("lock table seedbed.outbox in share mode");
  await bot.plan("ring:before");
  const working = bot.runDue();
  await bot.stuckAt('insert into "seedbed"."outbox"');
  await redis.restart();
  await hold.release();
  await bot.plan("ring:after");
  await working;
  await until(
    async () =>
      (await bot.count("seedbed.dues where done_at is null and job = 'ring'")) === 0 ? true : undefined,
    "both",
    30_000,
  );
  await bot.whenIdle();
  const seen = (await bot.person.slack("marketer")).map((message) => JSON.stringify(message));
  for (const key of ["ring:before", "ring:after"]) {
    expect(seen.filter((message) => message.includes(key))).toHaveLength(1);
  }
}, 90_000);
