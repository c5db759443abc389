/** Quotes and holds: noted once a side, compared for those who may see both, reminded of and released in time. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Where } from "../../src/chat/inbound.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { duesUnder } from "../../src/store/dues.ts";
import type { Member } from "../../src/store/people.ts";
import { recordSent } from "../../src/store/sending.ts";
import { releaseHold, remindOfHold } from "../../src/usecases/outreach/end-hold.ts";
import { AlreadyDone } from "../../src/usecases/unit.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press, type } from "./calls.ts";

const LARK: Partial<Where> = { platform: "lark", chat: "oc_1", chatKind: "group" };

let bench: Bench;
let maya: Member;
let lin: Member;

beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "marketer");
  lin = await bench.addMember("Lin", "partner", {
    agency: "蓝鲸",
    platforms: ["lark"],
    zone: "Asia/Shanghai",
  });
  await type(
    bench.as(maya, { chat: "D1", chatKind: "direct" }),
    "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2027-03-08",
  );
  await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
});

afterEach(() => bench.close());

async function posts<Name extends TemplateName>(template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template);
  return rows.map((row) => ({ ...row, data: row.data as TemplateInput<Name> }));
}

async function board(): Promise<TemplateInput<"outreach">> {
  const data = (await posts("outreach")).at(-1)?.data;
  if (data === undefined) throw new Error("No board was sent.");
  return data;
}

const quoteId = async () => (await board()).quotes[0]?.id ?? "";
const dues = async () =>
  (await duesUnder(bench.store.db, "hold:")).map(({ job, dueAt, cancelledAt }) => ({
    job,
    at: dueAt.toString(),
    isOpen: cancelledAt === null,
  }));

describe("a quote", () => {
  it("is one a side, MCN and format; what is not given stays", async () => {
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 state=asked price=3000 rebate=10%");
    await type(bench.as(lin, LARK), "询价 小鹿护肤 进度=二询");
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 price=4500 format=视频");
    expect(
      (await board()).quotes.map(({ format, state, price, rebate }) => [
        format,
        state,
        price?.amount,
        rebate,
      ]),
    ).toEqual([
      ["image", "rechecked", 300_000, 0.1],
      ["video", "asked", 450_000, null],
    ]);
  });

  it("is answered to the one who notes it alone", async () => {
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 price=3000");
    expect((await posts("outreach"))[0]?.destination).toMatchObject({ chat: "oc_1", onlyFor: "lark-Lin" });
  });

  it("of two MCNs stands beside the other, and the cheaper one is said", async () => {
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 price=3000 via=甲");
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 price=2800 via=乙");
    const sides = (quotes: TemplateInput<"outreach">["quotes"]) =>
      quotes.map(({ via, isCheapest }) => [via, isCheapest] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sides((await board()).quotes)).toEqual([
      ["乙", true],
      ["甲", false],
    ]);
    await press(bench.as(lin, LARK), {
      command: "outreach set",
      input: { creator: "小鹿护肤", via: "乙", state: "released" },
    });
    expect(sides((await board()).quotes)).toEqual([
      ["乙", false],
      ["甲", false],
    ]);
  });

  it("of another agency is not there for an agency, and stands beside the own for the brand", async () => {
    const wu = await bench.addMember("Wu", "partner", { agency: "星河", platforms: ["lark"] });
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 price=3000");
    await type(bench.as(wu, LARK), "outreach 小鹿护肤 price=2800");
    expect((await board()).quotes.map(({ agency, isCheapest }) => [agency, isCheapest])).toEqual([
      ["星河", false],
    ]);
    await type(bench.as(maya), "outreach");
    expect((await board()).quotes.filter(({ isCheapest }) => isCheapest).map(({ agency }) => agency)).toEqual(
      ["星河"],
    );
    expect((await board()).quotes.map(({ agency }) => agency).toSorted()).toEqual(["星河", "蓝鲸"]);
  });

  it("takes no rebate from a partner whose agency nobody named", async () => {
    const someone = await bench.addMember("Someone", "partner");
    await expect(type(bench.as(someone), "outreach 小鹿护肤 price=3000 rebate=10%")).rejects.toMatchObject({
      code: "agency-only",
    });
  });
});

describe("a hold", () => {
  const hold = (until: string) =>
    type(bench.as(lin, LARK), `锁档 小鹿护肤 进度=锁档 报价=3000 锁档到=${until}`);

  it("needs an end, and one that lies ahead", async () => {
    await expect(type(bench.as(lin, LARK), "outreach 小鹿护肤 state=held")).rejects.toThrow(/"until"/u);
    await expect(hold("2026-11-20")).rejects.toMatchObject({ code: "past-date" });
  });

  it("plans a reminder a working day before, and its release", async () => {
    await hold("2026-11-30");
    expect(await dues()).toEqual([
      // Monday's working day before is Friday
      { job: "remind-hold", at: "2026-11-27T02:00:00Z", isOpen: true },
      { job: "release-hold", at: "2026-11-30T10:00:00Z", isOpen: true },
    ]);
  });

  it("reminds its holder, who extends it with the day alone", async () => {
    await hold("2026-11-30");
    const input = { quote: await quoteId(), member: lin.id };
    bench.setNow("2026-11-27T02:00:00Z");
    await remindOfHold({ ctx: { ...bench.ctx, dueKey: `hold:${input.quote}:ending` }, input });
    const [reminder] = await posts("hold-reminder");
    expect([reminder?.lane, reminder?.data.state]).toEqual(["lark:@lark-Lin", "ending"]);
    const call = {
      command: "outreach hold",
      input: { creator: reminder?.data.creator.id ?? "", format: "image" },
    };
    const form = await formOf(bench.as(lin, LARK), call);
    expect(form.fields.map(({ name }) => name)).toEqual(["until"]);
    await press(bench.as(lin, LARK), form.call, { until: "2026-12-04" });
    expect((await board()).quotes[0]).toMatchObject({ state: "held", heldUntil: "2026-12-04T10:00:00Z" });
    expect((await dues()).filter(({ isOpen }) => isOpen).map(({ at }) => at)).toEqual([
      "2026-12-03T02:00:00Z",
      "2026-12-04T10:00:00Z",
    ]);
  });

  it("is told on the card of before when it was extended, given back or is over", async () => {
    await hold("2026-11-30");
    const input = { quote: await quoteId(), member: lin.id };
    const due = (what: string) => ({ ...bench.ctx, dueKey: `hold:${input.quote}:${what}` });
    bench.setNow("2026-11-27T02:00:00Z");
    await remindOfHold({ ctx: due("ending"), input });
    for (const row of await bench.outbox())
      await recordSent(bench.store.db, row.id, { chat: row.lane, id: row.id }, bench.ctx.clock.now());
    const shown = async () =>
      (await posts("hold-reminder")).map(({ kind, data }) => [kind, data.state, data.until]);
    await hold("2026-12-04");
    expect((await shown()).at(-1)).toEqual(["update", "held", "2026-12-04T10:00:00Z"]);
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 state=释放");
    expect((await shown()).at(-1)).toEqual(["update", "released", null]);
    await hold("2026-12-04");
    bench.setNow("2026-12-04T10:00:00Z");
    await releaseHold({ ctx: due("ended"), input });
    // the old card and the new one say the same
    expect((await shown()).slice(-2)).toEqual([
      ["update", "ended", "2026-12-04T10:00:00Z"],
      ["post", "ended", "2026-12-04T10:00:00Z"],
    ]);
  });

  it("reminds the person in charge, at that moment, if they are of the same side", async () => {
    const xu = await bench.addMember("Xu", "partner", { agency: "蓝鲸", platforms: ["lark"] });
    const wu = await bench.addMember("Wu", "partner", { agency: "星河", platforms: ["lark"] });
    await hold("2026-11-30");
    const input = { quote: await quoteId(), member: lin.id };
    bench.setNow("2026-11-27T02:00:00Z");
    await type(bench.as(lin, LARK), "creator handover 小鹿护肤 to=Xu");
    await remindOfHold({ ctx: { ...bench.ctx, dueKey: `hold:${input.quote}:ending` }, input });
    const told = async () => (await posts("hold-reminder")).map(({ lane, data }) => [lane, data.state]);
    expect(await told()).toEqual([["lark:@lark-Xu", "ending"]]);
    await type(bench.as(xu, LARK), "creator handover 小鹿护肤 to=Wu");
    bench.setNow("2026-11-30T10:00:00Z");
    await releaseHold({ ctx: { ...bench.ctx, dueKey: `hold:${input.quote}:ended` }, input });
    expect(await told()).toEqual([
      // the card of before changes with it
      ["lark:@lark-Xu", "ended"],
      // an agency's hold is not for the other one
      ["lark:@lark-Lin", "ended"],
    ]);
    expect(wu.agency).toBe("星河");
  });

  it("is released at its end, once, and its holder is told", async () => {
    await hold("2026-11-30");
    const input = { quote: await quoteId(), member: lin.id };
    bench.setNow("2026-11-30T10:00:00Z");
    const release = () => releaseHold({ ctx: { ...bench.ctx, dueKey: `hold:${input.quote}:ended` }, input });
    await release();
    await expect(release()).rejects.toThrow(AlreadyDone);
    // after a pause the reminder falls due as well, and is not sent any more
    await remindOfHold({ ctx: { ...bench.ctx, dueKey: `hold:${input.quote}:ending` }, input });
    expect((await posts("hold-reminder")).map(({ data }) => data.state)).toEqual(["ended"]);
    await type(bench.as(lin, LARK), "outreach");
    expect((await board()).quotes[0]).toMatchObject({ state: "released", heldUntil: null });
  });

  it("that is given back is not reminded of", async () => {
    await hold("2026-11-30");
    await type(bench.as(lin, LARK), "outreach 小鹿护肤 state=释放");
    expect((await dues()).every(({ isOpen }) => !isOpen)).toBe(true);
  });
});

describe("terms", () => {
  const terms = async () => (await posts("terms-card")).at(-1)?.data;

  it("are each side's own to set and to see", async () => {
    await type(bench.as(maya), "campaign terms budget=20万 ceiling=5000");
    expect(await terms()).toMatchObject({
      brand: { budget: { amount: 20_000_000 }, ceiling: { amount: 500_000 } },
      own: null,
    });
    await type(bench.as(lin, LARK), "条款 毛利=15%");
    expect(await terms()).toMatchObject({ brand: null, own: { agency: "蓝鲸", margin: 0.15 } });
    await expect(type(bench.as(lin, LARK), "条款 预算=1")).rejects.toMatchObject({ code: "brand-only" });
    await expect(type(bench.as(maya), "campaign terms margin=15%")).rejects.toMatchObject({
      code: "agency-only",
    });
  });

  it("are in the campaign's currency", async () => {
    await expect(type(bench.as(maya), 'campaign terms budget="USD 500"')).rejects.toMatchObject({
      code: "currency-mismatch",
    });
  });
});

describe("the agency of a member", () => {
  it("is set and taken away with people add", async () => {
    const admin = await bench.addMember("Dana", "admin");
    const card = async () => (await posts("member-card")).at(-1)?.data.member.agency;
    await type(bench.as(admin), "people add wu@a.example role=partner agency=星河");
    expect(await card()).toBe("星河");
    await type(bench.as(admin), "people add wu@a.example role=manager");
    expect(await card()).toBe("星河");
    await type(bench.as(admin), "people add wu@a.example role=manager agency=brand");
    expect(await card()).toBeNull();
  });
});
