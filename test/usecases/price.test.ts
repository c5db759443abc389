/** Prices of vettings on a real database: who is compared with whom, how fast, and who sees which parts of the cost. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FairPrice, fairPrice } from "../../src/domain/price.ts";
import { sizeBandOf } from "../../src/domain/size-bands.ts";
import { loadPeers, peersOf } from "../../src/usecases/vetting/load-peers.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { type } from "./calls.ts";

const SIZE = { followers: { value: 82_000, source: "typed" as const } };

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

async function lastData() {
  const row = (await bench.outbox()).at(-1);
  return row?.data as { report: { price: FairPrice | null }; confidential?: object };
}

async function perRead() {
  const { price } = (await lastData()).report;
  return price?.methods?.find(({ id }) => id === "cost-per-read");
}

describe("comparable quotes", () => {
  test("the ninth creator is priced by the eight before, each counted once and by its newest vetting", async () => {
    const maya = await bench.addMember("Maya", "marketer");
    for (let n = 1; n <= 8; n += 1) {
      bench.setNow(`2026-11-23T02:0${n}:00Z`);
      await type(bench.as(maya), `vet 博主${n} followers=${70 + n}k reads=20000 quote=${n * 1_000}`);
    }
    expect(await perRead()).toMatchObject({ count: 7, range: null, gaps: ["quotes"] });
    bench.setNow("2026-11-23T03:00:00Z");
    // 博主1 has become dearer and 博主2 has left the size band
    await type(bench.as(maya), "vet 博主1 quote=9000");
    await type(bench.as(maya), "vet 博主2 followers=120k");
    await type(bench.as(maya), "vet 小鹿 followers=82k reads=40000 quote=9000");
    expect(await perRead()).toMatchObject({ count: 7, range: null });
    await type(bench.as(maya), "vet 博主2 followers=90k");
    await type(bench.as(maya), "vet 小鹿 quote=9000");
    // quotes for 20,000 reads: 2,000 to 9,000; for 40,000 reads twice as much
    expect(await perRead()).toMatchObject({
      count: 8,
      gaps: [],
      range: { low: { amount: 750_000 }, mid: { amount: 1_100_000 }, high: { amount: 1_450_000 } },
    });
  });

  test("a list loads them once; nobody is compared with themselves", async () => {
    const maya = await bench.addMember("Maya", "marketer");
    await type(bench.as(maya), "vet 小鹿 followers=82k reads=40000 quote=3000 video=5000");
    await type(bench.as(maya), "vet 阿禾 followers=500 reads=400 quote=100");
    const peers = await loadPeers(bench.store.db);
    const deer = peers.quotes.get(sizeBandOf(82_000)) ?? [];
    expect(deer.map(({ format }) => format)).toEqual(["image", "video"]);
    expect(deer[0]?.costs.perRead).toBeCloseTo(3_300 / 40_000);
    expect(peersOf(peers, SIZE)).toHaveLength(2);
    const price = (creatorId: string) =>
      fairPrice({ ...SIZE, reads: { value: 1, source: "typed" } }, { peers: peersOf(peers, SIZE), creatorId })
        ?.methods?.[1]?.count;
    expect(price("somebody else")).toBe(1);
    expect(price(deer[0]?.creatorId ?? "")).toBe(0);
    expect(peers.quotes.get(sizeBandOf(500))).toHaveLength(1);
  });

  test("an agency's single costs are not shown to another one, though they count", async () => {
    const wen = await bench.addMember("Wen", "partner", { agency: "星野" });
    const lin = await bench.addMember("Lin", "partner", { agency: "本机构" });
    await type(bench.as(wen), "vet 小鹿 followers=82k reads=40000 quote=3000");
    await type(bench.as(lin), "vet 阿禾 followers=82k reads=40000 quote=3000");
    expect(await perRead()).toMatchObject({ count: 1 });
    expect((await perRead())?.points).toBeUndefined();
    await type(bench.as(lin), "vet 大橘 followers=82k reads=40000 quote=3000");
    expect((await perRead())?.points).toHaveLength(1);
  });

  test("are found by an index, however many vettings there are", async () => {
    const maya = await bench.addMember("Maya", "marketer");
    await type(bench.as(maya), "vet 小鹿 followers=82k likes=900 saves=400 reads=40000 quote=3000");
    const { pool } = bench.store;
    await pool.query(`insert into seedbed.creators (id, name, name_key, created_at)
      select 'c' || i, 'c' || i, 'c' || i, now() from generate_series(1, 3000) i`);
    await pool.query(`insert into seedbed.vettings (id, creator_id, facts, report, score, vetted_by, vetted_at)
      select 'v' || i, 'c' || i, jsonb_set(facts, '{followers,value}', to_jsonb(1000 * i)), report, score, vetted_by, now()
      from seedbed.vettings, generate_series(1, 3000) i`);
    await pool.query("analyze seedbed.vettings");
    await pool.query("select pg_stat_reset()");
    await expect
      .poll(
        async () => {
          // a connection tells what it used with a later query of its own
          await loadPeers(bench.store.db);
          const { rows } = await pool.query<{ n: number }>(
            "select idx_scan::int n from pg_stat_user_indexes where indexrelname in ('vettings_quoted', 'vettings_measured') order by n limit 1",
          );
          return rows[0]?.n;
        },
        { timeout: 10_000, interval: 200 },
      )
      .toBeGreaterThan(0);
  });
});

describe("the all-in cost", () => {
  const LINE = "vet 小鹿 followers=82k quote=3000 mode=优效 agency=8% rebate=10%";

  test("in a group is quote and platform fee", async () => {
    const maya = await bench.addMember("Maya", "marketer");
    await type(bench.as(maya, { chatKind: "direct" }), LINE.replace("10%", "15%"));
    await type(bench.as(maya), LINE);
    const [, card, terms, ...more] = await bench.outbox();
    expect(more).toEqual([]);
    expect(card?.data).toMatchObject({
      report: { price: { allIn: { feeShare: 0.2, total: { amount: 360_000 } } } },
    });
    expect(JSON.stringify(card)).not.toMatch(/agencyFee|rebate/u);
    // who gave the terms sees what they come to, and nobody else does
    expect(terms).toMatchObject({
      template: "price-terms",
      destination: { onlyFor: "slack-Maya" },
      data: { costs: { image: { total: { amount: 354_000 } } } },
    });
  });

  test("in a private chat has every part", async () => {
    const maya = await bench.addMember("Maya", "marketer");
    await type(bench.as(maya, { chatKind: "direct" }), LINE);
    expect((await lastData()).confidential).toMatchObject({
      image: {
        platformFee: { amount: 60_000 },
        agencyFee: { amount: 24_000 },
        rebate: { amount: 30_000 },
        total: { amount: 354_000 },
      },
    });
  });

  test("never takes over the terms that were given with another vetting", async () => {
    const wen = await bench.addMember("Wen", "partner", { agency: "星野" });
    const lin = await bench.addMember("Lin", "partner", { agency: "本机构" });
    await type(bench.as(wen), LINE);
    await type(bench.as(lin, { chatKind: "direct" }), "vet 小鹿 quote=2800");
    expect((await lastData()).confidential).toEqual({});
    expect((await lastData()).report.price?.allIn?.total.amount).toBe(336_000);
  });
});
