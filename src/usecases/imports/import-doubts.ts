/** Doubts about rows of a list that only a person can settle: a price far off its size, a creator who may be known already. */
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { rangeFarOff } from "../../domain/price.ts";
import type { ImportedCreator } from "../../imports/read-creators.ts";
import { type Creator, nameKeyOf } from "../../store/creators.ts";
import type { Transaction } from "../../store/database.ts";
import { importRowsOf, insertImportQuestions, samenessAsked } from "../../store/imports.ts";
import { creatorsNamedLike } from "../../store/merges.ts";
import { latestFacts } from "../../store/vettings.ts";
import { areOneSize } from "../creators/known-creators.ts";
import type { Unit } from "../unit.ts";

export interface Row {
  row: Pick<ImportedCreator, "line" | "facts">;
  creator: Creator;
  isNew: boolean;
}

/** A row as it is vetted, and the prices that wait for an answer. */
export interface JudgedRow extends Row {
  facts: CreatorFacts;
  doubt: PriceDoubt | undefined;
}

/** Kept with the question, so that the answer needs no file. */
interface PriceDoubt {
  quotes: Pick<CreatorFacts, "quoteImage" | "quoteVideo">;
  low: { amount: number; currency: "CNY" };
  high: { amount: number; currency: "CNY" };
}

/** Takes out prices more than 50 times outside the range for the size; the rest of the row counts. source: rules F4 */
export async function withoutDoubtfulPrices(tx: Transaction, rows: readonly Row[]): Promise<JudgedRow[]> {
  const lacking = rows.filter(
    ({ row: { facts }, isNew }) =>
      !isNew && facts.followers === undefined && (facts.quoteImage ?? facts.quoteVideo),
  );
  const known = await latestFacts(
    tx,
    lacking.map(({ creator }) => creator.id),
  );
  return rows.map(({ row, creator, isNew }): JudgedRow => {
    const followers = row.facts.followers ?? known.get(creator.id)?.followers;
    const doubt = priceDoubt(followers === undefined ? row.facts : { ...row.facts, followers });
    return { row, creator, isNew, facts: withoutQuotes(row.facts, doubt?.quotes), doubt };
  });
}

/** What a row says, but for prices that somebody has to confirm first. */
export function soundFacts(facts: CreatorFacts): CreatorFacts {
  return withoutQuotes(facts, priceDoubt(facts)?.quotes);
}

function withoutQuotes(facts: CreatorFacts, doubtful: PriceDoubt["quotes"] | undefined): CreatorFacts {
  if (doubtful === undefined) return facts;
  const { quoteImage, quoteVideo, ...rest } = facts;
  return {
    ...rest,
    ...(quoteImage && !doubtful.quoteImage ? { quoteImage } : {}),
    ...(quoteVideo && !doubtful.quoteVideo ? { quoteVideo } : {}),
  };
}

/** @returns the quotes far off the market, and the range they were held against; undefined where none is */
function priceDoubt(facts: CreatorFacts): PriceDoubt | undefined {
  if (!facts.quoteImage && !facts.quoteVideo) return undefined;
  const quotes: PriceDoubt["quotes"] = {};
  let range: Pick<PriceDoubt, "low" | "high"> | undefined;
  for (const [format, name] of [
    ["image", "quoteImage"],
    ["video", "quoteVideo"],
  ] as const) {
    const quote = facts[name];
    const off = quote && rangeFarOff(facts, format);
    if (!quote || !off) continue;
    quotes[name] = quote;
    range ??= {
      low: { amount: off.low.amount, currency: "CNY" },
      high: { amount: off.high.amount, currency: "CNY" },
    };
  }
  return range && { quotes, ...range };
}

/** Writes down what to ask about these rows; the card with the questions goes out with the result. */
export async function askAboutRows(unit: Unit, importId: string, rows: readonly JudgedRow[]): Promise<void> {
  const sameness = await samenessQuestions(unit.tx, importId, rows);
  await insertImportQuestions(unit.tx, [...priceQuestions(importId, rows), ...sameness]);
}

export function priceQuestions(importId: string, rows: readonly JudgedRow[]) {
  return rows.flatMap(({ row, creator, doubt }) =>
    doubt === undefined
      ? []
      : [
          {
            importId,
            line: row.line,
            kind: "price" as const,
            details: { creatorId: creator.id, creator: creator.name, ...doubt },
          },
        ],
  );
}

/** Who may be somebody the team knows already: alike by name, and nothing says for sure that they are two. */
async function samenessQuestions(tx: Transaction, importId: string, rows: readonly JudgedRow[]) {
  const near = await creatorsNamedLike(
    tx,
    rows.map(({ creator }) => creator.name),
    rows.map(({ creator }) => creator.id),
  );
  if (near.length === 0) return [];
  const pairs = rows.flatMap(({ row, creator, facts }) =>
    near
      .filter(({ of }) => of === nameKeyOf(creator.name))
      .filter(({ creator: other }) => !areTwo(creator, other))
      .map(({ creator: other }) => ({ row, creator, facts, other })),
  );
  if (pairs.length === 0) return [];
  const otherIds = pairs.map(({ other }) => other.id);
  const [inFile, asked, factsOf] = [
    await importRowsOf(tx, importId, { lines: [], creatorIds: otherIds }),
    await samenessAsked(tx, otherIds),
    await latestFacts(tx, otherIds),
  ];
  // a list that has both as rows of its own says that they are two
  const listed = new Set(inFile.map(({ creatorId }) => creatorId));
  const seen = new Set(asked.map(({ details }) => pairKey(details["creatorId"], details["otherId"])));
  const questions = new Map<
    number,
    { importId: string; line: number; kind: "same-creator"; details: Record<string, unknown> }
  >();
  for (const { row, creator, facts, other } of pairs) {
    const otherFacts = factsOf.get(other.id) ?? {};
    const isNew = !seen.has(pairKey(creator.id, other.id)) && !listed.has(other.id);
    if (!isNew || questions.has(row.line)) continue;
    const evidence = sameness(creator, facts, other, otherFacts);
    if (evidence === undefined) continue;
    questions.set(row.line, {
      importId,
      line: row.line,
      kind: "same-creator",
      details: {
        creatorId: creator.id,
        creator: creator.name,
        mark: creator.handle,
        otherId: other.id,
        other: other.name,
        otherMark: other.handle,
        ...evidence,
      },
    });
  }
  return [...questions.values()];
}

/** A profile's id never changes: two ids are two accounts. */
function areTwo(creator: Creator, other: Creator): boolean {
  return creator.platformId !== null && other.platformId !== null && creator.platformId !== other.platformId;
}

/** What speaks for it: one name, or one name but for signs with the same city or size. */
function sameness(
  creator: Creator,
  facts: CreatorFacts,
  other: Creator,
  otherFacts: CreatorFacts,
): { city: string | null; followers: number | null; otherFollowers: number | null } | undefined {
  const city = facts.city && facts.city.value === otherFacts.city?.value ? facts.city.value : null;
  const followers = facts.followers?.value ?? null;
  const otherFollowers = otherFacts.followers?.value ?? null;
  const sameSize = followers !== null && otherFollowers !== null && areOneSize(followers, otherFollowers);
  const sameName = creator.nameKey === other.nameKey;
  return sameName || city !== null || sameSize ? { city, followers, otherFollowers } : undefined;
}

function pairKey(a: unknown, b: unknown): string {
  return [String(a), String(b)].sort().join(" ");
}
