/** What one drawing of a card remembers: how much room there is, which names are taken, and whether anything was shortened. */
import type { Card, Span } from "../chat/card.ts";
import type { LeftOutWords } from "../chat/left-out.ts";
import type { Table } from "../chat/table.ts";
import { textOf } from "./spans.ts";

/** How generous a drawing is. */
export interface Room {
  /** rows of one table */
  rows: number;
  /** signs of one text */
  textChars: number;
  /** options of all selects together */
  options: number;
}

/** From generous to tight: the first in which the card fits is taken. */
export const ROOMS: readonly Room[] = [
  { rows: 500, textChars: 12_000, options: 100 },
  { rows: 200, textChars: 12_000, options: 100 },
  { rows: 100, textChars: 12_000, options: 100 },
  { rows: 60, textChars: 6_000, options: 60 },
  { rows: 30, textChars: 3_000, options: 60 },
  { rows: 10, textChars: 800, options: 0 },
];

/** "native": with tables, charts, folds, people and pictures; "plain": text, buttons and forms, which every client knows. */
export type DrawingStyle = "native" | "plain";

/** Pictures by the id of their stored file -> Lark's key of them. */
export type PictureKeys = ReadonlyMap<string, string>;

/** What a card is drawn with. */
export interface Brush {
  /** said in the reader's language where the card cannot hold everything */
  words: LeftOutWords;
  style: DrawingStyle;
  pictures: PictureKeys;
}

export interface Sheet extends Brush {
  /** of the card */
  title: string;
  attached: NonNullable<Card["attached"]>;
  room: Room;
  tables: number;
  charts: number;
  options: number;
  /** names of form inputs and buttons, unique in a card */
  names: Set<string>;
  /** tables not shown with all their rows and columns */
  cut: Set<Table>;
  shortened: boolean;
}

export const newSheet = (card: Card, brush: Brush, room: Room): Sheet => ({
  ...brush,
  title: card.title,
  attached: card.attached ?? {},
  room,
  tables: 0,
  charts: 0,
  options: 0,
  names: new Set(),
  cut: new Set(),
  shortened: false,
});

/** A name nobody in this card has yet: `followers`, then `followers_2`. */
export function uniqueName(wanted: string, sheet: Sheet): string {
  let name = wanted;
  for (let n = 2; sheet.names.has(name); n += 1) name = `${wanted}_${n}`;
  sheet.names.add(name);
  return name;
}

/** Cuts a string to `max` signs with an ellipsis, and notes that it did. */
export function shorten(text: string, max: number, sheet: Sheet): string {
  if (text.length <= max) return text;
  sheet.shortened = true;
  // half of a surrogate pair is no sign
  return `${text.slice(0, Math.max(0, max - 1)).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}

/** Cuts runs of text to the room's length; a link or mention that does not fit is left out whole. */
export function shortenSpans(spans: readonly Span[], sheet: Sheet): Span[] {
  const kept: Span[] = [];
  let left = sheet.room.textChars;
  for (const span of spans) {
    const { length } = textOf(span);
    if (length > left) {
      sheet.shortened = true;
      if (span.kind !== "mention" && span.kind !== "link")
        kept.push({ ...span, text: shorten(span.text, left, sheet) });
      break;
    }
    kept.push(span);
    left -= length;
  }
  return kept;
}
