/** What an import did not use, by reason, with examples; the file has every row and cell. */
import type { z } from "zod";
import { actions, button, type Card, call, facts, line, list, note } from "../src/chat/card.ts";
import { ImportReportData } from "../src/chat/features/import-questions.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Reason = z.output<typeof ImportReportData>["reasons"][number];

export const importReport = defineTemplate({
  data: ImportReportData,
  render: (data, r): Card => {
    const words = r.m.import.report;
    const title = words.title(data.fileName);
    const headline = words.headline(r.count(data.rowsSetAside), r.count(data.cellsUnused));
    const columns: [string, string][] = [
      ...(data.evidenceColumns.length === 0
        ? []
        : [[words.evidence, data.evidenceColumns.join(" · ")] as [string, string]]),
      ...(data.personalColumns.length === 0
        ? []
        : [[r.m.import.result.personal, data.personalColumns.join(" · ")] as [string, string]]),
    ];
    return {
      title,
      tone: "neutral",
      summary: `${title} · ${headline}`,
      body: [
        line(headline),
        list(data.reasons.map((reason) => reasonLine(reason, r))),
        ...(columns.length === 0 ? [] : [facts(columns)]),
        note(words.whole),
        ...(data.mayMap
          ? [actions(button(words.mapColumns, call("import columns", { import: data.id, from: "0" })))]
          : []),
      ],
    };
  },
});

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
