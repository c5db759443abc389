/** Wording: what is advised against, what never is, and what context changes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkWording } from "../../src/domain/ad-law.ts";

const words = (text: string, category = "beauty") =>
  checkWording(text, category).map(({ kind, word, severity }) => [kind, word, severity]);

describe("checkWording", () => {
  it.each([
    ["全网第一的精华", "全网第一", "high"],
    ["国家级品质", "国家级", "high"],
    ["最佳选择", "最佳", "high"],
    ["销量第一", "销量第一", "high"],
    ["行业第一品牌", "行业第一", "high"],
    ["最好用的面霜", "最好", "medium"],
    ["100%安全", "100%", "medium"],
    ["Our No. 1 serum", "No. 1", "high"],
    ["the best serum for dry skin", "the best", "medium"],
    ["the world's best serum", "world's best", "high"],
  ])("finds the absolute term in %s", (text, word, severity) => {
    expect(words(text)).toEqual([["absolute", word, severity]]);
  });

  it.each([
    "最近很喜欢",
    "第一次用",
    "最后再涂面霜",
    "第一步先洁面",
    "全网第一次公开",
    "最终效果因人而异",
    "最初是朋友推荐的",
    "我最爱的颜色",
    "第一眼就喜欢",
    "最大限度保留",
    "my best friend loves it",
    "a new serum with 100% cotton pads",
  ])("leaves %s alone", (text) => {
    expect(words(text)).toEqual([]);
  });

  it("reports a phrase once, as the graver of two findings", () => {
    expect(words("最高级的质地")).toEqual([["absolute", "最高级", "high"]]);
    expect(words("国家级，最高级，全网第一")).toHaveLength(3);
  });

  it("finds medical words unless the product is medical", () => {
    expect(words("可以治疗痘痘")).toEqual([["medical", "治疗", "high"]]);
    expect(words("It cures acne")).toEqual([["medical", "cures", "high"]]);
    expect(words("可以治疗痘痘", "health")).toEqual([["medical", "治疗", "high"]]);
    expect(words("可以治疗痘痘", "医疗")).toEqual([]);
    expect(words("treat yourself")).toEqual([]);
  });

  it.each([
    ["加V领福利价", "加V"],
    ["微信同号", "微信"],
    ["淘宝有售", "淘宝"],
    ["vx：abc123", "vx"],
    ["电话13812345678", "13812345678"],
    ["Find us on Tmall", "Tmall"],
  ])("finds the way off the platform in %s", (text, word) => {
    expect(words(text)).toEqual([["diversion", word, "high"]]);
  });

  it("does not take longer words or numbers for a contact", () => {
    expect(words("加维生素C，订单 613812345678901")).toEqual([]);
    expect(words("加vitamin C")).toEqual([]);
  });

  it.each(["关注并点赞，抽3位送正装", "评论区留言，抽奖送小样", "Follow and comment to enter the giveaway"])(
    "finds the conditional draw in %s",
    (text) => {
      expect(checkWording(text, "beauty")).toMatchObject([
        { kind: "conditional-draw", severity: "high", advice: "use-official-draw" },
      ]);
    },
  );

  it.each([
    "评论区告诉我你的肤质",
    "用平台抽奖工具，关注即可参与",
    "今天抽奖！记得收藏这篇笔记",
    "Tell us your skin type in the comments",
  ])("allows %s", (text) => {
    expect(words(text)).toEqual([]);
  });

  it("makes light of a word in a prohibition, only within its sentence", () => {
    expect(words("不要写全网第一")).toEqual([["absolute", "全网第一", "low"]]);
    expect(words("Do not say 'No. 1'")).toEqual([["absolute", "No. 1", "low"]]);
    expect(words("请勿夸大。全网第一")).toEqual([["absolute", "全网第一", "high"]]);
  });

  it("says where each word is, in the order of the text", () => {
    const text = "淘宝销量第一，国家级";
    const findings = checkWording(text, "beauty");
    expect(findings.map(({ word }) => word)).toEqual(["淘宝", "销量第一", "国家级"]);
    for (const { word, at } of findings) expect(text.slice(at, at + word.length)).toBe(word);
  });

  it("points at its word in any text, and says the same each time", () => {
    const piece = fc.constantFrom(
      "最佳",
      "不要",
      "。",
      "微信",
      "抽奖",
      "关注",
      "治疗",
      "第一次",
      "😀",
      "a",
      "\n",
      " ",
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        (text) => {
          const findings = checkWording(text, "beauty");
          for (const { word, at } of findings) expect(text.slice(at, at + word.length)).toBe(word);
          expect(checkWording(text, "beauty")).toEqual(findings);
        },
      ),
    );
  });
});
