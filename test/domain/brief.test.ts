/** Briefs: what must be there, and whether both languages say the same. */
import { describe, expect, it } from "vitest";
import {
  type BriefSection,
  checkBrief,
  languageDifferences,
  verbatimLength,
} from "../../src/domain/brief.ts";

const COMPLETE: readonly BriefSection[] = [
  { id: "goal", en: "Reach 82K readers", zh: "触达8.2万读者" },
  { id: "key-points", en: "50% more moisture in 28 days", zh: "28天保湿提升50%" },
  { id: "must", en: "Name the product", zh: "提到产品名" },
  { id: "latitude", en: "Tell it your way", zh: "表达方式由您决定" },
  { id: "format", en: "3 to 5 photos", zh: "3-5张图" },
  { id: "timeline", en: "Post on 8 December 2026, 8 pm", zh: "2026年12月8日晚上8点发布" },
  { id: "disclosure", en: "Use the partnership label", zh: "使用商业合作标识" },
  { id: "usage-rights", en: "Repost for 90 days", zh: "可转发90天" },
];

const check = (sections: readonly BriefSection[]) => checkBrief({ category: "beauty", sections });
const withSection = (section: BriefSection) => [...COMPLETE.filter(({ id }) => id !== section.id), section];

describe("checkBrief", () => {
  it("finds nothing in a complete brief", () => {
    expect(check(COMPLETE)).toEqual([]);
  });

  it("names every missing section with its rule, once a language", () => {
    expect(check([]).map((problem) => problem.kind === "missing" && [problem.section, problem.rule])).toEqual(
      [
        ["goal", "B1"],
        ["key-points", "B1"],
        ["must", "B2"],
        ["latitude", "B2"],
        ["format", "B1"],
        ["timeline", "B1"],
        ["disclosure", "X11"],
        ["usage-rights", "X10"],
      ].flatMap((one) => [one, one]),
    );
    expect(check(withSection({ id: "disclosure", en: "Use the label", zh: " " }))).toEqual([
      { kind: "missing", section: "disclosure", language: "zh", rule: "X11" },
    ]);
  });

  it("compares the numbers of both languages", () => {
    expect(check(withSection({ id: "goal", en: "Reach 82K readers", zh: "触达8.2千读者" }))).toEqual([
      { kind: "numbers-differ", section: "goal", numbers: [8_200, 82_000] },
    ]);
    expect(check(withSection({ id: "timeline", en: "8 Dec 2026", zh: "2026年12月9日" }))).toEqual([
      { kind: "numbers-differ", section: "timeline", numbers: [20_261_208, 20_261_209] },
    ]);
  });

  it("takes long quotations for a script", () => {
    const zh = `请说“${"我".repeat(121)}”`;
    expect(check(withSection({ id: "must", en: "Say it", zh }))).toEqual([
      { kind: "script", section: "must", language: "zh", length: 121, limit: 120 },
    ]);
    expect(check(withSection({ id: "must", en: "Say it", zh: zh.replace("我", "") }))).toEqual([]);
  });

  it("passes the wording advice on, with section and language", () => {
    const en = "Mention the texture";
    expect(check(withSection({ id: "must", en, zh: "全网第一的质地" }))).toMatchObject([
      { kind: "wording", section: "must", language: "zh", finding: { word: "全网第一" } },
    ]);
  });
});

describe("languageDifferences", () => {
  it.each<[string, string, number[]]>([
    ["82K, 50%, 1 Dec 2026", "8.2万，百分之50，2026年12月1日", []],
    ["2 photos and 2 videos", "2张图和视频", [2]],
    ["", "3", [3]],
    ["no numbers", "没有数字", []],
  ])("%j and %j differ in %j", (en, zh, numbers) => {
    expect(languageDifferences(en, zh)).toEqual(numbers);
  });
});

describe("verbatimLength", () => {
  it("counts what stands between quotation marks", () => {
    expect(verbatimLength("说“好用”和「真好」")).toBe(4);
    expect(verbatimLength('Say "soft" once')).toBe(4);
    expect(verbatimLength("nothing quoted")).toBe(0);
  });
});
