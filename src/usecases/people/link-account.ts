/** Links a second account to a member by a one-time code, or makes the first admin. */
import { AppError } from "../../domain/errors.ts";
import type { Transaction } from "../../store/database.ts";
import {
  insertAccount,
  insertLinkCode,
  insertMember,
  updateMember,
  useLinkCode,
} from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { hashOfCode } from "./link-code.ts";
import { memberData } from "./people.ts";

const CODE_GOOD_FOR = { minutes: 30 };

/** Gives a known person a code to type in their other account. */
export async function offerLinkCode({ ctx }: { ctx: Ctx }): Promise<void> {
  await transact(ctx, async (unit) => {
    const member = ctx.actor;
    if (member === undefined) throw new AppError("unknown-person");
    const code = ctx.newCode();
    const expiresAt = unit.now.add(CODE_GOOD_FOR);
    await insertLinkCode(unit.tx, { codeHash: hashOfCode(code), memberId: member.id, expiresAt });
    await unit.audit("person.link-code", member.id);
    await unit.send({
      to: { reply: "actor" },
      template: "link-code",
      data: { code, expiresAt: expiresAt.toString() },
    });
  });
}

/** @throws AppError "bad-link-code", "link-taken" */
export async function linkAccount({ ctx, input }: { ctx: Ctx; input: { code: string } }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { account } = ctx;
    const code = await useLinkCode(unit.tx, hashOfCode(input.code), unit.now);
    if (code === undefined || account === undefined) throw new AppError("bad-link-code");
    const first = code.memberId === null;
    const memberId = code.memberId ?? (await createAdmin(ctx, unit));
    const linked = await insertAccount(unit.tx, { ...account, memberId, linkedAt: unit.now });
    if (!linked && !(await isLinkedTo(unit.tx, ctx, memberId))) throw new AppError("link-taken");
    await unit.audit("person.link", memberId, { platform: account.platform });
    const member = await memberData(unit.tx, memberId);
    await unit.send({
      to: { reply: "actor" },
      template: "member-card",
      data: { change: first ? "became-admin" : "linked", member },
    });
  });
}

/** A member whom the bot knows already keeps their account and gets the role. */
async function createAdmin(ctx: Ctx, unit: Unit): Promise<string> {
  if (ctx.actor !== undefined) {
    await updateMember(unit.tx, ctx.actor.id, { role: "admin" });
    return ctx.actor.id;
  }
  const id = ctx.newId("mem");
  await insertMember(unit.tx, {
    id,
    name: ctx.account?.name ?? id,
    email: null,
    role: "admin",
    language: null,
    zone: null,
    agency: null,
    createdAt: unit.now,
  });
  return id;
}

async function isLinkedTo(tx: Transaction, ctx: Ctx, memberId: string): Promise<boolean> {
  const member = await memberData(tx, memberId);
  return (
    ctx.actor?.id === memberId && ctx.account !== undefined && member.platforms.includes(ctx.account.platform)
  );
}
