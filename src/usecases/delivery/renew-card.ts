/** Gives a sent card that still waits for somebody a fresh copy before its platform lets the old one die. */
import { isDead } from "../../domain/card-life.ts";
import { lockCopy, replaceCopy } from "../../store/card-copies.ts";
import { outboxRow } from "../../store/outbox.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { cardNow } from "./card-now.ts";

/**
 * Runs for the due thing that `ctx.dueKey` names.
 *
 * @param input.changed the old copy could not show a change: a fresh one is wanted although nobody has to act any more
 * @throws AlreadyDone when it was renewed already
 */
export async function renewCard({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { card: string; changed?: boolean | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const cardKey = (await outboxRow(unit.tx, input.card))?.cardKey ?? null;
    const look = async () => (cardKey === null ? undefined : cardNow(ctx, unit.tx, cardKey, unit.now));
    // what the card is about is locked before its copy, as use cases do; what is read after both holds until the end
    await look();
    const copy = await lockCopy(unit.tx, input.card);
    const shown = copy === undefined ? undefined : await look();
    const wanted = shown?.waits === true || (shown !== undefined && input.changed === true);
    await unit.audit(wanted ? "card.renew" : "card.leave", input.card, { card: cardKey });
    if (copy === undefined || shown === undefined || !wanted) return;
    const { template, data } = shown;
    const days = ctx.chats[copy.platform]?.cardDays;
    const canChange = days === undefined || (copy.sentAt !== null && !isDead(copy.sentAt, days, unit.now));
    await replaceCopy(unit.tx, copy, { template, data, canChange, newId: ctx.newId, now: unit.now });
    unit.wake(copy.lane);
  });
}
