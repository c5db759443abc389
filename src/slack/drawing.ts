/** What one drawing of a card remembers: its style and words, what it has used up, and what it had to leave out. */
import type { Card } from "../chat/card.ts";
import type { LeftOutWords } from "../chat/left-out.ts";
import type { Table } from "../chat/table.ts";
import type { DrawingStyle } from "./payload.ts";

/** Pictures by the id of their stored file -> the file in Slack that shows them. */
export type PictureFiles = ReadonlyMap<string, string>;

export interface Drawing {
  /** of the card */
  title: string;
  style: DrawingStyle;
  words: LeftOutWords;
  attached: NonNullable<Card["attached"]>;
  pictures: PictureFiles;
  buttons: number;
  charts: number;
  tasks: number;
  tableCharacters: number;
  /** tables not shown with all their rows and columns */
  cut: Set<Table>;
  shortened: boolean;
}

export const newDrawing = (
  card: Card,
  style: DrawingStyle,
  words: LeftOutWords,
  pictures: PictureFiles,
): Drawing => ({
  title: card.title,
  style,
  words,
  attached: card.attached ?? {},
  pictures,
  buttons: 0,
  charts: 0,
  tasks: 0,
  tableCharacters: 0,
  cut: new Set(),
  shortened: false,
});

/** Says that something is missing, and where all of it is. */
export function shortenedLine({ words, attached }: Drawing): string {
  return attached.text === undefined ? words.shortened : words.textInFile(attached.text);
}
