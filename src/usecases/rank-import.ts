/** Brings the vetted creators of a list into their order. */
import type { CreatorFacts } from "../domain/creator-facts.ts";
import type { FlagId, RedFlag } from "../domain/flag-checks.ts";
import type { Money } from "../domain/money.ts";
import type { FairPrice } from "../domain/price.ts";
import type { Dimension } from "../domain/score-settings.ts";
import type { ScoredFactId } from "../domain/score-table.ts";
import type { Scorecard } from "../domain/scorecard.ts";
import type { TierId } from "../domain/tiers.ts";
import { reportWithoutQuotes, type VetReport } from "../domain/vet-report.ts";
import { type Audience, showsAllQuotes, visibleFacts } from "../domain/visibility.ts";
import type { Querier } from "../store/database.ts";
import { importedVettings } from "../store/imports.ts";

/** What is shown of one vetting in a list: a snapshot is ten times as large, and a list may have 50,000. */
export interface ListRow {
  /** 1-based line in the file */
  line: number;
  creator: { id: string; name: string; handle: string | null; link: string | null };
  vettingId: string;
  followers: number | null;
  category: string | null;
  city: string | null;
  tier: TierId | null;
  scorecard: Pick<Scorecard, "score" | "rawScore" | "coverage" | "range" | "band" | "missing" | "rates">;
  dimensions: readonly { id: Dimension; points: number; known: number; max: number }[];
  flags: readonly RedFlag[];
  notChecked: readonly FlagId[];
  price: Omit<FairPrice, "bands" | "peers"> | null;
  quote: Money | null;
  /** the same with the quotes, where somebody who reads the result may not know them */
  full?: Prices;
}

/** What of a row its readers may not see, for whoever shared the list. */
type Prices = Pick<ListRow, "flags" | "notChecked" | "price" | "quote">;

export interface RankedRow extends ListRow {
  /** 1 is the best */
  place: number;
}

const PAGE = 500;
const MISSING_SHOWN = 3;

/** All vetted rows of an import, best first, as the audience may see them. */
export async function rankImport(db: Querier, importId: string, audience: Audience): Promise<RankedRow[]> {
  const rows: ListRow[] = [];
  for (;;) {
    const page = await importedVettings(db, importId, rows.at(-1)?.line ?? 0, PAGE);
    rows.push(...page.map((row) => listRow(row, audience)));
    if (page.length < PAGE) return rank(rows);
  }
}

/**
 * By score among those with a verdict; then those without, by what their known points say. Equal ones stay in the order
 * of the file.
 */
export function rank(rows: readonly ListRow[]): RankedRow[] {
  const value = ({ scorecard: { score, rawScore } }: ListRow) =>
    score === null ? (rawScore ?? -1) - 1_000 : score;
  return [...rows]
    .sort((a, b) => value(b) - value(a) || a.line - b.line)
    .map((row, index) => ({ ...row, place: index + 1 }));
}

/** The facts that keep most of the creators without a verdict from one. */
export function missingMost(rows: readonly RankedRow[]): ScoredFactId[] {
  const times = new Map<ScoredFactId, number>();
  for (const { scorecard } of rows) {
    if (scorecard.score !== null) continue;
    for (const id of scorecard.missing.slice(0, MISSING_SHOWN)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MISSING_SHOWN)
    .map(([id]) => id);
}

/** Other agencies' quotes, and what follows from them, are left out for whom they are not. source: rules LP2 */
export function listRow(
  { line, creator, vetting }: Awaited<ReturnType<typeof importedVettings>>[number],
  audience: Audience,
): ListRow {
  const { facts, report } = vetting;
  const { score, rawScore, coverage, range, band, missing, rates, dimensions } = report.scorecard;
  const full = pricesOf(facts, report);
  const open = visibleFacts(facts, audience);
  return {
    line,
    creator: { id: creator.id, name: creator.name, handle: creator.handle, link: creator.link },
    vettingId: vetting.id,
    followers: facts.followers?.value ?? null,
    category: facts.category?.value ?? null,
    city: facts.city?.value ?? null,
    tier: report.tier,
    scorecard: { score, rawScore, coverage, range, band, missing, rates },
    dimensions: dimensions.map(({ id, points, known, max }) => ({ id, points, known, max })),
    ...(showsAllQuotes(facts, audience)
      ? full
      : { ...pricesOf(open, reportWithoutQuotes(report, open)), full }),
  };
}

function pricesOf(facts: CreatorFacts, { flags, unchecked, price }: VetReport): Prices {
  return { flags, notChecked: unchecked.map(({ id }) => id), price, quote: quoteOf(facts) };
}

function quoteOf(facts: CreatorFacts): Money | null {
  return facts.quoteImage?.value ?? facts.quoteVideo?.value ?? null;
}
