/** A creator's scores over time. */
import type { z } from "zod";
import type { Chart } from "../src/chat/card.ts";
import type { CreatorCardData } from "../src/chat/features/creator.ts";
import type { Reading } from "../src/chat/reading.ts";

type Data = Pick<z.output<typeof CreatorCardData>, "history">;

/** Fewer scores make no line. */
const LINE_FROM = 3;
/** as many as a chart of Slack takes */
const CHART_POINTS = 20;

/** A vetting without a verdict has no point in the line: unknown is not zero. */
export function scoreChart({ history: all }: Data, r: Reading): Chart[] {
  const words = r.m.creator.card.chart;
  const scored = all
    .flatMap(({ at, score }) => (score === null ? [] : [{ at, score }]))
    .slice(0, CHART_POINTS)
    .toReversed();
  const [first] = scored;
  const last = scored.at(-1);
  if (scored.length < LINE_FROM || first === undefined || last === undefined) return [];
  return [
    {
      kind: "chart",
      title: words.title,
      alt: words.alt(r.number(first.score, 1), r.number(last.score, 1)),
      shape: "line",
      categories: pointNames(scored.map(({ at }) => at)),
      max: 100,
      series: [{ name: words.series, values: scored.map(({ score }) => score) }],
    },
  ];
}

/**
 * Dates as both languages write them in a figure, with the year where there are two; of several on one day each has its
 * number behind it.
 */
function pointNames(all: readonly string[]): string[] {
  const isOneYear = new Set(all.map((at) => at.slice(0, 4))).size === 1;
  const days = all.map((at) => at.slice(isOneYear ? 5 : 0, 10));
  return days.map((day, index) => {
    if (days.indexOf(day) === days.lastIndexOf(day)) return day;
    return `${day} (${days.slice(0, index + 1).filter((other) => other === day).length})`;
  });
}
