/** Killed while somebody says which creator is meant, and while one is forgotten: once, and complete. */
import { test } from "vitest";
import type { BuiltProgram } from "../../support/child.ts";
import { createKillableBot, type KillableBot } from "../../support/killable-bot.ts";
import { actionOf, LARK_CHAT, SLACK_CHANNEL } from "../../support/local-bot.ts";

const LONG = { timeout: 240_000 };
const NAME = "会被忘记的小鹿";
const LINKS = [
  "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400",
  "https://www.xiaohongshu.com/user/profile/6aa0e6410000000001008499",
];

const inSlack = (bot: KillableBot, text: string, user = "marketer") =>
  bot.person.post("slack/say", { user, channel: SLACK_CHANNEL, text });

/** Kills the bot in the middle of a transaction: at its next write to this table. */
async function killAtWrite(bot: KillableBot, table: string, act: () => Promise<unknown>): Promise<void> {
  const hold = await bot.hold(`lock table seedbed.${table} in share mode`);
  const acted = act();
  await bot.stuckAt(`"seedbed"."${table}"`);
  await bot.kill();
  await hold.release();
  await acted;
}

/** In how many rows of the bot's own tables a text stands. */
async function traces(bot: KillableBot, text: string): Promise<number> {
  const tables = await bot.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema = 'seedbed'`,
  );
  let found = 0;
  for (const { name } of tables) found += await bot.count(`${name} x where strpos(x::text, '${text}') > 0`);
  return found;
}

export function killedWithCreators(program: () => BuiltProgram): void {
  test("asking which of two namesakes is meant: one question, one vetting", LONG, async (t) => {
    const bot = await createKillableBot(program(), t.onTestFinished);
    await bot.start();
    for (const [index, link] of LINKS.entries())
      await inSlack(bot, `/vet 阿禾 ${link} followers=${index + 1}0k`);
    await bot.whenIdle();
    t.expect(await bot.count("seedbed.vettings")).toBe(2);

    await killAtWrite(bot, "outbox", () => inSlack(bot, "/vet 阿禾 reads=41000 likes=1900"));
    t.expect(await bot.count("seedbed.outbox where template = 'creator-choice'")).toBe(0);
    await bot.start();
    await bot.whenIdle();
    t.expect(await bot.count("seedbed.outbox where template = 'creator-choice'")).toBe(1);
    t.expect(await bot.count("seedbed.audit where verb = 'ask-which-creator'")).toBe(1);

    const card = await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "Which “阿禾” do you mean?");
    const click = () =>
      bot.person.post("slack/click", {
        user: "marketer",
        channel: SLACK_CHANNEL,
        ts: card.ts,
        action_id: actionOf(card, "阿禾 · 20,000 followers"),
      });
    await killAtWrite(bot, "outbox", click);
    t.expect(await bot.count("seedbed.vettings")).toBe(2);
    await bot.start();
    await bot.whenIdle();
    // what was typed before the question is in the vetting, and the one who was chosen has it
    t.expect(await bot.count("seedbed.vettings")).toBe(3);
    t.expect(
      await bot.query(
        `select facts #>> '{followers,value}' as followers, facts #>> '{reads,value}' as reads
         from seedbed.vettings order by vetted_at desc, id desc limit 1`,
      ),
    ).toEqual([{ followers: "20000", reads: "41000" }]);
    t.expect(await bot.count("seedbed.creators")).toBe(2);
    t.expect(await bot.count("seedbed.inbox where done_at is null")).toBe(0);
  });

  test(
    "forgetting a creator, after half of the texts were changed: nothing, then all of it",
    LONG,
    async (t) => {
      const bot = await createKillableBot(program(), t.onTestFinished);
      await bot.start();
      await inSlack(bot, `/vet ${NAME} followers=82k`);
      await bot.person.post("lark/say", {
        user: "partner",
        chat: LARK_CHAT,
        text: `@seedbed /看号 ${NAME} 点赞=1900`,
      });
      await bot.person.sees("lark", "partner", LARK_CHAT, `${NAME}：数据不足`);
      await bot.whenIdle();
      await inSlack(bot, `/creator forget ${NAME}`, "manager");
      const { view } = await bot.person.get<{ view: { id: string } }>("slack/view?user=manager");
      const before = await traces(bot, NAME);
      t.expect(before).toBeGreaterThan(3);

      // the texts of messages and records are changed by then, the creator's own row is next
      await killAtWrite(bot, "creators", () =>
        bot.person.post("slack/submit", { user: "manager", view_id: view.id, values: { confirm: "yes" } }),
      );
      t.expect(await traces(bot, NAME)).toBe(before);
      t.expect(await bot.count("seedbed.audit where verb = 'creator.forget'")).toBe(0);
      await bot.start();
      await bot.person.sees("slack", "manager", SLACK_CHANNEL, "Erased: now called #", 30_000);
      await bot.whenIdle();
      t.expect(await traces(bot, NAME)).toBe(0);
      t.expect(await bot.count("seedbed.audit where verb = 'creator.forget'")).toBe(1);
      t.expect(await bot.count("seedbed.outbox where template = 'creator-forgotten'")).toBe(1);
      t.expect(await bot.count("seedbed.inbox where done_at is null")).toBe(0);
      const seen = [...(await bot.person.slack("manager")), ...(await bot.person.lark("partner"))];
      const cards = seen.filter(({ blocks, card }) => blocks !== undefined || card !== undefined);
      t.expect(JSON.stringify(cards)).not.toContain(NAME);
      t.expect(cards.filter((card) => JSON.stringify(card).includes("Erased: now called"))).toHaveLength(1);
    },
  );
}
