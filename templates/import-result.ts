/** The ranking of a creator list: as many as a card holds in a table that pages and is ordered, all of them in the file. */
import type { z } from "zod";
import {
  actions,
  type Button,
  button,
  type Card,
  type Cell,
  type Column,
  call,
  facts,
  line,
  note,
  type Part,
  type TableOrders,
} from "../src/chat/card.ts";
import { ImportResultData } from "../src/chat/features/import.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { majorOf } from "../src/domain/money.ts";
import { ordersOf } from "../src/domain/ranking-order.ts";
import { moneyFormat } from "./list-table.ts";

type Data = z.output<typeof ImportResultData>;
type Row = Data["rows"][number];

const STANDING_TONES = {
  below: "good",
  within: "good",
  above: "warning",
  "far-off": "danger",
} as const;

export const importResult = defineTemplate({
  data: ImportResultData,
  render: (data, r): Card => {
    const words = r.m.import.result;
    const title = words.title(data.fileName, r.count(creatorsIn(data)));
    const best = data.rows.find(({ place }) => place === 1) ?? data.rows[0];
    return {
      title,
      tone: best === undefined ? "warning" : "good",
      summary:
        best === undefined ? words.noCreators : `${title} · ${words.best(best.name, scoreText(best, r))}`,
      body: [
        facts(headline(data, r)),
        ...(best === undefined
          ? [line(words.noCreators)]
          : [ranking(data, r), note(explained(data, r)), actions(...buttons(data, r))]),
        ...fileState(data, r),
        ...(data.pricesHidden ? [note(words.pricesHidden(data.startedBy.name))] : []),
        note(words.finishedBy(data.startedBy.name, r.time(data.finishedAt))),
      ],
    };
  },
});

function buttons(data: Data, r: Reading): Button[] {
  const { open, sendAgain } = r.m.import.result;
  const input = { import: data.id };
  return [
    button(open, call("import open", input)),
    ...(isFileWanted(data) ? [button(sendAgain, call("import resend", input))] : []),
  ];
}

/** The one in the chat is older or missing, and nobody asked for a new one yet. */
function isFileWanted({ open, changedAt, fileAskedAt, fileFailedAt }: Data): boolean {
  // while rows are open the first file is still to come
  return fileAskedAt === null && ((changedAt !== null && open === 0) || fileFailedAt !== null);
}

function fileState({ open, changedAt, fileAskedAt, fileFailedAt }: Data, r: Reading): Part[] {
  const words = r.m.import.result;
  if (open > 0) {
    const state =
      fileFailedAt === null
        ? words.rowsOpen(r.count(open))
        : words.rowsFailed(r.count(open), r.time(fileFailedAt));
    return [line(state)];
  }
  const { changed, fileComes, fileFailed } = words;
  return [
    ...(changedAt === null ? [] : [line(changed(r.time(changedAt)))]),
    ...(fileFailedAt === null ? [] : [line(fileFailed(r.time(fileFailedAt)))]),
    ...(fileAskedAt === null ? [] : [line(fileComes(r.time(fileAskedAt)))]),
  ];
}

function creatorsIn({ counts }: Data): number {
  return counts.withVerdict + counts.withoutVerdict;
}

function headline(data: Data, r: Reading): [string, string][] {
  const words = r.m.import.result;
  const { withVerdict, withoutVerdict, rowsSetAside, cellsUnused } = data.counts;
  const rows: [string, string][] = [
    [words.source, r.m.vet.sources[data.vendor]],
    [r.m.vet.fields.campaign, data.campaign ?? r.m.vet.noCampaign],
    [words.verdicts, words.verdictLine(r.count(withVerdict), r.count(withoutVerdict))],
  ];
  if (data.missing.length > 0)
    rows.push([words.toVerdict, data.missing.map((id) => r.m.vet.scoredFacts[id]).join(" · ")]);
  const allUsed = rowsSetAside === 0 && cellsUnused === 0;
  rows.push([
    words.notUsed,
    allUsed ? words.allUsed : words.notUsedLine(r.count(rowsSetAside), r.count(cellsUnused)),
  ]);
  if (data.personalColumns.length > 0) rows.push([words.personal, data.personalColumns.join(" · ")]);
  return rows;
}

function explained(data: Data, r: Reading): string {
  const scheme = r.m.campaign.shortlist.scheme(r.m.vet.schemes[data.scheme]);
  const { explained: byScore, explainedOrder } = r.m.import.result;
  return `${data.order === "score" ? byScore : explainedOrder}\n${scheme}`;
}

function ranking(data: Data, r: Reading): Part {
  const creators = creatorsIn(data);
  const shown = columnsOf(data.rows, r);
  return {
    kind: "table",
    caption: captionOf(data, r),
    rowName: 1,
    columns: shown.map(({ column }) => column),
    rows: data.rows.map((row) => shown.map(({ cell }) => cell(row))),
    allIn: { file: r.m.import.file.name(data.fileName.replace(/\.[^.]*$/u, "")), rows: creators },
    orders: ordersFor(data, r),
  };
}

/** The card has the best by score; in any other order it is said that they are those. */
function captionOf(data: Data, r: Reading): string {
  const { rows, order } = data;
  const { caption, captionOfBest } = r.m.import.result;
  const creators = creatorsIn(data);
  return order === "score" || rows.length >= creators
    ? caption(r.count(creators), order)
    : captionOfBest(r.count(rows.length), r.count(creators), order);
}

/** Nothing to choose from where nothing else than the score is known of anybody. */
function ordersFor({ id, rows, order }: Data, r: Reading): TableOrders | undefined {
  const { order: label, orders } = r.m.import.result;
  const choices = ordersOf(rows);
  if (rows.length < 2 || choices.length < 2) return undefined;
  return {
    label,
    chosen: order,
    choices: choices.map((value) => ({ value, label: orders[value] })),
    call: call("import order", { import: id }),
    input: "by",
  };
}

interface Shown {
  column: Column;
  cell(row: Row): Cell;
}

/** Numbers that people sort by are columns of numbers alone: what is unknown is empty, and words stand beside them. */
function columnsOf(rows: readonly Row[], r: Reading): Shown[] {
  const { columns, standings, noQuote, noVerdictYet } = r.m.import.result;
  const { vet } = r.m;
  const number = (title: string, value: (row: Row) => number | null, precision: number): Shown => ({
    column: { title, kind: "number", format: { precision } },
    cell: (row) => numberCell(value(row), (known) => r.number(known, precision)),
  });
  const text = (title: string, value: (row: Row) => string | null): Shown => ({
    column: { title, kind: "text" },
    cell: value,
  });
  const quotes = rows.flatMap(({ quote }) => (quote === null ? [] : [quote]));
  return [
    number(columns.place, ({ place }) => place, 0),
    text(columns.creator, ({ name }) => name),
    number(columns.score, ({ score }) => score, 1),
    text(columns.verdict, ({ band }) => (band === null ? noVerdictYet : vet.bands[band])),
    {
      column: { title: columns.followers, kind: "number", format: { precision: 0 } },
      cell: ({ followers }) => numberCell(followers, r.count),
    },
    ...(quotes.length === 0
      ? []
      : [
          {
            column: { title: columns.quote, kind: "number" as const, format: moneyFormat(quotes) },
            cell: ({ quote }: Row) =>
              quote === null ? null : { value: majorOf(quote), text: r.money(quote) },
          },
        ]),
    {
      column: { title: columns.standing, kind: "status" },
      cell: ({ standing }) => ({
        tags: [
          standing === null
            ? { text: noQuote, tone: "neutral" }
            : { text: standings[standing], tone: STANDING_TONES[standing] },
        ],
      }),
    },
    number(columns.flags, ({ flags }) => flags, 0),
    ...(rows.some(({ overruled }) => overruled.length > 0)
      ? [
          text(columns.overruled, ({ overruled }) =>
            overruled.length === 0 ? null : overruled.map((id) => vet.flagNames[id]).join(" · "),
          ),
        ]
      : []),
    text(columns.tier, ({ tier }) => (tier === null ? r.m.common.unknown : vet.tiers[tier])),
    number(columns.coverage, ({ coverage }) => Math.round(coverage * 100), 0),
    // beside a verdict it would be the same number again
    ...(rows.some(({ score }) => score === null)
      ? [number(columns.rawScore, ({ score, rawScore }) => (score === null ? rawScore : null), 1)]
      : []),
  ];
}

function numberCell(value: number | null, write: (value: number) => string): Cell {
  return value === null ? null : { value, text: write(value) };
}

/** Without a verdict the number stands in brackets: it says what is known, not how good the creator is. */
function scoreText({ score, rawScore, coverage }: Row, r: Reading): string {
  const { score: scored, noVerdict } = r.m.import.result;
  const known = r.share(coverage, 0);
  if (score !== null) return scored(r.number(score, 1), known);
  return noVerdict(rawScore === null ? r.m.common.unknown : r.number(rawScore, 1), known);
}
