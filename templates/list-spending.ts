/** What is passed so far against the budget: each currency apart. */
import type { z } from "zod";
import type { ListCardData } from "../src/chat/features/list.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { Money } from "../src/domain/money.ts";

type Brand = NonNullable<z.output<typeof ListCardData>["brand"]>;

export function sumsText(sums: readonly Money[], r: Reading): string {
  return sums.length === 0 ? r.m.list.nothingPassed : sums.map((sum) => r.money(sum)).join(" + ");
}

export function spendingFacts({ budget, ceiling, spent }: Brand, r: Reading): [string, string][] {
  const words = r.m.list;
  const own = budget === null ? spent : spent.filter(({ currency }) => currency === budget.currency);
  const others = spent.filter((sum) => !own.includes(sum));
  const done = own[0] ?? (budget === null ? undefined : { amount: 0, currency: budget.currency });
  const line =
    budget === null || done === undefined
      ? words.spentLine(own.length === 0 ? null : sumsText(own, r))
      : words.budgetLine(
          r.money(done),
          r.money(budget),
          r.share(done.amount / Math.max(budget.amount, 1), 0),
        );
  const apart = others.length === 0 ? [] : [words.otherCurrencies(sumsText(others, r))];
  return [
    [words.budget, [line, ...apart].join(" · ")],
    ...(ceiling === null ? [] : [[words.ceiling, r.money(ceiling)] as [string, string]]),
  ];
}
