/** Small charts drawn as SVG: bars, lines, areas and pies, each with its numbers in its description. */
import { type ChartData, compact, describe, niceCeiling } from "./chart-data.ts";
import { ChartNumbers } from "./chart-numbers.tsx";
import { Each } from "./each.tsx";
import { Pie } from "./pie.tsx";

const WIDTH = 520;
const HEIGHT = 230;
const LEFT = 46;
const BOTTOM = 28;
const TOP = 18;

export function Chart({ chart }: { chart: ChartData }) {
  return (
    <figure className="chart">
      {chart.title !== "" && <figcaption>{chart.title}</figcaption>}
      {chart.shape === "pie" ? <Pie chart={chart} label={describe(chart)} /> : <Plot chart={chart} />}
      {chart.shape !== "pie" && chart.series.length > 1 && (
        <ul className="legend">
          {chart.series.map((one, index) => (
            <li key={one.name} data-series={index % 6}>
              {one.name}
            </li>
          ))}
        </ul>
      )}
      <ChartNumbers chart={chart} />
    </figure>
  );
}

function Plot({ chart }: { chart: ChartData }) {
  const top = niceCeiling(Math.max(0, ...chart.series.flatMap((one) => one.values)));
  const band = (WIDTH - LEFT) / Math.max(1, chart.categories.length);
  const bottom = BOTTOM + (chart.xLabel === undefined ? 0 : 18);
  const y = (value: number) => TOP + (HEIGHT - TOP - bottom) * (1 - value / top);
  const x = (index: number) => LEFT + band * (index + 0.5);
  const every = Math.ceil(chart.categories.length / 8);
  const letters = Math.max(4, Math.floor((band * every) / 7));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={describe(chart)}>
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <g key={part}>
          <line className="grid" x1={LEFT} x2={WIDTH} y1={y(top * part)} y2={y(top * part)} />
          {part % 0.5 === 0 && (
            <text x={LEFT - 8} y={y(top * part) + 4} textAnchor="end">
              {compact(top * part)}
            </text>
          )}
        </g>
      ))}
      <Each items={chart.categories}>
        {(category, index) =>
          index % every === 0 ? (
            <text x={x(index)} y={HEIGHT - bottom + 18} textAnchor="middle">
              {category.length > letters ? `${category.slice(0, letters - 1)}…` : category}
            </text>
          ) : null
        }
      </Each>
      {chart.yLabel !== undefined && (
        <text x={0} y={9}>
          {chart.yLabel}
        </text>
      )}
      {chart.xLabel !== undefined && (
        <text x={LEFT + (WIDTH - LEFT) / 2} y={HEIGHT - 4} textAnchor="middle">
          {chart.xLabel}
        </text>
      )}
      <Each items={chart.series}>
        {(one, index) => (
          <g data-series={index % 6}>
            {chart.shape === "bar" ? (
              <Bars chart={chart} index={index} band={band} y={y} />
            ) : (
              <Line values={one.values} x={x} y={y} filled={chart.shape === "area"} />
            )}
          </g>
        )}
      </Each>
    </svg>
  );
}

function Bars(props: { chart: ChartData; index: number; band: number; y: (value: number) => number }) {
  const { chart, index, band, y } = props;
  const of = chart.series.length;
  const width = Math.min(56, (band * 0.68) / of);
  const one = chart.series[index];
  return (
    <Each items={one?.values ?? []}>
      {(value, place) => {
        const left = LEFT + band * (place + 0.5) - (width * of) / 2 + width * index;
        const height = Math.max(0, y(0) - y(Math.max(0, value)));
        const round = Math.min(4, height, width / 2);
        const wide = width * 0.92;
        return (
          <>
            <path
              className="bar"
              d={`M${left} ${y(0)}v${round - height}q0 ${-round} ${round} ${-round}h${wide - 2 * round}q${round} 0 ${round} ${round}v${height - round}Z`}
            >
              <title>{`${chart.categories[place] ?? ""} · ${one?.name ?? ""}: ${value.toLocaleString("en")}`}</title>
            </path>
            {of === 1 && band > 34 && (
              <text className="value" x={left + wide / 2} y={y(0) - height - 5} textAnchor="middle">
                {compact(value)}
              </text>
            )}
          </>
        );
      }}
    </Each>
  );
}

function Line(props: {
  values: readonly number[];
  x: (index: number) => number;
  y: (value: number) => number;
  filled: boolean;
}) {
  const { values, x, y } = props;
  const points = values.map((value, index) => `${x(index)},${y(value)}`).join(" ");
  return (
    <>
      {props.filled && (
        <polygon className="area" points={`${x(0)},${y(0)} ${points} ${x(values.length - 1)},${y(0)}`} />
      )}
      <polyline className="line" points={points} />
      <Each items={values}>
        {(value, index) => (
          <circle className="dot" cx={x(index)} cy={y(value)} r="3.5">
            <title>{value.toLocaleString("en")}</title>
          </circle>
        )}
      </Each>
    </>
  );
}
