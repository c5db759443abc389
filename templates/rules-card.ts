/** How the score is made: the points of every fact first, verdicts, red flags and size classes folded below. */
import { bold, type FoldedPart, fold, line, note, text } from "../src/chat/card.ts";
import { RulesCardData } from "../src/chat/features/rules.ts";
import { defineTemplate } from "../src/chat/template.ts";
import {
  dimensionRules,
  flagRuleLines,
  ruleLine,
  tierLines,
  trustLines,
  verdictLines,
} from "./rules-lines.ts";

export const rulesCard = defineTemplate({
  data: RulesCardData,
  render: ({ version }, r) => {
    const { rules } = r.m;
    const lines = (all: readonly string[]): FoldedPart[] => [
      { kind: "list", items: all.map((one) => [text(one)]) },
    ];
    const dimensions = dimensionRules(r).map(
      ({ heading, rows }): FoldedPart => ({
        kind: "text",
        spans: [bold(heading), text(rows.map((row) => `\n• ${ruleLine(row, r)}`).join(""))],
      }),
    );
    return {
      title: rules.title,
      tone: "info",
      summary: `${rules.title} · ${rules.version(version)}`,
      body: [
        line(rules.intro),
        ...dimensions,
        fold(rules.headings.verdict, lines(verdictLines(r))),
        fold(rules.headings.flags, lines(flagRuleLines(r))),
        fold(rules.headings.tiers, lines(tierLines(r))),
        fold(rules.headings.trust, lines(trustLines(r))),
        note(rules.version(version)),
      ],
    };
  },
});
