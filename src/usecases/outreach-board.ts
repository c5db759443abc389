/** What was asked and offered in a campaign, as far as one side may know. */
import type { TemplateInput } from "../chat/template-data.ts";
import { cheapestOf } from "../domain/outreach.ts";
import { type Audience, isVisible } from "../domain/visibility.ts";
import type { Campaign } from "../store/campaigns.ts";
import type { Creator } from "../store/creators.ts";
import type { Querier } from "../store/database.ts";
import { priceOf, quotesOfCampaign } from "../store/outreach.ts";
import { personRefs } from "../store/people.ts";

/** @param of one creator alone; all of the campaign when left out */
export async function boardOf(
  db: Querier,
  campaign: Campaign,
  audience: Audience,
  of: { creator?: Creator | undefined; changed: boolean },
): Promise<TemplateInput<"outreach">> {
  const all = await quotesOfCampaign(db, campaign.id);
  const visible = all.filter(
    ({ quote }) =>
      isVisible("quote", quote.agency, audience) &&
      (of.creator === undefined || quote.creatorId === of.creator.id),
  );
  const people = await personRefs(
    db,
    visible.map(({ quote }) => quote.setBy),
  );
  // what is released is offered no more
  const offered = visible.flatMap(({ quote }) =>
    quote.state === "released" ? [] : [{ ...quote, price: priceOf(quote) }],
  );
  const cheapest = new Set(cheapestOf(offered).map(({ id }) => id));
  return {
    campaign: { id: campaign.id, name: campaign.name },
    creator: of.creator === undefined ? null : { id: of.creator.id, name: of.creator.name },
    quotes: visible.map(({ quote, creator }) => ({
      id: quote.id,
      creator: { id: creator.id, name: creator.name },
      format: quote.format,
      via: quote.via,
      agency: quote.agency,
      state: quote.state,
      price: priceOf(quote),
      rebate: isVisible("rebate", quote.agency, audience) ? quote.rebateShare : null,
      heldUntil: quote.state === "held" ? (quote.heldUntil?.toString() ?? null) : null,
      setBy: people.get(quote.setBy) ?? { name: quote.setBy },
      isCheapest: cheapest.has(quote.id),
    })),
    changed: of.changed,
  };
}
