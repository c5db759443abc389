/** Sees to it that every manager has one digest to come, at the next 09:00 of their own zone. */
import { Temporal } from "temporal-polyfill";
import { AppError } from "../../domain/errors.ts";
import { instantAt } from "../../domain/working-time.ts";
import { type Due, duesUnder } from "../../store/dues.ts";
import { allMembers, type Member } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { todayIn } from "../days.ts";
import { transact, type Unit } from "../unit.ts";

const DIGEST_AT = "09:00";
/** For members who never said where they are: where the campaigns run. */
const USUAL_ZONE = "Asia/Shanghai";

export function zoneOf(member: Pick<Member, "zone">): string {
  return member.zone ?? USUAL_ZONE;
}

/** Called at every start and after members change: a new manager gets one, a moved one gets it at their new 09:00. */
export async function planDigests({ ctx }: { ctx: Ctx }): Promise<void> {
  await transact(ctx, async (unit) => {
    const rows = await allMembers(unit.tx);
    const members = new Map(rows.map(({ member }) => [member.id, member]));
    for (const member of members.values()) await planDigestOf(unit, member);
    await unit.audit("digest.plan", "members", { count: members.size });
  });
}

/** For one member who was added or changed. A digest that is overdue is left alone: it is sent late, once, and plans the next. */
export async function planDigestOf(unit: Unit, member: Member): Promise<void> {
  const prefix = digestPrefix(member.id);
  const open = (await duesUnder(unit.tx, prefix)).filter(isOpen);
  const isOverdue = open.some(({ dueAt }) => Temporal.Instant.compare(dueAt, unit.now) <= 0);
  if (member.role === "manager" && isOverdue) return;
  await unit.cancel(prefix);
  if (member.role === "manager") await planNextDigest(unit, member);
}

/** @param doneOn the date of the digest that is being sent, when one is: it has been this date's, whatever the zone */
export async function planNextDigest(unit: Unit, member: Member, doneOn?: string): Promise<void> {
  const zone = zoneOf(member);
  const today = todayIn(unit.now, zone);
  const next = [today, today.add({ days: 1 }), today.add({ days: 2 })]
    .map((day) => ({ date: day.toString(), at: instantAt(day.toString(), DIGEST_AT, zone) }))
    .find(({ date, at }) => date !== doneOn && Temporal.Instant.compare(at, unit.now) > 0);
  if (next === undefined) throw new AppError("internal", { zone });
  await unit.plan({
    key: `${digestPrefix(member.id)}${next.date}`,
    job: "send-digest",
    payload: { member: member.id },
    at: next.at,
  });
}

export function digestPrefix(memberId: string): string {
  return `send-digest:${memberId}:`;
}

function isOpen({ doneAt, cancelledAt }: Due): boolean {
  return doneAt === null && cancelledAt === null;
}
