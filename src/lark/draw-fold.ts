/** Folds: Lark's collapsible panel; tables, which stand at the root only, follow below. */
import type { FoldedPart, Part } from "../chat/card.ts";
import { type Element, markdown, plainText, unlessEmpty } from "./element.ts";
import { plainly } from "./escape-markdown.ts";
import { type Sheet, shorten } from "./sheet.ts";
import { boldMarkdown } from "./spans.ts";

/** @param drawInner draws a part of the fold, inside of it or below */
export function drawFold(
  { title, parts }: Extract<Part, { kind: "fold" }>,
  sheet: Sheet,
  drawInner: (part: FoldedPart) => Element[],
): Element[] {
  const heading = plainly(shorten(title, 200, sheet))
    .replaceAll("\n", " ")
    .trim();
  if (sheet.style === "plain") {
    const open = parts.flatMap(drawInner);
    return open.length === 0 ? [] : [...unlessEmpty(boldMarkdown(heading), markdown), ...open];
  }
  const elements = parts.filter(({ kind }) => kind !== "table").flatMap(drawInner);
  const below = parts.filter(({ kind }) => kind === "table").flatMap(drawInner);
  return elements.length === 0 ? below : [panel(heading, elements), ...below];
}

const panel = (heading: string, elements: readonly Element[]): Element => ({
  tag: "collapsible_panel",
  expanded: false,
  header: {
    title: plainText(heading === "" ? "…" : heading),
    icon: { tag: "standard_icon", token: "down-small-ccm_outlined", size: "16px 16px" },
    icon_position: "right",
    icon_expanded_angle: -180,
  },
  border: { color: "grey", corner_radius: "5px" },
  elements,
});
