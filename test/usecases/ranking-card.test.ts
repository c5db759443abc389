/** The card of a ranked list: brought into another order, opened at any row, and its file sent again after a change. */
import { setTimeout as pause } from "node:timers/promises";
import readXlsx from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import type { PlatformName } from "../../src/chat/ports.ts";
import type { TemplateInput } from "../../src/chat/template-data.ts";
import { rememberChat } from "../../src/store/chats.ts";
import { listImportById } from "../../src/store/imports.ts";
import { storeInbound } from "../../src/store/inbox.ts";
import type { Member } from "../../src/store/people.ts";
import { vettingById } from "../../src/store/vettings.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { redoRanking } from "../../src/usecases/imports/redo-ranking.ts";
import { startImport } from "../../src/usecases/imports/start-import.ts";
import { AlreadyDone, transact } from "../../src/usecases/unit.ts";
import { newest, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press } from "./calls.ts";
import { runDue } from "./clock.ts";

const HEADER = "昵称,小红书号,粉丝数,阅读中位数,互动中位数,图文报价";
const list = (...rows: string[]) => [HEADER, ...rows].join("\n");

/** By what is known of them: 乙 first, then 甲, then 丙; 丙 has no quote, and 丁 nothing at all. */
const SHEET = list(
  "甲,jia1,82000,41000,3000,3000",
  "乙,yi1,30000,10000,1500,900",
  "丙,bing1,90000,50000,300,-",
  "丁,,,,,",
);

let bench: Bench;
let maya: Member;
beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "marketer");
});
afterEach(() => bench.close());

type Ranking = TemplateInput<"import-result">;

async function ranking(): Promise<Ranking> {
  const card = await newest(bench, "import-result");
  if (card === undefined) throw new Error("There is no ranking.");
  return card;
}
const names = ({ rows }: Ranking) => rows.map(({ name }) => name);

async function audits(verb: string): Promise<number> {
  const { rowCount } = await bench.store.pool.query("select 1 from seedbed.audit where verb = $1", [verb]);
  return rowCount ?? 0;
}

describe("the order", () => {
  const order = (ctx: Ctx, id: string, by: string) =>
    press(ctx, { command: "import order", input: { import: id, by } });

  test("is the card's for everybody, keeps the places by score, and what is unknown stands last", async () => {
    await shareList(bench, maya, "a.csv", SHEET);
    const byScore = await ranking();
    expect(names(byScore)).toEqual(["乙", "甲", "丙", "丁"]);
    const other = await bench.addMember("Jonas", "manager");
    await order(bench.as(other), byScore.id, "quote");
    const byQuote = await ranking();
    expect(byQuote).toMatchObject({ order: "quote", changedAt: null });
    expect(byQuote.rows.map(({ place, name }) => [place, name])).toEqual([
      [1, "乙"],
      [2, "甲"],
      [3, "丙"],
      [4, "丁"],
    ]);
    await order(bench.as(maya), byScore.id, "followers");
    expect((await ranking()).rows.map(({ place, name }) => [place, name])).toEqual([
      [3, "丙"],
      [2, "甲"],
      [1, "乙"],
      [4, "丁"],
    ]);
    // the same choice again, from a card that showed something else, leaves what it asked for
    await order(bench.as(other), byScore.id, "followers");
    expect((await ranking()).order).toBe("followers");
    await order(bench.as(maya), byScore.id, "score");
    expect((await ranking()).rows).toEqual(byScore.rows);
    expect(await audits("import.order")).toBe(4);
  });

  test("stays when a row changes", async () => {
    await shareList(
      bench,
      maya,
      "a.csv",
      list("甲,jia1,82000,41000,3000,30000000", "乙,yi1,30000,10000,1500,900"),
    );
    const { id } = await ranking();
    await order(bench.as(maya), id, "followers");
    await answerPrice(bench.as(maya), id);
    const after = await ranking();
    expect(after).toMatchObject({ order: "followers", changedAt: bench.ctx.clock.now().toString() });
    expect(names(after)).toEqual(["甲", "乙"]);
    await order(bench.as(maya), id, "quote");
    expect(names(await ranking())).toEqual(["乙", "甲"]);
  });

  test("and a change at the same moment both stay", async () => {
    await shareList(
      bench,
      maya,
      "a.csv",
      list("甲,jia1,82000,41000,3000,30000000", "乙,yi1,30000,10000,1500,900"),
    );
    const { id } = await ranking();
    const started = await listImportById(bench.store.db, id);
    if (started === undefined) throw new Error("There is no list.");
    let ordering: Promise<void> | undefined;
    await transact(bench.as(maya), async (unit) => {
      await redoRanking(bench.ctx, unit, started);
      ordering = order(bench.as(maya), id, "followers");
      await pause(300);
      await unit.audit("test", id);
    });
    await ordering;
    expect(await ranking()).toMatchObject({
      order: "followers",
      changedAt: bench.ctx.clock.now().toString(),
    });
  });

  test("by something that nobody knows, or of a list that is not ranked, is refused", async () => {
    await shareList(bench, maya, "a.csv", list("甲,jia1,82000,41000,3000,-", "乙,yi1,30000,10000,1500,-"));
    const { id } = await ranking();
    await expect(order(bench.as(maya), id, "quote")).rejects.toMatchObject({ code: "old-card" });
    await startImport({
      ctx: bench.as(maya),
      input: { file: { platform: "slack", id: "F2", name: "b.csv" } },
    });
    const waiting = (await newest(bench, "import-progress"))?.id ?? "";
    await expect(order(bench.as(maya), waiting, "followers")).rejects.toMatchObject({ code: "old-card" });
    expect(await audits("import.order")).toBe(0);
  });
});

describe("any row opens", () => {
  const open = (id: string, row: string) =>
    press(bench.as(maya), { command: "import open", input: { import: id } }, { vetting: row });
  const opened = async () => (await newest(bench, "vet-card"))?.creator.name;

  test("by its place, however far down, by name, by a part of it, and by 小红书号", async () => {
    const rows = Array.from(
      { length: 320 },
      (_, index) => `博主${String(index).padStart(3, "0")},rb${index},30000,10000,${3_000 - index},900`,
    );
    await shareList(bench, maya, "a.csv", list(...rows, "小鹿护肤,deer1,30000,10000,1,900"));
    const { id, rows: shown } = await ranking();
    expect(shown).toHaveLength(300);
    const form = await formOf(bench.as(maya), { command: "import open", input: { import: id } });
    expect(form.fields).toMatchObject([{ kind: "text", name: "vetting", required: true }]);
    for (const [typed, name] of [
      ["1", shown[0]?.name],
      ["#300", shown[299]?.name],
      ["第 17 名", shown[16]?.name],
      ["321", "小鹿护肤"],
      ["博主042", "博主042"],
      ["护肤", "小鹿护肤"],
      ["rb7", "博主007"],
    ]) {
      await open(id, typed ?? "");
      expect(await opened()).toBe(name);
    }
    // what buttons and forms of before carry
    const row = (await newest(bench, "vet-card"))?.vettingId ?? "";
    await open(id, row);
    expect(await opened()).toBe("博主007");
  });

  test("several whom a word fits are asked about, with one button each", async () => {
    await shareList(
      bench,
      maya,
      "a.csv",
      list(
        "小鹿护肤,deer1,82000,41000,3000,3000",
        "小鹿日记,deer2,30000,10000,1500,900",
        "乙,yi1,30000,10000,1,900",
      ),
    );
    const { id } = await ranking();
    await open(id, "小鹿");
    const choice = await newest(bench, "creator-choice");
    expect(choice?.options.map(({ name }) => name).toSorted()).toEqual(["小鹿护肤", "小鹿日记"]);
    expect(await opened()).toBeUndefined();
    const [first] = choice?.options ?? [];
    await press(bench.as(maya), { command: "import open", input: first?.input ?? {} });
    expect(await opened()).toBe(first?.name);
  });

  test("what the list does not have is refused with how far it goes; a number may be a name", async () => {
    await shareList(
      bench,
      maya,
      "a.csv",
      list("甲,jia1,82000,41000,3000,3000", "1999,yi1,30000,10000,1500,900"),
    );
    const { id } = await ranking();
    for (const wrong of ["3", "0", "小鹿", "%", "_"])
      await expect(open(id, wrong)).rejects.toMatchObject({
        code: "not-in-list",
        details: { text: wrong, count: 2 },
      });
    await open(id, "1999");
    expect(await opened()).toBe("1999");
  });
});

async function answerPrice(ctx: Ctx, id: string): Promise<void> {
  await press(ctx, { command: "import answer", input: { import: id, questions: "2:price" } }, { a0: "yes" });
}

describe("the file again", () => {
  const DOUBTFUL = list("甲,jia1,82000,41000,3000,30000000", "乙,yi1,30000,10000,1500,900");

  async function files() {
    const { rows } = await bench.store.pool.query<{ lane: string; content: Buffer; text: string }>(
      `select o.lane, f.content, o.data ->> 'text' as text from seedbed.outbox o
       join seedbed.files f on f.id = o.file_id order by o.seq`,
    );
    return Promise.all(
      rows.map(async ({ lane, content, text }) => {
        const [sheet] = await readXlsx(content);
        return { lane, text, cells: JSON.stringify(sheet?.data) };
      }),
    );
  }
  const resend = (ctx: Ctx, id: string) => press(ctx, { command: "import resend", input: { import: id } });

  test("has the figures of now, once a click, and only while the one in the chat is older", async () => {
    await shareList(bench, maya, "a.csv", DOUBTFUL);
    const { id } = await ranking();
    await expect(resend(bench.as(maya), id)).rejects.toMatchObject({ code: "old-card" });
    bench.setNow("2026-11-23T03:00:00Z");
    await answerPrice(bench.as(maya), id);
    const [first] = await files();
    expect(first?.cells).not.toContain("300000");

    const event = clickEvent(id);
    await storeInbound(bench.store.db, [{ event, receivedAt: bench.ctx.clock.now() }]);
    const ctx: Ctx = { ...bench.as(maya), inboxKey: event.eventKey };
    await resend(ctx, id);
    await expect(resend(ctx, id)).rejects.toThrow(AlreadyDone);
    await expect(resend(bench.as(maya), id)).rejects.toMatchObject({ code: "old-card" });
    expect(await ranking()).toMatchObject({ fileAskedAt: "2026-11-23T03:00:00Z" });
    await runDue(bench, 2);
    const sent = await files();
    expect(sent.map(({ lane }) => lane)).toEqual(["slack:C1", "slack:C1"]);
    expect(sent[1]?.cells).toContain("300000");
    expect(sent[1]?.text).toContain("as it is now");
    expect(await ranking()).toMatchObject({ changedAt: null, fileAskedAt: null });
    await expect(resend(bench.as(maya), id)).rejects.toMatchObject({ code: "old-card" });
  });

  test("what changes while it is written leaves the file older, and it may be asked for again", async () => {
    await shareList(
      bench,
      maya,
      "a.csv",
      list("甲,jia1,82000,41000,3000,30000000", "乙,yi1,30000,10000,1500,30000000"),
    );
    const { id } = await ranking();
    bench.setNow("2026-11-23T03:00:00Z");
    await answerPrice(bench.as(maya), id);
    await resend(bench.as(maya), id);
    bench.setNow("2026-11-23T03:00:05Z");
    const { workbook } = bench.ctx.documents;
    const late = { import: id, questions: "3:price" };
    bench.ctx.documents = {
      ...bench.ctx.documents,
      workbook: async (sheets) => {
        await press(bench.as(maya), { command: "import answer", input: late }, { a0: "yes" });
        return workbook(sheets);
      },
    };
    await runDue(bench);
    expect(await ranking()).toMatchObject({ changedAt: "2026-11-23T03:00:05Z", fileAskedAt: null });
    bench.ctx.documents = { ...bench.ctx.documents, workbook };
    await resend(bench.as(maya), id);
    await runDue(bench);
    expect(await ranking()).toMatchObject({ changedAt: null, fileAskedAt: null });
    expect(await files()).toHaveLength(3);
  });

  test("where other agencies read along: to the group without prices, with them to whoever shared the list", async () => {
    await rememberChat(bench.store.db, {
      platform: "lark",
      chatId: "oc_1",
      name: "春季种草群",
      language: "zh-CN",
      zone: "Asia/Shanghai",
      seenAt: bench.ctx.clock.now(),
    });
    const lark = { platforms: ["lark"] as PlatformName[] };
    const lin = await bench.addMember("Lin", "partner", { ...lark, agency: "X" });
    await bench.addMember("Wu", "partner", { ...lark, agency: "Y" });
    const jonas = await bench.addMember("Jonas", "manager", lark);
    const group = { platform: "lark" as const, chat: "oc_1" };
    await shareOnLark(bench.as(lin, group), DOUBTFUL);
    const { id } = await ranking();
    await answerPrice(bench.as(lin, { ...group, chat: "oc_lin", chatKind: "direct" }), id);
    expect((await ranking()).rows.map(({ quote }) => quote)).toEqual([null, null]);
    // hidden quotes give no order either
    await expect(
      press(bench.as(lin, group), { command: "import order", input: { import: id, by: "quote" } }),
    ).rejects.toMatchObject({ code: "old-card" });
    await resend(bench.as(jonas, group), id);
    await runDue(bench);
    const sent = (await files()).slice(2);
    expect(sent.map(({ lane }) => lane)).toEqual(["lark:oc_1", "lark:@lark-Lin"]);
    expect(sent.map(({ cells }) => cells.includes("300000"))).toEqual([false, true]);
    expect(sent.map(({ cells }) => cells.includes("900"))).toEqual([false, true]);
  });

  test("in a private chat both are what its owner may read, whoever changed a row elsewhere", async () => {
    const lark = { platforms: ["lark"] as PlatformName[] };
    const wu = await bench.addMember("Wu", "partner", { ...lark, agency: "Y" });
    const xu = await bench.addMember("Xu", "manager", { ...lark, agency: "X" });
    const direct = (member: Member) =>
      bench.as(member, { platform: "lark", chat: `oc_${member.name}`, chatKind: "direct" });
    await press(direct(wu), { command: "vet", input: { creator: "甲", quote: "4321", followers: "820000" } });
    await shareOnLark(direct(maya), list("甲,jia1,820000,100000,30,-", "乙,yi1,30000,10000,1500,900"));
    const { id } = await ranking();
    const { rows } = await bench.store.pool.query<{ id: string }>(
      "select vetting_id as id from seedbed.list_import_rows where line = 2",
    );
    const vetting = rows[0]?.id ?? "";
    const flag = (await flagsOf(vetting))[0] ?? "";
    const given = { flag, reason: "checked by hand" };
    await press(direct(xu), { command: "vet overrule", input: { vetting } }, given);
    expect((await ranking()).rows.find(({ name }) => name === "甲")).toMatchObject({
      overruled: [flag],
      quote: { amount: 432_100 },
    });
    await resend(direct(maya), id);
    await runDue(bench);
    const sent = await files();
    expect(sent.map(({ lane }) => lane)).toEqual(["lark:@lark-Maya", "lark:@lark-Maya"]);
    expect(sent.map(({ cells }) => cells.includes("4321"))).toEqual([true, true]);
  });
});

async function flagsOf(vetting: string): Promise<string[]> {
  const found = await vettingById(bench.store.db, vetting);
  return found?.report.flags.map(({ id }) => id) ?? [];
}

async function shareOnLark(ctx: Ctx, content: string): Promise<void> {
  await startImport({ ctx, input: { file: { platform: "lark", id: "F1", name: "a.csv", message: "om_1" } } });
  const { lark } = bench.ctx.chats;
  if (lark === undefined) throw new Error("The bench has no Lark.");
  lark.readFile = () => Promise.resolve(Buffer.from(content));
  await runDue(bench);
}

function clickEvent(id: string): Inbound {
  return {
    platform: "slack",
    eventKey: "slack-click:1",
    user: "slack-Maya",
    where: { platform: "slack", chat: "C1", chatKind: "group" },
    body: { kind: "click", command: "import resend", input: { import: id } },
  };
}
