/** The page "How the score is made", in both languages, from the rules themselves; the working folder is the repository. */
import type { Messages } from "../src/chat/messages.ts";
import { LANGUAGES, type Language } from "../src/chat/people.ts";
import { createReading, type Reading } from "../src/chat/reading.ts";
import { RULES_VERSION } from "../src/domain/rules.ts";
import {
  dimensionRules,
  flagRuleLines,
  type RuleRow,
  tierLines,
  trustLines,
  verdictLines,
} from "../templates/rules-lines.ts";

export const SCORE_PAGE_FILE = "docs/how-the-score-is-made.md";

export function scorePageText(locales: Readonly<Record<Language, Messages>>): string {
  const parts = LANGUAGES.map((language) => section(createReading(language, "UTC", locales[language])));
  return [
    "<!-- Made by npm run manifest from src/domain: change the rules, not this file. -->",
    "",
    ...parts.flatMap((part) => [...part, ""]),
  ]
    .join("\n")
    .replace(/\n+$/u, "\n");
}

function section(r: Reading): string[] {
  const { rules } = r.m;
  const listed = (heading: string, lines: readonly string[]) => [
    "",
    `## ${heading}`,
    "",
    ...lines.map((one) => `- ${one}`),
  ];
  return [
    `# ${rules.title}`,
    "",
    rules.intro,
    "",
    rules.version(RULES_VERSION),
    "",
    `## ${rules.headings.points}`,
    ...dimensionRules(r).flatMap(({ heading, rows }) => ["", `### ${heading}`, "", ...table(rows, r)]),
    ...listed(rules.headings.verdict, verdictLines(r)),
    ...listed(rules.headings.flags, flagRuleLines(r)),
    ...listed(rules.headings.tiers, tierLines(r)),
    ...listed(rules.headings.trust, trustLines(r)),
  ];
}

function table(rows: readonly RuleRow[], r: Reading): string[] {
  const { fact, points, nothingAt, allAt, rule } = r.m.rules.columns;
  return [
    `| ${[fact, points, nothingAt, allAt, rule].join(" | ")} |`,
    "|---|---|---|---|---|",
    ...rows.map((row) => {
      const allAt = [row.ends?.allAt, row.way].filter((part) => part).join(r.language === "en" ? "; " : "；");
      return `| ${[row.fact, row.points, row.ends?.nothingAt ?? "", allAt, row.rule].join(" | ")} |`;
    }),
  ];
}
