/** Judges creators and keeps the snapshots. The same facts and settings always give the same report. */
import type { CreatorFacts } from "../domain/creator-facts.ts";
import { AppError } from "../domain/errors.ts";
import { vetCreator as judge } from "../domain/vet-report.ts";
import type { Campaign } from "../store/campaigns.ts";
import { type Creator, insertVettings, latestFacts, type Vetting } from "../store/creators.ts";
import type { Ctx } from "./ctx.ts";
import { loadPeers, loadPeersOf, type Peers, peersOf } from "./load-peers.ts";
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
 * @param peers others' quotes, where the caller has loaded them for several calls
 * @returns the kept vettings in the order of `seen`
 */
export async function keepVettings(
  ctx: Ctx,
  unit: Pick<Unit, "tx" | "write">,
  campaign: Campaign | undefined,
  seen: readonly Seen[],
  peers?: Peers,
): Promise<Vetting[]> {
  const vettedBy = ctx.actor?.id;
  if (vettedBy === undefined) throw new AppError("unknown-person");
  const now = ctx.clock.now();
  const settings = scoreSettingsOf(campaign, now);
  const earlier = await latestFacts(
    unit.tx,
    seen.map(({ creator }) => creator.id),
  );
  const all = seen.map(({ creator, facts }) => ({
    creator,
    facts: { ...withoutTerms(earlier.get(creator.id)), ...facts },
  }));
  const [only] = all;
  const others =
    peers ??
    (only !== undefined && all.length === 1
      ? await loadPeersOf(unit.tx, only.facts)
      : await loadPeers(unit.tx));
  const vettings = all.map(({ creator, facts }): Vetting => {
    const report = judge(facts, settings, {
      scheme: campaign?.tierScheme ?? "T4",
      peers: peersOf(others, creator.id, facts),
      agency: ctx.actor?.agency ?? null,
    });
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

/** An agency's share and a rebate belong to the one quote they were given with: another side's vetting never inherits them. */
function withoutTerms(facts: CreatorFacts = {}): CreatorFacts {
  const { agencyShare: _, rebate: __, ...rest } = facts;
  return rest;
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
