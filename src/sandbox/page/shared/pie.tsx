/** A ring of shares with a legend that gives each share as a percentage. */
import type { ChartData } from "./chart-data.ts";

const RADIUS = 15.915; // a circumference of 100, so that lengths are percentages

export function Pie({ chart, label }: { chart: ChartData; label: string }) {
  const values = chart.series[0]?.values ?? [];
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  let start = 0;
  const slices = chart.categories.map((name, index) => {
    const share = ((values[index] ?? 0) / total) * 100;
    start += share;
    return { name, share, start: start - share };
  });
  return (
    <div className="pie">
      <svg viewBox="0 0 42 42" role="img" aria-label={label}>
        {slices.map((slice, index) => (
          <circle
            key={slice.name}
            data-series={index % 6}
            cx="21"
            cy="21"
            r={RADIUS}
            strokeDasharray={`${slice.share} ${100 - slice.share}`}
            strokeDashoffset={25 - slice.start}
          >
            <title>{`${slice.name}: ${(values[index] ?? 0).toLocaleString("en")}`}</title>
          </circle>
        ))}
      </svg>
      <ul className="legend">
        {slices.map((slice, index) => (
          <li key={slice.name} data-series={index % 6}>
            {slice.name} <b>{Math.round(slice.share)}%</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
