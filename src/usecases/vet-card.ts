/** The data of a vet card, as it stands now. */
import type { PersonRef } from "../chat/card.ts";
import type { TemplateInput } from "../chat/template-data.ts";
import { confidentialCost } from "../domain/all-in-cost.ts";
import type { CreatorFacts } from "../domain/creator-facts.ts";
import { AppError } from "../domain/errors.ts";
import { type Campaign, campaignById } from "../store/campaigns.ts";
import { type Creator, creatorById, shortlistEntry, type Vetting } from "../store/creators.ts";
import type { Querier } from "../store/database.ts";
import { personRef } from "../store/people.ts";

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
    /** only its maker reads the card, and may see an agency's share and a rebate on it */
    confidential?: boolean;
  } = {},
): Promise<TemplateInput<"vet-card">> {
  const creator = known.creator ?? (await creatorById(db, vetting.creatorId));
  if (creator === undefined) throw new AppError("unknown-creator", { text: vetting.creatorId });
  const campaign =
    known.campaign ?? (vetting.campaignId === null ? undefined : await campaignById(db, vetting.campaignId));
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
