/** Cards as Slack messages: a golden file of a form, and limits that no card can break. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Card, type Cell, type FoldedPart, type Table, text } from "../../src/chat/card.ts";
import { checkBlocks } from "../../src/sandbox/slack/check-blocks.ts";
import { checkMessage, checkView } from "../../src/slack/check-payload.ts";
import { drawCard, drawShortCard, leftOutOf } from "../../src/slack/draw-card.ts";
import { drawForm } from "../../src/slack/draw-form.ts";
import type { SlackBlock } from "../../src/slack/payload.ts";
import { SLACK_PICTURES } from "../support/any-figures.ts";
import { anyCard, anyForm } from "./any-card.ts";
import { form, words } from "./catalogue.ts";

const golden = (value: unknown, name: string): Promise<void> =>
  expect(`${JSON.stringify(value, null, 2)}\n`).toMatchFileSnapshot(`../golden/slack/${name}.json`);

const cardOf = (...body: Card["body"]): Card => ({ title: "T", tone: "neutral", summary: "S", body });

test("every field of a form has its input", async () => {
  await golden(drawForm(form, { chat: "C09SPRING1", thread: "1.2" }, words), "form");
});

test.each(["native", "plain"] as const)(
  "any card in the %s form keeps every limit, here and at the platform",
  (style) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const message = drawCard(card, style, words, SLACK_PICTURES);
        expect(checkMessage(message)).toEqual([]);
        expect(checkBlocks(message.blocks, "message")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);

test("any form keeps every limit, here and at the platform", () => {
  fc.assert(
    fc.property(anyForm, (one) => {
      const view = drawForm(one, { chat: "C1" }, words);
      expect(checkView(view)).toEqual([]);
      expect(checkBlocks(view.blocks, "modal")).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("a long text is split and nothing of it is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 3_000, maxLength: 9_000 }), (long) => {
      const { blocks } = drawCard(cardOf({ kind: "text", spans: [text(long)] }), "native", words);
      const shown = blocks
        .map((block) => (block.type === "section" ? (block.text?.text ?? "") : ""))
        .join("");
      const plain = shown.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
      const isMarkup = blocks.some((block) => block.type === "section" && block.text?.type === "mrkdwn");
      expect(isMarkup ? plain : shown).toBe(long);
    }),
    { numRuns: 30 },
  );
});

const tableOf = (rows: readonly (readonly Cell[])[], columns = 1): Table => ({
  kind: "table",
  caption: "All",
  columns: Array.from({ length: columns }, (_, index) => ({ title: `C${index}`, kind: "text" })),
  rows,
});
const drawnTables = (blocks: readonly SlackBlock[]) =>
  blocks.flatMap((block) => (block.type === "data_table" ? [block] : []));

test("a table over 100 rows becomes several, numbered, with a header each", () => {
  const rows = Array.from({ length: 250 }, (_, index) => [`creator ${index}`]);
  const card = cardOf(tableOf(rows));
  const tables = drawnTables(drawCard(card, "native", words).blocks);
  expect(tables.map((table) => table.rows.length)).toEqual([101, 101, 51]);
  expect(tables.map((table) => table.caption)).toEqual(["All · 1/3", "All · 2/3", "All · 3/3"]);
  expect(leftOutOf(card, words)).toEqual({ tables: [], text: false });
});

test("a table over 20 columns becomes several, each with the name of its row", () => {
  const row = Array.from({ length: 45 }, (_, index) => `v${index}`);
  const tables = drawnTables(drawCard(cardOf(tableOf([row, row], 45)), "native", words).blocks);
  expect(tables.map((table) => table.rows[0]?.length)).toEqual([20, 20, 7]);
  for (const table of tables) expect(table.rows[1]?.[0]).toEqual({ type: "raw_text", text: "v0" });
});

test("a table over Slack's characters shows what fits, and says how many rows are not shown and where they are", () => {
  const rows = Array.from({ length: 250 }, (_, index) => [`creator ${index} ${"x".repeat(80)}`]);
  const card = cardOf(tableOf(rows));
  const { blocks } = drawCard(card, "native", words);
  const shown = drawnTables(blocks).reduce((sum, table) => sum + table.rows.length - 1, 0);
  expect(shown).toBeGreaterThan(90);
  expect(JSON.stringify(blocks.at(-1))).toContain(words.moreRows(250 - shown));
  expect(leftOutOf(card, words)).toEqual({ tables: [card.body[0]], text: false });
  const attached = drawCard({ ...card, attached: { rows: "All.xlsx" } }, "native", words);
  expect(JSON.stringify(attached.blocks.at(-1))).toContain(words.rowsInFile(250 - shown, "All.xlsx"));
});

test.each(["native", "plain"] as const)(
  "in the %s form every row is shown, or a line says how many are not",
  (style) => {
    const tables = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(tables, (sizes) => {
        const body = sizes.map(([count, width], table) =>
          tableOf(Array.from({ length: count }, (_, row) => [`«${table}.${row}»${"x".repeat(width)}`])),
        );
        const drawn = JSON.stringify(drawCard(cardOf(...body), style, words));
        for (const [table, [count]] of sizes.entries()) {
          const missing = Array.from({ length: count }, (_, row) =>
            drawn.includes(`«${table}.${row}»`),
          ).filter((isShown) => !isShown).length;
          expect(missing === 0 || drawn.includes(words.moreRows(missing))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  },
);

test("tables of one message share the characters Slack allows", () => {
  const rows = Array.from({ length: 80 }, () => ["x".repeat(100)]);
  const table = {
    kind: "table" as const,
    caption: "A",
    columns: [{ title: "C", kind: "text" as const }],
    rows,
  };
  const message = drawCard(cardOf(table, table), "native", words);
  expect(checkMessage(message)).toEqual([]);
  expect(JSON.stringify(message)).toContain(words.moreRows(60 + 1));
});

test("a third chart and a chart with long labels become tables", () => {
  const chart = {
    kind: "chart" as const,
    title: "C",
    alt: "Flat.",
    shape: "line" as const,
    categories: ["a"],
    series: [{ name: "s", values: [1] }],
  };
  const kinds = (...body: Card["body"]) =>
    drawCard(cardOf(...body), "native", words).blocks.map((block) => block.type);
  expect(kinds(chart, chart, chart)).toEqual([
    "header",
    "data_visualization",
    "context",
    "data_visualization",
    "context",
    "data_table",
    "context",
  ]);
  expect(kinds({ ...chart, categories: ["x".repeat(21)] })).toEqual(["header", "data_table", "context"]);
});

test("over 50 blocks the buttons stay and a line says that something was left out", () => {
  const line = { kind: "text" as const, spans: [text("one")] };
  const card = cardOf(...Array.from({ length: 80 }, () => line), {
    kind: "actions",
    buttons: [{ kind: "link", label: "L", url: "https://a.example" }],
  });
  const { blocks } = drawCard(card, "native", words);
  expect(blocks).toHaveLength(50);
  expect(blocks.at(-1)?.type).toBe("actions");
  expect(JSON.stringify(blocks.at(-2))).toContain(words.shortened);
});

test("the short form is sound for any card", () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const isSound = (block: Parameters<Parameters<typeof drawShortCard>[2]>[0]) =>
        checkMessage({ text: "-", blocks: [block] }).length === 0;
      expect(checkMessage(drawShortCard(card, words, isSound))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("a folded row of shares stays in its fold, as written bars; a line over time stands below", () => {
  const chart = {
    kind: "chart",
    title: "Shares",
    alt: "A leads.",
    shape: "radar",
    categories: ["A", "B"],
    max: 100,
    series: [{ name: "Share", values: [90, 5] }],
  } as const;
  const fold = (one: FoldedPart) =>
    drawCard(cardOf({ kind: "fold", title: "F", parts: [one] }), "native", words);
  const { blocks } = fold(chart);
  expect(blocks.map(({ type }) => type)).toEqual(["header", "container"]);
  expect(JSON.stringify(blocks)).toContain("▰▰▰▰▰▰▰▰▰▱ 90 · A\\n▱▱▱▱▱▱▱▱▱▱ 5 · B\\nA leads.");
  expect(fold({ ...chart, max: undefined, shape: "line" }).blocks.map(({ type }) => type)).toContain(
    "data_visualization",
  );
});
