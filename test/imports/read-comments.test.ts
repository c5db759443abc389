/** Comments in files as people export and copy them: which column, which lines, and what is no comment at all. */
import { expect, test } from "vitest";
import { readComments } from "../../src/imports/read-comments.ts";
import { isComments } from "../../src/imports/read-import.ts";
import { readTable } from "../../src/imports/read-table.ts";
import { workbook } from "./sheets.ts";

const bytes = (text: string) => Buffer.from(text);

test("an export's column of texts counts, whatever stands beside it", async () => {
  const csv = "用户昵称,评论内容,点赞数,评论时间\n小王,求链接：哪里买的,3,2026-11-01\n阿禾,-,0,2026-11-02";
  expect(await readComments(bytes(csv), "comments.csv")).toEqual({
    isPlain: false,
    isTitled: true,
    lines: [
      { line: 2, text: "求链接：哪里买的", by: "小王" },
      { line: 3, text: "", by: "阿禾" },
    ],
  });
});

test("a title above the header and a column of creators are no trouble", async () => {
  const csv =
    "竞品评论导出,,\n博主昵称,笔记链接,评论\n小鹿护肤,https://x.example/1,好用吗\n大橘,https://x.example/2,多少钱";
  const { lines } = await readComments(bytes(csv), "c.csv");
  expect(lines.map(({ under, text }) => [under, text])).toEqual([
    ["小鹿护肤", "好用吗"],
    ["大橘", "多少钱"],
  ]);
});

test("a workbook is read by the sheet that has them", async () => {
  const file = await workbook({
    Notes: [
      ["Title", "Comments"],
      ["Spring", "130"],
    ],
    Comments: [
      ["Comment text", "Likes"],
      ["Where can I buy it, please?", "2"],
    ],
  });
  expect((await readComments(file, "c.xlsx")).lines).toEqual([
    { line: 2, text: "Where can I buy it, please?" },
  ]);
});

test("a text has one comment a line, commas or not, with or without a title", async () => {
  const text = "评论内容\n好看，想买，多少钱\n\n小王：哪里买的\n";
  expect(await readComments(bytes(text), "c.txt")).toEqual({
    isPlain: true,
    isTitled: true,
    lines: [
      { line: 2, text: "好看，想买，多少钱" },
      { line: 3, text: "" },
      { line: 4, text: "小王：哪里买的" },
    ],
  });
  const gb18030 = Buffer.from([0xba, 0xc3, 0xbf, 0xb4]);
  expect((await readComments(gb18030, "c.txt")).lines[0]?.text).toBe("好看");
});

test.each([
  ["a sheet without them", "c.csv", bytes("昵称,粉丝数\n阿禾,3万"), "no-comment-column"],
  ["how many there are", "c.csv", bytes("标题,评论\n春日,130\n面霜,4.2万"), "no-comment-column"],
  ["nothing", "c.txt", bytes(" \n\n"), "file-empty"],
  ["a picture", "c.txt", Buffer.from("\u0089PNG", "latin1"), "file-not-table"],
  ["an old or locked workbook", "c.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "file-unreadable"],
])("%s is refused", async (_, name, content, code) => {
  await expect(readComments(content, name)).rejects.toMatchObject({ code, details: { file: name } });
});

test("a list of creators with comments a note is no file of comments", async () => {
  const list = await readTable(bytes("博主昵称,粉丝数,评论\n小鹿,8.2万,很活跃\n大橘,3万,一般"), "l.csv");
  expect(isComments(list)).toBe(false);
  const comments = await readTable(bytes("昵称,评论\n小王,哪里买的\n小李,多少钱"), "c.csv");
  expect(isComments(comments)).toBe(true);
});
