/** The README's first minutes, typed into the sandbox line by line as they stand there. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const tryIt = readme.slice(readme.indexOf("## Try it"), readme.indexOf("## Commands"));

/** The line in backticks that begins like this. */
function lineFor(start: string): string {
  const found = [...tryIt.matchAll(/`([^`\n]+)`/gu)]
    .map(([, line]) => line ?? "")
    .find((line) => line.startsWith(start));
  if (found === undefined) throw new Error(`The README has no line that begins with ${start}`);
  return found;
}

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local.stop());

const say = (platform: "slack" | "lark", user: string, text: string) =>
  local.person.post(`${platform}/say`, {
    user,
    ...(platform === "slack" ? { channel: SLACK_CHANNEL } : { chat: LARK_CHAT }),
    text,
  });

test("a creator is vetted, and the card can put them on the shortlist", async () => {
  await say("slack", "marketer", lineFor("/vet 小鹿护肤 followers=82k"));
  const card = JSON.stringify(
    await local.person.sees("slack", "marketer", SLACK_CHANNEL, "小鹿护肤: 89 of 100"),
  );
  for (const part of ["Evidence", "Add to shortlist"]) expect(card).toContain(part);
});

test("a command alone opens a form, and a wrong number is explained", async () => {
  expect((await say("slack", "marketer", "/vet")).ok).toBe(true);
  const { view } = await local.person.get<{ view: unknown }>("slack/view?user=marketer");
  expect(JSON.stringify(view)).toContain("Followers");
  await say("slack", "marketer", lineFor("/vet 小鹿护肤 followers=1千+"));
  await local.person.sees("slack", "marketer", SLACK_CHANNEL, "is a range, not a number");
});

test("a draft from Slack is reviewed in Lark, in Chinese, with advice", async () => {
  await say("slack", "marketer", lineFor("/draft "));
  const card = await local.person.sees("lark", "partner", LARK_CHAT, "审稿：小鹿护肤");
  expect(JSON.stringify(card)).toContain("全网第一");
  const clicked = await local.person.post("lark/click", {
    user: "partner",
    message_id: card.message_id,
    name: "通过",
  });
  expect(clicked.ok).toBe(true);
  await local.person.sees("slack", "marketer", SLACK_CHANNEL, "Approved: 小鹿护肤");
});

test("the same works from Lark", async () => {
  await say("lark", "partner", lineFor("@seedbed /看号"));
  await local.person.sees("lark", "partner", LARK_CHAT, "阿禾：");
});

test("a slot, a plan and a brief are made, and within a week the manager is asked to pay", async () => {
  await say("slack", "manager", "/help");
  await local.person.sees("slack", "manager", SLACK_CHANNEL, "What I can do");
  await say("slack", "marketer", lineFor("/wave 小鹿护肤"));
  const { view } = await local.person.get<{ view: unknown }>("slack/view?user=marketer");
  expect(JSON.stringify(view)).toContain("Posting date");
  await say("slack", "marketer", lineFor("/pay 小鹿护肤"));
  await local.person.sees("slack", "marketer", SLACK_CHANNEL, "Payment plan: 小鹿护肤");
  await say("slack", "marketer", lineFor("/brief 小鹿护肤"));
  await local.person.sees("slack", "marketer", SLACK_CHANNEL, "Brief for 小鹿护肤");
  expect((await local.person.post("clock", { advance: "P7D" })).ok).toBe(true);
  await local.person.sees("slack", "manager", "@seedbed", "Pay 小鹿护肤");
});
