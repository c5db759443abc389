/** A very long list fills several workbooks, and its ranking goes on from one to the next. */

import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { createReading } from "../../src/chat/reading.ts";
import type { FinishedImport } from "../../src/usecases/import-cards.ts";
import { importWorkbooks, workbooksFor } from "../../src/usecases/import-workbook.ts";
import type { RankedRow } from "../../src/usecases/rank-import.ts";
import { locales } from "../../templates/locales/index.ts";

function row(place: number): RankedRow {
  return {
    place,
    line: place + 1,
    creator: { id: `cre${place}`, name: `博主${place}`, handle: null, link: null },
    vettingId: `vet${place}`,
    followers: null,
    category: null,
    city: null,
    tier: null,
    scorecard: {
      score: null,
      rawScore: null,
      coverage: 0,
      range: [0, 100],
      band: null,
      missing: [],
      rates: [],
    },
    dimensions: [],
    flags: [],
    notChecked: [],
    price: null,
    quote: null,
  };
}

function finished(rows: number): FinishedImport {
  const at = Temporal.Instant.from("2026-11-23T02:00:00Z");
  return {
    started: {
      id: "imp1",
      campaignId: null,
      fileName: "list.csv",
      file: {},
      replyTo: {},
      platform: "slack",
      state: "running",
      vendor: "mcn",
      shape: null,
      asked: null,
      total: rows,
      done: rows,
      startedBy: "mem1",
      startedAt: at,
      finishedAt: null,
    },
    startedBy: { name: "Maya" },
    campaign: undefined,
    list: {
      vendor: "mcn",
      rows: "creators",
      creators: [],
      report: { rows, unusedColumns: [], unusedCells: [], unusedCellCount: 0, setAside: [] },
    },
    ranked: Array.from({ length: rows }, (_, index) => row(index + 1)),
    columns: { shape: null, asked: null },
    setAside: [],
    audience: [null],
    finishedAt: at.toString(),
  };
}

const reading = createReading("en", "Europe/Berlin", locales.en);

test.each([
  [1, [1]],
  [5_000, [5_000]],
  [5_001, [5_000, 1]],
  [12_000, [5_000, 5_000, 2_000]],
])("%i creators", (rows, each) => {
  const workbooks = [...importWorkbooks(finished(rows), reading)];
  expect(workbooksFor(rows)).toBe(workbooks.length);
  expect(workbooks.map(([ranking]) => ranking?.rows.length)).toEqual(each);
  const places = workbooks.flatMap(([ranking]) => ranking?.rows.map(([place]) => place) ?? []);
  expect(places).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
  expect(workbooks.map((sheets) => sheets.length)).toEqual([3, ...each.slice(1).map(() => 1)]);
});

test("a dimension of which nothing is known is an empty cell, not 0", () => {
  const known = row(1);
  const dimensions = [
    { id: "audience" as const, points: 0, known: 0, max: 30 },
    { id: "engagement" as const, points: 0, known: 8, max: 25 },
  ];
  const [workbook] = importWorkbooks({ ...finished(1), ranked: [{ ...known, dimensions }] }, reading);
  const [ranking] = workbook ?? [];
  const cell = (title: string) =>
    ranking?.rows[0]?.[ranking.columns.findIndex((column) => column.title.startsWith(title))];
  expect(cell("Audience quality")).toBeNull();
  expect(cell("Engagement")).toBe(0);
});
