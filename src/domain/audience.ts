/** How much of an audience a campaign means: by gender, age and region, from the shares that a source gives. */
import type { CreatorFacts, Fact, Shares } from "./creator-facts.ts";
import type { AgeRange, ScoreSettings } from "./score-settings.ts";

export type Target = Pick<ScoreSettings, "targetGender" | "targetAges" | "targetRegions">;

/** The demographic facts that a target asks for. */
export type AudienceInput = "femaleShare" | "ageShares" | "regionShares";

/** Ages that a source may group at the ends: nobody is counted outside of them. */
const YOUNGEST = 0;
const OLDEST = 100;

/** [A] A source that lists all but this much of an audience has listed all. */
const REST = 0.02;

/** `18-24`, `45+`, `>44`, `<18`, with or without 岁; undefined for words such as 未知. */
export function parseAges(text: string): AgeRange | undefined {
  const folded = text.normalize("NFKC").replace(/[\s岁]/gu, "");
  const between = /^(\d{1,2})[-~至到—–](\d{1,2})$/u.exec(folded);
  if (between) return { from: Number(between[1]), to: Number(between[2]) };
  const under = /^<(\d{1,2})$|^(\d{1,2})以下$/u.exec(folded);
  if (under) return { from: YOUNGEST, to: Number(under[1] ?? under[2]) - 1 };
  const over = /^>(\d{1,2})$/u.exec(folded);
  if (over) return { from: Number(over[1]) + 1 };
  const open = /^(\d{1,2})(?:\+|以上)$|^>=(\d{1,2})$/u.exec(folded);
  return open ? { from: Number(open[1] ?? open[2]) } : undefined;
}

/** The part of a source's group that is meant. Groups that are cut are split evenly over their years [A]. */
function partOf(group: AgeRange, target: AgeRange): number {
  const end = group.to ?? OLDEST;
  const years = Math.min(end, target.to ?? OLDEST) - Math.max(group.from, target.from) + 1;
  return Math.min(1, Math.max(0, years / (end - group.from + 1)));
}

function shareOfAges(shares: Shares, target: AgeRange): number | undefined {
  let sum = 0;
  for (const [name, share] of Object.entries(shares)) {
    const group = parseAges(name);
    if (group === undefined) continue;
    const part = partOf(group, target);
    // nobody knows how old "45 and older" are: half a group without an end is a guess
    if (group.to === undefined && part > 0 && part < 1) return undefined;
    sum += share * part;
  }
  return sum > 0 || listsAll(shares) ? Math.min(1, sum) : undefined;
}

/** Sources list the largest regions only: one that is not listed is unknown, unless the list is whole. */
function shareOfRegions(shares: Shares, regions: readonly string[]): number | undefined {
  let sum = 0;
  const missing = new Set(regions);
  for (const [name, share] of Object.entries(shares)) {
    const meant = regions.find((region) => name.includes(region));
    if (meant === undefined) continue;
    missing.delete(meant);
    sum += share;
  }
  return missing.size === 0 || listsAll(shares) ? Math.min(1, sum) : undefined;
}

function listsAll(shares: Shares): boolean {
  return Object.values(shares).reduce((sum, share) => sum + share, 0) >= 1 - REST;
}

/** The facts that a campaign's target needs; none for a campaign without a target. */
export function audienceInputs({ targetGender, targetAges, targetRegions }: Target): AudienceInput[] {
  const inputs: AudienceInput[] = [];
  if (targetGender) inputs.push("femaleShare");
  if (targetAges) inputs.push("ageShares");
  if (targetRegions && targetRegions.length > 0) inputs.push("regionShares");
  return inputs;
}

/**
 * The share of followers whom the campaign means, with the facts it was made from. It is given as such, or made from
 * all the demographics that the target names, multiplied as if gender, age and region did not depend on each other
 * [A]. One of them unknown leaves the whole unknown. source: rules V1x
 */
export function targetShareOf(
  facts: CreatorFacts,
  target: Target,
): { value: number; from: readonly Fact<unknown>[] } | undefined {
  if (facts.targetShare) return { value: facts.targetShare.value, from: [facts.targetShare] };
  const from: Fact<unknown>[] = [];
  let value = 1;
  for (const input of audienceInputs(target)) {
    const fact = facts[input];
    const share = fact && shareOfInput(facts, input, target);
    if (share === undefined) return undefined;
    value *= share;
    from.push(fact as Fact<unknown>);
  }
  return from.length === 0 ? undefined : { value, from };
}

function shareOfInput(facts: CreatorFacts, input: AudienceInput, target: Target): number | undefined {
  const { femaleShare, ageShares, regionShares } = facts;
  if (input === "femaleShare" && femaleShare)
    return target.targetGender === "female" ? femaleShare.value : 1 - femaleShare.value;
  if (input === "ageShares" && ageShares && target.targetAges)
    return shareOfAges(ageShares.value, target.targetAges);
  if (input === "regionShares" && regionShares && target.targetRegions)
    return shareOfRegions(regionShares.value, target.targetRegions);
  return undefined;
}
