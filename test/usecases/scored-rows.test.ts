/** Scored rows come out of the store as they went in, whatever their facts say of themselves. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CreatorFacts, Fact } from "../../src/domain/creator-facts.ts";
import { packRows, type ScoredRow, unpackRows, withoutRows } from "../../src/usecases/imports/scored-rows.ts";

/** Every word that a fact can say beside its value; a new one that is not compared would be lost here. */
const ABOUT: Required<Omit<Fact<unknown>, "value">> = {
  source: "qiangua",
  statistic: "mean",
  windowDays: 30,
  asOf: "2026-10-01",
  notes: 12,
  records: 3,
  agency: "星河传媒",
};

const throughTheStore = (rows: ScoredRow[]) => unpackRows(JSON.parse(JSON.stringify(packRows(rows))));
const rowOf = (line: number, facts: CreatorFacts, who: Partial<ScoredRow["row"]> = {}): ScoredRow => ({
  row: { line, name: `博主${line}`, ...who, facts },
  result: { score: 70.5, rawScore: 70.5, missing: [] },
});

const value = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.boolean(),
  fc.constantFrom({ amount: 300_000, currency: "CNY" }, { amount: 41_200, currency: "USD" }),
);
const about = fc.record(
  {
    source: fc.constantFrom("pugongying", "huitun", "mcn"),
    statistic: fc.constantFrom("median", "mean", "total"),
    windowDays: fc.constantFrom(30, 90),
    asOf: fc.constantFrom("2026-11-01", "2026-11-02"),
    notes: fc.constantFrom(5, 10),
  },
  { requiredKeys: ["source"] },
);
const fact = fc.tuple(value, about).map(([one, rest]) => ({ value: one, ...rest }));
const facts = fc.dictionary(fc.constantFrom("followers", "reads", "city", "quoteImage", "likes"), fact);

test("any rows come back as they were", () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 12 }), (all) => {
      const rows = all.map((one, at) => rowOf(at + 2, one as CreatorFacts));
      expect(throughTheStore(rows)).toEqual(rows);
    }),
  );
});

test("nothing that a fact says of itself is taken for what another says", () => {
  const words = Object.keys(ABOUT) as (keyof typeof ABOUT)[];
  const whole: Fact<number> = { value: 1, ...ABOUT };
  const lacking = words.map((word, at) => {
    const { [word]: _, ...rest } = whole;
    return rowOf(at + 3, { followers: rest as Fact<number> });
  });
  const rows = [rowOf(2, { followers: whole }), ...lacking];
  expect(throughTheStore(rows)).toEqual(rows);
});

test("a row keeps what it says of the creator, and why it has no score", () => {
  const rows: ScoredRow[] = [
    rowOf(2, {}, { platformId: "5f".repeat(12), handle: "deer", link: "https://example.com/deer" }),
    rowOf(3, {}, { handle: "" }),
    rowOf(5, {}, { platformId: "5f", link: "https://www.xiaohongshu.com/user/profile/5f" }),
    rowOf(6, {}, { link: "https://www.xiaohongshu.com/user/profile/5f" }),
    { ...rowOf(7, {}), result: { score: null, rawScore: 40, missing: ["suspicious-share", "target-share"] } },
    { ...rowOf(8, {}), result: { score: null, rawScore: null, missing: ["target-share"] } },
    {
      ...rowOf(9, {}),
      result: { score: null, rawScore: 12.5, missing: ["suspicious-share", "target-share"] },
    },
    { row: { line: 4, name: "小鹿", facts: {} }, result: { reason: "duplicate", of: 2 } },
  ];
  expect(throughTheStore(rows)).toEqual(rows);
});

test("rows are taken out with all that stands in their columns", () => {
  const followers = (count: number) => ({ followers: { value: count, source: "typed" as const } });
  const city = { city: { value: "上海", source: "typed" as const } };
  const rows = [rowOf(2, followers(1)), rowOf(3, { ...followers(2), ...city }), rowOf(4, followers(3))];
  const left = withoutRows(packRows(rows), ({ row }) => row.line === 3);
  expect(unpackRows(left)).toEqual([rows[0], rows[2]]);
  expect(JSON.stringify(left)).not.toContain("上海");
});
