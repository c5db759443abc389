/** What a person says the columns of a list mean: remembered for every file with the same header, and the list is vetted. */
import { FileRefData } from "../../chat/features/import.ts";
import type { Destination } from "../../chat/ports.ts";
import { AppError } from "../../domain/errors.ts";
import {
  columnMapping,
  keepColumnMapping,
  type ListImport,
  listImportById,
  lockListImport,
  updateListImport,
} from "../../store/imports.ts";
import { personRef } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { pagesOf } from "./column-forms.ts";
import { importCardKey, importDueKey, progressOf } from "./import-cards.ts";
import { mappingCardOf } from "./mapping-card.ts";
import {
  clashIn,
  guessOf,
  meaningsNow,
  NOT_USED,
  pageFrom,
  pagesSaid,
  saysWho,
  settled,
  withForm,
} from "./said-columns.ts";
import { beginImport } from "./start-import.ts";

export { MEANINGS } from "../../imports/column-meanings.ts";
export { NOT_USED, WHO } from "./said-columns.ts";

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
  const asked = settled(started.asked, (await columnMapping(db, started.shape))?.columns);
  const { begin, end } = pageFrom(asked, from);
  const fields = asked.slice(begin, end).map((column): ColumnField => {
    const { title, example, possible } = column;
    const chosen = column.said ?? guessOf(asked, column) ?? NOT_USED;
    const offered = chosen === NOT_USED || possible.includes(chosen) ? possible : [chosen, ...possible];
    return { title, example, possible: offered, chosen };
  });
  const open = pagesOf(asked).filter((page) => page !== begin && !pagesSaid(asked).includes(page));
  return {
    fileName: started.fileName,
    from: begin,
    fields,
    /** no other form asks about columns of this list */
    isWhole: fields.length === asked.length,
    /** once it is sent, the list is vetted */
    isLast: started.state === "done" || open.length === 0,
  };
}

interface Said {
  import: string;
  from: number;
  /** of the columns from `from` on, in their order */
  meanings: readonly (string | undefined)[];
  /** nothing is said of columns: the forms that are still open are answered by the guesses */
  rest?: boolean;
}

/**
 * Keeps what a form says. The list is vetted once all of its forms are sent, or somebody leaves the rest to the guesses.
 * Two columns of different forms with one meaning are refused, and all that was chosen stays to be corrected.
 * @throws AppError "old-card" where the import does not wait for it, "no-creator-column" where no column would say who
 */
export async function mapColumns({ ctx, input }: { ctx: Ctx; input: Said }): Promise<void> {
  if (ctx.actor === undefined) throw new AppError("unknown-person");
  await transact(ctx, async (unit) => {
    const started = await lockListImport(unit.tx, input.import);
    if (!started?.asked || started.shape === null) throw new AppError("old-card");
    if (started.state !== "asking" && started.state !== "done") throw new AppError("old-card");
    const before = settled(started.asked, (await columnMapping(unit.tx, started.shape))?.columns);
    const asked = input.rest ? before : withForm(before, input.from, input.meanings);
    const now: ListImport = { ...started, asked };
    const meanings = meaningsNow(asked);
    const clash = clashIn(asked);
    if (clash !== undefined) return refuse(unit, now, { ...clash, problem: "column-twice" });
    const isOpen = started.state === "asking" && pagesSaid(asked).length < pagesOf(asked).length;
    if (isOpen && !input.rest) return save(unit, now);
    if (!saysWho(meanings)) {
      if (pagesOf(asked).length > 1) return refuse(unit, now, { problem: "no-name-column" });
      throw new AppError("no-creator-column", {
        columns: asked.map(({ title }) => title).join(", "),
        chosen: "yes",
      });
    }
    await vet(ctx, unit, now, meanings);
  });
}

/** What was said so far stands on the card, and waits for the other forms. */
async function save(unit: Unit, now: ListImport): Promise<void> {
  const { id, asked } = now;
  await updateListImport(unit.tx, id, { asked });
  await unit.audit("import.say", id, { forms: pagesSaid(asked ?? []).length });
  if (now.state !== "asking") return;
  const startedBy = await personRef(unit.tx, now.startedBy);
  await unit.refresh(importCardKey(id), "import-mapping", mappingCardOf(now, startedBy));
}

async function refuse(unit: Unit, now: ListImport, details: Readonly<Record<string, string>>): Promise<void> {
  await save(unit, now);
  await unit.send({ to: { reply: "actor" }, template: "refusal", data: { code: "bad-input", details } });
}

/** From now on lists with this header are read so. */
async function vet(
  ctx: Ctx,
  unit: Unit,
  { asked, ...started }: ListImport,
  columns: Record<string, string>,
): Promise<void> {
  const { actor } = ctx;
  if (asked === null || started.shape === null || actor === undefined) throw new AppError("internal");
  const header = asked.map(({ title }) => title);
  const { shape } = started;
  await keepColumnMapping(unit.tx, { shape, header, columns, mappedBy: actor.id, mappedAt: unit.now });
  const unsaid = asked.map(({ title, example, guess, possible }) => ({ title, example, guess, possible }));
  await updateListImport(unit.tx, started.id, { asked: unsaid });
  await unit.audit("import.map", started.id, { shape, columns });
  if (started.state === "asking") return goOn(unit, { ...started, asked });
  await beginImport(ctx, unit, {
    file: FileRefData.parse(started.file),
    campaignId: started.campaignId,
    replyTo: started.replyTo as Destination,
  });
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
