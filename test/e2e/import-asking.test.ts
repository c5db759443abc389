/** What an import asks people, through the whole bot on both platforms: unknown columns and doubtful rows. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionOf, LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local.stop());

const base64 = (text: string) => Buffer.from(text).toString("base64");
const SHEET = "推荐人选,粉量级别,单篇互动情况,合作价\n小鹿,82000,3100,3000\n阿禾,51000,900,80000000\n";

async function clickInSlack(user: string, seen: string, label: string) {
  const { person } = local;
  await local.bot.whenIdle();
  const card = await person.sees("slack", user, SLACK_CHANNEL, seen);
  const action_id = actionOf(card, label);
  await person.post("slack/click", { user, channel: SLACK_CHANNEL, ts: card.ts, action_id });
}

async function submitInSlack(user: string, values: object): Promise<unknown> {
  const { view } = await local.person.get<{ view: { id: string } | null }>(`slack/view?user=${user}`);
  const sent = await local.person.post("slack/submit", { user, view_id: view?.id, values });
  return sent["errors"];
}

test("Slack: a form for the columns, then a form for the price, each where the list was dropped", async () => {
  const { person } = local;
  await person.post("slack/upload", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    name: "mcn.csv",
    content: base64(SHEET),
  });
  await clickInSlack("marketer", "I don't know the columns of mcn.csv", "Say what they mean");
  const answers = { c0: "name", c1: "followers", c2: "interactions", c3: "quote-image" };
  // what is wrong is said in the form, which keeps what was chosen
  expect(Object.values((await submitInSlack("marketer", { ...answers, c2: "followers" })) ?? {})).toEqual([
    "“Followers” is chosen twice: set one of the two columns to “not used”",
  ]);
  expect(Object.values((await submitInSlack("marketer", { ...answers, c0: "none" })) ?? {})).toEqual([
    "Choose the column that has the creators' names, or their Xiaohongshu IDs or profile links",
  ]);
  expect(await submitInSlack("marketer", answers)).toBeUndefined();
  await local.bot.whenIdle();
  await person.sees("slack", "manager", SLACK_CHANNEL, "2 creators ranked");
  const question = await person.sees("slack", "manager", SLACK_CHANNEL, "mcn.csv: 1 row needs your answer");
  expect(JSON.stringify(question)).toContain("80,000,000");
  await clickInSlack("manager", "mcn.csv: 1 row needs your answer", "Not counted");
  await person.sees("slack", "marketer", SLACK_CHANNEL, "mcn.csv: all doubts are settled");
});

test("Lark: the same header is known by now; another one is asked about in a card with the form", async () => {
  const { person } = local;
  const upload = (name: string, text: string) =>
    person.post("lark/upload", { user: "partner", chat: LARK_CHAT, name, content: base64(text) });
  await upload("已知.csv", SHEET.replace("小鹿", "小满"));
  await local.bot.whenIdle();
  await person.sees("lark", "partner", LARK_CHAT, "2 位博主已排名");
  await upload("未知.csv", "人选,粉量级,互动情况\n大满,82000,3100\n小满,51000,900\n");
  await local.bot.whenIdle();
  const asked = await person.sees("lark", "partner", LARK_CHAT, "未知.csv 的表头我不认识");
  await person.post("lark/click", { user: "partner", message_id: asked.message_id, name: "说明各列含义" });
  const form = await person.sees("lark", "partner", LARK_CHAT, '"form"');
  const submit = (c0: string, c2: string) =>
    person.post("lark/click", {
      user: "partner",
      message_id: form.message_id,
      name: "submit",
      form: { c0, c1: "followers", c2 },
    });
  expect(JSON.stringify(await submit("name", "followers"))).toContain("“粉丝数”选了两次");
  expect(JSON.stringify(await submit("none", "interactions"))).toContain("请选出写着博主昵称");
  expect(await submit("name", "interactions")).toMatchObject({ ok: true });
  await local.bot.whenIdle();
  await person.sees("lark", "partner", LARK_CHAT, "未知.csv：2 位博主已排名");
  await local.bot.whenIdle();
  expect(local.sandbox.world.calls.flatMap(({ violations }) => violations)).toEqual([]);
});

test("a wide list: what one form says stays on the card, and the rest may be left to the guesses", async () => {
  const { person } = local;
  const titles = Array.from({ length: 20 }, (_, index) => (index === 0 ? "候选" : `指标${index}`));
  const row = titles.map((_, index) => (index === 0 ? "宽宽" : String(index * 1000)));
  await person.post("slack/upload", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    name: "wide.csv",
    content: base64(`${titles.join(",")}\n${row.join(",")}\n`),
  });
  await clickInSlack("marketer", "I don't know the columns of wide.csv", "Columns 1 to 7");
  const answers = { c0: "name", c1: "none", c2: "followers", c3: "none", c4: "none", c5: "none", c6: "none" };
  expect(await submitInSlack("marketer", answers)).toBeUndefined();
  await local.bot.whenIdle();
  await person.sees("slack", "manager", SLACK_CHANNEL, "1 of 3 forms sent");
  await clickInSlack("manager", "1 of 3 forms sent", "Use my guesses for the rest");
  await local.bot.whenIdle();
  const ranked = await person.sees("slack", "manager", SLACK_CHANNEL, "wide.csv: 1 creator ranked");
  expect(JSON.stringify(ranked)).toContain("2,000");
  expect(local.sandbox.world.calls.flatMap(({ violations }) => violations)).toEqual([]);
});
