/** What people paste for a creator: share texts, links with words around them, nothing but a name. */
import { expect, it } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import { readCreatorWords } from "../../src/usecases/creators/read-creator-words.ts";

const ID = "5ff0e6410000000001008400";
const LINK = `https://www.xiaohongshu.com/user/profile/${ID}`;

it.each([
  [`小鹿护肤 ${LINK}`, "小鹿护肤"],
  [LINK, ID],
  [`【小鹿护肤 - 小红书】😆 ${LINK}?xsec_token=AB 😆`, "小鹿护肤"],
  [`小鹿护肤的个人主页 ${LINK} 复制本条信息，打开【小红书】App查看精彩内容！`, "小鹿护肤"],
  [`阿禾看看世界 www.xiaohongshu.com/user/profile/${ID}`, "阿禾看看世界"],
  [`https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/${ID}`, ID],
])("%s", (words, name) => {
  expect(readCreatorWords(words)).toMatchObject({ name, platformId: ID });
});

it("a name stays as it was written", () => {
  expect(readCreatorWords("复制粘贴的小鹿")).toEqual({ name: "复制粘贴的小鹿" });
});

it.each(["http://xhslink.com/a/Xy12", "看看 xhslink.com/m/Xy12 复制打开小红书"])("%s is short", (words) => {
  expect(() => readCreatorWords(words)).toThrow(AppError);
});
