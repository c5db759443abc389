/** The daily digest: when it comes to whom, what it holds, and what happens after a pause. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Language } from "../../src/chat/people.ts";
import type { TemplateInput } from "../../src/chat/template-data.ts";
import { type Member, updateMember } from "../../src/store/people.ts";
import { planDigests } from "../../src/usecases/home/plan-digests.ts";
import { linesOf } from "../support/card-text.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { draw } from "../templates/cases.ts";
import { press, type } from "./calls.ts";
import { goTo, plannedAt, runDue } from "./clock.ts";

let bench: Bench;
let maya: Member;
let jonas: Member;
let lin: Member;

/** Monday 23 November 2026, 10:00 in Shanghai, 03:00 in Berlin. */
beforeEach(async () => {
  bench = await createBench("2026-11-23T02:00:00Z");
  maya = await bench.addMember("Maya", "marketer");
  jonas = await bench.addMember("Jonas", "manager");
  lin = await bench.addMember("Lin", "manager", {
    platforms: ["lark"],
    language: "zh-CN",
    zone: "Asia/Shanghai",
  });
  await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09");
  for (const name of ["小鹿护肤", "阿禾"]) await type(bench.as(maya), `vet ${name} followers=82k`);
});

afterEach(() => bench.close());

async function digests() {
  const rows = (await bench.outbox()).filter(({ template }) => template === "digest");
  return rows.map((row) => ({ lane: row.lane, data: row.data as TemplateInput<"digest"> }));
}

function seen(data: TemplateInput<"digest">, language: Language = "en", zone = "Europe/Berlin"): string {
  return linesOf(draw({ template: "digest", sample: { data } }, language, zone)).join("\n");
}

async function digestOf(member: Member): Promise<TemplateInput<"digest">> {
  await type(bench.as(member), "digest");
  const data = (await digests()).at(-1)?.data;
  if (data === undefined) throw new Error("No digest was sent.");
  return data;
}

describe("when it comes", () => {
  it("is every day at 09:00 of each manager's zone, and to nobody else", async () => {
    await planDigests({ ctx: bench.ctx });
    await planDigests({ ctx: bench.ctx });
    expect(await plannedAt(bench, "send-digest:")).toEqual([
      "2026-11-23T08:00:00Z 2026-11-23",
      "2026-11-24T01:00:00Z 2026-11-24",
    ]);
    await goTo(bench, "2026-11-25T08:00:00Z");
    expect((await digests()).map(({ lane, data }) => `${lane} ${data.date}`)).toEqual([
      "slack:@slack-Jonas 2026-11-23",
      "lark:@lark-Lin 2026-11-24",
      "slack:@slack-Jonas 2026-11-24",
      "lark:@lark-Lin 2026-11-25",
      "slack:@slack-Jonas 2026-11-25",
    ]);
  });

  it("keeps 09:00 through a change of the clocks", async () => {
    const spring = await createBench("2027-03-27T12:00:00Z");
    await spring.addMember("Jonas", "manager");
    await planDigests({ ctx: spring.ctx });
    const before = await plannedAt(spring, "send-digest:");
    await goTo(spring, "2027-03-28T07:00:00Z");
    const after = await plannedAt(spring, "send-digest:");
    await spring.close();
    expect([before, after]).toEqual([
      ["2027-03-28T07:00:00Z 2027-03-28"],
      ["2027-03-29T07:00:00Z 2027-03-29"],
    ]);
  });

  it("comes once, late, after a pause, and goes on from there", async () => {
    await planDigests({ ctx: bench.ctx });
    bench.setNow("2026-11-27T12:00:00Z");
    await planDigests({ ctx: bench.ctx });
    expect(await runDue(bench, 2)).toBe(2);
    const sent = await digests();
    expect(sent.map(({ lane, data }) => `${lane} ${data.date} ${data.lateSince}`)).toEqual([
      "slack:@slack-Jonas 2026-11-27 2026-11-23T08:00:00Z",
      "lark:@lark-Lin 2026-11-27 2026-11-24T01:00:00Z",
    ]);
    expect(await plannedAt(bench, "send-digest:")).toEqual([
      "2026-11-28T01:00:00Z 2026-11-28",
      "2026-11-28T08:00:00Z 2026-11-28",
    ]);
    expect(sent[0] === undefined ? "" : seen(sent[0].data)).toContain("This digest is late");
  });

  it("follows a manager who moves, and leaves one who is none any more", async () => {
    await planDigests({ ctx: bench.ctx });
    await updateMember(bench.store.db, jonas.id, { zone: "America/New_York" });
    await updateMember(bench.store.db, lin.id, { role: "partner" });
    await planDigests({ ctx: bench.ctx });
    expect(await plannedAt(bench, "send-digest:")).toEqual(["2026-11-23T14:00:00Z 2026-11-23"]);
  });
});

describe("what it holds", () => {
  it("is short when nothing happened", async () => {
    const text = seen(await digestOf(jonas));
    for (const part of [
      "Nothing waits on you.",
      "Nothing else posts today or tomorrow.",
      "no payments planned",
    ])
      expect(text).toContain(part);
  });

  it("says what waits, what posts in both zones, what is owed and what is missing", async () => {
    await type(bench.as(maya), 'draft 小鹿护肤 text="换季泛红，这支面霜我用了三周"');
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await type(bench.as(maya), "wave 阿禾 2026-12-09 20:00");
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    await type(bench.as(maya), "pay 阿禾 USD 500 first=2026-12-10");
    bench.setNow("2026-12-08T08:00:00Z");
    const data = await digestOf(jonas);
    expect(data).toMatchObject({
      date: "2026-12-08",
      review: [{ creator: "小鹿护肤", version: 1, days: 15 }],
      payments: [{ creator: "小鹿护肤", dueOn: "2026-11-30", daysLeft: -8 }],
      today: [{ creator: "小鹿护肤", at: "2026-12-08T12:00:00Z" }],
      tomorrow: [{ creator: "阿禾" }],
      drafts: { "in-review": 1 },
    });
    const text = seen(data);
    for (const part of [
      "Needs you: 2",
      "Pay 小鹿护肤 ¥1,500: 8 days overdue",
      "Draft of 小鹿护肤, version 1: in review for 15 days",
      "小鹿护肤: Tue 8 Dec, 20:00 Shanghai / Tue 8 Dec, 13:00 Berlin (draft not approved)",
      "CNY\n¥3,000\n¥0\n¥1,500\n¥1,500",
      "USD\nUS$500\nUS$0\nUS$250\nUS$0",
    ])
      expect(text).toContain(part);
    const chinese = seen(data, "zh-CN", "Asia/Shanghai");
    for (const part of ["待您处理：2 项", "已逾期 8 天", "12月8日周二 20:00 上海"])
      expect(chinese).toContain(part);
  });

  it("counts the lists that wait for a decision, and leads to the oldest", async () => {
    const wu = await bench.addMember("Wu", "partner", { agency: "蓝鲸", platforms: ["lark"] });
    await type(bench.as(wu), "vet 小鹿护肤 followers=83k");
    const vet = (await bench.outbox()).findLast(({ template }) => template === "vet-card");
    const { vettingId } = (vet?.data ?? {}) as Partial<TemplateInput<"vet-card">>;
    await press(bench.as(wu), { command: "shortlist add", input: { vetting: vettingId ?? "" } });
    await type(bench.as(wu), "outreach 小鹿护肤 price=3000");
    await type(bench.as(wu), "提报");
    bench.setNow("2026-11-26T08:00:00Z");
    const data = await digestOf(jonas);
    expect(data.lists).toMatchObject([{ number: 1, open: 1, days: 3 }]);
    expect(seen(data)).toContain("Decide on list 1 of");
    const boss = await bench.addMember("Boss", "manager", { agency: "蓝鲸", platforms: ["lark"] });
    expect((await digestOf(boss)).lists).toEqual([]);
  });

  it("counts what was decided on a list, and misses no date of those whom nobody passed", async () => {
    await planDigests({ ctx: bench.ctx });
    await goTo(bench, "2026-11-23T08:00:00Z");
    const wu = await bench.addMember("Wu", "partner", { agency: "蓝鲸", platforms: ["lark"] });
    for (const name of ["小鹿护肤", "阿禾", "Momo酱", "大橘子"]) {
      await type(bench.as(wu), `vet ${name} followers=83k`);
      const vet = (await bench.outbox()).findLast(({ template }) => template === "vet-card");
      const { vettingId } = (vet?.data ?? {}) as Partial<TemplateInput<"vet-card">>;
      await press(bench.as(wu), { command: "shortlist add", input: { vetting: vettingId ?? "" } });
      if (name !== "大橘子") await type(bench.as(wu), `outreach ${name} price=3000`);
    }
    expect((await digestOf(jonas)).missing.slots).toBe(4);
    bench.setNow("2026-11-23T09:00:00Z");
    await type(bench.as(wu), "提报");
    // only the one who is on no list yet
    expect((await digestOf(jonas)).missing.slots).toBe(1);
    bench.setNow("2026-11-23T10:00:00Z");
    await type(bench.as(jonas), "shortlist decide 1 decision=pass");
    await type(bench.as(jonas), "shortlist decide 2-3 decision=no comment=贵");
    const data = await digestOf(jonas);
    expect(data.missing.slots).toBe(2);
    expect(data.changes.filter(({ kind }) => kind === "listed" || kind === "decided")).toEqual([
      { kind: "listed", count: 1 },
      { kind: "decided", count: 3 },
    ]);
    expect(seen(data, "zh-CN")).toContain("提报 1 批，过号有结果 3 位");
  });

  it("asks about posts that nobody confirmed, and names those without a link", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await type(bench.as(maya), "wave 阿禾 2026-12-07 20:00");
    bench.setNow("2026-12-09T02:00:00Z");
    await type(bench.as(maya), "wave posted 阿禾");
    const data = await digestOf(jonas);
    expect(data.late.map(({ creator }) => creator)).toEqual(["小鹿护肤"]);
    expect(data.missing.links).toEqual(["阿禾"]);
    expect(seen(data)).toContain("Has 小鹿护肤 posted?");
    expect(seen(data)).toContain("Posted without a link: 阿禾");
  });

  it("counts what changed since the last one, and says so in a line when nothing did", async () => {
    await planDigests({ ctx: bench.ctx });
    await goTo(bench, "2026-11-23T08:00:00Z");
    expect((await digests()).at(-1)?.data.changedSince).toBeNull();
    bench.setNow("2026-11-23T10:00:00Z");
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await type(bench.as(maya), "pay 小鹿护肤 3000");
    const plan = (await bench.outbox()).findLast(({ template }) => template === "payment-plan");
    if (plan === undefined) throw new Error("No plan was sent.");
    const { parts } = plan.data as TemplateInput<"payment-plan">;
    await press(bench.as(jonas), { command: "pay paid", input: { milestone: parts[0]?.id ?? "" } });
    await goTo(bench, "2026-11-24T08:00:00Z");
    const second = (await digests()).findLast(({ lane }) => lane === "slack:@slack-Jonas")?.data;
    expect(second?.changes).toEqual([
      { kind: "scheduled", count: 1 },
      { kind: "planned", count: 1 },
      { kind: "paid", count: 1 },
    ]);
    await goTo(bench, "2026-11-25T08:00:00Z");
    const third = (await digests()).findLast(({ lane }) => lane === "slack:@slack-Jonas")?.data;
    if (third === undefined) throw new Error("No digest came on the third day.");
    expect(seen(third)).toContain("no change since Tue 24 Nov, 09:00");
  });
});
