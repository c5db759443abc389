/** The order of a list's rows, and what is shown of them: read in parts, since a list may have 50,000. */
import { and, asc, count, eq, like, or, type SQL, sql } from "drizzle-orm";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import type { VetReport } from "../domain/vet-report.ts";
import { nameKeyOf } from "./creators.ts";
import type { Querier, Transaction } from "./database.ts";
import { lockFor } from "./locks.ts";
import { type KeptReport, readReport } from "./report-record.ts";
import { creators, listImportRows } from "./schema.ts";

/** Changes of what a ranking's card shows happen one after the other until the transaction ends. */
export async function lockRanking(tx: Transaction, importId: string): Promise<void> {
  await lockFor(tx, "ranking", importId);
}

/** What the order of a list rests on, best first. */
export async function rankedScores(
  db: Querier,
  importId: string,
): Promise<{ line: number; score: number | null; rawScore: number | null }[]> {
  const { line, score, rawScore } = listImportRows;
  return db
    .select({ line, score, rawScore })
    .from(listImportRows)
    .where(eq(listImportRows.importId, importId))
    .orderBy(...BY_SCORE);
}

const ORDERED = {
  line: listImportRows.line,
  creatorId: listImportRows.creatorId,
  vettingId: listImportRows.vettingId,
  score: listImportRows.score,
  rawScore: listImportRows.rawScore,
};

const BY_SCORE = [
  sql`${listImportRows.score} desc nulls last`,
  sql`${listImportRows.rawScore} desc nulls last`,
  asc(listImportRows.line),
];

/**
 * `limit` rows of the ranking from place `from` on: by score, then those without a verdict by what their known points
 * say.
 */
export async function bestOfImport(db: Querier, importId: string, limit: number, from = 1) {
  return db
    .select(ORDERED)
    .from(listImportRows)
    .where(eq(listImportRows.importId, importId))
    .orderBy(...BY_SCORE)
    .offset(from - 1)
    .limit(limit);
}

/** The rows whose creators have this name or 小红书号, else those whose names hold the word; best first. */
export async function importRowsCalled(db: Querier, importId: string, word: string, limit: number) {
  const key = nameKeyOf(word);
  const rowsWhere = (named: SQL | undefined) =>
    db
      .select({ vettingId: listImportRows.vettingId, creatorId: listImportRows.creatorId })
      .from(listImportRows)
      .innerJoin(creators, eq(creators.id, listImportRows.creatorId))
      .where(and(eq(listImportRows.importId, importId), named))
      .orderBy(...BY_SCORE)
      .limit(limit);
  const same = await rowsWhere(or(eq(creators.nameKey, key), eq(creators.handle, word.trim())));
  if (same.length > 0 || key === "") return same;
  return rowsWhere(like(creators.nameKey, `%${key.replace(/[\\%_]/gu, "\\$&")}%`));
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
  const { rows } = await db.$client.query<Omit<ImportedDetail, "report"> & { report: KeptReport }>({
    ...DETAILS,
    values: [importId, lines],
  });
  return rows.map((row): ImportedDetail => ({ ...row, report: readReport(row.report) }));
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
    .where(eq(listImportRows.vettingId, vettingId))
    .orderBy(asc(listImportRows.importId));
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
