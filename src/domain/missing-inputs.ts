/** What is still unknown about a creator, as things a person can bring, with the points that each would let be judged. */
import { audienceInputs } from "./audience.ts";
import type { CreatorFacts } from "./creator-facts.ts";
import type { InputId } from "./flag-types.ts";
import { interactionsOf, perNote } from "./rates.ts";
import type { ScoreSettings } from "./score-settings.ts";
import type { ScoredFactId } from "./score-table.ts";
import type { Scorecard } from "./scorecard.ts";

/**
 * `unlocks`: points of the table that cannot be judged without it; some of them may need another input as well.
 * `from`: who can bring it, the creator's side or the team itself.
 */
export interface MissingInput {
  input: InputId;
  unlocks: number;
  from: "contact" | "team";
}

/**
 * What the creator's side can look up. Nobody there can say the others: the team's ratings and records, the
 * campaign's own settings, shares that only tools estimate.
 */
export const CONTACT_INPUTS = [
  "followers",
  "likes",
  "saves",
  "comments",
  "reads",
  "activeShare",
  "femaleShare",
  "ageShares",
  "regionShares",
  "notes90d",
  "categoryShare",
  "sponsoredRatio",
  "competitorWork",
  "brandWorks",
] as const satisfies readonly InputId[];

export type ContactInput = (typeof CONTACT_INPUTS)[number];

export function isForContact(input: InputId): input is ContactInput {
  return (CONTACT_INPUTS as readonly InputId[]).includes(input);
}

type Unknown = (facts: CreatorFacts, settings: ScoreSettings) => readonly InputId[];

const always =
  (input: InputId): Unknown =>
  () => [input];

function counts(facts: CreatorFacts, names: readonly ("likes" | "saves" | "comments" | "reads")[]) {
  return names.filter((name) => !perNote(facts[name]));
}

/** A count that is known and cannot be right has to be looked up again. */
function orReads(missing: readonly InputId[]): readonly InputId[] {
  return missing.length === 0 ? ["reads"] : missing;
}

const INPUTS: Readonly<Record<ScoredFactId, Unknown>> = {
  "active-share": always("activeShare"),
  "suspicious-share": always("suspiciousShare"),
  "target-share": (facts, settings) => {
    const wanted = audienceInputs(settings);
    const missing = wanted.filter((input) => !facts[input]);
    if (wanted.length === 0) return ["campaign"];
    return missing.length === 0 ? wanted : missing;
  },
  "likes-saves-per-follower": (facts) => [
    ...(facts.followers ? [] : (["followers"] as const)),
    ...counts(facts, ["likes", "saves"]),
  ],
  "interactions-per-read": (facts) =>
    orReads(counts(facts, interactionsOf(facts) ? ["reads"] : ["reads", "likes", "saves", "comments"])),
  "saves-per-read": (facts) => orReads(counts(facts, ["reads", "saves"])),
  "posting-rhythm": always("notes90d"),
  "category-share": always("categoryShare"),
  quality: always("quality"),
  "category-fit": (facts, settings) => [
    ...(facts.category ? [] : (["category"] as const)),
    ...(settings.category === undefined ? (["campaign"] as const) : []),
  ],
  fit: always("fit"),
  "competitor-free": always("competitorWork"),
  "sponsored-ratio": always("sponsoredRatio"),
  "on-time": always("onTimeShare"),
  "brand-works": always("brandWorks"),
};

/** What would let more be judged, the most points first. source: interactions section 1, missing inputs */
export function missingInputs(
  facts: CreatorFacts,
  settings: ScoreSettings,
  { dimensions }: Pick<Scorecard, "dimensions">,
): MissingInput[] {
  const unlocks = new Map<InputId, number>();
  for (const { id, points, max } of dimensions.flatMap((dimension) => dimension.facts)) {
    if (points !== null || max === 0) continue;
    for (const input of INPUTS[id](facts, settings)) unlocks.set(input, (unlocks.get(input) ?? 0) + max);
  }
  return [...unlocks]
    .map(
      ([input, points]): MissingInput => ({
        input,
        unlocks: Math.round(points * 10) / 10,
        from: isForContact(input) ? "contact" : "team",
      }),
    )
    .sort((a, b) => b.unlocks - a.unlocks);
}
