/** Judges creators and keeps the snapshots. The same facts and settings always give the same report. */
import type { CreatorFacts } from "../domain/creator-facts.ts";
import { AppError } from "../domain/errors.ts";
import { vetCreator as judge } from "../domain/vet-report.ts";
import { type Audience, mergeFacts, quotesOf } from "../domain/visibility.ts";
import type { Campaign } from "../store/campaigns.ts";
import { type Creator, insertVettings, latestFacts, type Vetting } from "../store/creators.ts";
import { together } from "../store/database.ts";
import { audienceHere } from "./audience.ts";
import type { Ctx } from "./ctx.ts";
import { scoreSettingsOf } from "./score-settings.ts";
import type { Unit } from "./unit.ts";

interface Seen {
  creator: Creator;
  /** what is newly known; it takes the place of older facts of the same kind */
  facts: CreatorFacts;
}

/**
 * @param campaign by whose settings is judged; undefined leaves target and category unknown
 * @param seen each creator at most once
 * @param audience who will read them; everybody where the call came from when left out
 * @returns the kept vettings in the order of `seen`
 */
export async function keepVettings(
  ctx: Ctx,
  unit: Pick<Unit, "tx" | "write">,
  campaign: Campaign | undefined,
  seen: readonly Seen[],
  audience?: Audience,
): Promise<Vetting[]> {
  const vettedBy = ctx.actor?.id;
  if (vettedBy === undefined) throw new AppError("unknown-person");
  const now = ctx.clock.now();
  const settings = scoreSettingsOf(campaign, now);
  const [earlier, readers] = await together(
    latestFacts(
      unit.tx,
      seen.map(({ creator }) => creator.id),
    ),
    audience === undefined ? audienceHere(ctx, unit.tx) : Promise.resolve(audience),
  );
  const agency = ctx.actor?.agency ?? null;
  const vettings = seen.map(({ creator, facts: fresh }): Vetting => {
    const facts = mergeFacts(earlier.get(creator.id), quotesOf(agency, fresh), readers);
    const report = judge(facts, settings, { scheme: campaign?.tierScheme ?? "T4" });
    return {
      id: ctx.newId("vet"),
      creatorId: creator.id,
      campaignId: campaign?.id ?? null,
      facts,
      report,
      score: report.scorecard.score,
      vettedBy,
      vettedAt: now,
    };
  });
  unit.write(insertVettings(unit.tx, vettings));
  return vettings;
}

export async function keepVetting(
  ctx: Ctx,
  unit: Pick<Unit, "tx" | "write">,
  campaign: Campaign | undefined,
  seen: Seen,
): Promise<Vetting> {
  const [vetting] = await keepVettings(ctx, unit, campaign, [seen]);
  if (vetting === undefined) throw new AppError("internal");
  return vetting;
}
