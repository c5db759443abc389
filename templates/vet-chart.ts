/** The five dimensions as a picture: what is known of each, in percent of its known points. */
import type { z } from "zod";
import type { Chart } from "../src/chat/card.ts";
import type { VetCardData } from "../src/chat/features/vet.ts";
import type { Reading } from "../src/chat/reading.ts";

type Data = z.output<typeof VetCardData>;

/** Fewer corners make no radar. */
const CORNERS = 3;

/**
 * A dimension of which nothing is known is named and not drawn: unknown is not zero. Where too little is known for a
 * verdict there is no picture either, since it would look like one.
 */
export function chartOf({ report }: Data, r: Reading): Chart[] {
  const { chart, dimensions } = r.m.vet;
  if (report.scorecard.score === null) return [];
  const known = report.scorecard.dimensions
    .filter((dimension) => dimension.known > 0)
    .map(({ id, points, known: of }) => ({ name: dimensions[id], share: Math.round((points / of) * 100) }));
  const unknown = report.scorecard.dimensions.filter((dimension) => dimension.known === 0);
  const ranked = known.toSorted((a, b) => b.share - a.share);
  const [best] = ranked;
  const worst = ranked.at(-1);
  if (best === undefined || worst === undefined || known.length < 2) return [];
  const names = unknown.map(({ id }) => dimensions[id]).join(" · ");
  return [
    {
      kind: "chart",
      title: chart.title,
      alt: chart.alt(best.name, worst.name, names === "" ? null : names),
      shape: known.length < CORNERS ? "bar" : "radar",
      categories: known.map(({ name }) => name),
      max: 100,
      series: [{ name: chart.series, values: known.map(({ share }) => share) }],
    },
  ];
}
