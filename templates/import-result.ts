/** The ranking of a creator list: the best in a table, the rest in the file. */
import type { z } from "zod";
import {
  actions,
  type Button,
  button,
  type Card,
  type Cell,
  call,
  facts,
  line,
  note,
  type Part,
} from "../src/chat/card.ts";
import { ImportResultData } from "../src/chat/features/import.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

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
    const [best] = data.rows;
    return {
      title,
      tone: best === undefined ? "warning" : "good",
      summary:
        best === undefined ? words.noCreators : `${title} · ${words.best(best.name, scoreText(best, r))}`,
      body: [
        facts(headline(data, r)),
        ...(best === undefined
          ? [line(words.noCreators)]
          : [ranking(data, r), note(explained(data, r)), actions(openButton(data, r))]),
        ...(data.pricesHidden ? [note(words.pricesHidden(data.startedBy.name))] : []),
        note(words.finishedBy(data.startedBy.name, r.time(data.finishedAt))),
      ],
    };
  },
});

function openButton({ id }: Data, r: Reading): Button {
  return button(r.m.import.result.open, call("import open", { import: id }));
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
  if (data.personalColumns.length > 0)
    rows.push([words.personal, words.personalLine(data.personalColumns.join(" · "))]);
  return rows;
}

function explained(data: Data, r: Reading): string {
  const scheme = r.m.campaign.shortlist.scheme(r.m.vet.schemes[data.scheme]);
  return `${r.m.import.result.explained}\n${scheme}`;
}

function ranking(data: Data, r: Reading): Part {
  const { columns, caption } = r.m.import.result;
  return {
    kind: "table",
    caption: caption(r.count(data.rows.length), r.count(creatorsIn(data))),
    rowName: 1,
    columns: [
      { title: columns.place, kind: "number", format: { precision: 0 } },
      { title: columns.creator, kind: "text" },
      { title: columns.score, kind: "text" },
      { title: columns.followers, kind: "number" },
      { title: columns.tier, kind: "text" },
      { title: columns.price, kind: "status" },
      { title: columns.flags, kind: "number", format: { precision: 0 } },
    ],
    rows: data.rows.map((row) => cellsOf(row, r)),
  };
}

function cellsOf(row: Row, r: Reading): Cell[] {
  const { standings, noQuote } = r.m.import.result;
  return [
    { value: row.place, text: r.number(row.place) },
    row.name,
    scoreText(row, r),
    row.followers === null ? r.m.common.unknown : { value: row.followers, text: r.count(row.followers) },
    row.tier === null ? r.m.common.unknown : r.m.vet.tiers[row.tier],
    {
      tags: [
        row.standing === null
          ? { text: noQuote, tone: "neutral" }
          : { text: standings[row.standing], tone: STANDING_TONES[row.standing] },
      ],
    },
    { value: row.flags, text: r.number(row.flags) },
  ];
}

/** Without a verdict the number stands in brackets: it says what is known, not how good the creator is. */
function scoreText({ score, rawScore, coverage }: Row, r: Reading): string {
  const { score: scored, noVerdict } = r.m.import.result;
  const known = r.share(coverage, 0);
  if (score !== null) return scored(r.number(score, 1), known);
  return noVerdict(rawScore === null ? r.m.common.unknown : r.number(rawScore, 1), known);
}
