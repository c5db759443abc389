/** Numbers that cannot be, typed for one creator: each a clear answer, and nothing concluded from nonsense. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { readInput } from "../../src/chat/registry.ts";
import type { TemplateInput } from "../../src/chat/template-data.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { answerMeaning } from "../../src/usecases/intake/answer-trouble.ts";
import { locales } from "../../templates/locales/index.ts";
import { drawn } from "../support/drawn.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { type } from "./calls.ts";

let bench: Bench;
let ctx: Ctx;
beforeEach(async () => {
  bench = await createBench();
  ctx = bench.as(await bench.addMember("Maya", "marketer"));
});
afterEach(() => bench.close());

async function card() {
  const row = (await bench.outbox()).findLast(({ template }) => template === "vet-card");
  if (row === undefined) throw new Error("No scorecard was sent.");
  return row.data as TemplateInput<"vet-card">;
}

test.each([
  ["followers=-5", "negative"],
  ["followers=1千+", "bucket"],
  ["followers=82,000,000,000,000", "too-large"],
  ["female=180%", "too-large"],
  ["quality=9", "too-large"],
  ["age=18-24:80%,25-34:80%", "not-shares"],
  ["region=上海", "not-shares"],
])("%s is refused and named", (given, problem) => {
  const named = ctx.commands.fromLine(`vet 小鹿 ${given}`);
  if (named === undefined) throw new Error(given);
  const read = readInput(named.command, named.raw);
  expect(read).toMatchObject({ ok: false, problems: [{ problem }] });
});

test.each([
  ["https://www.xiaohongshu.com/explore/65f0abc1230000000123abcd", "leads to one note"],
  [
    "看看这篇【晨间护肤 - 小鹿】https://www.xiaohongshu.com/discovery/item/65f0abc1230000000123abcd",
    "one note",
  ],
  ["https://www.example.com/user/abc", "no profile on Xiaohongshu"],
])("%s is no creator, and nobody of that name is made", async (link, why) => {
  await expect(type(ctx, `vet ${link} followers=82k`)).rejects.toMatchObject({ code: "bad-input" });
  await expect(type(ctx, `vet ${link}`)).rejects.toMatchObject({ code: "bad-input" });
  const problem = why.includes("note") ? "note-link" : "other-link";
  expect(locales.en.common.refusals["bad-input"]({ problem })).toContain(why);
  expect((await bench.store.pool.query("select 1 from seedbed.creators")).rowCount).toBe(0);
});

test("an input that there is not: the nearest one is named, to Chinese readers as they type it", async () => {
  const named = ctx.commands.fromLine("vet 小鹿 folowers=82k");
  if (named === undefined) throw new Error("No command.");
  const read = readInput(named.command, named.raw);
  if (read.ok) throw new Error("It was understood.");
  await answerMeaning(ctx, { kind: "wrong", command: named.command, ...read });
  expect(drawn(await bench.outbox(), "en")).toContain("Did you mean followers=…?");
  const chinese = drawn(await bench.outbox(), "zh-CN");
  for (const part of ["/看号 有几处要改", "是不是 粉丝=…？", "/看号 小鹿 粉丝=82k"])
    expect(chinese).toContain(part);
});

test("more interactions than reads: a red flag, the rates stay evidence and score nothing", async () => {
  await type(ctx, "vet 小鹿 followers=82k likes=1900 saves=1100 comments=130 reads=500");
  const { report } = await card();
  expect(report.flags.map(({ id }) => id)).toContain("impossible-numbers");
  const engagement = report.scorecard.dimensions.find(({ id }) => id === "engagement");
  expect(engagement?.facts.map(({ points }) => points === null)).toEqual([false, true, true]);
  expect(drawn(await bench.outbox(), "en")).toContain("more interactions than reads");
  expect(drawn(await bench.outbox(), "zh-CN")).toContain("互动数大于阅读数");
});

test("no followers is a size, and neither a rate nor a price is made of it", async () => {
  await type(ctx, "vet 小鹿 followers=0 likes=10 saves=5");
  const { report, followers } = await card();
  expect(followers).toBe(0);
  expect(report.scorecard.rates).toEqual([]);
  expect(report.price).toBeNull();
  const english = drawn(await bench.outbox(), "en");
  expect(english).not.toMatch(/NaN|Infinity/u);
  expect(english).toContain("none for 0 followers: check the count");
  expect(drawn(await bench.outbox(), "zh-CN")).toContain("粉丝数为 0，不估价，请核对");
});

test("fewer than 3 notes in 90 days earn no rhythm, and the rates say of how many notes they are", async () => {
  await type(ctx, "vet 小鹿 followers=8k notes=2 likes=100 saves=50");
  const facts = (await card()).report.scorecard.dimensions.flatMap((dimension) => dimension.facts);
  expect(facts.find(({ id }) => id === "posting-rhythm")?.points).toBe(0);
  expect(drawn(await bench.outbox(), "en")).toContain("median of 2 notes in 90 days");
});
