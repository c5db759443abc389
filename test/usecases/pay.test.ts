/** A payment plan from a typed line to the last nudge: dates that follow the posting, payers, and everything that ends it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallRef, Part } from "../../src/chat/card.ts";
import type { Language } from "../../src/chat/people.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import type { Member } from "../../src/store/people.ts";
import { linesOf } from "../support/card-text.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { draw } from "../templates/cases.ts";
import { formOf, press, type } from "./calls.ts";
import { goTo, plannedAt, runDue } from "./clock.ts";

let bench: Bench;
let maya: Member;
let jonas: Member;
let priya: Member;

/** Monday 23 November 2026, 10:00 in Shanghai. */
beforeEach(async () => {
  bench = await createBench("2026-11-23T02:00:00Z");
  maya = await bench.addMember("Maya", "marketer");
  jonas = await bench.addMember("Jonas", "manager", { platforms: ["slack", "lark"] });
  priya = await bench.addMember("Priya", "finance", { zone: "Europe/London" });
  await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09");
  await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
});

afterEach(() => bench.close());

async function posts<Name extends TemplateName>(template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template && row.kind === "post");
  return rows.map((row) => ({ ...row, data: row.data as TemplateInput<Name> }));
}

async function lastPlan(): Promise<TemplateInput<"payment-plan">> {
  const data = (await posts("payment-plan")).at(-1)?.data;
  if (data === undefined) throw new Error("No plan was sent.");
  return data;
}

function seen<Name extends TemplateName>(
  template: Name,
  data: TemplateInput<Name>,
  language: Language = "en",
) {
  const card = draw({ template, sample: { data } }, language, "Europe/Berlin");
  const calls = card.body.flatMap((part: Part): CallRef[] =>
    part.kind === "actions"
      ? part.buttons.flatMap((button) => (button.kind === "call" ? [button.call] : []))
      : [],
  );
  return { title: card.title, text: linesOf(card).join("\n"), calls, commands: calls.map((c) => c.command) };
}

/** The parts as they stand: amount in minor units, due date, state. */
async function parts(): Promise<unknown[]> {
  return (await lastPlan()).parts.map(({ amount, dueOn, state }) => [amount.amount, dueOn, state]);
}

async function payCall(position: number): Promise<CallRef> {
  const id = (await lastPlan()).parts[position]?.id;
  if (id === undefined) throw new Error(`The plan has no part ${position}.`);
  return { command: "pay paid", input: { milestone: id } };
}

describe("the plan", () => {
  it("is half and half; the last part waits for the posting date, and says so", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    expect(await parts()).toEqual([
      [150_000, "2026-11-30", "planned"],
      [150_000, null, "planned"],
    ]);
    const english = seen("payment-plan", await lastPlan());
    expect(english.title).toBe("Payment plan: 小鹿护肤, ¥3,000");
    for (const part of [
      "First payment\n¥1,500\nMon 30 Nov 2026\nplanned",
      "Final payment\n¥1,500\nno date yet\nplanned",
      "/wave",
    ])
      expect(english.text).toContain(part);
    const chinese = seen("payment-plan", await lastPlan(), "zh-CN").text;
    for (const part of ["预付款", "尾款", "待定"]) expect(chinese).toContain(part);
    const planned = await plannedAt(bench, "nudge-payment:");
    expect(new Set(planned.map((line) => line.split(" ")[0]?.slice(0, 10)))).toEqual(
      new Set(["2026-11-25", "2026-11-30", "2026-12-02"]),
    );
  });

  it("takes other amounts, currencies, splits and dates, and leaves no cent over", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 USD 1000 split=33/33/34 second=2026-12-20");
    const plan = await lastPlan();
    expect(plan.total).toEqual({ amount: 100_000, currency: "USD" });
    expect(await parts()).toEqual([
      [33_000, "2026-11-30", "planned"],
      [33_000, "2026-12-20", "planned"],
      [34_000, null, "planned"],
    ]);
    await type(bench.as(maya), "pay 小鹿护肤 total=0.1万 比例=100");
    expect(await parts()).toEqual([[100_000, null, "planned"]]);
  });

  it("refuses what is no amount, no split or a day that is over", async () => {
    await expect(type(bench.as(maya), "pay 小鹿护肤 3000q")).rejects.toThrow("unknown-unit");
    await expect(type(bench.as(maya), "pay 小鹿护肤 0")).rejects.toThrow("not-a-number");
    await expect(type(bench.as(maya), "pay 小鹿护肤 1亿")).rejects.toThrow("too-large");
    await expect(type(bench.as(maya), "pay 小鹿护肤 3000 split=50/40")).rejects.toThrow("bad-split");
    await expect(type(bench.as(maya), "pay 小鹿护肤 3000 first=2026-11-22")).rejects.toMatchObject({
      code: "past-date",
    });
    await expect(type(bench.as(maya), "pay 小鹿护肤")).rejects.toMatchObject({ code: "no-plan" });
  });

  it("comes from the form too", async () => {
    const { call, fields } = await formOf(bench.as(maya), { command: "pay", input: {} });
    expect(fields.map(({ name }) => name)).toEqual(["creator", "total", "split", "first", "second"]);
    await press(bench.as(maya), call, { creator: "小鹿护肤", total: "3000", split: "30/70" });
    expect(await parts()).toEqual([
      [90_000, "2026-11-30", "planned"],
      [210_000, null, "planned"],
    ]);
  });

  it("is shown, kept or replaced, and never after a payment", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    const first = await lastPlan();
    await type(bench.as(maya), "pay 小鹿护肤");
    await type(bench.as(maya), "pay 小鹿护肤 3000 split=50/50 second=2027-01-12");
    expect(first.parts.map(({ id }) => id)).toEqual((await lastPlan()).parts.map(({ id }) => id));
    expect((await lastPlan()).parts[1]?.dueOn).toBe("2027-01-12");
    await type(bench.as(maya), "pay 小鹿护肤 3200");
    const replaced = await posts("payment-plan");
    expect(new Set(replaced.map(({ data }) => data.total.amount))).toEqual(new Set([320_000]));
    await press(bench.as(jonas), await payCall(0));
    await expect(type(bench.as(maya), "pay 小鹿护肤 3300")).rejects.toMatchObject({ code: "plan-exists" });
    const gone = { command: "pay paid", input: { milestone: first.parts[0]?.id ?? "" } };
    await expect(press(bench.as(jonas), gone)).rejects.toMatchObject({ code: "unknown-milestone" });
  });
});

describe("the last payment", () => {
  it("follows the posting date, with its nudges", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    expect((await lastPlan()).parts[1]?.dueOn).toBe("2026-12-15");
    expect((await lastPlan()).hasSlot).toBe(true);
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-11 20:00");
    expect((await lastPlan()).parts[1]?.dueOn).toBe("2026-12-18");
    const days = (await plannedAt(bench, "nudge-payment:")).map((line) => line.slice(0, 10));
    expect([...new Set(days)]).toEqual([
      "2026-11-25",
      "2026-11-30",
      "2026-12-02",
      "2026-12-15",
      "2026-12-18",
      "2026-12-22",
    ]);
  });

  it("stays where a person put it, even on the day it would have had anyway", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await type(bench.as(maya), "pay 小鹿护肤 3000 second=2026-12-15");
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-11 20:00");
    expect((await lastPlan()).parts[1]?.dueOn).toBe("2026-12-15");
  });
});

describe("nudges", () => {
  it("ask managers before and on the day, finance too once it is overdue", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    expect(await plannedAt(bench, "nudge-payment:")).toEqual([
      `2026-11-25T09:00:00Z -3:${jonas.id}`,
      `2026-11-30T09:00:00Z 0:${jonas.id}`,
      `2026-12-02T09:00:00Z 2:${jonas.id}`,
      `2026-12-02T10:00:00Z 2:${priya.id}`,
    ]);
    await goTo(bench, "2026-11-25T09:00:00Z");
    const [first] = await posts("payment-nudge");
    if (first === undefined) throw new Error("Nobody was asked to pay.");
    expect(first.lane).toBe("slack:@slack-Jonas");
    const ahead = seen("payment-nudge", first.data);
    expect(ahead.title).toBe("Pay 小鹿护肤 ¥1,500: 5 days left");
    expect(ahead.commands).toEqual(["pay paid", "later", "pay"]);
    await goTo(bench, "2026-12-02T10:00:00Z");
    const nudges = await posts("payment-nudge");
    expect(nudges.map(({ lane }) => lane)).toEqual([
      "slack:@slack-Jonas",
      "slack:@slack-Jonas",
      "slack:@slack-Jonas",
      "slack:@slack-Priya",
    ]);
    const overdue = nudges.at(-1)?.data;
    if (overdue === undefined) throw new Error("Nobody was told that it is overdue.");
    expect(seen("payment-nudge", overdue).title).toBe("Pay 小鹿护肤 ¥1,500: 2 days overdue");
    expect(seen("payment-nudge", overdue, "zh-CN").title).toContain("已逾期 2 天");
  });

  it("end with the payment, and every card says who paid", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    await goTo(bench, "2026-11-25T09:00:00Z");
    const call = await payCall(0);
    await press(bench.as(jonas), call);
    expect(await plannedAt(bench, "nudge-payment:")).toEqual([]);
    expect((await posts("payment-nudge"))[0]?.data).toMatchObject({ state: "paid", paid: { by: "Jonas" } });
    expect(seen("payment-plan", await lastPlan()).text).toContain("First payment: Marked as paid by Jonas");
    await expect(press(bench.as(priya), call)).rejects.toMatchObject({ code: "already-paid" });
    await goTo(bench, "2026-12-20T09:00:00Z");
    expect(await posts("payment-nudge")).toHaveLength(1);
  });

  it("are sent once, however often the job runs, and once after a long pause", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    bench.setNow("2026-12-01T12:00:00Z");
    expect(await runDue(bench, 2)).toBe(2);
    const nudges = await posts("payment-nudge");
    expect(nudges.map(({ data }) => data.daysLeft)).toEqual([-1]);
  });

  it("can be had again on the next working day", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    await goTo(bench, "2026-11-27T12:00:00Z");
    const [nudge] = await posts("payment-nudge");
    if (nudge === undefined) throw new Error("Nobody was asked to pay.");
    await press(bench.as(jonas), { command: "later", input: { due: nudge.data.due } });
    expect(await plannedAt(bench, "nudge-payment:")).toContain(`2026-11-30T09:00:00Z -3:${jonas.id}`);
    await goTo(bench, "2026-11-30T09:00:00Z");
    // the nudge of the day itself is due at the same moment and takes its place
    expect((await posts("payment-nudge")).map(({ data }) => data.due.split(":")[2])).toEqual(["-3", "0"]);
  });

  it("of a plan that was replaced lead to the new plan", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    await goTo(bench, "2026-11-25T09:00:00Z");
    await type(bench.as(maya), "pay 小鹿护肤 3200");
    const [old] = await posts("payment-nudge");
    if (old === undefined) throw new Error("Nobody was asked to pay.");
    expect(old.data.state).toBe("gone");
    expect(seen("payment-nudge", old.data).commands).toEqual(["pay"]);
    const later = { command: "later", input: { due: old.data.due } };
    await expect(press(bench.as(jonas), later)).rejects.toMatchObject({ code: "old-card" });
  });
});

describe("who pays", () => {
  it("is not who asked, as long as somebody else can", async () => {
    await type(bench.as(jonas), "pay 小鹿护肤 3000");
    await expect(press(bench.as(jonas), await payCall(0))).rejects.toMatchObject({ code: "own-request" });
    await goTo(bench, "2026-11-25T09:00:00Z");
    const [nudge] = await posts("payment-nudge");
    if (nudge === undefined) throw new Error("Nobody was asked to pay.");
    expect(seen("payment-nudge", nudge.data).commands).toEqual(["later", "pay"]);
    await press(bench.as(priya), await payCall(0));
    expect((await parts())[0]).toEqual([150_000, "2026-11-30", "paid"]);
  });

  it("may be who asked when nobody else is there", async () => {
    const alone = await createBench("2026-11-23T02:00:00Z");
    const lone = await alone.addMember("Jonas", "manager");
    await type(alone.as(lone), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09");
    await type(alone.as(lone), "vet 小鹿护肤 followers=82k");
    await type(alone.as(lone), "pay 小鹿护肤 3000");
    const plan = (await alone.outbox()).at(-1)?.data as TemplateInput<"payment-plan">;
    const milestone = plan.parts[0]?.id ?? "";
    await press(alone.as(lone), { command: "pay paid", input: { milestone } });
    const after = (await alone.outbox()).at(-1)?.data as TemplateInput<"payment-plan">;
    await alone.close();
    expect(after.parts[0]).toMatchObject({ state: "paid", paid: { by: "Jonas" } });
  });

  it("gives exactly what is due", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    const { input } = await payCall(0);
    const paying = (amount: string): CallRef => ({ command: "pay paid", input: { ...input, amount } });
    await expect(press(bench.as(jonas), paying("1000"))).rejects.toMatchObject({ code: "amount-mismatch" });
    await expect(press(bench.as(jonas), paying("USD 1500"))).rejects.toMatchObject({
      code: "amount-mismatch",
    });
    await press(bench.as(jonas), paying("1500"));
    expect((await parts())[0]).toEqual([150_000, "2026-11-30", "paid"]);
  });

  it("is one of two who press at once", async () => {
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    const call = await payCall(0);
    const results = await Promise.allSettled([press(bench.as(jonas), call), press(bench.as(priya), call)]);
    const [refused] = results.filter((result) => result.status === "rejected");
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(refused?.reason).toMatchObject({ code: "already-paid" });
  });
});

describe("another side's plan", () => {
  it("is not there for an agency, which cannot take its place either", async () => {
    const xu = await bench.addMember("Xu", "manager", { agency: "蓝鲸", platforms: ["lark"] });
    const yan = await bench.addMember("Yan", "manager", { agency: "星河", platforms: ["lark"] });
    await type(bench.as(xu), "pay 小鹿护肤 3000");
    await expect(type(bench.as(yan), "pay 小鹿护肤")).rejects.toMatchObject({ code: "no-plan" });
    await expect(type(bench.as(yan), "pay 小鹿护肤 2000")).rejects.toMatchObject({ code: "plan-exists" });
    const call = await payCall(0);
    await expect(press(bench.as(yan), call)).rejects.toMatchObject({ code: "unknown-milestone" });
  });

  it("is told to hold no longer when the brand makes one of its own, and learns nothing of that", async () => {
    const direct = { platform: "lark", chat: "oc_x", chatKind: "direct" } as const;
    const xu = await bench.addMember("Xu", "manager", { agency: "蓝鲸", platforms: ["lark"] });
    await type(bench.as(xu, direct), "pay 小鹿护肤 3000");
    await type(bench.as(maya), "pay 小鹿护肤 5000");
    const theirs = (await bench.outbox()).filter(
      ({ template, lane }) => template === "payment-plan" && lane.startsWith("lark:"),
    );
    expect(theirs.map(({ data }) => data)).toMatchObject([{ replaced: true, total: { amount: 300_000 } }]);
    expect((await lastPlan()).total.amount).toBe(500_000);
  });
});
