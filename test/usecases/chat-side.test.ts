/** Whose a group is: with two agencies, prices go into the group of the one that somebody named, and nowhere else. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Where } from "../../src/chat/inbound.ts";
import type { TemplateInput } from "../../src/chat/template-data.ts";
import { rememberChat } from "../../src/store/chats.ts";
import type { Member } from "../../src/store/people.ts";
import { recordSent } from "../../src/store/sending.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press, type } from "./calls.ts";

const LARK: Partial<Where> = { platform: "lark", chat: "oc_1", chatKind: "group" };
const OWN: Partial<Where> = { platform: "lark", chat: "oc_2", chatKind: "group" };

let bench: Bench;
let maya: Member;
let dana: Member;
let lin: Member;
let wu: Member;

beforeEach(async () => {
  bench = await createBench();
  const seenAt = bench.ctx.clock.now();
  const chat = { language: "en", zone: "UTC", seenAt } as const;
  await rememberChat(bench.store.db, { ...chat, platform: "slack", chatId: "C1", name: "#spring-launch" });
  await rememberChat(bench.store.db, { ...chat, platform: "lark", chatId: "oc_1", name: "春季种草群" });
  await rememberChat(bench.store.db, { ...chat, platform: "lark", chatId: "oc_2", name: "星河对接群" });
  maya = await bench.addMember("Maya", "marketer");
  dana = await bench.addMember("Dana", "admin");
  lin = await bench.addMember("Lin", "partner", { agency: "蓝鲸", platforms: ["lark"] });
  wu = await bench.addMember("Wu", "partner", { agency: "星河", platforms: ["lark"] });
  await type(
    bench.as(maya),
    "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2027-03-08 lark=春季种草群",
  );
  await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
  const vetting = (await lanes("vet-card")).at(-1)?.data as TemplateInput<"vet-card">;
  await press(bench.as(maya), { command: "shortlist add", input: { vetting: vetting.vettingId } });
});

afterEach(() => bench.close());

async function lanes(template: string) {
  return (await bench.outbox()).filter((row) => row.template === template && row.kind === "post");
}

const goesTo = async (template: string) => (await lanes(template)).map(({ lane }) => lane);

async function submitAs(member: Member, where: Partial<Where>): Promise<string[]> {
  const before = (await lanes("list-card")).length;
  await type(
    bench.as(member, { ...where, chatKind: "direct", chat: "oc_p" }),
    "outreach 小鹿护肤 price=3000",
  );
  await type(bench.as(member, where), "提报");
  return (await goesTo("list-card")).slice(before);
}

describe("a group that somebody said is an agency's", () => {
  it("gets that agency's lists, and the other's stay private", async () => {
    await type(bench.as(dana), "campaign side 星河 chat=春季种草群");
    expect(await submitAs(wu, LARK)).toEqual(["slack:C1", "lark:oc_1"]);
    expect(await submitAs(lin, LARK)).toEqual(["slack:C1", "lark:@lark-Lin"]);
  });

  it("gets a list that was submitted there although the campaign's group is another", async () => {
    await type(bench.as(dana), "campaign side 星河 chat=星河对接群");
    expect(await submitAs(wu, OWN)).toEqual(["slack:C1", "lark:oc_2"]);
    const own = (await lanes("list-card")).at(-1)?.data;
    expect(own).toMatchObject({ view: "own", brand: null });
  });

  it("gets quotes without rebates, which follow privately", async () => {
    await type(bench.as(dana), "campaign side 星河 chat=星河对接群");
    await type(bench.as(wu, OWN), "outreach 小鹿护肤 price=3000 rebate=10%");
    const boards = (await lanes("outreach")).map(({ lane, destination, data }) => {
      const [quote] = (data as TemplateInput<"outreach">).quotes;
      return [lane, destination.onlyFor, quote?.rebate, quote?.cost?.total.amount];
    });
    // 3,000 and 10% for the platform, less 10% where the rebate is known
    expect(boards).toEqual([
      ["lark:oc_2", undefined, null, 330_000],
      ["lark:oc_2", "lark-Wu", 0.1, 300_000],
    ]);
  });

  it("is answered privately where the one who asks knows more than the group may", async () => {
    await type(bench.as(dana), "campaign side 星河 chat=星河对接群");
    for (const [member, place] of [
      [lin, LARK],
      [wu, OWN],
    ] as const)
      await type(bench.as(member, place), "outreach 小鹿护肤 price=3000");
    await type(bench.as(maya, { platform: "lark", chat: "oc_2" }), "outreach");
    const last = (await lanes("outreach")).at(-1);
    expect(last?.destination.onlyFor).toBe("lark-Maya");
    expect(last?.data).toMatchObject({ quotes: [{ agency: "蓝鲸" }, { agency: "星河" }] });
  });
});

describe("a channel that an agency joins", () => {
  it("learns nothing more from the brand's cards that stand there", async () => {
    await submitAs(lin, LARK);
    const [brand] = await lanes("list-card");
    for (const row of await bench.outbox())
      await recordSent(bench.store.db, row.id, { chat: row.lane, id: row.id }, bench.ctx.clock.now());
    await type(bench.as(dana), "campaign side 蓝鲸 chat=spring-launch");
    await type(bench.as(maya), "campaign terms budget=98765");
    expect((await bench.outbox()).filter(({ target }) => target === brand?.id)).toEqual([]);
    await type(bench.as(maya), "shortlist lists");
    const shown = (await lanes("list-card")).findLast(({ lane }) => lane === "slack:C1");
    expect(shown?.data).toMatchObject({ view: "own", brand: null });
  });

  it("is the brand's again once that is taken back", async () => {
    await submitAs(lin, LARK);
    await type(bench.as(dana), "campaign side 蓝鲸 chat=spring-launch");
    await type(bench.as(dana), "campaign side 未定 chat=spring-launch");
    await type(bench.as(maya), "shortlist lists");
    const shown = (await lanes("list-card")).findLast(({ lane }) => lane === "slack:C1");
    expect(shown?.data).toMatchObject({ view: "brand" });
  });
});

describe("saying it", () => {
  it("takes the group of the call, and refuses private chats, strangers' agencies and agencies' people", async () => {
    await type(bench.as(dana, LARK), "campaign side 蓝鲸");
    expect((await lanes("chat-side"))[0]?.data).toEqual({
      platform: "lark",
      chat: "春季种草群",
      agency: "蓝鲸",
    });
    const direct = bench.as(dana, { chatKind: "direct" });
    await expect(type(direct, "campaign side 蓝鲸")).rejects.toMatchObject({
      details: { problem: "which-group" },
    });
    await expect(type(bench.as(dana), "campaign side 蓝鲸 chat=没这个群")).rejects.toMatchObject({
      code: "unknown-chat",
    });
    await expect(type(bench.as(dana), "campaign side 蓝鲸鱼")).rejects.toMatchObject({
      details: { problem: "no-agency", names: "星河 / 蓝鲸" },
    });
    const boss = await bench.addMember("Boss", "admin", { agency: "蓝鲸", platforms: ["lark"] });
    await expect(type(bench.as(boss, LARK), "campaign side brand")).rejects.toMatchObject({
      code: "brand-only",
    });
  });

  it("offers the groups and the agencies, with the group of the call chosen", async () => {
    const form = await formOf(bench.as(dana), { command: "campaign side", input: {} });
    expect(form.fields).toMatchObject([
      { initial: "slack:C1", choices: ["slack:C1", "lark:oc_2", "lark:oc_1"].map((value) => ({ value })) },
      { choices: ["brand", "星河", "蓝鲸", "unsaid"].map((value) => ({ value })) },
    ]);
  });
});
