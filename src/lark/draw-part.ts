/** One part of a card as the elements that Lark shows for it. */
import type { Part } from "../chat/card.ts";
import { drawButtons } from "./draw-buttons.ts";
import { drawChart } from "./draw-chart.ts";
import { drawFacts } from "./draw-facts.ts";
import { drawFold } from "./draw-fold.ts";
import { drawForm } from "./draw-form.ts";
import { drawPeople } from "./draw-people.ts";
import { drawPicture } from "./draw-picture.ts";
import { drawTable } from "./draw-table.ts";
import { type Element, markdown, smallMarkdown, twoColumns, unlessEmpty } from "./element.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { type Sheet, shorten, shortenSpans } from "./sheet.ts";
import { boldMarkdown, colouredMarkdown, quietMarkdown, spansToMarkdown } from "./spans.ts";

const BAR_SIGNS = 10;

export function drawPart(part: Part, sheet: Sheet): Element[] {
  switch (part.kind) {
    case "text":
      return unlessEmpty(spansToMarkdown(shortenSpans(part.spans, sheet)), markdown);
    case "note":
      return unlessEmpty(quietMarkdown(shortenSpans(part.spans, sheet)), smallMarkdown);
    case "facts":
      return drawFacts(part.facts, sheet);
    case "list":
      return drawList(part.items, sheet);
    case "table":
      return drawTable(part, sheet);
    case "chart":
      return drawChart(part, sheet);
    case "progress":
      return [markdown(progressMarkdown(part, sheet))];
    case "steps":
      return drawSteps(part, sheet);
    case "picture":
      return drawPicture(part, sheet);
    case "people":
      return drawPeople(part.label, part.people, sheet);
    case "columns":
      return drawColumns(part, sheet);
    case "divider":
      return [{ tag: "hr" }];
    case "fold":
      return drawFold(part, sheet, (inner) => drawPart(inner, sheet));
    case "actions":
      return drawButtons(part.buttons, sheet);
    case "form":
      return [drawForm(part.form, sheet)];
  }
}

function drawList(items: Extract<Part, { kind: "list" }>["items"], sheet: Sheet): Element[] {
  const lines = items
    .map((item) => spansToMarkdown(shortenSpans(item, sheet)).replaceAll("\n", " ").trim())
    .filter((line) => line !== "")
    .map((line) => `- ${line}`);
  return unlessEmpty(lines.join("\n"), markdown);
}

function progressMarkdown(part: Extract<Part, { kind: "progress" }>, sheet: Sheet): string {
  const share = part.total > 0 ? Math.min(1, Math.max(0, part.done / part.total)) : 0;
  const filled = Math.round(share * BAR_SIGNS);
  const bar = "█".repeat(filled) + "░".repeat(BAR_SIGNS - filled);
  const count = escapeMarkdown(`${part.done}/${part.total}`);
  return `${bar} ${count} ${escapeMarkdown(shorten(part.label, 300, sheet))}`.trim();
}

const STEP_SIGNS = {
  waiting: { sign: "○", colour: "grey" },
  active: { sign: "◐", colour: "blue" },
  done: { sign: "●", colour: "green" },
  failed: { sign: "✕", colour: "red" },
} as const;

/** Lark has no element for steps: a coloured sign before each says how far it is. */
function drawSteps({ title, steps }: Extract<Part, { kind: "steps" }>, sheet: Sheet): Element[] {
  const lines = steps.map(({ text, state }) => {
    const { sign, colour } = STEP_SIGNS[state];
    const words = escapeMarkdown(shorten(text, sheet.room.textChars, sheet).replaceAll("\n", " "));
    return `${colouredMarkdown(sign, colour)} ${words}`.trim();
  });
  return unlessEmpty([boldMarkdown(shorten(title, 300, sheet)), ...lines].join("\n").trim(), markdown);
}

function drawColumns(part: Extract<Part, { kind: "columns" }>, sheet: Sheet): Element[] {
  const left = spansToMarkdown(shortenSpans(part.left, sheet));
  const right = spansToMarkdown(shortenSpans(part.right, sheet));
  if (left.trim() === "") return unlessEmpty(right, markdown);
  return right.trim() === "" ? [markdown(left)] : [twoColumns(left, right)];
}
