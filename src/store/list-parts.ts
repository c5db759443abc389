/** Lists as they were read and scored: what a run goes on with after a crash, without the file. */
import { and, eq, gt, sql } from "drizzle-orm";
import type { Querier, Transaction } from "./database.ts";
import { listImportParts } from "./schema.ts";

/** Twice it is the same part: of two runs at work on a list both come to it. */
export async function keepListPart(
  tx: Transaction,
  importId: string,
  part: number,
  content: object,
): Promise<void> {
  // as bytes: the driver would measure a text before it writes it
  await tx.$client.query({ ...KEEP, values: [importId, part, Buffer.from(JSON.stringify(content))] });
}

const KEEP = {
  name: "keep-list-part",
  text: `insert into seedbed.list_import_parts (import_id, part, content) values ($1, $2, $3)
    on conflict (import_id, part) do update set content = excluded.content`,
};

/** Undefined where it was not written, or all was done and it is gone. */
export async function listPart(db: Querier, importId: string, part: number): Promise<unknown> {
  const rows = await db
    .select({ content: listImportParts.content })
    .from(listImportParts)
    .where(and(eq(listImportParts.importId, importId), eq(listImportParts.part, part)));
  return rows[0]?.content;
}

/**
 * The lines that stand in these parts: whoever was forgotten meanwhile is in them no more. Nobody is taken out of them until
 * the transaction ends.
 */
export async function linesLeft(
  tx: Transaction,
  importId: string,
  parts: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await tx.$client.query<{ lines: number[] }>({
    name: "lines-left",
    text: `select content -> 'lines' as lines from seedbed.list_import_parts
      where import_id = $1 and part = any($2::int[]) for share`,
    values: [importId, parts],
  });
  return new Set(rows.flatMap(({ lines }) => lines));
}

/** Whether a list that was scored is still at work: rows are to be vetted, or its file is to be sent. */
export async function isOpenList(db: Querier, importId: string): Promise<boolean> {
  const rows = await db
    .select({ part: listImportParts.part })
    .from(listImportParts)
    .where(eq(listImportParts.importId, importId))
    .limit(1);
  return rows.length > 0;
}

/** Whether a list is still at work, and one of its rows has this name, 小红书号 or profile id. */
export async function isInOpenList(db: Querier, word: string): Promise<boolean> {
  const rows = await db
    .select({ part: listImportParts.part })
    .from(listImportParts)
    .where(
      and(
        gt(listImportParts.part, 0),
        sql`strpos(${listImportParts.content}::text, ${JSON.stringify(word.trim())}) > 0`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function removeListParts(tx: Transaction, importId: string): Promise<void> {
  await tx.delete(listImportParts).where(eq(listImportParts.importId, importId));
}
