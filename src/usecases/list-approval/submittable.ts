/** Whom a side may submit to the brand, and at which price: its own quotes, never another side's. */
import type { Money } from "../../domain/money.ts";
import type { NoteFormat } from "../../domain/price.ts";
import { visibleFacts } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Querier } from "../../store/database.ts";
import { priceOf, type Quote, quotesOfCampaign } from "../../store/outreach.ts";
import { shortlistOf } from "../../store/shortlist.ts";
import { campaignRows } from "../../store/submissions.ts";
import { passedPriceOf, priceOfRow } from "./list-card.ts";

type Shortlisted = Awaited<ReturnType<typeof shortlistOf>>[number];
export interface Candidate {
  name: string;
  shortlisted: Shortlisted;
  format: NoteFormat;
  price: Money | undefined;
  reason: string;
}

/** Everybody on the shortlist with the best price that this side has for them. */
export async function candidatesOf(db: Querier, campaign: Campaign, agency: string): Promise<Candidate[]> {
  const quotes = (await quotesOfCampaign(db, campaign.id)).map(({ quote }) => quote);
  const shortlist = await shortlistOf(db, campaign.id);
  return shortlist.map((shortlisted) => {
    const { creator, vetting } = shortlisted;
    const own = quotes.filter((quote) => quote.creatorId === creator.id && quote.agency === agency);
    const facts = visibleFacts(vetting.facts, [agency]);
    const known = bestQuote(own) ?? {
      format: facts.quoteImage === undefined && facts.quoteVideo !== undefined ? "video" : "image",
      price: (facts.quoteImage ?? facts.quoteVideo)?.value,
    };
    return { name: creator.name, shortlisted, reason: "", ...known };
  });
}

const BY_STATE = ["released", "asked", "rechecked", "held"] as const;

/** What is nearest to a booking counts; of equal ones the lowest. */
function bestQuote(quotes: readonly Quote[]): { format: NoteFormat; price: Money } | undefined {
  const priced = quotes.flatMap((quote) => {
    const price = priceOf(quote);
    return price === null ? [] : [{ format: quote.format, price, state: BY_STATE.indexOf(quote.state) }];
  });
  const [best] = priced.sort((a, b) => b.state - a.state || a.price.amount - b.price.amount);
  return best === undefined ? undefined : { format: best.format, price: best.price };
}

/** Nobody is submitted twice by one side; after a decision only at another price. */
export async function notBefore(
  db: Querier,
  campaign: Campaign,
  agency: string,
  chosen: readonly Candidate[],
): Promise<Candidate[]> {
  const rows = await campaignRows(db, campaign.id);
  return chosen.filter(({ shortlisted, price, format }) => {
    const last = rows.findLast(
      ({ row, submission }) =>
        row.creatorId === shortlisted.creator.id && row.format === format && submission.agency === agency,
    );
    if (last === undefined) return true;
    if (last.row.decision === null) return last.submission.closedAt !== null;
    const before = passedPriceOf(last.row) ?? priceOfRow(last.row);
    return price !== undefined && (price.amount !== before.amount || price.currency !== before.currency);
  });
}

/** Everybody who was not submitted yet, or has another price since. */
export async function submittable(db: Querier, campaign: Campaign, agency: string): Promise<Candidate[]> {
  return notBefore(db, campaign, agency, await candidatesOf(db, campaign, agency));
}
