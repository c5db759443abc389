/** What people do in Slack, over real sockets, as it reaches the bot's one door and what they see in return. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { catalogue, english, form } from "./catalogue.ts";
import { type Room, startRoom, until } from "./room.ts";

const CHANNEL = "#spring-launch";
const CHANNEL_ID = "C09SPRING1";
const MAYA = "U09K3MAYA1";
const MAYAS_CHAT = "D09K3MAYA1";

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(async () => {
  await room?.stop();
});
beforeEach(() => {
  room.received.length = 0;
  room.ran.length = 0;
  room.door.acknowledgement = {};
  room.door.refuse = 0;
});

const say = (channel: string, text: string, thread_ts?: string) =>
  room.act("slack/say", {
    user: "marketer",
    channel,
    text,
    ...(thread_ts === undefined ? {} : { thread_ts }),
  });
const first = (): Promise<Inbound> => room.next(() => true);

test("a slash command is a line with its way back, stored before it is acknowledged and run after", async () => {
  expect((await say(CHANNEL, "/vet 小鹿护肤 followers=82k <https://x.example/a>")).ok).toBe(true);
  const inbound = await first();
  expect(inbound).toMatchObject({
    platform: "slack",
    user: MAYA,
    eventKey: expect.stringMatching(/^slack-command:[0-9a-f]{64}$/),
    where: {
      chat: CHANNEL_ID,
      chatKind: "group",
      trigger: expect.any(String),
      responseUrl: expect.any(String),
    },
    body: { kind: "line", text: "vet 小鹿护肤 followers=82k https://x.example/a", slash: true },
  });
  await until(() => (room.ran.includes(inbound.eventKey) ? true : undefined));
});

test("a slash command in the private chat says so", async () => {
  await say("@seedbed", "/help");
  expect((await first()).where).toMatchObject({ chat: MAYAS_CHAT, chatKind: "direct" });
});

test("a mention in a thread is a line without the mention, and remembers the thread", async () => {
  await say(CHANNEL, "what about her");
  const root = (await room.messages("marketer", CHANNEL)).at(-1)?.ts ?? "";
  await say(CHANNEL, "@seedbed vet 小鹿护肤", root);
  expect(await first()).toMatchObject({
    eventKey: expect.stringMatching(/^slack-event:Ev/),
    happenedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    where: { chat: CHANNEL_ID, chatKind: "group", thread: root },
    body: { kind: "line", text: "vet 小鹿护肤", slash: false },
  });
  expect(room.received).toHaveLength(1);
});

test("a mention outside of a thread has no thread, and talk without a mention is not for the bot", async () => {
  await say(CHANNEL, "lunch?");
  await say(CHANNEL, "@seedbed help");
  const inbound = await first();
  expect(inbound.body).toMatchObject({ text: "help" });
  expect(inbound.where.thread).toBeUndefined();
  expect(room.received).toHaveLength(1);
});

test("everything in the private chat is for the bot, with or without a slash", async () => {
  await say("@seedbed", "看号 小鹿护肤");
  await say("@seedbed", "／看号 小鹿护肤");
  await until(() => (room.received.length === 2 ? true : undefined));
  expect(room.received.map(({ body }) => body)).toEqual([
    { kind: "line", text: "看号 小鹿护肤", slash: false },
    { kind: "line", text: "看号 小鹿护肤", slash: true },
  ]);
});

test("a shared file comes with its text, in channels and in private", async () => {
  const content = Buffer.from("a,b").toString("base64");
  for (const channel of [CHANNEL, "@seedbed"]) {
    await room.act("slack/upload", {
      user: "marketer",
      channel,
      name: "fans.csv",
      content,
      text: "for spring",
    });
  }
  await until(() => (room.received.length === 2 ? true : undefined));
  expect(room.received.map(({ where }) => where.chatKind)).toEqual(["group", "direct"]);
  expect(room.received[0]).toMatchObject({
    eventKey: expect.stringMatching(/^slack-event:Ev\w+:0$/),
    body: { kind: "file", text: "for spring", file: { platform: "slack", name: "fans.csv", size: 3 } },
  });
});

test("a click carries its call and the card it was made on; its thread is where the card stands", async () => {
  const ref = await room.slack.chat.post({
    to: { chat: CHANNEL_ID },
    card: catalogue,
    reading: english,
    key: "clicks",
  });
  const click = await room.act("slack/click", {
    user: "marketer",
    channel: CHANNEL,
    ts: ref.id,
    action_id: "creator-reject:1",
  });
  expect(click.ok).toBe(true);
  const inbound = await first();
  expect(inbound).toMatchObject({
    eventKey: expect.stringMatching(/^slack-click:/),
    where: { chat: CHANNEL_ID, message: ref, trigger: expect.any(String) },
    body: { kind: "click", command: "creator reject", input: { id: 7 } },
  });
  expect(inbound.where.thread).toBeUndefined();
});

test("a link button is acknowledged and says nothing to the bot", async () => {
  const ref = await room.slack.chat.post({
    to: { user: MAYA },
    card: catalogue,
    reading: english,
    key: "link",
  });
  await room.act("slack/click", { user: "marketer", channel: "@seedbed", ts: ref.id, action_id: "link:2" });
  expect(room.received).toEqual([]);
});

test("a warning at a click is told to the one who clicked, good news is not", async () => {
  const ref = await room.slack.chat.post({
    to: { user: MAYA },
    card: catalogue,
    reading: english,
    key: "toasts",
  });
  const click = () =>
    room.act("slack/click", {
      user: "marketer",
      channel: "@seedbed",
      ts: ref.id,
      action_id: "shortlist-add:0",
    });
  room.door.acknowledgement = { toast: { tone: "good", text: "fine" } };
  await click();
  room.door.acknowledgement = { toast: { tone: "warning", text: "This card is old." } };
  await click();
  const told = await until(async () =>
    (await room.messages("marketer", "@seedbed")).find(({ text }) => text === "This card is old."),
  );
  expect(told.ephemeral).toBe(true);
  expect((await room.messages("marketer", "@seedbed")).some(({ text }) => text === "fine")).toBe(false);
});

test("a form opens at a command, refuses with errors at its fields, and then comes back whole", async () => {
  await say(CHANNEL, "/vet");
  const { where } = await first();
  const to = { chat: CHANNEL_ID, onlyFor: MAYA };
  await room.slack.chat.open({ form, reading: english, to, trigger: where.trigger, key: "form" });
  const view = await room.view("marketer");
  const submit = (values: object) =>
    room.act("slack/submit", { user: "marketer", view_id: view?.id, values });

  room.door.acknowledgement = { errors: { followers: "not a number", other: "wrong" } };
  const refused = await submit({ followers: "many" });
  expect(refused.errors).toEqual({ followers: "not a number\nwrong" });
  expect(await room.view("marketer")).not.toBeNull();

  room.door.acknowledgement = {};
  expect((await submit({ followers: "82k", posted: "2026-12-24" })).ok).toBe(true);
  expect(await room.view("marketer")).toBeNull();
  expect(room.received.at(-1)).toMatchObject({
    eventKey: expect.stringMatching(/^slack-submission:/),
    user: MAYA,
    where: { chat: CHANNEL_ID, chatKind: "group", trigger: expect.any(String) },
    body: {
      kind: "submission",
      command: "vet",
      input: { creator: "小鹿护肤", campaign: 7 },
      values: {
        followers: "82k",
        reason: "Fits the spring line",
        posted: "2026-12-24",
        at: "20:00",
        category: "beauty",
      },
    },
  });
});

test("an event that could not be stored is not acknowledged and comes again", async () => {
  room.door.refuse = 1;
  expect((await say("@seedbed", "help me")).ok).toBe(false);
  expect((await first()).body).toMatchObject({ text: "help me" });
}, 15_000);

test("a command, a click and a form that could not be stored are answered in both languages", async () => {
  room.door.refuse = 1;
  await say(CHANNEL, "/vet x");
  const told = (await room.messages("marketer", CHANNEL)).at(-1);
  expect(told?.ephemeral).toBe(true);
  expect(told?.text).toMatch(/try again.*再试/s);

  const ref = await room.slack.chat.post({
    to: { user: MAYA },
    card: catalogue,
    reading: english,
    key: "away",
  });
  room.door.refuse = 1;
  await room.act("slack/click", {
    user: "marketer",
    channel: "@seedbed",
    ts: ref.id,
    action_id: "shortlist-add:0",
  });
  await until(async () =>
    (await room.messages("marketer", "@seedbed")).find(({ text }) => /再试/.test(text)),
  );

  await say(CHANNEL, "/vet");
  const { where } = await first();
  await room.slack.chat.open({
    form,
    reading: english,
    to: { chat: CHANNEL_ID },
    trigger: where.trigger,
    key: "form 2",
  });
  const view = await room.view("marketer");
  room.door.refuse = 1;
  const submitted = await room.act("slack/submit", {
    user: "marketer",
    view_id: view?.id,
    values: { followers: "1" },
  });
  expect(submitted.errors?.["followers"]).toMatch(/再试/);
  expect(room.received).toHaveLength(1);
});

test("both deliveries of one event have the same key", async () => {
  await room.act("faults", { platform: "slack", kind: "duplicate", times: 1 });
  await say("@seedbed", "twice");
  await until(() => (room.received.length === 2 ? true : undefined));
  expect(room.received[0]?.eventKey).toBe(room.received[1]?.eventKey);
});

test("the bot does not hear itself", async () => {
  await room.slack.chat.post({ to: { user: MAYA }, card: catalogue, reading: english, key: "echo" });
  await say("@seedbed", "after");
  expect((await first()).body).toMatchObject({ text: "after" });
});

test("a spent trigger opens nothing", async () => {
  await say(CHANNEL, "/vet");
  const { trigger } = (await first()).where;
  const open = () =>
    room.slack.chat.open({ form, reading: english, to: { chat: CHANNEL_ID }, trigger, key: "form 3" });
  await open();
  await expect(open()).rejects.toMatchObject({ code: "trigger-expired", retryable: false });
});

test("a dropped socket comes back by itself", async () => {
  await room.act("faults", { platform: "slack", kind: "drop_socket", times: 1 });
  await until(async () => ((await say("@seedbed", "still there?")).ok ? true : undefined));
  expect((await room.next(({ body }) => body.kind === "line" && body.text === "still there?")).user).toBe(
    MAYA,
  );
}, 30_000);
