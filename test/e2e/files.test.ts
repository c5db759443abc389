/** Files through the whole bot: a dropped list becomes a ranking with a workbook, a brief comes with its document. */
import { readFile } from "node:fs/promises";
import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unzip } from "../documents/unzip.ts";
import { LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

let local: LocalBot;
let list: string;
beforeAll(async () => {
  local = await startLocalBot();
  const sample = new URL("../../src/sandbox/samples/pugongying-creators.csv", import.meta.url);
  list = (await readFile(sample)).toString("base64");
});
afterAll(() => local.stop());

async function bytesOf(file: { id: string } | undefined): Promise<Buffer> {
  const answer = await fetch(`${local.sandbox.url}/sandbox/api/files/${file?.id ?? ""}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** How many cards stand in the channel once the bot has nothing left to do. */
async function cardsInChannel(user: string): Promise<number> {
  await local.bot.whenIdle();
  const messages = await local.person.slack(user);
  return messages.filter(({ blocks = [] }) => blocks.length > 0).length;
}

test("a list dropped in the channel ends as the ranked card, in place of the progress, with a workbook", async () => {
  const { person } = local;
  const dropped = await person.post("slack/upload", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    name: "pugongying-creators.csv",
    content: list,
  });
  expect(dropped.ok).toBe(true);
  const working = await person.sees("slack", "manager", SLACK_CHANNEL, "pugongying-creators.csv");
  expect(working).toBeDefined();
  const card = await person.sees("slack", "manager", SLACK_CHANNEL, "30 creators ranked");
  for (const part of [
    "Pugongying",
    "no verdict (",
    "小鹿慢慢护肤",
    "every row and cell was read",
    "春季种草",
  ])
    expect(JSON.stringify(card)).toContain(part);
  const message = await person.sees("slack", "manager", SLACK_CHANNEL, "pugongying-creators-ranked.xlsx");
  const sheets = await readXlsx(await bytesOf(message.files?.[0]));
  expect(sheets[0]?.data).toHaveLength(31);
  const cards = (await person.slack("manager")).filter(({ blocks }) =>
    JSON.stringify(blocks ?? []).includes("pugongying-creators.csv"),
  );
  expect(cards.map(({ ts }) => ts)).toEqual([card.ts]);
});

test("the ranking leads to one creator's scorecard, by a modal in Slack", async () => {
  const { person } = local;
  const { ts, blocks } = await person.sees("slack", "marketer", SLACK_CHANNEL, "30 creators ranked");
  await person.post("slack/click", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    ts,
    action_id: actionOf(blocks, "Open a scorecard"),
  });
  const { view } = await person.get<{ view: { id: string } | null }>("slack/view?user=marketer");
  const values = { vetting: "1" };
  const sent = await person.post("slack/submit", { user: "marketer", view_id: view?.id, values });
  expect(sent.errors).toBeUndefined();
  await person.sees("slack", "manager", SLACK_CHANNEL, "Add to shortlist");
});

test("the same list in Lark is answered in Chinese", async () => {
  const { person } = local;
  await person.post("lark/upload", { user: "partner", chat: LARK_CHAT, name: "博主名单.csv", content: list });
  const card = JSON.stringify(await person.sees("lark", "partner", LARK_CHAT, "30 位博主已排名"));
  for (const part of ["蒲公英", "暂无结论", "腰部", "小鹿慢慢护肤"]) expect(card).toContain(part);
  const message = await person.sees("lark", "partner", LARK_CHAT, "博主名单-看号排名.xlsx");
  const sheets = await readXlsx(await bytesOf(message.file));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["排名", "未采用", "说明"]);
});

test("pictures and other people's spreadsheets in the group stay unanswered, a picture sent privately does not", async () => {
  const { person } = local;
  const before = [await cardsInChannel("marketer"), await cardsInChannel("finance")];
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]).toString("base64");
  const drop = (user: string, channel: string, name: string, content: string) =>
    person.post("slack/upload", { user, channel, name, content });
  await drop("marketer", SLACK_CHANNEL, "moodboard.png", picture);
  await drop("finance", SLACK_CHANNEL, "invoice.xlsx", list);
  expect([await cardsInChannel("marketer"), await cardsInChannel("finance")]).toEqual(before);
  await drop("marketer", SLACK_CHANNEL, "list.csv", list);
  expect(await cardsInChannel("marketer")).toBe((before[0] ?? 0) + 1);

  await drop("marketer", "@seedbed", "profile.png", picture);
  await person.sees("slack", "marketer", "@seedbed", "I can't read numbers off a picture");
  await person.post("lark/upload", { user: "partner", chat: "@seedbed", name: "截图.png", content: picture });
  await person.sees("lark", "partner", "@seedbed", "读不出图片里的数据");
});

test("a brief comes as a card and a document in both languages, and its message can be copied", async () => {
  const { person } = local;
  const text = "/brief 小鹿慢慢护肤";
  await person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text });
  const card = await person.sees("slack", "manager", SLACK_CHANNEL, "Brief for 小鹿慢慢护肤, version 1");
  expect(JSON.stringify(card)).toContain("No posting date yet");
  const message = await person.sees("slack", "manager", SLACK_CHANNEL, "Brief-小鹿慢慢护肤-v1.docx");
  const document = unzip(await bytesOf(message.files?.[0])).get("word/document.xml") ?? "";
  for (const part of ["Absorbs within 30 seconds", "30 秒吸收", "Your freedom", "创作空间"])
    expect(document).toContain(part);

  const { ts } = card;
  await person.post("slack/click", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    ts,
    action_id: actionOf(card.blocks, "Copy for the creator"),
  });
  const copy = await person.sees("slack", "marketer", SLACK_CHANNEL, "小鹿慢慢护肤老师您好");
  expect(copy.ephemeral).toBe(true);

  await person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: `@seedbed ${text}` });
  await person.sees("lark", "partner", LARK_CHAT, "小鹿慢慢护肤的 brief（第 2 版）");
  await person.sees("lark", "partner", LARK_CHAT, "brief-小鹿慢慢护肤-第2版.docx");
  await person.sees("slack", "manager", SLACK_CHANNEL, "Replaced by version 2");
});

test("/brief alone opens the form with the campaign's texts", async () => {
  const { person } = local;
  await person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text: "/brief" });
  const { view } = await person.get<{ view: { id: string } | null }>("slack/view?user=marketer");
  expect(JSON.stringify(view)).toContain("Absorbs within 30 seconds");
});

/** The action_id of the button with this label. */
function actionOf(blocks: unknown, label: string): string | undefined {
  return new RegExp(`"text":"${label}"[^}]*\\},"action_id":"([^"]+)"`, "u").exec(JSON.stringify(blocks))?.[1];
}
