/** Briefs in two languages on a real database: what they hold, what they warn of, their versions and their document. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brief as briefCommand } from "../../commands/brief.ts";
import { createReading } from "../../src/chat/reading.ts";
import { readInput } from "../../src/chat/registry.ts";
import { languageDifferences } from "../../src/domain/brief.ts";
import type { Campaign } from "../../src/store/campaigns.ts";
import { insertCampaign } from "../../src/store/campaigns.ts";
import { insertCreators } from "../../src/store/creators.ts";
import { inTransaction } from "../../src/store/database.ts";
import type { Member } from "../../src/store/people.ts";
import { saveSlot } from "../../src/store/slots.ts";
import type { BriefContent } from "../../src/usecases/briefs/brief-content.ts";
import { type BriefInput, makeBrief } from "../../src/usecases/briefs/make-brief.ts";
import { relayBrief } from "../../src/usecases/briefs/relay-brief.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { locales } from "../../templates/locales/index.ts";
import { unzip } from "../documents/unzip.ts";
import { type Bench, createBench } from "../support/use-case.ts";

const SOURCE: Campaign["brief"] = {
  background: { en: "Acme makes gentle care.", zh: "Acme 专注温和护理。" },
  goal: { en: "20 honest notes before launch", zh: "上市前 20 篇真实笔记" },
  keyPoints: { en: "5% ceramides\nAbsorbs within 30 seconds", zh: "5% 神经酰胺\n30 秒吸收" },
  must: { en: "Show the texture", zh: "上脸展示质地" },
  mustNot: { en: "No superlatives such as the best", zh: "不用最好、第一品牌等绝对化用语" },
};

let bench: Bench;
let maya: Member;
beforeEach(async () => {
  bench = await createBench("2026-11-02T02:00:00Z");
  maya = await bench.addMember("Maya", "marketer");
  await addCampaign("cam1", SOURCE);
  await insertCreators(bench.store.db, [
    {
      id: "cre1",
      name: "小鹿护肤",
      nameKey: "小鹿护肤",
      handle: "deer1",
      platformId: null,
      link: null,
      contactId: null,
      inChargeId: null,
      forgottenAt: null,
      createdAt: bench.ctx.clock.now(),
    },
  ]);
});
afterEach(() => bench.close());

async function addCampaign(id: string, brief: Campaign["brief"]): Promise<void> {
  await insertCampaign(bench.store.db, {
    id,
    name: id,
    brand: "Acme",
    product: "Barrier Cream 50 ml",
    category: "beauty",
    targetGender: "female",
    tierScheme: "T4",
    launchOn: "2026-12-20",
    zone: "Asia/Shanghai",
    currency: "CNY",
    slackChat: null,
    larkChat: null,
    brief,
    createdBy: maya.id,
    createdAt: bench.ctx.clock.now(),
    closedAt: null,
  });
}

async function addSlot(postOn: string): Promise<void> {
  await inTransaction(bench.store.db, (tx) =>
    saveSlot(tx, {
      id: "slo1",
      campaignId: "cam1",
      creatorId: "cre1",
      postOn,
      postTime: "20:00",
      zone: "Asia/Shanghai",
      wave: "seeding",
      revision: 1,
      postedAt: null,
      link: null,
      setBy: maya.id,
      setAt: bench.ctx.clock.now(),
    }),
  );
}

function make(input: Partial<BriefInput> = {}, ctx: Ctx = bench.as(maya)): Promise<void> {
  return makeBrief({
    ctx,
    input: { creator: "小鹿护肤", campaign: "cam1", texts: {}, fromForm: false, ...input },
  });
}

/** The inputs as the command reads them from what a person typed. */
async function type(line: Record<string, string>): Promise<void> {
  const read = readInput(briefCommand, { creator: "小鹿护肤", campaign: "cam1", ...line });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  await briefCommand.run({ ctx: bench.as(maya), input: read.input as never });
}

interface Card {
  id: string;
  version: number;
  newest: number;
  content: BriefContent;
}

async function cards(): Promise<Card[]> {
  const rows = await bench.outbox();
  return rows.filter(({ template }) => template === "brief-card").map(({ data }) => data as Card);
}

async function lastCard(): Promise<Card> {
  const card = (await cards()).at(-1);
  if (card === undefined) throw new Error("There is no card.");
  return card;
}

async function documents(): Promise<{ name: string; text: string }[]> {
  const { rows } = await bench.store.pool.query<{ name: string; content: Buffer }>(
    "select name, content from seedbed.files order by created_at, name",
  );
  return rows.map(({ name, content }) => ({
    name,
    text: (unzip(content).get("word/document.xml") ?? "").replaceAll(/<[^>]+>/gu, "|"),
  }));
}

test("a brief holds both languages side by side, with the same numbers in every section", async () => {
  await addSlot("2026-12-18");
  await make();
  const { content, version } = await lastCard();
  expect(version).toBe(1);
  expect(content.sections.map(({ id }) => id)).toEqual([
    "background",
    "goal",
    "key-points",
    "must",
    "must-not",
    "latitude",
    "format",
    "engagement",
    "disclosure",
    "timeline",
    "usage-rights",
  ]);
  for (const { id, en, zh } of content.sections) {
    expect({ id, differ: languageDifferences(en, zh) }).toEqual({ id, differ: [] });
  }
  expect(content.advice).toEqual([]);
  expect(content.dates).toEqual({
    postAt: "2026-12-18T12:00:00Z",
    draftDueAt: "2026-12-09T10:00:00Z",
    zones: ["Asia/Shanghai", "Europe/Berlin"],
  });

  const [document, ...others] = await documents();
  expect(others).toEqual([]);
  expect(document?.name).toBe("Brief-小鹿护肤-v1.docx");
  for (const part of [
    "Absorbs within 30 seconds",
    "30 秒吸收",
    "What is your skin type",
    "你是什么肤质",
    "platform&apos;s paid-partnership label",
    "平台的商业合作标识",
    "not a script",
    "不是脚本",
    "20:00 Shanghai / ",
    "13:00 Berlin",
    "20:00 上海 / ",
    "13:00 柏林",
  ]) {
    expect(document?.text).toContain(part);
  }
  expect((await bench.outbox()).map(({ kind }) => kind)).toEqual(["post", "file"]);
});

test("the standing texts of every category pass our own wording check in both languages", async () => {
  for (const category of ["food", "mother-baby", "something else"]) {
    await bench.store.pool.query("update seedbed.campaigns set category = $1", [category]);
    await make();
    const { advice } = (await lastCard()).content;
    expect(advice).toEqual([{ kind: "no-date" }]);
  }
});

test("a text in one language is shown as typed, and nothing is translated", async () => {
  await type({ goal: "提升新品认知", points: "absorbs fast; no fragrance" });
  const { content } = await lastCard();
  expect(content.sections.find(({ id }) => id === "goal")).toEqual({
    id: "goal",
    en: "",
    zh: "提升新品认知",
  });
  expect(content.sections.find(({ id }) => id === "key-points")).toEqual({
    id: "key-points",
    en: "absorbs fast\nno fragrance",
    zh: "",
  });
  expect(content.advice).toEqual([
    { kind: "missing", section: "goal", languages: ["en"] },
    { kind: "missing", section: "key-points", languages: ["zh"] },
    { kind: "no-date" },
  ]);
  const [document] = await documents();
  expect(document?.text).toContain("English text not given");
  expect(document?.text).toContain("未提供中文，请补充");
});

test("numbers that differ and wording are advice on the card", async () => {
  await type({
    points: "100,000 sold, the best cream",
    pointsZh: "售出 8万，全网第一面霜",
    must: "上微信领券",
  });
  const { advice } = (await lastCard()).content;
  expect(advice).toContainEqual({
    kind: "numbers-differ",
    section: "key-points",
    numbers: [80_000, 100_000],
  });
  expect(advice).toContainEqual(
    expect.objectContaining({ kind: "wording", section: "key-points", word: "全网第一", severity: "high" }),
  );
  expect(advice).toContainEqual(
    expect.objectContaining({ kind: "wording", section: "must", word: "微信", advice: "keep-on-platform" }),
  );
  expect(advice.some((one) => "section" in one && one.section === "must-not")).toBe(false);
  expect(await documents()).toHaveLength(1);
});

describe("the brief's date against the posting date", () => {
  test.each([
    ["2026-12-18", []],
    ["2026-12-01", [{ kind: "late", severity: "warning", until: "2026-10-27" }]],
    ["2026-11-20", [{ kind: "late", severity: "error", until: "2026-10-30" }]],
    ["2027-03-08", [{ kind: "calendar-unknown", year: 2027 }]],
  ])("%s", async (postOn, expected) => {
    await addSlot(postOn);
    await make();
    expect((await lastCard()).content.advice).toEqual(expected);
  });
});

test("a campaign that holds no texts gives a card that asks for them, and no file", async () => {
  await addCampaign("empty", {});
  await make({ campaign: "empty" });
  const { content } = await lastCard();
  expect(content.incomplete).toBe(true);
  expect(content.advice.slice(0, 3)).toEqual(
    ["goal", "key-points", "must"].map((section) => ({ kind: "missing", section, languages: ["en", "zh"] })),
  );
  expect((await bench.outbox()).map(({ kind }) => kind)).toEqual(["post"]);
});

test("a second brief is version 2, says what changed, and replaces the first on its card", async () => {
  await make();
  await make({ product: "Barrier Cream 30 ml", texts: { goal: { en: "30 notes", zh: "30 篇笔记" } } });
  const [first, second] = await cards();
  expect(second).toMatchObject({ version: 2, newest: 2, content: { changed: ["product", "goal"] } });
  expect(first).toMatchObject({ version: 1, newest: 2 });
  expect((await documents()).map(({ name }) => name)).toEqual([
    "Brief-小鹿护肤-v1.docx",
    "Brief-小鹿护肤-v2.docx",
  ]);
});

test("two briefs at once are two versions", async () => {
  await Promise.all([make(), make({ product: "Other" })]);
  const { rows } = await bench.store.pool.query("select version from seedbed.briefs order by version");
  expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
});

test("the form shows the brief it changes, and a text that is emptied there is gone", async () => {
  await make({ texts: { goal: { en: "30 notes", zh: "30 篇笔记" } } });
  const { id } = await lastCard();
  const form = await briefCommand.form?.({
    ctx: bench.as(maya),
    input: { campaign: "cam1", from: id },
    reading: createReading("en", "Europe/Berlin", locales.en),
  });
  const initials = Object.fromEntries(form?.fields.map(({ name, initial }) => [name, initial]) ?? []);
  expect(initials).toMatchObject({
    creator: "小鹿护肤",
    product: "Barrier Cream 50 ml",
    goal: "30 notes",
    goalZh: "30 篇笔记",
    mustNotZh: SOURCE.mustNot?.zh,
  });
  expect(form?.call.input).toEqual({ campaign: "cam1", form: "yes", from: id });

  const { creator = "", goal = "", points = "", must = "" } = initials;
  await type({ form: "yes", from: id, creator, goal, points, must });
  const { content } = await lastCard();
  expect(content.sections.map(({ id: section }) => section).slice(0, 4)).toEqual([
    "goal",
    "key-points",
    "must",
    "latitude",
  ]);
  expect(content.changed).toEqual(["goal", "key-points", "must", "background", "must-not"]);
});

test("the message for the creator is polite, short, Chinese, and only for who asked", async () => {
  await addSlot("2026-12-18");
  await make();
  const { id } = await lastCard();
  await relayBrief({ ctx: bench.as(maya), input: { brief: id } });
  expect((await bench.outbox()).at(-1)).toMatchObject({
    template: "brief-relay",
    destination: { onlyFor: "slack-Maya" },
    data: {
      zh: "小鹿护肤老师您好，这是“Acme Barrier Cream 50 ml”的合作 brief（第 1 版），文件一并发您。初稿麻烦在 12月9日周三 18:00 前给到，发布时间是 12月18日周五 20:00。有不清楚的地方随时说，辛苦啦～",
    },
  });
});

test("a creator nobody vetted and a campaign nobody started are refused with what is near", async () => {
  await expect(make({ creator: "小鹿" })).rejects.toMatchObject({
    code: "unknown-creator",
    details: { near: "小鹿护肤" },
  });
  await expect(make({ campaign: "cam9" })).rejects.toMatchObject({ code: "unknown-campaign" });
});
