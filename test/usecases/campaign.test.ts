/** Campaigns: started by a line or a form, shown, refused; and their shortlists. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { openCampaigns } from "../../src/store/campaigns.ts";
import { chatKnown, rememberChat } from "../../src/store/chats.ts";
import type { Member } from "../../src/store/people.ts";
import { audit } from "../../src/store/schema.ts";
import { termsOf } from "../../src/store/terms.ts";
import { understandEvent } from "../../src/usecases/intake/understand-event.ts";
import { scoreSettingsOf } from "../../src/usecases/vetting/score-settings.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press, type } from "./calls.ts";

const LINE = 'campaign 春日新品 brand="Acme Skin" product=面霜 category=beauty launch=2027-03-08';

let bench: Bench;
let maya: Member;

beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "marketer");
  const seenAt = bench.ctx.clock.now();
  const slack = { platform: "slack", language: "en", zone: "UTC", seenAt } as const;
  const lark = { platform: "lark", language: "zh-CN", zone: "Asia/Shanghai", seenAt } as const;
  await rememberChat(bench.store.db, { ...slack, chatId: "C1", name: "#spring-launch" });
  await rememberChat(bench.store.db, { ...slack, chatId: "C2", name: "#general" });
  await rememberChat(bench.store.db, { ...lark, chatId: "oc_1", name: "春季种草群" });
});

afterEach(() => bench.close());

async function cards<Name extends TemplateName>(template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template && row.kind === "post");
  return rows.map((row) => ({ ...row, data: row.data as TemplateInput<Name> }));
}

describe("a typed line", () => {
  it("starts a campaign in the channel it was typed in and the Lark chat it names", async () => {
    await type(bench.as(maya), `${LINE} lark=春季种草群 target=women scheme=T5`);

    const [campaign] = await openCampaigns(bench.store.db);
    expect(campaign).toMatchObject({
      name: "春日新品",
      brand: "Acme Skin",
      launchOn: "2027-03-08",
      targetGender: "female",
      tierScheme: "T5",
      currency: "CNY",
      zone: "Asia/Shanghai",
      slackChat: "C1",
      larkChat: "oc_1",
      createdBy: maya.id,
    });
    const sent = await cards("campaign-card");
    expect(sent.map(({ lane }) => lane)).toEqual(["slack:C1", "lark:oc_1"]);
    expect(sent.map(({ readerId }) => readerId)).toEqual([null, null]);
    expect(sent[0]?.data).toMatchObject({
      isNew: true,
      waves: [
        { wave: "seeding", from: "2027-02-22", to: "2027-03-06" },
        { wave: "burst", from: "2027-03-07", to: "2027-03-09" },
        { wave: "sustain", from: "2027-03-10", to: "2027-04-05" },
      ],
      chats: { slack: "#spring-launch", lark: "春季种草群" },
    });
    const rows = await bench.store.db.select().from(audit);
    expect(rows).toMatchObject([{ actor: maya.id, verb: "campaign.create", subject: campaign?.id }]);
  });

  it("keeps what must and must not be said for the briefs to come, in both languages", async () => {
    const said = 'mustEn="Apply at night" 必提点=晚上使用 mustNotEn="No cure" 禁提=不说治疗';
    await type(bench.as(maya), `${LINE} ${said}`);
    const [campaign] = await openCampaigns(bench.store.db);
    expect(campaign?.brief).toMatchObject({
      must: { en: "Apply at night", zh: "晚上使用" },
      mustNot: { en: "No cure", zh: "不说治疗" },
    });
  });

  it("holds all that a brief needs, so that one is complete without a word more", async () => {
    const said = 'goalEn="Honest notes" 目标=真实笔记 pointsEn=Soothes 卖点=舒缓';
    await type(bench.as(maya), `${LINE} ${said} mustEn="Apply at night" 必提点=晚上使用`);
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
    await type(bench.as(maya), "wave 小鹿护肤 2027-03-08");
    await type(bench.as(maya), "brief 小鹿护肤");
    const [card] = await cards("brief-card");
    const missing = card?.data.content.advice.filter(({ kind }) => kind === "missing");
    expect({ missing, incomplete: card?.data.content.incomplete }).toEqual({
      missing: [],
      incomplete: false,
    });
  });

  it("gives the bound channel the zone of whoever started the campaign", async () => {
    await type(bench.as(maya), LINE);
    expect((await chatKnown(bench.store.db, "slack", "C1"))?.zone).toBe("Europe/Berlin");
    expect((await chatKnown(bench.store.db, "slack", "C2"))?.zone).toBe("UTC");
  });

  it("understands Chinese names of inputs", async () => {
    await type(
      bench.as(maya),
      "项目 春日新品 品牌=Acme 产品=面霜 类目=美妆 上市=2027年3月8日 人群=不限 币种=美元",
    );
    expect(await openCampaigns(bench.store.db)).toMatchObject([
      { launchOn: "2027-03-08", targetGender: null, currency: "USD", larkChat: null },
    ]);
  });

  it("answers in private chats too, and to no other group", async () => {
    await type(bench.as(maya, { chat: "D1", chatKind: "direct" }), `${LINE} slack=spring-launch lark=none`);
    await type(bench.as(maya, { chat: "C2" }), `${LINE.replace("春日", "夏日")} slack=#spring-launch`);
    expect((await cards("campaign-card")).map(({ lane }) => lane)).toEqual([
      "slack:C1",
      "slack:@slack-Maya",
      "slack:C1",
      "slack:@slack-Maya",
    ]);
  });

  it("leaves out a platform that the bot is not connected to", async () => {
    const { lark: _, ...chats } = bench.ctx.chats;
    await type({ ...bench.as(maya), chats }, `${LINE} lark=春季种草群`);
    expect((await cards("campaign-card")).map(({ lane }) => lane)).toEqual(["slack:C1"]);
  });

  it("refuses a launch in the past, by Shanghai's calendar", async () => {
    bench.setNow("2027-03-08T16:30:00Z");
    await expect(type(bench.as(maya), LINE)).rejects.toMatchObject({
      code: "past-date",
      details: { date: "2027-03-08" },
    });
    bench.setNow("2027-03-08T15:30:00Z");
    await type(bench.as(maya), LINE);
    expect(await openCampaigns(bench.store.db)).toHaveLength(1);
  });

  it("asks for another name when one is taken, also when two people start it at once", async () => {
    const results = await Promise.allSettled([
      type(bench.as(maya), LINE),
      type(
        bench.as(maya),
        LINE.replace("春日新品", "春日 新品").replace("campaign", "campaign name=春日新品"),
      ),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(type(bench.as(maya), LINE)).rejects.toMatchObject({ code: "name-taken" });
    await expect(type(bench.as(maya), "campaign 春日新品 brand=Acme")).rejects.toMatchObject({
      code: "name-taken",
    });
    expect(await openCampaigns(bench.store.db)).toHaveLength(1);
  });

  it("refuses a chat that the bot is not in, and starts nothing", async () => {
    await expect(type(bench.as(maya), `${LINE} lark=别的群`)).rejects.toMatchObject({
      code: "unknown-chat",
      details: { text: "别的群" },
    });
    expect(await openCampaigns(bench.store.db)).toEqual([]);
  });

  it("is for admins, managers and marketers", async () => {
    const legal = await bench.addMember("Zhou", "legal");
    const event = {
      platform: "slack",
      eventKey: "e1",
      user: "slack-Zhou",
      where: { platform: "slack", chat: "C1", chatKind: "group" },
      body: { kind: "line", text: LINE, slash: true },
    } as const;
    expect(understandEvent(event, legal, bench.ctx.commands)).toMatchObject({ code: "not-allowed" });
    expect(understandEvent(event, maya, bench.ctx.commands)).toMatchObject({ kind: "run" });
  });
});

describe("the form", () => {
  it("opens for /campaign alone and preselects the chat of the call", async () => {
    const event = {
      platform: "lark",
      eventKey: "e1",
      user: "lark-Maya",
      where: { platform: "lark", chat: "oc_1", chatKind: "group" },
      body: { kind: "line", text: "/项目", slash: true },
    } as const;
    expect(understandEvent(event, maya, bench.ctx.commands)).toMatchObject({ kind: "ask" });

    const form = await formOf(bench.as(maya, event.where), {
      command: "campaign",
      input: { category: "护肤" },
    });
    const initial = Object.fromEntries(form.fields.map((field) => [field.name, field.initial]));
    expect(form.call).toEqual({ command: "campaign new", input: {} });
    expect(initial).toMatchObject({ slack: "none", lark: "oc_1", category: "beauty", scheme: "T4" });
    const slack = form.fields.find(({ name }) => name === "slack");
    expect(slack).toMatchObject({ choices: [{ value: "none" }, { value: "C2" }, { value: "C1" }] });
  });

  it("starts the campaign with what was filled in, without a Lark side if so chosen", async () => {
    const form = await formOf(bench.as(maya), { command: "campaign", input: {} });
    const initial = form.fields.flatMap(({ name, initial: value }) =>
      value === undefined ? [] : [[name, value]],
    );
    await press(bench.as(maya), form.call, {
      ...Object.fromEntries(initial),
      name: "春日新品",
      brand: "Acme",
      product: "面霜",
      category: "beauty",
      launch: "2027-03-08",
      pointsZh: "缓解紧绷\n30 秒吸收",
      goalEn: "Twenty honest notes",
    });
    expect(await openCampaigns(bench.store.db)).toMatchObject([
      {
        slackChat: "C1",
        larkChat: null,
        tierScheme: "T4",
        brief: { goal: { en: "Twenty honest notes" }, keyPoints: { zh: "缓解紧绷\n30 秒吸收" } },
      },
    ]);
  });

  it("asks the brand for the budget, and keeps it for the brand alone", async () => {
    const form = await formOf(bench.as(maya), { command: "campaign", input: {} });
    const required = {
      name: "春日新品",
      brand: "Acme",
      product: "面霜",
      category: "beauty",
      launch: "2027-03-08",
    };
    await press(bench.as(maya), form.call, { ...required, budget: "20万" });
    const [campaign] = await openCampaigns(bench.store.db);
    expect(await termsOf(bench.store.db, campaign?.id ?? "")).toMatchObject({ budgetAmount: 20_000_000 });
    expect(JSON.stringify(await cards("campaign-card"))).not.toMatch(/20_?000_?000|20万/u);

    const xu = await bench.addMember("Xu", "manager", { agency: "蓝鲸传播" });
    const theirs = await formOf(bench.as(xu), { command: "campaign", input: {} });
    expect(theirs.fields.map(({ name }) => name)).not.toContain("budget");
    await expect(
      press(bench.as(xu), form.call, { ...required, name: "夏日新品", budget: "20万" }),
    ).rejects.toMatchObject({ code: "brand-only" });
    expect(await openCampaigns(bench.store.db)).toHaveLength(1);
  });

  it("begins with what a campaign needs, in named groups", async () => {
    const { fields } = await formOf(bench.as(maya), { command: "campaign", input: {} });
    expect(fields.slice(0, 5).map(({ name }) => name)).toEqual([
      "brand",
      "product",
      "name",
      "category",
      "launch",
    ]);
    const empty = fields.slice(5).filter(({ required, initial }) => required && initial === undefined);
    expect(empty).toEqual([]);
    expect(fields.flatMap(({ heading }) => heading ?? [])).toHaveLength(3);
  });

  it("is offered for a new name that lacks the rest, with what was typed", async () => {
    await type(bench.as(maya), "campaign 春日新品 brand=Acme launch=2027/3/8 target=women");
    const [offer] = await cards("open-form");
    expect(offer?.data).toEqual({
      command: "campaign new",
      summary: { en: "Start a campaign", "zh-CN": "新建项目" },
      input: { name: "春日新品", brand: "Acme", launch: "2027-03-08", target: "female" },
      missing: [
        {
          name: "product",
          label: { en: "Product", "zh-CN": "产品" },
          typed: { en: "product", "zh-CN": "产品" },
        },
        {
          name: "category",
          label: { en: "Category", "zh-CN": "类目" },
          typed: { en: "category", "zh-CN": "类目" },
        },
      ],
    });
    const form = await formOf(bench.as(maya), { command: "campaign new", input: offer?.data.input ?? {} });
    expect(form.fields.find(({ name }) => name === "launch")?.initial).toBe("2027-03-08");
  });
});

describe("showing", () => {
  it("finds a campaign by its name or by its chat", async () => {
    await type(bench.as(maya), LINE);
    await type(bench.as(maya, { chat: "D1", chatKind: "direct" }), "campaign 春日新品");
    await type(bench.as(maya), "campaign show");
    const shown = (await cards("campaign-card")).slice(1);
    expect(shown.map(({ lane }) => lane)).toEqual(["slack:@slack-Maya", "slack:C1"]);
    expect(shown.map(({ data }) => data.isNew)).toEqual([false, false]);
  });
});

describe("the shortlist", () => {
  beforeEach(() => type(bench.as(maya), LINE));

  it("is empty at first", async () => {
    await type(bench.as(maya), "shortlist");
    expect((await cards("shortlist"))[0]?.data.rows).toEqual([]);
  });

  it("lists creators with tier, score and quote under the campaign's scheme, and is counted on the card", async () => {
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k likes=1900 saves=1100 quote=3000");
    const vetting = (await cards("vet-card"))[0]?.data.vettingId ?? "";
    await press(bench.as(maya), { command: "shortlist add", input: { vetting } });
    await press(bench.as(maya), { command: "shortlist add", input: { vetting } });
    await type(bench.as(maya), "名单 春日新品");
    expect((await cards("shortlist"))[0]?.data.rows).toMatchObject([
      {
        creator: "小鹿护肤",
        tier: "mid",
        followers: 82_000,
        quote: { amount: 300_000, currency: "CNY" },
        addedBy: { name: "Maya" },
      },
    ]);
    await type(bench.as(maya), "campaign show");
    expect((await cards("campaign-card")).at(-1)?.data.shortlisted).toBe(1);
  });

  it("shows a flag that a person set aside as set aside, and the others as they stand", async () => {
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k silence=61 competitor=yes");
    const vetting = (await cards("vet-card"))[0]?.data.vettingId ?? "";
    await press(bench.as(maya), { command: "shortlist add", input: { vetting } });
    await press(
      bench.as(maya),
      { command: "vet overrule", input: { vetting } },
      { flag: "F7", reason: "on leave" },
    );
    await type(bench.as(maya), "shortlist");
    expect((await cards("shortlist"))[0]?.data.rows).toMatchObject([
      {
        flags: [
          { id: "F7", severity: "medium", overruled: true },
          { id: "F9", severity: "high", overruled: false },
        ],
      },
    ]);
  });
});

describe("whom a campaign means", () => {
  it("is typed with ages and regions, shown on the card and judged by", async () => {
    await type(bench.as(maya), `${LINE} target=women ages=18~34岁 regions=上海，北京`);
    const [campaign] = await openCampaigns(bench.store.db);
    expect(scoreSettingsOf(campaign, bench.ctx.clock.now())).toMatchObject({
      targetGender: "female",
      targetAges: { from: 18, to: 34 },
      targetRegions: ["上海", "北京"],
    });
    expect((await cards("campaign-card"))[0]?.data).toMatchObject({ ages: "18-34", regions: "上海、北京" });

    await type(bench.as(maya), "vet 小鹿护肤 female=90%");
    const [vetted] = await cards("vet-card");
    expect(vetted?.data.missing?.map(({ input }) => input)).toEqual(
      expect.arrayContaining(["ageShares", "regionShares"]),
    );
  });
});
