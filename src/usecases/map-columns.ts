/** What a person says the columns of a list mean: remembered for every file with the same header, and the list is vetted. */
import { FileRefData } from "../chat/features/import.ts";
import type { Destination } from "../chat/ports.ts";
import { AppError } from "../domain/errors.ts";
import { isMeaning } from "../imports/column-meanings.ts";
import {
  type ColumnMapping,
  columnMapping,
  keepColumnMapping,
  type ListImport,
  listImportById,
  lockListImport,
  updateListImport,
} from "../store/imports.ts";
import { personRef } from "../store/people.ts";
import { COLUMNS_A_FORM, pagesOf } from "./ask-columns.ts";
import type { Ctx } from "./ctx.ts";
import { importCardKey, importDueKey, progressOf } from "./import-cards.ts";
import { beginImport } from "./start-import.ts";
import { transact, type Unit } from "./unit.ts";

export { MEANINGS } from "../imports/column-meanings.ts";

/** What a column holds that nobody wants read. */
export const NOT_USED = "none";

/** One of these says whom a row is about. */
export const WHO: readonly string[] = ["name", "handle", "id", "link"];

export interface ColumnField {
  title: string;
  example: string;
  possible: string[];
  /** a meaning, or `NOT_USED` */
  chosen: string;
}

/**
 * The columns of one form as they are understood now.
 * @param from index of the form's first column
 * @throws AppError "old-card" where there is nothing to ask about
 */
export async function columnsToMap(ctx: Ctx, importId: string, from: number) {
  const { db } = ctx.store;
  const started = await listImportById(db, importId);
  if (!started?.asked || started.shape === null) throw new AppError("old-card");
  const saved = (await columnMapping(db, started.shape))?.columns;
  const { begin, end } = pageFrom(started.asked, from);
  const fields = started.asked.slice(begin, end).map(({ title, example, guess, possible }): ColumnField => {
    const chosen = saved === undefined ? guess : saved[title];
    const offered = chosen && !possible.includes(chosen) ? [chosen, ...possible] : possible;
    return { title, example, possible: offered, chosen: chosen ?? NOT_USED };
  });
  return {
    fileName: started.fileName,
    from: begin,
    fields,
    /** no other form asks about columns of this list */
    isWhole: fields.length === started.asked.length,
  };
}

function pageFrom(asked: NonNullable<ListImport["asked"]>, from: number): { begin: number; end: number } {
  const pages = pagesOf(asked);
  const page = pages.findLastIndex((start) => start <= from);
  const begin = pages[page] ?? 0;
  return { begin, end: Math.min(pages[page + 1] ?? asked.length, begin + COLUMNS_A_FORM) };
}

/**
 * @param input.meanings of the columns from `from` on, in their order
 * @throws AppError "old-card" where the import does not wait for it, "no-creator-column" where no column would say who
 */
export async function mapColumns({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { import: string; from: number; meanings: readonly (string | undefined)[] };
}): Promise<void> {
  const { actor } = ctx;
  if (actor === undefined) throw new AppError("unknown-person");
  await transact(ctx, async (unit) => {
    const started = await lockListImport(unit.tx, input.import);
    if (!started?.asked || started.shape === null) throw new AppError("old-card");
    if (started.state !== "asking" && started.state !== "done") throw new AppError("old-card");
    const mapping: ColumnMapping = {
      shape: started.shape,
      header: started.asked.map(({ title }) => title),
      columns: meaningsNow(started.asked, (await columnMapping(unit.tx, started.shape))?.columns, input),
      mappedBy: actor.id,
      mappedAt: unit.now,
    };
    if (!Object.values(mapping.columns).some((meaning) => WHO.includes(meaning)))
      throw new AppError("no-creator-column", { columns: mapping.header.join(", "), chosen: "yes" });
    await keepColumnMapping(unit.tx, mapping);
    await unit.audit("import.map", started.id, { shape: mapping.shape, columns: mapping.columns });
    if (started.state === "asking") await goOn(unit, started);
    else
      await beginImport(ctx, unit, {
        file: FileRefData.parse(started.file),
        campaignId: started.campaignId,
        replyTo: started.replyTo as Destination,
      });
  });
}

/**
 * What was said before, or guessed, with what this form says: a meaning that it gives to a column is no longer that of a
 * column on another form.
 */
function meaningsNow(
  asked: NonNullable<ListImport["asked"]>,
  saved: Readonly<Record<string, string>> | undefined,
  { from, meanings }: { from: number; meanings: readonly (string | undefined)[] },
): Record<string, string> {
  const now = new Map<string, string>();
  for (const [index, { title, guess }] of asked.entries()) {
    const before = saved === undefined ? guess : saved[title];
    const said = meanings[index - from];
    const meaning = said ?? (before && meanings.includes(before) ? NOT_USED : before);
    if (meaning && isMeaning(meaning)) now.set(title, meaning);
  }
  return Object.fromEntries(now);
}

async function goOn(unit: Unit, started: ListImport): Promise<void> {
  await updateListImport(unit.tx, started.id, { state: "waiting" });
  await unit.plan({
    key: importDueKey(started.id),
    job: "import-list",
    payload: { import: started.id },
    at: unit.now,
  });
  const startedBy = await personRef(unit.tx, started.startedBy);
  await unit.refresh(importCardKey(started.id), "import-progress", progressOf(started, startedBy));
}
