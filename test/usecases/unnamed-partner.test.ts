/** Partners whose agency nobody named: each is a side alone, and what they noted is their agency's once it is named. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Where } from "../../src/chat/inbound.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { type Member, memberById } from "../../src/store/people.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { press, type } from "./calls.ts";

const LARK: Partial<Where> = { platform: "lark", chat: "oc_1", chatKind: "group" };

let bench: Bench;
let maya: Member;
let ana: Member;
let bo: Member;
beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "admin", { platforms: ["slack", "lark"] });
  ana = await bench.addMember("Ana", "partner", { platforms: ["lark"] });
  bo = await bench.addMember("Bo", "partner", { platforms: ["lark"] });
  await type(direct(maya), "campaign 春季种草 brand=Acme product=面霜 category=beauty launch=2027-03-08");
  await type(direct(maya), "vet 小鹿护肤 followers=82k reads=41000");
});
afterEach(() => bench.close());

const direct = (member: Member) => bench.as(member, { chatKind: "direct" });

async function newest<Name extends TemplateName>(template: Name): Promise<TemplateInput<Name>> {
  const row = (await bench.outbox()).findLast((one) => one.template === template);
  if (row === undefined) throw new Error(`No ${template} was sent.`);
  return row.data as TemplateInput<Name>;
}

async function boardOf(member: Member): Promise<number[]> {
  await type(direct(member), "outreach");
  const { quotes } = await newest("outreach");
  return quotes.map(({ price }) => (price?.amount ?? 0) / 100).toSorted((a, b) => a - b);
}

async function pricesOn(member: Member): Promise<number[]> {
  await type(direct(member), "creator 小鹿护肤");
  const { quotes } = await newest("creator-card");
  return quotes.map(({ price }) => price.amount / 100).toSorted((a, b) => a - b);
}

test("quotes in outreach: the brand reads all, each partner reads their own", async () => {
  await type(direct(maya), "outreach 小鹿护肤 state=asked price=2900");
  await type(direct(ana), "outreach 小鹿护肤 state=asked price=3100");
  await type(direct(bo), "outreach 小鹿护肤 state=asked price=3300");
  expect(await boardOf(maya)).toEqual([2900, 3100, 3300]);
  expect((await newest("outreach")).quotes.map(({ agency }) => agency)).toEqual(["", "", ""]);
  expect(await boardOf(ana)).toEqual([3100]);
  expect(await boardOf(bo)).toEqual([3300]);
});

test("a quote in a vetting is the partner's and the brand's, and counts for nobody else", async () => {
  await type(direct(ana), "vet 小鹿护肤 quote=3100");
  expect(await pricesOn(maya)).toEqual([3100]);
  expect(await pricesOn(ana)).toEqual([3100]);
  expect(await pricesOn(bo)).toEqual([]);
  await type(direct(bo), "vet 小鹿护肤");
  const { report } = await newest("vet-card");
  expect(JSON.stringify(report.price)).not.toContain("310000");
  expect(report.price?.quote ?? null).toBeNull();
});

test("in a group on Lark nobody sees a partner's price, nor the brand's own payments", async () => {
  await type(direct(ana), "vet 小鹿护肤 quote=3100");
  await type(bench.as(maya, LARK), "creator 小鹿护肤");
  expect((await newest("creator-card")).quotes).toEqual([]);
  await type(bench.as(maya, LARK), "pay 小鹿护肤 total=6000");
  const plan = (await bench.outbox()).findLast((row) => row.template === "payment-plan");
  expect(plan?.destination).toMatchObject({ onlyFor: "lark-Maya" });
});

test("two who submit one creator: the brand tells them apart by name", async () => {
  await bench.addMember("Jonas", "manager");
  for (const [member, price] of [
    [ana, 3100],
    [bo, 3300],
  ] as const) {
    await type(direct(member), "vet 小鹿护肤 followers=82k");
    const { vettingId } = await newest("vet-card");
    await press(direct(member), { command: "shortlist add", input: { vetting: vettingId } });
    await type(direct(member), `outreach 小鹿护肤 state=asked price=${price}`);
    await type(direct(member), "提报");
  }
  const cards = (await bench.outbox()).filter((row) => row.template === "list-card");
  const datas = cards.map((row) => row.data as TemplateInput<"list-card">);
  expect(datas.findLast(({ view }) => view === "brand")?.brand?.rivals).toEqual([
    { creator: "小鹿护肤", agency: "Ana", price: { amount: 310_000, currency: "CNY" } },
  ]);
  expect(datas.every(({ agency }) => agency === "")).toBe(true);
});

test.each([
  ["the partner's", 3200, ["wu", "ana"], { price: 3200, state: "asked" }],
  ["the agency's", 3400, ["ana", "wu"], { price: 3400, state: "held" }],
] as const)(
  "of the same offer noted on both sides, the last one counts: %s",
  async (_, last, order, counts) => {
    const wu = await bench.addMember("Wu", "partner", { agency: "星河" });
    const lines = {
      ana: "outreach 小鹿护肤 state=asked price=3200",
      wu: "outreach 小鹿护肤 state=held price=3400 rebate=10% until=2026-12-10",
    };
    for (const [index, who] of order.entries()) {
      bench.setNow(`2026-11-23T0${index + 3}:00:00Z`);
      await type(direct(who === "wu" ? wu : ana), lines[who]);
    }
    await type(direct(ana), "outreach 小鹿护肤 state=asked price=5000 format=video");
    await type(direct(maya), `people add ${ana.email ?? ""} role=partner agency=星河`);
    const named = (await memberById(bench.store.db, ana.id)) ?? ana;
    for (const member of [named, wu, maya]) expect(await boardOf(member)).toEqual([last, 5000]);
    await type(direct(wu), "outreach");
    const image = (await newest("outreach")).quotes.find(({ format }) => format === "image");
    expect({ price: (image?.price?.amount ?? 0) / 100, state: image?.state }).toEqual(counts);
    // what the later one did not say stays
    expect(image?.rebate).toBeCloseTo(0.1);
    expect(await boardOf(bo)).toEqual([]);
  },
);

test("once the agency is named, all of it is the agency's", async () => {
  const wu = await bench.addMember("Wu", "partner", { agency: "星河" });
  await type(direct(ana), "vet 小鹿护肤 quote=3100");
  await type(direct(ana), "outreach 小鹿护肤 state=asked price=3200");
  await type(direct(bo), "vet 小鹿护肤 followers=83k");
  expect([await boardOf(wu), await pricesOn(wu)]).toEqual([[], []]);
  await type(direct(maya), `people add ${ana.email ?? ""} role=partner agency=星河`);
  const named = (await memberById(bench.store.db, ana.id)) ?? ana;
  for (const member of [named, wu]) {
    expect(await boardOf(member)).toEqual([3200]);
    expect(await pricesOn(member)).toEqual([3100, 3200]);
  }
  expect([await boardOf(bo), await pricesOn(bo)]).toEqual([[], []]);
  const { rows } = await bench.store.pool.query(
    "select 1 from seedbed.vettings where facts::text like '%@mem%'",
  );
  expect(rows).toEqual([]);
});
