/** /vet from a typed line to the card, on both platforms, and the shortlist button for everybody. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionOf, LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

const NUMBERS =
  "followers=82k notes=23 likes=1900 saves=1100 comments=130 reads=41000 active=52% female=88% fit=4 quality=4 category=beauty quote=3000";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local.stop());

describe("vet", () => {
  test("a slash command in Slack is answered with the scorecard in English", async () => {
    const { person } = local;
    const said = await person.post("slack/say", {
      user: "marketer",
      channel: SLACK_CHANNEL,
      text: `/vet 小鹿护肤 ${NUMBERS}`,
    });
    expect(said.ok).toBe(true);
    const card = JSON.stringify(await person.sees("slack", "manager", SLACK_CHANNEL, "小鹿护肤: 89 of 100"));
    for (const part of [
      "71 points of evidence",
      "63.2 to 92.2",
      "mid-tier (XHS pyramid)",
      "¥1,150 to ¥7,750",
      "Add to shortlist",
    ]) {
      expect(card).toContain(part);
    }
  });

  test("the shortlist button changes the card for everybody", async () => {
    const { person } = local;
    const card = await person.sees("slack", "marketer", SLACK_CHANNEL, "Add to shortlist");
    const clicked = await person.post("slack/click", {
      user: "marketer",
      channel: SLACK_CHANNEL,
      ts: card.ts,
      action_id: actionOf(card, "Add to shortlist"),
    });
    expect(clicked.ok).toBe(true);
    const changed = await person.sees(
      "slack",
      "manager",
      SLACK_CHANNEL,
      "On the shortlist: added by Maya Lindqvist",
    );
    expect(changed.ts).toBe(card.ts);
    expect(JSON.stringify(changed)).not.toContain("Add to shortlist");
  });

  test("full-width ／看号 in Lark gets the same answer in Chinese", async () => {
    const { person } = local;
    const text = `@seedbed　／看号　小鹿护肤　粉丝＝8.2万，笔记=23，点赞=1900，收藏=1100，评论=130，阅读=41000，活跃粉丝=52％，女粉=88%，契合度=4，质量=4，类目=美妆，报价=3000`;
    await person.post("lark/say", { user: "partner", chat: LARK_CHAT, text });
    const card = JSON.stringify(await person.sees("lark", "partner", LARK_CHAT, "小鹿护肤：89 分"));
    for (const part of ["依据 71 分的数据", "63.2 至 92.2", "腰部（小红书金字塔）", "已入选：Maya Lindqvist"])
      expect(card).toContain(part);
  });

  test("a mention in a thread is answered in the thread", async () => {
    const { person } = local;
    await person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text: "what about her?" });
    const root = await person.sees("slack", "marketer", SLACK_CHANNEL, "what about her?");
    const text = "@seedbed vet 阿布的厨房 followers=300k";
    await person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text, thread_ts: root.ts });
    const answer = await person.sees("slack", "marketer", SLACK_CHANNEL, "阿布的厨房: not enough data yet");
    expect(answer.thread_ts).toBe(root.ts);
  });

  test("a wrong number is explained, with a line to send that has what was understood", async () => {
    const { person } = local;
    await person.post("slack/say", {
      user: "marketer",
      channel: SLACK_CHANNEL,
      text: "/vet 小鹿护肤 followers=82q likes=1千+ reads=41000",
    });
    const answer = await person.sees("slack", "marketer", SLACK_CHANNEL, "needs another look");
    expect(answer.ephemeral).toBe(true);
    const card = JSON.stringify(answer);
    for (const part of [
      "“82q” has a unit I don't know",
      "“1千+” is a range",
      "/vet 小鹿护肤 reads=41000 followers=82k likes=1900",
    ]) {
      expect(card).toContain(part);
    }
  });
});
