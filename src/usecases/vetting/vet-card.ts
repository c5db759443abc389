/** The data of a vet card, as it stands now. */
import type { PersonRef } from "../../chat/card.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import { confidentialCost } from "../../domain/all-in-cost.ts";
import { changedFacts } from "../../domain/compare-vettings.ts";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { AppError } from "../../domain/errors.ts";
import { missingInputs } from "../../domain/missing-inputs.ts";
import { shownFacts } from "../../domain/shown-facts.ts";
import { combinedRatio, type NotCombined } from "../../domain/sponsored-ratio.ts";
import { reportWithoutQuotes, type VetReport } from "../../domain/vet-report.ts";
import {
  type Audience,
  comparableQuotes,
  isVisible,
  partyOf,
  showsAllQuotes,
  visibleFacts,
} from "../../domain/visibility.ts";
import { type Campaign, campaignById } from "../../store/campaigns.ts";
import { vettingBefore } from "../../store/creator-history.ts";
import { type Creator, creatorById } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { flagOverrulesOf } from "../../store/flag-overrules.ts";
import { memberById, personRef, personRefs } from "../../store/people.ts";
import { shortlistEntry } from "../../store/shortlist.ts";
import type { Vetting } from "../../store/vettings.ts";
import { audienceHere } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";
import { scoreSettingsOf, scoringDay } from "./score-settings.ts";

/** "open": without what agencies quoted, for readers of whom somebody may not know it */
type VetView = "full" | "open";

/** Each view has copies of its own, so that a change never brings a quote to where it may not be read. */
function vetCardKey(vettingId: string, view: VetView = "full"): string {
  return view === "full" ? `vet:${vettingId}` : `vet:${vettingId}:${view}`;
}

/** Quotes can be worked out from what a read of them costs, so single costs are read by whoever may read the quotes. */
async function vetViewFor(db: Querier, vetting: Vetting, audience: Audience): Promise<VetView> {
  if (!showsAllQuotes(vetting.facts, audience)) return "open";
  if (!hasSingleCosts(vetting.report)) return "full";
  const maker = await memberById(db, vetting.vettedBy);
  const side = maker === undefined ? null : partyOf(maker);
  return side === null || isVisible("quote", side, audience) ? "full" : "open";
}

function hasSingleCosts({ price }: VetReport): boolean {
  const methods = [...(price?.methods ?? []), ...(price?.other?.methods ?? [])];
  return methods.some(({ points }) => points !== undefined);
}

interface Known {
  creator?: Creator | undefined;
  campaign?: Campaign | undefined;
  vettedBy?: PersonRef | undefined;
  /** all of it when left out */
  view?: VetView | undefined;
  /** only its maker reads the card, and may see an agency's share and a rebate on it */
  confidential?: boolean;
}

/** Sends the card as those may read it who are where the call came from; what only the actor may know follows privately. */
export async function sendVetCard(
  ctx: Ctx,
  unit: Unit,
  vetting: Vetting,
  known: Omit<Known, "view" | "confidential"> = {},
): Promise<void> {
  const view = await vetViewFor(unit.tx, vetting, await audienceHere(ctx, unit.tx));
  // an agency's share and a rebate go back to whoever gave them, and to nobody else
  const isOwn = vetting.vettedBy === ctx.actor?.id;
  const isPrivate = ctx.where?.chatKind === "direct";
  const data = await vetCardOf(unit.tx, vetting, { ...known, view, confidential: isOwn && isPrivate });
  await unit.send({
    to: { reply: "all" },
    template: "vet-card",
    data,
    cardKey: vetCardKey(vetting.id, view),
  });
  const costs = !isOwn || isPrivate ? {} : confidentialCosts(vetting.facts);
  if (costs.image === undefined && costs.video === undefined) return;
  await unit.send({
    to: { reply: "actor" },
    template: "price-terms",
    data: { creator: data.creator.name, costs },
  });
}

export async function refreshVetCards(unit: Unit, vetting: Vetting): Promise<void> {
  for (const view of ["full", "open"] as const) {
    const data = await vetCardOf(unit.tx, vetting, { view });
    await unit.refresh(vetCardKey(vetting.id, view), "vet-card", data);
  }
}

/** @param known what the caller has loaded already */
export async function vetCardOf(
  db: Querier,
  vetting: Vetting,
  known: Known = {},
): Promise<TemplateInput<"vet-card">> {
  const creator = known.creator ?? (await creatorById(db, vetting.creatorId));
  if (creator === undefined) throw new AppError("unknown-creator", { text: vetting.creatorId });
  const campaign =
    known.campaign ?? (vetting.campaignId === null ? undefined : await campaignById(db, vetting.campaignId));
  const overrules = await flagOverrulesOf(db, vetting.id);
  const people = await personRefs(
    db,
    overrules.map(({ overruledBy }) => overruledBy),
  );
  const before = await vettingBefore(db, vetting);
  const entry = campaign === undefined ? undefined : await shortlistEntry(db, campaign.id, creator.id);
  const shown = known.view === "open" ? visibleFacts(vetting.facts, []) : vetting.facts;
  return {
    vettingId: vetting.id,
    creator: { id: creator.id, name: creator.name, handle: creator.handle, link: creator.link },
    campaign: campaign === undefined ? null : { id: campaign.id, name: campaign.name },
    followers: vetting.facts.followers?.value ?? null,
    report:
      known.view === "open"
        ? reportWithoutQuotes(vetting.report, visibleFacts(vetting.facts, []))
        : vetting.report,
    ...(known.confidential && { confidential: confidentialCosts(vetting.facts) }),
    vettedBy: known.vettedBy ?? (await personRef(db, vetting.vettedBy)),
    vettedAt: vetting.vettedAt.toString(),
    shortlisted:
      entry === undefined ? null : { by: await personRef(db, entry.addedBy), at: entry.addedAt.toString() },
    missing: missingInputs(
      vetting.facts,
      scoreSettingsOf(campaign, vetting.vettedAt),
      vetting.report.scorecard,
    ),
    overruled: overrules.map(({ flag, reason, overruledBy, overruledAt }) => ({
      flag,
      reason,
      by: people.get(overruledBy) ?? { name: overruledBy },
      at: overruledAt.toString(),
    })),
    exclusivity: vetting.facts.competitorWork?.exclusivity ?? null,
    facts: shownFacts(shown, scoringDay(campaign, vetting.vettedAt)),
    notCombined: reasonNotCombined(shown),
    changes: before === undefined ? null : changesBetween(before, vetting, known.view ?? "full"),
  };
}

/** A ratio that is known needs no reason why it was not made. */
function reasonNotCombined(facts: CreatorFacts): NotCombined | null {
  const made = facts.sponsoredRatio === undefined ? combinedRatio(facts) : undefined;
  return typeof made === "string" ? made : null;
}

/** Empty where no terms are known. */
function confidentialCosts(facts: CreatorFacts): NonNullable<TemplateInput<"vet-card">["confidential"]> {
  return {
    image: confidentialCost(facts, "image") ?? undefined,
    video: confidentialCost(facts, "video") ?? undefined,
  };
}

/** A quote beside which an earlier one is held back is no news either: nobody may read what it changed from. */
function withComparableQuotes(before: CreatorFacts, after: CreatorFacts): [CreatorFacts, CreatorFacts] {
  const older = comparableQuotes(before, after);
  const isHeldBack = (name: string) => Object.hasOwn(before, name) && !Object.hasOwn(older, name);
  return [older, Object.fromEntries(Object.entries(after).filter(([name]) => !isHeldBack(name)))];
}

function changesBetween(
  before: Vetting,
  after: Vetting,
  view: VetView,
): TemplateInput<"vet-card">["changes"] {
  const [older, newer] =
    view === "open"
      ? [visibleFacts(before.facts, []), visibleFacts(after.facts, [])]
      : withComparableQuotes(before.facts, after.facts);
  return {
    since: before.vettedAt.toString(),
    score: { before: before.score, after: after.score },
    facts: changedFacts(older, newer),
  };
}
