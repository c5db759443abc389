/** Slack's shortcuts over real sockets: a call that a person picks from a menu. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Room, startRoom } from "./room.ts";

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(async () => {
  await room?.stop();
});
beforeEach(() => {
  room.received.length = 0;
});

test("a shortcut from anywhere is a call without input, answered privately", async () => {
  expect((await room.act("slack/shortcut", { user: "marketer", callback_id: "vet" })).ok).toBe(true);
  const inbound = await room.next(() => true);
  expect(inbound.body).toEqual({ kind: "click", command: "vet", input: {} });
  expect(inbound.where).toMatchObject({ chatKind: "direct", chat: inbound.user });
  expect(inbound.where.trigger).toBeTypeOf("string");
});

test("a shortcut on a message brings the message's text and stays in its channel", async () => {
  await room.act("slack/say", {
    user: "marketer",
    channel: "#spring-launch",
    text: "干皮姐妹看过来 &amp; 试用",
  });
  const message = (await room.messages("marketer", "#spring-launch")).findLast(({ text }) =>
    text.includes("干皮"),
  );
  const act = { user: "marketer", callback_id: "draft", channel: "#spring-launch", ts: message?.ts };
  expect((await room.act("slack/shortcut", act)).ok).toBe(true);
  const inbound = await room.next(({ body }) => body.kind === "click");
  expect(inbound.body).toMatchObject({
    command: "draft",
    input: { text: expect.stringContaining("干皮姐妹看过来 &") },
  });
  expect(inbound.where).toMatchObject({ chatKind: "group", chat: "C09SPRING1" });
});

test("a shortcut on a message with files brings the first list among them, and none where there is none", async () => {
  const channel = "#spring-launch";
  const share = (name: string) =>
    room.act("slack/upload", {
      user: "finance",
      channel,
      name,
      content: Buffer.from("昵称\n阿禾").toString("base64"),
    });
  await share("creators.csv");
  const shared = (await room.messages("marketer", channel)).findLast(({ files }) => files.length > 0);
  const plain = (await room.messages("marketer", channel)).find(({ files }) => files.length === 0);
  for (const message of [shared, plain]) {
    const act = { user: "marketer", callback_id: "import", channel, ts: message?.ts };
    expect((await room.act("slack/shortcut", act)).ok).toBe(true);
  }
  const calls = room.received.flatMap(({ body }) => (body.kind === "click" ? [body] : []));
  expect(calls.map(({ command }) => command)).toEqual(["import", "import"]);
  expect(JSON.parse(String(calls[0]?.input["file"]))).toMatchObject({
    platform: "slack",
    id: shared?.files[0]?.id,
    name: "creators.csv",
  });
  expect(calls[1]?.input).toEqual({});
});
