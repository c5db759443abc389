/** The orders of a ranked list: unknown last, the same rows, and never a sum or comparison across currencies. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder, type OrderedRow, ordersOf, RANKING_ORDERS } from "../../src/domain/ranking-order.ts";

const row = (place: number, known: Partial<OrderedRow> = {}): OrderedRow => ({
  place,
  quote: null,
  standing: null,
  followers: null,
  ...known,
});
const cny = (amount: number) => ({ amount, currency: "CNY" as const });
const places = (rows: readonly OrderedRow[]) => rows.map(({ place }) => place);

test("low quotes, quotes below the range and many followers come first; what is unknown comes last, by place", () => {
  const rows = [
    row(1, { quote: cny(9_000_00), standing: "above", followers: 500 }),
    row(2),
    row(3, { quote: cny(800_00), standing: "within", followers: 90_000 }),
    row(4, { quote: cny(800_00), standing: "below", followers: 0 }),
    row(5, { quote: cny(0), standing: "far-off" }),
    row(6),
  ];
  expect(places(inOrder(rows, "score"))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(places(inOrder(rows, "quote"))).toEqual([5, 3, 4, 1, 2, 6]);
  expect(places(inOrder(rows, "standing"))).toEqual([4, 3, 1, 5, 2, 6]);
  expect(places(inOrder(rows, "followers"))).toEqual([3, 1, 4, 2, 5, 6]);
});

test("currencies stay apart: the one of most rows first", () => {
  const rows = [
    row(1, { quote: { amount: 100, currency: "USD" } }),
    row(2, { quote: cny(9_000) }),
    row(3),
    row(4, { quote: cny(500) }),
  ];
  expect(places(inOrder(rows, "quote"))).toEqual([4, 2, 1, 3]);
});

test("only an order is offered that rests on something known", () => {
  expect(ordersOf([row(1), row(2)])).toEqual(["score"]);
  expect(ordersOf([row(1), row(2, { followers: 0 })])).toEqual(["score", "followers"]);
  expect(ordersOf([row(1, { quote: cny(1), standing: "below" })])).toEqual(["score", "quote", "standing"]);
});

const anyRows = fc.array(
  fc.record({
    quote: fc.option(
      fc.record({ amount: fc.nat(), currency: fc.constantFrom("CNY" as const, "USD" as const) }),
    ),
    standing: fc.option(fc.constantFrom("below" as const, "within" as const, "above" as const)),
    followers: fc.option(fc.nat()),
  }),
  { maxLength: 40 },
);

test("any order keeps every row, and by score leads back from any other", () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(...RANKING_ORDERS), (made, order) => {
      const rows = made.map((known, index) => ({ ...known, place: index + 1 }));
      const ordered = inOrder(rows, order);
      expect(inOrder(ordered, "score")).toEqual(rows);
      expect(inOrder(ordered, order)).toEqual(ordered);
      if (order === "score") return;
      const known = ordered.map((one) => one[order] !== null);
      expect(known).toEqual(known.toSorted((a, b) => Number(b) - Number(a)));
    }),
  );
});
