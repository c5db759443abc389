/** The evidence about one creator: every number with where it came from, what it counts and how old it is. */
import type { Money } from "./money.ts";

/** Who says so. The order of trust is in confidence.ts. */
export type Source =
  | "typed"
  | "screenshot"
  | "self-reported"
  | "pugongying"
  | "qiangua"
  | "newrank"
  | "huitun"
  | "mcn";

/** What a count sums up over notes. Facts without one are read as medians per note (source: rules C3). */
export type Statistic = "median" | "mean" | "total" | "unknown";

/**
 * One known value. `windowDays` is the look-back in days (90 where absent, source: rules V4), `asOf` the ISO date
 * on which the source showed it.
 */
export interface Fact<T> {
  value: T;
  source: Source;
  statistic?: Statistic;
  windowDays?: number;
  asOf?: string;
  /** over how many notes a median or mean was taken, where the source says it */
  notes?: number;
}

/**
 * All a team may know about a creator. What is absent is unknown: never 0, never an average.
 * Shares and ratios are fractions (0.52), counts are whole numbers, ratings run from 1 to 5.
 */
export interface CreatorFacts {
  followers?: Fact<number>;
  /** largest gain of followers within one day */
  followersGainedDay?: Fact<number>;
  /** followers gained in 30 days over followers before; negative when the account shrank */
  followersGained30dShare?: Fact<number>;
  notes90d?: Fact<number>;
  longestSilenceDays?: Fact<number>;
  likes?: Fact<number>;
  saves?: Fact<number>;
  comments?: Fact<number>;
  shares?: Fact<number>;
  reads?: Fact<number>;
  impressions?: Fact<number>;
  /** the vendor's own sum; whether shares are in it differs by vendor (source: rules C2) */
  interactions?: Fact<number>;
  activeShare?: Fact<number>;
  suspiciousShare?: Fact<number>;
  femaleShare?: Fact<number>;
  /** shares of followers by age group, as the vendor names the groups; not all of them need be known */
  ageShares?: Fact<Record<string, number>>;
  /** shares of followers by city or province, as the vendor names them; the largest ones only */
  regionShares?: Fact<Record<string, number>>;
  /** followers inside the campaign's target, when the source gives it directly */
  targetShare?: Fact<number>;
  /** notes inside the campaign's category */
  categoryShare?: Fact<number>;
  /** medians of sponsored notes (报备, 商单) alone: what ads do says nothing about everyday notes */
  sponsoredReads?: Fact<number>;
  sponsoredInteractions?: Fact<number>;
  /** median of sponsored notes over median of everyday notes */
  sponsoredRatio?: Fact<number>;
  onTimeShare?: Fact<number>;
  brandWorks?: Fact<number>;
  /** comments that say nothing about the product ("Nice!", emoji only, copies of each other) */
  genericCommentShare?: Fact<number>;
  quality?: Fact<number>;
  fit?: Fact<number>;
  category?: Fact<string>;
  competitorWork?: Fact<boolean>;
  controversy?: Fact<boolean>;
  quoteImage?: Fact<Money>;
  quoteVideo?: Fact<Money>;
  /** the platform's grade of the account, such as 优秀, 普通, 异常 */
  healthGrade?: Fact<string>;
  /** the platform calls the account hardly active */
  activeLow?: Fact<boolean>;
  city?: Fact<string>;
  mcn?: Fact<string>;
}
