/** What all messages that fall due have in common: their hour, their card and when a newer one takes their place. */
import type { Temporal } from "temporal-polyfill";
import type { PlatformName } from "../../chat/ports.ts";
import type { Querier } from "../../store/database.ts";
import { type Due, duesUnder } from "../../store/dues.ts";
import { privateAddress } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";

/** Local time at which people are reminded, in their own zone. */
export const REMIND_AT = "10:00";

/** Every copy of the message that a due thing became. */
export function dueCardKey(dueKey: string): string {
  return `due:${dueKey}`;
}

/** A thing that was moved and fell due again is another message; the same thing run twice is not. */
export function dueMessageKey(due: Due): string {
  return `${due.key}@${due.dueAt.toString()}`;
}

/**
 * Whether a later step for the same person has fallen due as well: after a pause people get one message, not a burst.
 * @param prefix what the keys of all steps begin with
 */
export async function isOvertaken(
  db: Querier,
  due: Due,
  prefix: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const steps = await duesUnder(db, prefix);
  return steps.some(
    (other) =>
      other.key !== due.key &&
      other.cancelledAt === null &&
      other.payload["member"] === due.payload["member"] &&
      other.dueAt.epochMilliseconds <= now.epochMilliseconds &&
      isAfter(other, due),
  );
}

function isAfter(one: Due, other: Due): boolean {
  const ms = one.dueAt.epochMilliseconds - other.dueAt.epochMilliseconds;
  return ms === 0 ? Number(one.payload["step"]) > Number(other.payload["step"]) : ms > 0;
}

/** Whether a member can be written to on a platform that the bot is connected to. */
export async function isReachable(ctx: Pick<Ctx, "chats">, db: Querier, memberId: string): Promise<boolean> {
  const address = await privateAddress(db, memberId, Object.keys(ctx.chats) as PlatformName[]);
  return address !== undefined;
}
