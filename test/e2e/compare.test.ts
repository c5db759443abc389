/** /vet compare from a typed line to the card, with its picture and its table, on both platforms. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionOf, LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

const NUMBERS = "reads=41000 likes=1900 saves=1100 comments=130 active=52% female=88% fit=4 quality=4";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
  for (const [name, rest] of [
    ["小鹿护肤", "followers=82k quote=3000"],
    ["大橘", "followers=12k quote=9000"],
  ]) {
    const text = `/vet ${name} ${NUMBERS} ${rest}`;
    await local.person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text });
    await local.person.sees("slack", "marketer", SLACK_CHANNEL, `${name}: `);
  }
});
afterAll(() => local.stop());

test("in Slack as a chart and a table, with a way to each scorecard", async () => {
  const { person } = local;
  const text = "/vet compare 小鹿护肤, 大橘";
  expect((await person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text })).ok).toBe(true);
  const card = await person.sees("slack", "manager", SLACK_CHANNEL, "2 creators compared");
  const json = JSON.stringify(card);
  for (const part of [
    '"data_visualization"',
    '"data_table"',
    "Cheapest per engaged user: 小鹿护肤, ¥1.05 per interaction",
    "7.63% (3,130 / 41,000)",
  ])
    expect(json).toContain(part);
  const clicked = await person.post("slack/click", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    ts: card.ts,
    action_id: actionOf(card, "Open 大橘"),
  });
  expect(clicked.ok).toBe(true);
});

test("in Lark in Chinese", async () => {
  const { person } = local;
  const text = "@seedbed ／看号　对比　小鹿护肤、大橘";
  await person.post("lark/say", { user: "partner", chat: LARK_CHAT, text });
  const card = JSON.stringify(await person.sees("lark", "partner", LARK_CHAT, "2 位博主对比"));
  for (const part of ["radar", "单次互动成本最低：小鹿护肤，¥1.05", "7.63%（3,130 / 4.1万）", "查看 大橘"])
    expect(card).toContain(part);
});
