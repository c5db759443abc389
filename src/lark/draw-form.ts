/** Forms: fields with a label, a hint and a mark where they are required, and one button that submits them. */
import type { Choice, Field, Form } from "../chat/card.ts";
import { type ButtonValue, buttonText, valueOfCall } from "./draw-buttons.ts";
import { type Element, markdown, plainText, smallMarkdown, unlessEmpty } from "./element.ts";
import { escapeMarkdown, plainly, withoutControls } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { type Sheet, shorten, shortenSpans, uniqueName } from "./sheet.ts";
import { boldMarkdown, greyMarkdown, spansToMarkdown } from "./spans.ts";

/** Larger than the fields' labels, which are bold as well. */
const heading = (content: string): Element => ({ tag: "markdown", content, text_size: "heading" });

const REQUIRED_MARK = "<font color='red'>*</font>";

export function drawForm(form: Form, sheet: Sheet): Element {
  const name = uniqueName("form", sheet);
  const renamed: Record<string, string> = {};
  const fields = form.fields.flatMap((field) => {
    const input = uniqueName(field.name, sheet);
    if (input !== field.name) renamed[input] = field.name;
    return drawField(field, input, sheet);
  });
  return {
    tag: "form",
    name,
    elements: [...drawHead(form, sheet), ...fields, drawSubmit(form, renamed, sheet)],
  };
}

function drawHead(form: Form, sheet: Sheet): Element[] {
  return [
    ...unlessEmpty(boldMarkdown(shorten(form.title, 300, sheet)), markdown),
    ...unlessEmpty(spansToMarkdown(shortenSpans(form.intro ?? [], sheet)), markdown),
  ];
}

function drawSubmit(form: Form, renamed: Record<string, string>, sheet: Sheet): Element {
  const value: ButtonValue = valueOfCall(form.call);
  if (Object.keys(renamed).length > 0) value.n = renamed;
  return {
    tag: "button",
    name: uniqueName("submit", sheet),
    type: "primary_filled",
    text: buttonText(form.submit, sheet),
    form_action_type: "submit",
    behaviors: [{ type: "callback", value }],
  };
}

function drawField(field: Field, name: string, sheet: Sheet): Element[] {
  const label = boldMarkdown(shorten(field.label, 200, sheet));
  return [
    ...unlessEmpty(boldMarkdown(shorten(field.heading ?? "", 200, sheet)), heading),
    ...unlessEmpty(field.required ? `${label} ${REQUIRED_MARK}` : label, markdown),
    ...unlessEmpty(greyMarkdown(shorten(field.hint ?? "", 500, sheet)), smallMarkdown),
    ...drawInput(field, name, sheet),
  ];
}

function drawInput(field: Field, name: string, sheet: Sheet): Element[] {
  switch (field.kind) {
    case "text":
      return [drawText(field, name, {}, sheet)];
    case "long-text":
      return [
        drawText(
          field,
          name,
          { input_type: "multiline_text", rows: 4, auto_resize: true, max_rows: 12 },
          sheet,
        ),
      ];
    case "date":
      return [
        {
          ...drawPicker("date_picker", field, name, sheet),
          ...initial("initial_date", field, /^\d{4}-\d{2}-\d{2}$/u),
        },
      ];
    case "time":
      return [
        {
          ...drawPicker("picker_time", field, name, sheet),
          ...initial("initial_time", field, /^\d{2}:\d{2}$/u),
        },
      ];
    case "choice":
      return drawChoice(field, name, sheet);
  }
}

function drawText(field: Field, name: string, more: Record<string, unknown>, sheet: Sheet): Element {
  return {
    tag: "input",
    ...common(field, name, sheet),
    max_length: LIMITS.inputText,
    ...more,
    ...(field.initial === undefined || field.initial === ""
      ? {}
      : { default_value: shorten(withoutControls(field.initial), LIMITS.inputText, sheet) }),
  };
}

const drawPicker = (tag: string, field: Field, name: string, sheet: Sheet): Element => ({
  tag,
  ...common(field, name, sheet),
});

function drawChoice(field: Extract<Field, { kind: "choice" }>, name: string, sheet: Sheet): Element[] {
  const { choices } = field;
  const fits =
    choices.length > 0 &&
    choices.length <= LIMITS.selectOptions &&
    sheet.options + choices.length <= sheet.room.options;
  if (!fits) return [...listChoices(choices, sheet), drawText(field, name, {}, sheet)];
  sheet.options += choices.length;
  const chosen = choices.findIndex((choice) => choice.value === field.initial);
  return [
    {
      tag: "select_static",
      ...common(field, name, sheet),
      options: choices.map((choice) => ({ text: buttonText(choice.label, sheet), value: choice.value })),
      ...(chosen >= 0 ? { initial_index: chosen + 1 } : {}),
    },
  ];
}

/** More choices than a card can hold are printed, and typed by hand. */
function listChoices(choices: readonly Choice[], sheet: Sheet): Element[] {
  const text = choices
    .map(({ value, label }) => (value === label ? value : `${value} (${label})`))
    .join(" · ");
  return unlessEmpty(escapeMarkdown(shorten(text, sheet.room.textChars, sheet)), smallMarkdown);
}

function common(field: Field, name: string, sheet: Sheet): Record<string, unknown> {
  const hint = plainly(field.placeholder ?? field.label)
    .replaceAll("\n", " ")
    .trim();
  return {
    name,
    required: field.required,
    width: "fill",
    placeholder: plainText(hint === "" ? "…" : shorten(hint, LIMITS.placeholder, sheet)),
  };
}

function initial(property: string, field: Field, shape: RegExp): Record<string, string> {
  return field.initial !== undefined && shape.test(field.initial) ? { [property]: field.initial } : {};
}
