/** What elements hold, in the shapes Slack uses for actions and `state.values`. */
import type { Element, Option, Placed } from "./blocks.ts";

/** The value of one element, with only the fields that belong to its type. */
export interface StateValue {
  type: string;
  value?: string | null;
  rich_text_value?: unknown;
  selected_option?: Option | null;
  selected_options?: Option[];
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  selected_user?: string | null;
  selected_users?: string[];
  selected_channel?: string | null;
  selected_channels?: string[];
  selected_conversation?: string | null;
  selected_conversations?: string[];
  files?: unknown[];
}

/** Values by block id, then action id. */
export type StateValues = Record<string, Record<string, StateValue>>;

/** What elements hold now: what was entered, else what they began with. */
export function currentValues(placed: readonly Placed[], chosen: StateValues): StateValues {
  const values: StateValues = {};
  for (const { block, element } of placed) {
    const blockId = block.block_id ?? "";
    const actionId = element.action_id ?? "";
    const value = chosen[blockId]?.[actionId];
    values[blockId] = {
      ...values[blockId],
      // an update may have put another kind of element under the same ids
      [actionId]: value?.type === element.type ? value : initialValue(element),
    };
  }
  return values;
}

/** Whether nothing was chosen or typed. */
export function isEmpty(value: StateValue): boolean {
  return Object.entries(value).every(
    ([key, field]) =>
      key === "type" || field === null || field === "" || (Array.isArray(field) && field.length === 0),
  );
}

/** What an element holds before anyone touched it. */
export function initialValue(element: Element): StateValue {
  const { type } = element;
  switch (type) {
    case "static_select":
    case "radio_buttons":
      return { type, selected_option: element.initial_option ?? null };
    case "multi_static_select":
    case "checkboxes":
      return { type, selected_options: element.initial_options ?? [] };
    case "datepicker":
      return { type, selected_date: element.initial_date ?? null };
    case "timepicker":
      return { type, selected_time: element.initial_time ?? null };
    case "datetimepicker":
      return { type, selected_date_time: element.initial_date_time ?? null };
    case "users_select":
      return { type, selected_user: element.initial_user ?? null };
    case "multi_users_select":
      return { type, selected_users: element.initial_users ?? [] };
    case "channels_select":
      return { type, selected_channel: element.initial_channel ?? null };
    case "multi_channels_select":
      return { type, selected_channels: element.initial_channels ?? [] };
    case "conversations_select":
      return { type, selected_conversation: element.initial_conversation ?? null };
    case "multi_conversations_select":
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case "rich_text_input":
      return { type, rich_text_value: element.initial_value ?? null };
    case "file_input":
      return { type, files: [] };
    default:
      return { type, value: typeof element.initial_value === "string" ? element.initial_value : null };
  }
}

/** A typed line in the rich form Slack gives every message a person writes. */
export function richText(text: string) {
  return {
    type: "rich_text",
    elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
  };
}
