/** A chart's numbers, whoever draws them, and how they are read aloud. */

export interface ChartData {
  shape: "bar" | "line" | "area" | "pie";
  title: string;
  categories: readonly string[];
  /** one value per category; a pie has one series */
  series: readonly { name: string; values: readonly number[] }[];
  xLabel?: string | undefined;
  yLabel?: string | undefined;
}

/** The chart in words: its title and every number in it. */
export function describe(chart: ChartData): string {
  const series = chart.series.map((one) => {
    const values = chart.categories.map((category, index) => `${category} ${one.values[index] ?? 0}`);
    return `${one.name}: ${values.join(", ")}`;
  });
  return [chart.title, ...series].filter((part) => part !== "").join(". ");
}

export const compact = (value: number): string =>
  new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(value);

/** The next round number above the greatest value. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}
