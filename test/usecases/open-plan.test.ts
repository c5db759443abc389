/** A payment plan that the brand made before the pass: whose it is once the creator is passed on an agency's list. */
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import type { Where } from "../../src/chat/inbound.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { money } from "../../src/domain/money.ts";
import { isPlannedFor } from "../../src/domain/payments.ts";
import type { Member } from "../../src/store/people.ts";
import { recordSent } from "../../src/store/sending.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { press, type } from "./calls.ts";
import { goTo } from "./clock.ts";

const LARK: Partial<Where> = { platform: "lark", chat: "oc_x", chatKind: "direct" };

let bench: Bench;
let maya: Member;
let jonas: Member;
let lin: Member;
let xu: Member;
let yan: Member;

/** Monday 23 November 2026, 10:00 in Shanghai. */
beforeEach(async () => {
  bench = await createBench("2026-11-23T02:00:00Z");
  maya = await bench.addMember("Maya", "marketer");
  jonas = await bench.addMember("Jonas", "manager");
  const ofX = { agency: "蓝鲸", platforms: ["lark"], zone: "Asia/Shanghai" } as const;
  lin = await bench.addMember("Lin", "partner", ofX);
  xu = await bench.addMember("Xu", "manager", ofX);
  yan = await bench.addMember("Yan", "manager", { ...ofX, agency: "星河" });
  await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-20");
  await type(bench.as(lin, LARK), "vet 小鹿护肤 followers=82k");
  const vetting = (await posts("vet-card")).at(-1)?.data.vettingId ?? "";
  await press(bench.as(lin, LARK), { command: "shortlist add", input: { vetting } });
  await type(bench.as(lin, LARK), "outreach 小鹿护肤 state=asked price=3000");
  await type(bench.as(lin, LARK), "提报");
});
afterEach(() => bench.close());

async function posts<Name extends TemplateName>(template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template);
  return rows.map((row) => ({ ...row, data: row.data as TemplateInput<Name> }));
}

/** Only cards that were sent are drawn anew. */
async function sendAll(): Promise<void> {
  for (const row of await bench.outbox())
    await recordSent(bench.store.db, row.id, { chat: row.lane, id: row.id }, bench.ctx.clock.now());
}

async function planOfCard(): Promise<{ creator: string; campaign: string }> {
  const data = (await posts("payment-plan")).at(-1)?.data;
  return { creator: data?.creator.id ?? "", campaign: data?.campaign.id ?? "" };
}

const plan = (total: string) =>
  type(bench.as(maya), `pay 小鹿护肤 ${total} first=2026-12-01 second=2026-12-08`);
async function decide(decision: string, price?: string) {
  const list = (await posts("list-card")).findLast(({ data }) => data.view === "brand")?.data;
  if (list === undefined) throw new Error("No list was sent.");
  const call = { command: "shortlist decide", input: { list: list.id, seen: list.seen } };
  await press(bench.as(jonas), call, { rows: "1", decision, ...(price === undefined ? {} : { price }) });
}
const seesPlan = (member: Member) =>
  type(bench.as(member, LARK), "pay 小鹿护肤").then(
    () => true,
    () => false,
  );

describe("the brand's plan", () => {
  it("over what is passed later is the agency's from then on, in nudges and digest too", async () => {
    await plan("3000");
    expect([await seesPlan(xu), await seesPlan(yan)]).toEqual([false, false]);
    await sendAll();
    await decide("pass");
    expect([await seesPlan(xu), await seesPlan(yan), await seesPlan(jonas)]).toEqual([true, false, true]);
    await type(bench.as(xu, LARK), "digest");
    expect((await posts("digest")).at(-1)?.data.money).toMatchObject([{ planned: { amount: 300_000 } }]);
    await goTo(bench, "2026-12-01T12:00:00Z");
    const nudged = new Set((await posts("payment-nudge")).map(({ lane }) => lane));
    expect([...nudged].toSorted()).toEqual(["lark:@lark-Xu", "slack:@slack-Jonas"]);
  });

  it("is drawn anew where the brand saw it first", async () => {
    await plan("3000");
    await sendAll();
    await decide("pass");
    const part = (await posts("payment-plan")).at(-1)?.data.parts[0];
    await press(bench.as(jonas), { command: "pay paid", input: { milestone: part?.id ?? "" } });
    const drawn = (await posts("payment-plan")).filter(
      ({ kind, lane }) => kind === "update" && lane === "slack:C1",
    );
    expect(drawn.at(-1)?.data.parts.map(({ state }) => state)).toEqual(["paid", "planned"]);
  });

  it("over another sum stays the brand's until the brand asks for it again", async () => {
    await plan("2500");
    await decide("pass");
    expect([await seesPlan(xu), await seesPlan(jonas)]).toEqual([false, true]);
    await plan("2500");
    expect([await seesPlan(xu), await seesPlan(yan), await seesPlan(jonas)]).toEqual([true, false, true]);
  });

  it("says that the brand alone reads it until the pass, and that both do from then on", async () => {
    await plan("3000");
    expect((await posts("payment-plan")).at(-1)?.data.seenBy).toEqual({ side: "not-passed", agency: "" });
    await sendAll();
    await decide("pass");
    const both = { side: "both", agency: "蓝鲸" };
    const drawn = (await posts("payment-plan"))
      .slice(1)
      .map(({ kind, lane, data }) => [kind, lane, data.seenBy]);
    expect(drawn).toEqual([
      ["update", "slack:C1", both],
      ["post", "lark:@lark-Xu", both],
    ]);
  });

  it("over another sum: whoever made it learns so at the pass, and shares it by a click", async () => {
    await plan("2500");
    await sendAll();
    await decide("pass");
    const told = (await posts("payment-plan")).at(-1);
    expect([told?.kind, told?.lane, told?.data.seenBy]).toEqual([
      "post",
      "slack:@slack-Maya",
      { side: "other-sum", agency: "蓝鲸" },
    ]);
    const share = { command: "pay share", input: await planOfCard() };
    for (const other of [xu, yan])
      await expect(press(bench.as(other, LARK), share)).rejects.toMatchObject({ code: "old-card" });
    await press(bench.as(maya), share);
    expect([await seesPlan(xu), await seesPlan(yan), await seesPlan(jonas)]).toEqual([true, false, true]);
    expect((await posts("payment-plan")).some(({ lane }) => lane === "lark:@lark-Xu")).toBe(true);
    await expect(press(bench.as(maya), share)).rejects.toMatchObject({ code: "old-card" });
  });

  it("cannot be shared while nobody is passed", async () => {
    await plan("2500");
    const share = { command: "pay share", input: await planOfCard() };
    await expect(press(bench.as(maya), share)).rejects.toMatchObject({ code: "old-card" });
  });

  it("counts the price that was agreed at the pass", async () => {
    await plan("2800");
    await decide("pass", "2800");
    expect(await seesPlan(xu)).toBe(true);
  });

  it("stays the brand's while the creator is not passed", async () => {
    await plan("3000");
    await decide("reserve");
    expect(await seesPlan(xu)).toBe(false);
  });
});

test.each<[string, number, [string, number, "CNY" | "USD"][], boolean]>([
  ["nothing passed", 3_000, [], false],
  ["one price", 3_000, [["image", 3_000, "CNY"]], true],
  ["another price", 2_999, [["image", 3_000, "CNY"]], false],
  ["another currency", 3_000, [["image", 3_000, "USD"]], false],
  [
    "one of two",
    3_000,
    [
      ["image", 3_000, "CNY"],
      ["video", 5_000, "CNY"],
    ],
    true,
  ],
  [
    "both",
    8_000,
    [
      ["image", 3_000, "CNY"],
      ["video", 5_000, "CNY"],
    ],
    true,
  ],
  [
    "passed again at another price",
    3_000,
    [
      ["image", 3_000, "CNY"],
      ["image", 3_300, "CNY"],
    ],
    false,
  ],
])("a plan is over what was passed: %s", (_, total, passed, isSo) => {
  const prices = passed.map(([format, amount, currency]) => ({ format, price: money(amount, currency) }));
  expect(isPlannedFor(money(total, "CNY"), prices)).toBe(isSo);
});
