/** Being forgotten: no table holds the person any more, the numbers stay, and cards that were sent are drawn anew. */
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import type { Chat } from "../../src/chat/ports.ts";
import { AppError } from "../../src/domain/errors.ts";
import { textInFile } from "../../src/imports/text-in-file.ts";
import { storeInbound } from "../../src/store/inbox.ts";
import type { Member } from "../../src/store/people.ts";
import { contacts, files, inbox, outbox, vettings } from "../../src/store/schema.ts";
import { mergeCreators } from "../../src/usecases/creators/merge-creators.ts";
import { transact } from "../../src/usecases/unit.ts";
import { allCreators } from "../support/creators.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press, type } from "./calls.ts";

const NAME = "小鹿 Xiaolu";
const LINK = "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400";
const POST = "https://www.xiaohongshu.com/explore/66aa11bb22cc33dd44ee55ff";
const DRAFT = "用了二十八天的真实感受：早晚各一次，皮肤稳定了很多。";

let bench: Bench;
let maya: Member;
let jonas: Member;

beforeEach(async () => {
  bench = await createBench("2026-11-23T02:00:00Z");
  maya = await bench.addMember("Maya", "marketer");
  jonas = await bench.addMember("Jonas", "manager");
  await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09");
});

afterEach(() => bench.close());

/** Where these words stand in the database, however they are written: every column of every table, and inside of files. */
async function found(words: readonly string[]): Promise<string[]> {
  const { db } = bench.store;
  const { rows: tables } = await db.execute<{ s: string; t: string }>(sql`
    select table_schema as s, table_name as t from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const places: string[] = [];
  for (const { s, t } of tables) {
    const { rows } = await db.execute<{ row: string }>(
      sql`select x::text as row from ${sql.identifier(s)}.${sql.identifier(t)} x`,
    );
    for (const { row } of rows)
      for (const word of words)
        if (folded(row).includes(folded(word))) places.push(`${t}: ${word} in ${row}`);
  }
  for (const file of await db.select().from(files)) {
    const text = folded(await textInFile(file.content));
    for (const word of words) if (text.includes(folded(word))) places.push(`${file.name}: ${word}`);
  }
  return places;
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");

function typed(key: string, text: string): Inbound {
  return {
    platform: "slack",
    eventKey: key,
    user: "slack-Maya",
    where: { platform: "slack", chat: "C1", chatKind: "group" },
    body: { kind: "line", text, slash: true },
  };
}

/** As if the platforms had taken everything. */
async function sent(): Promise<void> {
  await bench.store.db
    .update(outbox)
    .set({ state: "sent", message: { chat: "C1", id: "1.0" } })
    .where(eq(outbox.kind, "post"));
}

async function workWith(name: string): Promise<void> {
  const as = bench.as(maya);
  await type(as, `vet "${name}" followers=82k reads=41000`);
  await type(as, `creator contact "${name}" name=王敏敏 mcn=无忧传媒`);
  await type(as, `creator handover "${name}" to=Jonas`);
  await type(as, `creator exclusive "${name}" brand=Rival category=food until=2027-01-31`);
  await type(as, `brief "${name}"`);
  await type(as, `wave "${name}" 2026-12-08 20:00`);
  await type(as, `wave link "${name}" link=${POST}`);
  await type(as, `draft "${name}" text="${DRAFT}" link=https://docs.example/xiaolu/1`);
  await type(as, `pay "${name}" 3000`);
  await type(as, `creator "${name}"`);
  await type(as, "wave");
}

const words = [NAME, "小鹿", LINK, "5ff0e6410000000001008400", POST, DRAFT, "王敏敏", "docs.example"];

describe("forgetting a creator", () => {
  it("leaves nothing of the person in any table or file, and keeps the numbers", async () => {
    const now = bench.ctx.clock.now();
    await type(bench.as(maya), `vet ${NAME} ${LINK} followers=80k`);
    await workWith(NAME);
    await storeInbound(bench.store.db, [
      { event: typed("e1", `/vet 小鹿　ＸＩＡＯＬＵ followers=82k`), receivedAt: now },
      { event: typed("e2", `/draft 小鹿xiaolu text=${DRAFT}`), receivedAt: now },
      { event: typed("e3", "/vet 阿禾 followers=3k"), receivedAt: now },
    ]);
    await bench.store.db.update(inbox).set({ doneAt: now });
    await sent();
    expect((await found(words)).length).toBeGreaterThan(20);

    const form = await formOf(bench.as(jonas), { command: "creator forget", input: { creator: NAME } });
    expect(JSON.stringify(form)).not.toContain("小鹿");
    await press(bench.as(jonas), form.call, { confirm: "yes" });

    expect(await found(words)).toEqual([]);
    const [creator] = await allCreators(bench);
    expect(creator).toMatchObject({ handle: null, platformId: null, link: null, contactId: null });
    expect(creator?.name).toMatch(/^#\w{4} \(forgotten · 已删除博主\)$/u);
    const kept = await bench.store.db.select().from(vettings);
    expect(kept.at(-1)?.facts).toMatchObject({ followers: { value: 82_000 }, reads: { value: 41_000 } });
    expect(await bench.store.db.select().from(contacts)).toEqual([]);
    const others = await bench.store.db.select().from(inbox).where(eq(inbox.key, "e3"));
    expect(others[0]?.event.body).toMatchObject({ text: "/vet 阿禾 followers=3k" });
  });

  it("erases the rows too that were found to be the same person under another name", async () => {
    await type(bench.as(maya), `vet ${NAME} ${LINK} followers=80k`);
    await type(bench.as(maya), "vet 晨光日记 followers=81k");
    const all = await allCreators(bench);
    const idOf = (name: string): string => all.find((creator) => creator.name === name)?.id ?? "";
    const ctx = bench.as(maya);
    await transact(ctx, (unit) => mergeCreators(ctx, unit, { kept: idOf(NAME), merged: idOf("晨光日记") }));
    await type(bench.as(jonas), `creator forget "${NAME}" confirm=yes`);
    expect(await found([NAME, "晨光日记", LINK])).toEqual([]);
  });

  it("draws every card anew that named the creator, with data that its template still takes", async () => {
    await workWith(NAME);
    await sent();
    const before = await bench.outbox();
    await type(bench.as(jonas), `creator forget ${NAME} confirm=yes`);
    const updates = (await bench.outbox()).filter(
      ({ kind, state }) => kind === "update" && state === "queued",
    );
    const named = before.filter(
      ({ kind, data }) => kind === "post" && JSON.stringify(data).includes("Xiaolu"),
    );
    expect(new Set(updates.map(({ target }) => target))).toEqual(new Set(named.map(({ id }) => id)));
    for (const row of await bench.outbox()) {
      if (row.template === null) continue;
      const template = bench.ctx.templates[row.template];
      expect(template?.data.safeParse(row.data).error, row.template).toBeUndefined();
    }
    expect(bench.woken).toContain("slack:C1");
  });

  it("sends no fresh copy in the place of a card that its platform changes no more", async () => {
    await workWith(NAME);
    await sent();
    const lark = { ...bench.ctx.chats.lark, cardDays: 14 } as Chat;
    bench.ctx.chats.lark = lark;
    await bench.store.db.update(outbox).set({ platform: "lark", sentAt: bench.ctx.clock.now() });
    bench.setNow("2026-12-20T02:00:00Z");
    await type(bench.as(jonas), `creator forget ${NAME} confirm=yes`);
    expect(
      (await bench.outbox()).filter(({ kind, state }) => kind === "update" && state === "queued"),
    ).toEqual([]);
    expect(await found([NAME])).toEqual([]);
  });

  it("lets a later vetting of the same person begin anew", async () => {
    await type(bench.as(maya), `vet ${NAME} ${LINK} followers=82k`);
    await type(bench.as(jonas), `creator forget ${NAME} confirm=yes`);
    await type(bench.as(maya), `vet ${NAME} ${LINK} followers=90k`);
    const all = await allCreators(bench);
    expect(all).toHaveLength(2);
    expect(all.map(({ forgottenAt }) => forgottenAt === null)).toEqual([false, true]);
  });

  it("leaves somebody else of the same name as they are", async () => {
    const other = "https://www.xiaohongshu.com/user/profile/6aa0e6410000000001008499";
    await type(bench.as(maya), `vet 阿禾 ${LINK} followers=82k`);
    await type(bench.as(maya), `vet 阿禾 ${other} followers=10k`);
    await type(bench.as(jonas), `creator forget ${LINK} confirm=yes`);
    expect(await found([LINK, "5ff0e6410000000001008400"])).toEqual([]);
    const cards = (await bench.outbox()).filter(({ template }) => template === "vet-card");
    expect(cards.map(({ data }) => (data as { creator: { name: string } }).creator.name)).toEqual([
      expect.stringContaining("forgotten"),
      "阿禾",
    ]);
  });

  it("is done once, and nothing more is noted about them", async () => {
    await type(bench.as(maya), `vet ${NAME} followers=82k`);
    const [creator] = await allCreators(bench);
    const call = { command: "creator forget", input: { creator: creator?.id ?? "" } };
    await press(bench.as(jonas), call, { confirm: "yes" });
    await expect(press(bench.as(jonas), call, { confirm: "yes" })).rejects.toThrow(AppError);
    await expect(type(bench.as(maya), `vet ${creator?.id ?? ""} followers=90k`)).rejects.toThrow(AppError);
    expect(await bench.store.db.select().from(vettings)).toHaveLength(1);
  });

  it("is for managers and admins only", () => {
    expect(bench.ctx.commands.byName("creator forget")?.allow).toEqual(["admin", "manager"]);
  });
});
