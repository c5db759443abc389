/** What a team can set about scoring, with the defaults it starts from. */
import type { PeerMedian } from "./peers.ts";
import { RULES_VERSION } from "./rules.ts";

/** The five dimensions of the card (source: rules V1), in the order they are shown. */
export const DIMENSIONS = ["audience", "engagement", "content", "brand", "performance"] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Whole years; `to` is the last one and missing where there is no upper end. */
export interface AgeRange {
  from: number;
  to?: number;
}

/**
 * How creators are scored for one campaign.
 *
 * - `rules`: the version of the rule set, printed on the card
 * - `category`, `adjacent`: the campaign's category and those close to it, in either language
 * - `targetGender`, `targetAges`, `targetRegions`: whom the campaign addresses; without any, an audience says nothing
 * - `weights`: points per dimension on any scale; they are brought to a sum of 100
 * - `peers`: what is usual for accounts as large as the one that is judged; undefined where nobody looked
 * - `today`: ISO date by which the age of facts is judged; without it every age is unknown
 */
export interface ScoreSettings {
  rules: string;
  category?: string;
  adjacent?: readonly string[];
  targetGender?: "female" | "male";
  targetAges?: AgeRange;
  /** as the campaign names them; a source's name counts when it holds one of these words */
  targetRegions?: readonly string[];
  weights?: Readonly<Record<Dimension, number>>;
  peers?: PeerMedian | undefined;
  today?: string;
}

/** source: rules V1x, published for another fifth dimension */
export const DEFAULT_WEIGHTS: Readonly<Record<Dimension, number>> = {
  audience: 30,
  engagement: 25,
  content: 20,
  brand: 15,
  performance: 10,
};

/** [A] A campaign addresses women until someone says otherwise: most seeding on Xiaohongshu does. */
export const DEFAULT_SCORE_SETTINGS: ScoreSettings = {
  rules: RULES_VERSION,
  targetGender: "female",
  weights: DEFAULT_WEIGHTS,
};
