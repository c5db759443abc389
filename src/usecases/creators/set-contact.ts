/** Whom to ask about a creator, such as an MCN's 机构商务. One contact answers for many creators. */
import type { TemplateInput } from "../../chat/template-data.ts";
import {
  type Contact,
  contactById,
  contactCalled,
  creatorsOfContact,
  insertContact,
  lockContactName,
  setCreatorContact,
} from "../../store/contacts.ts";
import type { Creator } from "../../store/creators.ts";
import type { Transaction } from "../../store/database.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { refreshCreatorCard } from "./creator-card.ts";
import { findKeptCreator } from "./find-creator.ts";

interface ContactInput {
  creator: string;
  name: string;
  mcn?: string | undefined;
}

/** A contact of this name that is known already is taken; with another MCN it is somebody else. */
export async function setContact({ ctx, input }: { ctx: Ctx; input: ContactInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const creator = await findKeptCreator(unit.tx, input.creator);
    const contact = await contactFor(ctx, unit.tx, input);
    await setCreatorContact(unit.tx, creator.id, contact.id);
    await unit.audit("creator.contact", creator.id, { contact: contact.id, before: creator.contactId });
    await refreshCreatorCard(ctx, unit, { ...creator, contactId: contact.id });
    await answer(unit, creator, contact);
  });
}

/** Shows a creator's contact, or the contact of this name, with everybody they answer for. */
export async function showContact({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { creator: string; mcn?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const { creator, contact } = await contactMeant(unit.tx, input);
    await unit.audit("creator.contact-show", creator?.id ?? contact?.id ?? "");
    await answer(unit, creator, contact);
  });
}

/** @throws AppError as finding the creator does, where no contact is called so either */
async function contactMeant(
  tx: Transaction,
  { creator: word, mcn }: { creator: string; mcn?: string | undefined },
): Promise<{ creator: Creator | undefined; contact: Contact | undefined }> {
  try {
    const creator = await findKeptCreator(tx, word);
    const { contactId } = creator;
    return { creator, contact: contactId === null ? undefined : await contactById(tx, contactId) };
  } catch (error) {
    const contact = await contactCalled(tx, word, mcn ?? null);
    if (contact === undefined) throw error;
    return { creator: undefined, contact };
  }
}

async function contactFor(ctx: Ctx, tx: Transaction, { name, mcn }: ContactInput): Promise<Contact> {
  await lockContactName(tx, name);
  const known = await contactCalled(tx, name, mcn ?? null);
  if (known !== undefined) return known;
  const contact = { id: ctx.newId("con"), name, mcn: mcn ?? null, createdAt: ctx.clock.now() };
  await insertContact(tx, contact);
  return contact;
}

async function answer(unit: Unit, creator: Creator | undefined, contact: Contact | undefined): Promise<void> {
  const creators = contact === undefined ? [] : await creatorsOfContact(unit.tx, contact.id);
  await unit.send({
    to: { reply: "all" },
    template: "creator-contact",
    data: {
      creator: creator === undefined ? null : refOf(creator),
      contact: contact === undefined ? null : { name: contact.name, mcn: contact.mcn },
      creators: creators.map(refOf),
    },
  });
}

function refOf({ id, name, handle }: Creator): TemplateInput<"creator-contact">["creators"][number] {
  return { id, name, handle };
}
