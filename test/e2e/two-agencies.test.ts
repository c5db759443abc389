/** The demo's two agencies, each in its own group on Lark with the brand: neither reads the other's prices. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { LARK_CHAT, type LocalBot, startLocalBot } from "../support/local-bot.ts";

const OTHER_GROUP = "星河互动对接群";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local.stop());

const say = (user: string, chat: string, text: string) =>
  local.person.post("lark/say", { user, chat, text: `@seedbed ${text}` });

test("what one agency quotes in its group stands there for the brand, and nowhere for the other", async () => {
  const { person } = local;
  await say("partner", LARK_CHAT, "看号 小鹿护肤 粉丝=8.2万");
  await person.sees("lark", "partner", LARK_CHAT, "小鹿护肤：");
  await say("mcn", OTHER_GROUP, "询价 小鹿护肤 进度=询价 报价=3456");
  // all in the group may read it, so it stands there for the brand's person too
  await person.sees("lark", "mcn", OTHER_GROUP, ":3456,");
  await person.sees("lark", "manager", OTHER_GROUP, ":3456,");
  await say("partner", LARK_CHAT, "询价 小鹿护肤 进度=询价 报价=2999");
  await person.sees("lark", "partner", LARK_CHAT, ":2999,");
  await say("partner", LARK_CHAT, "询价");
  await say("mcn", OTHER_GROUP, "询价");
  await local.bot.whenIdle();
  expect(JSON.stringify(await person.lark("partner", LARK_CHAT))).not.toContain("3456");
  expect(JSON.stringify(await person.lark("mcn", OTHER_GROUP))).not.toContain("2999");
  expect((await say("partner", OTHER_GROUP, "询价")).ok).not.toBe(true);
  expect((await say("mcn", LARK_CHAT, "询价")).ok).not.toBe(true);
});
