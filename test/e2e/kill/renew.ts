/** Away past a card's last day, and killed while cards are renewed: one fresh copy, whatever happens. */
import { test } from "vitest";
import type { BuiltProgram } from "../../support/child.ts";
import { createKillableBot, type KillableBot } from "../../support/killable-bot.ts";
import { actionOf, LARK_CHAT, type SeenMessage, SLACK_CHANNEL, until } from "../../support/local-bot.ts";

const LONG = { timeout: 240_000 };
const DAY_MS = 86_400_000;

const inSlack = (bot: KillableBot, text: string) =>
  bot.person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text });

/** A draft in review, with its card in both chats. */
async function startWithDraft(
  program: BuiltProgram,
  atEnd: (stop: () => Promise<void>) => void,
): Promise<KillableBot> {
  const bot = await createKillableBot(program, atEnd);
  await bot.start();
  await inSlack(bot, "/vet 小鹿护肤 followers=82k");
  await inSlack(bot, '/draft 小鹿护肤 text="这支面霜我用了三周。"');
  await bot.whenIdle();
  return bot;
}

async function larkCards(bot: KillableBot, user = "partner"): Promise<SeenMessage[]> {
  const messages = await bot.person.lark(user, LARK_CHAT);
  return messages.filter(({ card }) => JSON.stringify(card ?? "").includes("小鹿护肤"));
}

const fresh = (bot: KillableBot) => bot.count("seedbed.outbox where key like 'reissue:%'");
const sentFresh = (bot: KillableBot) =>
  until(
    async () =>
      (await bot.count("seedbed.outbox where key like 'reissue:%' and state = 'sent'")) === 1
        ? true
        : undefined,
    "the fresh card to be sent",
    60_000,
  );

const broken = (bot: KillableBot) => bot.sandbox.world.calls.flatMap(({ violations }) => violations);
const press = (bot: KillableBot, card: SeenMessage | undefined) =>
  bot.person.post("lark/click", { user: "partner", message_id: card?.message_id, name: "通过" });

export function killedInRenewal(program: () => BuiltProgram): void {
  test(
    "away past day 14: the dead card is left alone, a fresh one decides, and only the fresh one",
    LONG,
    async (t) => {
      const bot = await startWithDraft(program(), t.onTestFinished);
      await bot.kill();
      await bot.passTime(15 * DAY_MS);
      await bot.start();
      await sentFresh(bot);
      await bot.whenIdle();
      const [dead, current, ...more] = await larkCards(bot);
      t.expect(more).toEqual([]);
      t.expect(await press(bot, dead)).toMatchObject({ ok: false });
      t.expect(await press(bot, current)).toMatchObject({ ok: true });
      await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "Approved", 20_000);
      await bot.whenIdle();
      t.expect(await bot.count("seedbed.draft_decisions")).toBe(1);
      t.expect(await bot.count("seedbed.outbox where state = 'failed'")).toBe(0);
      t.expect(broken(bot)).toEqual([]);
    },
  );

  test("a change that finds its card dead is shown on a fresh one, once", LONG, async (t) => {
    const bot = await startWithDraft(program(), t.onTestFinished);
    await bot.kill();
    await bot.passTime(15 * DAY_MS);
    // as if the change came before the renewal could run
    await bot.query("delete from seedbed.dues where job = 'renew-card'");
    await bot.start();
    const card = await bot.person.sees("slack", "manager", SLACK_CHANNEL, "version 1");
    const action_id = actionOf(card, "Approve");
    await bot.person.post("slack/click", { user: "manager", channel: SLACK_CHANNEL, ts: card.ts, action_id });
    await sentFresh(bot);
    await bot.whenIdle();
    const cards = await larkCards(bot);
    t.expect(cards.map((one) => JSON.stringify(one).includes("已通过"))).toEqual([false, true]);
    t.expect(await bot.count("seedbed.outbox where state = 'failed'")).toBe(0);
    // Lark was asked once to change the dead card, and not again
    t.expect(broken(bot)).toHaveLength(1);
  });

  test(
    "killed in the middle of a renewal and while its card is on its way: one fresh card",
    LONG,
    async (t) => {
      const bot = await startWithDraft(program(), t.onTestFinished);
      await bot.kill();
      await bot.passTime(13.5 * DAY_MS);
      const hold = await bot.hold("lock table seedbed.outbox in share mode");
      await bot.start();
      await bot.stuckAt('insert into "seedbed"."outbox"');
      await bot.kill();
      await hold.release();
      t.expect(await fresh(bot)).toBe(0);
      await bot.start();
      await until(async () => ((await fresh(bot)) === 1 ? true : undefined), "the renewal", 90_000);
      await bot.kill();
      await bot.start();
      await sentFresh(bot);
      await bot.whenIdle();
      const [old, current, ...more] = await larkCards(bot);
      t.expect(more).toEqual([]);
      t.expect(JSON.stringify(old)).toContain("这张卡片已换新");
      t.expect(JSON.stringify(current)).toContain('"tag":"button"');
      t.expect(broken(bot)).toEqual([]);
    },
  );
}
