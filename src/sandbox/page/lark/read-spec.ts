/** The numbers of a VChart definition: categories, series and values, whatever it draws of them. */
import type { ChartData } from "../shared/chart-data.ts";
import { plain } from "./plain.ts";

type Row = Record<string, unknown>;

export function readSpec(spec: Record<string, unknown>): ChartData {
  const rows = rowsOf(spec["data"]);
  const title = textOf((spec["title"] as { text?: unknown } | undefined)?.text);
  // a bar lying on its side has its numbers along x
  const lying = spec["direction"] === "horizontal";
  const [across, along] = lying ? ["yField", "xField"] : ["xField", "yField"];
  const categoryField = firstOf(spec["categoryField"] ?? spec["nameField"] ?? spec[across]);
  const valueField = firstOf(spec["valueField"] ?? spec[along]);
  const seriesField = spec["type"] === "pie" ? "" : firstOf(spec["seriesField"]);
  const seriesOf = (row: Row) => (seriesField === "" ? title : plain(row[seriesField]));
  const categories = distinct(rows.map((row) => plain(row[categoryField])));
  const series = distinct(rows.map(seriesOf)).map((name) => ({
    name,
    values: categories.map((category) => {
      const found = rows.find((row) => plain(row[categoryField]) === category && seriesOf(row) === name);
      return Number(found?.[valueField] ?? 0);
    }),
  }));
  return { shape: spec["type"] === "pie" ? "pie" : "bar", title, categories, series };
}

/** VChart takes `{values}` or a list of such sets. */
function rowsOf(data: unknown): Row[] {
  return [data].flat().flatMap((set) => {
    const values = (set as { values?: unknown } | undefined)?.values;
    return Array.isArray(values) ? (values as Row[]) : [];
  });
}

const firstOf = (field: unknown): string => textOf(Array.isArray(field) ? field[0] : field);

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const distinct = (names: readonly string[]): string[] => [...new Set(names)];
