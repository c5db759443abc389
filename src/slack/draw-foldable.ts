/** The parts that Slack can also fold: text, facts, notes, lists, columns, people, progress, pictures, dividers. */
import type { types } from "@slack/bolt";
import {
  bold,
  type Fact,
  type FoldedPart,
  type PersonRef,
  type Picture,
  type Span,
  text,
} from "../chat/card.ts";
import type { LeftOutWords } from "../chat/left-out.ts";
import type { Drawing } from "./drawing.ts";
import { LIMITS } from "./limits.ts";
import { context, plainText, section, shorten } from "./payload.ts";
import { isBlank, writeSpans } from "./write-spans.ts";

export type FoldableBlock = types.SectionBlock | types.ContextBlock | types.DividerBlock | types.ImageBlock;
export type FoldablePart = Exclude<FoldedPart, { kind: "table" } | { kind: "chart" } | { kind: "steps" }>;

/** Squares of a full progress bar. */
const BAR = 10;

export function drawFoldable(part: FoldablePart, drawing: Drawing): FoldableBlock[] {
  const { words } = drawing;
  switch (part.kind) {
    case "people":
      return drawSpans([bold(part.label), text(" "), ...namesOf(part.people)]);
    case "progress":
      return drawSpans([text(progressBar(part)), text(part.label)]);
    case "picture":
      return drawPicture(part, drawing);
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

/** Without the picture its description is still worth reading. */
function drawPicture(part: Picture, { pictures, words, style }: Drawing): FoldableBlock[] {
  const file = style === "plain" ? undefined : pictures.get(part.file);
  const alt = isBlank(part.alt) ? words.none : part.alt;
  if (file === undefined) return drawSpans([bold(part.title ?? ""), text(`\n${alt}`)]);
  return [
    {
      type: "image",
      slack_file: { id: file },
      alt_text: shorten(alt, LIMITS.image.alt),
      ...(part.title === undefined || isBlank(part.title)
        ? {}
        : { title: plainText(shorten(part.title, LIMITS.image.title)) }),
    },
  ];
}

function namesOf(people: readonly PersonRef[]): Span[] {
  return people.flatMap((person, index): Span[] => [
    ...(index === 0 ? [] : [text(", ")]),
    { kind: "mention", person },
  ]);
}

function progressBar({ done, total }: Extract<FoldedPart, { kind: "progress" }>): string {
  return `${barOf(done, total)}  ${done}/${total}  `;
}

/** A share as squares. */
export function barOf(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = Math.floor(share * BAR);
  return `${"▰".repeat(full)}${"▱".repeat(BAR - full)}`;
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

export function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
