/** The file behind a ranking: one workbook however long the list is, with the evidence of every score. */
import readXlsx from "read-excel-file/node";
import { afterEach, beforeEach, expect, test } from "vitest";
import { call, newest, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

const HEADER = "昵称,小红书号,粉丝数,阅读中位数,互动中位数,图文报价,城市,微信号";

/** The newest workbook as rows by the titles of the ranking's columns. */
async function ranking() {
  const { rows } = await bench.store.pool.query<{ content: Buffer }>(
    "select content from seedbed.files order by created_at, id",
  );
  const sheets = await readXlsx(rows.at(-1)?.content ?? Buffer.alloc(0));
  const [header = [], ...body] = sheets[0]?.data ?? [];
  const titled = body.map((row) => Object.fromEntries(header.map((title, at) => [String(title), row[at]])));
  return { files: rows.length, titles: header.map(String), rows: titled };
}

test("a long list is one workbook, in the order of the ranking", async () => {
  const rows = Array.from(
    { length: 1_203 },
    (_, index) => `博主${index},h${index},${20_000 + index},9000,${(index * 7_919) % 9_000},2500,上海,wx`,
  );
  await shareList(bench, await bench.addMember("Maya", "marketer"), "a.csv", [HEADER, ...rows].join("\n"));
  const file = await ranking();
  expect(file.files).toBe(1);
  expect(file.rows.map((row) => row["Place"])).toEqual(rows.map((_, index) => index + 1));
  expect(new Set(file.rows.map((row) => row["Line in the file"])).size).toBe(rows.length);
  const scores = file.rows.map((row) => Number(row["Score of what is known"]));
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores[0]).toBeGreaterThan(scores.at(-1) ?? 0);
});

test("every value stands beside its source, and what nobody knows is empty and not 0", async () => {
  await shareList(
    bench,
    await bench.addMember("Maya", "marketer"),
    "a.csv",
    [HEADER, "小鹿,deer1,82000,41000,3100,3000,上海,wxid_1"].join("\n"),
  );
  const { rows, titles } = await ranking();
  const [deer = {}] = rows;
  // what decides comes before how it came about
  expect(titles.slice(0, 11)).toEqual([
    "Place",
    "Creator",
    "Verdict",
    "Score",
    "Points known",
    "Score of what is known",
    "Tier",
    "Followers",
    "Red flags",
    "Priced as",
    "Quote",
  ]);
  expect(deer).toMatchObject({
    Creator: "小鹿",
    Followers: 82_000,
    "Reads per note": 41_000,
    "Interactions per note": 3_100,
    "Quote, image note": 3_000,
    City: "上海",
    "Audience quality (of 30)": null,
    "Audience quality: known": 0,
    "Audience quality: lowest": 0,
    "Audience quality: highest": 30,
    "Engagement: known": 0.32,
    "active followers (of 10)": null,
    "interactions per read (of 8)": expect.closeTo(7.41, 2),
  });
  for (const fact of ["Followers", "Reads per note", "Quote, image note", "City"])
    expect(deer[`${fact}: from`]).toMatch(
      / · (?:undated|\d{4}-\d\d-\d\d) · .*(?:high|medium|low) confidence$/,
    );
  // nobody in the list has one
  expect(titles).not.toContain("Saves per note");
  expect(JSON.stringify(rows)).not.toContain("wxid_1");
});

test("a flag that was set aside is told as such, with who did so and why", async () => {
  const member = await bench.addMember("Maya", "manager");
  const header = "昵称,小红书号,粉丝数,阅读中位数,互动中位数";
  await shareList(
    bench,
    member,
    "a.csv",
    `${header}\n小鹿,deer1,820000,41000,300\n阿禾,he1,820000,41000,300`,
  );
  const before = await ranking();
  expect(before.rows.map((row) => row["Red flags"])).toEqual(
    Array(2).fill("Medium: low engagement for the size"),
  );
  await call(bench.as(member), "vet overrule", {
    vetting: String(before.rows[0]?.["Snapshot"]),
    flag: "F2",
    reason: "bought reads",
  });
  const card = await newest(bench, "import-result");
  expect(card?.rows.map(({ flags, overruled }) => [flags, overruled])).toEqual([
    [0, ["F2"]],
    [1, []],
  ]);
});
