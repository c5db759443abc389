/** Folds: Slack's collapsible container, in several where one cannot hold all; what it cannot fold stands below. */
import { bold, type FoldedPart, type Part, text } from "../chat/card.ts";
import { isComplete } from "./draw-chart.ts";
import { barOf, drawFoldable, drawSpans, type FoldablePart, inGroups } from "./draw-foldable.ts";
import type { Drawing } from "./drawing.ts";
import { LIMITS } from "./limits.ts";
import { plainText, type SlackBlock, shorten } from "./payload.ts";
import { isBlank } from "./write-spans.ts";

/** @param drawBelow draws a part that stands outside of the fold */
export function drawFold(
  part: Extract<Part, { kind: "fold" }>,
  drawing: Drawing,
  drawBelow: (part: FoldedPart) => SlackBlock[],
): SlackBlock[] {
  if (drawing.style === "plain" || isBlank(part.title)) {
    return part.parts.length === 0
      ? []
      : [...drawSpans([bold(part.title)]), ...part.parts.flatMap(drawBelow)];
  }
  const parts = part.parts.map(asFoldable);
  const children = parts.filter(isFoldable).flatMap((inner) => drawFoldable(inner, drawing));
  const groups = inGroups(children, LIMITS.container.children);
  return [
    ...groups.map((group, index) => ({
      type: "container" as const,
      title: plainText(titleOf(part.title, index, groups.length)),
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: group,
    })),
    ...parts.filter((inner) => !isFoldable(inner)).flatMap(drawBelow),
  ];
}

/** One row of shares can be written, and then stays folded: a container holds no chart. */
function asFoldable(part: FoldedPart): FoldedPart {
  if (part.kind !== "chart") return part;
  const { max, series, categories, title, alt } = part;
  const [first] = series;
  if (max === undefined || first === undefined || series.length > 1 || !isComplete(part)) return part;
  const lines = categories.map((name, index) => {
    const value = first.values[index] ?? 0;
    return `\n${barOf(value, max)} ${value} · ${name}`;
  });
  return { kind: "text", spans: [bold(title), text(`${lines.join("")}\n${alt}`)] };
}

function isFoldable(part: FoldedPart): part is FoldablePart {
  return part.kind !== "table" && part.kind !== "chart" && part.kind !== "steps";
}

function titleOf(title: string, index: number, of: number): string {
  const number = of === 1 ? "" : ` · ${index + 1}/${of}`;
  return shorten(title, LIMITS.container.title - number.length) + number;
}
