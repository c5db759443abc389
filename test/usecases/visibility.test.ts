/** Two agencies and a brand use everything there is: no message holds a number that one of its readers may not know. */
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Where } from "../../src/chat/inbound.ts";
import { leftOutWords } from "../../src/chat/left-out.ts";
import { LANGUAGES } from "../../src/chat/people.ts";
import { createReading } from "../../src/chat/reading.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { renderCard } from "../../src/lark/render-card.ts";
import { drawCard } from "../../src/slack/draw-card.ts";
import { type Member, rememberChat } from "../../src/store/people.ts";
import { templates } from "../../templates/index.ts";
import { locales } from "../../templates/locales/index.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press, type } from "./calls.ts";

const SLACK: Partial<Where> = { platform: "slack", chat: "C1", chatKind: "group" };
const LARK: Partial<Where> = { platform: "lark", chat: "oc_1", chatKind: "group" };
const LARK_PRIVATE: Partial<Where> = { platform: "lark", chat: "oc_p", chatKind: "direct" };

type Side = "brand" | "X" | "Y";

/**
 * Every confidential number of the story: as it is typed, as cards write it, as it is kept, and who may read it. What is
 * passed for X stands in the brand's sums too.
 */
const SECRETS = {
  budget: { typed: "987654", shown: "987,654", kept: "98765400", readers: ["brand"] },
  ceiling: { typed: "7531", shown: "7,531", kept: "753100", readers: ["brand"] },
  "margin of X": { typed: "13.7%", shown: "13.7%", kept: "0.137", readers: ["X"] },
  "rebate of X": { typed: "11.3%", shown: "11.3%", kept: "0.113", readers: ["X"] },
  "agency share of X": { typed: "8.7%", shown: "311.37", kept: "31137", readers: ["X"] },
  "rebate of Y": { typed: "9.1%", shown: "9.1%", kept: "0.091", readers: ["Y"] },
  "quote of X": { typed: "3456", shown: "3,456", kept: "345600", readers: ["brand", "X"] },
  "quote of Y": { typed: "2468", shown: "2,468", kept: "246800", readers: ["brand", "Y"] },
  "passed price of X": { typed: "3321", shown: "3,321", kept: "332100", readers: ["brand", "X"] },
  "later quote of X": { typed: "3612", shown: "3,612", kept: "361200", readers: ["brand", "X"] },
  "vetted quote of X": { typed: "3579", shown: "3,579", kept: "357900", readers: ["brand", "X"] },
  "vetted quote of Y": { typed: "2187", shown: "2,187", kept: "218700", readers: ["brand", "Y"] },
} as const satisfies Record<string, { typed: string; shown: string; kept: string; readers: readonly Side[] }>;

type Secret = keyof typeof SECRETS;
const typed = (name: Secret): string => SECRETS[name].typed;

let bench: Bench;
let maya: Member;
let jonas: Member;
let lin: Member;
let wu: Member;
/** what stands in a form before anybody fills it in, with who sees the form */
const forms: { readers: readonly Side[]; text: string }[] = [];

async function posts<Name extends TemplateName>(template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template);
  return rows.map((row) => ({ ...row, data: row.data as TemplateInput<Name> }));
}

const lastVetting = async () => (await posts("vet-card")).at(-1)?.data.vettingId ?? "";

beforeAll(async () => {
  bench = await createBench();
  const seenAt = bench.ctx.clock.now();
  const chat = { language: "en", zone: "UTC", seenAt } as const;
  await rememberChat(bench.store.db, { ...chat, platform: "slack", chatId: "C1", name: "#spring-launch" });
  await rememberChat(bench.store.db, { ...chat, platform: "lark", chatId: "oc_1", name: "春季种草群" });
  maya = await bench.addMember("Maya", "marketer", { platforms: ["slack", "lark"] });
  jonas = await bench.addMember("Jonas", "manager");
  lin = await bench.addMember("Lin", "partner", { agency: "蓝鲸", platforms: ["lark"] });
  wu = await bench.addMember("Wu", "partner", { agency: "星河", platforms: ["lark"] });
  await type(
    bench.as(maya),
    "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2027-03-08 lark=春季种草群",
  );
  await tellStory();
}, 60_000);

afterAll(() => bench.close());

/** Everybody does everything that shows or takes a price, in every chat. */
async function tellStory(): Promise<void> {
  await type(bench.as(jonas, SLACK), `campaign terms budget=${typed("budget")} ceiling=${typed("ceiling")}`);
  await type(bench.as(lin, LARK), `campaign terms margin=${typed("margin of X")}`);
  await type(
    bench.as(lin, LARK),
    `vet 小鹿护肤 followers=82k quote=${typed("vetted quote of X")} agency=${typed("agency share of X")}`,
  );
  await press(bench.as(lin, LARK), { command: "shortlist add", input: { vetting: await lastVetting() } });
  await type(bench.as(maya, SLACK), "vet 小鹿护肤 comments=130");
  await type(bench.as(wu, LARK_PRIVATE), "vet 小鹿护肤 reads=41000");
  await type(bench.as(wu, LARK), `vet 小鹿护肤 quote=${typed("vetted quote of Y")}`);
  await type(bench.as(maya, SLACK), "vet 小鹿护肤 likes=1900");
  await type(bench.as(maya, LARK), "vet 小鹿护肤 shares=80");
  await type(bench.as(lin, LARK_PRIVATE), "vet 小鹿护肤 saves=900");
  await type(bench.as(wu, LARK_PRIVATE), "vet 小鹿护肤 notes=23");
  await press(bench.as(maya, SLACK), { command: "shortlist add", input: { vetting: await lastVetting() } });
  await type(
    bench.as(lin, LARK),
    `outreach 小鹿护肤 state=held until=2026-12-05 price=${typed("quote of X")} rebate=${typed("rebate of X")} via=甲`,
  );
  await type(
    bench.as(wu, LARK),
    `outreach 小鹿护肤 state=asked price=${typed("quote of Y")} rebate=${typed("rebate of Y")} via=乙`,
  );
  for (const [reader, readers] of [
    [bench.as(lin, LARK), ["brand", "X", "Y"]],
    [bench.as(lin, LARK_PRIVATE), ["X"]],
    [bench.as(wu, LARK_PRIVATE), ["Y"]],
  ] as const) {
    const form = await formOf(reader, { command: "shortlist draft", input: {} });
    forms.push({ readers, text: JSON.stringify(form) });
  }
  await type(bench.as(lin, LARK), "提报");
  await type(bench.as(wu, LARK), "提报");
  const brand = (await posts("list-card")).filter(({ data }) => data.view === "brand");
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
  for (const line of [
    "shortlist",
    "shortlist lists",
    "outreach",
    "campaign terms",
    "campaign",
    "creator 小鹿护肤",
    "vet compare 小鹿护肤、阿禾",
  ])
    for (const [member, where] of [
      [maya, SLACK],
      [maya, LARK],
      [lin, LARK],
      [lin, LARK_PRIVATE],
      [wu, LARK],
      [wu, LARK_PRIVATE],
    ] as const)
      await type(bench.as(member, where), line === "campaign" ? "campaign 春日新品" : line);
  await press(bench.as(jonas, SLACK), { command: "shortlist close", input: { list: first.data.id } });
}

/** Who reads a row of the outbox: said here once more, without the program's help. */
function readersOf(lane: string, onlyFor: string | undefined): readonly Side[] {
  const person = onlyFor ?? lane.split("@")[1] ?? "";
  if (person.endsWith("-Lin")) return ["X"];
  if (person.endsWith("-Wu")) return ["Y"];
  if (person !== "") return ["brand"];
  return lane.startsWith("slack:") ? ["brand"] : ["brand", "X", "Y"];
}

/** A message in all its forms: as it is kept, and as each platform gets it in each language. */
function textsOf(row: Awaited<ReturnType<Bench["outbox"]>>[number]): string {
  const template = templates[row.template as TemplateName];
  const cards = LANGUAGES.flatMap((language) => {
    const reading = createReading(language, "Asia/Shanghai", locales[language]);
    const card = template.render(template.data.parse(row.data), reading);
    const words = leftOutWords(reading);
    return [drawCard(card, "native", words), drawCard(card, "plain", words), renderCard(card, "key", words)];
  });
  return JSON.stringify([row.data, cards]);
}

/** A number, not a part of a longer one. */
function holds(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d,.])${number.replaceAll(".", "\\.")}(?![\\d]|[.,]\\d)`, "u").test(text);
}

const seenBy = async (secret: Secret) => {
  const { shown, kept } = SECRETS[secret];
  const rows = (await bench.outbox()).filter(({ template }) => template !== null);
  return rows
    .filter((row) => {
      const text = textsOf(row);
      return holds(text, shown) || holds(text, kept);
    })
    .map((row) => ({ row, readers: readersOf(row.lane, row.destination.onlyFor) }));
};

describe.each(Object.keys(SECRETS) as Secret[])("the %s", (secret) => {
  const may: readonly Side[] = SECRETS[secret].readers;

  it("reaches nobody who may not know it", async () => {
    const leaks = (await seenBy(secret)).filter(({ readers }) => readers.some((side) => !may.includes(side)));
    expect(leaks.map(({ row }) => `${row.template} to ${row.lane}`)).toEqual([]);
  });

  it("reaches each side that may", async () => {
    const reached = new Set((await seenBy(secret)).flatMap(({ readers }) => readers));
    expect([...reached].sort()).toEqual([...may].sort());
  });

  it("stands in no form that others see", () => {
    const { shown, typed: text } = SECRETS[secret];
    const leaks = forms.filter(
      (form) =>
        (holds(form.text, shown) || holds(form.text, text)) &&
        form.readers.some((side) => !may.includes(side)),
    );
    expect(leaks).toEqual([]);
  });
});

test("an agency finds its own prices in its form, where nobody else looks", () => {
  expect(forms[1]?.text).toContain(typed("quote of X"));
  expect(forms[2]?.text).toContain(typed("quote of Y"));
});

test("no agency reads the other's name", async () => {
  for (const [side, name] of [
    ["X", "星河"],
    ["Y", "蓝鲸"],
  ] as const) {
    const rows = (await bench.outbox()).filter(
      (row) => row.template !== null && readersOf(row.lane, row.destination.onlyFor).includes(side),
    );
    expect(rows.filter((row) => textsOf(row).includes(name)).map(({ template }) => template)).toEqual([]);
  }
});
