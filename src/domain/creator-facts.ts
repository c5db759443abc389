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
  | "mcn"
  /** what this team has noted itself: postings, exclusivities */
  | "own-records";

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
  /** of how many of the team's own records it is made */
  records?: number;
  /** of a quote: the agency that brought it; other agencies do not see it (source: rules P2) */
  agency?: string;
}

/** Another brand's exclusivity that stands against work in the same category; dates as `YYYY-MM-DD`. */
export interface ExclusivityTerm {
  brand: string;
  category: string;
  from: string;
  until: string;
}

/** The platform's grade of an account (健康等级: 优秀, 普通, 异常). source: rules health-grade */
export type HealthGrade = "excellent" | "ordinary" | "abnormal";

/** Parts of an audience by name, as fractions: `{ "18-24": 0.4 }`, `{ 上海: 0.174 }`. They need not add up to 1. */
export type Shares = Readonly<Record<string, number>>;

/** What a fact may be called. */
export type FactName = Exclude<keyof CreatorFacts, "heldBack">;

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
  /** by age, named `18-24` or, without an upper end, `45+` */
  ageShares?: Fact<Shares>;
  /** by province or city, named as the source names it */
  regionShares?: Fact<Shares>;
  /** followers inside the campaign's target, when the source gives it directly */
  targetShare?: Fact<number>;
  /** notes inside the campaign's category */
  categoryShare?: Fact<number>;
  /** median of sponsored notes over median of everyday notes */
  sponsoredRatio?: Fact<number>;
  onTimeShare?: Fact<number>;
  brandWorks?: Fact<number>;
  /** comments that say nothing about the product ("Nice!", emoji only, copies of each other) */
  genericCommentShare?: Fact<number>;
  emojiOnlyCommentShare?: Fact<number>;
  /** comments that say the same as an earlier one */
  duplicateCommentShare?: Fact<number>;
  /** real questions, such as about price, shade or use */
  questionCommentShare?: Fact<number>;
  /** how many comments the four shares above rest on */
  commentsRead?: Fact<number>;
  healthGrade?: Fact<HealthGrade>;
  /** the platform's own mark 是否低活跃 */
  activeLow?: Fact<boolean>;
  quality?: Fact<number>;
  fit?: Fact<number>;
  category?: Fact<string>;
  competitorWork?: Fact<boolean> & { exclusivity?: ExclusivityTerm };
  controversy?: Fact<boolean>;
  quoteImage?: Fact<Money>;
  quoteVideo?: Fact<Money>;
  /** ordered in the platform's guaranteed mode (优效), which costs a higher fee */
  guaranteedMode?: Fact<boolean>;
  /** an agency's fee on top of the quote, as a fraction of it; confidential to one side */
  agencyShare?: Fact<number>;
  /** 返点 that the contract returns to the brand, as a fraction of the quote; confidential to one side */
  rebate?: Fact<number>;
  /** agencies' quotes that whoever vetted may not see: never judged and never shown, kept for those who may */
  heldBack?: { name: "quoteImage" | "quoteVideo"; quote: Fact<Money> }[];
  city?: Fact<string>;
  mcn?: Fact<string>;
}
