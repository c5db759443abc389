/** What waits on whom, and which changes bring an opened home up to date. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TemplateInput } from "../../src/chat/template-data.ts";
import type { Member } from "../../src/store/people.ts";
import { openHome } from "../../src/usecases/home/show-home.ts";
import { linesOf } from "../support/card-text.ts";
import { call, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { draw } from "../templates/cases.ts";
import { formOf, press, type } from "./calls.ts";

type Home = TemplateInput<"home">;

let bench: Bench;
let maya: Member;
let jonas: Member;
let priya: Member;
let lin: Member;

/** Monday 23 November 2026, 10:00 in Shanghai, 03:00 in Berlin. */
beforeEach(async () => {
  bench = await createBench("2026-11-23T02:00:00Z");
  maya = await bench.addMember("Maya", "marketer");
  jonas = await bench.addMember("Jonas", "manager");
  priya = await bench.addMember("Priya", "finance", { zone: "Europe/London" });
  lin = await bench.addMember("Lin", "partner", {
    platforms: ["lark"],
    language: "zh-CN",
    zone: "Asia/Shanghai",
  });
  await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09");
  for (const name of ["小鹿护肤", "阿禾"]) await type(bench.as(maya), `vet ${name} followers=82k`);
});

afterEach(() => bench.close());

async function homeOf(member: Member): Promise<Home> {
  await type(bench.as(member), "home");
  const data = (await bench.outbox()).findLast(
    ({ template, kind }) => template === "home" && kind === "post",
  );
  return data?.data as Home;
}

/** What waits on a member, as kinds with creators. */
async function waitsOn(member: Member): Promise<Record<string, string[]>> {
  const { review, revise, payments, holds = [], late, links } = await homeOf(member);
  const kinds = { review, revise, payments, holds, late, links };
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, rows]) =>
      rows.length === 0 ? [] : [[kind, rows.map(({ creator }) => creator.name)]],
    ),
  );
}

const homes = async () => (await bench.outbox()).filter(({ kind }) => kind === "home");

describe("lists that wait for whoever shared them", () => {
  it("are there with what they ask, until it is answered; others do not see them", async () => {
    const header = "昵称,小红书号,粉丝数,图文报价";
    await shareList(bench, maya, "报价.csv", `${header}\n阿布,abu1,82000,30000000`);
    await shareList(bench, maya, "wide.csv", "谁,多大\n阿布,82000");
    const [asks, wide, ...more] = (await homeOf(maya)).imports ?? [];
    expect([asks, wide, more]).toMatchObject([
      { fileName: "报价.csv", questions: 1, from: null },
      { fileName: "wide.csv", questions: 0, from: 0 },
      [],
    ]);
    expect((await homeOf(jonas)).imports).toEqual([]);
    const ctx = bench.as(maya);
    await openHome({ ctx });
    const published = async () => (await homes()).at(-1)?.data as { version: number };
    const before = (await published()).version;
    await call(ctx, "import answer", { import: asks?.id ?? "", questions: "2:price", a0: "yes" });
    expect((await published()).version).toBeGreaterThan(before);
    expect((await homeOf(maya)).imports).toMatchObject([{ id: wide?.id }]);
    const meanings = { from: "0", said: "yes", c0: "name", c1: "followers" };
    await call(ctx, "import columns", { import: wide?.id ?? "", ...meanings });
    expect((await homeOf(maya)).imports).toEqual([]);
  });
});

describe("what it holds", () => {
  it("is friendly when nothing waits, and offers what the reader's role may do", async () => {
    const home = await homeOf(priya);
    expect(home).toMatchObject({
      campaigns: [{ name: "春日新品", daysLeft: 16, posted: 0, slots: 0, opens: false }],
      actions: ["vet", "help"],
    });
    const text = linesOf(draw({ template: "home", sample: { data: home } }, "en", "Europe/London")).join(
      "\n",
    );
    for (const part of ["All done: nothing waits on you.", "Nothing posts within 7 days."])
      expect(text).toContain(part);
    expect((await homeOf(maya)).actions).toEqual([
      "vet",
      "brief",
      "draft",
      "wave",
      "campaign",
      "digest",
      "help",
    ]);
  });

  it("gives a draft to those who may decide, and back to whoever submitted it", async () => {
    await type(bench.as(jonas), 'draft 小鹿护肤 text="换季泛红，这支面霜我用了三周"');
    bench.setNow("2026-11-25T02:00:00Z");
    expect(await waitsOn(lin)).toEqual({ review: ["小鹿护肤"] });
    expect((await homeOf(lin)).review[0]).toMatchObject({ version: 1, days: 2 });
    // nobody reviews their own draft, and a marketer reviews none
    expect(await waitsOn(jonas)).toEqual({});
    expect(await waitsOn(maya)).toEqual({});
    const card = (await bench.outbox()).find(({ template }) => template === "draft-card");
    const { draft } = (card?.data ?? {}) as Partial<TemplateInput<"draft-card">>;
    await press(
      bench.as(lin, { platform: "lark" }),
      { command: "draft changes", input: { draft: draft ?? "", version: 1 } },
      { comment: "标题太长" },
    );
    expect(await waitsOn(lin)).toEqual({});
    expect(await waitsOn(jonas)).toEqual({ revise: ["小鹿护肤"] });
  });

  it("shows a payment to those who may tick it off, from three days before it is due", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await type(bench.as(jonas), "pay 小鹿护肤 3000 first=2026-11-30");
    bench.setNow("2026-11-26T12:00:00Z");
    expect(await waitsOn(priya)).toEqual({});
    bench.setNow("2026-11-27T12:00:00Z");
    expect(await waitsOn(priya)).toEqual({ payments: ["小鹿护肤"] });
    // Jonas asked for it himself, and Priya can pay
    expect(await waitsOn(jonas)).toEqual({});
    bench.setNow("2026-12-02T12:00:00Z");
    expect((await homeOf(priya)).payments[0]).toMatchObject({ dueOn: "2026-11-30", daysLeft: -2 });
  });

  it("shows a hold to whoever holds the time, from three days before its end, until it is extended", async () => {
    await openHome({ ctx: bench.as(maya) });
    const published = async () => (await homes())[0]?.data as { version: number };
    const before = (await published()).version;
    await type(bench.as(lin, { platform: "lark" }), "锁档 小鹿护肤 进度=锁档 报价=3000 锁档到=2026-11-30");
    expect((await published()).version).toBeGreaterThan(before);
    expect(await waitsOn(lin)).toEqual({});
    bench.setNow("2026-11-27T02:00:00Z");
    expect(await waitsOn(lin)).toEqual({ holds: ["小鹿护肤"] });
    expect((await homeOf(lin)).holds?.[0]).toMatchObject({ format: "image", via: "", daysLeft: 3 });
    // an agency's hold is no business of the brand's
    for (const member of [maya, jonas]) expect(await waitsOn(member)).toEqual({});
    const home = await homeOf(lin);
    const lines = linesOf(draw({ template: "home", sample: { data: home } }, "zh-CN", "Asia/Shanghai"));
    expect(lines.join("\n")).toContain("1 个锁档快到期");
    const about = home.holds?.[0];
    await press(
      bench.as(lin, { platform: "lark" }),
      {
        command: "outreach set",
        input: { creator: about?.creator.id ?? "", campaign: about?.campaign.id ?? "", format: "image" },
      },
      { state: "held", until: "2026-12-08" },
    );
    expect(await waitsOn(lin)).toEqual({});
  });

  it("gives an undecided list to those who may decide, and shows who submitted it that it waits", async () => {
    await type(bench.as(lin, { platform: "lark" }), "vet 小鹿护肤 followers=83k");
    const vet = (await bench.outbox()).findLast(({ template }) => template === "vet-card");
    const { vettingId } = (vet?.data ?? {}) as Partial<TemplateInput<"vet-card">>;
    await press(bench.as(lin), { command: "shortlist add", input: { vetting: vettingId ?? "" } });
    await type(bench.as(lin, { platform: "lark" }), "outreach 小鹿护肤 price=3000");
    await openHome({ ctx: bench.as(maya) });
    const published = async () => (await homes())[0]?.data as { version: number };
    const before = (await published()).version;
    await type(bench.as(lin, { platform: "lark" }), "提报");
    expect((await published()).version).toBeGreaterThan(before);
    bench.setNow("2026-11-25T02:00:00Z");
    const waiting = { number: 1, campaign: { name: "春日新品" }, open: 1, days: 2 };
    for (const member of [maya, jonas])
      expect(await homeOf(member)).toMatchObject({ lists: [waiting], submitted: [] });
    expect(await homeOf(lin)).toMatchObject({ lists: [], submitted: [waiting] });
    expect(await homeOf(priya)).toMatchObject({ lists: [], submitted: [] });
    const home = await homeOf(maya);
    const text = linesOf(draw({ template: "home", sample: { data: home } }, "en", "UTC")).join("\n");
    expect(text).toContain("1 list to decide on, waiting up to 2 days");
    // the button opens that list
    const id = home.lists?.[0]?.id ?? "";
    await press(bench.as(maya), { command: "shortlist lists", input: { list: id } });
    const shown = (await bench.outbox()).findLast(({ template }) => template === "list-card");
    expect(shown?.data).toMatchObject({ id, view: "brand" });
    await press(
      bench.as(jonas),
      { command: "shortlist decide", input: { list: id } },
      { rows: "1", decision: "pass" },
    );
    for (const member of [maya, lin])
      expect(await homeOf(member)).toMatchObject({ lists: [], submitted: [] });
  });

  it("asks the person in charge instead of every partner", async () => {
    const wu = await bench.addMember("Wu", "partner", { platforms: ["lark"] });
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await type(bench.as(maya), "creator handover 小鹿护肤 to=Wu");
    bench.setNow("2026-12-08T13:00:00Z");
    expect(await waitsOn(wu)).toEqual({ late: ["小鹿护肤"] });
    expect(await waitsOn(lin)).toEqual({});
    expect(await waitsOn(jonas)).toEqual({ late: ["小鹿护肤"] });
  });

  it("asks whoever watches whether a creator has posted, then for the link", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await type(bench.as(maya), "wave 阿禾 2026-12-20 20:00");
    bench.setNow("2026-12-02T00:00:00Z");
    const { week } = await homeOf(priya);
    expect(week).toMatchObject([{ creator: { name: "小鹿护肤" }, at: "2026-12-08T12:00:00Z" }]);
    bench.setNow("2026-12-08T13:00:00Z");
    for (const member of [maya, jonas, lin]) expect(await waitsOn(member)).toEqual({ late: ["小鹿护肤"] });
    expect(await waitsOn(priya)).toEqual({});
    await type(bench.as(maya), "wave posted 小鹿护肤");
    expect(await waitsOn(lin)).toEqual({ links: ["小鹿护肤"] });
    expect((await homeOf(lin)).campaigns[0]).toMatchObject({ posted: 1, slots: 2 });
    await type(bench.as(maya), "wave posted 小鹿护肤 link=https://www.xiaohongshu.com/explore/66a1");
    expect(await waitsOn(lin)).toEqual({});
  });
});

describe("an opened home", () => {
  it("is one row a person, queued by its opening and by every change of anybody's open work", async () => {
    await openHome({ ctx: bench.as(jonas) });
    await openHome({ ctx: bench.as(jonas) });
    await openHome({ ctx: bench.as(priya) });
    expect((await homes()).map(({ lane, data }) => [lane, data])).toEqual([
      ["slack:home:slack-Jonas", { version: 2, shown: null }],
      ["slack:home:slack-Priya", { version: 1, shown: null }],
    ]);
    bench.woken.length = 0;
    await type(bench.as(maya), "help");
    await type(bench.as(maya), "vet 大橘 followers=82k");
    expect(bench.woken.filter((lane) => lane.includes(":home:"))).toEqual([]);
    await type(bench.as(maya), 'draft 小鹿护肤 text="换季泛红，这支面霜我用了三周"');
    expect(bench.woken.filter((lane) => lane.includes(":home:"))).toEqual([
      "slack:home:slack-Jonas",
      "slack:home:slack-Priya",
    ]);
    expect((await homes()).map(({ data }) => data)).toEqual([
      { version: 3, shown: null },
      { version: 2, shown: null },
    ]);
  });

  it("survives people who change things at the same moment", async () => {
    for (const member of [maya, jonas, priya]) await openHome({ ctx: bench.as(member) });
    const creators = ["小鹿护肤", "阿禾"];
    await Promise.all([
      ...creators.map((name) => type(bench.as(maya), `draft ${name} text="换季泛红 ${name}"`)),
      ...creators.map((name) => type(bench.as(jonas), `wave ${name} 2026-12-08 20:00`)),
      type(bench.as(priya), "settings language=zh zone=Asia/Shanghai"),
    ]);
    const rows = await homes();
    expect(rows.map(({ data }) => (data as { version: number }).version)).toEqual([6, 6, 6]);
  });
});

describe("a chat without a campaign", () => {
  const group = { platform: "lark", chat: "oc_new" } as const;

  it("is bound to a campaign that has none on this platform, once", async () => {
    const ctx = bench.as(lin, group);
    const form = await formOf(ctx, { command: "campaign bind", input: {} });
    expect(form.fields[0]).toMatchObject({ choices: [{ label: "春日新品" }] });
    await type(ctx, "campaign bind 春日新品");
    const { data, lane } = (await bench.outbox()).at(-1) ?? {};
    expect({ lane, data }).toMatchObject({ lane: "lark:oc_new", data: { name: "春日新品" } });
    await type(bench.as(lin, group), "campaign bind 春日新品");
    await expect(
      type(bench.as(lin, { ...group, chat: "oc_other" }), "campaign bind 春日新品"),
    ).rejects.toMatchObject({ code: "chat-bound" });
    await expect(formOf(ctx, { command: "campaign bind", input: {} })).rejects.toMatchObject({
      code: "no-campaign",
    });
  });

  it("is a group: a private chat is no place for a campaign", async () => {
    await expect(
      type(bench.as(lin, { ...group, chatKind: "direct" }), "campaign bind 春日新品"),
    ).rejects.toMatchObject({ code: "bad-input" });
  });
});
