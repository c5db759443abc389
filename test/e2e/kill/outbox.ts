/** Killed or cut off while a message is on its way: it is looked up, not repeated, and never given up. */
import { test } from "vitest";
import type { BuiltProgram } from "../../support/child.ts";
import { createKillableBot, type KillableBot } from "../../support/killable-bot.ts";
import { actionOf, LARK_CHAT, type SeenMessage, SLACK_CHANNEL, until } from "../../support/local-bot.ts";

const LONG = { timeout: 240_000 };
const DIRECT = "@seedbed";

const vetInSlack = (bot: KillableBot, name: string) =>
  bot.person.post("slack/say", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    text: `/vet ${name} followers=82k`,
  });
const vetInLark = (bot: KillableBot, name: string, chat: string) =>
  bot.person.post("lark/say", { user: "partner", chat, text: `@seedbed /看号 ${name} 粉丝=8.2万` });

const order = (bot: KillableBot, platform: "slack" | "lark", kind: string, times = 1) =>
  bot.person.post("faults", { platform, kind, times });

const cardInSlack = (bot: KillableBot, name: string, ms?: number) =>
  bot.person.sees("slack", "marketer", SLACK_CHANNEL, `${name}: not enough data yet`, ms);

/** Says something on both platforms, so that people are known, tokens fetched, and the next call is the one meant. */
async function startWarm(
  program: BuiltProgram,
  atEnd: (stop: () => Promise<void>) => void,
): Promise<KillableBot> {
  const bot = await createKillableBot(program, atEnd);
  await bot.start();
  await bot.person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text: "/me" });
  await bot.person.post("lark/say", { user: "partner", chat: DIRECT, text: "/me" });
  await bot.whenIdle();
  return bot;
}

function callsOf(bot: KillableBot, method: string): number {
  return bot.sandbox.world.calls.filter((call) => call.method === method).length;
}

function count(messages: readonly SeenMessage[], text: string): number {
  return messages.filter((message) => JSON.stringify(message).includes(text)).length;
}

/** How the vet cards and their updates stand. */
const unsent = (bot: KillableBot) =>
  bot.count("seedbed.outbox where template = 'vet-card' and state <> 'sent'");

async function untilSent(bot: KillableBot, cards: number): Promise<void> {
  const sent = () => bot.count("seedbed.outbox where template = 'vet-card' and state = 'sent'");
  await until(async () => ((await sent()) === cards ? true : undefined), `${cards} cards to be sent`, 20_000);
}

async function press(bot: KillableBot, card: SeenMessage): Promise<void> {
  const action_id = actionOf(card, "Add to shortlist");
  await bot.person.post("slack/click", { user: "marketer", channel: SLACK_CHANNEL, ts: card.ts, action_id });
}

export function killedInOutbox(program: () => BuiltProgram): void {
  test(
    "a message and an update that the platform took and the bot did not record: once each",
    LONG,
    async (t) => {
      const bot = await startWarm(program(), t.onTestFinished);
      const createdBefore = callsOf(bot, "im.message.create");
      await order(bot, "slack", "slow");
      await order(bot, "lark", "slow", 2);
      await vetInSlack(bot, "小鹿");
      await vetInLark(bot, "阿布", LARK_CHAT);
      await vetInLark(bot, "悄悄", DIRECT);
      const card = await cardInSlack(bot, "小鹿");
      await bot.person.sees("lark", "partner", LARK_CHAT, "阿布：数据不足");
      await bot.person.sees("lark", "partner", DIRECT, "悄悄：数据不足");
      await bot.kill();
      await bot.start();
      await bot.whenIdle();
      t.expect(count(await bot.person.slack("marketer"), "小鹿: not")).toBe(1);
      t.expect(count(await bot.person.lark("partner"), "阿布：数据不足")).toBe(1);
      t.expect(count(await bot.person.lark("partner", DIRECT), "悄悄：数据不足")).toBe(1);
      t.expect(callsOf(bot, "chat.postMessage")).toBe(1);
      t.expect(callsOf(bot, "im.message.create") - createdBefore).toBe(2);
      t.expect(await unsent(bot)).toBe(0);

      // the card that was found is the one that changes
      await order(bot, "slack", "slow");
      await press(bot, card);
      const changed = await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "On the shortlist");
      t.expect(changed.ts).toBe(card.ts);
      await bot.kill();
      await bot.start();
      await bot.whenIdle();
      t.expect(count(await bot.person.slack("marketer"), "小鹿: not")).toBe(1);
      t.expect(count(await bot.person.slack("marketer"), "On the shortlist")).toBe(1);
      t.expect(callsOf(bot, "chat.postMessage")).toBe(1);
      t.expect(await unsent(bot)).toBe(0);
    },
  );

  test(
    "two hours later, when Lark has forgotten the number a private card was sent under: one card",
    LONG,
    async (t) => {
      const bot = await startWarm(program(), t.onTestFinished);
      await order(bot, "lark", "slow");
      await vetInLark(bot, "悄悄", DIRECT);
      await bot.person.sees("lark", "partner", DIRECT, "悄悄：数据不足");
      await bot.kill();
      await bot.passTime(2 * 3_600_000);
      await bot.start();
      await bot.whenIdle();
      t.expect(count(await bot.person.lark("partner", DIRECT), "悄悄：数据不足")).toBe(1);
      t.expect(await unsent(bot)).toBe(0);
    },
  );

  test("a refused look-up and a database that goes away lose nothing and repeat nothing", LONG, async (t) => {
    const bot = await startWarm(program(), t.onTestFinished);
    await order(bot, "slack", "lost_answer");
    await order(bot, "slack", "rate_limit");
    await vetInSlack(bot, "答复丢了");
    await untilSent(bot, 1);
    t.expect(bot.sandbox.world.pendingFaults()).toEqual([]);

    const chats = await bot.hold("lock table seedbed.chats in access exclusive mode");
    await vetInSlack(bot, "还没发出");
    await bot.cut(await bot.stuckAt('from "seedbed"."chats"'));
    await chats.release();
    await cardInSlack(bot, "还没发出", 20_000);
    await untilSent(bot, 2);

    await order(bot, "slack", "slow");
    await vetInSlack(bot, "已经发出");
    await cardInSlack(bot, "已经发出");
    const outbox = await bot.hold("lock table seedbed.outbox in share mode");
    await bot.cut(await bot.stuckAt('update "seedbed"."outbox"'));
    await outbox.release();
    await untilSent(bot, 3);
    const seen = await bot.person.slack("marketer");
    for (const name of ["答复丢了", "还没发出", "已经发出"]) t.expect(count(seen, `${name}: not`)).toBe(1);
  });
}
