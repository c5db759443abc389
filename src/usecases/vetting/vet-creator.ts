/** Vets one creator: merges what is typed with what is known, judges it, keeps the snapshot, answers with the card. */
import { commandsNear } from "../../chat/near-commands.ts";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { AppError } from "../../domain/errors.ts";
import { vetCreator as judge } from "../../domain/vet-report.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { creatorsCalled } from "../../store/creators.ts";
import { type Transaction, together } from "../../store/database.ts";
import { isInOpenList } from "../../store/list-parts.ts";
import { personRef } from "../../store/people.ts";
import { campaignIfClear } from "../campaigns/find-campaign.ts";
import { creatorsNear } from "../creators/find-creator.ts";
import { findOrCreateCreator, type NamedCreator } from "../creators/find-or-create-creator.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { creatorChosen } from "./creator-meant.ts";
import { keepVetting } from "./keep-vettings.ts";
import { scoreSettingsOf } from "./score-settings.ts";
import { datedWhenTyped } from "./typed-facts.ts";
import { sendVetCard } from "./vet-card.ts";

export interface VetInput {
  /** as a person wrote it, or with an id in the name's place, as buttons carry it */
  creator: NamedCreator;
  /** what is newly known; it takes the place of older facts of the same kind */
  facts: CreatorFacts;
  campaign?: string | undefined;
}

/** So many of the missing facts are named; more are not read. */
const MISSING_SHOWN = 6;

export async function vetCreator({ ctx, input }: { ctx: Ctx; input: VetInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { tx } = unit;
    const [campaign, creator] = await together(
      campaignIfClear(ctx, tx, input.campaign),
      creatorMeant(ctx, tx, input),
    );
    if (creator === undefined) return sayWhatIsMissing(ctx, unit, campaign, input.creator);
    const [vetting, vettedBy] = await together(
      keepVetting(ctx, unit, campaign, { creator, facts: datedWhenTyped(input.facts, campaign, unit.now) }),
      personRef(tx, ctx.actor?.id ?? ""),
    );
    await unit.audit("creator.vet", creator.id, { vetting: vetting.id, score: vetting.score });
    await sendVetCard(ctx, unit, vetting, {
      creator,
      campaign,
      ...(vetting.vettedBy === ctx.actor?.id ? { vettedBy } : {}),
    });
  });
}

/** @returns undefined for a name that nobody knows and that came without a number: a slip makes no creator */
async function creatorMeant(ctx: Ctx, tx: Transaction, { creator: named, facts }: VetInput) {
  const chosen = await creatorChosen(tx, named);
  if (chosen !== undefined) return chosen;
  if (
    Object.keys(facts).length === 0 &&
    (await creatorsCalled(tx, named.platformId ?? named.name)).length === 0
  )
    return undefined;
  return findOrCreateCreator(ctx, tx, { ...named, facts });
}

async function sayWhatIsMissing(
  ctx: Ctx,
  unit: Unit,
  campaign: Campaign | undefined,
  named: NamedCreator,
): Promise<void> {
  const text = named.link ?? named.name;
  if (await isInOpenList(unit.tx, named.platformId ?? named.name))
    throw new AppError("still-vetting", { text });
  const near = await creatorsNear(unit.tx, named.name);
  const { scorecard } = judge({}, scoreSettingsOf(campaign, unit.now), {
    scheme: campaign?.tierScheme ?? "T4",
  });
  const worth = new Map(scorecard.dimensions.flatMap(({ facts }) => facts.map(({ id, max }) => [id, max])));
  await unit.audit("creator.unknown", "creator", { near: near.map(({ id }) => id) });
  await unit.send({
    to: { reply: "all" },
    template: "creator-unknown",
    data: {
      text,
      near: near.map(({ id, name, handle }) => ({ id, name, handle })),
      missing: scorecard.missing
        .slice(0, MISSING_SHOWN)
        .map((fact) => ({ fact, points: worth.get(fact) ?? 0 })),
      campaign: campaign?.id ?? null,
      commands: commandsNear(ctx.commands.all, "vet", named.name),
    },
  });
}
