/** All that is stored of a creator, fact by fact: value, what it counts, source, age, confidence. */
import type { z } from "zod";
import { bold, type FoldedPart, line, text } from "../src/chat/card.ts";
import type { VetCardData } from "../src/chat/features/vet.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { FactName } from "../src/domain/creator-facts.ts";
import { factText } from "./fact-text.ts";
import { commonTrust, trust } from "./vet-flags.ts";

type Data = z.output<typeof VetCardData>;
type Shown = NonNullable<Data["facts"]>[number];
type Group = keyof Reading["m"]["vet"]["factGroups"];

/** In the order in which people read them; what is in no group would not be shown, so the type asks for all. */
const GROUPS: Readonly<Record<FactName, Group>> = {
  followers: "audience",
  followersGainedDay: "audience",
  followersGained30dShare: "audience",
  activeShare: "audience",
  suspiciousShare: "audience",
  femaleShare: "audience",
  ageShares: "audience",
  regionShares: "audience",
  targetShare: "audience",
  impressions: "perNote",
  reads: "perNote",
  interactions: "perNote",
  likes: "perNote",
  saves: "perNote",
  comments: "perNote",
  shares: "perNote",
  sponsoredReads: "perNote",
  sponsoredInteractions: "perNote",
  sponsoredRatio: "perNote",
  notes90d: "content",
  longestSilenceDays: "content",
  category: "content",
  categoryShare: "content",
  quality: "content",
  commentsRead: "content",
  genericCommentShare: "content",
  emojiOnlyCommentShare: "content",
  duplicateCommentShare: "content",
  questionCommentShare: "content",
  fit: "standing",
  competitorWork: "standing",
  brandWorks: "standing",
  controversy: "standing",
  healthGrade: "standing",
  activeLow: "standing",
  onTimeShare: "standing",
  city: "standing",
  mcn: "standing",
  quoteImage: "price",
  quoteVideo: "price",
  guaranteedMode: "price",
  agencyShare: "price",
  rebate: "price",
};
const ORDER = Object.keys(GROUPS) as FactName[];

/** A paragraph for each group that has something. */
export function storedFacts({ facts = [], notCombined }: Data, r: Reading): FoldedPart[] {
  const { factGroups } = r.m.vet;
  const sorted = [...facts].sort((a, b) => ORDER.indexOf(a.fact) - ORDER.indexOf(b.fact));
  const said = commonTrust(
    facts.map((fact) => trustOf(fact, r)),
    r,
  );
  const groups = (Object.keys(factGroups) as Group[]).flatMap((group): FoldedPart[] => {
    const lines = sorted
      .filter(({ fact }) => GROUPS[fact] === group)
      .map((fact) => factLine(fact, said === undefined ? trustOf(fact, r) : [], r));
    if (group === "perNote" && notCombined) lines.push(r.m.vet.notCombined[notCombined]);
    if (lines.length === 0) return [];
    return [
      {
        kind: "text",
        spans: [bold(factGroups[group]), text(lines.map((one) => `\n• ${one}`).join(""))],
      },
    ];
  });
  return said === undefined ? groups : [line(said), ...groups];
}

function trustOf({ source: from, confidence, ageDays }: Shown, r: Reading): string[] {
  return trust({ from, confidence, ...(ageDays !== null && { ageDays }) }, r);
}

function factLine(fact: Shown, trusted: readonly string[], r: Reading): string {
  const { labelled, listed, inBrackets } = r.m.common;
  const details = [...basisOf(fact, r), ...trusted];
  const value = labelled(r.m.creator.facts[fact.fact], factText(fact.fact, fact.value, r));
  return details.length === 0 ? value : `${value}${inBrackets(listed(details))}`;
}

/** What a number is over notes, or of how many it is made. */
function basisOf({ fact, statistic, windowDays = 90, notes, records }: Shown, r: Reading): string[] {
  const { vet } = r.m;
  const count = notes === undefined ? null : r.number(notes);
  if (statistic !== undefined) return [vet.statistics[statistic](count, r.number(windowDays))];
  if (records !== undefined) return [vet.ofRecords(r.number(records))];
  if (count !== null) return [vet.ofNotes(count)];
  return fact === "notes90d" && windowDays !== 90 ? [vet.inDays(r.number(windowDays))] : [];
}
