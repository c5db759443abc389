/** Charts: as Slack's own chart where it fits whole, else as the table of its numbers; radars are drawn as bars. */
import type { Chart } from "../chat/card.ts";
import type { Table } from "../chat/table.ts";
import { LIMITS } from "./limits.ts";
import type { ChartBlock } from "./payload.ts";
import { isBlank } from "./write-spans.ts";

/** Draws `chart`; undefined when any of its names or numbers goes over what Slack draws, since a label cut short misleads. */
export function drawNativeChart(chart: Chart): ChartBlock | undefined {
  const { title, categories, series, segments, label } = LIMITS.chart;
  if (!isLabel(chart.title, title)) return undefined;
  const drawn = { type: "data_visualization" as const, title: chart.title };
  const [first] = chart.series;
  if (chart.shape === "pie") {
    const slices = chart.categories.map((name, index) => ({ label: name, value: first?.values[index] ?? 0 }));
    const fits = isSet(chart.categories, segments, label) && chart.series.length === 1;
    return fits && slices.every(({ value }) => value > 0 && Number.isFinite(value))
      ? { ...drawn, chart: { type: "pie", segments: slices } }
      : undefined;
  }
  const names = chart.series.map((one) => one.name);
  if (!isSet(chart.categories, categories, label) || !isSet(names, series, label) || !isComplete(chart))
    return undefined;
  return {
    ...drawn,
    chart: {
      type: chart.shape === "radar" ? "bar" : chart.shape,
      axis_config: { categories: [...chart.categories] },
      series: chart.series.map((one) => ({
        name: one.name,
        data: chart.categories.map((name, index) => ({ label: name, value: one.values[index] ?? 0 })),
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

export function isComplete({ series, categories }: Chart): boolean {
  return series.every(
    ({ values }) => values.length === categories.length && values.every((value) => Number.isFinite(value)),
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
