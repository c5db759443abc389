/** Tells who holds a creator's time that the hold ends soon, and releases it at its end. */
import { Temporal } from "temporal-polyfill";
import { lockQuoteById, quoteById, saveQuote } from "../../store/outreach.ts";
import { holderOf } from "../creators/in-charge.ts";
import type { Ctx } from "../ctx.ts";
import { isReachable } from "../delivery/due-messages.ts";
import { transact } from "../unit.ts";
import { holdCardKey, holdCardOf } from "./hold-card.ts";

interface HoldInput {
  quote: string;
  member: string;
}

/** Both run for the due thing that `ctx.dueKey` names. @throws AlreadyDone when that is not due any more */
export function remindOfHold({ ctx, input }: { ctx: Ctx; input: HoldInput }): Promise<void> {
  return endHold(ctx, input, "ending");
}

export function releaseHold({ ctx, input }: { ctx: Ctx; input: HoldInput }): Promise<void> {
  return endHold(ctx, input, "ended");
}

async function endHold(ctx: Ctx, input: HoldInput, state: "ending" | "ended"): Promise<void> {
  await transact(ctx, async (unit) => {
    const quote = await lockQuoteById(unit.tx, input.quote);
    const until = quote?.state === "held" ? quote.heldUntil : null;
    const found = await quoteById(unit.tx, input.quote);
    const isOver = until !== null && Temporal.Instant.compare(until, unit.now) <= 0;
    // after a pause both fall due at once, and only the end is worth telling
    const wanted =
      quote !== undefined && until !== null && found !== undefined && isOver === (state === "ended");
    await unit.audit(wanted ? `hold.${state}` : "hold.skip", input.quote, { member: input.member });
    if (!wanted) return;
    if (state === "ended") await saveQuote(unit.tx, { ...quote, state: "released", heldUntil: null });
    const { creator, campaign } = found;
    const data = holdCardOf(found, state, until);
    if (state === "ended") await unit.refresh(holdCardKey(quote.id), "hold-reminder", data);
    const member = (await holderOf(ctx, unit.tx, { quote, creator }, input.member))?.id ?? input.member;
    if (campaign.closedAt !== null || !(await isReachable(ctx, unit.tx, member))) return;
    await unit.send({
      to: { member },
      template: "hold-reminder",
      data,
      cardKey: holdCardKey(quote.id),
      key: `hold:${quote.id}:${state}@${until.toString()}`,
    });
  });
}
