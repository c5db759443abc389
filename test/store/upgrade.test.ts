/** A store that an earlier program wrote opens with this one, and what is in it is still readable. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DEFAULT_SCORE_SETTINGS } from "../../src/domain/scorecard.ts";
import { vetCreator } from "../../src/domain/vet-report.ts";
import { bestOfImport } from "../../src/store/list-ranking.ts";
import { openDatabase } from "../../src/store/open/open-database.ts";
import { vettingById } from "../../src/store/vettings.ts";
import { createTestDatabase } from "../support/database.ts";

const MIGRATIONS = join(import.meta.dirname, "../../src/store/migrations");
/** The last migration before reports were kept by position and lists by their scores. */
const BEFORE = 4;

/** The migrations up to this one, as the program of that time had them. */
async function migrationsUpTo(last: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "seedbed-earlier-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(await readFile(path, "utf8")) as { entries: { idx: number }[] };
  const entries = journal.entries.filter(({ idx }) => idx <= last);
  await writeFile(path, JSON.stringify({ ...journal, entries }));
  return folder;
}

test("a vetted list with a merged creator, written before, is read and ranked", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const open = (migrations: string) =>
    openDatabase({ url: database.url, migrations, poolSize: 2, log: () => undefined });
  const facts = { activeShare: { value: 0.52, source: "typed" } } as const;
  const report = vetCreator(facts, DEFAULT_SCORE_SETTINGS, { scheme: "T4" });

  const current = await open(MIGRATIONS);
  await current.pool.query("drop schema seedbed cascade; drop schema seedbed_migrations cascade");
  await current.close();
  const earlier = await open(await migrationsUpTo(BEFORE));
  await earlier.pool.query(`
    insert into seedbed.members (id, name, role, language, zone, created_at) values ('m', 'M', 'marketer', 'en', 'UTC', now());
    insert into seedbed.creators (id, name, name_key, created_at) values ('c', '小鹿', '小鹿', now()), ('d', '阿鹿', '阿鹿', now());
    insert into seedbed.creator_merges (merged_id, kept_id, merged_by, merged_at) values ('d', 'c', 'm', now());
    insert into seedbed.list_imports (id, platform, file, file_name, reply_to, state, done, started_by, started_at)
      values ('i', 'slack', '{}', 'a.csv', '{}', 'done', 1, 'm', now());`);
  await earlier.pool.query(
    "insert into seedbed.vettings (id, creator_id, facts, report, vetted_by, vetted_at) values ('v', 'c', $1, $2, 'm', now())",
    [JSON.stringify(facts), JSON.stringify(report)],
  );
  await earlier.pool.query(
    "insert into seedbed.list_import_rows (import_id, line, creator_id, vetting_id) values ('i', 2, 'c', 'v')",
  );
  await earlier.close();

  const now = await open(MIGRATIONS);
  onTestFinished(() => now.close());
  expect((await vettingById(now.db, "v"))?.report).toEqual(report);
  expect(await bestOfImport(now.db, "i", 10)).toMatchObject([{ vettingId: "v", score: null, rawScore: 80 }]);
  const { rows } = await now.pool.query("select moved from seedbed.creator_merges");
  expect(rows).toEqual([{ moved: { rows: {}, importRows: [], dropped: [], filled: [], followers: [] } }]);
});
