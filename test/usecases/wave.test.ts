/** A creator's posting date from a typed line to the last reminder, as both sides of the world see it. */
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallRef, Part } from "../../src/chat/card.ts";
import type { Where } from "../../src/chat/inbound.ts";
import type { Language } from "../../src/chat/people.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { rememberChat } from "../../src/store/chats.ts";
import type { Member } from "../../src/store/people.ts";
import { audit, slots } from "../../src/store/schema.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { linesOf } from "../support/card-text.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { draw } from "../templates/cases.ts";
import { formOf, press, type } from "./calls.ts";
import { goTo, plannedAt, runDue } from "./clock.ts";

const SLACK: Partial<Where> = { platform: "slack", chat: "C1", chatKind: "group" };

let bench: Bench;
let maya: Member;
let lin: Member;

/** Monday 23 November 2026, 10:00 in Shanghai; the launch is on Wednesday 9 December. */
beforeEach(async () => {
  bench = await createBench("2026-11-23T02:00:00Z");
  const seenAt = bench.ctx.clock.now();
  await rememberChat(bench.store.db, {
    platform: "slack",
    language: "en",
    zone: "Europe/Berlin",
    seenAt,
    chatId: "C1",
    name: "#spring",
  });
  await rememberChat(bench.store.db, {
    platform: "lark",
    language: "zh-CN",
    zone: "Asia/Shanghai",
    seenAt,
    chatId: "oc_1",
    name: "春季种草",
  });
  maya = await bench.addMember("Maya", "marketer");
  lin = await bench.addMember("Lin", "partner", {
    platforms: ["lark"],
    language: "zh-CN",
    zone: "Asia/Shanghai",
  });
  await type(
    bench.as(maya),
    "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09 lark=春季种草",
  );
  for (const name of ["小鹿护肤", "阿禾"]) await type(bench.as(maya), `vet ${name} followers=82k`);
});

afterEach(() => bench.close());

async function posts<Name extends TemplateName>(template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template && row.kind === "post");
  return rows.map((row) => ({ ...row, data: row.data as TemplateInput<Name> }));
}

async function lastCard(): Promise<TemplateInput<"wave-card">> {
  const data = (await posts("wave-card")).at(-1)?.data;
  if (data === undefined) throw new Error("No slot's card was sent.");
  return data;
}

function seen<Name extends TemplateName>(
  template: Name,
  data: TemplateInput<Name>,
  language: Language = "en",
  zone = "Europe/Berlin",
) {
  const card = draw({ template, sample: { data } }, language, zone);
  const calls = card.body.flatMap((part: Part): CallRef[] =>
    part.kind === "actions"
      ? part.buttons.flatMap((button) => (button.kind === "call" ? [button.call] : []))
      : [],
  );
  return { title: card.title, tone: card.tone, text: linesOf(card).join("\n"), calls };
}

const commandsOf = (calls: readonly CallRef[]): string[] => calls.map(({ command }) => command);

describe("setting a date", () => {
  it("answers in both chats of the campaign, each in its language and with both times", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    const cards = await posts("wave-card");
    expect(cards.map(({ lane }) => lane).sort()).toEqual(["lark:oc_1", "slack:C1"]);
    const { data } = cards[0] as (typeof cards)[number];
    const english = seen("wave-card", data);
    expect(english.title).toBe("小鹿护肤 is scheduled");
    expect(english.text).toContain("Tue 8 Dec, 20:00 Shanghai / Tue 8 Dec, 13:00 Berlin");
    expect(english.text).toContain("burst wave, launch on Wed 9 Dec 2026");
    const chinese = seen("wave-card", data, "zh-CN", "Asia/Shanghai");
    expect(chinese.title).toBe("小鹿护肤 已排期");
    expect(chinese.text).toContain("爆发期");
    expect(chinese.text).not.toContain("柏林");
  });

  it("reads date and time named or in the line, and takes 20:00 where no time is given", async () => {
    await type(bench.as(maya), "排期 小鹿护肤 日期=2026年12月8日");
    expect(await lastCard()).toMatchObject({ at: "2026-12-08T12:00:00Z", timeAssumed: true });
    expect(seen("wave-card", await lastCard()).text).toContain("20:00 is assumed");
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 21:30");
    expect(await lastCard()).toMatchObject({
      at: "2026-12-08T13:30:00Z",
      timeAssumed: false,
      previousAt: "2026-12-08T12:00:00Z",
    });
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-07");
    expect(await lastCard()).toMatchObject({ at: "2026-12-07T13:30:00Z", timeAssumed: false });
  });

  it("asks with a form for a date that is missing, and refuses one that is no date", async () => {
    const { fields, call } = await formOf(bench.as(maya), {
      command: "wave",
      input: { creator: "小鹿护肤" },
    });
    expect(fields.map(({ name }) => name)).toEqual(["date", "time"]);
    await press(bench.as(maya), call, { date: "2026-12-08", time: "19:00" });
    expect(await lastCard()).toMatchObject({
      creator: { name: "小鹿护肤" },
      at: "2026-12-08T11:00:00Z",
    });
    await expect(type(bench.as(maya), "wave 小鹿护肤")).rejects.toThrow('"problem":"missing"');
    await expect(type(bench.as(maya), "wave 小鹿护肤 2026-13-08")).rejects.toThrow("not-a-date");
    await expect(type(bench.as(maya), "wave 小鹿护肤 2026-12-08 25:00")).rejects.toThrow("not-a-time");
  });

  it("refuses a date that is over and a creator nobody knows", async () => {
    await expect(type(bench.as(maya), "wave 小鹿护肤 2026-11-22")).rejects.toMatchObject({
      code: "past-date",
    });
    await expect(type(bench.as(maya), "wave 小鹿护肤 2026-11-23 09:59")).rejects.toMatchObject({
      code: "past-date",
    });
    await expect(type(bench.as(maya), "wave 小猫 2026-12-08")).rejects.toMatchObject({
      code: "unknown-creator",
    });
    expect(await posts("wave-card")).toEqual([]);
  });

  it("warns when all post on one day, when the brief is late, and when a year's calendar is not known", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    expect((await lastCard()).warnings).toEqual([{ rule: "X8", severity: "error", posts: 1 }]);
    await type(bench.as(maya), "wave 阿禾 2026-12-08 20:30");
    expect((await lastCard()).warnings[0]).toEqual({ rule: "X3", severity: "warning", posts: 2 });
    await type(bench.as(maya), "wave 阿禾 2026-12-20 20:30");
    expect((await lastCard()).warnings).toEqual([{ rule: "X8", severity: "warning", posts: 1 }]);
    await type(bench.as(maya), "wave 阿禾 2027-01-04 20:30");
    const card = await lastCard();
    expect(card).toMatchObject({ warnings: [], wave: "sustain", unknownYears: [2027] });
    expect(seen("wave-card", card).text).toContain("The official 2027 calendar is not loaded");
  });

  it("says when nobody on the China side is reminded", async () => {
    const alone = await createBench("2026-11-23T02:00:00Z");
    const lone = await alone.addMember("Maya", "marketer");
    await type(alone.as(lone), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09");
    await type(alone.as(lone), "vet 小鹿护肤 followers=82k");
    await type(alone.as(lone), "wave 小鹿护肤 2026-12-08");
    const card = (await alone.outbox()).at(-1)?.data as TemplateInput<"wave-card">;
    await alone.close();
    expect(seen("wave-card", card).text).toContain("Nobody on the China side is reminded");
  });
});

describe("reminders", () => {
  it("come at 10:00 of each reader's own day, in working days around the posting", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    expect(await plannedAt(bench, "remind-wave:")).toEqual([
      `2026-11-27T02:00:00Z -7:${lin.id}`,
      `2026-11-27T09:00:00Z -7:${maya.id}`,
      `2026-12-03T02:00:00Z -3:${lin.id}`,
      `2026-12-03T09:00:00Z -3:${maya.id}`,
      `2026-12-07T02:00:00Z -1:${lin.id}`,
      `2026-12-07T09:00:00Z -1:${maya.id}`,
      `2026-12-08T02:00:00Z 0:${lin.id}`,
      `2026-12-08T09:00:00Z 0:${maya.id}`,
      `2026-12-09T02:00:00Z 1:${lin.id}`,
      `2026-12-09T09:00:00Z 1:${maya.id}`,
    ]);
    expect((await lastCard()).reminders).toEqual({
      dates: ["2026-11-27", "2026-12-03", "2026-12-07", "2026-12-08", "2026-12-09"],
      people: ["Maya", "Lin"],
      hasPartner: true,
    });
  });

  it("go to the person in charge instead of every partner, and follow a handover", async () => {
    const wu = await bench.addMember("Wu", "partner", { platforms: ["lark"], zone: "Asia/Shanghai" });
    await type(bench.as(maya, SLACK), "wave 小鹿护肤 2026-12-08 20:00");
    const readers = async () =>
      new Set((await plannedAt(bench, "remind-wave:")).map((due) => due.split(":").at(-1)));
    expect(await readers()).toEqual(new Set([maya.id, lin.id, wu.id]));
    await type(bench.as(maya, SLACK), "creator handover 小鹿护肤 to=Wu");
    expect(await readers()).toEqual(new Set([maya.id, wu.id]));
    const cards = (await bench.outbox()).filter(({ template }) => template === "wave-card");
    expect(cards[0]?.data).toMatchObject({ reminders: { people: ["Maya", "Wu"], hasPartner: true } });
    await goTo(bench, "2026-12-08T02:30:00Z");
    expect((await posts("wave-reminder")).map(({ lane, data }) => [lane, data.reason])).toContainEqual([
      "lark:@lark-Wu",
      "in-charge",
    ]);
    expect((await posts("wave-reminder")).map(({ lane }) => lane)).not.toContain("lark:@lark-Lin");
  });

  it("count a Saturday that is a make-up workday, and keep 10:00 when the clocks change", async () => {
    bench.setNow("2026-09-28T02:00:00Z");
    // 1 to 7 October is off, Saturday 10 October is a workday
    await type(bench.as(maya), "wave 小鹿护肤 2026-10-12 20:00");
    const partner = (await plannedAt(bench, "remind-wave:")).filter((line) => line.endsWith(lin.id));
    expect(partner.map((line) => line.slice(0, 10))).toEqual([
      "2026-10-08",
      "2026-10-10",
      "2026-10-12",
      "2026-10-13",
    ]);
    // Berlin leaves summer time on 25 October: 10:00 is 08:00 UTC before and 09:00 UTC after
    await type(bench.as(maya), "wave 阿禾 2026-10-26 20:00");
    const berlin = (await plannedAt(bench, "remind-wave:")).filter((line) => line.endsWith(maya.id));
    expect(berlin).toContain(`2026-10-23T08:00:00Z -1:${maya.id}`);
    expect(berlin).toContain(`2026-10-26T09:00:00Z 0:${maya.id}`);
    expect(seen("wave-card", await lastCard()).text).toContain(
      "Mon 26 Oct, 20:00 Shanghai / Mon 26 Oct, 13:00 Berlin",
    );
  });

  it("arrive privately, say what is missing, and ask for the link the day after", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await goTo(bench, "2026-12-03T09:00:00Z");
    const third = (await posts("wave-reminder")).filter(({ data }) => data.daysLeft === 5);
    expect(third.map(({ lane }) => lane)).toEqual(["lark:@lark-Lin", "slack:@slack-Maya"]);
    const [partner, setter] = third.map(({ data }) => data);
    if (partner === undefined || setter === undefined) throw new Error("Two people are reminded.");
    const english = seen("wave-reminder", setter);
    expect(english.title).toBe("Get 小鹿护肤 ready: 5 days to go");
    expect(english.text).toContain("The draft is not approved yet.");
    expect(english.text).toContain("because you set the date");
    expect(commandsOf(english.calls)).toEqual(["wave posted", "later"]);
    expect(seen("wave-reminder", partner, "zh-CN", "Asia/Shanghai").text).toContain("所以提醒所有媒介");
    await goTo(bench, "2026-12-08T09:00:00Z");
    const last = (await posts("wave-reminder")).at(-1)?.data;
    expect(last).toMatchObject({ daysLeft: 0, isPast: false });
    await goTo(bench, "2026-12-09T02:00:00Z");
    const after = (await posts("wave-reminder")).at(-1)?.data;
    if (after === undefined) throw new Error("Nobody was asked for the link.");
    expect(seen("wave-reminder", after).title).toBe("Has 小鹿护肤 posted?");
    expect(commandsOf(seen("wave-reminder", after).calls)).toEqual(["wave link", "wave posted", "later"]);
  });

  it("are sent once, however often the job runs", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    bench.setNow("2026-11-27T09:00:00Z");
    expect(await runDue(bench, 3)).toBe(2);
    expect(await posts("wave-reminder")).toHaveLength(2);
    expect(await runDue(bench)).toBe(0);
  });

  it("after a long pause come once a person, not in a burst", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    bench.setNow("2026-12-07T12:00:00Z");
    expect(await runDue(bench)).toBe(6);
    const sent = await posts("wave-reminder");
    expect(sent.map(({ lane }) => lane).sort()).toEqual(["lark:@lark-Lin", "slack:@slack-Maya"]);
    expect(sent.map(({ data }) => data.due.split(":")[2])).toEqual(["-1", "-1"]);
  });

  it("move with the date; what was sent before says so", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await goTo(bench, "2026-11-27T09:00:00Z");
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-15 20:00");
    expect((await plannedAt(bench, "remind-wave:")).map((line) => line.slice(0, 10))).toEqual(
      ["2026-12-04", "2026-12-10", "2026-12-14", "2026-12-15", "2026-12-16"].flatMap((day) => [day, day]),
    );
    const old = (await posts("wave-reminder"))[0]?.data;
    expect(old).toMatchObject({ state: "moved", at: "2026-12-15T12:00:00Z" });
    if (old !== undefined) expect(seen("wave-reminder", old).calls).toEqual([]);
    await goTo(bench, "2026-12-04T09:00:00Z");
    const reminders = await posts("wave-reminder");
    expect(reminders).toHaveLength(4);
    expect(reminders.at(-1)?.data).toMatchObject({ state: "open", daysLeft: 11 });
  });

  it("can be had again on the next working day, by their reader alone", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await goTo(bench, "2026-11-27T09:00:00Z");
    const mine = (await posts("wave-reminder")).find(({ lane }) => lane === "slack:@slack-Maya");
    if (mine === undefined) throw new Error("Maya was not reminded.");
    const later: CallRef = { command: "later", input: { due: mine.data.due } };
    await expect(press(bench.as(lin), later)).rejects.toMatchObject({ code: "old-card" });
    await press(clicking(bench.as(maya), mine.data.due), later);
    const postponed = (await posts("wave-reminder")).find(({ id }) => id === mine.id)?.data;
    expect(postponed).toMatchObject({ postponedTo: "2026-11-30T09:00:00Z" });
    // a second click changes nothing
    await press(clicking(bench.as(maya), mine.data.due), later);
    await goTo(bench, "2026-11-30T09:00:00Z");
    const again = (await posts("wave-reminder")).filter(({ lane }) => lane === "slack:@slack-Maya");
    expect(again).toHaveLength(2);
    expect(again.at(-1)?.data).toMatchObject({ daysLeft: 8, postponedTo: null });
  });
});

describe("posted", () => {
  it("stops the reminders, changes every card, and takes the link afterwards", async () => {
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await goTo(bench, "2026-12-08T09:00:00Z");
    const reminder = (await posts("wave-reminder")).at(-1)?.data;
    const call = reminder && seen("wave-reminder", reminder).calls[0];
    if (call === undefined) throw new Error("The reminder has no button.");
    await press(clicking(bench.as(maya), "ts1"), call);
    expect(await plannedAt(bench, "remind-wave:")).toEqual([]);
    expect((await posts("wave-reminder")).map(({ data }) => data.state)).toEqual(Array(8).fill("posted"));
    const cards = await posts("wave-card");
    expect(cards).toHaveLength(2);
    expect(cards.map(({ data }) => data.posted?.link)).toEqual([null, null]);
    const text = seen("wave-card", await lastCard());
    expect(text.tone).toBe("good");
    expect(commandsOf(text.calls)).toEqual(["wave link", "wave"]);
    await type(bench.as(maya), "wave posted 小鹿护肤 link=https://www.xiaohongshu.com/explore/1");
    expect((await lastCard()).posted?.link).toBe("https://www.xiaohongshu.com/explore/1");
    const [slot] = await bench.store.db.select().from(slots);
    expect(slot?.postedAt?.toString()).toBe("2026-12-08T09:00:00Z");
    await goTo(bench, "2026-12-12T09:00:00Z");
    expect(await posts("wave-reminder")).toHaveLength(8);
  });

  it("needs a date first, and is written down", async () => {
    await expect(type(bench.as(maya), "wave posted 小鹿护肤")).rejects.toMatchObject({ code: "no-slot" });
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await type(bench.as(maya), "wave posted 小鹿护肤");
    const rows = await bench.store.db
      .select({ verb: audit.verb })
      .from(audit)
      .where(eq(audit.actor, maya.id))
      .orderBy(asc(audit.at), asc(audit.id));
    expect(rows.map(({ verb }) => verb).slice(-2)).toEqual(["wave.set", "wave.posted"]);
  });
});

describe("the schedule", () => {
  it("shows everybody in the order of posting, with both times and what is not confirmed", async () => {
    await type(bench.as(maya), "wave 阿禾 2026-12-10 12:00");
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    bench.setNow("2026-12-09T02:00:00Z");
    await type(bench.as(maya, SLACK), "wave");
    const data = (await posts("schedule")).at(-1)?.data;
    if (data === undefined) throw new Error("No schedule was sent.");
    expect(data.rows.map(({ creator, state }) => `${creator} ${state}`)).toEqual([
      "小鹿护肤 late",
      "阿禾 planned",
    ]);
    const { text } = seen("schedule", data);
    for (const part of ["Tue 8 Dec, 20:00 Shanghai", "Tue 8 Dec, 13:00 Berlin", "not confirmed"])
      expect(text).toContain(part);
    expect(seen("schedule", data, "zh-CN", "Asia/Shanghai").text).toContain("待确认");
  });

  it("is empty before anybody is scheduled, and offers the form", async () => {
    await type(bench.as(maya), "排期");
    const data = (await posts("schedule")).at(-1)?.data;
    if (data === undefined) throw new Error("No schedule was sent.");
    const { text, calls } = seen("schedule", data);
    expect(text).toContain("Nobody is scheduled yet.");
    const call = calls[0];
    if (call === undefined) throw new Error("The schedule offers nothing.");
    expect((await formOf(bench.as(maya), call)).fields.map(({ name }) => name)).toEqual([
      "creator",
      "date",
      "time",
    ]);
  });
});

/** The same person, clicking a card instead of typing. */
function clicking(ctx: Ctx, id: string): Ctx {
  const where = ctx.where;
  if (where === undefined) throw new Error("Only a person clicks.");
  return { ...ctx, where: { ...where, message: { chat: where.chat, id } } };
}
