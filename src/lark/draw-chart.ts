/** Charts: Lark draws a VChart definition by itself; the sixth and later are lines of numbers. */
import type { Part } from "../chat/card.ts";
import { type Element, markdown } from "./element.ts";
import { escapeMarkdown, plainly } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { type Sheet, shorten } from "./sheet.ts";
import { boldMarkdown } from "./spans.ts";

type Chart = Extract<Part, { kind: "chart" }>;

interface Point {
  category: string;
  series: string;
  value: number;
}

export function drawChart(chart: Chart, sheet: Sheet): Element[] {
  const points = pointsOf(chart);
  if (points.length === 0) return [markdown(boldMarkdown(chartTitle(chart, sheet)))];
  if (sheet.charts >= LIMITS.charts) return [markdown(pointsAsText(chart, points, sheet))];
  sheet.charts += 1;
  return [{ tag: "chart", aspect_ratio: "16:9", chart_spec: chartSpec(chart, points, sheet) }];
}

function chartSpec(chart: Chart, points: readonly Point[], sheet: Sheet): Record<string, unknown> {
  const several = chart.series.length > 1;
  return {
    type: chart.shape,
    title: { text: chartTitle(chart, sheet) },
    data: { values: points },
    // bars of one category stand side by side when there are several series
    xField: several && chart.shape === "bar" ? ["category", "series"] : "category",
    yField: "value",
    seriesField: "series",
    legends: { visible: several, orient: "bottom" },
  };
}

function pointsOf(chart: Chart): Point[] {
  return chart.series.flatMap((series) =>
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
  return [boldMarkdown(chartTitle(chart, sheet)), ...lines, ...rest].join("\n");
}

function chartTitle(chart: Chart, sheet: Sheet): string {
  const title = plainly(shorten(chart.title, 150, sheet)).trim();
  return title === "" ? "–" : title;
}
