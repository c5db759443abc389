/** Cells of Slack's tables: numbers and dates that sort, people and links that work, states with a coloured sign. */
import type { types } from "@slack/bolt";
import { type Cell, cellText, cellTime, type PersonRef, type Tone } from "../chat/table.ts";
import { LIMITS } from "./limits.ts";
import { isBlank, slackId } from "./write-spans.ts";

export type TableCell = types.RawTextElement | types.RawNumberElement | types.RichTextBlock;

const TONE_SIGNS: Record<Tone, string> = {
  neutral: "⚪",
  info: "🔵",
  good: "🟢",
  warning: "🟠",
  danger: "🔴",
};

/** @param none stands where a cell is empty, which Slack does not take */
export function drawCell(cell: Cell, none: string): TableCell {
  const text = textOfCell(cell, none);
  if (typeof cell !== "object" || cell === null) return rawText(text, none);
  if ("value" in cell)
    return Number.isFinite(cell.value)
      ? { type: "raw_number", value: cell.value, text }
      : rawText(text, none);
  if ("at" in cell) {
    const time = cellTime(cell);
    // Slack has no cell for dates, but sorts numbers by their value and shows their text
    return time === undefined ? rawText(text, none) : { type: "raw_number", value: time / 1_000, text };
  }
  if ("people" in cell) return drawPeople(cell.people, text);
  if ("url" in cell && isLink(cell.url))
    return rich([{ type: "link", url: cell.url, text: isBlank(cell.text) ? cell.url : cell.text }]);
  return rawText(text, none);
}

export function rawText(text: string, none: string): types.RawTextElement {
  return { type: "raw_text", text: isBlank(text) ? none : text };
}

/** A cell as people read it in plain text. */
export function textOfCell(cell: Cell | undefined, none: string): string {
  const text = isTagged(cell)
    ? cell.tags.map((tag) => `${TONE_SIGNS[tag.tone]} ${tag.text}`).join("  ")
    : isLinked(cell) && !isLink(cell.url)
      ? `${cell.text} ${cell.url}`.trim()
      : cellText(cell);
  return isBlank(text) ? none : text;
}

/** Rich text is counted by its JSON, which is never shorter than what is shown. */
export function sizeOfCells(cells: readonly TableCell[]): number {
  return cells.reduce(
    (sum, cell) =>
      sum + (cell.type === "rich_text" ? JSON.stringify(cell.elements).length : cell.text.length),
    0,
  );
}

function drawPeople(people: readonly PersonRef[], names: string): TableCell {
  if (!people.some((person) => slackId(person) !== undefined)) return { type: "raw_text", text: names };
  return rich(
    people.flatMap((person, index): types.RichTextElement[] => {
      const id = slackId(person);
      const gap: types.RichTextElement[] = index === 0 ? [] : [{ type: "text", text: ", " }];
      if (id !== undefined) return [...gap, { type: "user", user_id: id }];
      return isBlank(person.name) ? [] : [...gap, { type: "text", text: person.name }];
    }),
  );
}

const rich = (elements: types.RichTextElement[]): types.RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});

const isTagged = (cell: Cell | undefined): cell is Extract<Cell, { tags: unknown }> =>
  typeof cell === "object" && cell !== null && "tags" in cell;
const isLinked = (cell: Cell | undefined): cell is Extract<Cell, { url: string }> =>
  typeof cell === "object" && cell !== null && "url" in cell;

function isLink(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url) && url.length <= LIMITS.url;
}
