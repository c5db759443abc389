/** Contacts, such as an MCN's 机构商务: whom to ask about creators. One contact, many creators. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { type Creator, nameKeyOf } from "./creators.ts";
import type { Querier, Transaction } from "./database.ts";
import { lockFor } from "./locks.ts";
import { contacts, creators } from "./schema.ts";

export type Contact = typeof contacts.$inferSelect;

/** Serialises the look-up and insertion of one name, so that two people at once make one contact. */
export async function lockContactName(tx: Transaction, name: string): Promise<void> {
  await lockFor(tx, "contactName", nameKeyOf(name));
}

export async function contactById(db: Querier, id: string): Promise<Contact | undefined> {
  const rows = await db.select().from(contacts).where(eq(contacts.id, id));
  return rows[0];
}

/** A name belongs to one contact of an MCN; without an MCN, to one of those who are in none. */
export async function contactCalled(
  db: Querier,
  name: string,
  mcn: string | null,
): Promise<Contact | undefined> {
  const rows = await db.select().from(contacts).orderBy(asc(contacts.createdAt), asc(contacts.id));
  const same = (a: string | null, b: string | null) => nameKeyOf(a ?? "") === nameKeyOf(b ?? "");
  return rows.find((contact) => same(contact.name, name) && (mcn === null || same(contact.mcn, mcn)));
}

export async function insertContact(tx: Transaction, contact: Contact): Promise<void> {
  await tx.insert(contacts).values(contact);
}

export async function deleteContact(tx: Transaction, id: string): Promise<void> {
  await tx.delete(contacts).where(eq(contacts.id, id));
}

export async function setCreatorContact(
  tx: Transaction,
  creatorId: string,
  contactId: string,
): Promise<void> {
  await tx.update(creators).set({ contactId }).where(eq(creators.id, creatorId));
}

export async function creatorsOfContact(db: Querier, contactId: string): Promise<Creator[]> {
  return db
    .select()
    .from(creators)
    .where(eq(creators.contactId, contactId))
    .orderBy(asc(creators.name), asc(creators.id));
}

/** Creators that this member is in charge of. */
export async function creatorsInChargeOf(db: Querier, memberId: string): Promise<Creator[]> {
  return db
    .select()
    .from(creators)
    .where(and(eq(creators.inChargeId, memberId), isNull(creators.forgottenAt)))
    .orderBy(asc(creators.name), asc(creators.id));
}

export async function setInCharge(tx: Transaction, creatorId: string, memberId: string): Promise<void> {
  await tx.update(creators).set({ inChargeId: memberId }).where(eq(creators.id, creatorId));
}
