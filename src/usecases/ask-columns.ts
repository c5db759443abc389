/** Asks what the columns of a list mean where nobody knows its header; the import waits for the answer. */
import type { PersonRef } from "../chat/card.ts";
import type { TemplateInput } from "../chat/template-data.ts";
import type { UnknownColumns } from "../imports/read-import.ts";
import { type ListImport, lockListImport, updateListImport } from "../store/imports.ts";
import type { Ctx } from "./ctx.ts";
import { importCardKey } from "./import-cards.ts";
import { AlreadyDone, transact } from "./unit.ts";

/** Lark's form takes so many choices of all its selects together; more would have to be typed. */
const FORM_CHOICES = 100;
/** the fields that the command has */
export const COLUMNS_A_FORM = 30;
const MOST_COLUMNS = 150;

/** @throws AlreadyDone when another process was faster */
export async function askForColumns(
  ctx: Ctx,
  started: ListImport,
  startedBy: PersonRef,
  { shape, asked }: UnknownColumns,
): Promise<void> {
  await transact(ctx, async (unit) => {
    const now = await lockListImport(unit.tx, started.id);
    if (now === undefined || now.state !== "waiting") throw new AlreadyDone(started.id);
    const columns = asked.slice(0, MOST_COLUMNS);
    await updateListImport(unit.tx, started.id, { state: "asking", shape, asked: columns });
    await unit.audit("import.ask", started.id, { columns: columns.map(({ title }) => title) });
    await unit.refresh(
      importCardKey(started.id),
      "import-mapping",
      mappingCardOf({ ...now, asked: columns }, startedBy),
    );
  });
}

function mappingCardOf(
  { id, fileName, asked, startedAt }: ListImport,
  startedBy: PersonRef,
): TemplateInput<"import-mapping"> {
  const columns = asked ?? [];
  return {
    id,
    fileName,
    columns: columns.map(({ title, example, guess }) => ({ title, example, guess })),
    pages: pagesOf(columns),
    startedBy,
    startedAt: startedAt.toString(),
  };
}

/** Where each form begins: as many columns as both platforms hold. */
export function pagesOf(columns: readonly { possible: readonly string[] }[]): number[] {
  const pages = [0];
  let choices = 0;
  for (const [index, { possible }] of columns.entries()) {
    // "not used" can always be chosen
    const needed = possible.length + 1;
    const begun = index - (pages.at(-1) ?? 0);
    if (begun > 0 && (choices + needed > FORM_CHOICES || begun >= COLUMNS_A_FORM)) {
      pages.push(index);
      choices = 0;
    }
    choices += needed;
  }
  return pages;
}
