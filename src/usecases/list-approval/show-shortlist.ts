/** Shows a campaign's shortlist as a table. */
import { tierOf } from "../../domain/tiers.ts";
import { reportWithoutQuotes } from "../../domain/vet-report.ts";
import { type Audience, isVisible, showsAllQuotes, visibleFacts } from "../../domain/visibility.ts";
import { type FlagOverrule, flagOverrulesAmong } from "../../store/flag-overrules.ts";
import { personRefs } from "../../store/people.ts";
import { shortlistOf } from "../../store/shortlist.ts";
import { campaignRows } from "../../store/submissions.ts";
import type { Vetting } from "../../store/vettings.ts";
import { audienceHere } from "../audience.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";

export async function showShortlist({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { campaign?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign = await findCampaign(ctx, unit.tx, input.campaign);
    const list = await shortlistOf(unit.tx, campaign.id);
    const people = await personRefs(
      unit.tx,
      list.map(({ entry }) => entry.addedBy),
    );
    const audience = await audienceHere(ctx, unit.tx);
    const states = listStates(await campaignRows(unit.tx, campaign.id), audience);
    const overrules = await flagOverrulesAmong(
      unit.tx,
      list.map(({ vetting }) => vetting.id),
    );
    const rows = list.map(({ entry, creator, vetting }) => {
      const followers = vetting.facts.followers?.value ?? null;
      return {
        creator: creator.name,
        // an earlier vetting may have used another scheme than the campaign's
        tier: followers === null ? null : tierOf(campaign.tierScheme, followers),
        followers,
        score: vetting.score,
        quote: visibleFacts(vetting.facts, audience).quoteImage?.value ?? null,
        flags: flagsOf(vetting, overrules, audience),
        list: states.get(creator.id) ?? null,
        addedBy: people.get(entry.addedBy) ?? entry.addedBy,
      };
    });
    await unit.audit("shortlist.show", campaign.id, { count: rows.length });
    await unit.send({
      to: { reply: "all" },
      template: "shortlist",
      data: { campaign: { id: campaign.id, name: campaign.name }, tierScheme: campaign.tierScheme, rows },
    });
  });
}

/** Whether a quote is too cheap is said to nobody who may not know it. */
function flagsOf(vetting: Vetting, overrules: readonly FlagOverrule[], audience: Audience) {
  const { facts, report } = vetting;
  const { flags } = showsAllQuotes(facts, audience)
    ? report
    : reportWithoutQuotes(report, visibleFacts(facts, []));
  return flags.map(({ id, severity }) => ({
    id,
    severity,
    overruled: overrules.some(({ vettingId, flag }) => vettingId === vetting.id && flag === id),
  }));
}

/** How far each creator is with the brand: the newest list counts, and only lists that everybody here may know of. */
function listStates(rows: Awaited<ReturnType<typeof campaignRows>>, audience: Audience) {
  const known = rows.filter(({ submission }) => isVisible("submitted-price", submission.agency, audience));
  return new Map(known.map(({ row }) => [row.creatorId, row.decision ?? ("submitted" as const)]));
}
