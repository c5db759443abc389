/** Cards of every size and content, far beyond what Slack can hold, for properties. */
import * as fc from "fast-check";
import type { Card, FoldedPart, Form, Part, Span } from "../../src/chat/card.ts";
import { anyFigure, anyTone } from "../support/any-figures.ts";

/** Text that people paste: markup of both platforms, emoji, spaces, very long lines. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      "  ",
      "<!channel>",
      "@here",
      "<@U09K3MAYA1>",
      "*b*",
      "_lu_",
      "`",
      "&amp;",
      "> a",
      "小鹿",
      "😀",
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("x", "<&>", "鹿 ", "😀", "*a "), fc.integer({ min: 1, max: 3_500 }))
      .map(([unit, times]) => unit.repeat(times)),
  },
);
const label = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 120 })
  .filter((text) => /[a-z0-9]/i.test(text));
const url = fc.webUrl({ withQueryParameters: true }).filter((one) => one.length < 1_000);
const person = fc.record({ name: anyText, slack: fc.constantFrom(undefined, "U09K3MAYA1", "<!here>", "") });

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constantFrom("text" as const, "bold" as const, "quiet" as const), text: anyText }),
  fc.record({ kind: fc.constant("mention" as const), person }),
  fc.record({
    kind: fc.constant("link" as const),
    text: anyText,
    url: fc.oneof(url, fc.constantFrom("javascript:alert(1)", "")),
  }),
  fc.record({ kind: fc.constant("time" as const), at: fc.constant("2026-12-01T12:00:00Z"), text: anyText }),
  fc.record({
    kind: fc.constant("money" as const),
    money: fc.constant({ amount: 1, currency: "CNY" as const }),
    text: anyText,
  }),
);
const spans = fc.array(span, { maxLength: 8 });

const foldable: fc.Arbitrary<FoldedPart> = fc.oneof(
  fc.record({ kind: fc.constantFrom("text" as const, "note" as const), spans }),
  fc.record({
    kind: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: anyText, value: spans }), { maxLength: 25 }),
  }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(spans, { maxLength: 20 }) }),
  fc.record({ kind: fc.constant("columns" as const), left: spans, right: spans }),
  fc.constant({ kind: "divider" as const }),
);
const figure = anyFigure(anyText);

const call = fc.record({
  command: label,
  input: fc.dictionary(fc.constantFrom("a", "b"), fc.oneof(label, fc.integer(), fc.boolean())),
});
const confirm = fc.record({ title: label, text: label, ok: label, cancel: label });
const button = fc.oneof(
  fc.record({
    kind: fc.constant("call" as const),
    label: anyText,
    call,
    style: fc.constantFrom(undefined, "primary" as const),
    confirm: fc.option(confirm, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("link" as const), label: anyText, url }),
);

const field = fc.oneof(
  fc.record({
    kind: fc.constantFrom("text" as const, "long-text" as const),
    label,
    hint: fc.constantFrom(undefined, "82k"),
    heading: fc.option(anyText, { nil: undefined }),
    placeholder: fc.option(anyText, { nil: undefined }),
    required: fc.boolean(),
    initial: fc.constantFrom(undefined, "", "82k"),
  }),
  fc.record({
    kind: fc.constant("date" as const),
    label,
    required: fc.boolean(),
    initial: fc.constantFrom(undefined, "2026-12-01"),
  }),
  fc.record({
    kind: fc.constant("time" as const),
    label,
    required: fc.boolean(),
    initial: fc.constantFrom(undefined, "20:00"),
  }),
  fc.record({
    kind: fc.constant("choice" as const),
    label,
    required: fc.boolean(),
    choices: fc.array(fc.record({ value: fc.string({ minLength: 1, maxLength: 150 }), label }), {
      maxLength: 130,
    }),
  }),
);

export const anyForm: fc.Arbitrary<Form> = fc
  .record({
    title: label,
    call,
    submit: label,
    intro: spans,
    fields: fc.array(field, { minLength: 1, maxLength: 12 }),
  })
  .map((form) => ({ ...form, fields: form.fields.map((one, index) => ({ ...one, name: `field${index}` })) }));

const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 4, arbitrary: foldable },
  { weight: 3, arbitrary: figure },
  fc.record({
    kind: fc.constant("fold" as const),
    title: anyText,
    parts: fc.array(fc.oneof({ weight: 3, arbitrary: foldable }, figure), { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant("actions" as const), buttons: fc.array(button, { maxLength: 30 }) }),
  fc.record({ kind: fc.constant("form" as const), form: anyForm, open: anyText }),
);

export const anyCard: fc.Arbitrary<Card> = fc.record({
  title: anyText,
  tone: anyTone,
  summary: anyText,
  body: fc.oneof(
    fc.array(part, { minLength: 1, maxLength: 6 }),
    fc.array(part, { minLength: 1, maxLength: 60 }),
  ),
});
