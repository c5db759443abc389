/** Rows that only a person can settle: a price far off its size, and creators who may be one. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createReading } from "../../src/chat/reading.ts";
import { insertCampaign } from "../../src/store/campaigns.ts";
import { creatorById, creatorsCalled } from "../../src/store/creators.ts";
import { inTransaction } from "../../src/store/database.ts";
import { insertShortlistEntry, shortlistOf } from "../../src/store/shortlist.ts";
import { latestFacts } from "../../src/store/vettings.ts";
import { locales } from "../../templates/locales/index.ts";
import { call, newest, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";

const HEADER = "昵称,小红书号,粉丝数,阅读中位数,互动中位数,图文报价,城市";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

const maya = () => bench.addMember("Maya", "marketer");
const list = (...rows: string[]) => [HEADER, ...rows].join("\n");

async function query<T>(text: string): Promise<T[]> {
  return (await bench.store.pool.query(text)).rows as T[];
}
const quotes = () =>
  query<{ name: string; quote: string | null }>(
    `select distinct on (c.id) c.name, v.facts #>> '{quoteImage,value,amount}' as quote
     from seedbed.vettings v join seedbed.creators c on c.id = v.creator_id order by c.id, v.vetted_at desc, v.id desc`,
  );

describe("a price more than 50 times off its size", () => {
  const SHEET = list(
    "小鹿,deer1,82000,41000,3100,3000,上海",
    "阿禾,he1,82000,41000,3100,30000000,杭州",
    "乙,yi1,50000,9000,700,2,北京",
  );

  test("asks before it counts; the rest of the row is vetted, and a usual price is not asked about", async () => {
    await shareList(bench, await maya(), "a.csv", SHEET);
    const card = await newest(bench, "import-questions");
    expect(card).toMatchObject({
      open: 2,
      questions: [
        {
          key: "3:price",
          creator: "阿禾",
          about: { kind: "price", image: { amount: 3_000_000_000, currency: "CNY" }, video: null },
        },
        { key: "4:price", creator: "乙" },
      ],
    });
    expect(await quotes()).toEqual([
      { name: "小鹿", quote: "300000" },
      { name: "阿禾", quote: null },
      { name: "乙", quote: null },
    ]);
  });

  test("right: a new vetting with the price; not counted: none; and each is answered once", async () => {
    const member = await maya();
    await shareList(bench, member, "a.csv", SHEET);
    const { id } = (await newest(bench, "import-questions")) ?? { id: "" };
    const ctx = bench.as(member);
    await call(ctx, "import answer", { import: id, questions: "3:price,4:price", a0: "yes", a1: "no" });
    expect(await quotes()).toEqual([
      { name: "小鹿", quote: "300000" },
      { name: "阿禾", quote: "3000000000" },
      { name: "乙", quote: null },
    ]);
    const after = await newest(bench, "import-questions");
    expect(after).toMatchObject({
      open: 0,
      questions: [
        { key: "3:price", answer: { yes: true, by: { name: "Maya" } } },
        { key: "4:price", answer: { yes: false } },
      ],
    });
    const [row] = await query<{ quote: string }>(
      `select v.facts #>> '{quoteImage,value,amount}' as quote from seedbed.list_import_rows r
       join seedbed.vettings v on v.id = r.vetting_id where r.line = 3`,
    );
    expect(row?.quote).toBe("3000000000");
    // the ranking that stands has the new figures, drawn once; the file is said to be older
    const ranked = await newest(bench, "import-result");
    expect(ranked?.rows.find(({ name }) => name === "阿禾")).toMatchObject({
      quote: { amount: 3_000_000_000 },
      standing: "far-off",
    });
    expect(ranked?.changedAt).toBe(bench.ctx.clock.now().toString());
    await expect(
      call(ctx, "import answer", { import: id, questions: "3:price", a0: "no" }),
    ).rejects.toMatchObject({ code: "old-card" });
    expect(await newest(bench, "import-result")).toEqual(ranked);
    expect(await query("select 1 from seedbed.audit where verb = 'import.answer'")).toHaveLength(1);
  });

  test("the form has all open questions, and what is put off stays open", async () => {
    const member = await maya();
    await shareList(bench, member, "a.csv", SHEET);
    const { id } = (await newest(bench, "import-questions")) ?? { id: "" };
    const reading = createReading("zh-CN", "Asia/Shanghai", locales["zh-CN"]);
    const form = await bench.ctx.commands
      .byName("import answer")
      ?.form?.({ ctx: bench.ctx, input: { import: id }, reading });
    expect(form?.call.input).toEqual({ import: id, questions: "3:price,4:price" });
    expect(form?.fields.map(({ name, initial }) => [name, initial])).toEqual([
      ["a0", "later"],
      ["a1", "later"],
    ]);
    const given = { import: id, questions: "3:price,4:price", a0: "later", a1: "yes" };
    await call(bench.as(member), "import answer", given);
    expect(await newest(bench, "import-questions")).toMatchObject({ open: 1 });
  });

  test("the size may be known from before", async () => {
    const member = await maya();
    await shareList(bench, member, "a.csv", list("小鹿,deer1,82000,41000,3100,3000,上海"));
    await shareList(bench, member, "b.csv", list("小鹿,deer1,-,-,-,30000000,-"));
    expect(await newest(bench, "import-questions")).toMatchObject({ open: 1 });
    expect(await quotes()).toEqual([{ name: "小鹿", quote: "300000" }]);
  });
});

describe("one creator from two files", () => {
  const ID = "5f3a1b2c3d4e5f6a7b8c9d0e";

  test("by id and link before name: a new name and a new 小红书号 are still the same account", async () => {
    const member = await maya();
    const header = "昵称,小红书号,主页链接,粉丝数";
    const link = `https://www.xiaohongshu.com/user/profile/${ID}`;
    await shareList(bench, member, "a.csv", `${header}\n小鹿,deer1,${link},82000`);
    await shareList(bench, member, "b.csv", `${header}\n小鹿改名了,deer9,${link}?xsec=1,83000`);
    expect(await query("select name, handle from seedbed.creators")).toEqual([
      { name: "小鹿", handle: "deer1" },
    ]);
    expect(await newest(bench, "import-questions")).toBeUndefined();
  });

  test.each([
    ["one name, another 小红书号", "小鹿,deer9,900,1,1,,北京", true],
    ["emoji and words hung on, in the same city", "小鹿🦌｜护肤,deer9,900,1,1,,上海", true],
    ["signs hung on, of the same size", "小鹿_official,deer9,80000,1,1,,北京", true],
    ["signs hung on, elsewhere and of another size", "小鹿🦌,deer9,900,1,1,,北京", false],
    ["another name", "小鹿妈妈,deer9,82000,1,1,,上海", false],
  ])("%s: asked is %3$s", async (_, row, isAsked) => {
    const member = await maya();
    await shareList(bench, member, "a.csv", list("小鹿,deer1,82000,41000,3100,3000,上海"));
    await shareList(bench, member, "b.csv", list(row));
    const card = await newest(bench, "import-questions");
    expect(card !== undefined).toBe(isAsked);
    // until somebody answers they stay two
    expect(await query("select 1 from seedbed.creators")).toHaveLength(2);
    if (isAsked)
      expect(card?.questions).toMatchObject([
        { key: "2:same-creator", about: { other: "小鹿", otherMark: "deer1", mark: "deer9" } },
      ]);
  });

  test("two ids are two accounts, and two rows of one file are two creators", async () => {
    const member = await maya();
    const header = "昵称,主页链接,粉丝数";
    const link = (last: string) => `https://www.xiaohongshu.com/user/profile/${ID.slice(0, -1)}${last}`;
    await shareList(bench, member, "a.csv", `${header}\n小鹿,${link("1")},82000`);
    await shareList(bench, member, "b.csv", `${header}\n小鹿,${link("2")},82000`);
    await shareList(bench, member, "c.csv", list("阿禾,he1,1,1,1,,", "阿禾,he2,1,1,1,,"));
    expect(await newest(bench, "import-questions")).toBeUndefined();
  });

  async function twoCreators() {
    const member = await maya();
    await shareList(bench, member, "a.csv", list("小鹿,deer1,82000,41000,3100,3000,上海"));
    bench.setNow("2026-11-24T02:00:00Z");
    await shareList(bench, member, "b.csv", list("小鹿🦌,deer9,85000,-,3300,-,上海"));
    const { id } = (await newest(bench, "import-questions")) ?? { id: "" };
    const [kept, merged] = await query<{ id: string }>(
      "select id from seedbed.creators order by created_at, id",
    );
    return { member, id, kept: kept?.id ?? "", merged: merged?.id ?? "" };
  }
  const answer = (yes: boolean) => ({ questions: "2:same-creator", a0: yes ? "yes" : "no" });

  test("the same: vettings, lists and names of both lead to one, with the newest numbers", async () => {
    const { member, id, kept, merged } = await twoCreators();
    const campaign = {
      id: "cam1",
      name: "春季种草",
      brand: "Acme",
      product: "Cream",
      category: "beauty",
      targetGender: "female" as const,
      tierScheme: "T4" as const,
      launchOn: "2026-12-20",
      zone: "Asia/Shanghai",
      currency: "CNY" as const,
      slackChat: null,
      larkChat: null,
      brief: {},
      createdBy: member.id,
      createdAt: bench.ctx.clock.now(),
      closedAt: null,
    };
    const { db } = bench.store;
    await insertCampaign(db, campaign);
    const vettings = await query<{ id: string; creator_id: string }>(
      "select id, creator_id from seedbed.vettings",
    );
    for (const { id: vettingId, creator_id: creatorId } of vettings)
      await insertShortlistEntry(db, {
        campaignId: "cam1",
        creatorId,
        vettingId,
        addedBy: member.id,
        addedAt: bench.ctx.clock.now(),
      });
    await call(bench.as(member), "import answer", { import: id, ...answer(true) });

    expect((await creatorById(db, merged))?.id).toBe(kept);
    for (const word of ["小鹿", "小鹿🦌", "deer1", "deer9"])
      expect((await creatorsCalled(db, word)).map((one) => one.id)).toEqual([kept]);
    expect(await query("select distinct creator_id from seedbed.vettings")).toEqual([{ creator_id: kept }]);
    expect(await query("select distinct creator_id from seedbed.list_import_rows")).toEqual([
      { creator_id: kept },
    ]);
    expect((await shortlistOf(db, "cam1")).map(({ creator }) => creator.id)).toEqual([kept]);
    const [latest] = await query<{ facts: object }>(
      "select facts from seedbed.vettings order by id desc limit 1",
    );
    expect(latest?.facts).toMatchObject({
      followers: { value: 85_000 },
      reads: { value: 41_000 },
      interactions: { value: 3_300 },
      quoteImage: { value: { amount: 300_000 } },
    });
    const [audit] = await query<{ subject: string; details: object }>(
      "select subject, details from seedbed.audit where verb = 'creator.merge'",
    );
    expect(audit).toMatchObject({
      subject: kept,
      details: { merged, handle: "deer9", moved: { vettings: 1 } },
    });

    // the next file with the old or the new handle is about the one creator, and nobody is asked again
    await shareList(bench, member, "c.csv", list("小鹿🦌,deer9,86000,1,1,,上海"));
    await shareList(bench, member, "d.csv", list("小鹿,deer1,87000,1,1,,上海"));
    expect(await query("select distinct creator_id from seedbed.vettings")).toEqual([{ creator_id: kept }]);
    expect(await query("select 1 from seedbed.creators")).toHaveLength(2);
    expect(await query("select 1 from seedbed.import_questions where answer is null")).toEqual([]);
  });

  test("the same, said by another agency: a quote stays the one's who has it", async () => {
    const an = await bench.addMember("An", "partner", { agency: "蓝鲸传播" });
    const bo = await bench.addMember("Bo", "partner", { agency: "星河互动" });
    await shareList(bench, an, "a.csv", list("小鹿,deer1,82000,41000,3100,3000,上海"));
    bench.setNow("2026-11-24T02:00:00Z");
    await shareList(bench, bo, "b.csv", list("小鹿🦌,deer9,85000,,,,上海"));
    const { id } = (await newest(bench, "import-questions")) ?? { id: "" };
    await call(bench.as(bo), "import answer", { import: id, ...answer(true) });
    const [latest] = await query<{ facts: Record<string, unknown> }>(
      "select facts from seedbed.vettings order by id desc limit 1",
    );
    expect(latest?.facts).toMatchObject({ followers: { value: 85_000 } });
    expect(latest?.facts["quoteImage"]).toBeUndefined();
    expect(latest?.facts["heldBack"]).toMatchObject([
      { name: "quoteImage", quote: { agency: "蓝鲸传播", value: { amount: 300_000 } } },
    ]);
  });

  test("taken back: names, vettings and the row of the list are two again, and nobody is asked anew", async () => {
    const { member, id, kept, merged } = await twoCreators();
    const before = await query<{ id: string; creator_id: string }>(
      "select id, creator_id from seedbed.vettings order by id",
    );
    const [row] = await query("select * from seedbed.list_import_rows order by import_id desc limit 1");
    bench.setNow("2026-11-25T02:00:00Z");
    await call(bench.as(member), "import answer", { import: id, ...answer(true) });
    const asked = await newest(bench, "import-questions");
    expect(asked?.questions).toMatchObject([{ answer: { yes: true, merged } }]);
    await call(bench.as(member), "creator", { creator: "deer9" });
    expect(await newest(bench, "creator-card")).toMatchObject({
      creator: { id: kept },
      merged: [{ id: merged, name: "小鹿🦌", handle: "deer9" }],
    });

    bench.setNow("2026-11-26T02:00:00Z");
    await call(bench.as(member), "creator separate", { creator: merged });
    const { db } = bench.store;
    expect((await creatorsCalled(db, "deer9")).map((one) => one.id)).toEqual([merged]);
    expect((await creatorsCalled(db, "deer1")).map((one) => one.id)).toEqual([kept]);
    const after = await query<{ id: string; creator_id: string }>(
      "select id, creator_id from seedbed.vettings order by vetted_at, id",
    );
    expect(after.slice(0, 2)).toEqual(before);
    // what was vetted while they were one stays with the kept one, and does not count any more
    expect(after.slice(2).map(({ creator_id }) => creator_id)).toEqual([kept, kept]);
    const facts = await latestFacts(db, [kept, merged]);
    expect([facts.get(kept)?.followers?.value, facts.get(kept)?.interactions?.value]).toEqual([
      82_000, 3_100,
    ]);
    expect([facts.get(merged)?.followers?.value, facts.get(merged)?.reads]).toEqual([85_000, undefined]);
    expect(await query("select * from seedbed.list_import_rows order by import_id desc limit 1")).toEqual([
      row,
    ]);
    expect(await newest(bench, "creator-separated")).toMatchObject({
      kept: { id: kept },
      separated: { id: merged },
      back: { vettings: 1, lists: 1, shortlists: 0, work: 0 },
      mixed: 1,
      vettedAnew: true,
    });
    expect((await newest(bench, "import-questions"))?.questions).toMatchObject([
      { answer: { yes: false, merged: null } },
    ]);
    expect((await newest(bench, "import-result"))?.rows).toMatchObject([
      { name: "小鹿🦌", followers: 85_000 },
    ]);
    await expect(call(bench.as(member), "creator separate", { creator: merged })).rejects.toMatchObject({
      code: "old-card",
    });
    await shareList(bench, member, "c.csv", list("小鹿🦌,deer9,86000,1,1,,上海"));
    expect(await query("select 1 from seedbed.import_questions where answer is null")).toEqual([]);
    expect(await query("select distinct creator_id from seedbed.vettings")).toHaveLength(2);
  });

  test("taken back: a profile id, an entry of a shortlist and what was set return to their owner", async () => {
    const member = await maya();
    const header = "昵称,小红书号,主页链接,粉丝数,城市";
    const link = `https://www.xiaohongshu.com/user/profile/${ID}`;
    await shareList(bench, member, "a.csv", `${header}\n小鹿,deer1,,82000,上海`);
    bench.setNow("2026-11-24T02:00:00Z");
    await shareList(bench, member, "b.csv", `${header}\n小鹿🦌,deer9,${link},85000,上海`);
    const { id } = (await newest(bench, "import-questions")) ?? { id: "" };
    const creators = "select * from seedbed.creators order by created_at, id";
    const before = await query<{ id: string; platform_id: string | null }>(creators);
    bench.setNow("2026-11-25T02:00:00Z");
    await call(bench.as(member), "import answer", { import: id, ...answer(true) });
    expect((await query<{ platform_id: string | null }>(creators)).map((one) => one.platform_id)).toEqual([
      ID,
      null,
    ]);
    await call(bench.as(member), "creator separate", { creator: before[1]?.id ?? "" });
    expect(await query(creators)).toEqual(before);
  });

  test("not the same: they stay two, and are not asked about again", async () => {
    const { member, id } = await twoCreators();
    const before = await newest(bench, "import-result");
    await call(bench.as(member), "import answer", { import: id, ...answer(false) });
    expect(await newest(bench, "import-result")).toEqual(before);
    await shareList(bench, member, "c.csv", list("小鹿🦌,deer9,86000,1,1,,上海"));
    expect(await query("select distinct creator_id from seedbed.vettings")).toHaveLength(2);
    expect(await query("select 1 from seedbed.import_questions")).toHaveLength(1);
  });

  test("both with work in one campaign: refused, and nothing is changed", async () => {
    const { member, id, kept, merged } = await twoCreators();
    const { db } = bench.store;
    await inTransaction(db, async (tx) => {
      await tx.$client.query(
        `insert into seedbed.campaigns (id, name, brand, product, category, target_gender, tier_scheme, launch_on, zone, currency, brief, created_by, created_at)
         values ('cam1', 'X', 'B', 'P', 'beauty', 'female', 'T4', '2026-12-20', 'Asia/Shanghai', 'CNY', '{}', $1, now())`,
        [member.id],
      );
      for (const creator of [kept, merged])
        await tx.$client.query(
          `insert into seedbed.slots (id, campaign_id, creator_id, post_on, post_time, zone, wave, revision, set_by, set_at)
           values ($1, 'cam1', $2, '2026-12-10', '20:00', 'Asia/Shanghai', 'seeding', 1, $3, now())`,
          [`slot-${creator}`, creator, member.id],
        );
    });
    await expect(
      call(bench.as(member), "import answer", { import: id, ...answer(true) }),
    ).rejects.toMatchObject({ code: "both-at-work" });
    expect(await query("select distinct creator_id from seedbed.vettings")).toHaveLength(2);
    expect(await newest(bench, "import-questions")).toMatchObject({ open: 1 });
  });
});
