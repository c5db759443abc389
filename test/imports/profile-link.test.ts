import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseProfileLink } from "../../src/imports/profile-link.ts";

const id = "5f3a1b2c3d4e5f6a7b8c9d0e";

test.each([
  [`https://www.xiaohongshu.com/user/profile/${id}`, { kind: "profile", id }],
  [
    `www.xiaohongshu.com/user/profile/${id.toUpperCase()}?xsec_token=AB&xsec_source=pc`,
    { kind: "profile", id },
  ],
  [`https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/${id}?track_id=1`, { kind: "pugongying", id }],
  ["https://xhslink.com/m/3AbCdEf", { kind: "short" }],
  [
    "32 小鹿护肤发布了一篇笔记,快来看吧! 😆 http://xhslink.com/a/Ab12,复制本条信息,打开【小红书】App",
    { kind: "short" },
  ],
  [`看看这个博主 https://www.xiaohongshu.com/user/profile/${id}，很不错`, { kind: "profile", id }],
  [
    `pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/${id} www.xiaohongshu.com/user/profile/${id}`,
    { kind: "profile", id },
  ],
])("%s", (text, expected) => {
  expect(parseProfileLink(text)).toEqual(expected);
});

test.each([
  "",
  "小鹿护肤",
  id,
  `https://www.xiaohongshu.com/explore/${id}`,
  `https://www.xiaohongshu.com/user/profile/${id}0`,
  "https://www.xiaohongshu.com/user/profile/123",
  "https://xhslink.com/",
])("%j is no link to a creator", (text) => {
  expect(parseProfileLink(text)).toBeUndefined();
});

test("any text has an answer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) =>
      [undefined, "short"].includes(parseProfileLink(text)?.kind),
    ),
  );
});
