/** The price on a vet card: one line on the first screen, and how it was found in the evidence. */
import type { z } from "zod";
import { bold, type FoldedPart, text } from "../src/chat/card.ts";
import type { VetCardData } from "../src/chat/features/vet.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { AllInCost } from "../src/domain/all-in-cost.ts";
import type { FairPrice } from "../src/domain/price.ts";
import { LEAST_PEERS, type PriceMethod } from "../src/domain/price-methods.ts";

type Data = Pick<z.output<typeof VetCardData>, "report" | "confidential" | "followers">;

/** The range, then the quote: where it stands and the cost that everybody may see; both for each format that was quoted. */
export function priceRows({ report: { price }, followers }: Data, r: Reading): [string, string][] {
  const words = r.m.price;
  if (price === null) return [[words.title, followers === 0 ? words.noFollowers : words.unknownSize]];
  if (price.other === undefined) {
    return [
      [words.title, rangeText(price, r)],
      [words.quoted, quoteText(price, r)],
    ];
  }
  return [price, price.other].flatMap((one): [string, string][] => [
    [words.titles[one.format], rangeText(one, r)],
    [words.quotedTitles[one.format], quoteText(one, r)],
  ]);
}

/** The same in one line, for the notification. */
export function priceSummary(data: Data, r: Reading): string {
  return priceRows(data, r)
    .map(([title, value]) => r.m.common.labelled(title, value))
    .join(" · ");
}

/** One part: methods side by side, the cost part by part, and what a read and an interaction cost. */
export function priceEvidence({ report: { price }, confidential }: Data, r: Reading): FoldedPart[] {
  if (price === null) return [];
  const all = price.other === undefined ? [price] : [price, price.other];
  const spans = all.flatMap((one, index) => [
    ...(index === 0 ? [] : [text("\n")]),
    bold(r.m.price.titles[one.format]),
    text(
      evidenceLines(one, confidential?.[one.format] ?? one.allIn, r)
        .map((line) => `\n• ${line}`)
        .join(""),
    ),
  ]);
  return [{ kind: "text", spans }];
}

function quoteText(price: FairPrice, r: Reading): string {
  const words = r.m.price;
  const { quote, allIn } = price;
  const standing =
    quote === null
      ? words.noQuote
      : price.standing === null
        ? words.notPlaced(r.money(quote), price.low.currency)
        : words.standings[price.standing](r.money(quote));
  const cost = allIn === null ? [] : [words.allIn(r.money(allIn.total), feeText(allIn, r))];
  return r.m.common.listed([standing, ...cost]);
}

function evidenceLines(price: FairPrice, cost: AllInCost | null, r: Reading): string[] {
  const words = r.m.price;
  const { labelled, inBrackets } = r.m.common;
  const methods = price.methods ?? [bandsAlone(price)];
  const used = methods.filter(({ range }) => range?.low.currency === price.low.currency).length;
  const origin = used === 1 ? words.fromOneMethod : words.fromMethods(r.number(used));
  const unit = unitLine(price, r);
  return [
    `${rangeText(price, r)}${inBrackets(origin)}`,
    ...methods.map((method) => labelled(words.methods[method.id], methodLine(method, price, r))),
    ...(cost === null ? [] : [labelled(words.cost, costLine(cost, r))]),
    ...(unit === "" ? [] : [unit]),
    ...(price.throughMcn ? [words.mcnInside] : []),
  ];
}

/** What snapshots rest on that were made when there was one method. */
function bandsAlone({ low, mid, high, bands }: FairPrice): PriceMethod {
  return { id: "tier-band", range: { low, mid, high }, count: bands.length, gaps: [] };
}

function methodLine(method: PriceMethod, price: FairPrice, r: Reading): string {
  const words = r.m.price;
  const range = method.range === null ? words.noConclusion : rangeText(method.range, r);
  const basis = method.id === "tier-band" ? bandsLine(price, r) : peersLine(method, price, r);
  const needs = method.gaps.map((gap) => words.gaps[gap](r.number(LEAST_PEERS - method.count)));
  return [range, basis, ...(needs.length === 0 ? [] : [words.toConclude(r.m.common.listed(needs))])].join(
    " · ",
  );
}

function bandsLine({ bands }: FairPrice, r: Reading): string {
  const { publisherDefaults } = r.m.price;
  const pages = bands.map(({ low, high, source }) => `${source} ${r.money(low)}–${r.money(high)}`);
  return r.m.common.labelled(publisherDefaults, pages.join(" · "));
}

function peersLine(method: PriceMethod, price: FairPrice, r: Reading): string {
  const words = r.m.price;
  const currency = price.quote?.currency ?? "CNY";
  const { unit, times, points = [] } = method;
  const count = r.number(method.count);
  if (unit === undefined) {
    const shown = points.map((cost) => r.cost(cost, currency)).join(" · ");
    return words.tooFew(count, r.number(LEAST_PEERS), shown === "" ? null : shown);
  }
  const say = method.id === "cost-per-read" ? words.perRead : words.perEngagement;
  return say({
    count,
    low: r.cost(unit.low, currency),
    mid: r.cost(unit.mid, currency),
    high: r.cost(unit.high, currency),
    times: times === undefined ? null : r.count(times),
    fee: feeText(price.allIn, r),
  });
}

/** The cost part by part, as far as the reader may see it. */
export function costLine(cost: AllInCost, r: Reading): string {
  const words = r.m.price;
  return [
    words.quote(r.money(cost.quote)),
    words.platformFee(feeText(cost, r), r.money(cost.platformFee)),
    ...(cost.agencyFee === undefined ? [] : [words.agencyShare(r.money(cost.agencyFee))]),
    ...(cost.rebate === undefined ? [] : [words.rebate(r.money(cost.rebate))]),
    words.total(r.money(cost.total)),
  ].join("");
}

function unitLine({ unitCosts, allIn }: FairPrice, r: Reading): string {
  if (unitCosts === null || allIn === null) return "";
  const each = (cost: number | null) => (cost === null ? null : r.cost(cost, allIn.total.currency));
  return r.m.price.unitCosts(each(unitCosts.perRead), each(unitCosts.perInteraction));
}

/** Before the fee could differ it was 10%. */
function feeText(cost: AllInCost | null, r: Reading): string {
  return r.share(cost?.feeShare ?? 0.1);
}

function rangeText({ low, mid, high }: NonNullable<PriceMethod["range"]>, r: Reading): string {
  return r.m.price.range(r.money(low), r.money(mid), r.money(high));
}
