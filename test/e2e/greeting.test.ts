/** A new channel, a new group, a first private chat: greeted once in the chat's language, with steps that work. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionOf, LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local.stop());

const post = (path: string, body: object) => local.person.post(path, body);
const greetingsIn = async (platform: "slack" | "lark", user: string, where: string) => {
  await local.bot.whenIdle();
  const messages = await local.person[platform](user, where);
  return messages.filter((one) => /I'm Seedbed|我是苗圃/u.test(JSON.stringify(one)));
};

test("an invitation into a Slack channel is answered once, and its button starts a campaign there", async () => {
  await post("faults", { platform: "slack", kind: "duplicate", times: 1 });
  expect((await post("slack/invite", { channel: "#double-11" })).ok).toBe(true);
  const greeting = await local.person.sees("slack", "marketer", "#double-11", "I'm Seedbed");
  expect(await greetingsIn("slack", "marketer", "#double-11")).toHaveLength(1);
  const click = {
    user: "marketer",
    channel: "#double-11",
    ts: greeting.ts,
    action_id: actionOf(greeting, "Start a campaign"),
  };
  expect((await post("slack/click", click)).ok).toBe(true);
  const { view } = await local.person.get<{ view: { id: string } }>("slack/view?user=marketer");
  expect(JSON.stringify(view)).toContain('"initial_option":{"text":{"type":"plain_text","text":"double-11"');
  const values = {
    name: "Double 11",
    brand: "Acme",
    product: "Cream",
    category: "beauty",
    launch: "2099-11-11",
  };
  expect((await post("slack/submit", { user: "marketer", view_id: view.id, values })).ok).toBe(true);
  await local.person.sees("slack", "marketer", "#double-11", "New campaign: Double 11");
});

test("an invitation into a Lark group offers to bind it, in Chinese; the bound group gets the card", async () => {
  await post("faults", { platform: "lark", kind: "duplicate", times: 1 });
  expect((await post("lark/invite", { chat: "双十一群" })).ok).toBe(true);
  const greeting = await local.person.sees("lark", "partner", "双十一群", "我是苗圃");
  expect(await greetingsIn("lark", "partner", "双十一群")).toHaveLength(1);
  const click = { user: "partner", message_id: greeting.message_id, name: "绑定本群" };
  expect((await post("lark/click", click)).ok).toBe(true);
  const form = await local.person.sees("lark", "partner", "双十一群", "Double 11");
  const { id } = (
    await local.person.get<{ lark: { chats: { id: string; name: string }[] } }>("state")
  ).lark.chats.find(({ name }) => name === "双十一群") ?? { id: "" };
  expect(id).toMatch(/^oc_/u);
  const option = /"value":"(cam_[^"]+)"/u.exec(JSON.stringify(form.card))?.[1];
  expect(
    (
      await post("lark/click", {
        user: "partner",
        message_id: form.message_id,
        name: "绑定",
        form: { campaign: option },
      })
    ).ok,
  ).toBe(true);
  await local.person.sees("lark", "partner", "双十一群", "项目：Double 11");
});

test("a bound chat says whose it is; a second invitation greets nobody again", async () => {
  expect((await post("slack/remove", { channel: SLACK_CHANNEL })).ok).toBe(true);
  expect((await post("slack/invite", { channel: SLACK_CHANNEL })).ok).toBe(true);
  await local.person.sees("slack", "marketer", SLACK_CHANNEL, "This chat belongs to 春季种草");
  expect((await post("lark/remove", { chat: LARK_CHAT })).ok).toBe(true);
  expect((await post("lark/invite", { chat: LARK_CHAT })).ok).toBe(true);
  await local.person.sees("lark", "partner", LARK_CHAT, "本群已绑定项目“春季种草”");
  expect((await post("lark/remove", { chat: LARK_CHAT })).ok).toBe(true);
  expect((await post("lark/invite", { chat: LARK_CHAT })).ok).toBe(true);
  expect(await greetingsIn("lark", "partner", LARK_CHAT)).toHaveLength(1);
  expect((await post("lark/invite", { chat: LARK_CHAT })).error).toContain("already");
});

test("a removed bot offers the chat no more, and knows it again when it is back", async () => {
  const offered = async () => {
    await post("slack/say", { user: "marketer", channel: "@seedbed", text: "/campaign" });
    const { view } = await local.person.get<{ view: object }>("slack/view?user=marketer");
    return JSON.stringify(view).includes('"text":"double-11"');
  };
  expect((await post("slack/remove", { channel: "#double-11" })).ok).toBe(true);
  await local.bot.whenIdle();
  expect(await offered()).toBe(false);
  expect((await post("slack/invite", { channel: "#double-11" })).ok).toBe(true);
  await local.bot.whenIdle();
  expect(await offered()).toBe(true);
});

test("a first private chat is greeted once: a member with their work, a stranger with the way in", async () => {
  for (const user of ["legal", "legal", "newcomer"]) await post("lark/enter", { user });
  await local.person.sees("lark", "legal", "@seedbed", "我的待办");
  await local.person.sees("lark", "newcomer", "@seedbed", "填写验证码");
  for (const user of ["admin", "admin", "guest"]) await post("slack/enter", { user });
  await local.person.sees("slack", "admin", "@seedbed", "What waits on me");
  await local.person.sees("slack", "guest", "@seedbed", "Enter a code");
  await post("lark/enter", { user: "legal" });
  await post("slack/enter", { user: "admin" });
  expect(await greetingsIn("lark", "legal", "@seedbed")).toHaveLength(1);
  expect(await greetingsIn("slack", "admin", "@seedbed")).toHaveLength(1);
});

test("a shortcut vets the list that somebody else dropped", async () => {
  const csv = "昵称,粉丝数\n小鹿护肤,82000\n阿禾,31000\n";
  const shared = await post("slack/upload", {
    user: "finance",
    channel: SLACK_CHANNEL,
    name: "creators.csv",
    content: Buffer.from(csv).toString("base64"),
  });
  const shortcut = { user: "marketer", callback_id: "import", channel: SLACK_CHANNEL, ts: shared["ts"] };
  expect((await post("slack/shortcut", shortcut)).ok).toBe(true);
  await local.person.sees("slack", "marketer", SLACK_CHANNEL, "小鹿护肤", 15_000);
});

test("no call broke a rule of a platform", async () => {
  const { calls } = await local.person.get<{ calls: { violations: string[] }[] }>("calls");
  expect(calls.flatMap(({ violations }) => violations)).toEqual([]);
});
