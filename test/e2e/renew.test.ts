/** Cards that outlive their platform's patience: renewed before they die, old copies refused, on both platforms. */
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  actionOf,
  LARK_CHAT,
  type LocalBot,
  type SeenMessage,
  SLACK_CHANNEL,
  startLocalBot,
} from "../support/local-bot.ts";

const LONG = { timeout: 180_000 };
const DIRECT = "@seedbed";
const RENEWED = "这张卡片已换新，请在本会话下方";

let local: LocalBot;
beforeEach(async () => {
  local = await startLocalBot();
});
afterEach(async () => {
  await local.stop();
});

async function query<Row extends object = object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await local.bot.ctx.store.pool.query<Row>(sql, values)).rows;
}

const inSlack = (text: string) =>
  local.person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text });
const inLark = (text: string, user = "partner") =>
  local.person.post("lark/say", { user, chat: LARK_CHAT, text: `@seedbed ${text}` });
const advance = (by: string) => local.person.post("clock", { advance: by });
const order = (platform: string, kind: string, seconds: number) =>
  local.person.post("faults", { platform, kind, seconds });
const press = (name: string, { message_id }: SeenMessage) =>
  local.person.post("lark/click", { user: "partner", message_id, name });

/** Cards in a Lark chat that hold a text, oldest first. */
async function cards(text: string, chat = LARK_CHAT): Promise<SeenMessage[]> {
  const messages = await local.person.lark("partner", chat);
  return messages.filter(({ card }) => JSON.stringify(card ?? "").includes(text));
}

const isRenewed = (card: SeenMessage | undefined) => JSON.stringify(card).includes(RENEWED);
const hasButton = (card: SeenMessage | undefined) => JSON.stringify(card).includes('"tag":"button"');

async function submitDraft(): Promise<void> {
  await inSlack("/vet 小鹿护肤 followers=82k");
  await inSlack('/draft 小鹿护肤 text="换季泛红，这支面霜我用了三周。"');
  await local.bot.whenIdle();
}

async function violations(): Promise<string[]> {
  const { calls } = await local.person.get<{ calls: { violations: string[] }[] }>("calls");
  return calls.flatMap((call) => call.violations);
}

test("a draft in review gets a fresh card on Lark before day 14, and that one decides", LONG, async () => {
  await submitDraft();
  const inSlackBefore = (await local.person.slack("marketer")).length;
  const [first] = await cards("第1版");
  await advance("P13D");
  const [old, fresh, ...more] = await cards("小鹿护肤");
  expect(more).toEqual([]);
  expect([old?.message_id, isRenewed(old), hasButton(old)]).toEqual([first?.message_id, true, false]);
  expect([isRenewed(fresh), hasButton(fresh)]).toEqual([false, true]);
  expect((await local.person.slack("marketer")).length).toBe(inSlackBefore);

  // past the end of the first one's life
  await advance("P2D");
  expect(await press("通过", fresh ?? { text: "" })).toMatchObject({ ok: true });
  await local.bot.whenIdle();
  expect(JSON.stringify((await cards("小鹿护肤"))[1])).toContain("已通过");
  await local.person.sees("slack", "marketer", SLACK_CHANNEL, "Approved");
  expect(isRenewed((await cards("小鹿护肤"))[0])).toBe(true);
  expect(await violations()).toEqual([]);

  // what is finished is left alone
  await advance("P13D");
  expect(await cards("小鹿护肤")).toHaveLength(2);
});

test(
  "a click on the old card that comes late is refused, with the way to the current one",
  LONG,
  async () => {
    await submitDraft();
    const [card] = await cards("第1版");
    const due = await query<{ at: string }>(
      "select due_at::text as at from seedbed.dues where job = 'renew-card' and payload->>'card' = (select id from seedbed.outbox where platform = 'lark' and template = 'draft-card')",
    );
    const at = new Date(due[0]?.at ?? "").getTime();
    await local.person.post("clock", { to: new Date(at - 60_000).toISOString() });
    await order("lark", "late", 600);
    expect(await press("通过", card ?? { text: "" })).toMatchObject({ ok: false });
    await advance("PT1H");
    const refusal = await local.person.sees("lark", "partner", DIRECT, "刚才的点击没有生效");
    expect(JSON.stringify(refusal)).toContain(
      "https://applink.larksuite.com/client/chat/open?openChatId=oc_",
    );
    expect(await query("select 1 from seedbed.draft_decisions")).toEqual([]);
    // the current card is still good
    expect(await press("通过", (await cards("第1版")).at(-1) ?? { text: "" })).toMatchObject({ ok: true });
    await local.bot.whenIdle();
    expect(await query("select 1 from seedbed.draft_decisions")).toHaveLength(1);
  },
);

test("in Slack a late click on version 1 is refused with a link to version 2's card", LONG, async () => {
  await submitDraft();
  const first = await local.person.sees("slack", "marketer", SLACK_CHANNEL, "version 1");
  await order("slack", "late", 60);
  const click = {
    user: "manager",
    channel: SLACK_CHANNEL,
    ts: first.ts,
    action_id: actionOf(first, "Approve"),
  };
  expect(await local.person.post("slack/click", click)).toMatchObject({ ok: false });
  await inSlack('/draft 小鹿护肤 text="换季泛红，这支面霜我用了四周。"');
  await local.bot.whenIdle();
  const second = await local.person.sees("slack", "marketer", SLACK_CHANNEL, "version 2");
  await advance("PT2M");
  const refusal = await local.person.sees("slack", "manager", SLACK_CHANNEL, "version 2 is the newest");
  expect(JSON.stringify(refusal)).toContain(`slack.com/archives/`);
  expect(JSON.stringify(refusal)).toContain(`p${second.ts?.replace(".", "")}`);
  expect(await query("select 1 from seedbed.draft_decisions")).toEqual([]);
});

test(
  "an approval that comes ten minutes late counts, a command that comes six hours late does not",
  LONG,
  async () => {
    await submitDraft();
    await order("lark", "late", 600);
    await press("通过", (await cards("第1版"))[0] ?? { text: "" });
    await advance("PT11M");
    await local.person.sees("slack", "marketer", SLACK_CHANNEL, "Approved");
    for (const platform of ["slack", "lark"]) await order(platform, "late", 6 * 3_600);
    await local.person.post("slack/say", {
      user: "marketer",
      channel: DIRECT,
      text: "vet 阿禾 followers=82k",
    });
    await inLark("/看号 阿布 粉丝=8.2万");
    await advance("PT7H");
    await local.person.sees("slack", "marketer", DIRECT, "vet 阿禾 followers=82k” reached me late");
    await local.person.sees("lark", "partner", DIRECT, "到得太晚");
    expect(await query("select 1 from seedbed.creators where name in ('阿禾', '阿布')")).toEqual([]);
  },
);

test(
  "slots, plans, scorecards and private nudges are renewed as long as they wait; what is shown again counts",
  LONG,
  async () => {
    const later = new Date(local.sandbox.world.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    await inLark("/看号 阿禾 粉丝=8.2万");
    await inLark(`/排期 阿禾 ${later}`);
    // another person's line does not wait for these
    await local.bot.whenIdle();
    await inLark("/结算 阿禾 3000 split=100", "manager");
    await local.bot.whenIdle();
    const counts = async () => ({
      slots: await renewals("slot:"),
      plans: await renewals("plan:"),
      vettings: await renewals("vet:"),
    });
    await advance("P13D");
    expect(await counts()).toMatchObject({ slots: 1, plans: 1, vettings: 1 });
    await advance("P13D");
    // a scorecard older than 30 days is not renewed a third time
    expect(await counts()).toMatchObject({ slots: 2, plans: 2, vettings: 2 });
    await advance("P13D");
    expect(await counts()).toMatchObject({ slots: 3, plans: 3, vettings: 2 });
    const copies = await query<{ card: string; n: number }>(
      "select card_key as card, count(*)::int as n from seedbed.outbox where platform = 'lark' and kind = 'post' and card_key is not null and replaced_by is null group by 1",
    );
    expect(copies.every(({ n }) => n === 1)).toBe(true);
    expect(await violations()).toEqual([]);
  },
);

/** How many fresh copies there are of cards whose key begins so. */
async function renewals(prefix: string): Promise<number> {
  const rows = await query("select 1 from seedbed.outbox where key like 'reissue:%' and card_key like $1", [
    `${prefix}%`,
  ]);
  return rows.length;
}
