/** What was asked and offered in a campaign, as far as one side may know. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { type AllInCost, allInCost, platformFeeOf } from "../../domain/all-in-cost.ts";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { cheapestOf } from "../../domain/outreach.ts";
import { type Audience, isVisible, nameOfOwner } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { sideOfChat } from "../../store/chat-sides.ts";
import type { Creator } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { priceOf, type Quote, quotesOfCampaign } from "../../store/outreach.ts";
import { personRefs } from "../../store/people.ts";
import { latestFacts } from "../../store/vettings.ts";
import { audienceHere, audienceOfActor } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";

interface Shown {
  /** this one alone; all of the campaign when left out */
  creator?: Creator | undefined;
  changed: boolean;
}

/**
 * Into the group where somebody said whose it is and all may read there what the actor may; else, and with rebates, to
 * the actor alone. source: rules LP2
 */
export async function sendBoard(ctx: Ctx, unit: Unit, campaign: Campaign, of: Shown): Promise<void> {
  const own = await boardOf(unit.tx, campaign, audienceOfActor(ctx), of);
  const here = await boardForGroup(ctx, unit, campaign, of);
  const goesHere = here !== undefined && here.quotes.length === own.quotes.length;
  if (goesHere) await unit.send({ to: { reply: "all" }, template: "outreach", data: here });
  if (goesHere && own.quotes.every(({ rebate }) => rebate === null)) return;
  await unit.send({ to: { reply: "actor" }, template: "outreach", data: own });
}

/** Undefined outside of groups, and where nobody said whose the group is. */
async function boardForGroup(ctx: Ctx, { tx }: Unit, campaign: Campaign, of: Shown) {
  const { where } = ctx;
  if (where?.chatKind !== "group") return undefined;
  if ((await sideOfChat(tx, where.platform, where.chat)) === undefined) return undefined;
  return { ...(await boardOf(tx, campaign, await audienceHere(ctx, tx), of)), forAll: true };
}

async function boardOf(
  db: Querier,
  campaign: Campaign,
  audience: Audience,
  of: Shown,
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
  const facts = await latestFacts(
    db,
    visible.map(({ quote }) => quote.creatorId),
  );
  // what is released is offered no more
  const offered = visible.flatMap(({ quote }) =>
    quote.state === "released" ? [] : [{ ...quote, price: priceOf(quote) }],
  );
  const cheapest = new Set(cheapestOf(offered).map(({ id }) => id));
  return {
    campaign: { id: campaign.id, name: campaign.name },
    creator: of.creator === undefined ? null : { id: of.creator.id, name: of.creator.name },
    quotes: visible.map(({ quote, creator }) => {
      const rebate = isVisible("rebate", quote.agency, audience) ? quote.rebateShare : null;
      return {
        id: quote.id,
        creator: { id: creator.id, name: creator.name },
        format: quote.format,
        via: quote.via,
        agency: nameOfOwner(quote.agency),
        state: quote.state,
        price: priceOf(quote),
        rebate,
        cost: costOf(quote, rebate, facts.get(quote.creatorId) ?? {}),
        heldUntil: quote.state === "held" ? (quote.heldUntil?.toString() ?? null) : null,
        setBy: people.get(quote.setBy) ?? { name: quote.setBy },
        isCheapest: cheapest.has(quote.id),
      };
    }),
    changed: of.changed,
  };
}

/** With the rebate where the reader may know it. source: rules E8, LP5 */
function costOf(quote: Quote, rebate: number | null, facts: CreatorFacts): AllInCost | null {
  const price = priceOf(quote);
  if (price === null) return null;
  return allInCost(price, { platformFee: platformFeeOf(facts), ...(rebate !== null && { rebate }) });
}
