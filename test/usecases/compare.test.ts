/** /vet compare on a real database: who is meant, what is compared, and what is said when it cannot be. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { VetCompareData } from "../../src/chat/features/compare.ts";
import { leftOutWords } from "../../src/chat/left-out.ts";
import { checkCard } from "../../src/lark/check-card.ts";
import { renderCard } from "../../src/lark/render-card.ts";
import { checkView } from "../../src/slack/check-payload.ts";
import { drawForm } from "../../src/slack/draw-form.ts";
import { insertCampaign } from "../../src/store/campaigns.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { readingOf } from "../../src/usecases/intake/acknowledgement.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press, type } from "./calls.ts";

const LINK = "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400";
const DEER =
  "followers=82k reads=41000 likes=1900 saves=1100 comments=130 active=52% quality=4 fit=4 quote=3000";
const RICE = "followers=9k reads=5200 likes=200 saves=190 comments=20 active=40% quality=3 fit=4 quote=500";

let bench: Bench;
let as: Ctx;
beforeEach(async () => {
  bench = await createBench();
  as = bench.as(await bench.addMember("Maya", "marketer"));
  await type(as, `vet 小鹿护肤 ${DEER}`);
  await type(as, `vet ${LINK} 大橘 Tangerine ${RICE}`);
  await type(as, "vet 阿禾 followers=300k");
});
afterEach(() => bench.close());

async function addCampaign() {
  await insertCampaign(bench.store.db, {
    id: "cam1",
    name: "春季种草",
    brand: "Acme",
    product: "Cream",
    category: "beauty",
    targetGender: null,
    tierScheme: "T1",
    launchOn: "2026-12-20",
    zone: "Asia/Shanghai",
    currency: "CNY",
    slackChat: "C1",
    larkChat: null,
    brief: {},
    createdBy: as.actor?.id ?? "",
    createdAt: bench.ctx.clock.now(),
    closedAt: null,
  });
}

async function compared() {
  const row = (await bench.outbox()).at(-1);
  expect(row?.template).toBe("vet-compare");
  return row?.data as z.output<typeof VetCompareData>;
}

describe("who is meant", () => {
  test.each([
    ["commas", "vet compare 小鹿护肤，大橘 Tangerine, 阿禾"],
    ["Chinese list commas", "看号 对比 小鹿护肤、大橘 Tangerine、阿禾"],
    ["spaces, with one inside of a name", "vet compare 小鹿护肤 大橘 Tangerine 阿禾"],
    ["a link, and one of them twice", `看号对比 小鹿护肤 ${LINK}?xsec_token=AB 阿禾 小鹿护肤`],
  ])("by %s", async (_, line) => {
    await type(as, line);
    expect((await compared()).creators.map(({ name }) => name)).toEqual([
      "小鹿护肤",
      "大橘 Tangerine",
      "阿禾",
    ]);
  });

  test("by a choice from the shortlist in the form", async () => {
    await addCampaign();
    const { rows } = await bench.store.pool.query<{ id: string }>(
      "select id from seedbed.vettings order by vetted_at, id",
    );
    for (const { id } of rows) await press(as, { command: "shortlist add", input: { vetting: id } });
    const form = await formOf(as, { command: "vet compare", input: {} });
    const selects = form.fields.filter((field) => field.kind === "choice");
    expect(selects.map(({ name, required }) => [name, required])).toEqual([
      ["first", true],
      ["second", true],
      ["third", false],
      ["fourth", false],
      ["fifth", false],
      ["sixth", false],
    ]);
    const [first, second] = selects[0]?.choices ?? [];
    await press(as, form.call, { first: first?.value ?? "", second: second?.value ?? "", creators: "阿禾" });
    const card = await compared();
    expect(card.creators).toHaveLength(3);
    expect([card.campaign?.name, card.scheme]).toEqual(["春季种草", "T1"]);
  });

  test("by a form that both platforms take, however long the shortlist is", async () => {
    const { pool } = bench.store;
    await addCampaign();
    await pool.query(`insert into seedbed.creators (id, name, name_key, created_at)
      select 'c' || i, repeat('很长的昵称', 4) || i, 'c' || i, now() from generate_series(1, 40) i`);
    await pool.query(`insert into seedbed.shortlist_entries (campaign_id, creator_id, vetting_id, added_by, added_at)
      select 'cam1', creators.id, vettings.id, vetted_by, now() from seedbed.creators, seedbed.vettings
      where creators.id like 'c%' and creators.name like '很长%' and vettings.creator_id = (select min(creator_id) from seedbed.vettings)`);
    const form = await formOf(as, { command: "vet compare", input: {} });
    expect(form.fields.flatMap((field) => (field.kind === "choice" ? field.choices : []))).toHaveLength(
      6 * 15,
    );
    const words = leftOutWords(readingOf(as));
    expect(checkView(drawForm(form, { chat: "C1" }, words))).toEqual([]);
    const body = [{ kind: "form" as const, form, open: form.submit }];
    const card = renderCard({ title: form.title, tone: "info", summary: form.title, body }, "sample", words);
    expect(checkCard(card)).toEqual([]);
    expect(JSON.stringify(card).match(/"select_static"/gu)).toHaveLength(6);
  });

  test("is refused for one, for seven, for somebody unknown and for two of one name", async () => {
    await expect(type(as, "vet compare 小鹿护肤")).rejects.toMatchObject({
      code: "bad-input",
      details: { problem: "compare-count", count: 1 },
    });
    await expect(type(as, "vet compare 小鹿护肤、路人")).rejects.toMatchObject({
      code: "unknown-creator",
      details: { text: "路人" },
    });
    for (const n of [1, 2, 3, 4, 5]) await type(as, `vet 博主${n} followers=1k`);
    await expect(
      type(as, "vet compare 小鹿护肤、阿禾、博主1、博主2、博主3、博主4、博主5"),
    ).rejects.toMatchObject({ details: { problem: "compare-count", count: 7 } });
    await bench.store.pool.query(
      "update seedbed.creators set name = '阿禾', name_key = '阿禾', handle = name where name like '博主%'",
    );
    await expect(type(as, "vet compare 小鹿护肤 阿禾")).rejects.toMatchObject({
      code: "ambiguous-creator",
      details: { text: "阿禾", names: expect.stringContaining("阿禾 (博主1)") },
    });
  });
});

describe("what is compared", () => {
  test("newest numbers, costs with the fee, places among those compared; unknown stays unknown", async () => {
    bench.setNow("2026-11-24T02:00:00Z");
    await type(as, "vet 小鹿护肤 quote=2000 mode=优效 rebate=30%");
    await type(as, "vet compare 小鹿护肤、大橘 Tangerine、阿禾");
    const { creators, cheapest, format } = await compared();
    const [deer, orange, rice] = creators;
    expect(format).toBe("image");
    // the rebate is one side's own and changes nothing here
    expect(deer).toMatchObject({ allIn: { amount: 240_000 }, tier: "mid", flags: [] });
    expect(deer?.perInteraction).toBeCloseTo(2_400 / 3_130);
    expect(deer?.rates.map(({ id, numerator, denominator }) => [id, numerator, denominator])).toContainEqual([
      "interactions-per-read",
      3_130,
      41_000,
    ]);
    expect(orange?.perInteraction).toBeCloseTo(550 / 410);
    expect(cheapest).toEqual({ cheapest: [0], unknown: [2] });
    expect(rice).toMatchObject({
      score: null,
      quote: null,
      allIn: null,
      perRead: null,
      perInteraction: null,
    });
    const audience = creators.map(({ dimensions }) => dimensions.find(({ id }) => id === "audience"));
    expect(audience).toMatchObject([
      { percentile: 100 },
      { percentile: 0 },
      { share: null, percentile: null },
    ]);
  });

  test("a button opens the scorecard that was compared", async () => {
    await type(as, "vet compare 小鹿护肤、阿禾");
    const vetting = (await compared()).creators[0]?.vettingId ?? "";
    await press(as, { command: "vet show", input: { vetting } });
    expect((await bench.outbox()).at(-1)).toMatchObject({
      template: "vet-card",
      data: { vettingId: vetting },
    });
  });
});
