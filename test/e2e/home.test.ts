/** The App Home in Slack, and the same in Lark by the bot's menu and /home: over real sockets, with trouble on the way. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot, until } from "../support/local-bot.ts";

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local.stop());

interface Home {
  id: string;
  blocks: { type: string; elements?: { action_id?: string; text?: { text: string } }[] }[];
}

const JONAS = "U09K3JONA2";
const DRAFT = (creator: string) => `/draft ${creator} text="换季泛红，${creator}用了三周"`;
const say = (user: string, text: string) =>
  local.person.post("slack/say", { user, channel: SLACK_CHANNEL, text });
const opened = async (user: string) =>
  (await local.person.get<{ home: Home | null }>(`slack/home?user=${user}`)).home;
const shown = async (user: string) =>
  (await local.person.get<{ home: Home | null }>(`slack/home?user=${user}&open=false`)).home;

/** What a person sees on their home, once it says `text`; nobody opens it again. */
const homeSays = (user: string, text: string, ms?: number) =>
  until(
    async () => {
      const home = await shown(user);
      return home !== null && JSON.stringify(home.blocks).includes(text) ? home : undefined;
    },
    `the home of ${user} to say “${text}”`,
    ms,
  );

function buttonOn(home: Home, label: string): string {
  const elements = home.blocks.flatMap((block) => (block.type === "actions" ? (block.elements ?? []) : []));
  const found = elements.find(({ text }) => text?.text === label)?.action_id;
  if (found === undefined) throw new Error(`There is no button “${label}” on the home.`);
  return found;
}

const published = async () => {
  const { calls } = await local.person.get<{ calls: { method: string; body: { user_id?: string } }[] }>(
    "calls",
  );
  return calls.filter(({ method }) => method === "views.publish").map(({ body }) => body.user_id);
};

test("opening the home shows what waits, in the reader's language; a stranger learns how to get in", async () => {
  await opened("manager");
  await homeSays("manager", "All done: nothing waits on you.");
  await opened("guest");
  const home = await homeSays("guest", "I don't know you yet");
  const click = { user: "guest", view_id: home.id, action_id: buttonOn(home, "Enter a code") };
  expect((await local.person.post("slack/click", click)).ok).toBe(true);
  const { view } = await local.person.get<{ view: unknown }>("slack/view?user=guest");
  expect(JSON.stringify(view)).toContain("Link your account");
});

test("it follows what others do, without being opened again, and only for those whom it concerns", async () => {
  await opened("finance");
  await homeSays("finance", "All done");
  await say("marketer", "/vet 小鹿护肤 followers=82k");
  await local.person.sees("slack", "marketer", SLACK_CHANNEL, "小鹿护肤");
  const before = (await published()).length;
  await say("marketer", DRAFT("小鹿护肤"));
  const home = await homeSays("manager", "1 draft to review");
  await local.bot.whenIdle();
  expect((await published()).slice(before)).toEqual([JONAS]);

  const click = { user: "manager", view_id: home.id, action_id: buttonOn(home, "Review 小鹿护肤") };
  expect((await local.person.post("slack/click", click)).ok).toBe(true);
  const card = await local.person.sees("slack", "manager", "@seedbed", "小鹿护肤");
  expect(JSON.stringify(card)).toContain("Approve");
});

test("a button on the home opens its form in place, and a change of language shows at once", async () => {
  const home = await homeSays("manager", "Language and zone");
  const click = { user: "manager", view_id: home.id, action_id: buttonOn(home, "Language and zone") };
  expect((await local.person.post("slack/click", click)).ok).toBe(true);
  const { view } = await local.person.get<{ view: { id: string } }>("slack/view?user=manager");
  const submit = (language: string) =>
    local.person.post("slack/submit", {
      user: "manager",
      view_id: view.id,
      values: { language, zone: "Asia/Shanghai" },
    });
  expect((await submit("zh-CN")).ok).toBe(true);
  await homeSays("manager", "1 篇待审");
  await say("manager", "/settings language=en zone=Europe/Berlin");
  await homeSays("manager", "1 draft to review");
});

test("trouble on the way leaves the newest: a lost answer, a rate limit, a change while one is under way", async () => {
  await say("marketer", "/vet 阿禾 followers=31k");
  await local.person.sees("slack", "marketer", SLACK_CHANNEL, "阿禾");
  await local.bot.whenIdle();
  for (const kind of ["lost_answer", "rate_limit"]) {
    await local.person.post("faults", { platform: "slack", kind, times: 1 });
    const before = (await published()).length;
    await opened("manager");
    // the call that met the trouble, and the one after it
    await until(
      async () => ((await published()).length >= before + 2 ? true : undefined),
      `a home published in spite of ${kind}`,
      15_000,
    );
    await local.bot.whenIdle();
    expect((await published()).length).toBe(before + 2);
  }
  // the next publication takes five seconds, and the draft is submitted meanwhile
  await local.person.post("faults", { platform: "slack", kind: "slow", times: 1 });
  await opened("manager");
  await local.person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: DRAFT("阿禾") });
  await homeSays("manager", "2 drafts to review", 15_000);
  await local.bot.whenIdle();
  expect(JSON.stringify(await shown("manager"))).toContain("2 drafts to review");
});

test("an event that comes twice publishes once", async () => {
  const before = (await published()).length;
  await local.person.post("faults", { platform: "slack", kind: "duplicate", times: 1 });
  await opened("finance");
  await local.bot.whenIdle();
  expect((await published()).length).toBe(before + 1);
});

test("Lark's menu and /home show the same in the private chat, in Chinese", async () => {
  const menu = { user: "partner", event_key: "/待办" };
  expect((await local.person.post("lark/menu", menu)).ok).toBe(true);
  const card = await local.person.sees("lark", "partner", "@seedbed", "等您处理");
  // the draft of 阿禾 is the partner's own
  for (const part of ["1 篇待审", "审稿 小鹿护肤", "快捷操作"]) expect(JSON.stringify(card)).toContain(part);
  const before = (await local.person.lark("partner", "@seedbed")).length;
  await local.person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: "/home" });
  await until(
    async () => ((await local.person.lark("partner", "@seedbed")).length > before ? true : undefined),
    "a card in the private chat",
  );
  expect(JSON.stringify((await local.person.lark("partner")).slice(-1))).not.toContain("等您处理");
  const clicked = await local.person.post("lark/click", {
    user: "partner",
    message_id: card.message_id,
    name: "语言和时区",
  });
  expect(clicked.ok).toBe(true);
  await local.person.sees("lark", "partner", "@seedbed", "保存");
});

test("no call broke a rule of a platform", async () => {
  const { calls } = await local.person.get<{ calls: { violations: string[] }[] }>("calls");
  expect(calls.flatMap(({ violations }) => violations)).toEqual([]);
});
