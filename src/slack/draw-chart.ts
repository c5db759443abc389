/** Charts: as Slack's own chart where it fits whole, else as the table of its numbers. */
import type { Part } from "../chat/card.ts";
import type { Table } from "./draw-table.ts";
import { LIMITS } from "./limits.ts";
import type { ChartBlock } from "./payload.ts";
import { isBlank } from "./write-spans.ts";

type Chart = Extract<Part, { kind: "chart" }>;

/** Draws `chart`; undefined when any of its names or numbers goes over what Slack draws, since a label cut short misleads. */
export function drawNativeChart(chart: Chart): ChartBlock | undefined {
  if (!fits(chart)) return undefined;
  return {
    type: "data_visualization",
    title: chart.title,
    chart: {
      type: chart.shape,
      axis_config: { categories: [...chart.categories] },
      series: chart.series.map((series) => ({
        name: series.name,
        data: chart.categories.map((label, index) => ({ label, value: series.values[index] ?? 0 })),
      })),
    },
  };
}

/** The chart's numbers as a table, one row for every category. */
export function tableOfChart(chart: Chart): Table {
  return {
    kind: "table",
    caption: chart.title,
    columns: [
      { title: chart.title, kind: "text" },
      ...chart.series.map((series) => ({ title: series.name, kind: "number" as const })),
    ],
    rows: chart.categories.map((category, index) => [
      category,
      ...chart.series.map((series) => {
        const value = series.values[index];
        return value === undefined ? null : { value, text: String(value) };
      }),
    ]),
  };
}

function fits(chart: Chart): boolean {
  const { title, categories, series, label } = LIMITS.chart;
  const names = chart.series.map((one) => one.name);
  return (
    isLabel(chart.title, title) &&
    isSet(chart.categories, categories, label) &&
    isSet(names, series, label) &&
    chart.series.every(
      (one) =>
        one.values.length === chart.categories.length && one.values.every((value) => Number.isFinite(value)),
    )
  );
}

/** One to `most` different labels. */
function isSet(labels: readonly string[], most: number, length: number): boolean {
  return (
    labels.length > 0 &&
    labels.length <= most &&
    new Set(labels).size === labels.length &&
    labels.every((text) => isLabel(text, length))
  );
}

function isLabel(text: string, limit: number): boolean {
  return !isBlank(text) && text.length <= limit;
}
