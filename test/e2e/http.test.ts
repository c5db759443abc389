/** The whole bot with both platforms over signed HTTP: what people do, what goes wrong on the way, health, and a stop. */
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  actionOf,
  LARK_CHAT,
  type LocalBot,
  SLACK_CHANNEL,
  startLocalBot,
  until,
} from "../support/local-bot.ts";

const BOTH = { slack: "http", lark: "http" } as const;

const marketer = { user: "marketer", channel: SLACK_CHANNEL };

describe("by HTTP", () => {
  let local: LocalBot;
  beforeAll(async () => {
    local = await startLocalBot({ transport: BOTH });
  });
  afterAll(() => local?.stop());

  const cardsWith = async (text: string) =>
    (await local.person.slack("marketer")).filter((message) => JSON.stringify(message.blocks).includes(text));
  const fault = (platform: string, kind: string) => local.person.post("faults", { platform, kind, times: 1 });

  test("a command, a click on its card, and the same card on the other side", async () => {
    const { person } = local;
    const said = await person.post("slack/say", { ...marketer, text: "/vet 小鹿护肤 followers=82k" });
    expect(said).toEqual({ ok: true });
    const card = await person.sees("slack", "marketer", SLACK_CHANNEL, "Add to shortlist");
    const action_id = actionOf(card, "Add to shortlist");
    expect(await person.post("slack/click", { ...marketer, ts: card.ts, action_id })).toEqual({ ok: true });
    await person.sees("slack", "manager", SLACK_CHANNEL, "On the shortlist: added by Maya Lindqvist");
  });

  test("a form opens in time, keeps what is wrong in front of the person, and is carried out", async () => {
    const { person } = local;
    await person.post("slack/say", { ...marketer, text: "/vet" });
    const { view } = await person.get<{ view: { id: string } }>("slack/view?user=marketer");
    const submit = (followers: string) =>
      person.post("slack/submit", {
        user: "marketer",
        view_id: view.id,
        values: { creator: "阿禾", followers },
      });
    expect(await submit("lots")).toEqual({ ok: true, errors: { followers: "“lots” is not a number" } });
    expect(await submit("82k")).toEqual({ ok: true });
    await person.sees("slack", "marketer", SLACK_CHANNEL, "阿禾: not enough data yet");
  });

  test("a mention in Lark, and a click there that is answered with a toast", async () => {
    const { person } = local;
    const where = { user: "partner", chat: LARK_CHAT };
    expect(await person.post("lark/say", { ...where, text: "@seedbed 看号 林一 粉丝=8.2万" })).toMatchObject({
      ok: true,
    });
    const card = await person.sees("lark", "partner", LARK_CHAT, "加入入选名单");
    const clicked = await person.post("lark/click", {
      user: "partner",
      message_id: card.message_id,
      name: "加入入选名单",
    });
    expect(clicked).toMatchObject({ ok: true, toast: { type: "info", content: "处理中…" } });
    await person.sees("lark", "partner", LARK_CHAT, "已入选：林晓雯");
  });

  test("an event that comes twice, or whose answer is lost, is carried out once", async () => {
    const { person } = local;
    await fault("slack", "duplicate");
    await person.post("slack/say", { ...marketer, text: "@seedbed vet 双份 followers=82k" });
    // else the fault would hit what Slack tells the bot of its own messages
    await local.bot.whenIdle();
    await fault("slack", "drop_socket");
    const lost = await person.post("slack/say", { ...marketer, text: "@seedbed vet 失联 followers=82k" });
    expect(lost).toMatchObject({ ok: false });
    await person.sees("slack", "marketer", SLACK_CHANNEL, "双份: not enough data yet");
    await person.sees("slack", "marketer", SLACK_CHANNEL, "失联: not enough data yet");
    await local.bot.whenIdle();
    expect(await cardsWith("双份: not enough data yet")).toHaveLength(1);
    expect(await cardsWith("失联: not enough data yet")).toHaveLength(1);
  });

  test("no call broke a rule of a platform", async () => {
    const { calls } = await local.person.get<{ calls: { violations: string[] }[] }>("calls");
    expect(calls.flatMap(({ violations }) => violations)).toEqual([]);
  });
});

test("one platform by HTTP and one by socket, in one process with the page and /healthz", async () => {
  const local = await startLocalBot({ transport: { slack: "http" } });
  onTestFinished(() => local.stop());
  const { person, sandbox, bot } = local;
  const health = async () => {
    const response = await fetch(`${sandbox.url}/healthz`);
    return { status: response.status, state: await response.json() };
  };
  const platforms = {
    slack: { transport: "http", connected: true },
    lark: { transport: "socket", connected: true },
  };
  expect(await health()).toEqual({
    status: 200,
    state: { ready: true, store: "reachable", platforms },
  });
  expect(await person.post("slack/say", { ...marketer, text: "/vet 小鹿护肤 followers=82k" })).toEqual({
    ok: true,
  });
  await person.sees("slack", "marketer", SLACK_CHANNEL, "小鹿护肤: not enough data yet");
  const { ok } = await person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: "@seedbed 帮助" });
  expect(ok).toBe(true);
  expect((await fetch(`${sandbox.url}/healthz`, { method: "POST" })).status).toBe(405);

  // without its store the bot is not ready, and comes back by itself
  const address = new URL(local.database.url);
  const name = address.pathname.slice(1);
  address.pathname = "/postgres";
  const admin = new Client({ connectionString: address.href });
  await admin.connect();
  onTestFinished(() => admin.end());
  await admin.query(`alter database ${name} allow_connections false`);
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  expect(await health()).toMatchObject({ status: 503, state: { ready: false, store: "unreachable" } });
  await admin.query(`alter database ${name} allow_connections true`);
  expect(await health()).toMatchObject({ status: 200 });
  await bot.whenIdle();
});

test("a stop while a request is under way: it is answered, and what it brought is done", async () => {
  const local = await startLocalBot({ transport: BOTH });
  const { person, bot, sandbox } = local;
  const lock = new Client({ connectionString: local.database.url });
  const watch = new Client({ connectionString: local.database.url });
  await lock.connect();
  await watch.connect();
  await lock.query("begin");
  await lock.query("lock table seedbed.inbox in share mode");
  const waiting = (count: number) =>
    until(async () => {
      const { rows } = await watch.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rows.length >= count ? true : undefined;
    }, `${count} requests to wait for the store`);
  // one after the other: what comes together is stored by one statement
  const said = person.post("slack/say", { ...marketer, text: "/vet 小鹿护肤 followers=82k" });
  await waiting(1);
  const asked = person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: "@seedbed 帮助" });
  await waiting(2);

  const stopped = bot.stop();
  await until(async () => {
    const { status } = await fetch(`${sandbox.url}/slack/events`, { method: "POST", body: "{}" });
    return status === 503 ? true : undefined;
  }, "the bot to let nobody in");
  await lock.query("commit");
  expect(await said).toEqual({ ok: true });
  expect(await asked).toMatchObject({ ok: true });
  await stopped;
  const { rows } = await lock.query("select done_at is not null as done from seedbed.inbox");
  expect(rows).toEqual([{ done: true }, { done: true }]);
  await lock.end();
  await watch.end();
  await sandbox.stop();
  await local.database.drop();
});
