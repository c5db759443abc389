/** The parts of a report by position; a new field goes to the end of its form. */
import type { AllInCost, UnitCosts } from "../domain/all-in-cost.ts";
import type { Money } from "../domain/money.ts";
import type { FairPrice } from "../domain/price.ts";
import type { PriceMethod, PublishedBand } from "../domain/price-methods.ts";
import type { Rate } from "../domain/rates.ts";
import type { UncheckedFlag } from "../domain/red-flags.ts";
import type { FactScore } from "../domain/scorecard.ts";
import { asItIs, type Form, fields, listOf } from "./by-position.ts";

/** Written out, since a report holds some twenty amounts. */
const money: Form<Money> = {
  write: ({ amount, currency }) => [amount, currency],
  read: (kept) => {
    const [amount, currency] = kept as [number, Money["currency"]];
    return { amount, currency };
  },
};
type Range = NonNullable<PriceMethod["range"]>;
const priceRange: Form<Range> = {
  write: ({ low, mid, high }) => [money.write(low), money.write(mid), money.write(high)],
  read: (kept) => {
    const [low, mid, high] = kept as unknown[];
    return { low: money.read(low), mid: money.read(mid), high: money.read(high) };
  },
};
const method = fields<PriceMethod>({
  id: asItIs,
  range: priceRange,
  count: asItIs,
  gaps: asItIs,
  unit: fields({ low: asItIs, mid: asItIs, high: asItIs }),
  times: asItIs,
  points: asItIs,
});
export const price: Form<FairPrice> = fields<FairPrice>({
  format: asItIs,
  low: money,
  mid: money,
  high: money,
  bands: listOf(fields<PublishedBand>({ low: money, high: money, source: asItIs })) as Form<PublishedBand[]>,
  quote: money,
  allIn: fields<AllInCost>({
    quote: money,
    platformFee: money,
    feeShare: asItIs,
    agencyFee: money,
    rebate: money,
    total: money,
  }),
  standing: asItIs,
  unitCosts: fields<UnitCosts>({ perRead: asItIs, perInteraction: asItIs }),
  methods: listOf(method) as Form<PriceMethod[]>,
  throughMcn: asItIs,
  other: { write: (value) => price.write(value), read: (kept) => price.read(kept) },
});
export const rates = listOf(
  fields<Rate>({
    id: asItIs,
    value: asItIs,
    numerator: asItIs,
    denominator: asItIs,
    counted: asItIs,
    statistic: asItIs,
    windowDays: asItIs,
    sources: asItIs,
    notes: asItIs,
    ageDays: asItIs,
    against: asItIs,
    confidence: asItIs,
  }),
);
export const unchecked = listOf(fields<UncheckedFlag>({ id: asItIs, needs: asItIs }));
export const fact = fields<FactScore>({
  id: asItIs,
  max: asItIs,
  rule: asItIs,
  points: asItIs,
  value: asItIs,
  from: asItIs,
  confidence: asItIs,
  ageDays: asItIs,
});
