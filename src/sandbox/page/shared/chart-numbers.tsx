/** A chart's numbers as a table, for whoever cannot see it or wants to know exactly. */
import type { ChartData } from "./chart-data.ts";
import { Each } from "./each.tsx";
import { useReader } from "./reader.tsx";

export function ChartNumbers({ chart }: { chart: ChartData }) {
  const { words, locale } = useReader();
  const shown = new Intl.NumberFormat(locale);
  return (
    <details className="chart-numbers fold">
      <summary>{words.numbers}</summary>
      <table>
        <thead>
          <tr>
            <td />
            <Each items={chart.series}>{(one) => <th scope="col">{one.name}</th>}</Each>
          </tr>
        </thead>
        <tbody>
          <Each items={chart.categories}>
            {(category, index) => (
              <tr>
                <th scope="row">{category}</th>
                <Each items={chart.series}>{(one) => <td>{shown.format(one.values[index] ?? 0)}</td>}</Each>
              </tr>
            )}
          </Each>
        </tbody>
      </table>
    </details>
  );
}
