/** Cards as Slack messages: a golden file of every part, and limits that no card can break. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Card, text } from "../../src/chat/card.ts";
import { checkBlocks } from "../../src/sandbox/slack/check-blocks.ts";
import { checkMessage, checkView } from "../../src/slack/check-payload.ts";
import { drawCard, drawShortCard } from "../../src/slack/draw-card.ts";
import { drawForm } from "../../src/slack/draw-form.ts";
import { anyCard, anyForm } from "./any-card.ts";
import { catalogue, form, words } from "./catalogue.ts";

const golden = (value: unknown, name: string): Promise<void> =>
  expect(`${JSON.stringify(value, null, 2)}\n`).toMatchFileSnapshot(`../golden/slack/${name}.json`);

const cardOf = (...body: Card["body"]): Card => ({ title: "T", tone: "neutral", summary: "S", body });

test("every part has its native form", async () => {
  await golden(drawCard(catalogue, "native", words), "catalogue");
});

test("every part has a form for older clients", async () => {
  await golden(drawCard(catalogue, "plain", words), "catalogue-plain");
});

test("every field of a form has its input", async () => {
  await golden(drawForm(form, { chat: "C09SPRING1", thread: "1.2" }, words), "form");
});

test.each(["native", "plain"] as const)(
  "any card in the %s form keeps every limit, here and at the platform",
  (style) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const message = drawCard(card, style, words);
        expect(checkMessage(message)).toEqual([]);
        expect(checkBlocks(message.blocks, "message")).toEqual([]);
      }),
      { numRuns: 150 },
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

test("a table over the limit shows the rows that fit and says how many more there are", () => {
  const rows = Array.from({ length: 250 }, (_, index) => [`creator ${index}`]);
  const { blocks } = drawCard(
    cardOf({ kind: "table", caption: "All", columns: [{ title: "Creator", kind: "text" }], rows }),
    "native",
    words,
  );
  const table = blocks.find((block) => block.type === "data_table");
  expect(table?.rows).toHaveLength(101);
  expect(JSON.stringify(blocks.at(-1))).toContain(words.moreRows(150));
});

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
    shape: "line" as const,
    categories: ["a"],
    series: [{ name: "s", values: [1] }],
  };
  const kinds = (...body: Card["body"]) =>
    drawCard(cardOf(...body), "native", words).blocks.map((block) => block.type);
  expect(kinds(chart, chart, chart)).toEqual([
    "header",
    "data_visualization",
    "data_visualization",
    "data_table",
  ]);
  expect(kinds({ ...chart, categories: ["x".repeat(21)] })).toEqual(["header", "data_table"]);
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
