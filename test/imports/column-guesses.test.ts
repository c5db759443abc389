/** What the headers of hand-written sheets are guessed to mean: only what is certain, the rest is asked. */
import { describe, expect, test } from "vitest";
import { guessMeaning, readingOf } from "../../src/imports/column-meanings.ts";
import { readHeader } from "../../src/imports/read-header.ts";
import { importCsv, oneRow } from "./sheets.ts";

const COUNTS = ["1200", "3.1w", "880"];
const guess = (title: string, cells: readonly string[] = COUNTS) =>
  guessMeaning(readHeader(title).key, cells);

describe("short words of notes", () => {
  test.each([
    ["均赞", "likes", "mean"],
    ["赞均", "likes", "mean"],
    ["篇均赞", "likes", "mean"],
    ["平均点赞", "likes", "mean"],
    ["赞中位", "likes", "median"],
    ["均藏", "saves", "mean"],
    ["藏均", "saves", "mean"],
    ["均藏/w", "saves", "mean"],
    ["收藏均值", "saves", "mean"],
    ["藏中位数", "saves", "median"],
    ["均评", "comments", "mean"],
    ["评均", "comments", "mean"],
    ["均阅", "reads", "mean"],
    ["阅读均", "reads", "mean"],
    ["近30天阅读中位", "reads", "median"],
    ["均互", "interactions", "mean"],
    ["均互动", "interactions", "mean"],
    ["均曝光", "impressions", "mean"],
    ["均转", "shares", "mean"],
    // Qiangua's columns of these names are medians
    ["平均收藏", "saves", "unknown"],
    ["平均评论", "comments", "unknown"],
  ] as const)("%s: %s, %s", (title, meaning, statistic) => {
    expect(guess(title)).toBe(meaning);
    expect(readingOf(meaning, readHeader(title).key)).toMatchObject({ statistic });
  });
});

test.each([
  // two kinds in one sum
  "赞藏",
  "均赞藏",
  "赞藏评",
  "点赞收藏",
  // of an account, of days, of the best note
  "获赞",
  "获赞与收藏",
  "总赞",
  "总互动",
  "日均阅读",
  "近30天点赞",
  "最高点赞",
  // another thing altogether
  "赞助次数",
  "赞粉比",
  "评分",
  "均评分",
  "测评数",
  "均转化",
  "粉丝增量",
  "近30天涨粉",
  "活跃粉丝",
  "女粉丝数",
  // of other platforms too
  "全网粉丝",
])("nobody guesses what %s is", (title) => {
  expect(guess(title)).toBeUndefined();
});

test.each(["粉丝", "粉丝数", "粉量级别", "小红书粉丝", "粉"])("%s are followers", (title) => {
  expect(guess(title)).toBe("followers");
});

test("a sheet with known names counts its means, and a median that stands beside one goes first", async () => {
  const { creators } = await importCsv(
    oneRow({
      昵称: "小鹿",
      粉丝数: "8.2万",
      均赞: "1900",
      均藏: "1100",
      平均评论: "130",
      平均互动: "3130",
      互动中位数: "2100",
    }),
  );
  expect(creators[0]?.facts).toMatchObject({
    likes: { value: 1_900, statistic: "mean" },
    saves: { value: 1_100, statistic: "mean" },
    comments: { value: 130, statistic: "unknown" },
    interactions: { value: 2_100, statistic: "median" },
  });
});
