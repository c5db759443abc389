/** How a score was made: its basis, flags, dimensions, rates with their definitions, prices with their sources. */
import type { z } from "zod";
import { bold, type FoldedPart, facts, line, text } from "../src/chat/card.ts";
import type { VetCardData } from "../src/chat/features/vet.ts";
import type { Reading } from "../src/chat/reading.ts";
import { FAKE_FOLLOWERS_PRIOR } from "../src/domain/flag-limits.ts";
import { LEAST_PEERS } from "../src/domain/peers.ts";
import type { Rate } from "../src/domain/rates.ts";
import { type FactScore, LEAST_COVERAGE } from "../src/domain/scorecard.ts";
import { tiersOf } from "../src/domain/tiers.ts";
import { commonTrust, flagLines, trust, uncheckedLines } from "./vet-flags.ts";
import { priceEvidence } from "./vet-price.ts";

type Data = z.output<typeof VetCardData>;

/** At most ten parts: more would need a second fold on Slack. */
export function evidenceOf(data: Data, r: Reading): FoldedPart[] {
  const { report } = data;
  const { vet } = r.m;
  const rates = report.scorecard.rates.map((rate) => rateLine(rate, r));
  return [
    facts(basis(data, r)),
    // too long for half a line
    { kind: "text", spans: [bold(vet.missing), text(`\n${missingNames(data, r)}`)] },
    paragraph(vet.flags, flagLines(data, r)),
    ...(report.unchecked.length === 0 ? [] : [paragraph(vet.notChecked, uncheckedLines(data, r))]),
    paragraph(vet.rates, rates.length === 0 ? [r.m.common.unknown] : rates),
    ...priceEvidence(data, r),
    {
      kind: "note",
      spans: [text([...context(data, r), vet.rulesLine(report.rules, data.vettingId)].join("\n"))],
    },
  ];
}

/** Every scored fact with its points, its source and the rule behind it. */
export function dimensionsOf({ report }: Data, r: Reading): FoldedPart[] {
  const { vet } = r.m;
  const { dimensions } = report.scorecard;
  const known = dimensions.flatMap((dimension) => dimension.facts).filter(({ points }) => points !== null);
  const said = commonTrust(
    known.map((fact) => trust(fact, r)),
    r,
  );
  const paragraphs = dimensions.map((dimension) =>
    paragraph(
      r.m.common.labelled(
        vet.dimensions[dimension.id],
        vet.points(r.number(dimension.points, 1), r.number(dimension.max, 1)),
      ),
      dimension.facts.map((fact) => factLine(fact, said === undefined ? trust(fact, r) : [], r)),
    ),
  );
  return said === undefined ? paragraphs : [line(said), ...paragraphs];
}

/** What the score rests on, and how far it could still move. */
function basis(data: Data, r: Reading): [string, string][] {
  const { vet } = r.m;
  const { score, known, coverage, range } = data.report.scorecard;
  const rows: [string, string][] = [];
  if (score !== null)
    rows.push([vet.score, vet.scoreLine(r.number(score, 1), r.number(known, 1), r.number(100 - known, 1))]);
  const complete = vet.completenessLine(r.share(coverage), r.share(LEAST_COVERAGE), score !== null);
  rows.push([vet.completeness, complete]);
  rows.push([vet.coverage, vet.range(r.number(range[0], 1), r.number(range[1], 1))]);
  rows.push(...sizeRows(data, r));
  rows.push([vet.fields.campaign, data.campaign === null ? vet.noCampaign : data.campaign.name]);
  return rows;
}

/** The class under the campaign's scheme, and how the others read the same account: they disagree. */
function sizeRows({ followers, report: { tier, scheme } }: Data, r: Reading): [string, string][] {
  if (followers === null) return [];
  const { vet } = r.m;
  const others = tiersOf(followers)
    .filter((other) => other.scheme !== scheme)
    .map((other) => vet.tierLine(vet.tiers[other.tier], vet.schemes[other.scheme]));
  return [
    [vet.followers, r.count(followers)],
    ...(tier === null
      ? []
      : [[vet.tier, vet.tierLine(vet.tiers[tier], vet.schemes[scheme])] as [string, string]]),
    [vet.otherSchemes, others.join(" · ")],
  ];
}

function missingNames({ report, missing }: Data, r: Reading): string {
  const { vet } = r.m;
  const names =
    missing?.map(({ input, unlocks }) => vet.unlocks(vet.inputs[input], r.number(unlocks, 1))) ??
    report.scorecard.missing.map((id) => vet.scoredFacts[id]);
  return names.length === 0 ? vet.nothingMissing : names.join(" · ");
}

/** What is usual for accounts of this size; never said of an account itself. source: rules V10 */
function context({ followers }: Data, r: Reading): string[] {
  const { share, below } = FAKE_FOLLOWERS_PRIOR;
  return followers === null || followers >= below ? [] : [r.m.vet.fakePrior(r.share(share))];
}

/** A heading and its lines as one part. */
function paragraph(heading: string, lines: readonly string[]): FoldedPart {
  return { kind: "text", spans: [bold(heading), text(lines.map((one) => `\n• ${one}`).join(""))] };
}

function factLine(fact: FactScore, trusted: readonly string[], r: Reading): string {
  const { vet } = r.m;
  const { labelled, listed, inBrackets } = r.m.common;
  const name = vet.scoredFacts[fact.id];
  if (fact.points === null) return labelled(name, vet.unknownPoints(r.number(fact.max, 1)));
  const source = [...trusted, fact.rule];
  const points = vet.points(r.number(fact.points, 1), r.number(fact.max, 1));
  return labelled(`${name} ${factValue(fact, r)}`.trim(), `${points}${inBrackets(listed(source))}`);
}

/** A scored fact's value in its own unit; a verdict without a number has none. */
export function factValue(fact: Pick<FactScore, "id" | "value">, r: Reading): string {
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
  const said = vet.rateLine({
    name: vet.rateNames[rate.id],
    value: r.share(rate.value, 2),
    counted: rate.counted.map((what) => vet.counted[what]).join(" + "),
    numerator: r.count(rate.numerator),
    denominator: r.count(rate.denominator),
  });
  const notes = rate.notes === undefined ? null : r.number(rate.notes);
  const sources = rate.sources.map((source) => vet.sources[source]).join(" + ");
  return r.m.common.listed([
    said,
    vet.statistics[rate.statistic](notes, r.number(rate.windowDays)),
    sources,
    vet.age(rate.ageDays ?? null),
    ...(rate.confidence === undefined ? [] : [vet.confidences[rate.confidence]]),
    ...(rate.against === undefined ? [] : [againstText(rate.against, r)]),
  ]);
}

/** What a rate was held against; too few comparable creators are counted, and not used. source: rules V3 */
function againstText({ kind, value, creators }: NonNullable<Rate["against"]>, r: Reading): string {
  const { vet } = r.m;
  const count = creators === undefined ? null : r.number(creators);
  const middle = vet.against[kind](r.share(value, 2), count);
  if (kind === "peers" || count === null) return middle;
  return `${middle}${r.m.common.inBrackets(vet.fewPeers(count, r.number(LEAST_PEERS)))}`;
}
