/** Comments in both languages, and words of trouble in the sentences that decide what they mean. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSafetyHits } from "../../src/domain/brand-safety.ts";
import { commentShares, commentsIn, judgeComments } from "../../src/domain/comment-quality.ts";

const kindOf = (comment: string): string => {
  const { emojiOnly, generic, questions } = judgeComments([comment]);
  return emojiOnly ? "emoji" : generic ? "generic" : questions ? "question" : "other";
};

describe("one comment", () => {
  it.each([
    ["Nice!", "generic"],
    ["So beautifulll 😍😍", "generic"],
    ["love this", "generic"],
    ["Great post, thanks for sharing", "generic"],
    ["太好看了吧！！", "generic"],
    ["绝绝子", "generic"],
    ["姐妹真的好美啊啊", "generic"],
    ["哈哈哈哈哈", "generic"],
    ["已关注，互关", "generic"],
    ["😍😍😍", "emoji"],
    ["[哭惹R][赞R]", "emoji"],
    ["❤️❤️ 🔥", "emoji"],
    ["！！！", "emoji"],
    ["请问敏感肌可以用吗", "question"],
    ["色号是多少呀？", "question"],
    ["求链接", "question"],
    ["where did you buy the cream?", "question"],
    ["Does it sting on dry skin", "question"],
    ["用了两周，泛红好多了", "other"],
    ["闻起来有点像黄瓜", "other"],
    ["Mine pilled under sunscreen, sadly", "other"],
    ["3 weeks in and my redness is gone", "other"],
  ])("%s is %s", (comment, kind) => {
    expect(kindOf(comment)).toBe(kind);
  });
});

describe("a pasted sample", () => {
  const pasted = `
小红薯6B2F: 太好看了
@阿禾 请问多少钱
3小时前 上海
回复
展开 3 条回复
太好看了！
Lena_92: 太好看了
昨天 12:30
😍
128
用了两周，泛红好多了
2026-11-02`;

  it("is read without names, times, counts and buttons", () => {
    expect(commentsIn(pasted)).toEqual([
      "太好看了",
      "请问多少钱",
      "太好看了!",
      "太好看了",
      "😍",
      "用了两周,泛红好多了",
    ]);
  });

  it("counts each comment once: a copy is a copy, whatever it says", () => {
    const quality = judgeComments(commentsIn(pasted));
    expect(quality).toEqual({ read: 6, emojiOnly: 1, duplicate: 2, generic: 1, questions: 1 });
    expect(commentShares(quality)).toEqual({
      genericCommentShare: 4 / 6,
      emojiOnlyCommentShare: 1 / 6,
      duplicateCommentShare: 2 / 6,
      questionCommentShare: 1 / 6,
      commentsRead: 6,
    });
  });

  it("gives no shares for nothing", () => {
    expect(commentShares(judgeComments(commentsIn("回复\n\n12")))).toBeUndefined();
  });

  it("has shares that are fractions and kinds that do not overlap, for any text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 30 }), { maxLength: 40 }), (lines) => {
        const quality = judgeComments(commentsIn(lines.join("\n")));
        const { read, emojiOnly, duplicate, generic, questions } = quality;
        expect(emojiOnly + duplicate + generic + questions).toBeLessThanOrEqual(read);
        for (const share of Object.values(commentShares(quality) ?? {}))
          expect(share).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("reads a long comment of filler words in no time", () => {
    const long = `${"真好".repeat(2_500)}x`;
    const start = performance.now();
    expect(kindOf(long)).toBe("other");
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("words of trouble", () => {
  it.each([
    ["听说她之前塌房了", "normal"],
    ["这个博主买粉被扒过", "normal"],
    ["She was accused of plagiarism last year", "normal"],
    ["从没买粉，数据都是真的", "low"],
    ["眼妆翻车现场，笑死", "low"],
    ["防踩雷清单来了，踩雷的都在这", "low"],
    ["this is not a scam", "low"],
  ])("%s weighs %s", (text, weight) => {
    expect(findSafetyHits([text])[0]).toMatchObject({ weight });
  });

  it("shows the sentence around the word, the weightier first, and each once", () => {
    const hits = findSafetyHits(["今天天气好。她抄袭别人的图！真的", "化妆翻车了", "她抄袭别人的图！"]);
    expect(hits).toEqual([
      { kind: "fraud", word: "抄袭", sentence: "她抄袭别人的图！", weight: "normal" },
      { kind: "quality", word: "翻车", sentence: "化妆翻车了", weight: "low" },
    ]);
  });

  it("finds nothing in praise", () => {
    expect(findSafetyHits(["温和不刺激，回购第三次", "Lovely texture, sinks in fast"])).toEqual([]);
  });
});
