/** Brings the ranking of a list into another order, for everybody who sees its card. */
import { AppError } from "../../domain/errors.ts";
import { inOrder, ordersOf, type RankingOrder } from "../../domain/ranking-order.ts";
import { lockRanking } from "../../store/list-ranking.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { importCardKey } from "./import-cards.ts";
import { rankingShown } from "./redo-ranking.ts";

/**
 * The rows stay those of the card, the best by score: the cheapest of a whole list would be creators of whom nothing but
 * the price speaks. What is hidden from readers of the card is not on it, so that no order can give it away. Of two who
 * choose at the same time the later one counts, whatever the card showed to them; the same choice twice changes nothing.
 *
 * @throws AppError "old-card" where no ranking stands there, or nothing is known any more that the order would rest on
 */
export async function orderRanking({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { import: string; by: RankingOrder };
}): Promise<void> {
  const { import: id, by } = input;
  await transact(ctx, async (unit) => {
    await lockRanking(unit.tx, id);
    const shown = await rankingShown(unit.tx, id);
    if (shown === undefined || !ordersOf(shown.rows).includes(by)) throw new AppError("old-card");
    await unit.audit("import.order", id, { by });
    const rows = inOrder(shown.rows, by);
    await unit.refresh(importCardKey(id), "import-result", { ...shown, order: by, rows });
  });
}
