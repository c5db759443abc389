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
  type Span,
  type Tone,
  text,
} from "../src/chat/card.ts";
import { VetCardData } from "../src/chat/features/vet.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { changesOf, exclusivityText } from "./vet-changes.ts";
import { chartOf } from "./vet-chart.ts";
import { dimensionsOf, evidenceOf, factValue } from "./vet-evidence.ts";
import { storedFacts } from "./vet-facts.ts";
import { standingFlags } from "./vet-flags.ts";
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
        facts(headline(data, r)),
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

/** Verdict and price, and what speaks loudly against the creator; all else is evidence. */
function headline(data: Data, r: Reading): [string, Span[]][] {
  const { vet } = r.m;
  const flags = standingFlags(data).map(({ id }) => vet.flagNames[id]);
  return [
    [vet.verdict, [text(verdictOf(data, r))]],
    ...priceRows(data, r).map(([title, value]): [string, Span[]] => [title, [text(value)]]),
    ...(flags.length === 0 ? [] : [[vet.flags, [text(flags.join(" · "))]] as [string, Span[]]]),
  ];
}

/** The strongest and the weakest thing that is known, by the share of its points. */
function reasons(data: Data, r: Reading): Part[] {
  const scored = data.report.scorecard.dimensions
    .flatMap((dimension) => dimension.facts)
    .flatMap((fact) =>
      fact.points === null || fact.max === 0 ? [] : [{ fact, share: fact.points / fact.max }],
    )
    .sort((a, b) => b.share - a.share || b.fact.max - a.fact.max);
  const [best] = scored;
  const worst = scored.at(-1);
  if (best === undefined || worst === undefined || scored.length < 2) return [];
  const { vet } = r.m;
  return [
    list([
      vet.strength(vet.scoredFacts[best.fact.id], factValue(best.fact, r)),
      vet.weakness(vet.scoredFacts[worst.fact.id], factValue(worst.fact, r)),
    ]),
  ];
}

/** What to ask for first, where too little is known for a verdict. */
const FIRST_ASKED = 3;

function wanted({ report, missing = [] }: Data, r: Reading): Part[] {
  if (report.scorecard.score !== null || missing.length === 0) return [];
  const first = missing.slice(0, FIRST_ASKED);
  const names = first.map(({ input, unlocks }) =>
    r.m.vet.unlocks(r.m.vet.inputs[input], r.number(unlocks, 1)),
  );
  return [facts([[r.m.vet.missing, names.join(" · ")]])];
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
    report.scorecard.score === null ? {} : { style: "primary" },
  );
  const added = data.shortlisted === null ? [add] : [];
  const rest = [
    button(r.m.creator.again, call("vet numbers", about)),
    button(vet.makeBrief, call("brief", about)),
    button(vet.submitDraft, call("draft", about)),
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
