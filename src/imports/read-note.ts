/** Reads one row of a note report: when the note was published, whether it was paid for, what it brought. */
import type { CreatorFacts, Source } from "../domain/creator-facts.ts";
import type { NoteField } from "./header-maps/header-map.ts";
import type { Note } from "./note-facts.ts";
import type { Column } from "./plan-columns.ts";
import { isAbsent, readCount, readDate, readPrice } from "./read-cell.ts";
import { type CellProblem, dateOf, type FactPlan, readFacts } from "./read-facts.ts";

/** How the platform and agencies call a note that a brand paid for. */
const PAID = /商单|报备|定制|合作|招募|共创|广告|推广/u;
const COUNTED = ["interactions", "likes", "saves", "comments", "shares"] as const;

/** @returns the note, and its cells that could not be read */
export function readNote(
  columns: readonly Column[],
  plan: FactPlan,
  cells: readonly string[],
): { note: Note; problems: CellProblem[] } {
  const { facts, problems } = readFacts(plan, cells);
  const texts = new Map<NoteField, { column: Column; text: string }>();
  for (const column of columns) {
    const text = (cells[column.index] ?? "").trim();
    if (column.reading?.as !== "note" || isAbsent(text) || texts.has(column.reading.of)) continue;
    texts.set(column.reading.of, { column, text });
  }
  const textOf = (field: NoteField) => texts.get(field)?.text;
  const countOf = (field: NoteField): number | undefined => {
    const cell = texts.get(field);
    if (cell === undefined) return undefined;
    const { tenThousands, title } = cell.column;
    const parsed = readCount(cell.text, { tenThousands, statistic: undefined });
    if (!parsed.ok) problems.push({ column: title, text: cell.text, problem: parsed.problem });
    return parsed.ok ? parsed.value : undefined;
  };
  const bought = (countOf("promoted-reads") ?? 0) + (countOf("heated-reads") ?? 0);
  const note: Note = { facts, paid: isPaid(textOf), boosted: bought > 0 };
  const published = readDate(textOf("published") ?? "");
  if (published !== undefined) note.published = published;
  const asOf = dateOf(plan, cells);
  if (asOf !== undefined) note.asOf = asOf;
  const reads = naturalReads(countOf("natural-reads"), countOf("reads"), bought);
  if (reads !== undefined) note.reads = reads;
  for (const field of COUNTED) {
    const value = countOf(field);
    if (value !== undefined) note[field] = value;
  }
  const tags = columns
    .filter(({ reading }) => reading?.as === "note" && reading.of === "tags")
    .map(({ index }) => (cells[index] ?? "").trim())
    .filter((text) => !isAbsent(text));
  if (tags.length > 0) note.tags = tags.join("/");
  if (textOf("mention") !== undefined) note.mentions = true;
  const price = priceOf(texts, plan.source, asOf ?? published);
  if ("problem" in price) problems.push(price);
  else note.price = price;
  return { note, problems };
}

/** Natural reads as the platform gives them, else all reads without the bought ones; never more than it says. */
function naturalReads(
  natural: number | undefined,
  all: number | undefined,
  bought: number,
): number | undefined {
  if (natural !== undefined) return natural;
  return all === undefined || all < bought ? undefined : all - bought;
}

function isPaid(textOf: (field: NoteField) => string | undefined): boolean {
  const origin = textOf("origin");
  return textOf("order") !== undefined || textOf("brand") !== undefined || PAID.test(origin ?? "");
}

type Quotes = Pick<CreatorFacts, "quoteImage" | "quoteVideo">;

/** What the note cost: a quote for notes of its kind. */
function priceOf(
  texts: ReadonlyMap<NoteField, { column: Column; text: string }>,
  source: Source,
  asOf: string | undefined,
): Quotes | CellProblem {
  const cell = texts.get("price");
  const kind = texts.get("kind")?.text ?? "";
  if (cell === undefined) return {};
  const parsed = readPrice(cell.text, cell.column.tenThousands);
  if (!parsed.ok) {
    return parsed.problem === "empty"
      ? {}
      : { column: cell.column.title, text: cell.text, problem: parsed.problem };
  }
  const quote = { value: parsed.value, source, ...(asOf === undefined ? {} : { asOf }) };
  if (/视频|video/iu.test(kind)) return { quoteVideo: quote };
  return /图文|图片|image/iu.test(kind) ? { quoteImage: quote } : {};
}
