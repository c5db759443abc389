/** Where each red flag begins. The checks and the page that explains the score read the same numbers. */
import { FAR_OFF_TIMES } from "./price-bands.ts";
import { LONGEST_SILENCE_DAYS } from "./score-scales.ts";

export const FLAG_LIMITS = {
  /** [A] From here on an account counts as large: the top class of T4 and the upper half of T3x. */
  largeAccount: 100_000,
  /** [A] 5% in a day makes the source's 10,000 the limit at 200,000 followers. */
  dailyGainShare: 0.05,
  /** [A] Small accounts may gain this many in a day freely. */
  dailyGainLeast: 500,
  /** [A] Gained in 30 days, of the account before. */
  monthlyGainShare: 0.5,
  /** source: rules F2, V7 */
  lowEngagement: 0.02,
  /** [A] */
  genericComments: 0.5,
  /** [A] Fewer comments than this say nothing about an account. */
  leastComments: 20,
  /** source: rules F4 */
  farOffTimes: FAR_OFF_TIMES,
  /** source: rules F6, the example of 80% of the other gender */
  otherGender: 0.8,
  /** source: rules F7 */
  silenceDays: LONGEST_SILENCE_DAYS,
  /** [A] the point where the scoring table gives nothing */
  categoryShare: 0.1,
} as const;

/** Numbers for the platform's grades, so that a flag can say what it observed. source: rules health-grade */
export const HEALTH_GRADES = { abnormal: 1, ordinary: 2, excellent: 3 } as const;

/** [A] Around this share of the followers of accounts below this size may be fake on average. source: rules V10 */
export const FAKE_FOLLOWERS_PRIOR = { share: 0.3, below: FLAG_LIMITS.largeAccount } as const;
