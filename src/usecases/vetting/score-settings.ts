/** How a campaign scores its creators. */
import type { Temporal } from "temporal-polyfill";
import { parseAges } from "../../domain/audience.ts";
import { RULES_VERSION } from "../../domain/rules.ts";
import type { ScoreSettings } from "../../domain/score-settings.ts";
import type { Campaign } from "../../store/campaigns.ts";

/** The day by which the age of facts is judged, as an ISO date: the campaign's, or Shanghai's. */
export function scoringDay(campaign: Campaign | undefined, now: Temporal.Instant): string {
  return now
    .toZonedDateTimeISO(campaign?.zone ?? "Asia/Shanghai")
    .toPlainDate()
    .toString();
}

/** Without a campaign there is no target and no category, and what depends on them stays unknown. */
export function scoreSettingsOf(campaign: Campaign | undefined, now: Temporal.Instant): ScoreSettings {
  const today = scoringDay(campaign, now);
  if (campaign === undefined) return { rules: RULES_VERSION, today };
  const { category, targetGender, targetAges, targetRegions } = campaign;
  const ages = targetAges === null ? undefined : parseAges(targetAges);
  return {
    rules: RULES_VERSION,
    today,
    category,
    ...(targetGender !== null && { targetGender }),
    ...(ages && { targetAges: ages }),
    ...(targetRegions !== null && { targetRegions: targetRegions.split("、") }),
  };
}
