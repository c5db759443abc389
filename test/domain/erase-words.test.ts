/** Taking a person out of texts and data: however the name was written, and nothing else. */
import { describe, expect, it } from "vitest";
import { createEraser, ERASED_TEXT, NEUTRAL_LINK, type PersonalWords } from "../../src/domain/erase-words.ts";

const NOBODY: PersonalWords = { names: [], ids: [], links: [], texts: [] };
const erase = (words: Partial<PersonalWords>) => createEraser({ ...NOBODY, ...words }, "#1");

describe("a name", () => {
  it.each([
    ["/看号 小鹿 Xiaolu 粉丝=82k", "/看号 #1 粉丝=82k"],
    ["小鹿XIAOLU，小鹿　ｘｉａｏｌｕ", "#1，#1"],
    ["小鹿 Xiaoluzi", "小鹿 Xiaoluzi"],
  ])("%s", (text, expected) => {
    expect(erase({ names: ["小鹿 Xiaolu"] }).text(text)).toBe(expected);
  });

  it("in Latin letters is a whole word, also beside Chinese", () => {
    expect(erase({ names: ["Amy"] }).text("Amy, amy的笔记, family, Amy2")).toBe("#1, #1的笔记, family, Amy2");
  });

  it("of one sign counts only where it stands alone", () => {
    expect(erase({ names: ["禾"] }).text("禾：禾苗，阿禾 (禾)")).toBe("#1：禾苗，阿禾 (#1)");
  });

  it("may hold signs that mean something elsewhere", () => {
    expect(erase({ names: ["a.b*(c)$&"] }).text("a.b*(c)$& aXb")).toBe("#1 aXb");
  });
});

it("a link that holds an id leads to nobody, others stay", () => {
  const { text } = erase({ ids: ["5ff0e6410000000001008400"], links: ["https://docs.example/7"] });
  expect(
    text(
      "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400?x=1 https://docs.example/7 https://e.com/5",
    ),
  ).toBe(`${NEUTRAL_LINK} ${NEUTRAL_LINK} https://e.com/5`);
});

it("whole texts go; short ones are nobody's own", () => {
  const { text } = erase({ texts: ["早晚各一次，皮肤稳定了很多。", "好"] });
  expect(text("好：早晚各一次，皮肤稳定了很多。")).toBe(`好：${ERASED_TEXT}`);
});

it("in data every text is looked at, and codes stay what they are", () => {
  const { json } = erase({ names: ["image", "draft"] });
  expect(
    json({ kind: "image", command: "draft", rows: [{ name: "image", n: 3, none: null }, "Draft"] }),
  ).toEqual({
    kind: "image",
    command: "draft",
    rows: [{ name: "#1", n: 3, none: null }, "#1"],
  });
});
