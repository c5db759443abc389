/** What notes say about their creator: medians, rhythm, paid against everyday ones. What they cannot say stays unknown. */
import type { CreatorFacts, Fact, Source } from "../domain/creator-facts.ts";
import { categoriesOf } from "./categories.ts";
import type { CellProblem } from "./read-facts.ts";

/** One note of a report. */
export interface Note {
  /** what the row says about the creator: followers, health grade, category */
  facts: CreatorFacts;
  /** ISO dates: when it was published, and when its numbers were looked at */
  published?: string;
  asOf?: string;
  /** a brand paid for it */
  paid: boolean;
  /** reads were bought for it, so that its interactions are not all natural */
  boosted: boolean;
  /** natural ones alone */
  reads?: number;
  interactions?: number;
  likes?: number;
  saves?: number;
  comments?: number;
  shares?: number;
  tags?: string;
  /** it mentions a brand, paid or not */
  mentions?: true;
  price?: Pick<CreatorFacts, "quoteImage" | "quoteVideo">;
}

/** [A] A median of fewer notes says more about one of them than about the creator. */
const LEAST_NOTES = 5;
/** [A] Paid notes are few by nature. */
const LEAST_PAID_NOTES = 3;
/** source: rules V4 */
const WINDOW_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

const COUNTED = ["reads", "interactions", "likes", "saves", "comments", "shares"] as const;

/**
 * @param notes of one creator, in any order
 * @param category of the campaign; without one the share of notes in it stays unknown
 * @returns facts, and why medians are missing
 */
export function factsOfNotes(
  notes: readonly Note[],
  source: Source,
  category: string | undefined,
): { facts: CreatorFacts; troubles: CellProblem[] } {
  const asOf = latest(notes.flatMap(({ published, asOf: seen }) => [published ?? [], seen ?? []].flat()));
  const facts = newestOf(notes);
  const dated = notes.filter(({ published }) => published !== undefined);
  const troubles: CellProblem[] =
    dated.length < notes.length
      ? [{ column: "", text: String(notes.length - dated.length), problem: "no-date" }]
      : [];
  if (asOf === undefined) return { facts, troubles };
  const recent = dated.filter(({ published = "" }) => daysBetween(published, asOf) < WINDOW_DAYS);
  const everyday = recent.filter(({ paid }) => !paid);
  const paid = recent.filter((note) => note.paid);
  const origin = { source, asOf, windowDays: WINDOW_DAYS };
  if (recent.length > 0 && everyday.length < LEAST_NOTES && paid.length < LEAST_PAID_NOTES) {
    troubles.push({ column: "", text: String(recent.length), problem: "few-notes" });
  }
  for (const field of COUNTED) {
    const middle = medianOf(everyday, field, LEAST_NOTES);
    if (middle) facts[field] = { ...origin, statistic: "median", ...middle };
  }
  const paidReads = medianOf(paid, "reads", LEAST_PAID_NOTES);
  if (paidReads) facts.sponsoredReads = { ...origin, statistic: "median", ...paidReads };
  const paidInteractions = medianOf(paid, "interactions", LEAST_PAID_NOTES);
  if (paidInteractions) facts.sponsoredInteractions = { ...origin, statistic: "median", ...paidInteractions };
  if (paid.length > 0) facts.brandWorks = { ...origin, value: paid.length };
  const ratio = ratioOf(facts.sponsoredInteractions, facts.interactions);
  if (ratio !== undefined) facts.sponsoredRatio = { ...origin, value: ratio };
  if (isWhole(everyday))
    Object.assign(facts, rhythmOf(recent, asOf, origin), shareOf(recent, category, origin));
  return { facts, troubles };
}

/**
 * A list of brand notes leaves out all others, so it says nothing about how often somebody posts; one with notes that
 * name no brand was exported for the account [A].
 */
function isWhole(everyday: readonly Note[]): boolean {
  return everyday.filter(({ mentions }) => !mentions).length >= LEAST_NOTES;
}

/** What rows say about the creator themselves: the newest row that says it counts. */
function newestOf(notes: readonly Note[]): CreatorFacts {
  const dateOf = ({ asOf, published }: Note) => asOf ?? published ?? "";
  const oldestFirst = [...notes].sort(
    (a, b) =>
      compare(dateOf(a), dateOf(b)) ||
      compare(a.published ?? "", b.published ?? "") ||
      compare(JSON.stringify(a), JSON.stringify(b)),
  );
  return Object.assign({}, ...oldestFirst.flatMap(({ facts, price }) => [facts, price])) as CreatorFacts;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Of boosted notes only the natural reads count; their interactions cannot be told apart. */
function medianOf(
  notes: readonly Note[],
  field: (typeof COUNTED)[number],
  least: number,
): { value: number; notes: number } | undefined {
  const natural = field === "reads" ? notes : notes.filter(({ boosted }) => !boosted);
  const values = natural.map((note) => note[field]).filter((value) => value !== undefined);
  if (values.length < least) return undefined;
  const sorted = values.sort((a, b) => a - b);
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const above = sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0;
  return { value: (below + above) / 2, notes: sorted.length };
}

function ratioOf(paid: Fact<number> | undefined, everyday: Fact<number> | undefined): number | undefined {
  return paid && everyday && everyday.value > 0
    ? Number((paid.value / everyday.value).toFixed(6))
    : undefined;
}

type Origin = Omit<Fact<never>, "value">;

function rhythmOf(recent: readonly Note[], asOf: string, origin: Origin): CreatorFacts {
  const dates = recent.map(({ published = "" }) => published).sort();
  const gaps = [...dates, asOf].slice(1).map((date, index) => daysBetween(dates[index] ?? date, date));
  return {
    notes90d: { ...origin, value: recent.length },
    longestSilenceDays: { ...origin, value: Math.max(0, ...gaps) },
  };
}

function shareOf(recent: readonly Note[], category: string | undefined, origin: Origin): CreatorFacts {
  const tagged = recent.map(({ tags }) => categoriesOf(tags ?? "")).filter((found) => found.length > 0);
  if (category === undefined || tagged.length < LEAST_NOTES) return {};
  const inside = tagged.filter((found) => found.includes(category)).length;
  const value = Number((inside / tagged.length).toFixed(6));
  return { categoryShare: { ...origin, value, notes: tagged.length } };
}

function latest(dates: readonly string[]): string | undefined {
  return dates.length === 0 ? undefined : [...dates].sort().at(-1);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
