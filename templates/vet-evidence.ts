/** How a score was made: its basis, flags, dimensions, rates with their definitions, prices with their sources, what was not checked. */
import type { z } from "zod";
import { bold, type FoldedPart, facts, text } from "../src/chat/card.ts";
import type { VetCardData } from "../src/chat/features/vet.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { FlagId } from "../src/domain/flag-checks.ts";
import { money } from "../src/domain/money.ts";
import type { Rate } from "../src/domain/rates.ts";
import type { FactScore } from "../src/domain/scorecard.ts";
import { priceEvidence } from "./vet-price.ts";

type Data = z.output<typeof VetCardData>;

/** At most ten parts: more would need a second fold on Slack. */
export function evidenceOf(data: Data, r: Reading): FoldedPart[] {
  const { report } = data;
  const { vet } = r.m;
  const { labelled } = r.m.common;
  const rates = report.scorecard.rates.map((rate) => rateLine(rate, r));
  return [
    facts(basis(data, r)),
    paragraph(vet.flags, flagLines(data, r)),
    ...report.scorecard.dimensions.map((dimension) =>
      paragraph(
        labelled(
          vet.dimensions[dimension.id],
          vet.points(r.number(dimension.points, 1), r.number(dimension.max, 1)),
        ),
        dimension.facts.map((fact) => factLine(fact, r)),
      ),
    ),
    paragraph(vet.rates, rates.length === 0 ? [r.m.common.unknown] : rates),
    ...priceEvidence(data, r),
    { kind: "note", spans: [text(vet.rulesLine(report.rules, data.vettingId))] },
  ];
}

/** What the score rests on, how far it could still move, and what would help most. */
function basis(data: Data, r: Reading): [string, string][] {
  const { vet } = r.m;
  const { scorecard, tier, scheme } = data.report;
  const { score, known, range, missing } = scorecard;
  const rows: [string, string][] = [];
  if (score !== null)
    rows.push([vet.score, vet.scoreLine(r.number(score, 1), r.number(known, 1), r.number(100 - known, 1))]);
  rows.push([vet.coverage, vet.range(r.number(range[0], 1), r.number(range[1], 1))]);
  if (data.followers !== null) rows.push([vet.followers, r.count(data.followers)]);
  if (tier !== null) rows.push([vet.tier, vet.tierLine(vet.tiers[tier], vet.schemes[scheme])]);
  const names = missing.map((id) => vet.scoredFacts[id]);
  rows.push([vet.missing, names.length === 0 ? vet.nothingMissing : names.join(" · ")]);
  rows.push([vet.fields.campaign, data.campaign === null ? vet.noCampaign : data.campaign.name]);
  return rows;
}

function flagLines({ report }: Data, r: Reading): string[] {
  const { vet } = r.m;
  const found = report.flags.map((flag) =>
    vet.flagLine(
      vet.severities[flag.severity],
      vet.flagNames[flag.id],
      flagValue(flag.id, flag.observed, r),
      flagValue(flag.id, flag.threshold, r),
    ),
  );
  const notChecked = report.unchecked.map(({ id }) => vet.flagNames[id]).join(" · ");
  return [
    ...(found.length === 0 ? [vet.noFlags] : found),
    ...(notChecked === "" ? [] : [vet.notChecked(notChecked)]),
  ];
}

/** A heading and its lines as one part. */
function paragraph(heading: string, lines: readonly string[]): FoldedPart {
  return { kind: "text", spans: [bold(heading), text(lines.map((line) => `\n• ${line}`).join(""))] };
}

function factLine(fact: FactScore, r: Reading): string {
  const { vet } = r.m;
  const { labelled, listed, inBrackets } = r.m.common;
  const name = vet.scoredFacts[fact.id];
  if (fact.points === null) return labelled(name, vet.unknownPoints(r.number(fact.max, 1)));
  const source = [
    fact.from === undefined ? undefined : vet.sources[fact.from],
    fact.confidence === undefined ? undefined : vet.confidences[fact.confidence],
    fact.rule,
  ].filter((part) => part !== undefined);
  const points = vet.points(r.number(fact.points, 1), r.number(fact.max, 1));
  return labelled(`${name} ${factValue(fact, r)}`.trim(), `${points}${inBrackets(listed(source))}`);
}

/** A scored fact's value in its own unit; a verdict without a number has none. */
export function factValue(fact: FactScore, r: Reading): string {
  if (fact.value === null) return "";
  switch (fact.id) {
    case "quality":
    case "fit":
      return `${r.number(fact.value)}/5`;
    case "posting-rhythm":
      return r.m.vet.notesIn90Days(r.number(fact.value));
    case "brand-works":
      return r.number(fact.value);
    case "category-fit":
    case "competitor-free":
      return "";
    case "active-share":
    case "suspicious-share":
    case "target-share":
    case "likes-saves-per-follower":
    case "interactions-per-read":
    case "saves-per-read":
    case "category-share":
    case "sponsored-ratio":
    case "on-time":
      return r.share(fact.value);
  }
}

function rateLine(rate: Rate, r: Reading): string {
  const { vet } = r.m;
  const line = vet.rateLine({
    name: vet.rateNames[rate.id],
    value: r.share(rate.value, 2),
    counted: rate.counted.map((what) => vet.counted[what]).join(" + "),
    numerator: r.count(rate.numerator),
    denominator: r.count(rate.denominator),
  });
  const notes = rate.notes === undefined ? null : r.number(rate.notes);
  return r.m.common.listed([line, vet.statistics[rate.statistic](notes, r.number(rate.windowDays))]);
}

/** A flag's number in its own unit: shares, yuan, days, or counts. */
function flagValue(id: FlagId, value: number, r: Reading): string {
  switch (id) {
    case "F4":
      return r.money(money(Math.round(value), "CNY"));
    case "F1":
      return value < 1 ? r.share(value) : r.count(value);
    case "F7":
      return r.m.vet.days(value);
    case "F5":
    case "F8":
    case "F9":
    case "impossible-numbers":
      return r.number(value);
    case "F2":
    case "F3":
    case "F6":
    case "F10":
      return r.share(value);
  }
}
