/** The last check before a card leaves: each rule that Lark has is broken once and found. */
import { expect, it } from "vitest";
import { checkCard } from "../../src/lark/check-card.ts";
import { type CardJson, type Element, markdown, plainText } from "../../src/lark/element.ts";

const card = (...elements: Element[]): CardJson => ({
  schema: "2.0",
  config: { update_multi: true, width_mode: "fill", summary: { content: "s" } },
  header: { title: plainText("t"), template: "blue" },
  body: { elements },
});
const submit = (name: string): Element => ({
  tag: "button",
  name,
  text: plainText("Go"),
  form_action_type: "submit",
  behaviors: [{ type: "callback", value: { c: "x", i: {} } }],
});
const input = (name: string): Element => ({ tag: "input", name, placeholder: plainText("p") });
/** A choice that is sent as soon as it is made. */
const alone: Element = {
  tag: "select_static",
  name: "by",
  placeholder: plainText("Order"),
  options: [{ text: plainText("Quote"), value: "quote" }],
  behaviors: [{ type: "callback", value: { c: "x", i: {}, o: "by" } }],
};
const form = (...elements: Element[]): Element => ({ tag: "form", name: "form", elements });
const tableOf = (type: string, cell: unknown, more = {}): Element => ({
  tag: "table",
  page_size: 5,
  columns: [{ name: "a", display_name: "A", data_type: type, ...more }],
  rows: [{ a: cell }],
});
const table = tableOf("text", "1");
const picture = { tag: "img", img_key: "img_1", alt: plainText("a jar") };
const inColumns = (element: Element): Element => ({
  tag: "column_set",
  columns: [{ tag: "column", elements: [element] }],
});

it("takes a good card", () => {
  expect(checkCard(card(markdown("x"), alone, table, form(input("a"), submit("go"))))).toEqual([]);
});

it("takes every type of column, and a picture that was uploaded", () => {
  const good = card(
    tableOf("number", 3_000, { format: { precision: 0, symbol: "¥" } }),
    tableOf("options", [{ text: "late", color: "red" }]),
    tableOf("persons", ["ou_abc"]),
    tableOf("lark_md", "[note](https://a.example)"),
    picture,
  );
  expect(checkCard(good, new Set(["img_1"]))).toEqual([]);
});

it.each<[string, CardJson, RegExp]>([
  ["an empty body", card(), /body is empty/],
  ["an empty text", card(markdown(" ")), /empty text/],
  ["an unknown element", card({ tag: "marquee" }), /unknown tag/],
  ["an unknown property", card({ ...markdown("x"), colour: "red" }), /no property colour/],
  ["a mention of everybody", card(markdown("<at id=all></at>")), /no open_id/],
  ["a mention in a button", card({ tag: "button", text: plainText("<at id=ou_1></at>") }), /plain text/],
  ["more than 30 KB", card(markdown("长".repeat(11_000))), /bytes/],
  ["more than 200 elements", card(...Array.from({ length: 201 }, () => markdown("x"))), /elements/],
  ["six tables", card(...Array.from({ length: 6 }, () => table)), /6 tables/],
  [
    "six charts",
    card(...Array.from({ length: 6 }, () => ({ tag: "chart", chart_spec: { type: "bar" } }))),
    /6 charts/,
  ],
  ["a table in a column", card(inColumns(table)), /table stands at the root/],
  ["a table in a form", card(form(table, submit("go"))), /table stands at the root/],
  ["a page of 11 rows", card({ ...table, page_size: 11 }), /page_size/],
  ["a column of no type", card(tableOf("emoji", "1")), /no column type/],
  ["a number that is a text", card(tableOf("number", "3,000")), /no number/],
  ["a state without a text", card(tableOf("options", [{ text: " ", color: "red" }])), /no options/],
  ["a colour nobody knows", card(tableOf("options", [{ text: "x", color: "beige" }])), /no options/],
  ["a person by name", card(tableOf("persons", ["Lin"])), /no persons/],
  ["a format of a text", card(tableOf("text", "x", { format: { precision: 0 } })), /format/],
  ["a picture that is not there", card(picture), /unknown picture/],
  ["a picture without words", card({ ...picture, alt: plainText(" ") }), /empty text/],
  [
    "a function in a chart",
    card({ tag: "chart", chart_spec: { type: "bar", label: { formatMethod: () => "x" } } }),
    /function/,
  ],
  ["a cell of no column", card({ ...table, rows: [{ b: "1" }] }), /no column/],
  ["a form in a column", card(inColumns(form(submit("go")))), /form stands at the root/],
  ["a form without a submit button", card(form(input("a"))), /0 submit buttons/],
  ["two submit buttons", card(form(submit("a"), submit("b"))), /2 submit buttons/],
  ["one name twice", card(form(input("a"), input("a"), submit("go"))), /the name a twice/],
  ["an input outside a form", card(input("a")), /outside a form/],
  ["an input of a form that is sent by itself", card(form(alone, submit("go"))), /sent with the form/],
  [
    "a select alone whose value is no object",
    card({ ...alone, behaviors: [{ type: "callback", value: "x" }] }),
    /must be an object/,
  ],
  [
    "a callback that is no object",
    card({ tag: "button", text: plainText("x"), behaviors: [{ type: "callback", value: "x" }] }),
    /must be an object/,
  ],
  [
    "a link to a script",
    card({
      tag: "button",
      text: plainText("x"),
      behaviors: [{ type: "open_url", default_url: "javascript:1" }],
    }),
    /not http/,
  ],
  ["a long button", card({ tag: "button", text: plainText("x".repeat(101)) }), /101 signs/],
  ["a stranger in a list of people", card({ tag: "person_list", persons: [{ id: "U1" }] }), /no open_id/],
  ["an element id that is too long", card({ ...markdown("x"), element_id: "k".repeat(21) }), /element_id/],
  ["six levels", card(inColumns(inColumns(inColumns(markdown("x"))))), /deeper/],
])("finds %s", (_, broken, problem) => {
  expect(checkCard(broken).join("\n")).toMatch(problem);
});
