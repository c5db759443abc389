/** The whole report of a vetting, what it rests on, and how far each fact is trusted. */
import { describe, expect, it } from "vitest";
import { categoriesIn, sameCategory } from "../../src/domain/categories.ts";
import { confidenceOf } from "../../src/domain/confidence.ts";
import type { CreatorFacts, Source } from "../../src/domain/creator-facts.ts";
import { AppError } from "../../src/domain/errors.ts";
import { money } from "../../src/domain/money.ts";
import { RULES_VERSION } from "../../src/domain/rules.ts";
import { DEFAULT_SCORE_SETTINGS } from "../../src/domain/scorecard.ts";
import { vetCreator } from "../../src/domain/vet-report.ts";

describe("vetCreator", () => {
  const facts: CreatorFacts = {
    followers: { value: 82_000, source: "pugongying", asOf: "2026-11-20" },
    reads: { value: 41_000, source: "pugongying", statistic: "median", asOf: "2026-11-20" },
    interactions: { value: 3_130, source: "qiangua", statistic: "median", asOf: "2026-11-20" },
    quoteImage: { value: money(3_000, "CNY"), source: "mcn" },
  };
  const settings = { ...DEFAULT_SCORE_SETTINGS, today: "2026-12-01" };
  const report = vetCreator(facts, settings, { scheme: "T4" });

  it("has tier, score, flags and price from the same facts, and survives JSON", () => {
    expect(report).toMatchObject({ rules: RULES_VERSION, scheme: "T4", tier: "mid", flags: [] });
    expect(report.scorecard.known).toBe(8);
    expect(report.price?.standing).toBe("within");
    expect(report.unchecked.map(({ id }) => id)).toContain("F8");
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("trusts a rate no more than its weakest part", () => {
    const rate = report.scorecard.dimensions[1]?.facts.find(({ id }) => id === "interactions-per-read");
    expect(rate).toMatchObject({ from: "qiangua", confidence: "medium" });
  });

  it("has no tier and no price for an unknown size", () => {
    expect(vetCreator({}, settings, { scheme: "T1" })).toMatchObject({ tier: null, price: null });
  });
});

describe("confidenceOf", () => {
  it.each<[Source, number | undefined, string]>([
    ["pugongying", 0, "high"],
    ["pugongying", 29, "high"],
    ["pugongying", 30, "medium"],
    ["pugongying", undefined, "medium"],
    ["pugongying", 90, "medium"],
    ["pugongying", 91, "low"],
    ["qiangua", 0, "medium"],
    ["newrank", undefined, "medium"],
    ["huitun", 91, "low"],
    ["typed", 0, "low"],
    ["screenshot", 0, "low"],
    ["self-reported", 0, "low"],
    ["mcn", 0, "low"],
  ])("%s after %s days is %s", (source, age, confidence) => {
    expect(confidenceOf(source, age)).toBe(confidence);
  });
});

describe("categories", () => {
  it("are the same in both languages and in lists", () => {
    expect(categoriesIn("美妆/穿搭、Food ")).toEqual(["beauty", "fashion", "food"]);
    expect(sameCategory("Skincare", "护肤,旅行")).toBe(true);
    expect(sameCategory("beauty", "food")).toBe(false);
    expect(sameCategory("手作", "手作")).toBe(true);
    expect(sameCategory("", "")).toBe(false);
  });
});

describe("AppError", () => {
  it("carries code, details and whether trying again may help", () => {
    const cause = new Error("socket");
    const error = new AppError("platform-unreachable", { platform: "lark" }, { cause });
    expect(error).toMatchObject({
      code: "platform-unreachable",
      details: { platform: "lark" },
      retryable: true,
      cause,
    });
    expect(new AppError("platform-refused", {}, { retryable: true }).retryable).toBe(true);
    expect(new AppError("bad-input").retryable).toBe(false);
  });
});
