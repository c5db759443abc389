/** The rules Slack has for the fields of a modal. */
import { z } from "zod";
import { Context, Divider, Header, id, plainObject, Section } from "./check-blocks.ts";
import { LIMITS } from "./limits.ts";

const placeholder = { placeholder: plainObject(LIMITS.input.placeholder).optional() };
const option = z.strictObject({
  text: plainObject(LIMITS.optionText),
  value: z.string().min(1).max(LIMITS.optionValue),
});
const inputElement = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("plain_text_input"),
    action_id: id,
    ...placeholder,
    multiline: z.boolean(),
    initial_value: z.string().max(LIMITS.input.initial).optional(),
  }),
  z.strictObject({
    type: z.literal("datepicker"),
    action_id: id,
    ...placeholder,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal("timepicker"),
    action_id: id,
    ...placeholder,
    initial_time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal("static_select"),
    action_id: id,
    ...placeholder,
    options: z.array(option).min(1).max(LIMITS.options),
    initial_option: option.optional(),
  }),
]);
const Input = z.strictObject({
  type: z.literal("input"),
  block_id: id,
  label: plainObject(LIMITS.input.label),
  hint: plainObject(LIMITS.input.hint).optional(),
  optional: z.boolean(),
  element: inputElement,
});

export const ViewBlocks = z
  .array(z.discriminatedUnion("type", [Section, Header, Divider, Context, Input]))
  .min(1)
  .max(LIMITS.viewBlocks);
