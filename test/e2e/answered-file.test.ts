/** In Lark an answer to somebody's list vets it: what Slack has in the menu of a message. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { LARK_CHAT, type LocalBot, startLocalBot } from "../support/local-bot.ts";

const LIST = "博主昵称,粉丝数,阅读中位数\n阿布的厨房,3万,9000\n小鹿护肤,8.2万,41000\n";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local.stop());

test("an answer with /导入 to a file that a stranger shared vets it", { timeout: 60_000 }, async () => {
  const { person } = local;
  const content = Buffer.from(LIST).toString("base64");
  // legal may not import, so the bot leaves the file alone
  const shared = await person.post("lark/upload", {
    user: "legal",
    chat: LARK_CHAT,
    name: "名单.csv",
    content,
  });
  await local.bot.whenIdle();
  expect(JSON.stringify(await person.lark("partner"))).not.toContain("名单.csv：");
  await person.post("lark/say", {
    user: "partner",
    chat: LARK_CHAT,
    text: "@seedbed /导入",
    reply_to: shared["message_id"],
  });
  await person.sees("lark", "partner", LARK_CHAT, "2 位博主已排名");
});

test("an answer to something that is no file says how to send a list", { timeout: 60_000 }, async () => {
  const { person } = local;
  const said = await person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: "名单在哪里？" });
  await person.post("lark/say", {
    user: "partner",
    chat: LARK_CHAT,
    text: "@seedbed /导入",
    reply_to: said["message_id"],
  });
  await person.sees("lark", "partner", "@seedbed", "把博主名单");
});
