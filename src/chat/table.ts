/** Tables of a card: typed columns, so that each platform can show and sort them in its own way. */
import type { CallRef } from "./call-ref.ts";

/** A person as a card names them: a mention where the platform knows them, else their name in bold. */
export interface PersonRef {
  name: string;
  /** Slack user id, when this person has a Slack account */
  slack?: string | undefined;
  /** Lark open_id, when this person has a Lark account */
  lark?: string | undefined;
}

export type Tone = "neutral" | "info" | "good" | "warning" | "danger";

export interface Column {
  title: string;
  kind: "text" | "number" | "date" | "people" | "status" | "link";
  /** of a number column: its sign, such as `¥`, and decimals, where a platform writes numbers itself */
  format?: { symbol?: string; precision: number } | undefined;
}

/** A state or a label; its tone becomes a colour. */
interface Tag {
  text: string;
  tone: Tone;
}

/** Numbers and dates keep what a platform can sort them by; `text` is what people read. Null is empty. */
export type Cell =
  | string
  | null
  | { value: number; text: string }
  /** a calendar date or an instant, as ISO 8601 */
  | { at: string; text: string }
  | { people: readonly PersonRef[] }
  | { tags: readonly Tag[] }
  | { url: string; text: string };

/** Orders of a table's rows to choose from; a choice makes the call, and the card is drawn anew. */
export interface TableOrders {
  label: string;
  /** the value of the order that the rows have */
  chosen: string;
  choices: readonly { value: string; label: string }[];
  call: CallRef;
  /** the call's input that the chosen value becomes */
  input: string;
}

export interface Table {
  kind: "table";
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** the column that names a row, counted from 0; the first when left out */
  rowName?: number | undefined;
  /** a file that goes out in any case, and how many rows it has: nothing is attached for rows the card cannot hold */
  allIn?: { file: string; rows: number } | undefined;
  /** offered only where people cannot sort all of the rows themselves, by a click on a column */
  orders?: TableOrders | undefined;
}

/** A cell as one run of text. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell;
  if ("people" in cell) return cell.people.map(({ name }) => name).join(", ");
  if ("tags" in cell) return cell.tags.map(({ text }) => text).join(" · ");
  return cell.text;
}

/** When a date cell is, in ms since 1970; a calendar date counts as its midnight in UTC. */
export function cellTime(cell: Cell | undefined): number | undefined {
  if (typeof cell !== "object" || cell === null || !("at" in cell)) return undefined;
  const ms = Date.parse(cell.at);
  return Number.isNaN(ms) ? undefined : ms;
}
