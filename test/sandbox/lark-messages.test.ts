/** The bot and people talk over the local Lark: the unmodified SDK on one side, control calls on the other. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CARD, type LarkHost, refusalOf, startLark } from "./support-lark-host.ts";

const GROUP = "春季种草";

describe("messages on the local Lark", () => {
  let host: LarkHost;
  beforeEach(async () => {
    host = await startLark({ retriesMs: [100, 100] });
  });
  afterEach(() => host.stop());

  const groupId = async () => {
    const { data } = await host.client.im.chat.list();
    return data?.items?.find((chat) => chat.name === GROUP)?.chat_id ?? "";
  };
  const send = async (data: { msg_type: string; content: string; uuid?: string }) =>
    host.client.im.message.create({
      params: { receive_id_type: "chat_id" },
      data: { receive_id: await groupId(), ...data },
    });
  const sendCard = (card: object, uuid?: string) =>
    send({ msg_type: "interactive", content: JSON.stringify(card), ...(uuid && { uuid }) });

  it("brings a mention in a group to the bot and its reply to everybody", async () => {
    const heard: unknown[] = [];
    await host.connect({
      "im.message.receive_v1": async (event: { message: { message_id: string } }) => {
        heard.push(event);
        await host.client.im.message.reply({
          path: { message_id: event.message.message_id },
          data: { msg_type: "text", content: JSON.stringify({ text: "收到" }), uuid: "r1" },
        });
      },
    });
    const said = await host.act("say", { user: "partner", chat: GROUP, text: "@seedbed /vet 小鹿护肤" });
    expect(said).toMatchObject({ status: 200, body: { ok: true } });
    expect(heard).toMatchObject([
      {
        event_type: "im.message.receive_v1",
        sender: { sender_type: "user", sender_id: { open_id: expect.stringMatching(/^ou_/) } },
        message: {
          chat_type: "group",
          message_type: "text",
          content: JSON.stringify({ text: "@_user_1 /vet 小鹿护肤" }),
          mentions: [{ key: "@_user_1", name: "Seedbed", mentioned_type: "bot" }],
        },
      },
    ]);
    expect(await host.messages("legal", GROUP)).toMatchObject([
      { sender: "partner", type: "text", text: "@Seedbed /vet 小鹿护肤" },
      { sender: "seedbed", type: "text", text: "收到", reply_to: said.body["message_id"] },
    ]);
  });

  it("mentions the bot for a command in a group and keeps other talk from it", async () => {
    const heard: string[] = [];
    await host.connect({
      "im.message.receive_v1": (event: { message: { content: string } }) => {
        heard.push(event.message.content);
      },
    });
    const talk = await host.act("say", { user: "legal", chat: GROUP, text: "大家早" });
    expect(talk.body).toMatchObject({ ok: true, note: expect.stringContaining("@seedbed") });
    await host.act("say", { user: "legal", chat: GROUP, text: "／看号 小鹿护肤" });
    await host.act("say", { user: "legal", chat: "@seedbed", text: "help" });
    expect(heard.map((content) => JSON.parse(content).text)).toEqual(["@_user_1 ／看号 小鹿护肤", "help"]);
  });

  it("says so when no bot listens, and brings the message once one does", async () => {
    const lost = await host.act("say", { user: "partner", chat: "@seedbed", text: "/vet a" });
    expect(lost.body).toMatchObject({ ok: false, error: expect.stringContaining("not connected") });
    const arrived = new Promise((resolve) => {
      void host.connect({ "im.message.receive_v1": resolve });
    });
    expect(await arrived).toMatchObject({ message: { content: JSON.stringify({ text: "/vet a" }) } });
  });

  it("sends an event again, under the same id, when the bot failed on it", async () => {
    const ids: string[] = [];
    const twice = new Promise<void>((resolve) => {
      void host.connect({
        "im.message.receive_v1": (event: { event_id: string }) => {
          ids.push(event.event_id);
          if (ids.length === 1) throw new Error("the database is away");
          resolve();
        },
      });
    });
    await host.act("say", { user: "partner", chat: "@seedbed", text: "one" });
    await twice;
    expect(ids).toHaveLength(2);
    expect(ids[1]).toBe(ids[0]);
  });

  it("posts a card once for one uuid within the hour", async () => {
    const first = await sendCard(CARD, "k1");
    const again = await sendCard(CARD, "k1");
    expect(again.data?.message_id).toBe(first.data?.message_id);
    host.world.moveTo(host.world.now() + 61 * 60_000);
    const later = await sendCard(CARD, "k1");
    expect(later.data?.message_id).not.toBe(first.data?.message_id);
    expect(await host.messages("partner", GROUP)).toHaveLength(2);
  });

  it("patches a card for 14 days and refuses it after that", async () => {
    const { data } = await sendCard(CARD);
    const path = { message_id: data?.message_id ?? "" };
    const changed = { ...CARD, header: { title: { tag: "plain_text", content: "通过" } } };
    await host.client.im.message.patch({ path, data: { content: JSON.stringify(changed) } });
    expect(await host.messages("partner", GROUP)).toMatchObject([{ card: changed }]);
    host.world.moveTo(host.world.now() + 15 * 24 * 3_600_000);
    const patch = host.client.im.message.patch({ path, data: { content: JSON.stringify(CARD) } });
    expect(await refusalOf(patch)).toMatchObject({ status: 400, code: 230031 });
  });

  it("takes 5 updates a second of one card", async () => {
    const { data } = await sendCard(CARD);
    const path = { message_id: data?.message_id ?? "" };
    const patch = () => host.client.im.message.patch({ path, data: { content: JSON.stringify(CARD) } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => refusalOf(patch())));
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(5);
    expect(answers.filter(({ code }) => code === 230020)).toMatchObject([{ status: 400, reset: "1" }]);
  });

  it("refuses to edit a card, and edits a text", async () => {
    const card = await sendCard(CARD);
    const edit = (id = "") =>
      host.client.im.message.update({
        path: { message_id: id },
        data: { msg_type: "text", content: JSON.stringify({ text: "改" }) },
      });
    expect(await refusalOf(edit(card.data?.message_id))).toMatchObject({ code: 230054 });
    const text = await send({ msg_type: "text", content: JSON.stringify({ text: "原" }) });
    expect(await edit(text.data?.message_id)).toMatchObject({ code: 0 });
    expect((await host.messages("partner", GROUP)).at(-1)).toMatchObject({ text: "改" });
  });

  it("lists a chat's messages page by page and gives a card back as it was sent", async () => {
    for (const text of ["1", "2", "3"]) await send({ msg_type: "text", content: JSON.stringify({ text }) });
    await sendCard(CARD);
    const read = async (token?: string) =>
      host.client.im.message.list({
        params: {
          container_id_type: "chat",
          container_id: await groupId(),
          sort_type: "ByCreateTimeDesc",
          page_size: 3,
          card_msg_content_type: "user_card_content",
          ...(token && { page_token: token }),
        },
      });
    const first = await read();
    expect(first.data?.has_more).toBe(true);
    expect(JSON.parse(first.data?.items?.[0]?.body?.content ?? "")).toEqual(CARD);
    const rest = await read(first.data?.page_token);
    expect(rest.data).toMatchObject({ has_more: false, items: [{ msg_type: "text" }] });
  });

  it("keeps a thread out of its chat's list, but for its head", async () => {
    const { data } = await send({ msg_type: "text", content: JSON.stringify({ text: "head" }) });
    const reply = await host.client.im.message.reply({
      path: { message_id: data?.message_id ?? "" },
      data: { msg_type: "text", content: JSON.stringify({ text: "inside" }), reply_in_thread: true },
    });
    const list = (container_id_type: string, container_id: string, rest = {}) =>
      host.client.im.message.list({ params: { container_id_type, container_id, ...rest } });
    const chat = await list("chat", await groupId());
    expect(chat.data?.items?.map((item) => item.message_id)).toEqual([data?.message_id]);
    const threadId = chat.data?.items?.[0]?.thread_id ?? "";
    const thread = await list("thread", threadId);
    expect(thread.data?.items?.map((item) => item.message_id)).toEqual([
      data?.message_id,
      reply.data?.message_id,
    ]);
    expect(await refusalOf(list("thread", threadId, { start_time: "1" }))).toMatchObject({ code: 230001 });
  });

  it("recalls a message", async () => {
    const { data } = await send({ msg_type: "text", content: JSON.stringify({ text: "错" }) });
    const path = { message_id: data?.message_id ?? "" };
    await host.client.im.message.delete({ path });
    expect(await host.messages("partner", GROUP)).toMatchObject([{ deleted: true, text: "" }]);
    const reply = host.client.im.message.reply({ path, data: { msg_type: "text", content: '{"text":"?"}' } });
    expect(await refusalOf(reply)).toMatchObject({ code: 230011 });
  });

  it("writes to a person by open_id and by email, not to one it cannot see", async () => {
    const to = (type: "open_id" | "email", id: string) =>
      host.client.im.message.create({
        params: { receive_id_type: type },
        data: { receive_id: id, msg_type: "text", content: JSON.stringify({ text: type }) },
      });
    const users = await host.client.contact.user.batchGetId({
      data: { emails: ["legal@acme.example", "newcomer@acme.example"] },
    });
    const [legal, unseen] = users.data?.user_list ?? [];
    expect(unseen).toEqual({ email: "newcomer@acme.example" });
    await to("open_id", legal?.user_id ?? "");
    await to("email", "legal@acme.example");
    expect(await host.messages("legal", "@seedbed")).toMatchObject([{ text: "open_id" }, { text: "email" }]);
    expect(await refusalOf(to("email", "newcomer@acme.example"))).toMatchObject({ code: 230034 });
  });

  it("tells a wrong control call what there is", async () => {
    const noUser = await host.act("say", { user: "boss", chat: GROUP, text: "hi" });
    expect(noUser).toMatchObject({ status: 400, body: { error: expect.stringContaining("partner, legal") } });
    const outside = await host.act("say", { user: "newcomer", chat: GROUP, text: "hi" });
    expect(outside).toMatchObject({ status: 400, body: { error: expect.stringContaining("@seedbed") } });
  });
});

describe("a restarted local Lark", () => {
  it("still has its messages and brings what was not acknowledged", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lark-"));
    const first = await startLark({ folder, retriesMs: [500] });
    await first.act("say", { user: "partner", chat: "@seedbed", text: "before" });
    await first.stop();
    const second = await startLark({ folder, retriesMs: [500, 500, 500] });
    expect(await second.messages("partner", "@seedbed")).toMatchObject([{ text: "before" }]);
    const arrived = new Promise((resolve) => {
      void second.connect({ "im.message.receive_v1": resolve });
    });
    expect(await arrived).toMatchObject({ message: { content: JSON.stringify({ text: "before" }) } });
    await second.stop();
    rmSync(folder, { recursive: true });
  });
});
