/** Tables, charts, steps, people and pictures of every size and content, far beyond what a platform can hold. */
import * as fc from "fast-check";
import type { Cell, Chart, Column, FoldedPart, PersonRef, Table, TableOrders } from "../../src/chat/card.ts";

const TONES = ["neutral", "info", "good", "warning", "danger"] as const;

export const anyTone = fc.constantFrom(...TONES);

const person = (text: fc.Arbitrary<string>): fc.Arbitrary<PersonRef> =>
  fc.record({
    name: text,
    slack: fc.constantFrom(undefined, "U09K3MAYA1", "<!here>", ""),
    lark: fc.constantFrom(undefined, "ou_abc", "all", "ou_1></at><at id=all"),
  });

const anyCell = (text: fc.Arbitrary<string>): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 3, arbitrary: text },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.record({ value: fc.double(), text }) },
    fc.record({ at: fc.constantFrom("2026-12-08", "2026-12-08T12:00:00Z", "soon", ""), text }),
    fc.record({ people: fc.array(person(text), { maxLength: 3 }) }),
    fc.record({ tags: fc.array(fc.record({ text, tone: anyTone }), { maxLength: 3 }) }),
    fc.record({ url: fc.constantFrom("https://a.example/1?b=(2)", "javascript:alert(1)", ""), text }),
  );

const anyColumn = (text: fc.Arbitrary<string>): fc.Arbitrary<Column> =>
  fc.record({
    title: text,
    kind: fc.constantFrom("text", "number", "date", "people", "status", "link"),
    format: fc.constantFrom(undefined, { precision: 1 }, { symbol: "¥", precision: 0 }),
  });

const anyTable = (text: fc.Arbitrary<string>): fc.Arbitrary<Table> =>
  fc.record({
    kind: fc.constant("table" as const),
    caption: text,
    rowName: fc.constantFrom(undefined, 0, 1),
    columns: fc.oneof(
      { weight: 9, arbitrary: fc.array(anyColumn(text), { maxLength: 8 }) },
      { weight: 1, arbitrary: fc.array(anyColumn(text), { minLength: 20, maxLength: 55 }) },
    ),
    rows: fc.oneof(
      { weight: 3, arbitrary: fc.array(fc.array(anyCell(text), { maxLength: 6 }), { maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(fc.array(anyCell(text), { maxLength: 3 }), { maxLength: 130 }) },
    ),
    orders: fc.option(anyOrders(text), { nil: undefined }),
  });

const anyOrders = (text: fc.Arbitrary<string>): fc.Arbitrary<TableOrders> =>
  fc.record({
    label: text,
    chosen: fc.constantFrom("score", "quote", "gone"),
    choices: fc.array(fc.record({ value: fc.constantFrom("score", "quote"), label: text }), { maxLength: 6 }),
    call: fc.constant({ command: "import order", input: { import: "imp_1" } }),
    input: fc.constantFrom("by", "submit"),
  });

const anyChart = (text: fc.Arbitrary<string>): fc.Arbitrary<Chart> =>
  fc.record({
    kind: fc.constant("chart" as const),
    title: text,
    alt: text,
    shape: fc.constantFrom("bar", "line", "area", "pie", "radar"),
    categories: fc.array(fc.oneof(fc.string({ maxLength: 22 }), text), { maxLength: 25 }),
    series: fc.array(
      fc.record({ name: fc.string({ maxLength: 25 }), values: fc.array(fc.double(), { maxLength: 25 }) }),
      { maxLength: 8 },
    ),
  });

/** The parts beside text that may also be folded. */
export const anyFigure = (text: fc.Arbitrary<string>): fc.Arbitrary<FoldedPart> =>
  fc.oneof(
    anyTable(text),
    anyChart(text),
    fc.record({
      kind: fc.constant("progress" as const),
      done: fc.integer(),
      total: fc.integer(),
      label: text,
    }),
    fc.record({
      kind: fc.constant("steps" as const),
      title: text,
      steps: fc.array(fc.record({ text, state: fc.constantFrom("waiting", "active", "done", "failed") }), {
        maxLength: 55,
      }),
    }),
    fc.record({
      kind: fc.constant("people" as const),
      label: text,
      people: fc.array(person(text), { maxLength: 6 }),
    }),
    fc.record({
      kind: fc.constant("picture" as const),
      file: fc.constantFrom("fil_known", "fil_gone"),
      alt: text,
      title: fc.option(text, { nil: undefined }),
    }),
  );

/** The one picture that is on each platform. */
export const SLACK_PICTURES = new Map([["fil_known", "F0PICTURE1"]]);
export const LARK_PICTURES = new Map([["fil_known", "img_v3_known"]]);
