/** All prices named for a creator on their card, and who sees which; a comparison that asks which creator is meant. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import type { Member } from "../../src/store/people.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { askWhichCreator } from "../../src/usecases/vetting/ask-which-creator.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { press, type } from "./calls.ts";

let bench: Bench;
let maya: Member;
beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "manager");
});
afterEach(() => bench.close());

async function newest<Name extends TemplateName>(template: Name): Promise<TemplateInput<Name>> {
  const row = (await bench.outbox()).findLast((one) => one.template === template);
  if (row === undefined) throw new Error(`No ${template} was sent.`);
  return row.data as TemplateInput<Name>;
}

const direct = (member: Member): Ctx => bench.as(member, { chatKind: "direct" });

async function shownTo(ctx: Ctx) {
  await type(ctx, "creator 小鹿护肤");
  const { quotes } = await newest("creator-card");
  return quotes.map(({ price, origin }) => `${price.amount / 100} ${origin?.kind ?? "vetted"}`);
}

test("a creator's card has the quotes of vettings, outreach and lists, each side's own", async () => {
  const wen = await bench.addMember("Wen", "partner", { agency: "星野" });
  const lin = await bench.addMember("Lin", "partner", { agency: "本机构" });
  await type(direct(maya), "campaign 春季种草 brand=Acme product=面霜 category=beauty launch=2027-03-08");
  await type(direct(maya), "vet 小鹿护肤 followers=82k quote=3000");
  bench.setNow("2026-11-24T02:00:00Z");
  // older than the last 20 vettings it would be gone from a short memory
  await type(direct(maya), "vet 小鹿护肤 quote=3200");
  bench.setNow("2026-11-25T02:00:00Z");
  await type(direct(wen), "vet 小鹿护肤 quote=3579");
  bench.setNow("2026-11-26T02:00:00Z");
  await type(direct(wen), "outreach 小鹿护肤 state=asked price=3456");
  bench.setNow("2026-11-27T02:00:00Z");
  await type(direct(maya), "outreach 小鹿护肤 state=asked price=2900");

  const own = ["3200 vetted", "3000 vetted"];
  expect(await shownTo(direct(maya))).toEqual(["2900 outreach", "3456 outreach", "3579 vetted", ...own]);
  expect(await shownTo(direct(wen))).toEqual(["3456 outreach", "3579 vetted", ...own]);
  expect(await shownTo(direct(lin))).toEqual(own);
  // a group on Slack is the brand's; whoever acts there reads along
  expect(await shownTo(bench.as(maya))).toEqual(["2900 outreach", "3456 outreach", "3579 vetted", ...own]);
  expect(await shownTo(bench.as(lin))).toEqual(own);
  // in a group on Lark anybody may read along
  expect(await shownTo(bench.as(maya, { platform: "lark" }))).toEqual(own);
});

test("a change redraws every side's copy with that side's prices", async () => {
  const wen = await bench.addMember("Wen", "partner", { agency: "星野" });
  await type(direct(wen), "vet 小鹿护肤 followers=82k quote=3579");
  await type(direct(wen), "creator 小鹿护肤");
  await type(bench.as(maya, { platform: "lark" }), "creator 小鹿护肤");
  await bench.store.pool.query("update seedbed.outbox set state = 'sent', sent_at = now(), message = '{}'");
  await type(direct(maya), "creator contact 小鹿护肤 name=王敏");
  const updates = (await bench.outbox()).filter(
    ({ kind, template }) => kind === "update" && template === "creator-card",
  );
  const drawn = updates.map(({ data }) => (data as TemplateInput<"creator-card">).quotes.length);
  expect(drawn.toSorted((a, b) => a - b)).toEqual([0, 1]);
});

test("an ambiguous name in a comparison gives a choice, and the others stay", async () => {
  const profile = (end: string) => `https://www.xiaohongshu.com/user/profile/5ff0e64100000000010084${end}`;
  await type(direct(maya), `vet 小鹿 ${profile("01")} followers=82k`);
  await type(direct(maya), `vet 小鹿 ${profile("02")} followers=3k`);
  await type(direct(maya), "vet 小鹿护肤 followers=5k");
  const line = "vet compare 小鹿护肤、小鹿";
  const named = bench.ctx.commands.fromLine(line);
  const error: unknown = await type(direct(maya), line).catch((problem: unknown) => problem);
  expect(error).toMatchObject({ code: "ambiguous-creator" });
  if (named === undefined) throw new Error(line);
  expect(await askWhichCreator(direct(maya), named, error)).toBe(true);
  const { options } = await newest("creator-choice");
  expect(options.map(({ input }) => input["creators"])).toEqual(options.map(({ id }) => `小鹿护肤、${id}`));
  await press(direct(maya), { command: "vet compare", input: options[1]?.input ?? {} });
  const { creators } = await newest("vet-compare");
  expect(creators.map(({ followers }) => followers)).toEqual([5_000, 3_000]);
});

test("a price in a list stands on the card of the side that submitted it and of the brand, and nowhere else", async () => {
  const wen = await bench.addMember("Wen", "partner", { agency: "星野" });
  const lin = await bench.addMember("Lin", "partner", { agency: "本机构" });
  const unnamed = await bench.addMember("Someone", "partner");
  await type(direct(maya), "campaign 春季种草 brand=Acme product=面霜 category=beauty launch=2027-03-08");
  await type(direct(wen), "vet 小鹿护肤 followers=82k");
  const { vettingId } = await newest("vet-card");
  await press(direct(wen), { command: "shortlist add", input: { vetting: vettingId ?? "" } });
  await press(
    direct(wen),
    { command: "shortlist draft", input: {} },
    { lines: "小鹿护肤 3456 肤质匹配", campaign: "春季种草" },
  );
  for (const member of [maya, wen]) expect(await shownTo(direct(member))).toEqual(["3456 list"]);
  expect(await shownTo(bench.as(maya))).toEqual(["3456 list"]);
  for (const ctx of [
    direct(lin),
    direct(unnamed),
    // whoever acts in the brand's group reads along
    bench.as(lin),
    bench.as(maya, { platform: "lark" }),
  ])
    expect(await shownTo(ctx)).toEqual([]);
});

test("single costs in an agency's own snapshot stay away from a group where others read along", async () => {
  const wen = await bench.addMember("Wen", "partner", { agency: "星野", platforms: ["lark"] });
  const lin = await bench.addMember("Lin", "partner", { agency: "本机构", platforms: ["lark"] });
  await type(direct(wen), "vet 小鹿护肤 followers=82k reads=40000 quote=3579");
  // this one has no quote: what the other one costs a read stands in it, beside the published range
  await type(direct(wen), "vet 阿禾 followers=80k reads=40000");
  const vetting = (await newest("vet-card")).vettingId ?? "";
  const points = async () => {
    const { report } = await newest("vet-card");
    return report.price?.methods?.flatMap((method) => method.points ?? []) ?? [];
  };
  expect(await points()).toHaveLength(1);
  const open = (ctx: Ctx) => press(ctx, { command: "vet show", input: { vetting } });
  for (const ctx of [
    direct(lin),
    bench.as(lin),
    bench.as(maya, { platform: "lark" }),
    bench.as(wen, { platform: "lark" }),
  ]) {
    await open(ctx);
    expect(await points()).toEqual([]);
    expect((await newest("vet-card")).report.price?.low).toBeDefined();
  }
  for (const ctx of [direct(wen), direct(maya), bench.as(maya)]) {
    await open(ctx);
    expect(await points()).toHaveLength(1);
  }
});

test("what the brand vetted with an agency's quote in it gives nobody else a single cost", async () => {
  const wen = await bench.addMember("Wen", "partner", { agency: "星野" });
  await bench.addMember("Lin", "partner", { agency: "本机构" });
  await type(direct(wen), "vet 小鹿护肤 followers=82k reads=40000 quote=3579");
  // the agency's quote is still the newest that is known
  await type(direct(maya), "vet 小鹿护肤 followers=83k");
  await type(bench.as(maya, { platform: "lark" }), "vet 阿禾 followers=80k reads=40000");
  const { report } = await newest("vet-card");
  expect(report.price?.methods?.flatMap((method) => method.points ?? [])).toEqual([]);
});

test("a quote beside which an agency's own one stood is no change from unknown", async () => {
  const lin = await bench.addMember("Lin", "partner", { agency: "蓝鲸传播" });
  await type(direct(maya), "vet 小鹿 followers=82k quote=3000 category=beauty");
  await type(direct(lin), "vet 小鹿 quote=3100 category=美妆");
  await type(direct(maya), "vet 小鹿 followers=83k quote=3000 category=beauty");
  const { changes } = await newest("vet-card");
  expect(changes?.facts.map(({ fact }) => fact)).toEqual(["followers"]);
});
