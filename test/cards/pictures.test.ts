/** Pictures reach each platform before the card that shows them, once, and a card without its picture says what it shows. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import type { Pictures } from "../../src/chat/ports.ts";
import { type Desk, pace, reading, startDesk } from "../lark/support-lark.ts";
import { type Room, startRoom } from "../slack/room.ts";

const CHANNEL = "#spring-launch";
const CHANNEL_ID = "C09SPRING1";
/** One grey point. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

let room: Room;
let desk: Desk;
beforeAll(async () => {
  room = await startRoom();
  desk = await startDesk();
});
afterAll(async () => {
  await room?.stop();
  await desk?.stop();
});

const card: Card = {
  title: "Mood board",
  tone: "info",
  summary: "Mood board",
  body: [{ kind: "picture", file: "fil_1", title: "Jars", alt: "Three jars on a table" }],
};
const pictures: Pictures = new Map([["fil_1", { name: "board.png", bytes: PNG }]]);
const broken: Pictures = new Map([["fil_1", { name: "board.png", bytes: Buffer.from("no picture") }]]);

const post = (of: "slack" | "lark", key: string, given: Pictures | undefined) =>
  of === "slack"
    ? room.slack.chat.post({ to: { chat: CHANNEL_ID }, card, reading, key, pictures: given })
    : desk.lark.chat.post({ to: { chat: desk.group.id }, card, reading, key, pictures: given });
const seen = async (of: "slack" | "lark", id: string): Promise<string> =>
  JSON.stringify(
    of === "slack"
      ? (await room.messages("marketer", CHANNEL)).find(({ ts }) => ts === id)?.blocks
      : (await desk.messages()).find((message) => message.message_id === id)?.card,
  );
const uploads = async (of: "slack" | "lark"): Promise<number> => {
  const { url } = of === "slack" ? room.sandbox : desk.sandbox;
  const { calls } = (await (await fetch(`${url}/sandbox/api/calls`)).json()) as {
    calls: { method: string }[];
  };
  return calls.filter(({ method }) => ["upload", "im.image.create"].includes(method)).length;
};

test.each(["slack", "lark"] as const)(
  "on %s a picture is uploaded once and shown with its words",
  async (of) => {
    const first = await post(of, "first", pictures);
    await pace();
    const second = await post(of, "second", pictures);
    for (const { id } of [first, second]) {
      const shown = await seen(of, id);
      expect(shown).toMatch(/"type":"image"|"tag":"img"/);
      expect(shown).toContain("Three jars on a table");
    }
    expect(await uploads(of)).toBe(1);
  },
);

test.each(["slack", "lark"] as const)("on %s a card without its picture says what it shows", async (of) => {
  await pace();
  const shown = await seen(of, (await post(of, "none", undefined)).id);
  expect(shown).not.toMatch(/"type":"image"|"tag":"img"/);
  expect(shown).toContain("Three jars on a table");
});

test("an upload whose answer was lost is tried again with the card, and nothing is shown twice", async () => {
  const more: Pictures = new Map([["fil_1", { name: "other.png", bytes: PNG }]]);
  const fresh = await startDesk();
  try {
    await fresh.fault("lost_answer");
    const send = () =>
      fresh.lark.chat.post({ to: { chat: fresh.group.id }, card, reading, key: "lost", pictures: more });
    await expect(send()).rejects.toMatchObject({ code: "unreachable", retryable: true });
    await send();
    expect(await fresh.messages()).toHaveLength(1);
  } finally {
    await fresh.stop();
  }
});

test("bytes that are no picture leave a card with words", async () => {
  const fresh = await startDesk();
  try {
    await fresh.lark.chat.post({
      to: { chat: fresh.group.id },
      card,
      reading,
      key: "broken",
      pictures: broken,
    });
    expect(JSON.stringify(await fresh.messages())).toContain("Three jars on a table");
  } finally {
    await fresh.stop();
  }
});
