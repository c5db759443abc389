/** What Slack tells without anybody asking, over real sockets and by HTTP, and what of it is none of the bot's business. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readHappening } from "../../src/slack/read-happening.ts";
import { type Room, startRoom } from "./room.ts";

describe.each(["socket", "http"] as const)("by %s", (transport) => {
  let room: Room;
  beforeAll(async () => {
    room = await startRoom(transport);
  });
  afterAll(async () => {
    await room?.stop();
  });
  beforeEach(() => {
    room.received.length = 0;
  });

  test("an invitation and a removal name the channel and who did it", async () => {
    const invited = (await room.act("slack/invite", {
      channel: "#double-11",
      user: "manager",
    })) as unknown as {
      ok: boolean;
      channel: string;
    };
    expect(invited.ok).toBe(true);
    expect((await room.act("slack/remove", { channel: "#double-11", user: "manager" })).ok).toBe(true);
    expect(room.received.map(({ user, where, body }) => ({ user, where, body }))).toEqual(
      ["chat-joined", "chat-left"].map((what) => ({
        user: "U09K3JONA2",
        where: { platform: "slack", chat: invited.channel, chatKind: "group" },
        body: { kind: "happened", what },
      })),
    );
  });

  test("an opened home and an opened private chat are told apart, and each has a key of its own", async () => {
    expect((await room.act("slack/enter", { user: "marketer" })).ok).toBe(true);
    await fetch(`${room.sandbox.url}/sandbox/api/slack/home?user=marketer`);
    const [entered, opened] = room.received;
    expect([entered?.body, opened?.body]).toEqual([
      { kind: "happened", what: "chat-entered" },
      { kind: "happened", what: "home-opened" },
    ]);
    expect(entered?.eventKey).not.toBe(opened?.eventKey);
  });

  test("other people's coming is none of the bot's business; an invitation without its inviter counts all the same", () => {
    const bot = { userId: "U0BOT", botId: "B0BOT" };
    const joined = (user: string) => ({
      event_id: "Ev1",
      event: { type: "member_joined_channel", user, channel: "C1", event_ts: "1795500000.000100" },
    });
    expect(readHappening(joined("U0SOMEONE"), bot)).toBeUndefined();
    expect(readHappening(joined("U0BOT"), bot)).toMatchObject({
      user: "U0BOT",
      eventKey: "slack-event:Ev1",
      happenedAt: "2026-11-24T06:00:00.000Z",
      body: { what: "chat-joined" },
    });
  });

  test("what makes no sense is refused in words", async () => {
    for (const [path, body] of [
      ["slack/invite", { channel: "#spring-launch" }],
      ["slack/invite", { channel: "no such name!" }],
      ["slack/remove", { channel: "#nowhere" }],
      ["slack/remove", { channel: "@seedbed" }],
    ] as const)
      expect((await room.act(path, body)).error).toMatch(/\w+ \w+/u);
    expect(room.received).toEqual([]);
  });
});
