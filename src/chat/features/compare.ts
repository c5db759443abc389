/** Creators side by side as people see them: the card's data and its words. */
import { z } from "zod";
import type { NoteFormat } from "../../domain/all-in-cost.ts";
import type { FlagId } from "../../domain/flag-checks.ts";
import type { Rate } from "../../domain/rates.ts";
import type { Dimension } from "../../domain/score-settings.ts";
import type { TierId, TierScheme } from "../../domain/tiers.ts";
import { MoneyData } from "./common.ts";

/** The domain's own types. */
const of = <T>() => z.custom<T>((value) => value !== undefined);

export const VetCompareData = z.object({
  campaign: z.object({ id: z.string(), name: z.string() }).nullable(),
  scheme: of<TierScheme>(),
  rules: z.string(),
  format: of<NoteFormat>(),
  /** in the order they were named; what is null is unknown */
  creators: z.array(
    z.object({
      /** with the handle where two have one name */
      name: z.string(),
      /** null for a creator who was never vetted */
      vettingId: z.string().nullable(),
      score: z.number().nullable(),
      range: z.tuple([z.number(), z.number()]),
      coverage: z.number(),
      tier: of<TierId>().nullable(),
      followers: z.number().nullable(),
      rates: z.array(of<Pick<Rate, "id" | "value" | "numerator" | "denominator">>()),
      /** `share` of the known points, 0 to 100; `percentile` among those compared */
      dimensions: z.array(
        z.object({ id: of<Dimension>(), share: z.number().nullable(), percentile: z.number().nullable() }),
      ),
      quote: MoneyData.nullable(),
      allIn: MoneyData.nullable(),
      perRead: z.number().nullable(),
      perInteraction: z.number().nullable(),
      /** null where nothing could be checked */
      flags: z.array(of<FlagId>()).nullable(),
    }),
  ),
  /** places in `creators`, counted from 0; or why nobody can be named */
  cheapest: z.union([
    z.object({ cheapest: z.array(z.number()), unknown: z.array(z.number()) }),
    z.enum(["too-few", "currencies"]),
  ]),
});

export interface CompareMessages {
  summary: string;
  submit: string;
  fields: {
    creators: string;
    first: string;
    second: string;
    third: string;
    fourth: string;
    fifth: string;
    sixth: string;
  };
  typeThem: string;
  title(count: string): string;
  openOne(name: string): string;
  highest(name: string, score: string): string;
  noScores: string;
  cheapest(names: string, cost: string): string;
  costUnknown(names: string): string;
  noCheapest: Readonly<Record<"too-few" | "currencies", string>>;
  /** the picture's title: at most 50 signs, or Slack draws a table */
  chart: string;
  chartAlt(names: string): string;
  /** dimensions that are not known of all who are drawn */
  notDrawn(dimensions: string): string;
  /** creators without a score */
  notDrawnCreators(names: string): string;
  rows: {
    what: string;
    score: string;
    range: string;
    coverage: string;
    tier: string;
    followers: string;
    quote: Readonly<Record<NoteFormat, string>>;
    allIn: string;
    perRead: string;
    perInteraction: string;
    flags: string;
  };
  noFlags: string;
  moreFlags(first: string, more: string): string;
  over(value: string, numerator: string, denominator: string): string;
  between(low: string, high: string): string;
  dimension(share: string, percentile: string | null): string;
  percentileNote: string;
  basis(campaign: string | null, scheme: string, rules: string): string;
}
