/** Schemas of the elements a person can use: buttons, pickers, inputs, and where each may stand. */
import { z } from "zod";
import { chosen, Menus } from "./check-menus.ts";
import {
  ChoiceOption,
  Confirm,
  Id,
  ImageElement,
  MenuOption,
  plainText,
  RichTextBlock,
  Style,
} from "./check-text.ts";
import { LIMITS } from "./limits.ts";

const action = { action_id: Id.optional() };
const confirm = { confirm: Confirm.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plainText(LIMITS.select.placeholder).optional() };
const typed = {
  ...action,
  ...focus,
  ...placeholder,
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(["on_enter_pressed", "on_character_entered"])).optional(),
    })
    .optional(),
};

const YearMonthDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const HourMinute = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const Button = z.strictObject({
  type: z.literal("button"),
  ...action,
  ...confirm,
  text: plainText(LIMITS.button.text),
  value: z.string().max(LIMITS.button.value).optional(),
  url: z.string().max(LIMITS.button.url).optional(),
  style: Style.optional(),
  accessibility_label: z.string().max(LIMITS.button.label).optional(),
});

const choices = { options: z.array(ChoiceOption).min(1).max(LIMITS.choices) };

const Pickers = [
  z.strictObject({ type: z.literal("datepicker"), ...chosen, initial_date: YearMonthDay.optional() }),
  z.strictObject({
    type: z.literal("timepicker"),
    ...chosen,
    initial_time: HourMinute.optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("datetimepicker"),
    ...action,
    ...confirm,
    ...focus,
    // ten digits: seconds since 1970, never milliseconds
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
  z.strictObject({
    type: z.literal("radio_buttons"),
    ...action,
    ...confirm,
    ...focus,
    ...choices,
    initial_option: ChoiceOption.optional(),
  }),
  z.strictObject({
    type: z.literal("checkboxes"),
    ...action,
    ...confirm,
    ...focus,
    ...choices,
    initial_options: z.array(ChoiceOption).min(1).optional(),
  }),
] as const;

const Overflow = z.strictObject({
  type: z.literal("overflow"),
  ...action,
  ...confirm,
  options: z.array(MenuOption).min(1).max(LIMITS.overflow),
});

const RichTextInput = z.strictObject({
  type: z.literal("rich_text_input"),
  ...typed,
  initial_value: RichTextBlock.optional(),
  min_lines: z.int().min(1).max(LIMITS.input.lines).optional(),
  max_lines: z.int().min(1).max(LIMITS.input.lines).optional(),
});

const Inputs = [
  z.strictObject({
    type: z.literal("plain_text_input"),
    ...typed,
    initial_value: z.string().max(LIMITS.input.length).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(LIMITS.input.length).optional(),
    max_length: z.int().min(1).max(LIMITS.input.length).optional(),
  }),
  z.strictObject({ type: z.literal("email_text_input"), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal("url_text_input"), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal("number_input"),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("file_input"),
    ...action,
    filetypes: z.array(z.string()).min(1).optional(),
    max_files: z.int().min(1).max(LIMITS.input.files).optional(),
  }),
] as const;

export const ActionElement = z.discriminatedUnion("type", [
  Button,
  Overflow,
  RichTextInput,
  ...Menus,
  ...Pickers,
]);
export const Accessory = z.discriminatedUnion("type", [Button, Overflow, ImageElement, ...Menus, ...Pickers]);
export const InputElement = z.discriminatedUnion("type", [RichTextInput, ...Inputs, ...Menus, ...Pickers]);

const Feedback = z.strictObject({
  text: plainText(LIMITS.button.text),
  value: z.string().max(LIMITS.button.value),
  accessibility_label: z.string().max(LIMITS.button.label).optional(),
});

export const ContextAction = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("feedback_buttons"),
    ...action,
    positive_button: Feedback,
    negative_button: Feedback,
  }),
  z.strictObject({
    type: z.literal("icon_button"),
    ...action,
    ...confirm,
    icon: z.string(),
    text: plainText(LIMITS.button.text),
    value: z.string().max(LIMITS.button.value).optional(),
    accessibility_label: z.string().max(LIMITS.button.label).optional(),
    visible_to_user_ids: z.array(z.string()).optional(),
  }),
]);
