/** Charts: Lark draws a VChart definition by itself; the sixth and later are lines of numbers. */
import type { Chart } from "../chat/card.ts";
import { type Element, markdown, smallMarkdown, unlessEmpty } from "./element.ts";
import { escapeMarkdown, plainly } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { type Sheet, shorten } from "./sheet.ts";
import { boldMarkdown, greyMarkdown } from "./spans.ts";

interface Point {
  category: string;
  series: string;
  value: number;
}

export function drawChart(chart: Chart, sheet: Sheet): Element[] {
  const alt = unlessEmpty(greyMarkdown(shorten(chart.alt, LIMITS.altText, sheet)), smallMarkdown);
  return [...drawFigure(chart, sheet), ...alt];
}

function drawFigure(chart: Chart, sheet: Sheet): Element[] {
  const points = pointsOf(chart);
  if (points.length === 0) return [markdown(boldMarkdown(chartTitle(chart, sheet)))];
  if (sheet.style === "plain" || sheet.charts >= LIMITS.charts)
    return [markdown(pointsAsText(chart, points, sheet))];
  sheet.charts += 1;
  const title = { text: chartTitle(chart, sheet) };
  const spec = { ...SPECS[chart.shape](points, chart.max), title, data: { values: points } };
  return [{ tag: "chart", aspect_ratio: ASPECTS[chart.shape], chart_spec: spec }];
}

const ASPECTS: Record<Chart["shape"], string> = {
  bar: "16:9",
  line: "16:9",
  area: "16:9",
  pie: "4:3",
  radar: "4:3",
};

type Spec = (points: readonly Point[], max: number | undefined) => Record<string, unknown>;

const isSeveral = (points: readonly Point[]): boolean => new Set(points.map(({ series }) => series)).size > 1;

const legends = (points: readonly Point[]) => ({ visible: isSeveral(points), orient: "bottom" });

const plotted =
  (type: "line" | "area"): Spec =>
  (points) => ({
    type,
    xField: "category",
    yField: "value",
    seriesField: "series",
    legends: legends(points),
  });

/** The VChart definition of each shape: data only, never a function. */
const SPECS: Record<Chart["shape"], Spec> = {
  bar: (points) => ({
    type: "bar",
    // bars of one category stand side by side when there are several series
    xField: isSeveral(points) ? ["category", "series"] : "category",
    yField: "value",
    seriesField: "series",
    label: { visible: true },
    legends: legends(points),
  }),
  line: plotted("line"),
  area: plotted("area"),
  pie: () => ({
    type: "pie",
    categoryField: "category",
    valueField: "value",
    label: { visible: true },
    legends: { visible: true, orient: "bottom" },
  }),
  radar: (points, max) => ({
    type: "radar",
    categoryField: "category",
    valueField: "value",
    seriesField: "series",
    area: { visible: true },
    // without its zero the weakest corner would look like nothing
    axes: [{ orient: "radius", min: 0, ...(max === undefined ? {} : { max }) }, { orient: "angle" }],
    legends: legends(points),
  }),
};

function pointsOf(chart: Chart): Point[] {
  const drawn = chart.shape === "pie" ? chart.series.slice(0, 1) : chart.series;
  return drawn.flatMap((series) =>
    chart.categories.flatMap((category, index) => {
      const value = series.values[index];
      // JSON has no NaN: a gap in the line is a missing point
      if (value === undefined || !Number.isFinite(value)) return [];
      return [{ category: plainly(category), series: plainly(series.name), value }];
    }),
  );
}

function pointsAsText(chart: Chart, points: readonly Point[], sheet: Sheet): string {
  const lines = points
    .slice(0, sheet.room.rows)
    .map(
      (point) =>
        `- ${escapeMarkdown(`${point.category} · ${point.series}: ${point.value}`.replaceAll("\n", " "))}`,
    );
  const more = points.length - lines.length;
  const rest = more > 0 ? [escapeMarkdown(sheet.words.moreRows(more))] : [];
  if (more > 0) sheet.shortened = true;
  return [boldMarkdown(chartTitle(chart, sheet)), ...lines, ...rest].join("\n");
}

function chartTitle(chart: Chart, sheet: Sheet): string {
  const title = plainly(shorten(chart.title, 150, sheet)).trim();
  return title === "" ? "–" : title;
}
