/** Everything that a person reads on a card, one line a run of text. */
import type { Button, Card, Field, Form, Part, PersonRef, Span } from "../../src/chat/card.ts";
import { cellText } from "../../src/chat/table.ts";

export function linesOf(card: Card): string[] {
  return [card.title, card.summary, ...card.body.flatMap(linesOfPart)]
    .flatMap((text) => text.split("\n"))
    .filter((line) => line.trim() !== "");
}

function linesOfPart(part: Part): string[] {
  switch (part.kind) {
    case "text":
    case "note":
      return [textOf(part.spans)];
    case "facts":
      return part.facts.flatMap(({ label, value }) => [label, textOf(value)]);
    case "list":
      return part.items.map(textOf);
    case "table":
      return [
        part.caption,
        ...part.columns.map(({ title }) => title),
        ...part.rows.flat().map((cell) => cellText(cell)),
        ...(part.orders?.choices ?? []).map(({ label }) => label),
      ];
    case "chart":
      return [
        part.title,
        part.alt,
        ...part.categories,
        ...part.series.flatMap(({ name, values }) => [name, ...values.map(String)]),
      ];
    case "progress":
      return [`${part.done} / ${part.total}`, part.label];
    case "steps":
      return [part.title, ...part.steps.map(({ text }) => text)];
    case "picture":
      return [part.title ?? "", part.alt];
    case "people":
      return [part.label, ...part.people.map(({ name }: PersonRef) => name)];
    case "columns":
      return [textOf(part.left), textOf(part.right)];
    case "divider":
      return [];
    case "fold":
      return [part.title, ...part.parts.flatMap(linesOfPart)];
    case "actions":
      return part.buttons.flatMap(linesOfButton);
    case "form":
      return [part.open, ...linesOfForm(part.form)];
  }
}

function textOf(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === "mention" ? span.person.name : span.text)).join("");
}

function linesOfButton(button: Button): string[] {
  if (button.kind === "link" || button.confirm === undefined) return [button.label];
  const { title, text, ok, cancel } = button.confirm;
  return [button.label, title, text, ok, cancel];
}

function linesOfForm(form: Form): string[] {
  return [form.title, form.submit, textOf(form.intro ?? []), ...form.fields.flatMap(linesOfField)];
}

function linesOfField(field: Field): string[] {
  const choices = field.kind === "choice" ? field.choices.map(({ label }) => label) : [];
  return [
    field.heading ?? "",
    field.label,
    field.hint ?? "",
    field.placeholder ?? "",
    field.initial ?? "",
    ...choices,
  ];
}
