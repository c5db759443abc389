/** Facts: short ones in two columns, a small grey label over each value; long ones as full lines. */
import type { Fact } from "../chat/card.ts";
import { type Element, markdown, twoColumns } from "./element.ts";
import { type Sheet, shorten, shortenSpans } from "./sheet.ts";
import { boldMarkdown, greyMarkdown, plainLength, spansToMarkdown } from "./spans.ts";

/** Longer values break a half column into ragged lines. */
const SHORT_CHARS = 36;
const NO_VALUE = "–";

export function drawFacts(facts: readonly Fact[], sheet: Sheet): Element[] {
  const short = facts.filter((fact) => plainLength(fact.value) <= SHORT_CHARS);
  if (facts.length < 2 || short.length < facts.length) {
    const lines = facts.map((fact) => drawLine(fact, sheet)).filter((line) => line !== "");
    return lines.length === 0 ? [] : [markdown(lines.join("\n"))];
  }
  return pairs(facts).map(([left, right]) =>
    right === undefined
      ? twoColumns(drawCell(left, sheet), "&nbsp;")
      : twoColumns(drawCell(left, sheet), drawCell(right, sheet)),
  );
}

function drawLine(fact: Fact, sheet: Sheet): string {
  return `${boldMarkdown(drawLabel(fact, sheet))} ${drawValue(fact, sheet)}`.trim();
}

function drawCell(fact: Fact, sheet: Sheet): string {
  return `${greyMarkdown(drawLabel(fact, sheet))}\n${drawValue(fact, sheet)}`;
}

const drawLabel = (fact: Fact, sheet: Sheet): string => shorten(fact.label, 200, sheet);

function drawValue(fact: Fact, sheet: Sheet): string {
  const value = spansToMarkdown(shortenSpans(fact.value, sheet));
  return value.trim() === "" ? NO_VALUE : value;
}

function pairs<T>(items: readonly T[]): [T, T | undefined][] {
  return items.flatMap((item, index): [T, T | undefined][] =>
    index % 2 === 0 ? [[item, items[index + 1]]] : [],
  );
}
