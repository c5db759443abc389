/** Message events as the platform sends them, read without a server: rich text, links, threads, times, strangers. */
import { expect, it } from "vitest";
import { readAction } from "../../src/lark/read-action.ts";
import { readMessage } from "../../src/lark/read-message.ts";
import { isoTime } from "../../src/lark/read-time.ts";

const BOT = "ou_bot";
const chats = { learn: () => undefined };

function event(content: object, more: Record<string, unknown> = {}, senderType = "user") {
  return {
    event_id: "e1",
    sender: { sender_type: senderType, sender_id: { open_id: "ou_anna" } },
    message: {
      message_id: "om_1",
      chat_id: "oc_1",
      chat_type: "p2p",
      message_type: "text",
      create_time: "1780000000123",
      content: JSON.stringify(content),
      ...more,
    },
  };
}

const bodyOf = (given: Record<string, unknown>) => readMessage(given, BOT, chats)?.body;

it.each([
  ["/vet 82k", { text: "vet 82k", slash: true }],
  ["／看号 小鹿", { text: "看号 小鹿", slash: true }],
  ["\u3000\u3000／看号", { text: "看号", slash: true }],
  ["vet 小鹿", { text: "vet 小鹿", slash: false }],
  [
    "vet [主页](https://www.xiaohongshu.com/user/profile/1)",
    { text: "vet https://www.xiaohongshu.com/user/profile/1", slash: false },
  ],
])("%s", (text, expected) => {
  expect(bodyOf(event({ text }))).toEqual({ kind: "line", ...expected });
});

it("rich text is its lines, links as addresses", () => {
  const content = [
    [
      { tag: "at", user_id: "@_user_1" },
      { tag: "text", text: " ／vet " },
      { tag: "a", href: "https://e.com/1", text: "note" },
    ],
    [
      { tag: "img", image_key: "img_1" },
      { tag: "text", text: "followers=82k" },
    ],
  ];
  const mentions = [{ key: "@_user_1", name: "Seedbed", id: { open_id: BOT } }];
  const more = { message_type: "post", chat_type: "group", mentions };
  expect(bodyOf(event({ title: "", content }, more))).toEqual({
    kind: "line",
    text: "vet https://e.com/1\nfollowers=82k",
    slash: true,
  });
});

it("tells the tenth mention from the first", () => {
  const mentions = [
    { key: "@_user_1", name: "Bot", id: { open_id: BOT } },
    { key: "@_user_10", name: "周律", id: { open_id: "ou_z" } },
  ];
  expect(bodyOf(event({ text: "@_user_1 ask @_user_10" }, { chat_type: "group", mentions }))).toMatchObject({
    text: "ask 周律",
  });
});

it("in a group, silence without a mention, but files are heard", () => {
  expect(bodyOf(event({ text: "/vet x" }, { chat_type: "group" }))).toBeUndefined();
  const file = { file_key: "file_1", file_name: "名单.xlsx" };
  expect(bodyOf(event(file, { chat_type: "group", message_type: "file" }))).toEqual({
    kind: "file",
    file: { platform: "lark", id: "file_1", name: "名单.xlsx", message: "om_1" },
    text: "",
  });
});

it("a picture is a file in a private chat, and silence in a group", () => {
  const picture = { image_key: "img_v3_1" };
  expect(bodyOf(event(picture, { message_type: "image" }))).toEqual({
    kind: "file",
    file: { platform: "lark", id: "img_v3_1", name: "image", message: "om_1" },
    text: "",
  });
  expect(bodyOf(event(picture, { message_type: "image", chat_type: "group" }))).toBeUndefined();
});

it("bots, stickers and broken events are nobody's line", () => {
  expect(readMessage(event({ text: "x" }, {}, "app"), BOT, chats)).toBeUndefined();
  expect(bodyOf(event({ file_key: "f" }, { message_type: "sticker" }))).toBeUndefined();
  expect(bodyOf(event({}, { message_type: "image" }))).toBeUndefined();
  expect(readMessage({}, BOT, chats)).toBeUndefined();
});

it("knows the thread: the root of an answer, or itself as the first of one", () => {
  const thread = (more: object) => readMessage(event({ text: "x" }, { ...more }), BOT, chats)?.where.thread;
  expect(thread({ root_id: "om_0", thread_id: "omt_1" })).toBe("om_0");
  expect(thread({ thread_id: "omt_1" })).toBe("om_1");
  expect(thread({})).toBeUndefined();
});

it("reads seconds, milliseconds and microseconds", () => {
  const iso = "2026-05-28T20:26:40.000Z";
  expect([isoTime(1_780_000_000), isoTime("1780000000000"), isoTime("1780000000000000")]).toEqual([
    iso,
    iso,
    iso,
  ]);
  expect([isoTime("soon"), isoTime(undefined), isoTime("17")]).toEqual([undefined, undefined, undefined]);
});

it("a value that is not the bot's is no click", async () => {
  const action = (value: unknown) => ({
    event_id: "e1",
    operator: { open_id: "ou_anna" },
    context: { open_message_id: "om_1", open_chat_id: "oc_1" },
    action: { value },
  });
  const directory = { kindOf: async () => "group" as const };
  expect(await readAction(action("text"), directory)).toBeUndefined();
  expect(await readAction(action({ other: 1 }), directory)).toBeUndefined();
  expect((await readAction(action({ c: "help" }), directory))?.body).toEqual({
    kind: "click",
    command: "help",
    input: {},
  });
});
