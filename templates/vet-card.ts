/** The scorecard of one creator: verdict, price and two reasons first, every number's making folded below. */
import type { z } from "zod";
import {
  actions,
  type Button,
  bold,
  button,
  type Card,
  call,
  divider,
  facts,
  fold,
  line,
  list,
  note,
  type Part,
  type Tone,
} from "../src/chat/card.ts";
import { VetCardData } from "../src/chat/features/vet.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { LEAST_COVERAGE } from "../src/domain/scorecard.ts";
import { changesOf, exclusivityText } from "./vet-changes.ts";
import { chartOf } from "./vet-chart.ts";
import { dimensionsOf, evidenceOf, factValue } from "./vet-evidence.ts";
import { storedFacts } from "./vet-facts.ts";
import { redFlags, standingFlags } from "./vet-flags.ts";
import { priceRows, priceSummary } from "./vet-price.ts";

type Data = z.output<typeof VetCardData>;

export const vetCard = defineTemplate({
  data: VetCardData,
  render: (data, r): Card => {
    const title = r.m.vet.title(data.creator.name, scoreText(data, r));
    const stored = storedFacts(data, r);
    return {
      title,
      tone: toneOf(data),
      summary: summaryOf(title, data, r),
      body: [
        ...headline(data, r),
        ...redFlags(data, r),
        ...exclusivity(data, r),
        ...reasons(data, r),
        ...wanted(data, r),
        ...changesOf(data.changes, r),
        ...shortlistState(data, r),
        actions(...buttons(data, r)),
        fold(r.m.vet.evidence, evidenceOf(data, r)),
        fold(r.m.vet.pointsByDimension, [...chartOf(data, r), ...dimensionsOf(data, r)]),
        ...(stored.length === 0 ? [] : [fold(r.m.vet.allFacts, stored)]),
        note(r.m.vet.vettedBy(data.vettedBy.name, r.time(data.vettedAt))),
      ],
    };
  },
});

/** The dates behind a competitor conflict, where our own records know them. */
function exclusivity({ exclusivity: term }: Data, r: Reading): Part[] {
  if (term === null || term === undefined) return [];
  return [line(bold(r.m.common.labelled(r.m.creator.exclusivity, exclusivityText(term, r))))];
}

/** Without a score the title says already that there is no verdict. */
function summaryOf(title: string, data: Data, r: Reading): string {
  const verdict = data.report.scorecard.band === null ? [] : [verdictOf(data, r)];
  return [title, ...verdict, priceSummary(data, r)].join(" · ");
}

function scoreText(data: Data, r: Reading): string | null {
  const { score } = data.report.scorecard;
  return score === null ? null : r.number(score, 1);
}

function verdictOf(data: Data, r: Reading): string {
  const { band } = data.report.scorecard;
  return band === null ? r.m.vet.noVerdict : r.m.vet.bands[band];
}

function toneOf(data: Data): Tone {
  const { band } = data.report.scorecard;
  if (standingFlags(data).some((flag) => flag.severity === "high")) return "danger";
  if (band === null) return "neutral";
  return band === "excellent" || band === "good" ? "good" : band === "average" ? "warning" : "danger";
}

/** Verdict and price; all else is evidence. Two formats have two rows each, which stay side by side. */
function headline(data: Data, r: Reading): Part[] {
  const verdict: [string, string] = [r.m.vet.verdict, verdictLine(data, r)];
  const prices = priceRows(data, r);
  return data.report.price?.other === undefined
    ? [facts([verdict, ...prices])]
    : [facts([verdict]), facts(prices)];
}

/** Without a verdict: how much is missing for one. */
function verdictLine(data: Data, r: Reading): string {
  const { band, coverage } = data.report.scorecard;
  return band === null
    ? r.m.vet.noVerdictYet(r.share(coverage), r.share(LEAST_COVERAGE))
    : verdictOf(data, r);
}

/** What earns less of its points is no strength. */
const STRONG_FROM = 0.5;

/** The strongest and the weakest thing that is known, by the share of its points; where nothing is strong, the two weakest. */
function reasons(data: Data, r: Reading): Part[] {
  const scored = data.report.scorecard.dimensions
    .flatMap((dimension) => dimension.facts)
    .flatMap((fact) =>
      fact.points === null || fact.max === 0 ? [] : [{ fact, share: fact.points / fact.max }],
    )
    .sort((a, b) => b.share - a.share || b.fact.max - a.fact.max);
  const [best] = scored;
  const worst = scored.at(-1);
  const second = scored.at(-2);
  if (best === undefined || worst === undefined || second === undefined) return [];
  const { vet } = r.m;
  const named = ({ fact }: typeof best) =>
    (fact.points === 0 ? vet.failedFacts[fact.id] : undefined) ?? vet.scoredFacts[fact.id];
  const value = ({ fact }: typeof best) => factValue(fact, r);
  return [
    list(
      best.share >= STRONG_FROM
        ? [vet.strength(named(best), value(best)), vet.weakness(named(worst), value(worst))]
        : [vet.weakness(named(worst), value(worst)), vet.alsoWeak(named(second), value(second))],
    ),
  ];
}

/** What to ask for first, where too little is known for a verdict. */
const FIRST_ASKED = 3;

function wanted({ report, missing = [] }: Data, r: Reading): Part[] {
  if (report.scorecard.score !== null || missing.length === 0) return [];
  const { vet, common } = r.m;
  const first = missing.slice(0, FIRST_ASKED);
  const lines = first.map(({ input, unlocks }) =>
    common.labelled(vet.inputs[input], vet.worth(r.number(unlocks, 1))),
  );
  return [line(bold(vet.missing)), list(lines)];
}

function shortlistState(data: Data, r: Reading): Part[] {
  const { shortlisted } = data;
  if (shortlisted === null) return [];
  return [
    divider,
    { kind: "text", spans: [bold(`✓ ${r.m.vet.onShortlist(shortlisted.by.name, r.time(shortlisted.at))}`)] },
  ];
}

function buttons(data: Data, r: Reading): Button[] {
  const { vet } = r.m;
  const { report, missing = [] } = data;
  const about = {
    creator: data.creator.id,
    ...(data.campaign === null ? {} : { campaign: data.campaign.id }),
  };
  const add = button(
    vet.addToShortlist,
    call("shortlist add", {
      vetting: data.vettingId,
      ...(data.campaign === null ? {} : { campaign: data.campaign.id }),
    }),
    // nobody is nudged towards a creator whom the card advises against
    report.scorecard.score === null || toneOf(data) === "danger" ? {} : { style: "primary" },
  );
  const added = data.shortlisted === null ? [add] : [];
  const rest = [
    button(r.m.creator.again, call("vet numbers", about)),
    button(vet.makeBrief, call("brief", about)),
    // a draft comes from somebody who was chosen
    ...(data.shortlisted === null ? [] : [button(vet.submitDraft, call("draft", about))]),
  ];
  const canAsk = missing.some(({ from }) => from === "contact");
  const ask = canAsk
    ? [
        button(vet.askForData, call("vet ask", { vetting: data.vettingId }), {
          ...(report.scorecard.score === null && { style: "primary" as const }),
        }),
      ]
    : [];
  const overrule =
    standingFlags(data).length === 0
      ? []
      : [button(vet.overrule, call("vet overrule", { vetting: data.vettingId }))];
  const { link: url } = data.creator;
  const profile: Button[] = url === null ? [] : [{ kind: "link", label: vet.openProfile, url }];
  // what helps most now comes first
  const first = report.scorecard.score === null ? [...ask, ...added] : [...added, ...ask];
  return [...first, ...rest, ...overrule, ...profile];
}
