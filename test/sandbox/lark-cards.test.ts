/** Clicks and forms on the local Lark, and the cards it refuses. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { button, CARD, cardOf, type LarkHost, refusalOf, startLark } from "./support-lark-host.ts";

interface CardEvent {
  action: Record<string, unknown>;
  context: { open_message_id: string };
  operator: { open_id: string };
  token: string;
}

const text = (content: string) => ({ tag: "plain_text", content });
const submit = { ...button("send", "提交", { c: "draft" }), form_action_type: "submit" };
const input = { tag: "input", name: "quote", required: true, label: text("报价") };

const FORM = {
  tag: "form",
  name: "draft",
  elements: [
    input,
    { tag: "input", name: "note" },
    { tag: "date_picker", name: "day", required: true },
    {
      tag: "select_static",
      name: "tier",
      options: [
        { text: text("头部"), value: "head" },
        { text: text("腰部"), value: "mid" },
      ],
    },
    { tag: "checker", name: "agreed", text: text("已确认") },
    submit,
  ],
};

describe("cards on the local Lark", () => {
  let host: LarkHost;
  beforeEach(async () => {
    host = await startLark();
  });
  afterEach(() => host.stop());

  const send = (card: object) =>
    host.client.im.message.create({
      params: { receive_id_type: "email" },
      data: { receive_id: "partner@acme.example", msg_type: "interactive", content: JSON.stringify(card) },
    });
  const sent = async (card: object) => (await send(card)).data?.message_id ?? "";
  const click = (id: string, rest: object) => host.act("click", { user: "partner", message_id: id, ...rest });
  const answerWith = (answer: unknown) => {
    const events: CardEvent[] = [];
    const ready = host.connect({
      "card.action.trigger": (event: CardEvent) => {
        events.push(event);
        return answer;
      },
    });
    return ready.then(() => events);
  };

  it("brings a click with its value to the bot and shows its toast and card", async () => {
    const toast = { type: "success", content: "Approved", i18n: { zh_cn: "已通过" } };
    const events = await answerWith({ toast, card: { type: "raw", data: CARD } });
    const id = await sent(cardOf(button("approve", "通过", { c: "approve", i: { draft: "d1" } })));
    const clicked = await click(id, { name: "通过" });
    expect(clicked.body).toEqual({ ok: true, toast: { type: "success", content: "已通过" }, card: CARD });
    expect(events).toMatchObject([
      {
        action: { tag: "button", name: "approve", value: { c: "approve", i: { draft: "d1" } } },
        context: { open_message_id: id },
        operator: { open_id: expect.stringMatching(/^ou_/) },
        token: expect.stringMatching(/^c-/),
      },
    ]);
    expect(await host.messages("partner", "@seedbed")).toMatchObject([{ message_id: id, card: CARD }]);
  });

  it("sends a form's values as the real client does", async () => {
    const events = await answerWith({});
    const id = await sent(cardOf(FORM));
    const form = { quote: "3000", day: "2027-04-01", tier: "腰部" };
    expect((await click(id, { name: "send", form })).body).toEqual({ ok: true });
    expect(events[0]?.action).toMatchObject({
      name: "send",
      value: { c: "draft" },
      form_value: { quote: "3000", note: "", day: "2027-04-01 +0800", tier: "mid", agreed: false },
    });
  });

  it("refuses a form with an empty required input, without asking the bot", async () => {
    const events = await answerWith({});
    const id = await sent(cardOf(FORM));
    const refused = await click(id, { name: "send", form: { quote: "3000" } });
    expect(refused).toMatchObject({ status: 200, body: { ok: false, error: "Fill in: day." } });
    const stray = await click(id, { name: "send", form: { price: "1" } });
    expect(stray).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("quote, note, day") },
    });
    const notThere = await click(id, { name: "批准" });
    expect(notThere).toMatchObject({ status: 400, body: { error: expect.stringContaining("send") } });
    expect(events).toEqual([]);
  });

  it("carries the choice of a select and a date outside a form", async () => {
    const events = await answerWith({});
    const behaviors = [{ type: "callback", value: { c: "plan" } }];
    const options = [{ text: text("4月"), value: "apr" }];
    const id = await sent(
      cardOf(
        { tag: "select_static", name: "month", options, behaviors },
        { tag: "date_picker", name: "day", behaviors },
      ),
    );
    await click(id, { name: "month", value: "4月" });
    await click(id, { name: "day", value: "2027-01-05" });
    expect(events.map(({ action }) => action["option"])).toEqual(["apr", "2027-01-05 +0800"]);
    const wrong = await click(id, { name: "month", value: "may" });
    expect(wrong).toMatchObject({ status: 400, body: { error: expect.stringContaining("apr") } });
  });

  it("says so when the bot does not answer in 3 seconds, and does not ask again", async () => {
    const events = await answerWith(new Promise((resolve) => setTimeout(resolve, 3_300)));
    const id = await sent(cardOf(button("go", "走", {})));
    const late = await click(id, { name: "go" });
    expect(late.body).toMatchObject({ ok: false, code: 200340 });
    expect(events).toHaveLength(1);
  });

  it("shows Lark's error for an answer it cannot use, and records the rule", async () => {
    await answerWith({ toast: { type: "loud", content: "!" } });
    const id = await sent(cardOf(button("go", "走", {})));
    expect((await click(id, { name: "go" })).body).toMatchObject({ ok: false, code: 200672 });
    expect(host.world.calls.at(-1)).toMatchObject({
      method: "card.action.trigger",
      violations: [expect.stringContaining("toast")],
    });
  });

  it("lets a clicked card be updated twice within 30 minutes of the answer", async () => {
    const events = await answerWith({});
    const id = await sent(cardOf(button("go", "走", {})));
    await click(id, { name: "go" });
    await click(id, { name: "go" });
    const update = (token = "") =>
      host.client.request({
        method: "POST",
        url: "/open-apis/interactive/v1/card/update",
        data: { token, card: CARD },
      });
    const [first, second] = events.map((event) => event.token);
    expect(await update(first)).toMatchObject({ code: 0 });
    expect(await update(first)).toMatchObject({ code: 0 });
    expect(await refusalOf(update(first))).toMatchObject({ code: 300040 });
    host.world.moveTo(host.world.now() + 31 * 60_000);
    expect(await refusalOf(update(second))).toMatchObject({ code: 300030 });
    expect(await refusalOf(update("c-other"))).toMatchObject({ code: 300020 });
  });

  it("lets nobody use a card of more than 14 days, nor a card they do not see", async () => {
    await answerWith({});
    const id = await sent(cardOf(button("go", "走", {})));
    const other = await host.act("click", { user: "legal", message_id: id, name: "go" });
    expect(other).toMatchObject({ status: 400, body: { error: expect.stringContaining("legal sees no") } });
    host.world.moveTo(host.world.now() + 15 * 24 * 3_600_000);
    expect((await click(id, { name: "go" })).body).toMatchObject({ ok: false });
  });

  it("brings a menu entry to the bot", async () => {
    const events: unknown[] = [];
    await host.connect({ "application.bot.menu_v6": (event: unknown) => void events.push(event) });
    expect((await host.act("menu", { user: "legal", event_key: "digest" })).body).toEqual({ ok: true });
    expect(events).toMatchObject([{ event_key: "digest", operator: { operator_name: "周律" } }]);
  });

  const table = (rows: object[]) => ({ tag: "table", columns: [{ name: "a", data_type: "text" }], rows });
  const nested = (levels: number): object =>
    levels === 0
      ? { tag: "hr" }
      : { tag: "column_set", columns: [{ tag: "column", elements: [nested(levels - 1)] }] };
  const many = (count: number, element: object) => Array.from({ length: count }, () => element);

  const refusedCards: [string, number, object][] = [
    ["another schema", 200621, { ...CARD, schema: "1.0" }],
    ["an unknown property", 200621, cardOf({ tag: "markdown", content: "a", color: "red" })],
    ["i18n_elements", 200621, { ...CARD, i18n_elements: {} }],
    ["update_multi false", 200621, { ...CARD, config: { update_multi: false } }],
    ["an element 2.0 dropped", 200861, cardOf({ tag: "action", actions: [] })],
    ["201 elements", 11310, cardOf(...many(201, { tag: "hr" }))],
    ["6 levels", 11310, cardOf(nested(5))],
    ["6 tables", 11310, cardOf(...many(6, table([])))],
    ["6 charts", 11310, cardOf(...many(6, { tag: "chart", chart_spec: { type: "bar" } }))],
    ["a chart without a type", 200550, cardOf({ tag: "chart", chart_spec: {} })],
    ["a row with a column nobody declared", 200915, cardOf(table([{ b: 1 }]))],
    ["a table of 11 rows a page", 200621, cardOf({ ...table([]), page_size: 11 })],
    [
      "a table in a column",
      200621,
      cardOf({ tag: "column_set", columns: [{ tag: "column", elements: [table([])] }] }),
    ],
    ["an unknown image", 200570, cardOf({ tag: "img", img_key: "img_v3_x", alt: text("x") })],
    ["an unknown person", 100290, cardOf({ tag: "person_list", persons: [{ id: "ou_nobody" }] })],
    ["a callback value that is a text", 200671, cardOf(button("a", "a", "approve" as never))],
    ["a button type that does not exist", 200621, cardOf({ ...button("a", "a", {}), type: "warning" })],
    ["a form without a submit button", 200621, cardOf({ tag: "form", name: "f", elements: [input] })],
    [
      "a form with two submit buttons",
      200621,
      cardOf({ tag: "form", name: "f", elements: [submit, { ...submit, name: "again" }] }),
    ],
    ["two inputs of one name", 200621, cardOf({ tag: "form", name: "f", elements: [input, input, submit] })],
    [
      "an input without a name",
      200621,
      cardOf({ tag: "form", name: "f", elements: [{ tag: "input" }, submit] }),
    ],
    ["a table in a form", 200621, cardOf({ tag: "form", name: "f", elements: [table([]), submit] })],
    [
      "a form in a panel",
      200621,
      cardOf({ tag: "collapsible_panel", header: { title: text("t") }, elements: [FORM] }),
    ],
    ["a long element_id", 200621, cardOf({ tag: "hr", element_id: "a".repeat(21) })],
  ];

  it.each(refusedCards)("refuses a card with %s", async (_what, code, card) => {
    const refused = await refusalOf(send(card));
    expect(refused).toMatchObject({ status: 400, code: 230099 });
    expect(refused.msg).toContain(`ErrCode: ${code};`);
    expect(host.world.calls.at(-1)?.violations.join()).toContain(`card ${code}`);
    expect(await host.messages("partner", "@seedbed")).toEqual([]);
  });

  it("takes the largest card and refuses one byte more than 30 KB", async () => {
    const filled = (size: number) => {
      const bare = Buffer.byteLength(JSON.stringify(cardOf({ tag: "markdown", content: "" })));
      return cardOf({ tag: "markdown", content: "a".repeat(size - bare) });
    };
    expect(await refusalOf(send(filled(30 * 1024)))).toMatchObject({ code: 0 });
    expect(await refusalOf(send(filled(30 * 1024 + 1)))).toMatchObject({ code: 230025 });
    const rich = cardOf(nested(4), ...many(5, table([{ a: "1" }])), FORM);
    expect(await refusalOf(send(rich))).toMatchObject({ code: 0 });
  });

  it("takes a mention of everybody but records it", async () => {
    const card = cardOf({ tag: "markdown", content: "<at id=all></at> 明天开会" });
    expect(await refusalOf(send(card))).toMatchObject({ code: 0 });
    expect(host.world.calls.at(-1)?.violations).toEqual([expect.stringContaining("everybody")]);
  });
});
