/** A card as a Slack message: header, one or more blocks for every part, and a line for what did not fit. */
import { type Button, bold, type Card, type Chart, type Part, type TableOrders, text } from "../chat/card.ts";
import type { LeftOut, LeftOutWords } from "../chat/left-out.ts";
import type { Table } from "../chat/table.ts";
import { drawButtons } from "./draw-buttons.ts";
import { drawNativeChart, tableOfChart } from "./draw-chart.ts";
import { drawFold } from "./draw-fold.ts";
import { drawFoldable, drawSpans } from "./draw-foldable.ts";
import { drawSteps } from "./draw-steps.ts";
import { drawNativeTable } from "./draw-table.ts";
import { drawTextTable } from "./draw-text-table.ts";
import { type Drawing, newDrawing, type PictureFiles, shortenedLine } from "./drawing.ts";
import { LIMITS } from "./limits.ts";
import {
  context,
  type DrawingStyle,
  plainText,
  type SlackBlock,
  type SlackMessage,
  section,
  shorten,
} from "./payload.ts";
import { escapeText, isBlank } from "./write-spans.ts";

const TONE_SIGN: Record<Card["tone"], string> = {
  neutral: "",
  info: "ℹ️ ",
  good: "✅ ",
  warning: "⚠️ ",
  danger: "🚨 ",
};

/** Native drawings that hold all of their card: whoever asks what is left out sends the card next, and draws it once. */
const whole = new WeakMap<Card, { none: string; message: SlackMessage }>();

/** Draws `card` within all limits of Slack; what a limit keeps out is named by `words`. */
export function drawCard(
  card: Card,
  style: DrawingStyle,
  words: LeftOutWords,
  pictures: PictureFiles = new Map(),
): SlackMessage {
  const known = style === "native" && pictures.size === 0 ? whole.get(card) : undefined;
  // a whole card needs no other words
  if (known?.none === words.none) return known.message;
  return drawWhole(card, newDrawing(card, style, words, pictures));
}

/** What the native drawing of `card` does not show. */
export function leftOutOf(card: Card, words: LeftOutWords): LeftOut {
  const drawing = newDrawing(card, "native", words, new Map());
  const message = drawWhole(card, drawing);
  if (drawing.cut.size === 0 && !drawing.shortened) whole.set(card, { none: words.none, message });
  return { tables: [...drawing.cut], text: drawing.shortened };
}

function drawWhole(card: Card, drawing: Drawing): SlackMessage {
  const blocks = [...drawTitle(card), ...card.body.flatMap((part) => drawPart(part, drawing))];
  // Slack refuses a message without blocks
  if (blocks.length === 0) blocks.push(section(plainText(drawing.words.none)));
  return { text: notificationOf(card), blocks: withinMessage(blocks, drawing) };
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

function drawPart(part: Part, drawing: Drawing): SlackBlock[] {
  switch (part.kind) {
    case "text":
    case "facts":
    case "note":
    case "list":
    case "columns":
    case "divider":
    case "people":
    case "progress":
    case "picture":
      return drawFoldable(part, drawing);
    case "table":
      return drawTable(part, drawing);
    case "chart":
      return drawChart(part, drawing);
    case "steps":
      return drawSteps(part, drawing);
    case "fold":
      return drawFold(part, drawing, (below) => drawPart(below, drawing));
    case "actions":
      return drawActions(part.buttons, drawing);
    case "form":
      // the form itself needs the trigger of a click: the button makes the form's call without its missing inputs
      return drawActions(
        [{ kind: "call", label: part.open, call: part.form.call, style: "primary" }],
        drawing,
      );
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

function drawTable(table: Table, drawing: Drawing): SlackBlock[] {
  const native = drawing.style === "native" ? drawNativeTable(table, drawing) : undefined;
  const drawn = native ?? drawTextTable(table, drawing);
  if (table.orders === undefined || sortsAll(table, drawn)) return drawn;
  return [...drawActions(buttonsOf(table.orders), drawing), ...drawn];
}

/** Slack's own table sorts by a click on a column, each piece of a long one by itself. */
function sortsAll({ rows }: Table, drawn: readonly SlackBlock[]): boolean {
  return drawn.some((block) => block.type === "data_table" && block.rows.length === rows.length + 1);
}

function buttonsOf({ chosen, choices, call, input }: TableOrders): Button[] {
  return choices.map(({ value, label }) => ({
    kind: "call",
    label,
    call: { ...call, input: { ...call.input, [input]: value } },
    ...(value === chosen ? { style: "primary" } : {}),
  }));
}

function drawChart(chart: Chart, drawing: Drawing): SlackBlock[] {
  const room = drawing.style === "native" && drawing.charts < LIMITS.chart.perMessage;
  const drawn = room ? drawNativeChart(chart) : undefined;
  if (drawn !== undefined) drawing.charts += 1;
  return [
    ...(drawn === undefined ? drawTable(tableOfChart(chart), drawing) : [drawn]),
    ...drawFoldable({ kind: "note", spans: [text(chart.alt)] }, drawing),
  ];
}

function drawActions(buttons: Parameters<typeof drawButtons>[0], drawing: Drawing): SlackBlock[] {
  const rows = drawButtons(buttons, drawing.buttons);
  drawing.buttons += buttons.length;
  return rows;
}

/** Over 50 blocks the buttons stay, blocks before them go, and a line says so. */
function withinMessage(blocks: SlackBlock[], drawing: Drawing): SlackBlock[] {
  if (blocks.length <= LIMITS.messageBlocks) return blocks;
  drawing.shortened = true;
  const actions = blocks.filter((block) => block.type === "actions").slice(0, LIMITS.messageBlocks / 2);
  const others = blocks.filter((block) => block.type !== "actions");
  return [
    ...others.slice(0, LIMITS.messageBlocks - actions.length - 1),
    context([plainText(shortenedLine(drawing))]),
    ...actions,
  ];
}
