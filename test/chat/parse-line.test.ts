/** Lines as people type them, on both kinds of keyboard. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLine, withoutSlash } from "../../src/chat/parse-line.ts";

describe("parseLine", () => {
  test.each([
    ["小鹿护肤 followers=82k notes=23", ["小鹿护肤"], { followers: "82k", notes: "23" }],
    ["小鹿护肤　粉丝＝8.2万，笔记=23", ["小鹿护肤"], { 粉丝: "8.2万", 笔记: "23" }],
    ["小鹿护肤，粉丝=82,000，报价=3,000", ["小鹿护肤"], { 粉丝: "82,000", 报价: "3,000" }],
    ["followers=82,000, likes=1900", [], { followers: "82,000", likes: "1900" }],
    [
      'Lu text="two words, and more" link=https://x.example/a?b=c',
      ["Lu"],
      { text: "two words, and more", link: "https://x.example/a?b=c" },
    ],
    ["小鹿 正文=“第一句，第二句。”", ["小鹿"], { 正文: "第一句，第二句。" }],
    ["用了两周，早晚各一泵，清爽", ["用了两周，早晚各一泵，清爽"], {}],
    ["Followers=1", [], { followers: "1" }],
    ["a=", [], { a: "" }],
    ["  ", [], {}],
    ['quote="open', [], { quote: '"open' }],
  ])("%s", (text, words, named) => {
    expect(parseLine(text)).toEqual({ words, named });
  });

  test("never loses a word and never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\p{Script=Han}a-z]{1,6}$/u), { maxLength: 8 }), (words) => {
        expect(parseLine(words.join(" ")).words).toEqual(words);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        parseLine(text);
      }),
    );
  });
});

test.each([
  ["/vet 小鹿", { text: "vet 小鹿", slash: true }],
  ["／看号　小鹿", { text: "看号　小鹿", slash: true }],
  ["　／ 看号", { text: "看号", slash: true }],
  ["vet 小鹿", { text: "vet 小鹿", slash: false }],
])("withoutSlash(%s)", (text, expected) => {
  expect(withoutSlash(text)).toEqual(expected);
});
