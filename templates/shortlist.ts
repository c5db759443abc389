/** A campaign's shortlist as a table. */
import type { z } from "zod";
import {
  actions,
  button,
  type Cell,
  type Column,
  call,
  line,
  note,
  type Part,
  type Tone,
} from "../src/chat/card.ts";
import { ShortlistData } from "../src/chat/features/campaign.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { majorOf } from "../src/domain/money.ts";

type Row = z.output<typeof ShortlistData>["rows"][number];

export const shortlist = defineTemplate({
  data: ShortlistData,
  render: ({ campaign, tierScheme, rows }, r) => {
    const words = r.m.campaign.shortlist;
    const title = words.title(campaign.name, r.number(rows.length));
    const empty = rows.length === 0;
    return {
      title,
      tone: empty ? "neutral" : "info",
      summary: title,
      body: empty
        ? [line(words.empty), actions(button(words.vet, call("vet", { campaign: campaign.id })))]
        : [
            tableOf(title, rows, r),
            actions(button(words.submit, call("shortlist draft", { campaign: campaign.id }))),
            note(words.scheme(r.m.vet.schemes[tierScheme])),
          ],
    };
  },
});

function tableOf(caption: string, rows: readonly Row[], r: Reading): Part {
  const { columns } = r.m.campaign.shortlist;
  const hasFlags = rows.some(({ flags }) => flags.length > 0);
  const hasLists = rows.some(({ list }) => list !== null);
  return {
    kind: "table",
    caption,
    columns: [
      { title: columns.creator, kind: "text" },
      { title: columns.tier, kind: "text" },
      { title: columns.followers, kind: "number" },
      { title: columns.score, kind: "number", format: { precision: 1 } },
      { title: columns.quote, kind: "number", format: quoteFormat(rows) },
      ...(hasFlags ? [{ title: columns.flags, kind: "status" } as const] : []),
      ...(hasLists ? [{ title: columns.list, kind: "status" } as const] : []),
      { title: columns.addedBy, kind: "people" },
    ],
    rows: rows.map((row) => [
      row.creator,
      row.tier === null ? null : r.m.vet.tiers[row.tier],
      cell(row.followers, r.count),
      cell(row.score, (score) => r.number(score, 1)),
      row.quote === null ? null : { value: majorOf(row.quote), text: r.money(row.quote) },
      ...(hasFlags ? [flagsCell(row, r)] : []),
      ...(hasLists ? [listCell(row, r)] : []),
      { people: [typeof row.addedBy === "string" ? { name: row.addedBy } : row.addedBy] },
    ]),
  };
}

const SEVERITY_TONES = { high: "danger", medium: "warning", low: "neutral" } as const;

/** Those that a person set aside come last and have no colour. */
function flagsCell({ flags }: Row, r: Reading): Cell {
  if (flags.length === 0) return null;
  const { overruled: setAside } = r.m.campaign.shortlist;
  const standing = flags.filter(({ overruled }) => !overruled);
  const overruled = flags.filter((flag) => flag.overruled);
  return {
    tags: [
      ...standing.map(({ id, severity }) => ({
        text: r.m.vet.flagNames[id],
        tone: SEVERITY_TONES[severity],
      })),
      ...overruled.map(({ id }) => ({ text: setAside(r.m.vet.flagNames[id]), tone: "neutral" as const })),
    ],
  };
}

const LIST_TONES: Readonly<Record<NonNullable<Row["list"]>, Tone>> = {
  submitted: "info",
  pass: "good",
  no: "neutral",
  reserve: "warning",
};

/** What the brand says; empty for those it was not asked about. */
function listCell({ list }: Row, r: Reading): Cell {
  return list === null
    ? null
    : { tags: [{ text: r.m.campaign.shortlist.lists[list], tone: LIST_TONES[list] }] };
}

/** Sums of several currencies keep the sign that stands in each text. */
function quoteFormat(rows: readonly Row[]): Column["format"] {
  return rows.every(({ quote }) => quote === null || quote.currency === "CNY")
    ? { symbol: "¥", precision: rows.every(({ quote }) => Number.isInteger(majorOrZero(quote))) ? 0 : 2 }
    : undefined;
}

const majorOrZero = (quote: Row["quote"]): number => (quote === null ? 0 : majorOf(quote));

/** What is not known stays empty. */
function cell(value: number | null, write: (value: number) => string): Cell {
  return value === null ? null : { value, text: write(value) };
}
