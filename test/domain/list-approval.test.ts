/** Rows as people type them, frozen prices, late clicks, the funnel, and lines with prices and reasons. */
import { describe, expect, it } from "vitest";
import {
  adviseFunnel,
  changedSince,
  type DecidableRow,
  passedAmountAfter,
  readRows,
  signsOf,
  sumsByCurrency,
} from "../../src/domain/list-approval.ts";
import { money } from "../../src/domain/money.ts";
import { cheapestOf, holdEnd, holdReminder } from "../../src/domain/outreach.ts";
import { readProposals } from "../../src/domain/proposals.ts";

const row: DecidableRow = { position: 1, price: money(3_000, "CNY"), decision: null, passedAmount: null };
const ROWS: DecidableRow[] = [
  row,
  { ...row, position: 2, decision: "pass", passedAmount: 300_000 },
  { ...row, position: 3, decision: "no" },
  { ...row, position: 4 },
  { ...row, position: 5, decision: "reserve" },
];

describe("rows", () => {
  it("are read as people type them", () => {
    expect(readRows("1-3, 5", ROWS)).toEqual([1, 2, 3, 5]);
    expect(readRows("５、１，1", ROWS)).toEqual([1, 5]);
    expect(readRows("#2 4", ROWS)).toEqual([2, 4]);
    expect(readRows("2至4", ROWS)).toEqual([2, 3, 4]);
    for (const rest of ["rest", "其余", "全部"]) expect(readRows(rest, ROWS)).toEqual([1, 4]);
  });

  it("are refused when one of them is not there", () => {
    for (const text of ["0", "6", "1-6", "3-1", "one", "", "1-9999", "1.5"])
      expect(readRows(text, ROWS)).toBeUndefined();
  });

  it("are late when they show another decision than the person saw", () => {
    expect(signsOf(ROWS)).toBe(".pn.r");
    const late = (seen: string | undefined) =>
      ROWS.filter((one, index) => changedSince(one, index, seen)).map(({ position }) => position);
    expect(late(".pn.r")).toEqual([]);
    expect(late(".....")).toEqual([2, 3, 5]);
    expect(late(".nn.r")).toEqual([2]);
    expect(late(undefined)).toEqual([2, 3, 5]);
  });
});

describe("the price", () => {
  it("is frozen by the first pass, as submitted or as agreed", () => {
    expect(passedAmountAfter(row, "pass", undefined)).toBe(300_000);
    expect(passedAmountAfter(row, "pass", money(2_800, "CNY"))).toBe(280_000);
    expect(passedAmountAfter(row, "no", undefined)).toBeNull();
    const frozen = { ...row, decision: "no" as const, passedAmount: 280_000 };
    expect(passedAmountAfter(frozen, "pass", undefined)).toBe(280_000);
    expect(passedAmountAfter(frozen, "pass", money(2_800, "CNY"))).toBe(280_000);
    expect(() => passedAmountAfter(frozen, "pass", money(3_000, "CNY"))).toThrow(
      expect.objectContaining({ code: "price-frozen" }),
    );
    expect(() => passedAmountAfter(row, "pass", money(400, "USD"))).toThrow(
      expect.objectContaining({ code: "currency-mismatch" }),
    );
  });

  it("is never summed across currencies", () => {
    const all = [money(500, "USD"), money(3_000, "CNY"), money(2_000, "CNY")];
    expect(sumsByCurrency(all, "CNY")).toEqual([money(5_000, "CNY"), money(500, "USD")]);
    expect(sumsByCurrency([], "CNY")).toEqual([]);
  });
});

describe("the funnel", () => {
  const funnel = { candidates: 34, vetted: 28, submitted: 18, passed: 12 };

  it("is usual from 20 to 50 candidates and from 10 to 15 kept, the ends included", () => {
    for (const [candidates, passed] of [
      [20, 10],
      [50, 15],
    ] as const)
      expect(adviseFunnel({ ...funnel, candidates, passed }, true)).toEqual([]);
    expect(adviseFunnel({ ...funnel, candidates: 19, passed: 9 }, true)).toEqual([
      "few-candidates",
      "few-passed",
    ]);
    expect(adviseFunnel({ ...funnel, candidates: 51, passed: 16 }, true)).toEqual([
      "many-candidates",
      "many-passed",
    ]);
  });

  it("says nothing of few passed while decisions are open", () => {
    expect(adviseFunnel({ ...funnel, passed: 0 }, false)).toEqual([]);
  });
});

describe("lines", () => {
  const candidates = [{ name: "小鹿" }, { name: "小鹿护肤" }, { name: "Momo Li" }];
  const read = (text: string) => {
    const { proposals, unknown } = readProposals(text, candidates, "CNY");
    return {
      rows: proposals.map(({ candidate, price, reason }) => [candidate.name, price, reason]),
      unknown,
    };
  };

  it("hold a name, a price and a reason in any of their usual shapes", () => {
    expect(read("小鹿护肤 3000 肤质匹配\n小鹿：1.2万，头部\n\nMomo Li USD 500 fits")).toEqual({
      rows: [
        ["小鹿护肤", money(3_000, "CNY"), "肤质匹配"],
        ["小鹿", money(12_000, "CNY"), "头部"],
        ["Momo Li", money(500, "USD"), "fits"],
      ],
      unknown: [],
    });
  });

  it("may lack a price or a reason; a reason may begin with a number of its own", () => {
    expect(read("小鹿护肤\n小鹿 3篇爆文").rows).toEqual([
      ["小鹿护肤", undefined, ""],
      ["小鹿", undefined, "3篇爆文"],
    ]);
  });

  it("about nobody on the list are named", () => {
    expect(read("小鹿护肤品 3000\n大象")).toEqual({ rows: [], unknown: ["小鹿护肤品 3000", "大象"] });
  });
});

describe("holds and quotes", () => {
  it("end at 18:00 of the campaign's zone, and remind a working day before in the holder's", () => {
    // Monday 7 December 2026; the working day before is Friday
    const end = holdEnd("2026-12-07", "Asia/Shanghai");
    expect(end.toString()).toBe("2026-12-07T10:00:00Z");
    const zones = { campaign: "Asia/Shanghai", reader: "Europe/Berlin" };
    expect(holdReminder(end, zones, "10:00").toString()).toBe("2026-12-04T09:00:00Z");
  });

  it("name the cheapest only of several quotes in one currency", () => {
    const quote = { creatorId: "a", format: "image", price: money(3_000, "CNY") };
    const lower = { ...quote, price: money(2_800, "CNY") };
    expect(cheapestOf([quote, lower])).toEqual([lower]);
    expect(cheapestOf([quote])).toEqual([]);
    expect(cheapestOf([quote, { ...quote }])).toEqual([]);
    expect(cheapestOf([quote, { ...lower, format: "video" }])).toEqual([]);
    expect(cheapestOf([quote, { ...lower, price: money(100, "USD") }])).toEqual([]);
    expect(cheapestOf([quote, { ...lower, price: null }])).toEqual([]);
  });
});
