/** Numbers as people write them, read or refused. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type NumberProblem,
  numbersIn,
  parseCount,
  parseMoney,
  parseRating,
  parseShare,
} from "../../src/domain/numbers.ts";

describe("parseCount", () => {
  it.each<[string, number]>([
    ["82k", 82_000],
    ["82K", 82_000],
    ["8.2万", 82_000],
    ["8.2w", 82_000],
    ["8.2 W", 82_000],
    ["1亿", 100_000_000],
    ["82,000", 82_000],
    ["８２，０００", 82_000],
    ["1.2m", 1_200_000],
    ["1.15万", 11_500],
    ["3千", 3_000],
    ["0", 0],
    [" 0012 ", 12],
    [".5k", 500],
    ["10000000000", 1e10],
  ])("reads %s as %d", (text, value) => {
    expect(parseCount(text)).toEqual({ ok: true, value });
  });

  it.each<[string, NumberProblem]>([
    ["", "empty"],
    ["--", "empty"],
    ["null", "empty"],
    ["NaN%", "empty"],
    ["1千+", "bucket"],
    ["1万+", "bucket"],
    ["10000+", "bucket"],
    ["1万-5万", "bucket"],
    [">10k", "bucket"],
    ["5万以上", "bucket"],
    ["82q", "unknown-unit"],
    ["82%", "unknown-unit"],
    ["82k粉丝", "unknown-unit"],
    ["abc", "not-a-number"],
    ["8,2万", "not-a-number"],
    ["1.234.567", "not-a-number"],
    ["-5", "negative"],
    ["12.5", "not-whole"],
    ["1.23456万", "not-whole"],
    ["10000000001", "too-large"],
    ["200亿", "too-large"],
  ])("refuses %j as %s", (text, problem) => {
    expect(parseCount(text)).toEqual({ ok: false, problem, text: text.trim() });
  });

  it("reads back every whole number, plain or with commas, in k and in 万", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), (n) => {
        expect(parseCount(String(n))).toEqual({ ok: true, value: n });
        expect(parseCount(n.toLocaleString("en-US"))).toEqual({ ok: true, value: n });
        const decimals = String(n % 10_000).padStart(4, "0");
        expect(parseCount(`${Math.floor(n / 10_000)}.${decimals}万`)).toEqual({ ok: true, value: n });
      }),
    );
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const parse of [parseCount, parseShare, parseMoney, parseRating]) {
          const result = parse(text);
          if (result.ok) expect(result.value).toBeDefined();
          else expect(result.text).toBe(text.trim());
        }
        for (const n of numbersIn(text)) expect(Number.isFinite(n)).toBe(true);
      }),
    );
  });
});

describe("parseShare", () => {
  it.each<[string, number]>([
    ["52%", 0.52],
    ["52.5％", 0.525],
    ["0.52", 0.52],
    ["52", 0.52],
    ["0.9", 0.9],
    ["0.9%", 0.009],
    ["百分之52", 0.52],
    ["100%", 1],
    ["100", 1],
    ["1%", 0.01],
    ["0", 0],
    ["1.5", 0.015],
  ])("reads %s as %d", (text, value) => {
    expect(parseShare(text)).toEqual({ ok: true, value });
  });

  it.each<[string, NumberProblem]>([
    ["1", "ambiguous-percent"],
    ["1.0", "ambiguous-percent"],
    ["101%", "too-large"],
    ["152", "too-large"],
    ["5k", "unknown-unit"],
    ["-3%", "negative"],
    ["50%+", "bucket"],
    ["-", "empty"],
  ])("refuses %j as %s", (text, problem) => {
    expect(parseShare(text)).toMatchObject({ ok: false, problem });
  });
});

describe("parseMoney", () => {
  it.each<[string, number, string]>([
    ["3000", 300_000, "CNY"],
    ["¥3,000", 300_000, "CNY"],
    ["￥3,000", 300_000, "CNY"],
    ["3k", 300_000, "CNY"],
    ["0.3万", 300_000, "CNY"],
    ["0.3万元", 300_000, "CNY"],
    ["3000元", 300_000, "CNY"],
    ["RMB 3000", 300_000, "CNY"],
    ["USD 500", 50_000, "USD"],
    ["500 USD", 50_000, "USD"],
    ["US$500", 50_000, "USD"],
    ["$1.2k", 120_000, "USD"],
    ["HK$500", 50_000, "HKD"],
    ["€500", 50_000, "EUR"],
    ["500欧元", 50_000, "EUR"],
    ["JPY 500", 500, "JPY"],
    ["0.81", 81, "CNY"],
  ])("reads %s as %d %s", (text, amount, currency) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: { amount, currency } });
  });

  it("means the given currency where none is named, and yen by ¥ where yen is expected", () => {
    expect(parseMoney("500", "USD")).toEqual({ ok: true, value: { amount: 50_000, currency: "USD" } });
    expect(parseMoney("¥500", "USD")).toEqual({ ok: true, value: { amount: 50_000, currency: "CNY" } });
    expect(parseMoney("¥500", "JPY")).toEqual({ ok: true, value: { amount: 500, currency: "JPY" } });
  });

  it.each<[string, NumberProblem]>([
    ["3000.555", "not-whole"],
    ["JPY 1.5", "not-whole"],
    ["-3000", "negative"],
    ["3000+", "bucket"],
    ["300-500元", "bucket"],
    ["5 USD EUR", "unknown-unit"],
    ["A$500", "not-a-number"],
    ["3000元/篇", "unknown-unit"],
    ["1¥1", "unknown-unit"],
    ["3块5", "unknown-unit"],
    ["3000元¥4000", "unknown-unit"],
    ["100000亿", "too-large"],
    ["元", "empty"],
    ["面议", "not-a-number"],
  ])("refuses %j as %s", (text, problem) => {
    expect(parseMoney(text)).toMatchObject({ ok: false, problem });
  });
});

describe("parseRating", () => {
  it("takes 1 to 5 and nothing else", () => {
    expect(parseRating("4")).toEqual({ ok: true, value: 4 });
    expect(parseRating("4.5")).toEqual({ ok: true, value: 4.5 });
    expect(parseRating("6")).toMatchObject({ ok: false, problem: "too-large" });
    expect(parseRating("0")).toMatchObject({ ok: false, problem: "not-a-number" });
    expect(parseRating("4/5")).toMatchObject({ ok: false, problem: "unknown-unit" });
  });
});

describe("numbersIn", () => {
  it.each<[string, string, number[]]>([
    ["82K followers", "8.2万粉丝", [82_000]],
    ["50% off", "百分之50的优惠", [0.5]],
    ["50 percent", "50％", [0.5]],
    ["by 2026-12-01", "2026年12月1日前", [20_261_201]],
    ["1 Dec 2026", "2026年12月1日", [20_261_201]],
    ["December 1st, 2026", "2026/12/1", [20_261_201]],
    ["on 1 Dec", "12月1日", [1201]],
    ["Dec 2026", "2026年12月", [202_612]],
    ["1.2 million views and 30,000 likes", "120万阅读，3万点赞", [30_000, 1_200_000]],
    ["30-50K", "3-5万", [30_000, 50_000]],
    ["from 3 to 5 photos", "3至5张图", [3, 5]],
    ["3-5% rebate", "3%-5%返点", [0.03, 0.05]],
    ["3 kg and 15ml", "3千克，15ml", [3, 15]],
    ["SPF50+, 2 shades", "SPF50+，2个色号", [2, 50]],
    ["post at 8 pm", "晚上8点发布", [20]],
    ["post at 20:30", "20点30分发布", [20.5]],
    ["¥3,000", "3000元", [3000]],
    ["see https://example.com/a1b2", "见https://example.com/a1b2。", []],
  ])("finds the same in %j and %j", (en, zh, numbers) => {
    expect(numbersIn(en)).toEqual(numbers);
    expect(numbersIn(zh)).toEqual(numbers);
  });

  it.each([
    ["digits", "1".repeat(30_000)],
    ["blanks", `1${" ".repeat(30_000)}x`],
    ["groups", "111,".repeat(7_500)],
  ])("reads thirty thousand characters of %s in well under a second", (_, text) => {
    const start = performance.now();
    numbersIn(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it("keeps apart what differs", () => {
    expect(numbersIn("8.2k")).not.toEqual(numbersIn("8.2万"));
    expect(numbersIn("1 Dec 2026")).not.toEqual(numbersIn("2026年12月2日"));
  });
});
