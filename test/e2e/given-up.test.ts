/** The file of a ranking fails as often as it is tried: the card in the chat says so, and brings it after a click. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionOf, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

const LIST = "昵称,小红书号,粉丝数,阅读中位数,互动中位数\n甲,jia1,82000,41000,3000";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local.stop());

// the queue waits longer after each of five runs
test("a file that fails for good is said to, and made by a click", { timeout: 120_000 }, async () => {
  const { bot, person } = local;
  const { documents } = bot.ctx;
  bot.ctx.documents = { ...documents, workbook: () => Promise.reject(new Error("no room left")) };
  await person.post("slack/upload", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    name: "list.csv",
    content: Buffer.from(LIST).toString("base64"),
  });
  const sees = (text: string, ms?: number) => person.sees("slack", "marketer", SLACK_CHANNEL, text, ms);
  const told = await sees("The file could not be made", 90_000);
  expect(JSON.stringify(told)).toContain("1 creator");
  bot.ctx.documents = documents;
  await person.post("slack/click", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    ts: told.ts,
    action_id: actionOf(told, "Send the file again"),
  });
  expect((await sees("list-ranked.xlsx", 30_000)).files?.[0]?.name).toBe("list-ranked.xlsx");
  await bot.whenIdle();
  const now = (await person.slack("marketer")).find(({ ts }) => ts === told.ts);
  expect(JSON.stringify(now)).not.toMatch(/could not be made|comes here once/u);
  expect(await bot.ctx.deadLetters()).toEqual([]);
});
