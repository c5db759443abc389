/** The orders in which people look at a ranked list. Its places stay those by score. */
import type { Money } from "./money.ts";
import type { Standing } from "./price.ts";

export const RANKING_ORDERS = ["score", "quote", "standing", "followers"] as const;
export type RankingOrder = (typeof RANKING_ORDERS)[number];

/** What of a ranked row an order can rest on; null is unknown, or hidden from those who read the list. */
export interface OrderedRow {
  /** 1 is the best by score */
  place: number;
  quote: Money | null;
  standing: Standing | null;
  followers: number | null;
}

/** What costs less than the market comes first; what may be a slip of the unit last. */
const STANDINGS: readonly Standing[] = ["below", "within", "above", "far-off"];

/** The orders that say something about these rows: something is known in at least one of them. */
export function ordersOf(rows: readonly OrderedRow[]): RankingOrder[] {
  return RANKING_ORDERS.filter((order) => order === "score" || rows.some((row) => isKnown(row, order)));
}

/**
 * Low quotes first, many followers first, unknown values always last; equal ones by their place. Currencies are not
 * compared: the one that most rows have comes first, each in its own order.
 */
export function inOrder<Row extends OrderedRow>(rows: readonly Row[], order: RankingOrder): Row[] {
  const currencies = currenciesOf(rows);
  const compare: Record<RankingOrder, (a: Row, b: Row) => number> = {
    score: () => 0,
    quote: ({ quote: a }, { quote: b }) =>
      a === null || b === null
        ? 0
        : currencies.indexOf(a.currency) - currencies.indexOf(b.currency) || a.amount - b.amount,
    standing: ({ standing: a }, { standing: b }) =>
      a === null || b === null ? 0 : STANDINGS.indexOf(a) - STANDINGS.indexOf(b),
    followers: ({ followers: a }, { followers: b }) => (a === null || b === null ? 0 : b - a),
  };
  return [...rows].sort(
    (a, b) =>
      Number(isKnown(b, order)) - Number(isKnown(a, order)) || compare[order](a, b) || a.place - b.place,
  );
}

function isKnown(row: OrderedRow, order: RankingOrder): boolean {
  return order === "score" || row[order] !== null;
}

/** The most frequent first. */
function currenciesOf(rows: readonly OrderedRow[]): string[] {
  const times = new Map<string, number>();
  for (const { quote } of rows)
    if (quote !== null) times.set(quote.currency, (times.get(quote.currency) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([currency]) => currency);
}
