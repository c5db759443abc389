/** One check per red flag, in the order in which they are shown; those of bare numbers are in number-flags.ts. */
import { FLAG_LIMITS, HEALTH_GRADES } from "./flag-limits.ts";
import { type Check, CLEAR, type FlagId, found, type InputId } from "./flag-types.ts";
import { followerSpike, impossibleNumbers, lowEngagement, tooCheap } from "./number-flags.ts";

export type { FlagId } from "./flag-types.ts";

interface FlagCheck {
  id: FlagId;
  check: Check;
}

/** F3: a handful of comments proves nothing, so their number counts where it is known. */
const genericComments: Check = ({ facts: { genericCommentShare: share, commentsRead: read } }) => {
  if (!share) return { needs: ["genericCommentShare"] };
  if (read && read.value < FLAG_LIMITS.leastComments) return { needs: ["commentsRead"] };
  const evidence = { genericCommentShare: share.value, ...(read && { commentsRead: read.value }) };
  return share.value >= FLAG_LIMITS.genericComments
    ? found("medium", [share.value, FLAG_LIMITS.genericComments], evidence, share)
    : CLEAR;
};

/** F5 for large accounts only: nearly every small one has no brand work. */
const noBrandWork: Check = ({ facts: { followers, brandWorks } }) => {
  if (!followers) return { needs: ["followers"] };
  if (followers.value < FLAG_LIMITS.largeAccount) return CLEAR;
  if (!brandWorks) return { needs: ["brandWorks"] };
  const evidence = { brandWorks: 0, followers: followers.value };
  return brandWorks.value === 0 ? found("medium", [0, 1], evidence, brandWorks, followers) : CLEAR;
};

const wrongAudience: Check = ({ facts: { femaleShare }, settings: { targetGender } }) => {
  if (!femaleShare || !targetGender) {
    const needs: InputId[] = [];
    if (!femaleShare) needs.push("femaleShare");
    if (!targetGender) needs.push("targetGender");
    return { needs };
  }
  const female = femaleShare.value;
  const wanted = targetGender === "female" ? female : 1 - female;
  return wanted <= 1 - FLAG_LIMITS.otherGender + Number.EPSILON
    ? found("high", [1 - wanted, FLAG_LIMITS.otherGender], { femaleShare: female }, femaleShare)
    : CLEAR;
};

const longSilence: Check = ({ facts: { longestSilenceDays: silence } }) => {
  if (!silence) return { needs: ["longestSilenceDays"] };
  const evidence = { longestSilenceDays: silence.value };
  return silence.value > FLAG_LIMITS.silenceDays
    ? found("medium", [silence.value, FLAG_LIMITS.silenceDays], evidence, silence)
    : CLEAR;
};

function yesOrNo(name: "controversy" | "competitorWork" | "activeLow", severity: "high" | "medium"): Check {
  return ({ facts: { [name]: fact } }) => {
    if (!fact) return { needs: [name] };
    return fact.value ? found(severity, [1, 1], {}, fact) : CLEAR;
  };
}

const otherCategory: Check = ({ facts: { categoryShare: share } }) => {
  if (!share) return { needs: ["categoryShare"] };
  const evidence = { categoryShare: share.value };
  return share.value < FLAG_LIMITS.categoryShare
    ? found("low", [share.value, FLAG_LIMITS.categoryShare], evidence, share)
    : CLEAR;
};

/** The platform's own grade: 异常 excludes an account, 普通 advises against it. source: rules health-grade */
const healthGrade: Check = ({ facts: { healthGrade: grade } }) => {
  if (!grade) return { needs: ["healthGrade"] };
  if (grade.value === "excellent") return CLEAR;
  const severity = grade.value === "abnormal" ? "high" : "medium";
  return found(severity, [HEALTH_GRADES[grade.value], HEALTH_GRADES.excellent], {}, grade);
};

/** source: rules F1 to F10, impossible-numbers, health-grade, low-activity */
export const FLAG_CHECKS: readonly FlagCheck[] = [
  { id: "F1", check: followerSpike },
  { id: "F2", check: lowEngagement },
  { id: "F3", check: genericComments },
  { id: "F4", check: tooCheap },
  { id: "F5", check: noBrandWork },
  { id: "F6", check: wrongAudience },
  { id: "F7", check: longSilence },
  { id: "F8", check: yesOrNo("controversy", "high") },
  { id: "F9", check: yesOrNo("competitorWork", "high") },
  { id: "F10", check: otherCategory },
  { id: "impossible-numbers", check: impossibleNumbers },
  { id: "health-grade", check: healthGrade },
  { id: "low-activity", check: yesOrNo("activeLow", "medium") },
];
