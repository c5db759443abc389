/** What an import did not use, by reason, with examples; the file has every row and cell. */
import type { z } from "zod";
import { actions, button, type Card, call, facts, line, list, note } from "../src/chat/card.ts";
import { ImportReportData } from "../src/chat/features/import-questions.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Data = z.output<typeof ImportReportData>;
type Reason = Data["reasons"][number];

export const importReport = defineTemplate({
  data: ImportReportData,
  render: (data, r): Card => {
    const words = r.m.import.report;
    const isUsed = data.reasons.length === 0;
    const usedTitle = data.sheets === null ? words.titleGuessed : words.titleSheets;
    const title = (isUsed ? usedTitle : words.title)(data.fileName);
    const headline = words.headline(r.count(data.rowsSetAside), r.count(data.cellsUnused));
    const columns = columnFacts(data, r);
    return {
      title,
      tone: "neutral",
      summary: isUsed ? title : `${title} · ${headline}`,
      body: [
        ...(isUsed ? [] : [line(headline), list(data.reasons.map((reason) => reasonLine(reason, r)))]),
        ...(columns.length === 0 ? [] : [facts(columns)]),
        ...(data.guessedColumns.length === 0 ? [] : [line(words.guessedNext)]),
        ...(isUsed ? [] : [note(words.whole)]),
        ...(data.mayMap ? [actions(...mapButtons(data, r))] : []),
      ],
    };
  },
});

function columnFacts(
  { sheets, evidenceColumns, personalColumns, guessedColumns }: Data,
  r: Reading,
): [string, string][] {
  const words = r.m.import.report;
  const { meanings } = r.m.import.mapping;
  const guessed = guessedColumns.map(({ column, meaning }) =>
    words.guessedColumn(column, meanings[meaning] ?? meaning),
  );
  const { read, left } = sheets ?? { read: "", left: [] };
  const unread = left.map((name) => `“${name}”`).join(" · ");
  const all: [string, string, number][] = [
    [words.sheet, words.sheets(read, unread), left.length],
    [words.guessed, guessed.join(" · "), guessed.length],
    [words.evidence, evidenceColumns.join(" · "), evidenceColumns.length],
    [r.m.import.result.personal, personalColumns.join(" · "), personalColumns.length],
  ];
  return all.flatMap(([label, text, count]): [string, string][] => (count === 0 ? [] : [[label, text]]));
}

/** A form for each part of a very wide sheet. */
function mapButtons({ id, pages, columns }: Data, r: Reading) {
  const words = r.m.import.report;
  return pages.map((from, index) => {
    const to = pages[index + 1] ?? columns;
    const label = pages.length === 1 ? words.mapColumns : words.mapSome(r.number(from + 1), r.number(to));
    return button(label, call("import columns", { import: id, from: String(from) }));
  });
}

function reasonLine({ what, reason, count, examples }: Reason, r: Reading): string {
  const words = r.m.import.report;
  const { setAside, unusedCell } = r.m.import.file;
  const counted = r.count(count);
  const said =
    what === "row"
      ? words.rowReason(
          reason === "duplicate" ? words.duplicate : setAside[reason as keyof typeof setAside](""),
          counted,
        )
      : words.cellReason(unusedCell[reason as keyof typeof unusedCell], counted);
  if (examples.length === 0) return said;
  const shown = examples.map(({ line: at, name, text }) => words.example(r.number(at), name, text));
  return `${said}${r.m.common.inBrackets(words.examples(shown.join(" · ")))}`;
}
