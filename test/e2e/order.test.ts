/** What one person does in a row is carried out in a row. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local.stop());

test("a draft typed at once after the vetting it needs finds its creator", async () => {
  const { person } = local;
  const say = (text: string) => person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text });
  // acknowledged is not yet done: the second comes while the first is at work
  await say("/vet 小鹿护肤 followers=82k");
  await say('/draft 小鹿护肤 text="用了两周，很清爽。"');
  await person.sees("lark", "partner", LARK_CHAT, "用了两周，很清爽。");
  const slack = JSON.stringify(await person.slack("marketer"));
  expect(slack).not.toContain("I don't know a creator");
});
