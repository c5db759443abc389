/** A list as it was read and scored, kept until all of it is vetted: after a crash nobody needs its file again. */
import { RULES_VERSION } from "../../domain/rules.ts";
import type { CreatorImport, ImportedCreator } from "../../imports/read-creators.ts";
import type { Querier, Transaction } from "../../store/database.ts";
import type { ListImport } from "../../store/imports.ts";
import { keepListPart, listPart } from "../../store/list-parts.ts";
import type { FinishedImport, SetAsideRow } from "./import-cards.ts";
import type { RowScore } from "./rank-import.ts";

export interface ScoredRow {
  row: ImportedCreator;
  /** or why there is no score */
  result: RowScore | Pick<SetAsideRow, "reason" | "of">;
}

/** What a list says beside its rows. */
export interface ListHead extends Pick<FinishedImport, "guessed"> {
  /** with the lines and names of its creators alone */
  list: CreatorImport;
  columns: Pick<ListImport, "shape" | "asked">;
}

export interface ScoredList extends ListHead {
  rows: ScoredRow[];
}

/** Part 0. */
interface KeptHead extends ListHead {
  rules: string;
  parts: number;
}

export async function keepHead(
  tx: Transaction,
  importId: string,
  head: ListHead,
  parts: number,
): Promise<void> {
  const list: CreatorImport = { ...head.list, creators: [] };
  const kept: KeptHead = { ...head, list, rules: RULES_VERSION, parts };
  await keepListPart(tx, importId, 0, kept);
}

/** Undefined where the list was never scored to its end, or by other rules. */
export async function keptList(db: Querier, importId: string): Promise<ScoredList | undefined> {
  const head = (await listPart(db, importId, 0)) as KeptHead | undefined;
  if (head?.rules !== RULES_VERSION) return undefined;
  const rows: ScoredRow[] = [];
  for (let part = 1; part <= head.parts; part += 1)
    rows.push(...((await listPart(db, importId, part)) as ScoredRow[]));
  const { list, columns, guessed } = head;
  return { list: { ...list, creators: namesOf(rows.map(({ row }) => row)) }, columns, guessed, rows };
}

const NO_FACTS: ImportedCreator["facts"] = {};

/** 50,000 rows need not stay in memory with their facts until the last is vetted. */
export function namesOf(rows: readonly ImportedCreator[]): ImportedCreator[] {
  return rows.map(({ line, name }) => ({ line, name, facts: NO_FACTS }));
}
