/** A card as plain text, all of it: what goes into a file when a platform cannot hold it. */
import type { Button, Card, Part, Span } from "./card.ts";
import { cellText, type Table } from "./table.ts";

export function textOfCard(card: Card): string {
  return [card.title, card.summary, ...card.body.map(textOfPart)]
    .filter((part) => part.trim() !== "")
    .join("\n\n")
    .concat("\n");
}

function textOfPart(part: Part): string {
  switch (part.kind) {
    case "text":
    case "note":
      return textOfSpans(part.spans);
    case "facts":
      return part.facts.map(({ label, value }) => `${label}: ${textOfSpans(value)}`).join("\n");
    case "list":
      return part.items.map((item) => `• ${textOfSpans(item)}`).join("\n");
    case "table":
      return textOfTable(part);
    case "chart":
      return [
        part.title,
        part.alt,
        ...part.series.map(
          ({ name, values }) =>
            `${name}: ${part.categories.map((category, at) => `${category} ${values[at] ?? ""}`).join(", ")}`,
        ),
      ].join("\n");
    case "progress":
      return `${part.done}/${part.total} ${part.label}`;
    case "steps":
      return [
        part.title,
        ...part.steps.map(({ text, state }) => `[${state === "done" ? "x" : " "}] ${text}`),
      ].join("\n");
    case "people":
      return `${part.label}: ${part.people.map(({ name }) => name).join(", ")}`;
    case "picture":
      return [part.title ?? "", part.alt].join("\n").trim();
    case "columns":
      return `${textOfSpans(part.left)}\n${textOfSpans(part.right)}`;
    case "divider":
      return "———";
    case "fold":
      return [part.title, ...part.parts.map(textOfPart)].join("\n");
    case "actions":
      return part.buttons.map(textOfButton).join("\n");
    case "form":
      return part.form.title;
    default:
      return part satisfies never;
  }
}

function textOfTable({ caption, columns, rows }: Table): string {
  const head = columns.map(({ title }) => title).join("\t");
  return [caption, head, ...rows.map((row) => row.map((cell) => cellText(cell)).join("\t"))].join("\n");
}

function textOfButton(button: Button): string {
  return button.kind === "link" ? `${button.label}: ${button.url}` : `[${button.label}]`;
}

function textOfSpans(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.kind === "mention") return span.person.name;
      return span.kind === "link" ? `${span.text} (${span.url})` : span.text;
    })
    .join("");
}
