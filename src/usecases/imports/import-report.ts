/** What an import did not use, told by reason with examples; the workbook names every row and cell. */
import type { TemplateInput } from "../../chat/template-data.ts";
import type { Recipient, Unit } from "../unit.ts";
import { pagesOf } from "./column-forms.ts";
import type { FinishedImport } from "./import-cards.ts";

type Reason = TemplateInput<"import-report">["reasons"][number];

const EXAMPLES = 3;
const EXAMPLE_LENGTH = 40;

/** Says nothing where all of the file was used, and nothing of it by a guess. */
export async function sendReport(unit: Unit, finished: FinishedImport, to: Recipient): Promise<void> {
  const data = reportOf(finished);
  const { guessed } = finished;
  const isAllUsed = data.reasons.length === 0 && data.sheets === null;
  if (isAllUsed && guessed.length === 0) return;
  await unit.send({
    to,
    template: "import-report",
    data,
    key: `import-report:${finished.started.id}`,
  });
}

function reportOf({
  started,
  list,
  setAside,
  columns,
  guessed,
}: FinishedImport): TemplateInput<"import-report"> {
  const { unusedCells, unusedCellCount, unusedColumns, sheets } = list.report;
  const names = new Map(list.creators.map(({ line, name }) => [line, name]));
  const reasons = new Map<string, Reason>();
  const count = (what: Reason["what"], reason: string, example: Reason["examples"][number]) => {
    const known = reasons.get(`${what} ${reason}`) ?? { what, reason, count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < EXAMPLES) known.examples.push(example);
    reasons.set(`${what} ${reason}`, known);
  };
  for (const { line, name, reason } of [...setAside].sort((a, b) => a.line - b.line))
    count("row", reason, { line, name: short(name ?? ""), text: "" });
  for (const { line, column, text, problem } of unusedCells)
    count("cell", problem, {
      line,
      name: short(names.get(line) ?? ""),
      text: short(`${column} ${text}`.trim()),
    });
  const columnsOf = (wanted: "evidence" | "personal") =>
    unusedColumns.filter(({ reason }) => reason === wanted).map(({ column }) => column);
  return {
    id: started.id,
    fileName: started.fileName,
    rowsSetAside: setAside.length,
    cellsUnused: unusedCellCount,
    reasons: [...reasons.values()].sort((a, b) => b.count - a.count),
    evidenceColumns: columnsOf("evidence"),
    personalColumns: columnsOf("personal"),
    sheets: sheets === undefined ? null : { ...sheets, left: [...sheets.left] },
    guessedColumns: [...guessed],
    mayMap: columns.asked !== null,
    pages: pagesOf(columns.asked ?? []),
    columns: columns.asked?.length ?? 0,
  };
}

function short(text: string): string {
  const signs = Array.from(text);
  return signs.length > EXAMPLE_LENGTH ? `${signs.slice(0, EXAMPLE_LENGTH).join("")}…` : text;
}
