/** Two agencies and a brand do everything that shows or takes a price, in every chat. */
import type { Where } from "../../../src/chat/inbound.ts";
import type { TemplateInput, TemplateName } from "../../../src/chat/template-data.ts";
import { rememberChat } from "../../../src/store/chats.ts";
import type { Member } from "../../../src/store/people.ts";
import { planDigests } from "../../../src/usecases/home/plan-digests.ts";
import { startImport } from "../../../src/usecases/imports/start-import.ts";
import { type Bench, createBench } from "../../support/use-case.ts";
import { formOf, press, type } from "../calls.ts";
import { goTo, runDue } from "../clock.ts";
import { type Side, typed } from "./secrets.ts";

const SLACK: Partial<Where> = { platform: "slack", chat: "C1", chatKind: "group" };
const LARK: Partial<Where> = { platform: "lark", chat: "oc_1", chatKind: "group" };
const LARK_X: Partial<Where> = { platform: "lark", chat: "oc_x", chatKind: "group" };
const LARK_Y: Partial<Where> = { platform: "lark", chat: "oc_y", chatKind: "group" };
const LARK_PRIVATE: Partial<Where> = { platform: "lark", chat: "oc_p", chatKind: "direct" };

/** What stands in a form before anybody fills it in, with who sees the form. */
interface SeenForm {
  readers: readonly Side[];
  text: string;
}

interface Team {
  /** the brand's */
  maya: Member;
  jonas: Member;
  dana: Member;
  /** of agency X, a partner and a manager */
  lin: Member;
  xu: Member;
  /** of agency Y */
  wu: Member;
  yan: Member;
}

export interface Story {
  bench: Bench;
  forms: readonly SeenForm[];
}

export async function tellStory(): Promise<Story> {
  const bench = await createBench();
  const team = await meet(bench);
  await planDigests({ ctx: bench.ctx });
  await price(bench, team);
  const forms = await openForms(bench, team);
  await submitAndDecide(bench, team);
  await sayWhoseGroups(bench, team);
  await shareLists(bench, team);
  await pay(bench, team);
  await look(bench, team);
  await goTo(bench, "2026-12-12T12:00:00Z");
  await look(bench, team);
  return { bench, forms };
}

async function posts<Name extends TemplateName>(bench: Bench, template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template);
  return rows.map((row) => ({ ...row, data: row.data as TemplateInput<Name> }));
}

const lastVetting = async (bench: Bench) => (await posts(bench, "vet-card")).at(-1)?.data.vettingId ?? "";

async function meet(bench: Bench): Promise<Team> {
  const seenAt = bench.ctx.clock.now();
  const chat = { language: "en", zone: "UTC", seenAt } as const;
  await rememberChat(bench.store.db, { ...chat, platform: "slack", chatId: "C1", name: "#spring-launch" });
  for (const [chatId, name] of [
    ["oc_1", "春季种草群"],
    ["oc_x", "甲群"],
    ["oc_y", "乙群"],
  ] as const)
    await rememberChat(bench.store.db, { ...chat, platform: "lark", chatId, name });
  const x = { agency: "蓝鲸", platforms: ["lark"] } as const;
  const y = { agency: "星河", platforms: ["lark"] } as const;
  const team = {
    maya: await bench.addMember("Maya", "marketer", { platforms: ["slack", "lark"] }),
    jonas: await bench.addMember("Jonas", "manager"),
    dana: await bench.addMember("Dana", "admin"),
    lin: await bench.addMember("Lin", "partner", x),
    xu: await bench.addMember("Xu", "manager", x),
    wu: await bench.addMember("Wu", "partner", y),
    yan: await bench.addMember("Yan", "manager", y),
  };
  await type(
    bench.as(team.maya),
    "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2027-03-08 lark=春季种草群",
  );
  return team;
}

async function price(bench: Bench, { maya, jonas, lin, wu }: Team): Promise<void> {
  await type(bench.as(jonas, SLACK), `campaign terms budget=${typed("budget")} ceiling=${typed("ceiling")}`);
  await type(bench.as(lin, LARK), `campaign terms margin=${typed("margin of X")}`);
  await type(
    bench.as(lin, LARK),
    `vet 小鹿护肤 followers=82k quote=${typed("vetted quote of X")} agency=${typed("agency share of X")}`,
  );
  await press(bench.as(lin, LARK), {
    command: "shortlist add",
    input: { vetting: await lastVetting(bench) },
  });
  await type(bench.as(maya, SLACK), "vet 小鹿护肤 comments=130");
  await type(bench.as(wu, LARK_PRIVATE), "vet 小鹿护肤 reads=41000");
  await type(bench.as(wu, LARK), `vet 小鹿护肤 quote=${typed("vetted quote of Y")}`);
  await type(bench.as(maya, SLACK), "vet 小鹿护肤 likes=1900");
  await type(bench.as(maya, LARK), "vet 小鹿护肤 shares=80");
  await type(bench.as(lin, LARK_PRIVATE), "vet 小鹿护肤 saves=900");
  await type(bench.as(wu, LARK_PRIVATE), "vet 小鹿护肤 notes=23");
  await press(bench.as(maya, SLACK), {
    command: "shortlist add",
    input: { vetting: await lastVetting(bench) },
  });
  await type(
    bench.as(lin, LARK),
    `outreach 小鹿护肤 state=held until=2026-12-05 price=${typed("quote of X")} rebate=${typed("rebate of X")} via=甲`,
  );
  await type(
    bench.as(wu, LARK),
    `outreach 小鹿护肤 state=asked price=${typed("quote of Y")} rebate=${typed("rebate of Y")} via=乙`,
  );
}

async function openForms(bench: Bench, { lin, wu }: Team): Promise<SeenForm[]> {
  const forms: SeenForm[] = [];
  for (const [reader, readers] of [
    [bench.as(lin, LARK), ["brand", "X", "Y"]],
    [bench.as(lin, LARK_PRIVATE), ["X"]],
    [bench.as(wu, LARK_PRIVATE), ["Y"]],
  ] as const) {
    const form = await formOf(reader, { command: "shortlist draft", input: {} });
    forms.push({ readers, text: JSON.stringify(form) });
  }
  return forms;
}

async function submitAndDecide(bench: Bench, { maya, jonas, lin, wu }: Team): Promise<void> {
  await type(bench.as(lin, LARK), "提报");
  await type(bench.as(wu, LARK), "提报");
  const brand = (await posts(bench, "list-card")).filter(({ data }) => data.view === "brand");
  const [first] = brand;
  if (first === undefined) throw new Error("The brand got no list.");
  await press(
    bench.as(jonas, SLACK),
    { command: "shortlist decide", input: { list: first.data.id, seen: first.data.seen } },
    { rows: "1", decision: "pass", price: typed("passed price of X") },
  );
  bench.setNow("2026-11-24T02:00:00Z");
  await type(
    bench.as(lin, LARK),
    `outreach 小鹿护肤 state=rechecked price=${typed("later quote of X")} via=甲`,
  );
  await type(bench.as(lin, LARK), "提报");
  await type(bench.as(maya, SLACK), "vet 阿禾 followers=3000");
  await type(bench.as(maya, SLACK), "vet Momo酱 followers=5000");
}

async function sayWhoseGroups(bench: Bench, { dana, lin, wu }: Team): Promise<void> {
  await type(bench.as(dana, SLACK), "campaign side 蓝鲸 chat=甲群");
  await type(bench.as(dana, SLACK), "campaign side 星河 chat=乙群");
  // each where its own people are, and where the other's are
  for (const [member, where] of [
    [lin, LARK_X],
    [wu, LARK_Y],
    [lin, LARK_Y],
    [wu, LARK_X],
  ] as const)
    for (const line of ["outreach", "shortlist", "vet 小鹿护肤"]) await type(bench.as(member, where), line);
}

/** Each agency shares a list where all are and where only its own side is. */
async function shareLists(bench: Bench, { lin, wu }: Team): Promise<void> {
  const known = "昵称,小红书号,粉丝数,图文报价";
  const share = async (member: Member, where: Partial<Where>, rows: readonly string[], header = known) => {
    const { lark } = bench.ctx.chats;
    if (lark === undefined) throw new Error("The bench has no Lark.");
    const content = Buffer.from([header, ...rows].join("\n"));
    Object.assign(bench.ctx.chats, { lark: { ...lark, readFile: () => Promise.resolve(content) } });
    const file = { platform: "lark", id: "F1", name: "list.csv" } as const;
    await startImport({ ctx: bench.as(member, where), input: { file } });
    await runDue(bench);
  };
  const ofX = [
    `名单甲,h1,82000,${typed("listed price of X")}`,
    `贵的号,h2,20000,${typed("doubtful price of X")}`,
    `没读懂,h3,30000,${typed("unread price of X")}`,
  ];
  const ofY = [`名单乙,h4,64000,${typed("listed price of Y")}`];
  const unknownHeader = "推荐人选,粉量级别,单篇互动情况,合作价,微信";
  const asked = [`没见过,3.1w,800,${typed("price of X under an unknown header")},wx`];
  await share(lin, LARK, asked, unknownHeader);
  await share(lin, LARK, ofX);
  await share(wu, LARK, ofY);
  await share(wu, LARK_Y, ofY);
  await share(wu, LARK_PRIVATE, ofY);
}

async function pay(bench: Bench, { maya, jonas, xu, yan }: Team): Promise<void> {
  const plan = (total: string) => `${total} first=2026-12-01 second=2026-12-08`;
  // passed on a list of X, so it is X's too although the brand plans it
  await type(bench.as(maya, SLACK), `pay 小鹿护肤 ${plan(typed("payment through X"))}`);
  await type(bench.as(yan, LARK), `pay 阿禾 ${plan(typed("payment through Y"))}`);
  await type(bench.as(maya, LARK), `pay Momo酱 ${plan(typed("payment of the brand's own"))}`);
  // whose plan is kept from them are told that there is none
  for (const creator of ["小鹿护肤", "阿禾", "Momo酱"])
    for (const [member, where] of [
      [maya, SLACK],
      [maya, LARK],
      [jonas, SLACK],
      [maya, LARK_X],
      [xu, LARK],
      [xu, LARK_X],
      [xu, LARK_PRIVATE],
      [yan, LARK],
      [yan, LARK_Y],
      [yan, LARK_PRIVATE],
    ] as const)
      await type(bench.as(member, where), `pay ${creator}`).catch(onlyNoPlan);
}

function onlyNoPlan(error: unknown): void {
  if ((error as { code?: string }).code !== "no-plan") throw error;
}

/** Everybody asks for everything, everywhere. */
async function look(bench: Bench, { maya, jonas, lin, xu, wu, yan }: Team): Promise<void> {
  const places = [
    [maya, SLACK],
    [maya, LARK],
    [jonas, SLACK],
    [lin, LARK],
    [lin, LARK_X],
    [lin, LARK_PRIVATE],
    [xu, LARK_PRIVATE],
    [wu, LARK],
    [wu, LARK_Y],
    [wu, LARK_PRIVATE],
    [yan, LARK_PRIVATE],
  ] as const;
  for (const line of [
    "shortlist",
    "shortlist lists",
    "outreach",
    "campaign terms",
    "campaign show",
    "creator 小鹿护肤",
    "vet 名单甲",
    "vet 名单乙",
    "vet compare 小鹿护肤、阿禾",
    "home",
    "digest",
  ])
    for (const [member, where] of places) {
      if (line === "digest" && member.role === "partner") continue;
      await type(bench.as(member, where), line);
    }
}
