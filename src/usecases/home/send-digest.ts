/** Sends a manager the digest of the day and plans the next; or shows one when it is asked for. */
import { AppError } from "../../domain/errors.ts";
import { dueByKey } from "../../store/dues.ts";
import { type Member, memberById } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { dueMessageKey, isReachable } from "../delivery/due-messages.ts";
import { transact } from "../unit.ts";
import { DIGEST_SENT, digestCardOf } from "./digest-card.ts";
import { digestPrefix, planNextDigest, zoneOf } from "./plan-digests.ts";

/** Later than this, a digest says since when it was due. */
const LATE_AFTER_MINUTES = 60;

/**
 * Runs for the due thing that `ctx.dueKey` names. After a pause there is one digest, of now, and not one for every day.
 * @throws AlreadyDone when that is not due any more
 */
export async function sendDigest({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { due: string; member: string };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const due = await dueByKey(unit.tx, input.due);
    const member = await memberById(unit.tx, input.member);
    if (due === undefined || member?.role !== "manager") {
      await unit.audit("digest.skip", input.member);
      return;
    }
    await planNextDigest(unit, member, due.key.slice(digestPrefix(member.id).length));
    if (!(await isReachable(ctx, unit.tx, member.id))) {
      await unit.audit("digest.skip", member.id, { reason: "no account" });
      return;
    }
    const data = await digestCardOf(ctx, unit.tx, readerOf(member), unit.now);
    const isLate = unit.now.since(due.dueAt).total("minutes") >= LATE_AFTER_MINUTES;
    await unit.audit(DIGEST_SENT, member.id, { date: data.date });
    await unit.send({
      to: { member: member.id },
      template: "digest",
      data: { ...data, lateSince: isLate ? due.dueAt.toString() : null },
      key: dueMessageKey(due),
    });
  });
}

export async function showDigest({ ctx }: { ctx: Ctx }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    const data = await digestCardOf(ctx, unit.tx, readerOf(actor), unit.now);
    await unit.audit("digest.show", actor.id);
    await unit.send({ to: { reply: "actor" }, template: "digest", data });
  });
}

function readerOf(member: Member) {
  return { ...member, zone: zoneOf(member) };
}
