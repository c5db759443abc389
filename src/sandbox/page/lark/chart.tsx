/** A chart of a card: drawn by VChart as in Lark, with its numbers in its description and as a table. */
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { describe } from "../shared/chart-data.ts";
import { ChartNumbers } from "../shared/chart-numbers.tsx";
import { Unknown } from "../shared/placeholders.tsx";
import { useDark } from "../shared/use-dark.ts";
import { readSpec } from "./read-spec.ts";
import { loadVChart, type VChart } from "./vchart.ts";

/** Widths to heights as Lark names them. */
const RATIOS: Record<string, string> = { "1:1": "1 / 1", "2:1": "2 / 1", "4:3": "4 / 3", "16:9": "16 / 9" };

export interface ChartShape {
  chart_spec: Record<string, unknown>;
  aspect_ratio?: string;
  /** "auto" or pixels, such as "240px" */
  height?: string;
}

export function LarkChart({ chart }: { chart: ChartShape }) {
  const numbers = readSpec(chart.chart_spec);
  const [failed, setFailed] = useState(false);
  const style: CSSProperties = /^\d+px$/.test(chart.height ?? "")
    ? { height: chart.height }
    : { aspectRatio: RATIOS[chart.aspect_ratio ?? "16:9"] ?? "16 / 9" };
  return (
    <figure className="lark-chart">
      {failed ? (
        <Unknown type={String(chart.chart_spec["type"])} />
      ) : (
        <div role="img" aria-label={describe(numbers)} style={style}>
          <Canvas spec={chart.chart_spec} onFailed={setFailed} />
        </div>
      )}
      {numbers.categories.length > 0 && <ChartNumbers chart={numbers} />}
    </figure>
  );
}

function Canvas(props: { spec: Record<string, unknown>; onFailed: (failed: boolean) => void }) {
  const { onFailed } = props;
  const dark = useDark();
  const box = useRef<HTMLDivElement>(null);
  // a new object with the same content is the same chart; and what is not JSON, such as a function, is gone
  const spec = JSON.stringify(props.spec);
  useEffect(() => {
    const dom = box.current;
    if (dom === null) return;
    let chart: VChart | undefined;
    let wanted = true;
    const resized = new ResizeObserver(() => chart?.resize(dom.clientWidth, dom.clientHeight));
    loadVChart().then(
      ({ VChart }) => {
        if (!wanted) return;
        try {
          chart = new VChart(dressed(JSON.parse(spec) as object), {
            dom,
            mode: "desktop-browser",
            theme: dark ? "dark" : "light",
            animation: false,
          });
          chart.renderSync();
          resized.observe(dom);
        } catch {
          onFailed(true);
        }
      },
      () => onFailed(true),
    );
    return () => {
      wanted = false;
      resized.disconnect();
      chart?.release();
    };
  }, [spec, dark, onFailed]);
  return <div ref={box} className="vchart" />;
}

/** The card's own ground shows through, up to its own edge. */
const dressed = (spec: object): object => ({
  padding: { top: 4, right: 8, bottom: 4, left: 4 },
  ...spec,
  background: "transparent",
  autoFit: false,
});
