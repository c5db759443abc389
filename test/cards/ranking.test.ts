/** The ranking of a long list on each platform: as many rows as its limits allow, and numbers that are numbers. */
import { describe, expect, test } from "vitest";
import { leftOutWords } from "../../src/chat/left-out.ts";
import { createReading } from "../../src/chat/reading.ts";
import { checkCard } from "../../src/lark/check-card.ts";
import * as lark from "../../src/lark/render-card.ts";
import { checkMessage } from "../../src/slack/check-payload.ts";
import * as slack from "../../src/slack/draw-card.ts";
import { importResult } from "../../templates/import-result.ts";
import { locales } from "../../templates/locales/index.ts";

const TOTAL = 1_234;
const reading = createReading("zh-CN", "Asia/Shanghai", locales["zh-CN"]);
const words = leftOutWords(reading);

function rankingOf(rows: number, total = TOTAL) {
  const data = {
    id: "imp_1",
    fileName: "名单.csv",
    vendor: "pugongying" as const,
    campaign: null,
    scheme: "T4" as const,
    counts: { withVerdict: total, withoutVerdict: 0, rowsSetAside: 0, cellsUnused: 0 },
    personalColumns: [],
    missing: [],
    rows: Array.from({ length: rows }, (_, index) => ({
      place: index + 1,
      name: `小鹿护肤${index}`,
      tier: "mid" as const,
      followers: index === 1 ? null : 82_000 + index,
      score: 90 - index / 10,
      rawScore: 90 - index / 10,
      band: "good" as const,
      coverage: 0.71,
      quote: index === 2 ? null : { amount: 330_000 + 100 * index, currency: "CNY" as const },
      standing: "within" as const,
      flags: index % 3,
      overruled: [],
    })),
    startedBy: { name: "Maya" },
    finishedAt: "2026-11-23T02:01:30Z",
    changedAt: null,
  };
  return importResult.render(importResult.data.parse(data), reading);
}

interface DataTable {
  type: string;
  page_size: number;
  rows: { type: string; value?: number; text: string }[][];
}

test("Slack: numbers of a hundred rows a table, the rest in the file that goes out anyway", () => {
  const card = rankingOf(300);
  expect(slack.leftOutOf(card, words).tables).toEqual([]);
  const message = slack.drawCard(card, "native", words);
  expect(checkMessage(message)).toEqual([]);
  const tables = message.blocks.filter(({ type }) => type === "data_table") as unknown as DataTable[];
  const shown = tables.flatMap(({ rows }) => rows.slice(1));
  expect(shown.length).toBeGreaterThan(200);
  expect(tables.map(({ page_size }) => page_size)).toEqual(tables.map(() => 10));
  const header = tables[0]?.rows[0]?.map(({ text }) => text) ?? [];
  for (const title of ["评分", "粉丝数", "报价", "风险项"]) {
    const cells = shown.map((row) => row[header.indexOf(title)]);
    expect(cells.filter((cell) => cell?.type === "raw_number").length).toBeGreaterThanOrEqual(
      shown.length - 1,
    );
  }
  expect(shown.slice(0, 2).map((row) => row[header.indexOf("粉丝数")])).toEqual([
    { type: "raw_number", value: 82_000, text: "8.2万" },
    { type: "raw_text", text: "–" },
  ]);
  expect(JSON.stringify(message)).toContain(
    `还有 ${(TOTAL - shown.length).toLocaleString("en")} 行未在此显示`,
  );
  expect(JSON.stringify(message)).toContain("名单-看号排名.xlsx");
});

/** What a person may choose as the order of the rows. */
const ORDERS = ["按评分从高到低", "按报价从低到高", "按报价水平，偏低的在前", "按粉丝数从高到低"];

test.each([
  [100, "native", []],
  [101, "native", ORDERS],
  [20, "plain", ORDERS],
] as const)(
  "Slack: %i rows drawn %s offer %j, since a table sorts by itself and no further",
  (rows, style, offered) => {
    const message = slack.drawCard(rankingOf(rows, rows), style, words);
    expect(checkMessage(message)).toEqual([]);
    const buttons = message.blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
    const labels = buttons.flatMap((one) => ("text" in one && one.text ? [one.text.text] : []));
    expect(labels).toEqual([...offered, "查看评分卡"]);
  },
);

describe("Lark", () => {
  const tableOf = (rows: number, total?: number) => {
    const card = rankingOf(rows, total);
    expect(lark.leftOutOf(card, words).tables).toEqual([]);
    const json = lark.renderCard(card, "key", words);
    expect(checkCard(json, new Set())).toEqual([]);
    const table = json.body.elements.find(({ tag }) => tag === "table") as unknown as {
      page_size: number;
      columns: { name: string; display_name: string; data_type: string }[];
      rows: Record<string, unknown>[];
    };
    return { table, text: JSON.stringify(json) };
  };

  test("typed numbers, and rows up to the last byte", () => {
    const { table, text } = tableOf(300);
    const typed = new Map(table.columns.map((column) => [column.display_name, column]));
    for (const title of ["评分", "粉丝数", "报价", "风险项"])
      expect(typed.get(title)?.data_type).toBe("number");
    expect(table.page_size).toBe(10);
    expect(table.rows.length).toBeGreaterThan(110);
    expect(text).toContain(`还有 ${(TOTAL - table.rows.length).toLocaleString("en")} 行未在此显示`);
    // one more row does not fit
    expect(tableOf(table.rows.length + 1).table.rows).toHaveLength(table.rows.length);
    const followers = typed.get("粉丝数")?.name ?? "";
    expect(table.rows.slice(0, 2).map((row) => row[followers])).toEqual([82_000, undefined]);
  });

  test.each(["native", "plain"] as const)(
    "drawn %s, a select has the orders and shows the one of the rows",
    (style) => {
      const { elements } = lark.renderCard(rankingOf(300), "key", words, { style }).body;
      const select = elements.find(({ tag }) => tag === "select_static") as unknown as {
        options: { text: { content: string }; value: string }[];
        initial_index: number;
      };
      expect(select.options.map(({ text }) => text.content)).toEqual(ORDERS);
      expect(select.options[select.initial_index - 1]?.value).toBe("score");
    },
  );

  test("a list that fits is shown whole, and no row is said to be missing", () => {
    const { table, text } = tableOf(40, 40);
    expect(table.rows).toHaveLength(40);
    expect(text).not.toContain("未在此显示");
  });
});
