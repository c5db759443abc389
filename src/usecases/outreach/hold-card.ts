/** The card about a hold's end: each copy changes when the hold is extended, given back or over. */
import type { TemplateInput } from "../../chat/template-data.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Creator } from "../../store/creators.ts";
import { priceOf, type Quote } from "../../store/outreach.ts";
import type { Unit } from "../unit.ts";

type HoldCard = TemplateInput<"hold-reminder">;

export function holdCardKey(quoteId: string): string {
  return `hold:${quoteId}`;
}

/** @param until its end, also of one that is over */
export function holdCardOf(
  { quote, creator, campaign }: { quote: Quote; creator: Creator; campaign: Campaign },
  state: HoldCard["state"],
  until: Quote["heldUntil"],
): HoldCard {
  return {
    campaign: { id: campaign.id, name: campaign.name },
    creator: { id: creator.id, name: creator.name },
    format: quote.format,
    via: quote.via,
    price: priceOf(quote),
    until: until?.toString() ?? null,
    state,
  };
}

/** Nobody is to release a hold by a card that tells of an earlier end. */
export async function refreshHold(
  unit: Unit,
  about: Parameters<typeof holdCardOf>[0],
  state: HoldCard["state"],
  until: Quote["heldUntil"],
): Promise<void> {
  await unit.refresh(holdCardKey(about.quote.id), "hold-reminder", holdCardOf(about, state, until));
}
