/** The page that explains the score is what the rules make, and leaves none of them out. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SCORE_PAGE_FILE, scorePageText } from "../../scripts/score-page.ts";
import { FLAG_IDS } from "../../src/domain/flag-types.ts";
import { RULES_VERSION } from "../../src/domain/rules.ts";
import { SCORE_TABLE } from "../../src/domain/score-table.ts";
import { locales } from "../../templates/locales/index.ts";

const page = scorePageText(locales);

test("the page in docs is what npm run manifest writes", () => {
  expect(readFileSync(new URL(`../../${SCORE_PAGE_FILE}`, import.meta.url), "utf8")).toBe(page);
});

test("every scored fact and every red flag is explained in both languages, under the version of the rules", () => {
  for (const { vet, rules } of Object.values(locales)) {
    for (const { id } of SCORE_TABLE) expect(page).toContain(`| ${vet.scoredFacts[id]} |`);
    for (const id of FLAG_IDS) expect(page).toContain(vet.flagNames[id]);
    expect(page).toContain(rules.version(RULES_VERSION));
  }
});

test("a scored fact without two ends says how it earns its points", () => {
  for (const { rules } of Object.values(locales))
    for (const { id } of SCORE_TABLE.filter(({ ends }) => ends === null))
      expect(rules.otherWays[id], id).toBeDefined();
});
