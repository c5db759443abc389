/** One check per red flag: the facts it needs, its threshold and what it observed. */
import type { CreatorFacts } from "./creator-facts.ts";
import { majorOf } from "./money.ts";
import { fairPrice } from "./price.ts";
import { FAR_OFF_TIMES } from "./price-bands.ts";
import { interactionsOf, perNote, total } from "./rates.ts";
import type { ScoreSettings } from "./score-settings.ts";
import { LONGEST_SILENCE_DAYS } from "./score-table.ts";

export type FlagId =
  | "F1"
  | "F2"
  | "F3"
  | "F4"
  | "F5"
  | "F6"
  | "F7"
  | "F8"
  | "F9"
  | "F10"
  | "impossible-numbers";

/** What was found. Shares are fractions, prices yuan; for yes-or-no signs threshold and observed are 1. */
interface Finding {
  severity: "high" | "medium" | "low";
  threshold: number;
  observed: number;
  evidence: Record<string, number>;
}

export interface RedFlag extends Finding {
  id: FlagId;
}

/** Checked (with or without a finding), or which facts are missing. */
type Outcome = { finding: Finding | undefined } | { needs: readonly string[] };

type FlagSettings = Pick<ScoreSettings, "targetGender">;

interface FlagCheck {
  id: FlagId;
  check: (facts: CreatorFacts, settings: FlagSettings) => Outcome;
}

/** [A] From here on an account counts as large: the top class of T4 and the upper half of T3x. */
const HIGH_FOLLOWERS = 100_000;

/** [A] 5% in a day makes the source's 10,000 the limit at 200,000 followers; small accounts may gain 500 freely. */
const DAILY_GAIN = { share: 0.05, least: 500 } as const;
/** [A] */
const MONTHLY_GAIN_SHARE = 0.5;
/** source: rules F2, V7 */
const LOW_ENGAGEMENT = 0.02;
/** [A] */
const GENERIC_COMMENTS = 0.5;
/** source: rules F6, the example of 80% of the other gender */
const OTHER_GENDER = 0.8;
/** [A] the point where the scoring table gives nothing */
const LEAST_CATEGORY_SHARE = 0.1;

const CLEAR: Outcome = { finding: undefined };

function found(
  severity: Finding["severity"],
  threshold: number,
  observed: number,
  evidence: Record<string, number>,
): Outcome {
  return { finding: { severity, threshold, observed, evidence } };
}

/** F1, scaled to the account: 10,000 in a night is nothing at 5 million and absurd at 20,000. */
function followerSpike({ followers, followersGainedDay: day, followersGained30dShare: month }: CreatorFacts) {
  if (day && followers) {
    const before = Math.max(0, followers.value - day.value);
    const threshold = Math.max(DAILY_GAIN.least, before * DAILY_GAIN.share);
    if (day.value >= threshold) {
      return found("high", threshold, day.value, { followers: followers.value, gained: day.value });
    }
  }
  if (month && month.value >= MONTHLY_GAIN_SHARE) {
    return found("medium", MONTHLY_GAIN_SHARE, month.value, { gained30dShare: month.value });
  }
  if (!month && !(day && followers))
    return { needs: followers ? ["followersGainedDay"] : ["followers", "followersGainedDay"] };
  return CLEAR;
}

/** F2: over reads where they are known (C1); over followers the line is rougher, so it weighs less. */
function lowEngagement(facts: CreatorFacts): Outcome {
  const { followers, likes, comments } = facts;
  if (!followers) return { needs: ["followers"] };
  if (followers.value < HIGH_FOLLOWERS) return CLEAR;
  const reads = perNote(facts.reads);
  const sum = interactionsOf(facts);
  if (reads && reads.value > 0 && sum) {
    const interactions = total(sum.parts);
    const share = interactions / reads.value;
    const evidence = { interactions, reads: reads.value, followers: followers.value };
    return share < LOW_ENGAGEMENT ? found("medium", LOW_ENGAGEMENT, share, evidence) : CLEAR;
  }
  if (!perNote(likes) || !perNote(comments) || !likes || !comments)
    return { needs: ["reads", "interactions"] };
  const share = (likes.value + comments.value) / followers.value;
  const evidence = { likes: likes.value, comments: comments.value, followers: followers.value };
  return share < LOW_ENGAGEMENT ? found("low", LOW_ENGAGEMENT, share, evidence) : CLEAR;
}

function genericComments({ genericCommentShare: share }: CreatorFacts): Outcome {
  if (!share) return { needs: ["genericCommentShare"] };
  return share.value >= GENERIC_COMMENTS
    ? found("medium", GENERIC_COMMENTS, share.value, { genericCommentShare: share.value })
    : CLEAR;
}

/** F4 looks at the cheaper side only: a quote far above the market is dear, not suspicious. */
function tooCheap(facts: CreatorFacts): Outcome {
  const price = fairPrice(facts);
  if (!facts.followers) return { needs: ["followers"] };
  if (!price?.quote || price.standing === null) return { needs: ["quoteImage"] };
  const quote = majorOf(price.quote);
  const marketLow = majorOf(price.low);
  const threshold = marketLow / FAR_OFF_TIMES;
  return quote < threshold ? found("high", threshold, quote, { quote, marketLow }) : CLEAR;
}

/** F5 for large accounts only: nearly every small one has no brand work. */
function noBrandWork({ followers, brandWorks }: CreatorFacts): Outcome {
  if (!followers) return { needs: ["followers"] };
  if (followers.value < HIGH_FOLLOWERS) return CLEAR;
  if (!brandWorks) return { needs: ["brandWorks"] };
  return brandWorks.value === 0
    ? found("medium", 1, 0, { brandWorks: 0, followers: followers.value })
    : CLEAR;
}

function wrongAudience({ femaleShare }: CreatorFacts, { targetGender }: FlagSettings): Outcome {
  if (!femaleShare || !targetGender) {
    return { needs: [...(femaleShare ? [] : ["femaleShare"]), ...(targetGender ? [] : ["targetGender"])] };
  }
  const female = femaleShare.value;
  const wanted = targetGender === "female" ? female : 1 - female;
  return wanted <= 1 - OTHER_GENDER + Number.EPSILON
    ? found("high", OTHER_GENDER, 1 - wanted, { femaleShare: female })
    : CLEAR;
}

function longSilence({ longestSilenceDays: silence }: CreatorFacts): Outcome {
  if (!silence) return { needs: ["longestSilenceDays"] };
  return silence.value > LONGEST_SILENCE_DAYS
    ? found("medium", LONGEST_SILENCE_DAYS, silence.value, { longestSilenceDays: silence.value })
    : CLEAR;
}

function yesOrNo(name: "controversy" | "competitorWork"): FlagCheck["check"] {
  return (facts) => {
    const fact = facts[name];
    if (!fact) return { needs: [name] };
    return fact.value ? found("high", 1, 1, { [name]: 1 }) : CLEAR;
  };
}

function otherCategory({ categoryShare: share }: CreatorFacts): Outcome {
  if (!share) return { needs: ["categoryShare"] };
  return share.value < LEAST_CATEGORY_SHARE
    ? found("low", LEAST_CATEGORY_SHARE, share.value, { categoryShare: share.value })
    : CLEAR;
}

/** A note cannot be liked more often than it is read: a wrong column, a wrong unit or bought likes. */
function impossibleNumbers(facts: CreatorFacts): Outcome {
  const reads = perNote(facts.reads);
  const sum = interactionsOf(facts);
  if (!reads || !sum) return { needs: [...(reads ? [] : ["reads"]), ...(sum ? [] : ["interactions"])] };
  const interactions = total(sum.parts);
  return interactions > reads.value
    ? found("high", reads.value, interactions, { interactions, reads: reads.value })
    : CLEAR;
}

export const FLAG_CHECKS: readonly FlagCheck[] = [
  { id: "F1", check: followerSpike },
  { id: "F2", check: lowEngagement },
  { id: "F3", check: genericComments },
  { id: "F4", check: tooCheap },
  { id: "F5", check: noBrandWork },
  { id: "F6", check: wrongAudience },
  { id: "F7", check: longSilence },
  { id: "F8", check: yesOrNo("controversy") },
  { id: "F9", check: yesOrNo("competitorWork") },
  { id: "F10", check: otherCategory },
  { id: "impossible-numbers", check: impossibleNumbers },
];
