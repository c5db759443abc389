/** A list submitted in Lark and decided in Slack, and a hold that ends by the clock. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantAt } from "../../src/domain/working-time.ts";
import {
  actionOf,
  LARK_CHAT,
  type LocalBot,
  type SeenMessage,
  SLACK_CHANNEL,
  startLocalBot,
  until,
} from "../support/local-bot.ts";

const LONG = { timeout: 120_000 };
const DIRECT = "@seedbed";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
  // an account is known from the first time its owner speaks
  await local.person.post("slack/say", { user: "manager", channel: DIRECT, text: "/settings" });
  await local.person.sees("slack", "manager", DIRECT, "Jonas Weber");
});
afterAll(() => local.stop());

const inLark = (text: string) =>
  local.person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: `@seedbed ${text}` });
const inSlack = (text: string, user = "marketer") =>
  local.person.post("slack/say", { user, channel: SLACK_CHANNEL, text });

async function shortlisted(name: string, price: number): Promise<void> {
  const { person } = local;
  await inLark(`看号 ${name} 粉丝=8.2万`);
  const { message_id } = await person.sees("lark", "partner", LARK_CHAT, `${name}：`);
  await person.post("lark/click", { user: "partner", message_id, name: "加入入选名单" });
  await inLark(`询价 ${name} 进度=询价 报价=${price}`);
  await local.bot.whenIdle();
}

const listInSlack = (text: string) => local.person.sees("slack", "manager", SLACK_CHANNEL, text);
const listInLark = (text: string) => local.person.sees("lark", "partner", LARK_CHAT, text);

test("a list goes from Lark to Slack, row by row, and both cards change", LONG, async () => {
  const { person } = local;
  await inSlack("/campaign terms budget=200000 ceiling=2500");
  await shortlisted("小鹿护肤", 3000);
  await shortlisted("阿禾", 2000);
  await shortlisted("Momo酱", 4500);
  await inLark("提报");
  const brand = await listInSlack("list 1: 3 of 3 to decide");
  const own = await listInLark("第 1 批提报：待过号 3 位");
  expect(JSON.stringify(brand)).toContain("200,000");
  expect(JSON.stringify(brand)).toContain("Above the ceiling: row 1");
  for (const secret of ["200,000", "2,500"]) expect(JSON.stringify(own)).not.toContain(secret);

  await inSlackForm(brand, { rows: "1", decision: "pass", price: "2800" });
  const decided = await listInSlack("1 passed, 0 in reserve, 0 declined, 2 open");
  expect([decided.ts, JSON.stringify(decided).includes("2,800")]).toEqual([brand.ts, true]);
  const changed = await listInLark("过 1，备选 0，不过 0，待定 2");
  expect([changed.message_id, JSON.stringify(changed).includes("2,800")]).toEqual([own.message_id, true]);

  // the first card is still open before somebody: a second decision on the same row is told, not taken
  await inSlack("/shortlist decide 1 decision=no", "marketer");
  await person.sees("slack", "marketer", SLACK_CHANNEL, "Jonas Weber has just decided");

  await person.post("slack/click", {
    user: "manager",
    channel: SLACK_CHANNEL,
    ts: decided.ts,
    action_id: actionOf(decided, "Pass the other 2"),
  });
  const all = await listInSlack("list 1: 3 passed");
  expect(JSON.stringify(all)).toContain("9,300");
  await listInLark("第 1 批提报：过 3 位");
  await person.sees("lark", "partner", DIRECT, "第 1 批提报：过 3 位");

  const close = {
    user: "manager",
    channel: SLACK_CHANNEL,
    ts: all.ts,
    action_id: actionOf(all, "Close the list"),
  };
  await person.post("slack/click", close);
  await listInLark("结果不再变动");
  await inSlack("/shortlist decide 1 decision=no", "marketer");
  await person.sees("slack", "marketer", SLACK_CHANNEL, "List 1 is closed");
});

test("a hold reminds its holder and is released when its day ends", LONG, async () => {
  const { person, bot } = local;
  const today = bot.ctx.clock.now().toZonedDateTimeISO("Asia/Shanghai").toPlainDate();
  const day = today.add({ days: 10 });
  const clockTo = async (time: string) => {
    const to = instantAt(day.toString(), time, "Asia/Shanghai").toString();
    expect(await person.post("clock", { to })).toMatchObject({ ok: true });
    await bot.whenIdle();
  };
  await inLark(`锁档 小鹿护肤 进度=锁档 报价=3000 锁档到=${day.toString()}`);
  await bot.whenIdle();
  await clockTo("12:00");
  await person.sees("lark", "partner", DIRECT, "锁档快到期：小鹿护肤");
  await clockTo("18:00");
  await person.sees("lark", "partner", DIRECT, "锁档已到期，档期已释放：小鹿护肤");
  await inLark("询价");
  await person.sees("lark", "partner", DIRECT, "已释放");
});

/** Opens the card's form, fills it in and sends it. */
async function inSlackForm(card: SeenMessage, values: Record<string, string>): Promise<void> {
  const { person } = local;
  await person.post("slack/click", {
    user: "manager",
    channel: SLACK_CHANNEL,
    ts: card.ts,
    action_id: actionOf(card, "Decide on creators"),
  });
  const view = await until(
    async () =>
      (await person.get<{ view: { id: string } | null }>("slack/view?user=manager")).view ?? undefined,
    "the form",
  );
  const sent = await person.post("slack/submit", { user: "manager", view_id: view.id, values });
  expect(sent).toMatchObject({ ok: true });
}
