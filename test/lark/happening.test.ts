/** What Lark tells without anybody asking, over the long connection and by HTTP. */
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Desk, startDesk } from "./support-lark.ts";

describe.each(["socket", "http"] as const)("by %s", (transport) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk(transport);
  });
  afterAll(() => desk.stop());
  beforeEach(() => {
    desk.heard.length = 0;
  });

  test("the bot hears of a group it comes into, by its name, and of one it is taken from", async () => {
    const { chat } = await desk.control("lark/invite", { chat: "双十一群" });
    await desk.control("lark/remove", { chat: "双十一群", user: "legal" });
    const where = { platform: "lark", chat, chatKind: "group" };
    expect(desk.heard.map(({ user, where, body }) => ({ user, where, body }))).toEqual([
      {
        user: desk.user("partner"),
        where,
        body: { kind: "happened", what: "chat-joined", name: "双十一群" },
      },
      { user: desk.user("legal"), where, body: { kind: "happened", what: "chat-left", name: undefined } },
    ]);
  });

  test("a group it was taken from neither hears nor takes a word of it, and is not listed", async () => {
    const { chat } = await desk.control("lark/invite", { chat: "临时群" });
    await desk.control("lark/remove", { chat: "临时群" });
    desk.heard.length = 0;
    await desk.say("@seedbed /help", "临时群");
    expect(desk.heard).toEqual([]);
    expect((await desk.lark.chat.listChats()).map(({ name }) => name)).not.toContain("临时群");
    await expect(
      desk.lark.chat.find("key", { chat: String(chat) }, Temporal.Now.instant().subtract({ hours: 1 })),
    ).rejects.toMatchObject({
      code: "chat-not-found",
    });
  });

  test("a private chat is told of at its first opening, and not once something was said there", async () => {
    await desk.control("lark/enter", { user: "legal" });
    expect(desk.heard.map(({ body, where }) => [body, where.chatKind])).toEqual([
      [{ kind: "happened", what: "chat-entered", name: undefined }, "direct"],
    ]);
    await desk.say("/help", "@seedbed", "legal");
    desk.heard.length = 0;
    await desk.control("lark/enter", { user: "legal" });
    expect(desk.heard).toEqual([]);
  });

  test("what makes no sense is refused in words", async () => {
    for (const [path, body] of [
      ["lark/invite", { chat: "春季种草" }],
      ["lark/invite", { chat: "@seedbed" }],
      ["lark/invite", { chat: "春季种草", user: "newcomer" }],
      ["lark/remove", { chat: "没有的群" }],
    ] as const)
      expect(String((await desk.control(path, body))["error"])).toMatch(/\w+ \w+/u);
    expect(desk.heard).toEqual([]);
  });
});
