/** The parts that may also stand inside a fold: text, facts, notes, lists, columns, dividers. */
import type { types } from "@slack/bolt";
import { bold, type Fact, type FoldedPart, type Span, text } from "../chat/card.ts";
import { LIMITS } from "./limits.ts";
import { context, type LeftOutWords, section } from "./payload.ts";
import { writeSpans } from "./write-spans.ts";

type FoldableBlock = types.SectionBlock | types.ContextBlock | types.DividerBlock;

export function drawFoldable(part: FoldedPart, words: LeftOutWords): FoldableBlock[] {
  switch (part.kind) {
    case "text":
      return drawSpans(part.spans);
    case "facts":
      return drawFacts(part.facts, words);
    case "note":
      return inGroups(writeSpans(part.spans, LIMITS.contextText), LIMITS.contextElements).map(context);
    case "list":
      return drawSpans(part.items.flatMap((item, index) => [text(index === 0 ? "• " : "\n• "), ...item]));
    case "columns":
      return drawColumns(part.left, part.right, words);
    case "divider":
      return [{ type: "divider" }];
    default:
      return part satisfies never;
  }
}

/** Spans as one section, or as several when they are too long for one. */
export function drawSpans(spans: readonly Span[]): types.SectionBlock[] {
  return writeSpans(spans, LIMITS.sectionText).map(section);
}

/** Facts as fields, two in a row; one that is too long for a field stands alone. */
function drawFacts(facts: readonly Fact[], words: LeftOutWords): types.SectionBlock[] {
  const blocks: types.SectionBlock[] = [];
  let fields: types.TextObject[] = [];
  const close = (): void => {
    blocks.push(
      ...inGroups(fields, LIMITS.sectionFields).map((group) => ({ type: "section" as const, fields: group })),
    );
    fields = [];
  };
  for (const fact of facts) {
    const spans = [bold(fact.label), text("\n"), ...orNone(fact.value, words)];
    const [field, ...more] = writeSpans(spans, LIMITS.fieldText);
    if (field === undefined) continue;
    if (more.length === 0) {
      fields.push(field);
    } else {
      close();
      blocks.push(...drawSpans(spans));
    }
  }
  close();
  return blocks;
}

function drawColumns(
  left: readonly Span[],
  right: readonly Span[],
  words: LeftOutWords,
): types.SectionBlock[] {
  const fields = [orNone(left, words), orNone(right, words)].map((spans) =>
    writeSpans(spans, LIMITS.fieldText),
  );
  if (fields.some((texts) => texts.length !== 1)) return [...drawSpans(left), ...drawSpans(right)];
  return [{ type: "section", fields: fields.flat() }];
}

function orNone(spans: readonly Span[], words: LeftOutWords): readonly Span[] {
  return writeSpans(spans, LIMITS.fieldText).length === 0 ? [text(words.none)] : spans;
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
