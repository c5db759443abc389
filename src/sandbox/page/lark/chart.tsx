/** Bars, lines, areas and pies of a VChart definition, in the shared chart. */
import { Chart, type ChartData } from "../shared/chart.tsx";
import { useReader } from "../shared/reader.tsx";
import { plain } from "./plain.ts";

type Row = Record<string, unknown>;

export function LarkChart({ spec }: { spec: Record<string, unknown> }) {
  const { words } = useReader();
  const chart = readSpec(spec);
  if (chart === undefined) return <p className="quiet">{words.unknown(String(spec["type"]))}</p>;
  return <Chart chart={chart} />;
}

function readSpec(spec: Record<string, unknown>): ChartData | undefined {
  const shape = spec["type"];
  if (shape !== "bar" && shape !== "line" && shape !== "area" && shape !== "pie") return undefined;
  const rows = rowsOf(spec["data"]);
  const title = (spec["title"] as { text?: string } | undefined)?.text ?? "";
  // a bar lying on its side has its numbers along x
  const lying = spec["direction"] === "horizontal";
  const categoryField = fieldOf(spec[shape === "pie" ? "categoryField" : lying ? "yField" : "xField"]);
  const valueField = fieldOf(spec[shape === "pie" ? "valueField" : lying ? "xField" : "yField"]);
  const seriesField = shape === "pie" ? "" : fieldOf(spec["seriesField"]);
  const categories = distinct(rows.map((row) => textOf(row, categoryField)));
  const names = distinct(rows.map((row) => (seriesField === "" ? title : textOf(row, seriesField))));
  const numberAt = (category: string, name: string) => {
    const row = rows.find(
      (one) =>
        textOf(one, categoryField) === category && (seriesField === "" || textOf(one, seriesField) === name),
    );
    return Number(row?.[valueField] ?? 0);
  };
  const series = names.map((name) => ({
    name,
    values: categories.map((category) => numberAt(category, name)),
  }));
  return { shape, title, categories, series };
}

/** VChart takes `{values}` or a list of such sets; the first set is drawn. */
function rowsOf(data: unknown): Row[] {
  const first: unknown = Array.isArray(data) ? data[0] : data;
  const values = (first as { values?: unknown } | undefined)?.values;
  return Array.isArray(values) ? (values as Row[]) : [];
}

const fieldOf = (field: unknown): string => String(Array.isArray(field) ? field[0] : (field ?? ""));

const textOf = (row: Row, field: string): string => plain(row[field]);

const distinct = (names: readonly string[]): string[] => [...new Set(names)];
