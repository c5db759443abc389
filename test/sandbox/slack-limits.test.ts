/** What the real Slack refuses, the local one refuses too, with the same codes, and says so in the log of calls. */
import type { types } from "@slack/bolt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBlocks, type Surface } from "../../src/sandbox/slack/check-blocks.ts";
import { checkView } from "../../src/sandbox/slack/check-view.ts";
import { type Desk, newClient, startDesk } from "./support-slack.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });
const button = (more: object = {}) => ({ type: "button", text: plain("Go"), action_id: "go", ...more });
const actions = (...elements: object[]) => ({ type: "actions", elements });
const option = (value: string) => ({ text: plain(value), value });
const select = (more: object) => ({ type: "static_select", action_id: "s", ...more });
const row = (...texts: string[]) => texts.map((text) => ({ type: "raw_text", text }));
const many = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));
const bars = (categories: string[], labels: string[]) => ({
  type: "data_visualization",
  title: "Reads",
  chart: {
    type: "bar",
    axis_config: { categories },
    series: [{ name: "A", data: labels.map((label) => ({ label, value: 1 })) }],
  },
});

describe("blocks that Slack takes", () => {
  const good: [string, object, Surface?][] = [
    ["section with a button", { ...section("x"), accessory: button() }],
    ["longest section text", section("x".repeat(3_000))],
    ["100 options", actions(select({ options: many(100, (index) => option(`o${index}`)) }))],
    [
      "data_table",
      { type: "data_table", caption: "c", rows: [row("a", "b"), row("1", "2")], page_size: 100 },
    ],
    ["chart", bars(["x", "y"], ["x", "y"])],
    [
      "pie",
      {
        type: "data_visualization",
        title: "t",
        chart: { type: "pie", segments: [{ label: "a", value: 2 }] },
      },
    ],
    [
      "container",
      { type: "container", title: plain("t"), is_collapsible: true, child_blocks: [section("x")] },
    ],
    ["carousel", { type: "carousel", elements: [{ type: "card", title: { type: "mrkdwn", text: "t" } }] }],
    ["markdown", { type: "markdown", text: "# t" }],
    ["table", { type: "table", rows: [row("a"), row("b")] }],
    ["alert in a modal", { type: "alert", text: plain("careful"), level: "warning" }, "modal"],
    [
      "plan",
      {
        type: "plan",
        title: "t",
        tasks: [{ type: "task_card", task_id: "1", title: "t", status: "complete" }],
      },
    ],
  ];
  it.each(good)("%s", (_, block, surface = "message") => {
    expect(checkBlocks([block], surface)).toEqual([]);
  });
});

describe("blocks that Slack refuses", () => {
  const bad: [string, object | object[], RegExp, Surface?][] = [
    [
      "section over 3,000",
      section("x".repeat(3_001)),
      /less than 3001 characters \[json-pointer:\/blocks\/0\/text\/text]/,
    ],
    ["empty section", section(""), /more than 0 characters/],
    ["section with nothing", { type: "section" }, /needs text or fields/],
    ["11 fields", { type: "section", fields: many(11, () => plain("x")) }, /no more than 10 items/],
    ["field over 2,000", { type: "section", fields: [plain("x".repeat(2_001))] }, /less than 2001/],
    ["header over 150", { type: "header", text: plain("x".repeat(151)) }, /less than 151/],
    ["mrkdwn header", { type: "header", text: { type: "mrkdwn", text: "x" } }, /blocks\/0\/text\/type/],
    ["11 context elements", { type: "context", elements: many(11, () => plain("x")) }, /no more than 10/],
    ["26 buttons", actions(...many(26, (index) => button({ action_id: `a${index}` }))), /no more than 25/],
    ["button text over 75", actions(button({ text: plain("x".repeat(76)) })), /less than 76/],
    ["button value over 2,000", actions(button({ value: "x".repeat(2_001) })), /less than 2001/],
    ["action_id over 255", actions(button({ action_id: "x".repeat(256) })), /less than 256/],
    ["action_id twice", actions(button(), button()), /action_id already exists: go/],
    [
      "block_id twice",
      [
        { ...section("x"), block_id: "b" },
        { ...section("y"), block_id: "b" },
      ],
      /block_id already exists/,
    ],
    [
      "101 options",
      actions(select({ options: many(101, (index) => option(`o${index}`)) })),
      /no more than 100/,
    ],
    ["option value over 150", actions(select({ options: [option("x".repeat(151))] })), /less than/],
    ["select with no list", actions(select({})), /exactly one of options/],
    [
      "confirm title over 100",
      actions(button({ confirm: { title: plain("x".repeat(101)), text: plain("x") } })),
      /101/,
    ],
    [
      "confirm button over 30",
      actions(button({ confirm: { confirm: plain("x".repeat(31)), text: plain("x") } })),
      /31/,
    ],
    ["unknown property", { ...section("x"), colour: "red" }, /invalid additional property: colour/],
    ["unknown block", { type: "sections" }, /unsupported type/],
    ["51 blocks", many(51, () => section("x")), /no more than 50 items allowed \[json-pointer:\/blocks]/],
    [
      "data_table of 102 rows",
      { type: "data_table", caption: "c", rows: many(102, () => row("a")) },
      /no more than 101/,
    ],
    ["data_table of one row", { type: "data_table", caption: "c", rows: [row("a")] }, /no fewer than 2/],
    [
      "data_table without caption",
      { type: "data_table", rows: [row("a"), row("b")] },
      /missing required field/,
    ],
    [
      "ragged data_table",
      { type: "data_table", caption: "c", rows: [row("a", "b"), row("1")] },
      /equal lengths/,
    ],
    [
      "data_table too long",
      { type: "data_table", caption: "c", rows: many(3, () => row("x".repeat(4_000))) },
      /10000/,
    ],
    [
      "two data_tables too long together",
      many(2, () => ({ type: "data_table", caption: "c", rows: many(2, () => row("x".repeat(2_600))) })),
      /10000 characters allowed in all tables/,
    ],
    [
      "page_size 101",
      { type: "data_table", caption: "c", rows: [row("a"), row("b")], page_size: 101 },
      /100/,
    ],
    [
      "data_table in a modal",
      { type: "data_table", caption: "c", rows: [row("a"), row("b")] },
      /messages only/,
      "modal",
    ],
    ["chart missing a point", bars(["x", "y"], ["x"]), /one data point for every category/],
    ["chart with 21 categories", bars(many(21, String), many(21, String)), /no more than 20/],
    ["chart label over 20", bars(["x".repeat(21)], ["x".repeat(21)]), /less than 21/],
    ["three charts", many(3, () => bars(["x"], ["x"])), /no more than 2 data_visualization/],
    ["two tables", many(2, () => ({ type: "table", rows: [row("a")] })), /no more than 1 table/],
    [
      "container of 11",
      { type: "container", title: plain("t"), child_blocks: many(11, () => section("x")) },
      /no more than 10/,
    ],
    [
      "card body over 200",
      { type: "card", body: { type: "mrkdwn", text: "x".repeat(201) } },
      /less than 201/,
    ],
    [
      "carousel of 11",
      {
        type: "carousel",
        elements: many(11, () => ({ type: "card", title: { type: "mrkdwn", text: "t" } })),
      },
      /no more than 10/,
    ],
    ["markdown over 12,000", { type: "markdown", text: "x".repeat(12_001) }, /less than 12001/],
    ["alert in a message", { type: "alert", text: plain("careful") }, /modals only/],
  ];
  it.each(bad)("%s", (_, given, message, surface = "message") => {
    const problems = checkBlocks(Array.isArray(given) ? given : [given], surface);
    expect(problems.join("\n")).toMatch(message);
  });
});

describe("views that Slack refuses", () => {
  const modal = (more: object) => ({ type: "modal", title: plain("t"), blocks: [section("x")], ...more });
  const input = { type: "input", label: plain("l"), element: { type: "plain_text_input", action_id: "a" } };
  const bad: [string, object, RegExp][] = [
    [
      "title over 24",
      modal({ title: plain("x".repeat(25)) }),
      /less than 25 characters \[json-pointer:\/view\/title\/text]/,
    ],
    ["submit over 24", modal({ submit: plain("x".repeat(25)) }), /view\/submit/],
    ["private_metadata over 3,000", modal({ private_metadata: "x".repeat(3_001) }), /less than 3001/],
    ["callback_id over 255", modal({ callback_id: "x".repeat(256) }), /less than 256/],
    ["101 blocks", modal({ blocks: many(101, () => section("x")) }), /no more than 100/],
    ["input without submit", modal({ blocks: [input] }), /needs submit/],
    ["a home where a modal belongs", { type: "home", blocks: [] }, /must be of type modal/],
    ["unknown property", modal({ width: "wide" }), /additional property: width/],
  ];
  it.each(bad)("%s", (_, view, message) => {
    expect(checkView(view, "modal").join("\n")).toMatch(message);
  });

  it("but takes a good one", () => {
    expect(checkView(modal({ blocks: [input], submit: plain("Send") }), "modal")).toEqual([]);
  });
});

describe("over the wire", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(async () => {
    await desk.stop();
  });

  const refusal = async (args: {
    text?: string;
    blocks?: object[];
  }): Promise<{ error?: string; messages?: string[] }> => {
    const blocks = (args.blocks ?? []) as unknown as types.KnownBlock[];
    return await newClient(desk.sandbox)
      .chat.postMessage({ channel: "#spring-launch", text: args.text ?? "", blocks })
      .then(
        () => ({}),
        (error: { data: { error: string; response_metadata?: { messages?: string[] } } }) => ({
          error: error.data.error,
          ...(error.data.response_metadata?.messages && { messages: error.data.response_metadata.messages }),
        }),
      );
  };

  it("carry Slack's codes and messages", async () => {
    expect(await refusal({ text: "x", blocks: [section("x".repeat(3_001))] })).toEqual({
      error: "invalid_blocks",
      messages: ["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"],
    });
    expect(await refusal({})).toEqual({ error: "no_text" });
    expect(await refusal({ text: "x".repeat(40_001) })).toMatchObject({ error: "msg_too_long" });
    const violations = await desk.violations();
    expect(violations).toHaveLength(3);
    expect(violations[0]).toContain("must be less than 3001 characters");
  });

  it("let pass but note a missing fallback text and an alert to everyone", async () => {
    const before = (await desk.violations()).length;
    expect(await refusal({ blocks: [section("x")] })).toEqual({});
    expect(await refusal({ text: "<!channel> wake up" })).toEqual({});
    expect((await desk.violations()).slice(before)).toEqual([
      expect.stringContaining("text is empty"),
      expect.stringContaining("alerts a whole channel"),
    ]);
  });

  it("allow a burst in one channel and then about one message a second", async () => {
    const client = newClient(desk.sandbox);
    const { channels } = await client.conversations.list({ types: "im" });
    const [one, two] = (channels ?? []).map((channel) => channel.id ?? "");
    const post = async (channel = "") =>
      await fetch(`${desk.sandbox.slack.apiUrl}chat.postMessage`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${desk.sandbox.slack.botToken}`,
          "content-type": "application/json",
        },
        body: JSON.stringify({ channel, text: "x" }),
      });
    const answers = [];
    for (let index = 0; index < 6; index += 1) answers.push(await post(one));
    const late = answers.filter((answer) => answer.status === 429);
    expect(late.length).toBeGreaterThanOrEqual(1);
    expect(Number(late[0]?.headers.get("retry-after"))).toBe(1);
    expect((await post(two)).status).toBe(200);
    expect((await desk.violations()).at(-1)).toContain("more than about 1 message a second");
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await post(one)).status).toBe(200);
  });
});
