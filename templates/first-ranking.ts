/** The best of a long list by a first look, while the scorecards are still being kept. */
import type { z } from "zod";
import { note, type Part } from "../src/chat/card.ts";
import type { ImportProgressData } from "../src/chat/features/import.ts";
import type { Reading } from "../src/chat/reading.ts";

type First = NonNullable<z.output<typeof ImportProgressData>["first"]>;

export function firstRanking({ creators, rows }: First, r: Reading): Part[] {
  const { columns, noVerdictYet } = r.m.import.result;
  const { vet, common } = r.m;
  const words = r.m.import.first;
  const number = (value: number | null, precision: number) =>
    value === null ? null : { value, text: r.number(value, precision) };
  const counted = (title: string, precision = 0) => ({
    title,
    kind: "number" as const,
    format: { precision },
  });
  const text = (title: string) => ({ title, kind: "text" as const });
  // the score that is known so far stands in a column of its own, since it is no verdict
  const isOpen = rows.some(({ score }) => score === null);
  return [
    {
      kind: "table",
      caption: words.caption(r.count(creators)),
      rowName: 1,
      columns: [
        counted(columns.place),
        text(columns.creator),
        counted(columns.score, 1),
        text(columns.verdict),
        counted(columns.followers),
        text(columns.tier),
        counted(columns.coverage),
        ...(isOpen ? [counted(columns.rawScore, 1)] : []),
      ],
      rows: rows.map((row) => [
        number(row.place, 0),
        row.name,
        number(row.score, 1),
        row.band === null ? noVerdictYet : vet.bands[row.band],
        row.followers === null ? null : { value: row.followers, text: r.count(row.followers) },
        row.tier === null ? common.unknown : vet.tiers[row.tier],
        number(Math.round(row.coverage * 100), 0),
        ...(isOpen ? [number(row.score === null ? row.rawScore : null, 1)] : []),
      ]),
    },
    note(words.explained),
  ];
}
