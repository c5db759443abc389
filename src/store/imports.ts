/** Creator lists that were shared as files, the rows of them that were vetted, and what people said about both. */
import { and, asc, count, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import type { ScoredFactId } from "../domain/score-table.ts";
import type { VetReport } from "../domain/vet-report.ts";
import { insertMany, type Querier, type Transaction } from "./database.ts";
import {
  columnMappings,
  creators,
  importQuestions,
  listImportRows,
  listImports,
  type vettings,
} from "./schema.ts";

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
  return tx
    .select({ line: listImportRows.line, creatorId: listImportRows.creatorId })
    .from(listImportRows)
    .where(
      and(
        eq(listImportRows.importId, importId),
        or(
          inArray(listImportRows.line, [...among.lines]),
          inArray(listImportRows.creatorId, [...among.creatorIds]),
        ),
      ),
    );
}

/** What the order of a list rests on, by the lines of the file, at most `limit` after line `after`. */
export async function importedScores(
  db: Querier,
  importId: string,
  after: number,
  limit: number,
): Promise<ImportedScore[]> {
  const { rows } = await db.$client.query<ImportedScore>({ ...SCORES, values: [importId, after, limit] });
  return rows;
}

interface ImportedScore {
  line: number;
  vettingId: string;
  score: number | null;
  rawScore: number | null;
  /** null for those with a verdict */
  missing: ScoredFactId[] | null;
}

/** The rows are taken first: else the reports of all that follow would be read for every page. */
const SCORES = {
  name: "imported-scores",
  text: `with page as materialized (
      select line, vetting_id, score, raw_score from seedbed.list_import_rows
      where import_id = $1 and line > $2 order by line limit $3)
    select p.line, p.vetting_id as "vettingId", p.score, p.raw_score as "rawScore",
      case when p.score is null then v.report #> '{scorecard,missing}' end as missing
    from page p join seedbed.vettings v on v.id = p.vetting_id order by p.line`,
};

const ORDERED = {
  line: listImportRows.line,
  vettingId: listImportRows.vettingId,
  score: listImportRows.score,
  rawScore: listImportRows.rawScore,
};

/** The first `limit` of the ranking: by score, then those without a verdict by what their known points say. */
export async function bestOfImport(db: Querier, importId: string, limit: number) {
  return db
    .select({ ...ORDERED, name: creators.name })
    .from(listImportRows)
    .innerJoin(creators, eq(creators.id, listImportRows.creatorId))
    .where(eq(listImportRows.importId, importId))
    .orderBy(
      sql`${listImportRows.score} desc nulls last`,
      sql`${listImportRows.rawScore} desc nulls last`,
      asc(listImportRows.line),
    )
    .limit(limit);
}

/** How many rows of a list were vetted, and how many of them came to a verdict. */
export async function countImported(db: Querier, importId: string) {
  const rows = await db
    .select({ all: count(), withVerdict: count(listImportRows.score) })
    .from(listImportRows)
    .where(eq(listImportRows.importId, importId));
  return rows[0] ?? { all: 0, withVerdict: 0 };
}

/** The vettings that these lines of the file rest on, in no order, with the creators they are about. */
export async function importedDetails(db: Querier, importId: string, lines: readonly number[]) {
  const { rows } = await db.$client.query<ImportedDetail>({ ...DETAILS, values: [importId, lines] });
  return rows;
}

interface ImportedDetail {
  line: number;
  name: string;
  handle: string | null;
  link: string | null;
  vettingId: string;
  vettedAt: Date;
  facts: CreatorFacts;
  report: VetReport;
}

const DETAILS = {
  name: "imported-details",
  text: `select r.line, c.name, c.handle, c.link, v.id as "vettingId", v.vetted_at as "vettedAt",
      v.facts, v.report
    from seedbed.list_import_rows r
    join seedbed.creators c on c.id = r.creator_id
    join seedbed.vettings v on v.id = r.vetting_id
    where r.import_id = $1 and r.line = any($2::int[])`,
};

/** Lists of which a row rests on this vetting. */
export async function importsWith(db: Querier, vettingId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: listImportRows.importId })
    .from(listImportRows)
    .where(eq(listImportRows.vettingId, vettingId));
  return rows.map(({ id }) => id);
}

/** Every kind of fact that is known about somebody in the list. */
export async function factNamesIn(db: Querier, importId: string): Promise<Set<string>> {
  const { rows } = await db.$client.query<{ name: string }>({ ...FACT_NAMES, values: [importId] });
  return new Set(rows.map(({ name }) => name));
}

const FACT_NAMES = {
  name: "fact-names-in-import",
  text: `select distinct jsonb_object_keys(v.facts) as name
    from seedbed.list_import_rows r join seedbed.vettings v on v.id = r.vetting_id where r.import_id = $1`,
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
