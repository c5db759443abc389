/** Parts of an audience as people type them. */
import { describe, expect, it } from "vitest";
import { parseAgeShares, parseRegionShares } from "../../src/domain/typed-shares.ts";

describe("ages", () => {
  it.each([
    ["18-24:40%,25-34:35%", { "18-24": 0.4, "25-34": 0.35 }],
    ["18～24岁：40％，45岁以上：5%", { "18-24": 0.4, "45+": 0.05 }],
    ["<18:3% 18-24:40.5% >44:2%", { "0-17": 0.03, "18-24": 0.405, "45+": 0.02 }],
    ["18-24:40,25-34:35", { "18-24": 0.4, "25-34": 0.35 }],
    ["18-24 40%、25-34 35%", { "18-24": 0.4, "25-34": 0.35 }],
  ])("%s", (text, shares) => {
    expect(parseAgeShares(text)).toEqual(shares);
  });

  it.each(["", "18-24", "young:40%", "24-18:40%", "18-24:80%,25-34:40%", "18-24:40%,18-24:10%"])(
    "%s is refused",
    (text) => {
      expect(parseAgeShares(text)).toBeUndefined();
    },
  );
});

describe("regions", () => {
  it.each([
    ["上海:17.4%,北京:15.2%", { 上海: 0.174, 北京: 0.152 }],
    ["Inner Mongolia: 3%；浙江=12%", { "Inner Mongolia": 0.03, 浙江: 0.12 }],
  ])("%s", (text, shares) => {
    expect(parseRegionShares(text)).toEqual(shares);
  });

  it.each(["上海", "18-24:40%", "上海:0.9,北京:0.3"])("%s is refused", (text) => {
    expect(parseRegionShares(text)).toBeUndefined();
  });
});
