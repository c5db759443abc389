/** Members and their accounts. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { PersonRef } from "../chat/card.ts";
import type { Role } from "../chat/people.ts";
import type { PlatformName } from "../chat/ports.ts";
import { partyOf } from "../domain/visibility.ts";
import { prepared, type Querier, type Transaction } from "./database.ts";
import { accounts, linkCodes, members } from "./schema.ts";

export type Account = typeof accounts.$inferInsert;
export type Member = typeof members.$inferSelect;

/** A row's `xmin` is another after each change of it, in whichever process: the one below tells whether a member is as it was. */
const memberVersion = sql<string>`${members.id} || ':' || ${members}.xmin::text`;

export async function memberOfAccount(
  db: Querier,
  platform: PlatformName,
  userId: string,
): Promise<{ member: Member; version: string } | undefined> {
  const query = prepared(db, "member-of-account", (name) =>
    db
      .select({ member: members, version: memberVersion })
      .from(accounts)
      .innerJoin(members, eq(members.id, accounts.memberId))
      .where(isAccount())
      .prepare(name),
  );
  const rows = await query.execute({ platform, userId });
  return rows[0];
}

/** The version of whoever is behind an account, as a part of another statement with the same placeholders. */
export function versionOfAccount(db: Querier) {
  return sql<string | null>`(${db
    .select({ version: memberVersion })
    .from(accounts)
    .innerJoin(members, eq(members.id, accounts.memberId))
    .where(isAccount())})`;
}

function isAccount() {
  return and(
    eq(accounts.platform, sql.placeholder("platform")),
    eq(accounts.userId, sql.placeholder("userId")),
  );
}

export async function memberById(db: Querier, id: string): Promise<Member | undefined> {
  const rows = await db.select().from(members).where(eq(members.id, id));
  return rows[0];
}

export async function memberByEmail(db: Querier, email: string): Promise<Member | undefined> {
  const rows = await db
    .select()
    .from(members)
    .where(eq(sql`lower(${members.email})`, email.toLowerCase()));
  return rows[0];
}

export async function membersWithRole(db: Querier, roles: readonly Role[]): Promise<Member[]> {
  return db
    .select()
    .from(members)
    .where(inArray(members.role, [...roles]))
    .orderBy(asc(members.createdAt), asc(members.id));
}

export async function allMembers(db: Querier) {
  return db
    .select({ member: members, platform: accounts.platform, userId: accounts.userId })
    .from(members)
    .leftJoin(accounts, eq(accounts.memberId, members.id))
    .orderBy(asc(members.createdAt), asc(members.id), asc(accounts.platform));
}

/** The agencies that members work for. */
export async function agenciesKnown(db: Querier): Promise<string[]> {
  const query = prepared(db, "agencies-known", (name) =>
    db
      .selectDistinct({ agency: members.agency })
      .from(members)
      .where(isNotNull(members.agency))
      .orderBy(asc(members.agency))
      .prepare(name),
  );
  const rows = await query.execute();
  return rows.flatMap(({ agency }) => (agency === null ? [] : [agency]));
}

/** The sides beside the brand: the agencies, and each partner whose agency nobody named. */
export async function sidesKnown(db: Querier): Promise<string[]> {
  const query = prepared(db, "sides-known", (name) =>
    db
      .select({ id: members.id, agency: members.agency, role: members.role })
      .from(members)
      .where(or(isNotNull(members.agency), eq(members.role, "partner")))
      .orderBy(asc(members.agency), asc(members.id))
      .prepare(name),
  );
  const rows = await query.execute();
  return [...new Set(rows.flatMap((member) => partyOf(member) ?? []))];
}

/** Members with an email whom the bot cannot reach on this platform yet. */
export async function membersWithoutAccount(
  db: Querier,
  platform: PlatformName,
): Promise<(Member & { email: string })[]> {
  const rows = await db
    .select({ member: members })
    .from(members)
    .leftJoin(accounts, and(eq(accounts.memberId, members.id), eq(accounts.platform, platform)))
    .where(and(isNull(accounts.userId), isNotNull(members.email)))
    .orderBy(asc(members.createdAt), asc(members.id));
  return rows.flatMap(({ member }) => (member.email === null ? [] : [{ ...member, email: member.email }]));
}

export async function insertMember(db: Querier, member: Member): Promise<void> {
  await db.insert(members).values(member);
}

export async function updateMember(
  db: Querier,
  id: string,
  change: Partial<Pick<Member, "role" | "language" | "zone" | "name" | "agency">>,
): Promise<void> {
  await db.update(members).set(change).where(eq(members.id, id));
}

/** @returns false when this account, or this member's account on the platform, is taken */
export async function insertAccount(db: Querier, account: typeof accounts.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(accounts)
    .values(account)
    .onConflictDoNothing()
    .returning({ id: accounts.userId });
  return rows.length > 0;
}

export async function accountsOf(db: Querier, memberId: string) {
  return db
    .select()
    .from(accounts)
    .where(eq(accounts.memberId, memberId))
    .orderBy(asc(accounts.linkedAt), desc(accounts.platform));
}

/** Where a member reads private messages: the account linked first, on a platform the bot is connected to. */
export async function privateAddress(
  db: Querier,
  memberId: string,
  connected: readonly PlatformName[],
): Promise<{ platform: PlatformName; userId: string } | undefined> {
  const all = await accountsOf(db, memberId);
  return all.find((account) => connected.includes(account.platform));
}

/** People as cards name them, by member id. */
export async function personRefs(db: Querier, ids: readonly string[]): Promise<Map<string, PersonRef>> {
  if (ids.length === 0) return new Map();
  const query = prepared(db, "person-refs", (name) =>
    db
      .select({ id: members.id, name: members.name, platform: accounts.platform, userId: accounts.userId })
      .from(members)
      .leftJoin(accounts, eq(accounts.memberId, members.id))
      .where(sql`${members.id} = any(${sql.placeholder("ids")}::text[])`)
      .prepare(name),
  );
  const rows = await query.execute({ ids: [...new Set(ids)] });
  const people = new Map<string, PersonRef>();
  for (const row of rows) {
    const person = people.get(row.id) ?? { name: row.name };
    if (row.platform !== null && row.userId !== null) person[row.platform] = row.userId;
    people.set(row.id, person);
  }
  return people;
}

export async function personRef(db: Querier, id: string): Promise<PersonRef> {
  return (await personRefs(db, [id])).get(id) ?? { name: id };
}

export async function insertLinkCode(db: Querier, code: typeof linkCodes.$inferInsert): Promise<void> {
  await db.insert(linkCodes).values(code).onConflictDoNothing();
}

/** Uses up a code; undefined when there is no such code, it is used, or it has expired. */
export async function useLinkCode(tx: Transaction, codeHash: string, now: Temporal.Instant) {
  const rows = await tx
    .update(linkCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(linkCodes.codeHash, codeHash),
        isNull(linkCodes.usedAt),
        sql`${linkCodes.expiresAt} > ${now.toString()}::timestamptz`,
      ),
    )
    .returning({ memberId: linkCodes.memberId });
  return rows[0];
}
