/** Killed or cut off while a message is on its way: it is looked up, not repeated, and never given up. */
import { afterAll, beforeAll, describe, test } from "vitest";
import { type BuiltProgram, buildProgram } from "../support/child.ts";
import { createKillableBot, type KillableBot } from "../support/killable-bot.ts";
import { actionOf, LARK_CHAT, type SeenMessage, SLACK_CHANNEL, until } from "../support/local-bot.ts";

const LONG = { timeout: 90_000 };
const CARD = "小鹿护肤: not enough data yet";
const CARD_ZH = "小鹿护肤：数据不足";

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram(new URL("../support/bot.child.ts", import.meta.url));
});
afterAll(() => program.remove());

/** Says something on both platforms, so that people are known, tokens fetched, and the next call is the one meant. */
async function startWarm(atEnd: (stop: () => Promise<void>) => void): Promise<KillableBot> {
  const bot = await createKillableBot(program, atEnd);
  await bot.start();
  await bot.person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text: "/me" });
  await bot.person.post("lark/say", { user: "partner", chat: "@seedbed", text: "/me" });
  await bot.whenIdle();
  return bot;
}

const vetInSlack = (bot: KillableBot) =>
  bot.person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text: "/vet 小鹿护肤" });
const vetInLark = (bot: KillableBot, chat: string) =>
  bot.person.post("lark/say", { user: "partner", chat, text: "@seedbed /vet 小鹿护肤" });

const order = (bot: KillableBot, platform: "slack" | "lark", ...kinds: string[]) =>
  Promise.all(kinds.map((kind) => bot.person.post("faults", { platform, kind, times: 1 })));

function callsOf(bot: KillableBot, method: string): number {
  return bot.sandbox.world.calls.filter((call) => call.method === method).length;
}

function count(messages: readonly SeenMessage[], text: string): number {
  return messages.filter((message) => JSON.stringify(message).includes(text)).length;
}

/** How the vet card and its updates stand, oldest first. */
const states = async (bot: KillableBot) => {
  const sql = "select state from seedbed.outbox where template = 'vet-card' order by seq";
  return (await bot.query<{ state: string }>(sql)).map(({ state }) => state);
};

const untilSent = (bot: KillableBot) =>
  until(async () => ((await states(bot)).join() === "sent" ? true : undefined), "it to be sent", 15_000);

describe.concurrent("a message that the platform took and the bot did not record", () => {
  test("in Slack: looked up, and the card found is the one that changes later", LONG, async (t) => {
    const bot = await startWarm(t.onTestFinished);
    await order(bot, "slack", "slow");
    await vetInSlack(bot);
    const card = await bot.person.sees("slack", "marketer", SLACK_CHANNEL, CARD);
    await bot.kill();
    await bot.start();
    await bot.whenIdle();
    t.expect(count(await bot.person.slack("marketer"), CARD)).toBe(1);
    t.expect(callsOf(bot, "chat.postMessage")).toBe(1);
    await bot.person.post("slack/click", {
      user: "marketer",
      channel: SLACK_CHANNEL,
      ts: card.ts,
      action_id: actionOf(card, "Add to shortlist"),
    });
    const changed = await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "On the shortlist");
    t.expect(changed.ts).toBe(card.ts);
  });

  test("in a Lark group: looked up", LONG, async (t) => {
    const bot = await startWarm(t.onTestFinished);
    const before = callsOf(bot, "im.message.create");
    await order(bot, "lark", "slow");
    await vetInLark(bot, LARK_CHAT);
    await bot.person.sees("lark", "partner", LARK_CHAT, CARD_ZH);
    await bot.kill();
    await bot.start();
    await bot.whenIdle();
    t.expect(count(await bot.person.lark("partner"), CARD_ZH)).toBe(1);
    t.expect(callsOf(bot, "im.message.create") - before).toBe(1);
    t.expect(await states(bot)).toEqual(["sent"]);
  });

  test.for([
    ["at once", 0],
    ["two hours later, when Lark has forgotten the number it was sent under", 2 * 3_600_000],
  ] as const)("in a private chat in Lark, started again %s: one message", LONG, async ([, laterMs], t) => {
    const bot = await startWarm(t.onTestFinished);
    await order(bot, "lark", "slow");
    await vetInLark(bot, "@seedbed");
    await bot.person.sees("lark", "partner", "@seedbed", CARD_ZH);
    await bot.kill();
    const { world } = bot.sandbox;
    world.moveTo(world.now() + laterMs);
    await bot.query("update seedbed.settings set value = $1::jsonb where name = 'clock-offset-ms'", [
      laterMs,
    ]);
    await bot.start();
    await bot.whenIdle();
    t.expect(count(await bot.person.lark("partner", "@seedbed"), CARD_ZH)).toBe(1);
    t.expect(await states(bot)).toEqual(["sent"]);
  });

  test("an update: the card shows it once and nothing else is posted", LONG, async (t) => {
    const bot = await startWarm(t.onTestFinished);
    await vetInSlack(bot);
    const card = await bot.person.sees("slack", "marketer", SLACK_CHANNEL, CARD);
    await bot.whenIdle();
    await order(bot, "slack", "slow");
    const click = {
      user: "marketer",
      channel: SLACK_CHANNEL,
      ts: card.ts,
      action_id: actionOf(card, "Add to shortlist"),
    };
    await bot.person.post("slack/click", click);
    await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "On the shortlist");
    await bot.kill();
    await bot.start();
    await bot.whenIdle();
    t.expect(count(await bot.person.slack("marketer"), CARD)).toBe(1);
    t.expect(count(await bot.person.slack("marketer"), "On the shortlist")).toBe(1);
    t.expect(await states(bot)).toEqual(["sent", "sent"]);
  });

  test("still looked up when the first look-up is refused", LONG, async (t) => {
    const bot = await startWarm(t.onTestFinished);
    await order(bot, "slack", "lost_answer", "rate_limit");
    await vetInSlack(bot);
    await untilSent(bot);
    t.expect(bot.sandbox.world.pendingFaults()).toEqual([]);
    t.expect(count(await bot.person.slack("marketer"), CARD)).toBe(1);
  });
});

describe.concurrent("cut off from the database", () => {
  test("before the message left: it leaves all the same", LONG, async (t) => {
    const bot = await startWarm(t.onTestFinished);
    const hold = await bot.hold("lock table seedbed.chats in access exclusive mode");
    await vetInSlack(bot);
    await bot.cut(await bot.stuckAt('from "seedbed"."chats"'));
    await hold.release();
    await bot.person.sees("slack", "marketer", SLACK_CHANNEL, CARD, 15_000);
    await bot.whenIdle();
    t.expect(count(await bot.person.slack("marketer"), CARD)).toBe(1);
    t.expect(await states(bot)).toEqual(["sent"]);
  });

  test("after the message left: it is found and counts as sent", LONG, async (t) => {
    const bot = await startWarm(t.onTestFinished);
    await order(bot, "slack", "slow");
    await vetInSlack(bot);
    await bot.person.sees("slack", "marketer", SLACK_CHANNEL, CARD);
    const hold = await bot.hold("lock table seedbed.outbox in share mode");
    await bot.cut(await bot.stuckAt('update "seedbed"."outbox"', 10_000));
    await hold.release();
    await untilSent(bot);
    t.expect(count(await bot.person.slack("marketer"), CARD)).toBe(1);
  });
});
