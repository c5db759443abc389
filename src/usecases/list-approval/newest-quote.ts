/** What a side asks for a creator now, where that is another price than the frozen one. */
import { Temporal } from "temporal-polyfill";
import type { Money } from "../../domain/money.ts";
import { priceOf, type quotesOfCampaign } from "../../store/outreach.ts";
import type { SubmissionRow } from "../../store/submissions.ts";

/** Null as long as the newest quote since the pass is the price it was passed at, or there is none. */
export function newestQuote(
  quotes: Awaited<ReturnType<typeof quotesOfCampaign>>,
  agency: string,
  row: SubmissionRow,
): Money | null {
  const { decision, decidedAt, passedAmount } = row;
  if (decision !== "pass" || decidedAt === null) return null;
  const since = quotes
    .map(({ quote }) => quote)
    .filter(
      (quote) =>
        quote.creatorId === row.creatorId &&
        quote.format === row.format &&
        quote.agency === agency &&
        Temporal.Instant.compare(quote.setAt, decidedAt) >= 0,
    )
    .sort((a, b) => Temporal.Instant.compare(a.setAt, b.setAt));
  const newest = since.at(-1);
  const price = newest === undefined ? null : priceOf(newest);
  const isSame = price?.amount === passedAmount && price?.currency === row.currency;
  return isSame ? null : price;
}
