/** Shows a campaign's shortlist as a table. */
import { tierOf } from "../domain/tiers.ts";
import { shortlistOf } from "../store/creators.ts";
import { personRefs } from "../store/people.ts";
import type { Ctx } from "./ctx.ts";
import { findCampaign } from "./find-campaign.ts";
import { transact } from "./unit.ts";

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
    const rows = list.map(({ entry, creator, vetting }) => {
      const followers = vetting.facts.followers?.value ?? null;
      return {
        creator: creator.name,
        // an earlier vetting may have used another scheme than the campaign's
        tier: followers === null ? null : tierOf(campaign.tierScheme, followers),
        followers,
        score: vetting.score,
        quote: vetting.facts.quoteImage?.value ?? null,
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
