/** Slack's tables and charts, in the shapes of the shared grid and chart. */
import { Chart } from "../shared/chart.tsx";
import { Grid, type GridCell } from "../shared/grid.tsx";
import { plainOf, RichText } from "./rich-text.tsx";
import type { Cell, SlackChart } from "./shapes.ts";

type Align = "left" | "center" | "right";

export function Table({
  rows,
  settings,
}: {
  rows: readonly Cell[][];
  settings: readonly { align?: Align }[];
}) {
  const [head = [], ...body] = rows;
  const columns = head.map((cell, index) => ({
    title: String(cellOf(cell).value),
    align: settings[index]?.align,
  }));
  return (
    <Grid
      caption=""
      columns={columns}
      rows={body.map((row) => row.map(cellOf))}
      pageSize={100}
      sortable={false}
    />
  );
}

export function DataTable({
  rows,
  caption,
  pageSize,
}: {
  rows: readonly Cell[][];
  caption: string;
  pageSize: number;
}) {
  const [head = [], ...body] = rows;
  const columns = head.map((cell, index) => ({
    title: String(cellOf(cell).value),
    align: body.some((row) => row[index]?.type === "raw_number") ? ("right" as const) : undefined,
  }));
  return (
    <Grid
      caption={caption}
      columns={columns}
      rows={body.map((row) => row.map(cellOf))}
      pageSize={pageSize}
      sortable
    />
  );
}

function cellOf(cell: Cell): GridCell {
  switch (cell.type) {
    case "raw_number":
      return { shown: cell.text, value: cell.value };
    case "rich_text":
      return { shown: <RichText nodes={cell.elements} />, value: plainOf(cell.elements) };
    case "raw_text":
      return { shown: cell.text, value: cell.text };
  }
}

export function ChartBlock({ title, chart }: { title: string; chart: SlackChart }) {
  if (chart.type === "pie") {
    const segments = chart.segments ?? [];
    const series = [{ name: title, values: segments.map((one) => one.value) }];
    return <Chart chart={{ shape: "pie", title, categories: segments.map((one) => one.label), series }} />;
  }
  const categories =
    chart.axis_config?.categories ?? chart.series?.[0]?.data.map((point) => point.label) ?? [];
  const series = (chart.series ?? []).map(({ name, data }) => ({
    name,
    values: categories.map((category) => data.find((point) => point.label === category)?.value ?? 0),
  }));
  const { x_label: xLabel, y_label: yLabel } = chart.axis_config ?? {};
  return <Chart chart={{ shape: chart.type, title, categories, series, xLabel, yLabel }} />;
}
