/** One creator from the question who is meant to the card with everything: on a real database, as people type and press. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallRef, Part } from "../../src/chat/card.ts";
import type { InboundBody } from "../../src/chat/inbound.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { Member } from "../../src/store/people.ts";
import { audit, exclusivities, vettings } from "../../src/store/schema.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { tryOut } from "../../src/usecases/intake/carry-out.ts";
import { understandEvent } from "../../src/usecases/intake/understand-event.ts";
import { linesOf } from "../support/card-text.ts";
import { allCreators } from "../support/creators.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { draw } from "../templates/cases.ts";
import { formOf, press, type } from "./calls.ts";

const NUMBERS =
  "followers=82k notes=23 likes=1900 saves=1100 comments=130 reads=41000 active=52% female=88% fit=4 quality=4 category=beauty";

let bench: Bench;
let maya: Member;
let lin: Member;

beforeEach(async () => {
  bench = await createBench("2026-11-23T02:00:00Z");
  maya = await bench.addMember("Maya", "marketer");
  lin = await bench.addMember("Lin", "partner", { platforms: ["lark"], language: "zh-CN" });
});

afterEach(() => bench.close());

async function last<Name extends TemplateName>(template: Name): Promise<TemplateInput<Name>> {
  const row = (await bench.outbox()).findLast((one) => one.template === template);
  if (row === undefined) throw new Error(`No ${template} was sent.`);
  return row.data as TemplateInput<Name>;
}

const count = async (template: TemplateName): Promise<number> =>
  (await bench.outbox()).filter((row) => row.template === template && row.kind === "post").length;

function shown<Name extends TemplateName>(template: Name, data: TemplateInput<Name>) {
  const card = draw({ template, sample: { data } }, "en", "Europe/Berlin");
  const calls = card.body.flatMap((part: Part): CallRef[] =>
    part.kind === "actions"
      ? part.buttons.flatMap((button) => (button.kind === "call" ? [button.call] : []))
      : [],
  );
  return { title: card.title, text: linesOf(card).join("\n"), calls, body: card.body };
}

/** As an event would: a refusal becomes the card that answers it. */
async function say(ctx: Ctx, line: string): Promise<void> {
  const meaning = understandEvent(
    {
      platform: "slack",
      eventKey: line,
      user: "U1",
      where: ctx.where ?? { platform: "slack", chat: "C1", chatKind: "group" },
      body: { kind: "line", text: line, slash: true },
    },
    ctx.actor,
    ctx.commands,
  );
  await tryOut(ctx, meaning);
}

const LINK = "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400";
const OTHER_LINK = "https://www.xiaohongshu.com/user/profile/6aa0e6410000000001008499";

describe("who is meant", () => {
  it("lets people choose among creators of one name, and goes on with the typed numbers", async () => {
    await type(bench.as(maya), `vet 阿禾 ${LINK} followers=10k`);
    await type(bench.as(maya), `vet 阿禾 ${OTHER_LINK} followers=300k`);
    await say(bench.as(maya), "vet 阿禾 reads=41000 likes=1900");
    const choice = await last("creator-choice");
    expect(choice.options.map(({ followers }) => followers)).toEqual([10_000, 300_000]);
    const { calls, title } = shown("creator-choice", choice);
    expect(title).toBe("Which “阿禾” do you mean?");
    expect(calls[1]).toMatchObject({ command: "vet", input: { reads: "41000", likes: "1900" } });
    await press(bench.as(maya), calls[1] as CallRef);
    const card = await last("vet-card");
    expect(card.creator.link).toBe(OTHER_LINK);
    expect(card.followers).toBe(300_000);
    expect(await allCreators(bench)).toHaveLength(2);
    const kept = await bench.store.db.select().from(vettings);
    expect(kept.at(-1)?.facts).toMatchObject({ reads: { value: 41_000 }, likes: { value: 1_900 } });
  });

  it("keeps one snapshot when a choice is pressed twice", async () => {
    await type(bench.as(maya), `vet 阿禾 ${LINK} followers=10k`);
    await type(bench.as(maya), `vet 阿禾 ${OTHER_LINK} followers=300k`);
    await say(bench.as(maya), "vet 阿禾 reads=41000");
    const [first] = shown("creator-choice", await last("creator-choice")).calls;
    for (let pressed = 0; pressed < 2; pressed += 1) await press(bench.as(maya), first as CallRef);
    expect(await bench.store.db.select().from(vettings)).toHaveLength(3);
    expect(await count("vet-card")).toBe(4);
  });

  it("carries what stands behind the name along, for other commands too", async () => {
    await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09");
    await type(bench.as(maya), `vet 阿禾 ${LINK} followers=10k`);
    await type(bench.as(maya), `vet 阿禾 ${OTHER_LINK} followers=300k`);
    await say(bench.as(maya), "wave 阿禾 2026-12-08 21:30");
    const [first] = shown("creator-choice", await last("creator-choice")).calls;
    await press(bench.as(maya), first as CallRef);
    expect(await last("wave-card")).toMatchObject({ at: "2026-12-08T13:30:00Z" });
  });

  it("reads a share text: the nickname in it, and whose link it is", async () => {
    await type(
      bench.as(maya),
      `vet 【小鹿护肤 - 小红书】 ${LINK}?xsec_token=AB1 复制本条信息，打开【小红书】App查看 followers=82k`,
    );
    expect((await last("vet-card")).creator).toMatchObject({ name: "小鹿护肤" });
    const [creator] = await allCreators(bench);
    expect(creator).toMatchObject({ platformId: "5ff0e6410000000001008400" });
    await say(bench.as(maya), `creator 看看她 ${LINK}`);
    expect((await last("creator-card")).creator.name).toBe("小鹿护肤");
  });

  it("says of a short link how to get the long one", async () => {
    await say(bench.as(maya), "vet 小鹿 https://xhslink.com/a/b1C2d3 followers=82k");
    const refusal = await last("refusal");
    expect(shown("refusal", refusal).text).toContain("copy the long address");
    expect(await allCreators(bench)).toEqual([]);
  });

  it("makes no creator of a name without numbers: it names near ones and what is missing", async () => {
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
    await say(bench.as(maya), "vet 小鹿护服");
    const data = await last("creator-unknown");
    const { text, calls } = shown("creator-unknown", data);
    expect(text).toContain("active followers: 10 points");
    expect(calls.map(({ command }) => command)).toEqual(["vet", "vet numbers"]);
    expect(await allCreators(bench)).toHaveLength(1);
    await press(bench.as(maya), calls[0] as CallRef);
    expect((await last("vet-card")).creator.name).toBe("小鹿护肤");
    const form = await formOf(bench.as(maya), calls[1] as CallRef);
    expect(form.fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(["followers"]);
    await press(bench.as(maya), form.call, { followers: "30k" });
    expect((await last("vet-card")).creator.name).toBe("小鹿护服");
  });
});

describe("vetting again", () => {
  it("shows what changed against the snapshot before, which stays as it was", async () => {
    await type(bench.as(maya), `vet 小鹿护肤 ${NUMBERS}`);
    const first = await last("vet-card");
    expect(first.changes).toBeNull();
    bench.setNow("2026-12-01T02:00:00Z");
    const { calls } = shown("vet-card", first);
    const again = calls.find(({ command }) => command === "vet numbers") as CallRef;
    const form = await formOf(bench.as(maya), again);
    expect(form.fields[0]).toMatchObject({ name: "followers", placeholder: "so far 82,000" });
    await press(bench.as(maya), form.call, { followers: "90k", quote: "3000" });
    const second = await last("vet-card");
    expect(second.changes?.facts).toEqual([
      { fact: "followers", before: 82_000, after: 90_000 },
      { fact: "quoteImage", before: null, after: { amount: 300_000, currency: "CNY" } },
    ]);
    const { text } = shown("vet-card", second);
    expect(text).toContain("Followers: 82,000 → 90,000");
    expect(text).toContain("Quote, image note: unknown → ¥3,000");
    expect(text).toContain("Score: ");
    const kept = await bench.store.db.select().from(vettings).orderBy(vettings.vettedAt);
    expect(kept.map(({ facts }) => facts.followers?.value)).toEqual([82_000, 90_000]);
    expect(kept[0]?.score).toBe(first.report.scorecard.score);
  });

  it("needs no number that is known, and keeps all that is left empty", async () => {
    await type(bench.as(maya), `vet 小鹿护肤 ${NUMBERS}`);
    const { calls } = shown("vet-card", await last("vet-card"));
    const again = calls.find(({ command }) => command === "vet numbers") as CallRef;
    const form = await formOf(bench.as(maya), again);
    expect(form.fields.filter(({ required }) => required)).toEqual([]);
    await press(bench.as(maya), form.call, { quote: "3000" });
    const card = await last("vet-card");
    expect(card.changes?.facts.map(({ fact }) => fact)).toEqual(["quoteImage"]);
    expect(card.followers).toBe(82_000);
  });

  it("asks before it vets where nobody said a number, by a button or a line", async () => {
    await type(bench.as(maya), `vet 小鹿护肤 ${NUMBERS}`);
    const { calls } = shown("vet-card", await last("vet-card"));
    const { command, input } = calls.find(({ command }) => command === "vet numbers") as CallRef;
    const meant = (body: InboundBody) =>
      understandEvent(
        {
          platform: "lark",
          eventKey: "k",
          user: "U1",
          where: { platform: "lark", chat: "C1", chatKind: "group" },
          body,
        },
        maya,
        bench.ctx.commands,
      ).kind;
    expect(meant({ kind: "click", command, input })).toBe("ask");
    expect(meant({ kind: "line", text: "vet numbers 小鹿护肤", slash: true })).toBe("ask");
    for (const number of ["quote=3000", "video=3000", "报价=3000"])
      expect(meant({ kind: "line", text: `vet numbers 小鹿护肤 ${number}`, slash: true })).toBe("run");
    expect(meant({ kind: "submission", command, input, values: { quote: "3000" } })).toBe("run");
    expect(meant({ kind: "submission", command, input, values: {} })).toBe("run");
  });
});

describe("an exclusivity", () => {
  const campaign = "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09";

  it("of another brand in the same category raises the flag with its dates", async () => {
    await type(bench.as(maya), campaign);
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k competitor=no");
    await type(
      bench.as(maya),
      "creator exclusive 小鹿护肤 brand=Rival category=护肤 from=2026-11-01 until=2026-12-31",
    );
    await type(bench.as(maya), "vet 小鹿护肤 reads=40000");
    const card = await last("vet-card");
    expect(card.report.flags.map(({ id }) => id)).toContain("F9");
    expect(shown("vet-card", card).text).toContain(
      "Exclusivity: Rival (护肤), Sun 1 Nov 2026 to Thu 31 Dec 2026",
    );
  });

  it("of the own brand, of another category or of the past raises none", async () => {
    await type(bench.as(maya), campaign);
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
    for (const line of [
      "brand=ACME category=beauty until=2027-01-31",
      "brand=Snacks category=food until=2027-01-31",
      "brand=Rival category=beauty from=2026-01-01 until=2026-11-22",
    ])
      await type(bench.as(maya), `creator exclusive 小鹿护肤 ${line}`);
    bench.setNow("2026-12-31T02:00:00Z");
    await type(bench.as(maya), "vet 小鹿护肤 reads=40000");
    expect((await last("vet-card")).report.flags.map(({ id }) => id)).not.toContain("F9");
  });

  it("ended with a reason raises the flag no more, and is on the record", async () => {
    await type(bench.as(maya), campaign);
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
    await type(bench.as(maya), "creator exclusive 小鹿护肤 brand=Rival category=beauty until=2026-12-31");
    await type(bench.as(maya), "creator exclusive 小鹿护肤 brand=Other category=beauty until=2026-12-30");
    await type(bench.as(maya), "vet 小鹿护肤 reads=40000");
    expect((await last("vet-card")).exclusivity?.brand).toBe("Rival");
    const form = await formOf(bench.as(maya), {
      command: "creator exclusive end",
      input: { creator: "小鹿护肤" },
    });
    const [asked] = form.fields;
    const choices = asked?.kind === "choice" ? asked.choices : [];
    expect(choices.map(({ label }) => label)).toEqual([
      "Other (Beauty), Mon 23 Nov 2026 to Wed 30 Dec 2026",
      "Rival (Beauty), Mon 23 Nov 2026 to Thu 31 Dec 2026",
    ]);
    await press(bench.as(maya), form.call, {
      brand: choices[1]?.value ?? "",
      reason: "contract ended early",
    });
    const card = await last("creator-card");
    expect(card.exclusivities.map(({ brand }) => brand)).toEqual(["Other"]);
    expect(shown("creator-card", card).text).toContain(
      "Maya ended Rival (Beauty), Mon 23 Nov 2026 to Thu 31 Dec 2026. Reason: contract ended early.",
    );
    await type(bench.as(maya), "creator exclusive end 小鹿护肤 brand=other reason=mistake");
    await type(bench.as(maya), "vet 小鹿护肤 likes=1900");
    expect((await last("vet-card")).report.flags.map(({ id }) => id)).not.toContain("F9");
    const rows = await bench.store.db.select().from(audit).where(eq(audit.verb, "creator.exclusive-end"));
    expect(rows.map(({ actor, details }) => [actor, details["brand"], details["reason"]])).toEqual([
      [maya.id, "Rival", "contract ended early"],
      [maya.id, "Other", "mistake"],
    ]);
    await expect(
      type(bench.as(maya), "creator exclusive end 小鹿护肤 brand=Rival reason=again"),
    ).rejects.toMatchObject({ details: { problem: "no-exclusivity" } });
  });

  it("entered again changes its dates, and one that ends before it begins is refused", async () => {
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
    await type(bench.as(maya), "creator exclusive 小鹿护肤 brand=Rival category=beauty until=2026-12-31");
    await type(bench.as(maya), "creator exclusive 小鹿护肤 brand=rival category=美妆 until=2027-02-28");
    const rows = await bench.store.db.select().from(exclusivities);
    expect(rows.map(({ from, until }) => [from, until])).toEqual([["2026-11-23", "2027-02-28"]]);
    await expect(
      type(
        bench.as(maya),
        "creator exclusive 小鹿护肤 brand=Rival category=beauty from=2027-01-02 until=2027-01-01",
      ),
    ).rejects.toThrow(AppError);
  });
});

describe("the own record", () => {
  it("of postings goes into the next vetting, with how many it is made of", async () => {
    await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09");
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    await type(bench.as(maya), "vet 小鹿护肤 reads=40000");
    expect((await bench.store.db.select().from(vettings)).at(-1)?.facts.onTimeShare).toBeUndefined();
    bench.setNow("2026-12-09T01:00:00Z");
    await type(bench.as(maya), "wave posted 小鹿护肤");
    await type(bench.as(maya), "vet 小鹿护肤 reads=41000");
    const facts = (await bench.store.db.select().from(vettings)).at(-1)?.facts;
    expect(facts?.onTimeShare).toMatchObject({ value: 1, records: 1, source: "own-records" });
    await type(bench.as(maya), "creator 小鹿护肤");
    expect((await last("creator-card")).delivery).toEqual({ onTime: 1, late: 0, open: 0 });
  });

  it("counts a posting that nobody marked two days later as late", async () => {
    await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09");
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
    await type(bench.as(maya), "wave 小鹿护肤 2026-12-08 20:00");
    bench.setNow("2026-12-09T15:59:00Z");
    await type(bench.as(maya), "creator 小鹿护肤");
    expect((await last("creator-card")).delivery).toEqual({ onTime: 0, late: 0, open: 1 });
    bench.setNow("2026-12-09T16:00:00Z");
    await type(bench.as(maya), "creator 小鹿护肤");
    expect((await last("creator-card")).delivery).toEqual({ onTime: 0, late: 1, open: 0 });
  });
});

describe("the card of a creator", () => {
  it("shows every vetting, and from three scores on a line", async () => {
    for (const [index, reads] of [40_000, 41_000, 42_000].entries()) {
      bench.setNow(`2026-11-2${index + 3}T02:00:00Z`);
      await type(bench.as(maya), `vet 小鹿护肤 ${NUMBERS} reads=${reads}`);
      await type(bench.as(maya), "creator 小鹿护肤");
      const data = await last("creator-card");
      expect(data.history).toHaveLength(index + 1);
      const charts = shown("creator-card", data).body.filter(({ kind }) => kind === "chart");
      expect(charts).toHaveLength(index === 2 ? 1 : 0);
    }
    expect((await last("creator-card")).history[0]?.at).toBe("2026-11-25T02:00:00Z");
  });

  it("one contact answers for many creators", async () => {
    for (const name of ["小鹿护肤", "阿禾", "阿布"]) await type(bench.as(maya), `vet ${name} followers=82k`);
    await type(bench.as(maya), "creator contact 小鹿护肤 name=王敏 mcn=无忧传媒");
    await type(bench.as(lin, { platform: "lark" }), "博主 商务 阿禾 姓名=王敏 机构=无忧传媒");
    await type(bench.as(maya), "creator contact 阿布 name=王敏 mcn=别家");
    await type(bench.as(maya), "creator contact 小鹿护肤");
    const data = await last("creator-contact");
    expect(data.contact).toEqual({ name: "王敏", mcn: "无忧传媒" });
    expect(data.creators.map(({ name }) => name).toSorted()).toEqual(["小鹿护肤", "阿禾"].toSorted());
    await type(bench.as(maya), "creator contact 王敏 mcn=无忧传媒");
    expect(await last("creator-contact")).toEqual({ ...data, creator: null });
    await type(bench.as(maya), "creator 阿禾");
    expect((await last("creator-card")).contact).toEqual({ name: "王敏", mcn: "无忧传媒", creators: 2 });
  });
});

describe("handing over", () => {
  it("tells the new person privately, once, and changes the card that is there", async () => {
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
    await type(bench.as(maya), "creator 小鹿护肤");
    const form = await formOf(bench.as(maya), {
      command: "creator handover",
      input: { creator: "小鹿护肤" },
    });
    expect(form.fields).toMatchObject([{ kind: "choice", name: "to" }]);
    for (let pressed = 0; pressed < 2; pressed += 1) await press(bench.as(maya), form.call, { to: lin.id });
    const told = (await bench.outbox()).filter(
      (row) => row.template === "creator-handover" && row.readerId === lin.id,
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ platform: "lark", data: { yours: true } });
    expect(await last("creator-card")).toMatchObject({ inCharge: { name: "Lin" } });
  });

  it("moves all creators of a member at once", async () => {
    for (const name of ["小鹿护肤", "阿禾"]) {
      await type(bench.as(maya), `vet ${name} followers=82k`);
      await type(bench.as(maya), `creator handover ${name} to=Maya`);
    }
    await type(bench.as(maya), "creator handover from=Maya to=Lin");
    expect((await last("creator-handover")).creators).toHaveLength(2);
    expect((await allCreators(bench)).map(({ inChargeId }) => inChargeId)).toEqual([lin.id, lin.id]);
    await expect(type(bench.as(maya), "creator handover from=Maya to=Lin")).rejects.toThrow(AppError);
  });

  it("refuses someone who does not work with creators, and a name nobody has", async () => {
    await bench.addMember("Priya", "finance");
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
    for (const to of ["Priya", "Nobody"])
      await expect(type(bench.as(maya), `creator handover 小鹿护肤 to=${to}`)).rejects.toThrow(AppError);
  });
});
