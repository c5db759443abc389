/** Whatever people send by mistake, twice, or without the right to: an answer that says what to do, nothing done twice. */
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  actionOf,
  createKeptLog,
  LARK_CHAT,
  type LocalBot,
  type SeenMessage,
  SLACK_CHANNEL,
  startLocalBot,
} from "../support/local-bot.ts";

const DIRECT = "@seedbed";
const MB = 1024 * 1024;

let local: LocalBot;
let sql: Client;
const log = createKeptLog();
beforeAll(async () => {
  local = await startLocalBot({ log });
  sql = new Client({ connectionString: local.database.url });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await local.stop();
});

const inSlack = (user: string, text: string, channel = SLACK_CHANNEL) =>
  local.person.post("slack/say", { user, channel, text });
const inLark = (user: string, text: string, chat = LARK_CHAT) =>
  local.person.post("lark/say", { user, chat, text: chat === LARK_CHAT ? `@seedbed ${text}` : text });

async function answerInSlack(text: string, user = "marketer", channel = SLACK_CHANNEL): Promise<string> {
  return JSON.stringify(await local.person.sees("slack", user, channel, text));
}
async function answerInLark(text: string, user = "partner", chat = DIRECT): Promise<string> {
  return JSON.stringify(await local.person.sees("lark", user, chat, text));
}

async function count(from: string): Promise<number> {
  await local.bot.whenIdle();
  const { rows } = await sql.query<{ n: number }>(`select count(*)::int as n from ${from}`);
  return rows[0]?.n ?? 0;
}

const cardsOf = (messages: readonly SeenMessage[], title: string) =>
  messages.filter((message) => JSON.stringify(message).includes(title));

describe("a line that cannot be carried out", () => {
  test("wrong numbers, units and inputs: each is named, with a line that works and has what was understood", async () => {
    await inSlack("marketer", "/vet 小鹿 followers=82q likes=1千+ reads=-5 hats=3 saves=1100", DIRECT);
    const answer = await answerInSlack("/vet needs another look", "marketer", DIRECT);
    for (const part of [
      "“82q” has a unit",
      "“1千+” is a range",
      "“-5”",
      "hats",
      "Send it again like this",
      "/vet 小鹿 saves=1100 followers=82k likes=1900",
    ])
      expect(answer).toContain(part);
    await inLark("partner", "／看号 小鹿 粉丝＝8.2q，帽子=3");
    const chinese = await answerInLark("有几处要改");
    for (const part of ["“8.2q”的单位无法识别", "帽子", "改好后这样发", "/看号 小鹿 粉丝=8.2万"])
      expect(chinese).toContain(part);
    expect(await count("seedbed.vettings")).toBe(0);
  });

  test("an unknown command: the nearest one is offered", async () => {
    await inSlack("manager", "vte 小鹿", DIRECT);
    expect(await answerInSlack("I don't know “vte 小鹿”", "manager", DIRECT)).toContain("Did you mean /vet");
    await inLark("partner", "/vte 小鹿");
    expect(await answerInLark("没看懂")).toContain("/帮助");
  });

  test("an unknown creator, campaign and draft: what to do first", async () => {
    await inSlack("marketer", "/brief 查无此人");
    expect(await answerInSlack("查无此人")).toContain("/vet 查无此人");
    await inLark("partner", "/审稿 查看 查无此人");
    expect(await answerInLark("查无此人")).toContain("看号");
    await inSlack("marketer", "/vet 小鹿 followers=82k campaign=没有的项目");
    expect(await answerInSlack("没有的项目")).toContain("春季种草");
    expect(await count("seedbed.vettings")).toBe(0);
  });

  test("not one's job: who may, who one is, and where to ask", async () => {
    await inSlack("marketer", "/people", DIRECT);
    const answer = await answerInSlack("/people is only for", "marketer", DIRECT);
    for (const part of ["admin / manager", "marketer", "/people add"]) expect(answer).toContain(part);
    await inLark("legal", "/成员");
    expect(await answerInLark("您目前的角色是法务", "legal")).toContain("“/成员”仅限管理员");
  });

  test("somebody unknown is told the way in, and nothing of what they asked is done", async () => {
    await inSlack("guest", "/vet 小鹿 followers=82k", DIRECT);
    expect(await answerInSlack("I don't know you yet", "guest", DIRECT)).toContain("/link");
    await inLark("newcomer", "/看号 小鹿 粉丝=8.2万", DIRECT);
    expect(await answerInLark("我还不认识您", "newcomer")).toContain("/绑定");
    expect(await count("seedbed.vettings")).toBe(0);
  });

  test("signs that mean something to a platform, and lines of any length, do no harm", async () => {
    const names = [
      "<!channel> & <@U09K3JONA2>",
      "*_~`小鹿`~_*",
      "👩‍🚒‏مرحبا 小鹿",
      "<at id=all></at>",
      "名".repeat(5_000),
    ];
    // each private chat is paced by itself
    const people = ["marketer", "manager", "admin"];
    for (const [index, name] of names.entries()) {
      await inSlack(people[index % people.length] ?? "", `/vet "${name}" followers=82k`, DIRECT);
      await inLark("partner", `/看号 "${name}" 粉丝=8.2万`);
    }
    expect(await count("seedbed.outbox where state <> 'sent'")).toBe(0);
    expect(local.sandbox.world.calls.flatMap(({ violations }) => violations)).toEqual([]);
    expect(JSON.stringify(await local.person.slack("marketer", DIRECT))).not.toContain('"text":"<!channel>');
  });
});

describe("a form", () => {
  test("in Slack stays open with the mistake at its field, and is carried out once it is right", async () => {
    const { person } = local;
    await inSlack("manager", "/vet", DIRECT);
    const { view } = await person.get<{ view: { id: string } }>("slack/view?user=manager");
    const submit = (values: object) =>
      person.post("slack/submit", { user: "manager", view_id: view.id, values });
    expect(await submit({ followers: "82k" })).toMatchObject({
      ok: false,
      errors: { creator: expect.any(String) },
    });
    const wrong = await submit({ creator: "表单小鹿", followers: "many" });
    expect(wrong.errors).toEqual({ followers: "“many” is not a number" });
    const before = await count("seedbed.vettings");
    expect(await submit({ creator: "表单小鹿", followers: "82k" })).toMatchObject({ ok: true });
    await answerInSlack("表单小鹿: not enough data yet", "manager", DIRECT);
    expect((await count("seedbed.vettings")) - before).toBe(1);
  });

  test("in Lark is answered with the mistake, and is carried out once it is right", async () => {
    const { person } = local;
    await inLark("partner", "/看号");
    const card = await person.sees("lark", "partner", LARK_CHAT, '"form"');
    const submit = (form: object) =>
      person.post("lark/click", { user: "partner", message_id: card.message_id, name: "submit", form });
    expect(await submit({ followers: "8.2万" })).toMatchObject({ ok: false });
    const before = await count("seedbed.vettings");
    expect(await submit({ creator: "飞书小鹿", followers: "很多" })).toMatchObject({
      toast: { content: "粉丝数：“很多”不是数字" },
    });
    expect(await submit({ creator: "飞书小鹿", followers: "8.2万" })).toMatchObject({ ok: true });
    await answerInLark("飞书小鹿：数据不足", "partner", LARK_CHAT);
    expect((await count("seedbed.vettings")) - before).toBe(1);
  });
});

describe("a button", () => {
  test("of a card whose thing is gone says so and changes nothing", async () => {
    const { person } = local;
    await inSlack("admin", "/vet 旧卡片 followers=82k", DIRECT);
    const card = await person.sees("slack", "admin", DIRECT, "旧卡片: not enough data yet");
    await local.bot.whenIdle();
    await sql.query(
      "update seedbed.vettings set id = 'gone' where id = (select id from seedbed.vettings order by vetted_at desc limit 1)",
    );
    const action_id = actionOf(card, "Add to shortlist");
    await person.post("slack/click", { user: "admin", channel: DIRECT, ts: card.ts, action_id });
    await answerInSlack("This card is out of date", "admin", DIRECT);
    expect(await count("seedbed.shortlist_entries")).toBe(0);
  });

  test("pressed by somebody who may not: they are told, the card stays", async () => {
    const { person } = local;
    await inSlack("marketer", "/vet 谁都能点 followers=82k");
    const card = await person.sees("slack", "finance", SLACK_CHANNEL, "谁都能点: not enough data yet");
    const action_id = actionOf(card, "Add to shortlist");
    await person.post("slack/click", { user: "finance", channel: SLACK_CHANNEL, ts: card.ts, action_id });
    const refusal = await person.sees("slack", "finance", SLACK_CHANNEL, "Your role: finance");
    expect(refusal.ephemeral).toBe(true);
    expect(await count("seedbed.shortlist_entries")).toBe(0);
  });
});

describe("the same event twice", () => {
  const twice = (platform: "slack" | "lark") =>
    local.person.post("faults", { platform, kind: "duplicate", times: 1 });

  test.for<["slack" | "lark", string, (name: string) => Promise<unknown>]>([
    ["slack", "a command in Slack", (name) => inSlack("marketer", `/vet ${name} followers=82k`)],
    ["slack", "a mention in Slack", (name) => inSlack("marketer", `@seedbed vet ${name} followers=82k`)],
    ["lark", "a message in Lark", (name) => inLark("partner", `/看号 ${name} 粉丝=8.2万`)],
  ])("on %s: %s is done once", async ([platform, what, say]) => {
    const name = what.replaceAll(" ", "");
    const before = await count("seedbed.vettings");
    await twice(platform);
    await say(name);
    const seen = platform === "slack" ? "marketer" : "partner";
    await local.person.sees(platform, seen, platform === "slack" ? SLACK_CHANNEL : LARK_CHAT, name);
    expect((await count("seedbed.vettings")) - before).toBe(1);
    expect(local.sandbox.world.pendingFaults()).toEqual([]);
    const messages = platform === "slack" ? await local.person.slack(seen) : await local.person.lark(seen);
    const cards = cardsOf(messages, name).filter((message) => !JSON.stringify(message).includes(`${name} `));
    expect(cards).toHaveLength(1);
  });

  test("a click in Slack, a click in Lark: each done once", async () => {
    const { person } = local;
    await inSlack("marketer", "/vet 点两下 followers=82k");
    const card = await person.sees("slack", "marketer", SLACK_CHANNEL, "点两下: not enough data yet");
    await local.bot.whenIdle();
    await twice("slack");
    const action_id = actionOf(card, "Add to shortlist");
    await person.post("slack/click", { user: "marketer", channel: SLACK_CHANNEL, ts: card.ts, action_id });
    await inLark("partner", "/看号 再点两下 粉丝=8.2万");
    const larkCard = await person.sees("lark", "partner", LARK_CHAT, "再点两下：数据不足");
    await local.bot.whenIdle();
    await twice("lark");
    const click = { user: "partner", message_id: larkCard.message_id, name: "加入入选名单" };
    expect(await person.post("lark/click", click)).toMatchObject({ ok: true });
    expect(await count("seedbed.shortlist_entries")).toBe(2);
    expect(await count("seedbed.audit where verb = 'shortlist.add'")).toBe(2);
    expect(local.sandbox.world.pendingFaults()).toEqual([]);
  });
});

describe("a failure nobody expected", () => {
  test("shows an id that is in the log and in the store, in the reader's language, and changes nothing", async () => {
    await sql.query(`create function seedbed.refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is on fire'; end $$`);
    await sql.query(`create trigger refuse before insert on seedbed.vettings
      for each row execute function seedbed.refuse()`);
    const before = await count("seedbed.creators");
    await inSlack("marketer", "/vet 出错 followers=82k");
    const english = await answerInSlack("Something went wrong on my side");
    await inLark("partner", "/看号 出错 粉丝=8.2万");
    const chinese = await answerInLark("我这边出错了");
    expect(await count("seedbed.creators")).toBe(before);
    for (const answer of [english, chinese]) {
      const id = /err_\w+/u.exec(answer)?.[0] ?? "no id";
      expect(log.lines.filter((line) => line.includes(id))).toHaveLength(1);
      expect(await count(`seedbed.inbox where error_id = '${id}' and done_at is not null`)).toBe(1);
    }
    await sql.query("drop trigger refuse on seedbed.vettings");
    await inSlack("marketer", "/vet 出错 followers=82k");
    await answerInSlack("出错: not enough data yet");
  });
});

describe("a file", () => {
  const inPrivate = (name: string, bytes: Buffer) =>
    local.person.post("slack/upload", {
      user: "marketer",
      channel: DIRECT,
      name,
      content: bytes.toString("base64"),
    });

  test("that is no table, empty, or unreadable: what to send instead", async () => {
    await inPrivate("holiday.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    await answerInSlack("can't read numbers off a picture", "marketer", DIRECT);
    await inPrivate("numbers.csv", Buffer.from("1,2\n3,4\n"));
    await answerInSlack("found no table in this file", "marketer", DIRECT);
    await inPrivate("empty.csv", Buffer.from("\ufeff"));
    await answerInSlack("only has a header, or nothing at all", "marketer", DIRECT);
    await inPrivate("broken.xlsx", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)]));
    await answerInSlack("can't read this file", "marketer", DIRECT);
    expect(await count("seedbed.list_imports where state <> 'failed'")).toBe(0);
  });

  test("of 60 MB: the limit", { timeout: 60_000 }, async () => {
    await inPrivate("all-creators.csv", Buffer.alloc(60 * MB, "昵称,粉丝\n"));
    const answer = await local.person.sees("slack", "marketer", DIRECT, "The file is too large", 30_000);
    expect(JSON.stringify(answer)).toContain("60 MB");
    expect(JSON.stringify(answer)).toContain("30 MB");
  });

  test("deleted before it was read: share it again", async () => {
    // the job waits for the import's row until the file is gone
    const holder = new Client({ connectionString: local.database.url });
    await holder.connect();
    await holder.query("begin");
    await holder.query("lock table seedbed.list_imports in share mode");
    await inPrivate("soon-gone.csv", Buffer.from("昵称,粉丝数\n小鹿,8.2万\n"));
    const { world } = local.sandbox;
    const shared = [...world.files.values()].find(({ name }) => name === "soon-gone.csv");
    world.files.delete(shared?.id ?? "");
    await holder.end();
    await answerInSlack("was deleted before I could read it", "marketer", DIRECT);
  });
});
