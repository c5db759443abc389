/** What people do on Lark reaches the bot's door over real sockets, once stored is answered, and the answers come back. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actions, button, type Card, call } from "../../src/chat/card.ts";
import { type Desk, pace, reading, startDesk, until } from "./support-lark.ts";

let desk: Desk;

beforeEach(async () => {
  desk = await startDesk();
});

afterEach(async () => {
  await desk.stop();
});

const askCard: Card = {
  title: "小鹿护肤",
  tone: "info",
  summary: "One creator to decide on",
  body: [
    actions(button("Shortlist", call("shortlist add", { creator: 7, note: "a & b" }), { style: "primary" })),
    {
      kind: "form",
      open: "Reschedule",
      form: {
        title: "Reschedule",
        call: call("wave move", { slot: 3 }),
        submit: "Save",
        fields: [
          { kind: "date", name: "date", label: "Date", required: true },
          { kind: "time", name: "time", label: "Time", required: false },
          {
            kind: "choice",
            name: "wave",
            label: "Wave",
            required: true,
            choices: [
              { value: "burst", label: "爆发期" },
              { value: "sustain", label: "长尾期" },
            ],
          },
          { kind: "long-text", name: "reason", label: "Reason", required: false },
        ],
      },
    },
  ],
};

const postAsk = () =>
  desk.lark.chat.post({ to: { chat: desk.group.id }, card: askCard, reading, key: "ask" });

describe("lines", () => {
  it("a private line is a line, its full-width slash understood", async () => {
    expect(await desk.say("／看号　小鹿护肤 粉丝＝8.2万", "@seedbed")).toMatchObject({ ok: true });
    expect(desk.heard).toHaveLength(1);
    expect(desk.heard[0]).toMatchObject({
      platform: "lark",
      user: desk.user("partner"),
      where: { platform: "lark", chatKind: "direct", thread: undefined },
      body: { kind: "line", text: "看号　小鹿护肤 粉丝＝8.2万", slash: true },
    });
    expect(desk.heard[0]?.eventKey).toMatch(/^lark-message:om_/);
    await until(() => desk.ran.length === 1);
  });

  it("in a group only a mention is for the bot; its name goes, other names stay", async () => {
    await desk.say("vet nobody asked");
    await desk.say("@seedbed vet 小鹿护肤 for @legal");
    expect(desk.heard.map(({ body }) => body)).toEqual([
      { kind: "line", text: "vet 小鹿护肤 for 周律", slash: false },
    ]);
    expect(desk.heard[0]?.where).toMatchObject({ chat: desk.group.id, chatKind: "group" });
  });

  it("a message that could not be stored is not acknowledged", async () => {
    desk.plan.failures = 1;
    expect(await desk.say("vet x", "@seedbed")).toMatchObject({ ok: false });
    expect(desk.heard).toEqual([]);
  });

  it("a duplicate delivery carries the same key", async () => {
    await desk.fault("duplicate");
    await desk.say("digest", "@seedbed");
    await until(() => desk.heard.length === 2);
    expect(new Set(desk.heard.map(({ eventKey }) => eventKey)).size).toBe(1);
  });

  it("a menu entry is a command line of its person", async () => {
    expect(await desk.control("lark/menu", { user: "legal", event_key: "digest" })).toMatchObject({
      ok: true,
    });
    expect(desk.heard[0]).toMatchObject({
      user: desk.user("legal"),
      where: { chatKind: "direct" },
      body: { kind: "line", text: "digest", slash: true },
    });
    const to = { chat: desk.heard[0]?.where.chat };
    await desk.lark.chat.post({ to, card: askCard, reading, key: "menu answer" });
    expect((await desk.messages("@seedbed", "legal")).at(-1)?.type).toBe("interactive");
  });
});

describe("cards", () => {
  it("a click brings its call and shows the toast", async () => {
    const { id } = await postAsk();
    desk.plan.acknowledgement = { toast: { tone: "good", text: "Added" } };
    const answer = await desk.click(id, "Shortlist");
    expect(answer).toMatchObject({ ok: true, toast: { type: "success", content: "Added" } });
    expect(desk.heard[0]).toMatchObject({
      user: desk.user("partner"),
      where: { chat: desk.group.id, chatKind: "group", message: { chat: desk.group.id, id } },
      body: { kind: "click", command: "shortlist add", input: { creator: 7, note: "a & b" } },
    });
    expect(desk.heard[0]?.eventKey).toMatch(/^lark-action:/);
    await until(() => desk.ran.length === 1);
  });

  it("a click on a card in a private chat happened in a private chat", async () => {
    const to = { user: desk.user("partner") };
    const { id } = await desk.lark.chat.post({ to, card: askCard, reading, key: "private" });
    await desk.click(id, "Shortlist");
    expect(desk.heard[0]?.where.chatKind).toBe("direct");
  });

  it("a click that could not be stored tells the person in their language", async () => {
    const { id } = await postAsk();
    desk.plan.failures = 2;
    expect((await desk.click(id, "Shortlist"))["toast"]).toEqual({
      type: "error",
      content: "没保存上，请再试一次。",
    });
    expect((await desk.click(id, "Shortlist", undefined, "manager"))["toast"]).toEqual({
      type: "error",
      content: "Not saved, please try again.",
    });
    expect(desk.heard).toEqual([]);
    expect(desk.log.lines.some(({ level }) => level === "error")).toBe(true);
  });

  it("a form brings its values as the form asked for them", async () => {
    const { id } = await postAsk();
    const form = { date: "2026-12-01", time: "20:00", wave: "burst", reason: "改期\n样品未到" };
    expect(await desk.click(id, "Save", form)).toMatchObject({ ok: true });
    expect(desk.heard[0]?.body).toEqual({
      kind: "submission",
      command: "wave move",
      input: { slot: 3 },
      values: { date: "2026-12-01", time: "20:00", wave: "burst", reason: "改期\n样品未到" },
    });
  });

  it("a choice above a table is a click with the chosen value, as soon as it is made", async () => {
    const card: Card = {
      title: "名单",
      tone: "good",
      summary: "Ranked",
      body: [
        {
          kind: "table",
          caption: "Ranking",
          columns: [{ title: "Creator", kind: "text" }],
          rows: [["小鹿护肤"], ["阿禾"]],
          orders: {
            label: "Order",
            chosen: "score",
            choices: [
              { value: "score", label: "Best score first" },
              { value: "quote", label: "Lowest quote first" },
            ],
            call: call("import order", { import: "imp_1" }),
            input: "by",
          },
        },
      ],
    };
    const { id } = await desk.lark.chat.post({ to: { chat: desk.group.id }, card, reading, key: "order" });
    expect(await desk.choose(id, "by", "Lowest quote first")).toMatchObject({ ok: true });
    expect(desk.heard[0]?.body).toEqual({
      kind: "click",
      command: "import order",
      input: { import: "imp_1", by: "quote" },
    });
  });

  it("wrong values come back as a toast that names each problem", async () => {
    const { id } = await postAsk();
    desk.plan.acknowledgement = { errors: { date: "The date has passed.", time: "Quiet hours." } };
    const answer = await desk.click(id, "Save", { date: "2026-01-01", wave: "burst" });
    expect(answer["toast"]).toEqual({ type: "error", content: "The date has passed.\nQuiet hours." });
  });

  it("two forms on one card keep their own input names", async () => {
    const form = (command: string) => ({
      kind: "form" as const,
      open: "x",
      form: {
        title: command,
        call: call(command, {}),
        submit: `Send ${command}`,
        fields: [{ kind: "text" as const, name: "note", label: "Note", required: false }],
      },
    });
    const card = { ...askCard, body: [form("first"), form("second")] };
    const { id } = await desk.lark.chat.post({ to: { chat: desk.group.id }, card, reading, key: "two" });
    await desk.click(id, "Send second", { note_2: "words" });
    expect(desk.heard[0]?.body).toMatchObject({ command: "second", values: { note: "words" } });
  });
});

describe("files and threads", () => {
  it("a file in a group is heard without a mention", async () => {
    const content = Buffer.from("昵称,粉丝\n小鹿,82000").toString("base64");
    await desk.control("lark/upload", { user: "partner", chat: desk.group.name, name: "名单.csv", content });
    const body = desk.heard[0]?.body;
    expect(body).toMatchObject({ kind: "file", file: { platform: "lark", name: "名单.csv" }, text: "" });
    if (body?.kind !== "file") return;
    expect(Buffer.from(await desk.lark.chat.readFile(body.file, 1_000)).toString()).toContain("小鹿");
  });

  it("an answer in a thread hangs under its root", async () => {
    const root = await postAsk();
    await pace();
    const to = { chat: desk.group.id, thread: root.id };
    const answer = await desk.lark.chat.post({ to, card: askCard, reading, key: "in thread" });
    const shown = (await desk.messages()).find(({ message_id: id }) => id === answer.id);
    expect(shown?.reply_to).toBe(root.id);
  });
});

describe("the connection", () => {
  it("comes back after it broke, and hears again", async () => {
    await desk.fault("drop_socket");
    await desk.say("first", "@seedbed");
    await until(async () => {
      await desk.say("again", "@seedbed");
      return desk.heard.some(({ body }) => body.kind === "line" && body.text === "again");
    });
  });

  it("writes no secret into the log", async () => {
    await desk.fault("server_error", 3);
    await expect(postAsk()).rejects.toThrow();
    const { appSecret } = desk.sandbox.lark;
    expect(JSON.stringify(desk.log.lines)).not.toContain(appSecret);
    expect(JSON.stringify(desk.log.lines)).not.toMatch(/t-[0-9a-z]+\.[0-9a-f]{8}/);
  });
});
