/** Whatever a card holds, its rendering passes the room's own check and the sandbox's, and says so when something is left out. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Button, Card, Field, FoldedPart, Part, PersonRef, Span } from "../../src/chat/card.ts";
import { checkCard } from "../../src/lark/check-card.ts";
import { leftOutOf, renderCard } from "../../src/lark/render-card.ts";
import { checkCard as sandboxCheck } from "../../src/sandbox/lark/check-card.ts";
import { anyFigure, anyTone, LARK_PICTURES } from "../support/any-figures.ts";
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
  heading: fc.option(typed, { nil: undefined }),
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
const figure = anyFigure(typed);
const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 4, arbitrary: folded },
  { weight: 3, arbitrary: figure },
  fc.record({
    kind: fc.constant("fold" as const),
    title: typed,
    parts: fc.array(fc.oneof({ weight: 3, arbitrary: folded }, figure), { maxLength: 4 }),
  }),
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
  tone: anyTone,
  summary: typed,
  body: fc.array(part, { maxLength: 25 }),
});

it.each(["native", "plain"] as const)("any card in the %s form becomes one that Lark takes", (style) => {
  const images = new Set(LARK_PICTURES.values());
  const known = {
    isImage: (key: string) => images.has(key),
    isPerson: (id: string) => /^ou_[\w-]+$/.test(id),
  };
  fc.assert(
    fc.property(card, (given) => {
      const rendered = renderCard(given, "key", words, { style, pictures: LARK_PICTURES });
      expect(checkCard(rendered, images)).toEqual([]);
      const { problems, warnings } = sandboxCheck(rendered, known);
      expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
      expect(Buffer.byteLength(JSON.stringify(rendered))).toBeLessThanOrEqual(30 * 1024);
    }),
    { numRuns: 250 },
  );
});

it("every row of a table is shown, or the card says how many are not", () => {
  const rowCount = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(rowCount, fc.constantFrom("native" as const, "plain" as const), (counts, style) => {
      const body = counts.map(
        (count, table): Part => ({
          kind: "table",
          caption: `T${table}`,
          columns: [{ title: "Row", kind: "text" }],
          rows: Array.from({ length: count }, (_, row) => [`«${table}.${row}»`]),
        }),
      );
      const given: Card = { title: "t", tone: "info", summary: "s", body };
      const rendered = JSON.stringify(renderCard(given, "key", words, { style }));
      const left = leftOutOf(given, words);
      for (const [table, count] of counts.entries()) {
        const shown = Array.from({ length: count }, (_, row) => rendered.includes(`«${table}.${row}»`));
        const missing = shown.filter((one) => !one).length;
        const isSaid =
          missing === 0 || rendered.includes(words.moreRows(missing)) || rendered.includes(words.shortened);
        expect(isSaid).toBe(true);
        if (style === "native" && missing > 0) expect(left.tables.length > 0 || left.text).toBe(true);
      }
    }),
    { numRuns: 40 },
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
