/** Whatever a card holds, its rendering passes the room's own check and the sandbox's, and says so when something is left out. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Button, Card, Cell, Field, FoldedPart, Part, PersonRef, Span } from "../../src/chat/card.ts";
import { checkCard } from "../../src/lark/check-card.ts";
import { renderCard } from "../../src/lark/render-card.ts";
import { checkCard as sandboxCheck } from "../../src/sandbox/lark/check-card.ts";
import { HOSTILE } from "./catalogue.ts";
import { words } from "./support-lark.ts";

const typed = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom("", " ", "\n", HOSTILE, "很长".repeat(800), "🧴".repeat(300)) },
);
const person: fc.Arbitrary<PersonRef> = fc.record({
  name: typed,
  lark: fc.oneof(fc.constant(undefined), fc.constant("ou_abc"), typed),
});
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constantFrom("text" as const, "bold" as const, "quiet" as const), text: typed }),
  fc.record({ kind: fc.constant("mention" as const), person }),
  fc.record({ kind: fc.constant("link" as const), text: typed, url: fc.oneof(fc.webUrl(), typed) }),
);
const spans = fc.array(span, { maxLength: 5 });
const value = fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(typed, fc.integer(), fc.boolean()), {
  maxKeys: 3,
});
const ref = fc.record({ command: fc.string({ minLength: 1, maxLength: 12 }), input: value });
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({
    kind: fc.constant("call" as const),
    label: typed,
    call: ref,
    style: fc.constantFrom(undefined, "primary" as const, "danger" as const),
    confirm: fc.option(fc.record({ title: typed, text: typed, ok: typed, cancel: typed }), {
      nil: undefined,
    }),
  }),
  fc.record({ kind: fc.constant("link" as const), label: typed, url: fc.oneof(fc.webUrl(), typed) }),
);
const fieldBase = {
  name: fc.constantFrom("a", "b", "submit", "form"),
  label: typed,
  hint: fc.option(typed, { nil: undefined }),
  placeholder: fc.option(typed, { nil: undefined }),
  required: fc.boolean(),
  initial: fc.option(typed, { nil: undefined }),
};
const choice = fc.record({ value: fc.string({ maxLength: 10 }), label: typed });
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("text" as const, "long-text" as const, "date" as const, "time" as const),
    ...fieldBase,
  }),
  fc.record({
    kind: fc.constant("choice" as const),
    choices: fc.array(choice, { maxLength: 80 }),
    ...fieldBase,
  }),
);
const folded: fc.Arbitrary<FoldedPart> = fc.oneof(
  fc.record({ kind: fc.constantFrom("text" as const, "note" as const), spans }),
  fc.record({
    kind: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: typed, value: spans }), { maxLength: 9 }),
  }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(spans, { maxLength: 9 }) }),
  fc.record({ kind: fc.constant("columns" as const), left: spans, right: spans }),
  fc.constant<FoldedPart>({ kind: "divider" }),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  typed,
  fc.constant(null),
  fc.record({ value: fc.double(), text: typed }),
);
const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 4, arbitrary: folded },
  fc.record({
    kind: fc.constant("table" as const),
    caption: typed,
    columns: fc.array(
      fc.record({ title: typed, kind: fc.constantFrom("text" as const, "number" as const) }),
      { maxLength: 55 },
    ),
    rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 120 }),
  }),
  fc.record({
    kind: fc.constant("chart" as const),
    title: typed,
    shape: fc.constantFrom("bar" as const, "line" as const),
    categories: fc.array(typed, { maxLength: 6 }),
    series: fc.array(fc.record({ name: typed, values: fc.array(fc.double(), { maxLength: 7 }) }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    kind: fc.constant("progress" as const),
    done: fc.integer(),
    total: fc.integer(),
    label: typed,
  }),
  fc.record({
    kind: fc.constant("people" as const),
    label: typed,
    people: fc.array(person, { maxLength: 6 }),
  }),
  fc.record({ kind: fc.constant("fold" as const), title: typed, parts: fc.array(folded, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant("actions" as const), buttons: fc.array(button, { maxLength: 30 }) }),
  fc.record({
    kind: fc.constant("form" as const),
    open: typed,
    form: fc.record({
      title: typed,
      call: ref,
      submit: typed,
      intro: fc.option(spans, { nil: undefined }),
      fields: fc.array(field, { maxLength: 6 }),
    }),
  }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: typed,
  tone: fc.constantFrom(
    "neutral" as const,
    "info" as const,
    "good" as const,
    "warning" as const,
    "danger" as const,
  ),
  summary: typed,
  body: fc.array(part, { maxLength: 25 }),
});

it("any card becomes one that Lark takes", () => {
  const known = { isImage: () => false, isPerson: (id: string) => /^ou_[\w-]+$/.test(id) };
  fc.assert(
    fc.property(card, (given) => {
      const rendered = renderCard(given, "key", words);
      expect(checkCard(rendered)).toEqual([]);
      const { problems, warnings } = sandboxCheck(rendered, known);
      expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
      expect(Buffer.byteLength(JSON.stringify(rendered))).toBeLessThanOrEqual(30 * 1024);
    }),
    { numRuns: 500 },
  );
});

it("a part that has room is drawn, or the card says that something is missing", () => {
  const marked = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(marked, (numbers) => {
      const body = numbers.map((n): Part => ({ kind: "text", spans: [{ kind: "text", text: `«${n}»` }] }));
      const rendered = JSON.stringify(
        renderCard({ title: "t", tone: "info", summary: "s", body }, "key", words),
      );
      const complete = numbers.every((n) => rendered.includes(`«${n}»`));
      expect(complete || rendered.includes(words.shortened)).toBe(true);
    }),
    { numRuns: 50 },
  );
});
