/** One creator in both chats: a name that two have, the card with everything, a handover, and being forgotten. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionOf, LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

const DIRECT = "@seedbed";
const LINKS = [
  "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400",
  "https://www.xiaohongshu.com/user/profile/6aa0e6410000000001008499",
];
const TIMEOUT = { timeout: 60_000 };

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
  for (const [index, link] of LINKS.entries()) {
    await inSlack(`/vet 阿禾 ${link} followers=${index + 1}0k`);
    await local.person.sees("slack", "marketer", SLACK_CHANNEL, "阿禾: not enough data yet");
  }
  await local.bot.whenIdle();
});
afterAll(() => local.stop());

const inSlack = (text: string, user = "marketer") =>
  local.person.post("slack/say", { user, channel: SLACK_CHANNEL, text });
const inLark = (text: string) =>
  local.person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: `@seedbed ${text}` });

async function count(sql: string): Promise<number> {
  const { rows } = await local.bot.ctx.store.pool.query<{ n: string }>(`select count(*) as n from ${sql}`);
  return Number(rows[0]?.n);
}

/** Tables of any schema, the queue's included, with a row that holds a text. */
async function holding(text: string): Promise<string[]> {
  const { pool } = local.bot.ctx.store;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    if ((await count(`${name} x where strpos(x::text, '${text}') > 0`)) > 0) found.push(name);
  return found;
}

/** Two presses at once, as an impatient person makes them. */
async function twice(press: () => Promise<unknown>): Promise<void> {
  await Promise.all([press(), press()]);
  await local.bot.whenIdle();
}

test("in Slack a click on one of two namesakes goes on with the numbers, once", TIMEOUT, async () => {
  const { person } = local;
  await inSlack("/vet 阿禾 reads=41000 likes=1900");
  const card = await person.sees("slack", "marketer", SLACK_CHANNEL, "Which “阿禾” do you mean?");
  const before = await count("seedbed.vettings");
  await twice(() =>
    person.post("slack/click", {
      user: "marketer",
      channel: SLACK_CHANNEL,
      ts: card.ts,
      action_id: actionOf(card, "阿禾 · 20,000 followers"),
    }),
  );
  await person.sees("slack", "manager", SLACK_CHANNEL, "Likes per note: unknown → 1,900");
  expect((await count("seedbed.vettings")) - before).toBe(1);
  expect(await count("seedbed.creators")).toBe(2);
});

test("in Lark too, in Chinese", TIMEOUT, async () => {
  const { person } = local;
  await inLark("/看号 阿禾 收藏=1100");
  const card = await person.sees("lark", "partner", LARK_CHAT, "“阿禾”指的是哪一位？");
  const before = await count("seedbed.vettings");
  await twice(() =>
    person.post("lark/click", { user: "partner", message_id: card.message_id, name: "阿禾 · 粉丝 1万" }),
  );
  await person.sees("lark", "partner", LARK_CHAT, "单篇收藏：未知 → 1,100");
  expect((await count("seedbed.vettings")) - before).toBe(1);
});

test("a handover from Slack's form is told privately in Lark", TIMEOUT, async () => {
  const { person } = local;
  await inSlack(`/creator ${LINKS[0]}`);
  const card = await person.sees("slack", "marketer", SLACK_CHANNEL, "Hand over");
  await person.post("slack/click", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    ts: card.ts,
    action_id: actionOf(card, "Hand over"),
  });
  const { view } = await person.get<{ view: { id: string } }>("slack/view?user=marketer");
  const lin = /"text":"林晓雯"[^}]*\},"value":"([^"]+)"/u.exec(JSON.stringify(view))?.[1];
  await person.post("slack/submit", { user: "marketer", view_id: view.id, values: { to: lin } });
  await person.sees("lark", "partner", DIRECT, "阿禾 现由您跟进");
  const changed = await person.sees("slack", "manager", SLACK_CHANNEL, "林晓雯");
  expect(changed.ts).toBeDefined();
});

test("who is forgotten disappears from the cards of both chats", TIMEOUT, async () => {
  const { person } = local;
  await inLark(`/看号 小鹿会被忘记 粉丝=8.2万`);
  await person.sees("lark", "partner", LARK_CHAT, "小鹿会被忘记：数据不足");
  const list = "博主昵称,粉丝数,阅读中位数\n小鹿会被忘记,8.2万,41000\n阿布的厨房,3万,9000\n";
  const content = Buffer.from(list).toString("base64");
  const file = { user: "partner", chat: LARK_CHAT, name: "小鹿会被忘记等.csv", content };
  await person.post("lark/upload", file);
  await person.sees("lark", "partner", LARK_CHAT, "2 位博主已排名");
  await inSlack("/creator 小鹿会被忘记");
  await person.sees("slack", "manager", SLACK_CHANNEL, "小鹿会被忘记");
  await inSlack("/creator forget 小鹿会被忘记");
  await person.sees("slack", "marketer", SLACK_CHANNEL, "is only for: admin / manager");
  await inSlack("/creator forget 小鹿会被忘记", "manager");
  const { view } = await person.get<{ view: { id: string } }>("slack/view?user=manager");
  expect(JSON.stringify(view)).toContain("小**");
  await person.post("slack/submit", { user: "manager", view_id: view.id, values: { confirm: "yes" } });
  await person.sees("slack", "manager", SLACK_CHANNEL, "Erased: now called #");
  await local.bot.whenIdle();
  // what the bot said; people's own words are theirs to delete
  const seen = [...(await person.slack("manager")), ...(await person.lark("partner"))];
  const cards = seen.filter(({ blocks, card }) => blocks !== undefined || card !== undefined);
  expect(JSON.stringify(cards)).not.toContain("小鹿会被忘记");
  expect(await holding("小鹿会被忘记")).toEqual([]);
});
