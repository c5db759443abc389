/** Small charts drawn as SVG: bars, lines, areas and pies, each with its numbers in its description. */
import { Pie } from "./pie.tsx";

export interface ChartData {
  shape: "bar" | "line" | "area" | "pie";
  title: string;
  categories: readonly string[];
  /** one value per category; a pie has one series */
  series: readonly { name: string; values: readonly number[] }[];
}

const WIDTH = 480;
const HEIGHT = 200;
const LEFT = 44;
const BOTTOM = 26;
const TOP = 10;

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
    </figure>
  );
}

function Plot({ chart }: { chart: ChartData }) {
  const top = niceCeiling(Math.max(0, ...chart.series.flatMap((one) => one.values)));
  const band = (WIDTH - LEFT) / Math.max(1, chart.categories.length);
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
  const x = (index: number) => LEFT + band * (index + 0.5);
  const ticks = [0, top / 2, top];
  const every = Math.ceil(chart.categories.length / 8);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={describe(chart)}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {compact(tick)}
          </text>
        </g>
      ))}
      {chart.categories.map((category, index) =>
        index % every === 0 ? (
          <text key={category} x={x(index)} y={HEIGHT - 8} textAnchor="middle">
            {category.length > 12 ? `${category.slice(0, 11)}…` : category}
          </text>
        ) : null,
      )}
      {chart.series.map((one, index) => (
        <g key={one.name} data-series={index % 6}>
          {chart.shape === "bar" ? (
            <Bars values={one.values} band={band} index={index} of={chart.series.length} y={y} />
          ) : (
            <Line values={one.values} x={x} y={y} filled={chart.shape === "area"} />
          )}
        </g>
      ))}
    </svg>
  );
}

function Bars(props: {
  values: readonly number[];
  band: number;
  index: number;
  of: number;
  y: (value: number) => number;
}) {
  const { values, band, index, of, y } = props;
  const width = Math.min(48, (band * 0.7) / of);
  const path = values
    .map((value, place) => {
      const left = LEFT + band * (place + 0.5) - (width * of) / 2 + width * index;
      return `M${left} ${y(0)}V${y(Math.max(0, value))}h${width * 0.92}V${y(0)}Z`;
    })
    .join("");
  return <path className="bar" d={path} />;
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
      <path className="dots" d={values.map((value, index) => `M${x(index)} ${y(value)}h0`).join("")} />
    </>
  );
}

const compact = (value: number): string =>
  new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 }).format(value);

function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** The chart in words: its title and every number in it. */
function describe(chart: ChartData): string {
  const series = chart.series.map((one) => {
    const values = chart.categories.map((category, index) => `${category} ${one.values[index] ?? 0}`);
    return `${one.name}: ${values.join(", ")}`;
  });
  return [chart.title, ...series].filter((part) => part !== "").join(". ");
}
