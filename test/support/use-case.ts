/** A context for use cases on a real database: a settable clock, counted ids, and a record of the lanes that were woken. */
import { Temporal } from "temporal-polyfill";
import { commands } from "../../commands/index.ts";
import type { Where } from "../../src/chat/inbound.ts";
import type { Language, Role } from "../../src/chat/people.ts";
import type { Chat, PlatformName } from "../../src/chat/ports.ts";
import { createRegistry } from "../../src/chat/registry.ts";
import { documents } from "../../src/documents/documents.ts";
import type { Database } from "../../src/store/database.ts";
import { openDatabase } from "../../src/store/open/open-database.ts";
import { insertAccount, insertMember, type Member } from "../../src/store/people.ts";
import { outbox } from "../../src/store/schema.ts";
import type { Ctx, Log } from "../../src/usecases/ctx.ts";
import { templates } from "../../templates/index.ts";
import { locales } from "../../templates/locales/index.ts";
import { createTestDatabase } from "./database.ts";

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface Bench {
  ctx: Ctx;
  store: Database;
  woken: string[];
  setNow(iso: string): void;
  /** A member with an account on each platform named; the ids are `<platform>-<name>`. */
  addMember(name: string, role: Role, options?: MemberOptions): Promise<Member>;
  /** The context of a call that this member makes in a group or, with `direct`, privately. */
  as(member: Member, where?: Partial<Where>): Ctx;
  outbox(): Promise<(typeof outbox.$inferSelect)[]>;
  close(): Promise<void>;
}

interface MemberOptions {
  agency?: string;
  platforms?: readonly PlatformName[];
  language?: Language;
  zone?: string;
}

/** @param now the business time to begin with, ISO 8601 */
export async function createBench(now = "2026-11-23T02:00:00Z"): Promise<Bench> {
  const database = await createTestDatabase();
  const store = await openDatabase({
    url: database.url,
    migrations: new URL("../../src/store/migrations", import.meta.url).pathname,
    poolSize: 5,
    log: (line) => console.warn(line),
  });
  let instant = Temporal.Instant.from(now);
  let ids = 0;
  const woken: string[] = [];
  const ctx: Ctx = {
    store,
    clock: { now: () => instant },
    newId: (prefix) => {
      ids += 1;
      return `${prefix}_${String(ids).padStart(4, "0")}`;
    },
    newCode: () => `CODE-${String(ids).padStart(4, "0")}`,
    log: quiet,
    chats: { slack: unreachable("slack"), lark: unreachable("lark") },
    messages: locales,
    templates,
    documents,
    commands: createRegistry(commands),
    settings: { adminEmails: [] },
    wake: (lanes) => woken.push(...lanes),
    sweepSoon: () => undefined,
    deadLetters: () => Promise.resolve([]),
    retryDead: () => Promise.resolve(),
    actor: undefined,
    where: undefined,
    inboxKey: undefined,
    dueKey: undefined,
  };
  return {
    ctx,
    store,
    woken,
    setNow: (iso) => {
      instant = Temporal.Instant.from(iso);
    },
    addMember: (name, role, options = {}) => addMember(ctx, name, role, options),
    as: (member, where = {}) => ({
      ...ctx,
      actor: member,
      account: {
        platform: where.platform ?? "slack",
        userId: `${where.platform ?? "slack"}-${member.name}`,
        name: member.name,
      },
      where: { platform: "slack", chat: "C1", chatKind: "group", ...where },
    }),
    outbox: () => store.db.select().from(outbox).orderBy(outbox.seq),
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
}

async function addMember(ctx: Ctx, name: string, role: Role, options: MemberOptions): Promise<Member> {
  const member: Member = {
    id: ctx.newId("mem"),
    name,
    email: `${name.toLowerCase()}@acme.example`,
    role,
    language: options.language ?? "en",
    zone: options.zone ?? "Europe/Berlin",
    agency: options.agency ?? null,
    createdAt: ctx.clock.now(),
  };
  await insertMember(ctx.store.db, member);
  for (const platform of options.platforms ?? ["slack"]) {
    const userId = `${platform}-${name}`;
    await insertAccount(ctx.store.db, {
      platform,
      userId,
      memberId: member.id,
      name,
      linkedAt: ctx.clock.now(),
    });
  }
  return member;
}

/** Use cases never send: a call of the port from inside one fails the test. */
function unreachable(platform: PlatformName): Chat {
  const refuse = () => Promise.reject(new Error(`A use case called ${platform} directly.`));
  return {
    platform,
    post: refuse,
    leftOut: () => ({ tables: [], text: false }),
    update: refuse,
    find: refuse,
    linkTo: refuse,
    postFile: refuse,
    readFile: refuse,
    open: refuse,
    resolveUser: refuse,
    findUsers: refuse,
    listChats: refuse,
  };
}
