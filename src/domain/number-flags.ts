/** Red flags in the numbers of an account: growth, engagement, price, and counts that cannot be. */

import type { CreatorFacts, Fact } from "./creator-facts.ts";
import { FLAG_LIMITS } from "./flag-limits.ts";
import { type Check, CLEAR, found, type InputId } from "./flag-types.ts";
import { majorOf } from "./money.ts";
import { interactionCount, interactionsOf, perNote } from "./rates.ts";

/** F1, scaled to the account: 10,000 in a night is nothing at 5 million and absurd at 20,000. */
export const followerSpike: Check = ({ facts }) => {
  const { followers, followersGainedDay: day, followersGained30dShare: month } = facts;
  if (day && followers) {
    const before = Math.max(0, followers.value - day.value);
    const threshold = Math.max(FLAG_LIMITS.dailyGainLeast, before * FLAG_LIMITS.dailyGainShare);
    const evidence = { followers: followers.value, gained: day.value };
    if (day.value >= threshold) return found("high", [day.value, threshold], evidence, followers, day);
  }
  if (month && month.value >= FLAG_LIMITS.monthlyGainShare) {
    const evidence = { gained30dShare: month.value };
    return found("medium", [month.value, FLAG_LIMITS.monthlyGainShare], evidence, month);
  }
  if (!month && !(day && followers))
    return { needs: followers ? ["followersGainedDay"] : ["followers", "followersGainedDay"] };
  return CLEAR;
};

/** F2: over reads where they are known (C1); over followers the line is rougher, so it weighs less. */
export const lowEngagement: Check = ({ facts }) => {
  const { followers } = facts;
  const limit = FLAG_LIMITS.lowEngagement;
  if (!followers) return { needs: ["followers"] };
  if (followers.value < FLAG_LIMITS.largeAccount) return CLEAR;
  const reads = perNote(facts.reads);
  const interactions = interactionCount(facts);
  if (reads && reads.value > 0 && interactions !== undefined) {
    const share = interactions / reads.value;
    if (share >= limit) return CLEAR;
    const evidence = { interactions, reads: reads.value, followers: followers.value };
    return found("medium", [share, limit], evidence, ...partsOf(facts), reads, followers);
  }
  const [likes, comments] = [perNote(facts.likes), perNote(facts.comments)];
  if (!likes || !comments) return { needs: ["reads", "interactions"] };
  const share = (likes.value + comments.value) / followers.value;
  const evidence = { likes: likes.value, comments: comments.value, followers: followers.value };
  return share < limit ? found("low", [share, limit], evidence, likes, comments, followers) : CLEAR;
};

/** F4 looks at the cheaper side only: a quote far above the market is dear, not suspicious. */
export const tooCheap: Check = ({ facts, price }) => {
  const { followers, quoteImage, quoteVideo } = facts;
  if (!followers) return { needs: ["followers"] };
  if (!price?.quote || price.standing === null) return { needs: ["quoteImage"] };
  const quote = majorOf(price.quote);
  const marketLow = majorOf(price.low);
  const threshold = marketLow / FLAG_LIMITS.farOffTimes;
  const quoted = price.format === "video" ? quoteVideo : quoteImage;
  return quote < threshold
    ? found("high", [quote, threshold], { quote, marketLow }, quoted, followers)
    : CLEAR;
};

/** A note cannot be liked more often than it is read: a wrong column, a wrong unit or bought likes. */
export const impossibleNumbers: Check = ({ facts }) => {
  const reads = perNote(facts.reads);
  const interactions = interactionCount(facts);
  if (!reads || interactions === undefined) {
    const needs: InputId[] = [];
    if (!reads) needs.push("reads");
    if (interactions === undefined) needs.push("interactions");
    return { needs };
  }
  if (interactions <= reads.value) return CLEAR;
  const evidence = { interactions, reads: reads.value };
  return found("high", [interactions, reads.value], evidence, ...partsOf(facts), reads);
};

function partsOf(facts: CreatorFacts): readonly Fact<number>[] {
  return interactionsOf(facts)?.parts ?? [];
}
