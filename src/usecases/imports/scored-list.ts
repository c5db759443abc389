/** A list as it was read and scored, kept until all of it is vetted: after a crash nobody needs its file again. */
import { RULES_VERSION } from "../../domain/rules.ts";
import type { CreatorImport, ImportedCreator } from "../../imports/read-creators.ts";
import type { Querier, Transaction } from "../../store/database.ts";
import type { ListImport } from "../../store/imports.ts";
import { keepListPart, listPart } from "../../store/list-parts.ts";
import type { FinishedImport } from "./import-cards.ts";
import { type PackedRows, packRows, type ScoredRow, unpackRows } from "./scored-rows.ts";

/** What a list says beside its rows. */
export interface ListHead extends Pick<FinishedImport, "guessed"> {
  /** with the lines and names of its creators alone */
  list: CreatorImport;
  columns: Pick<ListImport, "shape" | "asked">;
}

export interface ScoredList extends ListHead {
  /** the rows as they are kept, the first part first */
  parts: ScoredRow[][];
}

/** Part 0. */
interface KeptHead extends ListHead {
  rules: string;
  /** how many parts of rows in columns follow; a head of an older program says it otherwise, and its list is read anew */
  inColumns: number;
}

export async function keepHead(
  tx: Transaction,
  importId: string,
  head: ListHead,
  parts: number,
): Promise<void> {
  const list: CreatorImport = { ...head.list, creators: [] };
  const kept: KeptHead = { ...head, list, rules: RULES_VERSION, inColumns: parts };
  await keepListPart(tx, importId, 0, kept);
}

/** @param part from 1 on */
export async function keepRows(
  tx: Transaction,
  importId: string,
  part: number,
  rows: readonly ScoredRow[],
): Promise<void> {
  await keepListPart(tx, importId, part, packRows(rows));
}

/** Undefined where the list was never scored to its end, or by other rules. */
export async function keptList(db: Querier, importId: string): Promise<ScoredList | undefined> {
  const head = (await listPart(db, importId, 0)) as Partial<KeptHead> | undefined;
  if (head?.rules !== RULES_VERSION || head.inColumns === undefined) return undefined;
  const parts: ScoredRow[][] = [];
  for (let part = 1; part <= head.inColumns; part += 1)
    parts.push(unpackRows((await listPart(db, importId, part)) as PackedRows));
  const { list, columns, guessed } = head as KeptHead;
  const rows = parts.flatMap((part) => part.map(({ row }) => row));
  return { list: { ...list, creators: namesOf(rows) }, columns, guessed, parts };
}

const NO_FACTS: ImportedCreator["facts"] = {};

/** 50,000 rows need not stay in memory with their facts until the last is vetted. */
export function namesOf(rows: readonly ImportedCreator[]): ImportedCreator[] {
  return rows.map(({ line, name }) => ({ line, name, facts: NO_FACTS }));
}
