/** Two to six creators side by side: everybody's newest numbers, judged by the same settings at the same moment. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { cheapestPerEngaged, commonFormat, comparedCost, percentiles } from "../../domain/compare.ts";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { AppError } from "../../domain/errors.ts";
import { FLAG_CHECKS, type FlagId } from "../../domain/flag-checks.ts";
import { vetCreator as judge, type VetReport } from "../../domain/vet-report.ts";
import { visibleFacts } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Creator } from "../../store/creators.ts";
import { newestVettings } from "../../store/vettings.ts";
import { audienceHere } from "../audience.ts";
import { campaignIfClear } from "../campaigns/find-campaign.ts";
import { findCreators } from "../creators/find-creators.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { loadPeers, type Peers, usualFor } from "./load-peers.ts";
import { scoreSettingsOf } from "./score-settings.ts";

/** More do not fit beside each other on a phone, nor into one picture. */
const MOST = 6;

export interface CompareInput {
  /** names, 小红书号, links or ids in one line */
  creators: string;
  campaign?: string | undefined;
}

/** @throws AppError "bad-input" for fewer than two or more than six creators; as finding creators and campaign does */
export async function compareCreators({ ctx, input }: { ctx: Ctx; input: CompareInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { tx } = unit;
    const campaign = await campaignIfClear(ctx, tx, input.campaign);
    const creators = await findCreators(tx, input.creators);
    if (creators.length < 2 || creators.length > MOST)
      throw new AppError("bad-input", { problem: "compare-count", count: creators.length });
    const ids = creators.map(({ id }) => id);
    const vettings = await newestVettings(tx, ids);
    const audience = await audienceHere(ctx, tx);
    const compared = creators.map((creator) => {
      const vetting = vettings.get(creator.id);
      const facts = visibleFacts(vetting?.facts ?? {}, audience);
      return { creator, vettingId: vetting?.id ?? null, facts };
    });
    await unit.audit("creator.compare", ids[0] ?? "", { creators: ids });
    await unit.send({
      to: { reply: "all" },
      template: "vet-compare",
      data: comparison(ctx, campaign, compared, await loadPeers(tx)),
    });
  });
}

interface Compared {
  creator: Creator;
  vettingId: string | null;
  facts: CreatorFacts;
}

function comparison(
  ctx: Ctx,
  campaign: Campaign | undefined,
  compared: readonly Compared[],
  peers: Peers,
): TemplateInput<"vet-compare"> {
  const settings = scoreSettingsOf(campaign, ctx.clock.now());
  const scheme = campaign?.tierScheme ?? "T4";
  const format = commonFormat(compared.map(({ facts }) => facts));
  const judged = compared.map((one) => ({
    ...one,
    report: judge(one.facts, { ...settings, peers: usualFor(peers, one.creator.id, one.facts) }, { scheme }),
    cost: comparedCost(one.facts, format),
  }));
  const places = dimensionsOf(judged.map(({ report }) => report));
  const names = distinctNames(compared.map(({ creator }) => creator));
  return {
    campaign: campaign === undefined ? null : { id: campaign.id, name: campaign.name },
    scheme,
    rules: settings.rules,
    format,
    creators: judged.map(({ vettingId, facts, report, cost }, index) => ({
      name: names[index] ?? "",
      vettingId,
      score: report.scorecard.score,
      range: report.scorecard.range,
      coverage: report.scorecard.coverage,
      tier: report.tier,
      followers: facts.followers?.value ?? null,
      rates: report.scorecard.rates.map(({ id, value, numerator, denominator }) => ({
        id,
        value,
        numerator,
        denominator,
      })),
      dimensions: places[index] ?? [],
      ...cost,
      flags: flagsOf(report),
    })),
    cheapest: cheapestPerEngaged(judged.map(({ cost }) => cost)),
  };
}

/** Where nothing could be checked, "none found" would sound like good news. */
function flagsOf({ flags, unchecked }: VetReport): FlagId[] | null {
  return unchecked.length === FLAG_CHECKS.length ? null : flags.map(({ id }) => id);
}

/** Each creator's dimensions, with the place among those compared. */
function dimensionsOf(reports: readonly VetReport[]) {
  const shares = reports.map(({ scorecard }) =>
    scorecard.dimensions.map(({ id, points, known }) => ({
      id,
      share: known > 0 ? Math.round((points / known) * 100) : null,
    })),
  );
  return shares.map((own, index) =>
    own.map(({ id, share }, dimension) => ({
      id,
      share,
      percentile: percentiles(shares.map((all) => all[dimension]?.share ?? null))[index] ?? null,
    })),
  );
}

/** Two creators may have one nickname. */
function distinctNames(creators: readonly Creator[]): string[] {
  return creators.map(({ id, name, nameKey, handle, platformId }) => {
    const isTwin = creators.some((other) => other.id !== id && other.nameKey === nameKey);
    return isTwin ? `${name} (${handle ?? platformId ?? id})` : name;
  });
}
