/** A card as a Slack message: header, one or more blocks for every part, and a line for what did not fit. */
import { bold, type Card, type Part, type Span, text } from "../chat/card.ts";
import { drawButtons } from "./draw-buttons.ts";
import { drawNativeChart, tableOfChart } from "./draw-chart.ts";
import { drawFoldable, drawSpans } from "./draw-foldable.ts";
import { drawNativeTable, drawTextTable, type Table } from "./draw-table.ts";
import { LIMITS } from "./limits.ts";
import {
  context,
  type DrawingStyle,
  type LeftOutWords,
  mrkdwn,
  plainText,
  type SlackBlock,
  type SlackMessage,
  section,
  shorten,
} from "./payload.ts";
import { escapeText, isBlank } from "./write-spans.ts";

/** What the message has used up so far. */
interface Used {
  buttons: number;
  charts: number;
  tableCharacters: number;
}

const TONE_SIGN: Record<Card["tone"], string> = {
  neutral: "",
  info: "ℹ️ ",
  good: "✅ ",
  warning: "⚠️ ",
  danger: "🚨 ",
};
/** Squares of a full progress bar. */
const BAR = 10;

/** Draws `card` within all limits of Slack; what a limit keeps out is named by `words`. */
export function drawCard(card: Card, style: DrawingStyle, words: LeftOutWords): SlackMessage {
  const used: Used = { buttons: 0, charts: 0, tableCharacters: 0 };
  const parts = card.body.flatMap((part) => drawPart(part, style, words, used));
  const blocks = [...drawTitle(card), ...parts];
  // Slack refuses a message without blocks
  if (blocks.length === 0) blocks.push(section(plainText(words.none)));
  return { text: notificationOf(card), blocks: withinMessage(blocks, words) };
}

/** The shortest honest form: title, summary, the buttons that are sound, and that something was left out. */
export function drawShortCard(
  card: Card,
  words: LeftOutWords,
  isSound: (block: SlackBlock) => boolean,
): SlackMessage {
  const buttons = card.body.flatMap((part) => (part.kind === "actions" ? part.buttons : []));
  const rows = buttons.flatMap((button, index) => drawButtons([button], index)).filter(isSound);
  const elements = rows.flatMap((row) => row.elements).slice(0, LIMITS.actionsElements);
  return {
    text: notificationOf(card),
    blocks: [
      ...drawSpans([bold(shorten(titleOf(card), LIMITS.fieldText))]),
      ...drawSpans([text(shorten(card.summary, LIMITS.fieldText))]),
      ...(elements.length === 0 ? [] : [{ type: "actions" as const, elements }]),
      context([plainText(words.shortened)]),
    ],
  };
}

function drawPart(part: Part, style: DrawingStyle, words: LeftOutWords, used: Used): SlackBlock[] {
  switch (part.kind) {
    case "text":
    case "facts":
    case "note":
    case "list":
    case "columns":
    case "divider":
      return drawFoldable(part, words);
    case "people":
      return drawSpans([bold(part.label), text(" "), ...namesOf(part.people)]);
    case "progress":
      return [section(mrkdwn(progressLine(part)))];
    case "table":
      return drawTable(part, style, words, used);
    case "chart":
      return drawChart(part, style, words, used);
    case "fold":
      return drawFold(part, style, words);
    case "actions":
      return drawActions(part.buttons, used);
    case "form":
      // the form itself needs the trigger of a click: the button makes the form's call without its missing inputs
      return drawActions([{ kind: "call", label: part.open, call: part.form.call, style: "primary" }], used);
    default:
      return part satisfies never;
  }
}

function drawTitle(card: Card): SlackBlock[] {
  const title = titleOf(card);
  if (isBlank(title)) return [];
  if (title.length <= LIMITS.headerText) return [{ type: "header", text: plainText(title) }];
  return drawSpans([bold(title)]);
}

function titleOf(card: Card): string {
  return `${TONE_SIGN[card.tone]}${card.title.replaceAll(/\s+/gu, " ").trim()}`;
}

function notificationOf(card: Card): string {
  const line = isBlank(card.summary) ? titleOf(card) : card.summary;
  const escaped = escapeText(shorten(line, LIMITS.messageText / 5));
  return isBlank(escaped) ? "…" : escaped;
}

function namesOf(people: Extract<Part, { kind: "people" }>["people"]): Span[] {
  return people.flatMap((person, index): Span[] => [
    ...(index === 0 ? [] : [text(", ")]),
    { kind: "mention", person },
  ]);
}

function progressLine(part: Extract<Part, { kind: "progress" }>): string {
  const share = part.total > 0 ? Math.min(1, Math.max(0, part.done / part.total)) : 0;
  const full = Math.floor(share * BAR);
  const label = escapeText(shorten(part.label, LIMITS.fieldText / 5));
  return `${"▰".repeat(full)}${"▱".repeat(BAR - full)}  ${part.done}/${part.total}  ${label}`.trimEnd();
}

function drawTable(table: Table, style: DrawingStyle, words: LeftOutWords, used: Used): SlackBlock[] {
  const allowance = LIMITS.table.characters - used.tableCharacters;
  const drawn = style === "native" ? drawNativeTable(table, allowance, words) : undefined;
  if (drawn === undefined) return drawTextTable(table, words);
  used.tableCharacters += drawn.characters;
  return drawn.blocks;
}

function drawChart(
  part: Extract<Part, { kind: "chart" }>,
  style: DrawingStyle,
  words: LeftOutWords,
  used: Used,
): SlackBlock[] {
  const room = style === "native" && used.charts < LIMITS.chart.perMessage;
  const drawn = room ? drawNativeChart(part) : undefined;
  if (drawn === undefined) return drawTable(tableOfChart(part), style, words, used);
  used.charts += 1;
  return [drawn];
}

/** Folded when Slack can hold all of it in a fold, else open under its title. */
function drawFold(
  part: Extract<Part, { kind: "fold" }>,
  style: DrawingStyle,
  words: LeftOutWords,
): SlackBlock[] {
  const children = part.parts.flatMap((child) => drawFoldable(child, words));
  if (children.length === 0) return [];
  const { title, children: most } = LIMITS.container;
  if (style === "plain" || children.length > most || isBlank(part.title) || part.title.length > title) {
    return [...drawSpans([bold(part.title)]), ...children];
  }
  return [
    {
      type: "container",
      title: plainText(part.title),
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: children,
    },
  ];
}

function drawActions(buttons: Parameters<typeof drawButtons>[0], used: Used): SlackBlock[] {
  const rows = drawButtons(buttons, used.buttons);
  used.buttons += buttons.length;
  return rows;
}

/** Over 50 blocks the buttons stay, blocks before them go, and a line says so. */
function withinMessage(blocks: SlackBlock[], words: LeftOutWords): SlackBlock[] {
  if (blocks.length <= LIMITS.messageBlocks) return blocks;
  const actions = blocks.filter((block) => block.type === "actions").slice(0, LIMITS.messageBlocks / 2);
  const others = blocks.filter((block) => block.type !== "actions");
  return [
    ...others.slice(0, LIMITS.messageBlocks - actions.length - 1),
    context([plainText(words.shortened)]),
    ...actions,
  ];
}
