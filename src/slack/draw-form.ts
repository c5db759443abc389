/** A form as a Slack modal; what the submission must know travels in its private metadata. */
import type { types } from "@slack/bolt";
import { bold, type Field, type Form } from "../chat/card.ts";
import type { Where } from "../chat/inbound.ts";
import type { LeftOutWords } from "../chat/left-out.ts";
import type { Destination } from "../chat/ports.ts";
import { drawSpans } from "./draw-foldable.ts";
import { LIMITS } from "./limits.ts";
import { context, plainText, shorten } from "./payload.ts";
import { isBlank } from "./write-spans.ts";

/** Slack names the modal by this in the submission. */
export const FORM_CALLBACK = "form";

/** Draws `form` as a modal that remembers its call and where the answer belongs. */
export function drawForm(form: Form, to: Destination, words: LeftOutWords): types.ModalView {
  const longTitle = form.title.length > LIMITS.view.title;
  return {
    type: "modal",
    callback_id: FORM_CALLBACK,
    title: plainText(shorten(form.title, LIMITS.view.title)),
    submit: plainText(shorten(form.submit, LIMITS.view.submit)),
    private_metadata: JSON.stringify({ c: form.call.command, i: form.call.input, w: whereOf(to) }),
    blocks: [
      ...(longTitle ? drawSpans([bold(form.title)]) : []),
      ...drawSpans(form.intro ?? []),
      ...form.fields.flatMap((field) => drawField(field, words)),
    ],
  };
}

function whereOf(to: Destination): Omit<Where, "platform"> {
  const chat = to.chat ?? to.user ?? "";
  return {
    chat,
    chatKind: to.chat === undefined || chat.startsWith("D") ? "direct" : "group",
    thread: to.thread,
    responseUrl: to.responseUrl,
  };
}

type FieldBlock = types.InputBlock | types.ContextBlock | types.DividerBlock | types.HeaderBlock;

function drawField(field: Field, words: LeftOutWords): FieldBlock[] {
  const input: types.InputBlock = {
    type: "input",
    block_id: field.name,
    label: plainText(shorten(field.label, LIMITS.input.label)),
    optional: !field.required,
    element: drawElement(field),
    ...(field.hint === undefined ? {} : { hint: plainText(shorten(field.hint, LIMITS.input.hint)) }),
  };
  const tooMany = field.kind === "choice" ? field.choices.length - LIMITS.options : 0;
  return [
    ...drawHeading(field),
    input,
    ...(tooMany > 0 ? [context([plainText(words.moreRows(tooMany))])] : []),
  ];
}

function drawHeading({ heading = "" }: Field): FieldBlock[] {
  return isBlank(heading)
    ? []
    : [{ type: "divider" }, { type: "header", text: plainText(shorten(heading, LIMITS.headerText)) }];
}

function drawElement(field: Field): types.InputBlockElement {
  const common = {
    action_id: field.name,
    ...(field.placeholder === undefined || isBlank(field.placeholder)
      ? {}
      : { placeholder: plainText(shorten(field.placeholder, LIMITS.input.placeholder)) }),
  };
  const initial = field.initial === "" ? undefined : field.initial;
  switch (field.kind) {
    case "text":
    case "long-text":
      return drawTextInput(common, field.kind === "long-text", initial);
    case "date":
      return { type: "datepicker", ...common, ...(initial === undefined ? {} : { initial_date: initial }) };
    case "time":
      return { type: "timepicker", ...common, ...(initial === undefined ? {} : { initial_time: initial }) };
    case "choice": {
      const options = field.choices.slice(0, LIMITS.options).map(({ label, value }) => ({
        text: plainText(shorten(label, LIMITS.optionText)),
        value,
      }));
      // Slack refuses a select without options: typing is what is left
      if (options.length === 0) return drawTextInput(common, false, initial);
      const chosen = options.find((option) => option.value === initial);
      return {
        type: "static_select",
        ...common,
        options,
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      };
    }
    default:
      return field satisfies never;
  }
}

function drawTextInput(
  common: { action_id: string; placeholder?: types.PlainTextElement },
  multiline: boolean,
  initial: string | undefined,
): types.PlainTextInput {
  return {
    type: "plain_text_input",
    ...common,
    multiline,
    ...(initial === undefined ? {} : { initial_value: initial }),
  };
}
