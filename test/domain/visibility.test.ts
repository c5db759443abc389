/** Who may read what: every field for every side, and facts that hold an agency's quote back from the others. */
import { describe, expect, it, test } from "vitest";
import type { CreatorFacts, Fact } from "../../src/domain/creator-facts.ts";
import { type Money, money } from "../../src/domain/money.ts";
import {
  type Audience,
  groupAudience,
  isVisible,
  mergeFacts,
  nameOfOwner,
  type PriceField,
  partyOf,
  quotesOf,
  showsAllQuotes,
  visibleFacts,
} from "../../src/domain/visibility.ts";

const BRAND: Audience = [null];
const X: Audience = ["X"];
const Y: Audience = ["Y"];
const UNNAMED: Audience = ["@mem_1"];
const OTHER_UNNAMED: Audience = ["@mem_2"];
const MIXED: Audience = [null, "X", "Y"];
const WITH_X: Audience = [null, "X"];

/** What each audience may read of a value that is X's, or the brand's where no agency can own it. */
const TABLE: Record<PriceField, { owner: string; readers: Record<string, boolean> }> = {
  budget: {
    owner: "",
    readers: { BRAND: true, X: false, Y: false, UNNAMED: false, MIXED: false, WITH_X: false },
  },
  spent: {
    owner: "",
    readers: { BRAND: true, X: false, Y: false, UNNAMED: false, MIXED: false, WITH_X: false },
  },
  ceiling: {
    owner: "",
    readers: { BRAND: true, X: false, Y: false, UNNAMED: false, MIXED: false, WITH_X: false },
  },
  margin: {
    owner: "X",
    readers: { BRAND: false, X: true, Y: false, UNNAMED: false, MIXED: false, WITH_X: false },
  },
  rebate: {
    owner: "X",
    readers: { BRAND: false, X: true, Y: false, UNNAMED: false, MIXED: false, WITH_X: false },
  },
  quote: {
    owner: "X",
    readers: { BRAND: true, X: true, Y: false, UNNAMED: false, MIXED: false, WITH_X: true },
  },
  "submitted-price": {
    owner: "X",
    readers: { BRAND: true, X: true, Y: false, UNNAMED: false, MIXED: false, WITH_X: true },
  },
  "passed-price": {
    owner: "X",
    readers: { BRAND: true, X: true, Y: false, UNNAMED: false, MIXED: false, WITH_X: true },
  },
  payment: {
    owner: "X",
    readers: { BRAND: true, X: true, Y: false, UNNAMED: false, MIXED: false, WITH_X: true },
  },
};

const AUDIENCES: Record<string, Audience> = { BRAND, X, Y, UNNAMED, MIXED, WITH_X };

const CASES = Object.entries(TABLE).flatMap(([field, { owner, readers }]) =>
  Object.entries(readers).map(([name, visible]) => ({ field: field as PriceField, owner, name, visible })),
);

test.each(CASES)("$field of “$owner” for $name: $visible", ({ field, owner, name, visible }) => {
  expect(isVisible(field, owner, AUDIENCES[name] ?? [])).toBe(visible);
});

test("nobody reads what nobody is known to read", () => {
  for (const field of Object.keys(TABLE)) expect(isVisible(field as PriceField, "", [])).toBe(false);
});

test.each<[PriceField, boolean]>([
  ["budget", false],
  ["ceiling", false],
  ["margin", false],
  ["rebate", false],
  ["quote", false],
  ["submitted-price", false],
  ["passed-price", false],
  ["payment", false],
])("of the brand's own %s a partner without a named agency reads: %s", (field, visible) => {
  expect(isVisible(field, "", BRAND)).toBe(true);
  expect(isVisible(field, "", UNNAMED)).toBe(visible);
});

test("what a partner without a named agency noted is read by the brand and by them alone", () => {
  for (const field of ["quote", "submitted-price", "passed-price", "payment"] as const) {
    expect(isVisible(field, "@mem_1", UNNAMED)).toBe(true);
    expect(isVisible(field, "@mem_1", BRAND)).toBe(true);
    for (const others of [OTHER_UNNAMED, X, WITH_X, MIXED, [""]])
      expect(isVisible(field, "@mem_1", others)).toBe(false);
  }
});

describe("sides", () => {
  it("counts a partner without a named agency as no side of the brand's", () => {
    expect(partyOf({ id: "mem_1", agency: null, role: "partner" })).toBe("@mem_1");
    expect(partyOf({ id: "mem_1", agency: null, role: "manager" })).toBeNull();
    expect(partyOf({ id: "mem_1", agency: "X", role: "manager" })).toBe("X");
    expect(nameOfOwner("@mem_1")).toBe("");
    expect(nameOfOwner("X")).toBe("X");
  });

  it("takes a group for all who may be in it", () => {
    expect(groupAudience({ platform: "slack", side: undefined, others: ["X", "Y"] }, undefined)).toEqual([
      null,
    ]);
    expect(groupAudience({ platform: "slack", side: undefined, others: ["X"] }, "X")).toEqual([null, "X"]);
    expect(groupAudience({ platform: "lark", side: undefined, others: ["X", "Y"] }, "X")).toEqual([
      null,
      "X",
      "Y",
    ]);
    expect(groupAudience({ platform: "lark", side: undefined, others: [] }, null)).toEqual([null, ""]);
  });

  it("takes a group for whose somebody said it is, and whoever acts there", () => {
    const said = (platform: "slack" | "lark", side: string) => ({ platform, side, others: ["X", "Y"] });
    expect(groupAudience(said("lark", "X"), undefined)).toEqual([null, "X"]);
    expect(groupAudience(said("lark", "X"), "Y")).toEqual([null, "X", "Y"]);
    expect(groupAudience(said("lark", ""), undefined)).toEqual([null]);
    expect(groupAudience(said("slack", "Y"), null)).toEqual([null, "Y"]);
  });
});

describe("facts", () => {
  const followers: Fact<number> = { value: 82_000, source: "typed" };
  const quote = (yuan: number): Fact<Money> => ({ value: money(yuan, "CNY"), source: "typed" });
  const byX = quotesOf("X", { followers, quoteImage: quote(3_000) });

  it("marks an agency's quote, and nothing else", () => {
    expect(byX).toEqual({ followers, quoteImage: { ...quote(3_000), agency: "X" } });
    expect(quotesOf(null, { quoteImage: quote(3_000) })).toEqual({ quoteImage: quote(3_000) });
  });

  it("shows it to the brand and to that agency alone", () => {
    for (const [audience, yes] of [
      [BRAND, true],
      [X, true],
      [WITH_X, true],
      [Y, false],
      [MIXED, false],
    ] as const) {
      expect(showsAllQuotes(byX, audience)).toBe(yes);
      expect(visibleFacts(byX, audience).quoteImage !== undefined).toBe(yes);
    }
  });

  it("keeps another agency's quote out of what is judged, and gives it back to those who may read it", () => {
    const afterY = mergeFacts(byX, { reads: { value: 41_000, source: "typed" } }, Y);
    expect(afterY.quoteImage).toBeUndefined();
    expect(JSON.stringify(visibleFacts(afterY, Y))).not.toContain("300000");
    expect(mergeFacts(afterY, {}, X).quoteImage).toEqual(byX.quoteImage);
    expect(mergeFacts(afterY, {}, BRAND).quoteImage).toEqual(byX.quoteImage);
  });

  it("keeps the quotes of two agencies apart through many vettings", () => {
    const both = mergeFacts(byX, quotesOf("Y", { quoteImage: quote(2_500) }), Y);
    expect(both.quoteImage?.value).toEqual(money(2_500, "CNY"));
    const seenByX = mergeFacts(both, {}, X);
    expect(seenByX.quoteImage).toEqual(byX.quoteImage);
    expect(mergeFacts(seenByX, {}, Y).quoteImage?.value).toEqual(money(2_500, "CNY"));
  });

  it("drops what an agency quoted before once it quotes anew", () => {
    const afterY: CreatorFacts = mergeFacts(byX, {}, Y);
    const anew = mergeFacts(afterY, quotesOf("X", { quoteImage: quote(3_300) }), X);
    expect(anew).toEqual({ followers, quoteImage: { ...quote(3_300), agency: "X" } });
  });
});
