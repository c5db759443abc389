/** A list from submission to the last decision: partial decisions, frozen prices, two deciders at once, late clicks. */

import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallRef, Part } from "../../src/chat/card.ts";
import type { Where } from "../../src/chat/inbound.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { rememberChat } from "../../src/store/chats.ts";
import { inTransaction } from "../../src/store/database.ts";
import type { Member } from "../../src/store/people.ts";
import { audit } from "../../src/store/schema.ts";
import { recordSent } from "../../src/store/sending.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { cardNow } from "../../src/usecases/delivery/card-now.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { draw } from "../templates/cases.ts";
import { formOf, press, type } from "./calls.ts";

const LARK: Partial<Where> = { platform: "lark", chat: "oc_1", chatKind: "group" };

let bench: Bench;
/** the brand's */
let maya: Member;
let jonas: Member;
/** the agency's */
let lin: Member;

beforeEach(async () => {
  bench = await createBench();
  const seenAt = bench.ctx.clock.now();
  const chat = { language: "en", zone: "UTC", seenAt } as const;
  await rememberChat(bench.store.db, { ...chat, platform: "slack", chatId: "C1", name: "#spring-launch" });
  await rememberChat(bench.store.db, { ...chat, platform: "lark", chatId: "oc_1", name: "春季种草群" });
  maya = await bench.addMember("Maya", "marketer");
  jonas = await bench.addMember("Jonas", "manager");
  lin = await bench.addMember("Lin", "partner", { agency: "蓝鲸", platforms: ["lark"], language: "zh-CN" });
  await type(
    bench.as(maya),
    "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2027-03-08 lark=春季种草群",
  );
});

afterEach(() => bench.close());

async function posts<Name extends TemplateName>(template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template);
  return rows.map((row) => ({ ...row, data: row.data as TemplateInput<Name> }));
}

/** The newest state of the list's card in one lane. */
async function card(lane: string): Promise<TemplateInput<"list-card">> {
  const data = (await posts("list-card")).findLast((row) => row.lane === lane)?.data;
  if (data === undefined) throw new Error(`No list was sent to ${lane}.`);
  return data;
}

const onSlack = () => card("slack:C1");
const onLark = () => card("lark:oc_1");
const decisions = async () => (await onSlack()).rows.map(({ decision }) => decision);

/** Puts creators on the shortlist, each with a quote of Lin's. */
async function shortlist(...creators: [name: string, price: number | null][]): Promise<void> {
  for (const [name, price] of creators) {
    await type(bench.as(lin, LARK), `vet ${name} followers=82k`);
    const vetting = (await posts("vet-card")).at(-1)?.data.vettingId ?? "";
    await press(bench.as(lin, LARK), { command: "shortlist add", input: { vetting } });
    if (price !== null) await type(bench.as(lin, LARK), `outreach ${name} state=asked price=${price}`);
  }
}

async function submitThree(): Promise<void> {
  await shortlist(["小鹿护肤", 3000], ["阿禾", 2000], ["Momo酱", 4500]);
  await type(bench.as(lin, LARK), "提报");
}

/** The call of the card's form, with what the card showed. */
async function decideAs(
  ctx: Ctx,
  values: { rows: string; decision: string; price?: string; comment?: string },
  shown?: TemplateInput<"list-card">,
): Promise<void> {
  const { id, seen } = shown ?? (await onSlack());
  await press(ctx, { command: "shortlist decide", input: { list: id, seen } }, values);
}

async function deliverAll(): Promise<void> {
  for (const row of await bench.outbox())
    await recordSent(bench.store.db, row.id, { chat: row.lane, id: row.id }, bench.ctx.clock.now());
}

function callsOf(data: TemplateInput<"list-card">): string[] {
  const drawn = draw({ template: "list-card", sample: { data } }, "en", "UTC");
  return drawn.body.flatMap((part: Part): string[] => {
    if (part.kind === "form") return [part.form.call.command];
    if (part.kind !== "actions") return [];
    return part.buttons.flatMap((button) => (button.kind === "call" ? [button.call.command] : []));
  });
}

describe("submitting", () => {
  it("shows the list in both chats: the brand's with its form, the agency's without", async () => {
    await submitThree();
    const [brand, own] = [await onSlack(), await onLark()];
    expect([brand.view, own.view]).toEqual(["brand", "own"]);
    expect(brand.rows.map(({ creator, price }) => [creator, price.amount])).toEqual([
      ["小鹿护肤", 300_000],
      ["阿禾", 200_000],
      ["Momo酱", 450_000],
    ]);
    expect(brand.deciders.map(({ name }) => name)).toEqual(["Maya", "Jonas"]);
    expect(callsOf(brand)).toEqual(["shortlist decide", "shortlist decide", "shortlist close"]);
    expect(callsOf(own)).toEqual([]);
  });

  it("takes lines with prices and reasons, and refuses a line about nobody", async () => {
    await shortlist(["小鹿护肤", 3000], ["小鹿", null]);
    await press(
      bench.as(lin, LARK),
      { command: "shortlist draft", input: {} },
      { lines: "小鹿护肤：2800，肤质匹配\n小鹿 1.2万 头部，报备" },
    );
    expect(
      (await onSlack()).rows.map(({ creator, price, reason }) => [creator, price.amount, reason]),
    ).toEqual([
      ["小鹿护肤", 280_000, "肤质匹配"],
      ["小鹿", 1_200_000, "头部，报备"],
    ]);
    const nobody = { command: "shortlist draft", input: {} };
    await expect(press(bench.as(lin, LARK), nobody, { lines: "大象 3000" })).rejects.toMatchObject({
      code: "unknown-rows",
      details: { text: "大象 3000" },
    });
  });

  it("opens its form with everybody and their prices", async () => {
    await shortlist(["小鹿护肤", 3000], ["阿禾", null]);
    const form = await formOf(bench.as(lin, LARK), { command: "shortlist draft", input: {} });
    expect(form.fields[0]?.initial).toBe("小鹿护肤 3000\n阿禾");
  });

  it("leaves out who has no price, and says whom", async () => {
    await shortlist(["小鹿护肤", 3000], ["阿禾", null]);
    await type(bench.as(lin, LARK), "提报");
    expect((await onSlack()).rows).toHaveLength(1);
    expect((await posts("list-note"))[0]?.data).toMatchObject({ done: 1, noPrice: ["阿禾"] });
  });

  it("submits nobody twice: not while undecided, not at the same price", async () => {
    await submitThree();
    const again = () => type(bench.as(lin, LARK), "提报");
    await expect(again()).rejects.toMatchObject({ code: "nothing-to-submit" });
    await decideAs(bench.as(jonas), { rows: "all", decision: "pass" });
    await expect(again()).rejects.toMatchObject({ code: "nothing-to-submit" });
  });

  it("makes one list of two submissions at once", async () => {
    await shortlist(["小鹿护肤", 3000]);
    const outcomes = await Promise.allSettled([
      type(bench.as(lin, LARK), "提报"),
      type(bench.as(lin, LARK), "提报"),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("deciding", () => {
  it("keeps partial decisions, each with its comment", async () => {
    await submitThree();
    await decideAs(bench.as(jonas), { rows: "1", decision: "pass" });
    await decideAs(bench.as(maya), { rows: "2-3", decision: "reserve", comment: "先看预算" });
    const { rows, passedSums } = await onSlack();
    expect(rows.map(({ decision, comment, decidedBy }) => [decision, comment, decidedBy?.name])).toEqual([
      ["pass", null, "Jonas"],
      ["reserve", "先看预算", "Maya"],
      ["reserve", "先看预算", "Maya"],
    ]);
    expect(passedSums).toEqual([{ amount: 300_000, currency: "CNY" }]);
    expect((await onLark()).rows.map(({ decision }) => decision)).toEqual(["pass", "reserve", "reserve"]);
  });

  it("refuses the agency's people and whoever submitted the list", async () => {
    await submitThree();
    const agencyManager = await bench.addMember("Wu", "manager", { agency: "蓝鲸" });
    const values = { rows: "1", decision: "pass" };
    await expect(decideAs(bench.as(agencyManager), values)).rejects.toMatchObject({ code: "brand-only" });
    await type(bench.as(maya), "outreach 小鹿护肤 state=asked price=2900");
    await type(bench.as(maya), "提报");
    await expect(decideAs(bench.as(maya), values)).rejects.toMatchObject({ code: "own-list" });
    await decideAs(bench.as(jonas), values);
    expect(await decisions()).toEqual(["pass"]);
  });

  it("lets the submitter decide who is the only one, and says so", async () => {
    await bench.close();
    bench = await createBench();
    const seenAt = bench.ctx.clock.now();
    await rememberChat(bench.store.db, {
      platform: "slack",
      chatId: "C1",
      name: "#one",
      language: "en",
      zone: "UTC",
      seenAt,
    });
    const only = await bench.addMember("Only", "marketer");
    await type(bench.as(only), "campaign One brand=A product=B category=beauty launch=2027-03-08");
    await type(bench.as(only), "vet 阿禾 followers=82k quote=2000");
    const vetting = (await posts("vet-card")).at(-1)?.data.vettingId ?? "";
    await press(bench.as(only), { command: "shortlist add", input: { vetting } });
    await type(bench.as(only), "shortlist submit");
    expect((await onSlack()).isOnlyDecider).toBe(true);
    await decideAs(bench.as(only), { rows: "1", decision: "pass" });
    expect(await decisions()).toEqual(["pass"]);
  });

  it("takes one of two decisions at once on a row, and tells the other", async () => {
    await submitThree();
    const shown = await onSlack();
    await Promise.all([
      decideAs(bench.as(jonas), { rows: "1", decision: "pass" }, shown),
      decideAs(bench.as(maya), { rows: "1", decision: "no" }, shown),
    ]);
    const [row] = (await onSlack()).rows;
    const winner = row?.decidedBy?.name;
    expect([row?.decision, winner]).toEqual(winner === "Jonas" ? ["pass", "Jonas"] : ["no", "Maya"]);
    const told = await posts("list-note");
    expect(told.map(({ data, destination }) => [destination.onlyFor, data.late])).toEqual([
      [
        winner === "Jonas" ? "slack-Maya" : "slack-Jonas",
        [{ position: 1, creator: "小鹿护肤", decision: row?.decision, by: winner }],
      ],
    ]);
  });

  it("takes the rest of a decision whose one row was decided meanwhile", async () => {
    await submitThree();
    const shown = await onSlack();
    await decideAs(bench.as(jonas), { rows: "2", decision: "no" }, shown);
    await decideAs(bench.as(maya), { rows: "rest", decision: "pass" }, shown);
    expect(await decisions()).toEqual(["pass", "no", "pass"]);
    expect((await posts("list-note"))[0]?.data).toMatchObject({
      done: 2,
      late: [{ position: 2, by: "Jonas" }],
    });
  });

  it("lets a decision be changed on the card as it is now, and keeps the first in the record", async () => {
    await submitThree();
    await decideAs(bench.as(jonas), { rows: "1", decision: "no" });
    await decideAs(bench.as(maya), { rows: "1", decision: "pass" });
    expect(await decisions()).toEqual(["pass", null, null]);
    const kept = (await bench.store.db.select().from(audit)).filter(({ verb }) => verb === "list.decide");
    expect(kept.map(({ actor, details }) => [actor, (details as { rows: object[] }).rows])).toEqual([
      [jonas.id, [expect.objectContaining({ before: null })]],
      [maya.id, [expect.objectContaining({ before: "no", passedAmount: 300_000 })]],
    ]);
  });

  it("names rows it cannot find, and takes another price for one row alone", async () => {
    await submitThree();
    for (const rows of ["4", "0", "1-9", "小鹿", "3-1"])
      await expect(decideAs(bench.as(jonas), { rows, decision: "pass" })).rejects.toMatchObject({
        code: "unknown-rows",
      });
    await expect(
      decideAs(bench.as(jonas), { rows: "1-2", decision: "pass", price: "2500" }),
    ).rejects.toMatchObject({ code: "bad-input" });
  });

  it("tells the submitter once when the last row is decided", async () => {
    await submitThree();
    await deliverAll();
    await decideAs(bench.as(jonas), { rows: "1-2", decision: "pass" });
    const lane = "lark:@lark-Lin";
    expect((await posts("list-card")).filter((row) => row.lane === lane)).toEqual([]);
    await decideAs(bench.as(jonas), { rows: "3", decision: "no" });
    await decideAs(bench.as(jonas), { rows: "3", decision: "reserve" });
    const own = (await posts("list-card")).filter((row) => row.lane === lane && row.kind === "post");
    expect(own).toHaveLength(1);
    expect(own[0]?.data.view).toBe("own");
  });
});

describe("a long list", () => {
  it("of fifty is decided in three steps, and its card is renewed as long as a row is open", async () => {
    await shortlist(
      ...Array.from({ length: 50 }, (_, index): [string, number] => [`博主${index + 1}号`, 1_000 + index]),
    );
    await type(bench.as(lin, LARK), "提报");
    const { id } = await onSlack();
    const waits = async (view: string) =>
      inTransaction(bench.store.db, async (tx) => {
        const shown = await cardNow(bench.ctx, tx, `list:${id}:${view}`, bench.ctx.clock.now());
        return [shown?.template, shown?.waits];
      });
    await decideAs(bench.as(jonas), { rows: "1-12", decision: "pass" });
    await decideAs(bench.as(jonas), { rows: "13-20, 31", decision: "reserve" });
    expect(await waits("own")).toEqual(["list-card", true]);
    await decideAs(bench.as(jonas), { rows: "其余", decision: "no", comment: "超预算" });
    expect(await waits("own")).toEqual(["list-card", false]);
    const { rows, funnel, advice } = await onSlack();
    const count = (wanted: string) => rows.filter(({ decision }) => decision === wanted).length;
    expect([count("pass"), count("reserve"), count("no")]).toEqual([12, 9, 29]);
    expect([funnel, advice]).toEqual([{ candidates: 50, vetted: 0, submitted: 50, passed: 12 }, []]);
  }, 60_000);
});

describe("the frozen price", () => {
  it("is what was agreed, and stays through changed decisions", async () => {
    await submitThree();
    await decideAs(bench.as(jonas), { rows: "1", decision: "pass", price: "2800" });
    await decideAs(bench.as(jonas), { rows: "1", decision: "reserve" });
    await expect(
      decideAs(bench.as(jonas), { rows: "1", decision: "pass", price: "2500" }),
    ).rejects.toMatchObject({ code: "price-frozen" });
    await decideAs(bench.as(jonas), { rows: "1", decision: "pass" });
    const [row] = (await onSlack()).rows;
    expect([row?.price.amount, row?.passedPrice?.amount]).toEqual([300_000, 280_000]);
  });

  it("does not follow a new quote: the difference is shown, and the creator may be submitted again", async () => {
    await submitThree();
    await decideAs(bench.as(jonas), { rows: "rest", decision: "pass" });
    bench.setNow("2026-11-24T02:00:00Z");
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 state=rechecked price=3500");
    const [row] = (await onSlack()).rows;
    expect([row?.passedPrice?.amount, row?.quotedSince?.amount]).toEqual([300_000, 350_000]);
    await type(bench.as(lin, LARK), "提报");
    const second = await onSlack();
    expect([second.number, second.rows.map(({ price }) => price.amount)]).toEqual([2, [350_000]]);
  });

  it("is refused in another currency", async () => {
    await submitThree();
    await expect(
      decideAs(bench.as(jonas), { rows: "1", decision: "pass", price: "USD 500" }),
    ).rejects.toMatchObject({ code: "currency-mismatch" });
  });
});

describe("money", () => {
  it("counts passed prices against the budget, other currencies apart, the later pass of a creator alone", async () => {
    await shortlist(["小鹿护肤", 3000], ["阿禾", 2000]);
    await type(bench.as(lin, LARK), "vet Momo酱 followers=82k");
    const vetting = (await posts("vet-card")).at(-1)?.data.vettingId ?? "";
    await press(bench.as(lin, LARK), { command: "shortlist add", input: { vetting } });
    await type(bench.as(lin, LARK), 'outreach Momo酱 state=asked price="USD 500"');
    await type(bench.as(lin, LARK), "提报");
    await type(bench.as(jonas), "campaign terms budget=1万 ceiling=2500");
    await decideAs(bench.as(jonas), { rows: "rest", decision: "pass" });
    bench.setNow("2026-11-24T02:00:00Z");
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 state=rechecked price=3500");
    await type(bench.as(lin, LARK), "提报");
    await decideAs(bench.as(jonas), { rows: "rest", decision: "pass" });
    expect((await onSlack()).brand).toMatchObject({
      budget: { amount: 1_000_000, currency: "CNY" },
      ceiling: { amount: 250_000, currency: "CNY" },
      spent: [
        { amount: 550_000, currency: "CNY" },
        { amount: 50_000, currency: "USD" },
      ],
      aboveCeiling: [1],
    });
    expect((await onLark()).brand).toBeNull();
  });
});

describe("the ceiling", () => {
  it("counts for what was agreed, and for nobody who was declined", async () => {
    await type(bench.as(jonas), "campaign terms ceiling=2500");
    await submitThree();
    const above = async () => (await onSlack()).brand?.aboveCeiling;
    const first = (await onSlack()).rows.findIndex(({ price }) => price.amount > 250_000) + 1;
    expect(await above()).toContain(first);
    await decideAs(bench.as(jonas), { rows: String(first), decision: "no" });
    expect(await above()).not.toContain(first);
    await decideAs(bench.as(jonas), { rows: String(first), decision: "pass", price: "2400" });
    expect(await above()).not.toContain(first);
  });
});

describe("closing", () => {
  it("refuses every later click with what holds", async () => {
    await submitThree();
    const shown = await onSlack();
    await decideAs(bench.as(jonas), { rows: "1", decision: "pass" });
    const close: CallRef = { command: "shortlist close", input: { list: shown.id } };
    await press(bench.as(jonas), close);
    const closed = { code: "list-closed", details: { number: 1 } };
    await expect(decideAs(bench.as(maya), { rows: "2", decision: "pass" }, shown)).rejects.toMatchObject(
      closed,
    );
    await expect(press(bench.as(maya), close)).rejects.toMatchObject(closed);
    expect(await decisions()).toEqual(["pass", null, null]);
    expect(callsOf(await onSlack())).toEqual(["brief", "pay", "wave set"]);
    expect(Temporal.Instant.from((await onLark()).closedAt ?? "")).toEqual(bench.ctx.clock.now());
  });

  it("lets who was left undecided be submitted again", async () => {
    await submitThree();
    await press(bench.as(jonas), { command: "shortlist close", input: { list: (await onSlack()).id } });
    await type(bench.as(lin, LARK), "提报");
    expect(await onSlack()).toMatchObject({ number: 2, rows: [{}, {}, {}] });
  });
});
