/** The table of a submitted list: what was asked, and what was decided. */
import type { z } from "zod";
import type { Cell, Column, Table, Tone } from "../src/chat/card.ts";
import type { ListCardData } from "../src/chat/features/list.ts";
import type { Reading } from "../src/chat/reading.ts";
import { type Money, majorOf } from "../src/domain/money.ts";

type Data = z.output<typeof ListCardData>;
type Row = Data["rows"][number];

const TONES: Readonly<Record<NonNullable<Row["decision"]>, Tone>> = {
  pass: "good",
  reserve: "warning",
  no: "neutral",
};

/** A shown column: its head and what it holds of a row; `kept` columns stay when all their cells are empty. */
interface Shown {
  column: Column;
  cell(row: Row): Cell;
  kept?: true;
}

export function listTable({ rows }: Data, caption: string, r: Reading): Table {
  const shown = columnsOf(rows, r).filter(
    ({ cell, kept }) => kept === true || rows.some((row) => cell(row) !== null),
  );
  return {
    kind: "table",
    caption,
    columns: shown.map(({ column }) => column),
    rows: rows.map((row) => shown.map(({ cell }) => cell(row))),
    rowName: 1,
  };
}

function columnsOf(rows: readonly Row[], r: Reading): Shown[] {
  const { columns, formats, decisions, undecided } = r.m.list;
  const prices = rows.flatMap(({ price, passedPrice }) =>
    passedPrice === null ? [price] : [price, passedPrice],
  );
  const format = moneyFormat(prices);
  return [
    {
      column: { title: columns.position, kind: "number", format: { precision: 0 } },
      cell: ({ position }) => ({ value: position, text: r.number(position) }),
      kept: true,
    },
    { column: { title: columns.creator, kind: "text" }, cell: ({ creator }) => creator, kept: true },
    {
      column: { title: columns.decision, kind: "status" },
      cell: ({ decision }) => ({
        tags: [
          decision === null
            ? { text: undecided, tone: "info" }
            : { text: decisions[decision], tone: TONES[decision] },
        ],
      }),
      kept: true,
    },
    {
      column: { title: columns.price, kind: "number", format },
      cell: ({ price }) => moneyCell(price, r),
      kept: true,
    },
    {
      column: { title: columns.passedPrice, kind: "number", format },
      cell: ({ passedPrice }) => (passedPrice === null ? null : moneyCell(passedPrice, r)),
    },
    // what the other side has to act on must not stand behind the edge of a screen
    { column: { title: columns.comment, kind: "text" }, cell: ({ comment }) => comment },
    {
      column: { title: columns.reason, kind: "text" },
      cell: ({ reason }) => (reason === "" ? null : reason),
    },
    {
      column: { title: columns.score, kind: "number", format: { precision: 1 } },
      cell: ({ score }) => (score === null ? null : { value: score, text: r.number(score, 1) }),
    },
    {
      column: { title: columns.tier, kind: "text" },
      cell: ({ tier }) => (tier === null ? null : r.m.vet.tiers[tier]),
    },
    {
      column: { title: columns.followers, kind: "number" },
      cell: ({ followers }) => (followers === null ? null : { value: followers, text: r.count(followers) }),
    },
    { column: { title: columns.format, kind: "text" }, cell: (row) => formats[row.format], kept: true },
  ];
}

function moneyCell(value: Money, r: Reading): Cell {
  return { value: majorOf(value), text: r.money(value) };
}

/** Prices of several currencies keep the sign that stands in each text. */
export function moneyFormat(all: readonly Money[]): Column["format"] {
  if (all.some(({ currency }) => currency !== "CNY")) return undefined;
  return { symbol: "¥", precision: all.every((price) => Number.isInteger(majorOf(price))) ? 0 : 2 };
}
