/** Gives creators to another person in charge, one or all that a member has; the new one is told privately. */
import type { Choice } from "../../chat/card.ts";
import type { PlatformName } from "../../chat/ports.ts";
import { AppError } from "../../domain/errors.ts";
import { creatorsInChargeOf, setInCharge } from "../../store/contacts.ts";
import { type Creator, nameKeyOf } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { allMembers, type Member, personRef, privateAddress } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { moveReminders } from "../waves/move-reminders.ts";
import { refreshCreatorCard } from "./creator-card.ts";
import { findKeptCreator } from "./find-creator.ts";

export interface HandoverInput {
  creator?: string | undefined;
  /** without a creator: whose creators, all of them */
  from?: string | undefined;
  to: string;
}

/** Only those who work with creators can be in charge of one. */
const HANDLERS: ReadonlySet<Member["role"]> = new Set(["admin", "manager", "marketer", "partner"]);

/** Whom a form offers: fewer than either platform's limit. */
const MOST_CHOICES = 99;

export async function memberChoices(ctx: Ctx): Promise<Choice[]> {
  const handlers = (await membersOf(ctx.store.db)).filter(({ role }) => HANDLERS.has(role));
  return handlers.slice(0, MOST_CHOICES).map(({ id, name }) => ({ value: id, label: name }));
}

/** Done twice it changes and tells nothing more. @throws AppError "unknown-person", "not-allowed", and as finding the creator does */
export async function handOverCreator({ ctx, input }: { ctx: Ctx; input: HandoverInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    const to = await memberCalled(unit.tx, input.to);
    if (!HANDLERS.has(to.role)) throw new AppError("bad-input", { problem: "no-handler", text: to.name });
    const all = await creatorsToHand(unit, input);
    const moved = all.filter(({ inChargeId }) => inChargeId !== to.id);
    for (const creator of moved) {
      await setInCharge(unit.tx, creator.id, to.id);
      await unit.audit("creator.handover", creator.id, { from: creator.inChargeId, to: to.id });
      await refreshCreatorCard(ctx, unit, { ...creator, inChargeId: to.id });
      await moveReminders(ctx, unit, { ...creator, inChargeId: to.id });
    }
    if (moved.length === 0) await unit.audit("creator.handover-again", to.id, { creators: all.length });
    await tell(ctx, unit, {
      shown: moved.length === 0 ? all : moved,
      isNews: moved.length > 0,
      to,
      by: actor,
    });
  });
}

async function creatorsToHand(unit: Unit, { creator, from }: HandoverInput): Promise<Creator[]> {
  if (creator !== undefined) return [await findKeptCreator(unit.tx, creator)];
  const member = await memberCalled(unit.tx, from ?? "");
  const theirs = await creatorsInChargeOf(unit.tx, member.id);
  if (theirs.length === 0) throw new AppError("bad-input", { problem: "no-creators", text: member.name });
  return theirs;
}

async function tell(
  ctx: Ctx,
  unit: Unit,
  about: { shown: readonly Creator[]; isNews: boolean; to: Member; by: Member },
): Promise<void> {
  const { shown, isNews, to, by } = about;
  const before = [...new Set(shown.map(({ inChargeId }) => inChargeId))];
  const [from = null] = before.length === 1 ? before : [];
  const data = {
    creators: shown.map(({ id, name, handle }) => ({ id, name, handle })),
    from: from === null || !isNews ? null : await personRef(unit.tx, from),
    to: await personRef(unit.tx, to.id),
    by: await personRef(unit.tx, by.id),
  };
  await unit.send({ to: { reply: "all" }, template: "creator-handover", data: { ...data, yours: false } });
  if (!isNews || to.id === by.id) return;
  const connected = Object.keys(ctx.chats) as PlatformName[];
  if ((await privateAddress(unit.tx, to.id, connected)) === undefined) return;
  await unit.send({ to: { member: to.id }, template: "creator-handover", data: { ...data, yours: true } });
}

async function membersOf(db: Querier): Promise<Member[]> {
  const all = new Map((await allMembers(db)).map(({ member }) => [member.id, member]));
  return [...all.values()];
}

/** An id that a form carries, a name or an email. */
async function memberCalled(db: Querier, word: string): Promise<Member> {
  const all = await membersOf(db);
  const byId = all.find(({ id }) => id === word);
  if (byId !== undefined) return byId;
  const key = nameKeyOf(word.replace(/^@/u, ""));
  const found = all.filter(({ name, email }) => nameKeyOf(name) === key || nameKeyOf(email ?? "") === key);
  const [member] = found;
  if (member === undefined || found.length > 1)
    throw new AppError("bad-input", {
      problem: found.length > 1 ? "several-members" : "no-member",
      text: word,
      names: all.map(({ name }) => name).join(" / "),
    });
  return member;
}
