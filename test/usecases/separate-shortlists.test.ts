/** Two creators that were one and are two again: shortlists, lists for the brand and ranked lists are as they were. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import type { Member } from "../../src/store/people.ts";
import { mergeCreators } from "../../src/usecases/creators/merge-creators.ts";
import { separateCreators } from "../../src/usecases/creators/separate-creators.ts";
import { transact } from "../../src/usecases/unit.ts";
import { shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { press, type } from "./calls.ts";

let bench: Bench;
let maya: Member;
let days = 23;
beforeEach(async () => {
  days = 23;
  bench = await createBench();
  maya = await bench.addMember("Maya", "manager");
  for (const name of ["甲", "乙", "丙"])
    await type(bench.as(maya), `campaign ${name} brand=Acme product=面霜 category=beauty launch=2027-03-08`);
});
afterEach(() => bench.close());

async function query<T>(text: string): Promise<T[]> {
  return (await bench.store.pool.query(text)).rows as T[];
}
async function newest<Name extends TemplateName>(template: Name): Promise<TemplateInput<Name>> {
  const row = (await bench.outbox()).findLast((one) => one.template === template);
  if (row === undefined) throw new Error(`No ${template} was sent.`);
  return row.data as TemplateInput<Name>;
}

/** A day later, so that what comes first is plain. */
function nextDay(): void {
  days += 1;
  bench.setNow(`2026-11-${days}T02:00:00Z`);
}

/** Everything that stands under a creator, as it is kept. */
const TABLES = {
  vettings: "id, creator_id",
  shortlist_entries: "campaign_id, creator_id, vetting_id, added_by, added_at",
  list_import_rows: "import_id, line, creator_id, vetting_id, score, raw_score",
  submission_rows: "submission_id, creator_id, vetting_id, position, price_amount",
} as const;
async function snapshot() {
  const all: Record<string, unknown[]> = {};
  for (const [table, columns] of Object.entries(TABLES))
    all[table] = await query(`select ${columns} from seedbed.${table} order by ${columns}`);
  return all;
}

/** Vets somebody and puts them on these campaigns' shortlists. */
async function vetFor(line: string, ...campaigns: string[]): Promise<string> {
  nextDay();
  await type(bench.as(maya), `vet ${line} campaign=甲`);
  const { vettingId, creator } = await newest("vet-card");
  for (const campaign of campaigns)
    await press(bench.as(maya), {
      command: "shortlist add",
      input: { vetting: vettingId ?? "", campaign },
    });
  return creator.id;
}

async function merge(kept: string, merged: string): Promise<void> {
  nextDay();
  const ctx = bench.as(maya);
  await transact(ctx, (unit) => mergeCreators(ctx, unit, { kept, merged }));
}
const separate = (creator: string) => separateCreators({ ctx: bench.as(maya), input: { creator } });
const shortlisted = (campaign: string) =>
  query<{ creator: string }>(
    `select e.creator_id as creator from seedbed.shortlist_entries e join seedbed.campaigns c on c.id = e.campaign_id
     where c.name = '${campaign}' order by e.creator_id`,
  ).then((rows) => rows.map(({ creator }) => creator));

test("entries that moved, the one that was dropped and every list's row go back, and nobody else's", async () => {
  const kept = await vetFor("小鹿 followers=82k", "甲", "丙");
  const merged = await vetFor("小鹿护肤 followers=81k", "甲", "乙");
  const third = await vetFor("阿禾 followers=3000", "甲");
  await type(bench.as(maya), "outreach 小鹿护肤 state=asked price=3000 campaign=乙");
  await type(bench.as(maya), "shortlist submit campaign=乙");
  nextDay();
  await shareList(bench, maya, "a.csv", "昵称,粉丝数\n小鹿,83000\n小鹿护肤,82000\n阿禾,3100");
  nextDay();
  await shareList(bench, maya, "b.csv", "昵称,粉丝数\n小鹿护肤,84000");
  const before = await snapshot();
  expect(before["submission_rows"]).toHaveLength(1);
  expect(before["list_import_rows"]).toHaveLength(4);

  await merge(kept, merged);
  expect(await shortlisted("甲")).toEqual([kept, third].toSorted());
  expect([await shortlisted("乙"), await shortlisted("丙")]).toEqual([[kept], [kept]]);
  nextDay();
  await separate(merged);
  expect(await snapshot()).toEqual(before);
  expect(await newest("creator-separated")).toMatchObject({ back: { lists: 2, shortlists: 2, work: 2 } });
});

test("what came while they were one stays with the kept one", async () => {
  const kept = await vetFor("小鹿 followers=82k");
  const merged = await vetFor("小鹿护肤 followers=81k", "乙");
  await merge(kept, merged);
  expect(await vetFor("小鹿护肤 followers=90k", "丙")).toBe(kept);
  nextDay();
  await separate(merged);
  expect([await shortlisted("乙"), await shortlisted("丙")]).toEqual([[merged], [kept]]);
});

test("an entry that was put on the shortlist anew meanwhile counts no vetting of somebody else", async () => {
  const kept = await vetFor("小鹿 followers=82k");
  const merged = await vetFor("小鹿护肤 followers=81k", "乙");
  const [entry] = await query("select * from seedbed.shortlist_entries");
  await merge(kept, merged);
  await vetFor("小鹿 followers=90k", "乙");
  await separate(merged);
  expect(await query("select * from seedbed.shortlist_entries")).toEqual([entry]);
});

test("one after the other, in either order", async () => {
  const first = await vetFor("小鹿 followers=82k");
  const second = await vetFor("小鹿护肤 followers=81k", "甲");
  const third = await vetFor("小鹿酱 followers=80k", "甲", "乙");
  const before = (await snapshot())["shortlist_entries"];
  const creators = await query("select * from seedbed.creators order by id");
  for (const order of [
    [second, third],
    [third, second],
  ] as const) {
    await merge(second, third);
    await merge(first, second);
    expect(await shortlisted("乙")).toEqual([first]);
    for (const one of order) await separate(one);
    expect((await snapshot())["shortlist_entries"]).toEqual(before);
    expect(await query("select * from seedbed.creators order by id")).toEqual(creators);
    expect(await query("select 1 from seedbed.creator_merges")).toEqual([]);
  }
});
