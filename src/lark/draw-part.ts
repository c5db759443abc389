/** One part of a card as the elements that Lark shows for it. */
import type { Part, PersonRef } from "../chat/card.ts";
import { drawButtons } from "./draw-buttons.ts";
import { drawChart } from "./draw-chart.ts";
import { drawFacts } from "./draw-facts.ts";
import { drawForm } from "./draw-form.ts";
import { drawTable } from "./draw-table.ts";
import { type Element, markdown, plainText, smallMarkdown, twoColumns, unlessEmpty } from "./element.ts";
import { escapeMarkdown, plainly } from "./escape-markdown.ts";
import { type Sheet, shorten, shortenSpans } from "./sheet.ts";
import { boldMarkdown, isOpenId, quietMarkdown, spansToMarkdown } from "./spans.ts";

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
    case "people":
      return drawPeople(part.label, part.people, sheet);
    case "columns":
      return drawColumns(part, sheet);
    case "divider":
      return [{ tag: "hr" }];
    case "fold":
      return drawFold(part, sheet);
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

/** Those Lark knows appear with picture and card but without being notified; the others by name. */
function drawPeople(label: string, people: readonly PersonRef[], sheet: Sheet): Element[] {
  const known = [...new Set(people.map((person) => person.lark).filter(isOpenId))];
  const others = people.filter((person) => !isOpenId(person.lark)).map((person) => person.name.trim());
  const names = escapeMarkdown(
    shorten(others.filter((name) => name !== "").join(", "), sheet.room.textChars, sheet),
  );
  const head = `${boldMarkdown(shorten(label, 200, sheet))} ${names}`.trim();
  return [
    ...unlessEmpty(head, markdown),
    ...(known.length === 0
      ? []
      : [
          {
            tag: "person_list",
            drop_invalid_user_id: true,
            show_name: true,
            show_avatar: true,
            size: "small",
            persons: known.map((id) => ({ id })),
          },
        ]),
  ];
}

function drawColumns(part: Extract<Part, { kind: "columns" }>, sheet: Sheet): Element[] {
  const left = spansToMarkdown(shortenSpans(part.left, sheet));
  const right = spansToMarkdown(shortenSpans(part.right, sheet));
  if (left.trim() === "") return unlessEmpty(right, markdown);
  return right.trim() === "" ? [markdown(left)] : [twoColumns(left, right)];
}

function drawFold(part: Extract<Part, { kind: "fold" }>, sheet: Sheet): Element[] {
  const elements = part.parts.flatMap((inner) => drawPart(inner, sheet));
  if (elements.length === 0) return [];
  const title = plainly(shorten(part.title, 200, sheet))
    .replaceAll("\n", " ")
    .trim();
  return [
    {
      tag: "collapsible_panel",
      expanded: false,
      header: {
        title: plainText(title === "" ? "…" : title),
        icon: { tag: "standard_icon", token: "down-small-ccm_outlined", size: "16px 16px" },
        icon_position: "right",
        icon_expanded_angle: -180,
      },
      border: { color: "grey", corner_radius: "5px" },
      elements,
    },
  ];
}
