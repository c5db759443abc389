/** The data of a vet card, as it stands now. */
import type { PersonRef } from "../chat/card.ts";
import type { TemplateInput } from "../chat/template-data.ts";
import { confidentialCost } from "../domain/all-in-cost.ts";
import { changedFacts } from "../domain/compare-vettings.ts";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import { AppError } from "../domain/errors.ts";
import { missingInputs } from "../domain/missing-inputs.ts";
import { type Campaign, campaignById } from "../store/campaigns.ts";
import { vettingBefore } from "../store/creator-history.ts";
import { type Creator, creatorById, shortlistEntry, type Vetting } from "../store/creators.ts";
import type { Querier } from "../store/database.ts";
import { type FlagOverrule, flagOverrulesOf } from "../store/flag-overrules.ts";
import { personRef, personRefs } from "../store/people.ts";
import { scoreSettingsOf } from "./score-settings.ts";

export function vetCardKey(vettingId: string): string {
  return `vet:${vettingId}`;
}

/** @param known what the caller has loaded already */
export async function vetCardOf(
  db: Querier,
  vetting: Vetting,
  known: {
    creator?: Creator | undefined;
    campaign?: Campaign | undefined;
    vettedBy?: PersonRef | undefined;
    /** a snapshot of this moment has none yet */
    overrules?: readonly FlagOverrule[] | undefined;
    /** only its maker reads the card, and may see an agency's share and a rebate on it */
    confidential?: boolean;
  } = {},
): Promise<TemplateInput<"vet-card">> {
  const creator = known.creator ?? (await creatorById(db, vetting.creatorId));
  if (creator === undefined) throw new AppError("unknown-creator", { text: vetting.creatorId });
  const campaign =
    known.campaign ?? (vetting.campaignId === null ? undefined : await campaignById(db, vetting.campaignId));
  const overrules = known.overrules ?? (await flagOverrulesOf(db, vetting.id));
  const people = await personRefs(
    db,
    overrules.map(({ overruledBy }) => overruledBy),
  );
  const before = await vettingBefore(db, vetting);
  const entry = campaign === undefined ? undefined : await shortlistEntry(db, campaign.id, creator.id);
  return {
    vettingId: vetting.id,
    creator: { id: creator.id, name: creator.name, handle: creator.handle, link: creator.link },
    campaign: campaign === undefined ? null : { id: campaign.id, name: campaign.name },
    followers: vetting.facts.followers?.value ?? null,
    report: vetting.report,
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
    changes: before === undefined ? null : changesBetween(before, vetting),
  };
}

/** Empty where no terms are known. */
export function confidentialCosts(
  facts: CreatorFacts,
): NonNullable<TemplateInput<"vet-card">["confidential"]> {
  return {
    image: confidentialCost(facts, "image") ?? undefined,
    video: confidentialCost(facts, "video") ?? undefined,
  };
}

function changesBetween(before: Vetting, after: Vetting): TemplateInput<"vet-card">["changes"] {
  return {
    since: before.vettedAt.toString(),
    score: { before: before.score, after: after.score },
    facts: changedFacts(before.facts, after.facts),
  };
}
