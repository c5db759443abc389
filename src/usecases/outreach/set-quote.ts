/** Notes what a creator or an MCN quotes and how far it is (询价, 二询, 锁档); a hold gets its reminder and its end. */
import { Temporal } from "temporal-polyfill";
import { AppError } from "../../domain/errors.ts";
import type { Money } from "../../domain/money.ts";
import { holdEnd, holdReminder } from "../../domain/outreach.ts";
import type { NoteFormat } from "../../domain/price.ts";
import { isUnnamed, ownerOf, partyOf } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { lockQuote, type Quote, type QuoteKey, saveQuote } from "../../store/outreach.ts";
import type { Member } from "../../store/people.ts";
import { lockLists, submissionsWith } from "../../store/submissions.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import { holderOf } from "../creators/in-charge.ts";
import type { Ctx } from "../ctx.ts";
import { REMIND_AT } from "../delivery/due-messages.ts";
import { refreshList } from "../list-approval/list-card.ts";
import { transact, type Unit } from "../unit.ts";
import { refreshHold } from "./hold-card.ts";
import { sendBoard } from "./outreach-board.ts";

export interface QuoteInput {
  creator: string;
  campaign?: string | undefined;
  state: Quote["state"];
  price?: Money | undefined;
  via?: string | undefined;
  format?: NoteFormat | undefined;
  /** YYYY-MM-DD: the last day of a hold */
  until?: string | undefined;
  /** a fraction of the quote */
  rebate?: number | undefined;
}

/** What begins the keys of everything planned for a hold. */
function holdPrefix(quoteId: string): string {
  return `hold:${quoteId}:`;
}

/**
 * What is not given stays as it was. A chat that nobody said whose it is may hold people of other agencies, and gets no answer.
 * @throws AppError "past-date", "agency-only" for a rebate of a partner whose agency nobody named, and those of finding
 *   the creator and the campaign
 */
export async function setQuote({ ctx, input }: { ctx: Ctx; input: QuoteInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    if (input.rebate !== undefined && isUnnamed(partyOf(actor))) throw new AppError("agency-only");
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const creator = await findCreator(unit.tx, input.creator);
    const key = {
      campaignId: campaign.id,
      creatorId: creator.id,
      via: input.via ?? "",
      agency: ownerOf(partyOf(actor)),
      format: input.format ?? ("image" as const),
    };
    // the lists it may change are drawn by one at a time
    await lockLists(unit.tx, campaign.id);
    const earlier = await lockQuote(unit.tx, key);
    const quote = await saveQuote(unit.tx, quoteAfter(ctx, { key, earlier, campaign, actor, input }));
    const holder = await holderOf(ctx, unit.tx, { quote, creator }, actor.id);
    await planHold(unit, quote, campaign, { zone: holder?.zone ?? null, notedBy: actor.id });
    const { state, priceAmount, priceCurrency, heldUntil } = quote;
    await refreshHold(unit, { quote, creator, campaign }, state === "held" ? "held" : "released", heldUntil);
    await unit.audit("quote.set", quote.id, {
      creator: creator.id,
      via: quote.via,
      state,
      priceAmount,
      priceCurrency,
      before: earlier === undefined ? null : { state: earlier.state, priceAmount: earlier.priceAmount },
    });
    // a list that was decided shows that the price is another now
    for (const list of await submissionsWith(unit.tx, campaign.id, [creator.id]))
      if (list.agency === quote.agency) await refreshList(ctx, unit, list);
    await sendBoard(ctx, unit, campaign, { creator, changed: true });
  });
}

function quoteAfter(
  ctx: Ctx,
  about: {
    key: QuoteKey;
    earlier: Quote | undefined;
    campaign: Campaign;
    actor: Member;
    input: QuoteInput;
  },
): Quote {
  const { key, earlier, campaign, actor, input } = about;
  const now = ctx.clock.now();
  const until = input.until === undefined ? undefined : holdEnd(input.until, campaign.zone);
  if (until !== undefined && Temporal.Instant.compare(until, now) <= 0)
    throw new AppError("past-date", { date: input.until });
  const price = input.price ?? {
    amount: earlier?.priceAmount ?? null,
    currency: earlier?.priceCurrency ?? null,
  };
  return {
    id: earlier?.id ?? ctx.newId("quo"),
    ...key,
    state: input.state,
    priceAmount: price.amount,
    priceCurrency: price.currency,
    rebateShare: input.rebate ?? earlier?.rebateShare ?? null,
    heldUntil: input.state === "held" ? (until ?? earlier?.heldUntil ?? null) : null,
    setBy: actor.id,
    setAt: now,
  };
}

/** Who is reminded is settled when it falls due: somebody else may be in charge by then. source: rules LP4 */
async function planHold(
  unit: Unit,
  quote: Quote,
  campaign: Campaign,
  { zone, notedBy }: { zone: string | null; notedBy: string },
): Promise<void> {
  await unit.cancel(holdPrefix(quote.id));
  const { heldUntil } = quote;
  if (heldUntil === null) return;
  const payload = { quote: quote.id, member: notedBy };
  const zones = { campaign: campaign.zone, reader: zone ?? campaign.zone };
  const remindAt = holdReminder(heldUntil, zones, REMIND_AT);
  if (Temporal.Instant.compare(remindAt, unit.now) > 0)
    await unit.plan({ key: `${holdPrefix(quote.id)}ending`, job: "remind-hold", payload, at: remindAt });
  await unit.plan({ key: `${holdPrefix(quote.id)}ended`, job: "release-hold", payload, at: heldUntil });
}
