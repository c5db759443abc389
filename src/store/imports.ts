/** Creator lists that were shared as files, the rows of them that were vetted, and what people said about both. */
import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Querier, Transaction } from "./database.ts";
import { insertMany } from "./insert-many.ts";
import { columnMappings, importQuestions, listImportRows, listImports, type vettings } from "./schema.ts";

export type ListImport = typeof listImports.$inferSelect;

export async function insertListImport(tx: Transaction, added: ListImport): Promise<void> {
  await tx.insert(listImports).values(added);
}

export async function listImportById(db: Querier, id: string): Promise<ListImport | undefined> {
  const rows = await db.select().from(listImports).where(eq(listImports.id, id));
  return rows[0];
}

/**
 * Locks an import until the transaction ends: of two at work on it, one waits and sees what the other did. The lock lets
 * rows be added that refer to the import, so that two who have added some can take it one after the other.
 */
export async function lockListImport(tx: Transaction, id: string): Promise<ListImport | undefined> {
  const rows = await tx.select().from(listImports).where(eq(listImports.id, id)).for("no key update");
  return rows[0];
}

export async function updateListImport(
  tx: Transaction,
  id: string,
  change: Partial<Pick<ListImport, "state" | "vendor" | "shape" | "asked" | "total" | "done" | "finishedAt">>,
): Promise<void> {
  await tx.update(listImports).set(change).where(eq(listImports.id, id));
}

export async function insertImportRows(
  tx: Transaction,
  rows: readonly (typeof listImportRows.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  await insertMany(tx, INSERT_ROWS, [
    rows.map(({ importId }) => importId),
    rows.map(({ line }) => line),
    rows.map(({ creatorId }) => creatorId),
    rows.map(({ vettingId }) => vettingId),
    rows.map(({ score }) => score),
    rows.map(({ rawScore }) => rawScore),
  ]);
}

const INSERT_ROWS = {
  name: "insert-import-rows",
  text: `insert into "seedbed"."list_import_rows" (import_id, line, creator_id, vetting_id, score, raw_score)
    select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::real[], $6::real[])`,
};

/** The lines of the file that were vetted already. */
export async function vettedLines(db: Querier, importId: string): Promise<Set<number>> {
  const rows = await db
    .select({ line: listImportRows.line })
    .from(listImportRows)
    .where(eq(listImportRows.importId, importId));
  return new Set(rows.map(({ line }) => line));
}

/** Rows of an import that stand on one of these lines or are about one of these creators. */
export async function importRowsOf(
  tx: Transaction,
  importId: string,
  among: { lines: readonly number[]; creatorIds: readonly string[] },
) {
  const { rows } = await tx.$client.query<{ line: number; creatorId: string }>({
    ...ROWS_OF,
    values: [importId, among.lines, among.creatorIds],
  });
  return rows;
}

/** Row by row through an index, see creator-lookup.ts. */
const ROWS_OF = {
  name: "import-rows-of",
  text: `select line, creator_id as "creatorId" from unnest($2::int[]) wanted cross join lateral
      (select line, creator_id from seedbed.list_import_rows where import_id = $1 and line = wanted offset 0) named
    union select line, creator_id from unnest($3::text[]) wanted cross join lateral
      (select line, creator_id from seedbed.list_import_rows
        where creator_id = wanted and import_id = $1 offset 0) named`,
};

export type ImportQuestion = typeof importQuestions.$inferSelect;

export async function insertImportQuestions(
  tx: Transaction,
  asked: readonly (typeof importQuestions.$inferInsert)[],
): Promise<void> {
  if (asked.length > 0)
    await tx
      .insert(importQuestions)
      .values([...asked])
      .onConflictDoNothing();
}

/** All questions of an import in the order of the file. */
export async function questionsOf(db: Querier, importId: string): Promise<ImportQuestion[]> {
  return db
    .select()
    .from(importQuestions)
    .where(eq(importQuestions.importId, importId))
    .orderBy(asc(importQuestions.line), asc(importQuestions.kind));
}

/** What was ever asked about whether one of these creators is another one; `details` names both. */
export async function samenessAsked(db: Querier, creatorIds: readonly string[]): Promise<ImportQuestion[]> {
  const among = (name: string) =>
    inArray(sql<string>`${importQuestions.details} ->> ${name}`, [...creatorIds]);
  if (creatorIds.length === 0) return [];
  return db
    .select()
    .from(importQuestions)
    .where(and(eq(importQuestions.kind, "same-creator"), or(among("creatorId"), among("otherId"))));
}

/** Where somebody said of this creator that it is another one. */
export async function answeredSameness(db: Querier, creatorId: string): Promise<ImportQuestion[]> {
  return db
    .select()
    .from(importQuestions)
    .where(
      and(
        eq(importQuestions.kind, "same-creator"),
        eq(importQuestions.answer, true),
        eq(sql<string>`${importQuestions.details} ->> 'creatorId'`, creatorId),
      ),
    );
}

/** Puts another answer in the place of one that was given. */
export async function reanswerQuestion(
  tx: Transaction,
  { importId, line, kind }: Pick<ImportQuestion, "importId" | "line" | "kind">,
  given: { answer: boolean; answeredBy: string; answeredAt: ListImport["startedAt"] },
): Promise<void> {
  await tx
    .update(importQuestions)
    .set(given)
    .where(
      and(
        eq(importQuestions.importId, importId),
        eq(importQuestions.line, line),
        eq(importQuestions.kind, kind),
      ),
    );
}

/** @returns false when somebody answered before */
export async function answerQuestion(
  tx: Transaction,
  question: Pick<ImportQuestion, "importId" | "line" | "kind">,
  given: {
    answer: boolean;
    answeredBy: string;
    answeredAt: ListImport["startedAt"];
    details?: Record<string, unknown>;
  },
): Promise<boolean> {
  const rows = await tx
    .update(importQuestions)
    .set(given)
    .where(
      and(
        eq(importQuestions.importId, question.importId),
        eq(importQuestions.line, question.line),
        eq(importQuestions.kind, question.kind),
        isNull(importQuestions.answer),
      ),
    )
    .returning({ line: importQuestions.line });
  return rows.length > 0;
}

/** The row of an import now rests on another vetting. */
export async function moveImportRow(
  tx: Transaction,
  importId: string,
  line: number,
  { id, score, report }: Pick<typeof vettings.$inferSelect, "id" | "score" | "report">,
): Promise<void> {
  await tx
    .update(listImportRows)
    .set({ vettingId: id, score, rawScore: report.scorecard.rawScore })
    .where(and(eq(listImportRows.importId, importId), eq(listImportRows.line, line)));
}

export type ColumnMapping = typeof columnMappings.$inferSelect;

export async function columnMapping(db: Querier, shape: string): Promise<ColumnMapping | undefined> {
  const rows = await db.select().from(columnMappings).where(eq(columnMappings.shape, shape));
  return rows[0];
}

/** Remembers what columns mean; what a person said later counts. */
export async function keepColumnMapping(tx: Transaction, mapping: ColumnMapping): Promise<void> {
  const { header, columns, mappedBy, mappedAt } = mapping;
  await tx
    .insert(columnMappings)
    .values(mapping)
    .onConflictDoUpdate({ target: columnMappings.shape, set: { header, columns, mappedBy, mappedAt } });
}
