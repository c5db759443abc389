/** The evidence in a ranking's file: the points of each dimension and fact, and every value with where it comes from. */
import type { ColumnFormat, SheetColumn } from "../../chat/documents.ts";
import type { Reading } from "../../chat/reading.ts";
import { confidenceOf } from "../../domain/confidence.ts";
import type { CreatorFacts, Fact, FactName } from "../../domain/creator-facts.ts";
import { daysBetween } from "../../domain/iso-days.ts";
import { type Money, majorOf } from "../../domain/money.ts";
import type { RankedDetail } from "./ranked-details.ts";

/** A column of the ranking: how it is headed and what it holds of a row. */
export type RankingColumn = SheetColumn & { value(row: RankedDetail): string | number | null };

/** Points only where something is known: a dimension nobody could judge is empty, not 0. */
export function dimensionColumns(first: RankedDetail | undefined, r: Reading): RankingColumn[] {
  const { dimension: titles } = r.m.import.file;
  return (first?.report.scorecard.dimensions ?? []).flatMap(({ id, max }, at): RankingColumn[] => {
    const name = r.m.vet.dimensions[id];
    const of = ({ report }: RankedDetail) => report.scorecard.dimensions[at];
    const points = (row: RankedDetail) => of(row)?.points ?? 0;
    const known = (row: RankedDetail) => of(row)?.known ?? 0;
    return [
      {
        title: titles.points(name, r.number(max, 1)),
        format: "one-decimal",
        value: (row) => (known(row) === 0 ? null : points(row)),
      },
      { title: titles.known(name), format: "percent", value: (row) => (max === 0 ? null : known(row) / max) },
      { title: titles.low(name), format: "one-decimal", value: points },
      { title: titles.high(name), format: "one-decimal", value: (row) => points(row) + max - known(row) },
    ];
  });
}

export function scoredFactColumns(first: RankedDetail | undefined, r: Reading): RankingColumn[] {
  const { dimensions = [] } = first?.report.scorecard ?? {};
  return dimensions.flatMap(({ facts }, dimension) =>
    facts.map(
      ({ id, max }, at): RankingColumn => ({
        title: r.m.import.file.dimension.points(r.m.vet.scoredFacts[id], r.number(max, 1)),
        format: "one-decimal",
        value: ({ report }) => report.scorecard.dimensions[dimension]?.facts[at]?.points ?? null,
      }),
    ),
  );
}

/** How a fact stands in a cell; what is not here is a text. */
const FORMATS: Partial<Record<FactName, ColumnFormat>> = {
  followersGainedDay: "integer",
  followersGained30dShare: "percent",
  notes90d: "integer",
  longestSilenceDays: "integer",
  likes: "one-decimal",
  saves: "one-decimal",
  comments: "one-decimal",
  shares: "one-decimal",
  reads: "one-decimal",
  impressions: "one-decimal",
  interactions: "one-decimal",
  activeShare: "percent",
  suspiciousShare: "percent",
  femaleShare: "percent",
  targetShare: "percent",
  categoryShare: "percent",
  sponsoredReads: "one-decimal",
  sponsoredInteractions: "one-decimal",
  sponsoredRatio: "percent",
  onTimeShare: "percent",
  brandWorks: "integer",
  genericCommentShare: "percent",
  emojiOnlyCommentShare: "percent",
  duplicateCommentShare: "percent",
  questionCommentShare: "percent",
  commentsRead: "integer",
  quality: "one-decimal",
  fit: "one-decimal",
  quoteImage: "money",
  quoteVideo: "money",
};

/** The value stands in a column of its own already. */
const SHOWN: ReadonlySet<FactName> = new Set(["followers", "category", "city"]);
/** Only whoever gave them may read them, and a file is read by a whole chat. */
const CONFIDENTIAL: ReadonlySet<string> = new Set(["agencyShare", "rebate", "heldBack"]);

/**
 * Each fact that is known about somebody in the list, and beside it where the value comes from.
 * @param dayOf the day by which a row's facts were judged
 */
export function factColumns(
  names: ReadonlySet<string>,
  r: Reading,
  dayOf: (row: RankedDetail) => string,
): RankingColumn[] {
  const words = r.m.creator.facts;
  const origin = originsIn(r);
  const known = (Object.keys(words) as FactName[]).filter(
    (name) => names.has(name) && !CONFIDENTIAL.has(name),
  );
  return known.flatMap(
    (name): RankingColumn[] =>
      [
        ...(SHOWN.has(name)
          ? []
          : [
              {
                title: words[name],
                format: FORMATS[name] ?? "text",
                value: (row: RankedDetail) => cellOf(row, name, r),
              },
            ]),
        {
          title: r.m.import.file.origin(words[name]),
          width: 30,
          value: (row) => {
            const fact = factOf(row.facts, name);
            return fact === undefined ? null : origin(fact, dayOf(row), FORMATS[name] === "one-decimal");
          },
        },
      ] satisfies RankingColumn[],
  );
}

function factOf(facts: CreatorFacts, name: FactName): Fact<unknown> | undefined {
  return facts[name];
}

function cellOf({ facts }: RankedDetail, name: FactName, r: Reading): string | number | null {
  const value = factOf(facts, name)?.value;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? r.m.creator.yes : r.m.creator.no;
  if (typeof value === "string") return name === "healthGrade" ? gradeOf(value, r) : value;
  return typeof value === "object" && value !== null ? objectValue(value, r) : null;
}

function gradeOf(grade: string, { m: { vet } }: Reading): string {
  return Object.entries(vet.grades).find(([id]) => id === grade)?.[1] ?? grade;
}

function objectValue(value: object, r: Reading): string | number {
  if ("currency" in value) {
    const sum = value as Money;
    return sum.currency === "CNY" ? majorOf(sum) : r.money(sum);
  }
  return Object.entries(value)
    .map(([part, share]) => `${part} ${r.share(Number(share))}`)
    .join(" · ");
}

/** Source, day, what a count sums up, and how far it is trusted. Few of them differ over a list: each is written once. */
function originsIn(r: Reading): (fact: Fact<unknown>, today: string, isCount: boolean) => string {
  const { vet } = r.m;
  const written = new Map<string, string>();
  return (fact, today, isCount) => {
    const { source, asOf, statistic, windowDays, notes } = fact;
    const key = `${source} ${asOf} ${statistic} ${windowDays} ${notes} ${today} ${isCount}`;
    const known = written.get(key);
    if (known !== undefined) return known;
    const count = notes === undefined ? null : r.number(notes);
    const text = [
      vet.sources[source],
      asOf === undefined ? vet.age(null) : asOf,
      ...(isCount && statistic !== undefined
        ? [vet.statistics[statistic](count, r.number(windowDays ?? WINDOW_DAYS))]
        : []),
      vet.confidences[confidenceOf(source, daysBetween(asOf, today))],
    ].join(" · ");
    if (written.size < MOST_WRITTEN) written.set(key, text);
    return text;
  };
}

/** source: rules V4 */
const WINDOW_DAYS = 90;
const MOST_WRITTEN = 10_000;
