/** The data of a vet card, as it stands now. */
import type { PersonRef } from "../chat/card.ts";
import type { TemplateInput } from "../chat/template-data.ts";
import { AppError } from "../domain/errors.ts";
import { reportWithoutQuotes } from "../domain/vet-report.ts";
import { type Audience, showsAllQuotes, visibleFacts } from "../domain/visibility.ts";
import { type Campaign, campaignById } from "../store/campaigns.ts";
import { type Creator, creatorById, shortlistEntry, type Vetting } from "../store/creators.ts";
import type { Querier } from "../store/database.ts";
import { personRef } from "../store/people.ts";
import { audienceHere } from "./audience.ts";
import type { Ctx } from "./ctx.ts";
import type { Unit } from "./unit.ts";

/** "open": without what agencies quoted, for readers of whom somebody may not know it */
export type VetView = "full" | "open";

/** Each view has copies of its own, so that a change never brings a quote to where it may not be read. */
function vetCardKey(vettingId: string, view: VetView = "full"): string {
  return view === "full" ? `vet:${vettingId}` : `vet:${vettingId}:${view}`;
}

function vetViewFor({ facts }: Vetting, audience: Audience): VetView {
  return showsAllQuotes(facts, audience) ? "full" : "open";
}

/** Sends the card as those may read it who are where the call came from. */
export async function sendVetCard(
  ctx: Ctx,
  unit: Unit,
  vetting: Vetting,
  known: Parameters<typeof vetCardOf>[2] = {},
): Promise<void> {
  const view = vetViewFor(vetting, await audienceHere(ctx, unit.tx));
  await unit.send({
    to: { reply: "all" },
    template: "vet-card",
    data: await vetCardOf(unit.tx, vetting, { ...known, view }),
    cardKey: vetCardKey(vetting.id, view),
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
  known: {
    creator?: Creator | undefined;
    campaign?: Campaign | undefined;
    vettedBy?: PersonRef | undefined;
    /** all of it when left out */
    view?: VetView | undefined;
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
    report:
      known.view === "open"
        ? reportWithoutQuotes(vetting.report, visibleFacts(vetting.facts, []))
        : vetting.report,
    vettedBy: known.vettedBy ?? (await personRef(db, vetting.vettedBy)),
    vettedAt: vetting.vettedAt.toString(),
    shortlisted:
      entry === undefined ? null : { by: await personRef(db, entry.addedBy), at: entry.addedAt.toString() },
  };
}
