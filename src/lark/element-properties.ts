/** The properties each element may have: Lark refuses a card with one it does not know. Only what this bot draws is listed. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

export const PROPERTIES: Readonly<Record<string, ReadonlySet<string>>> = {
  markdown: words("tag element_id content text_size"),
  hr: words("tag element_id"),
  column_set: words("tag element_id flex_mode columns"),
  column: words("tag width weight elements"),
  collapsible_panel: words("tag element_id expanded header border elements"),
  person_list: words("tag element_id drop_invalid_user_id show_name show_avatar size persons"),
  table: words("tag element_id page_size row_height freeze_first_column header_style columns rows"),
  img: words("tag element_id img_key alt title"),
  chart: words("tag element_id aspect_ratio chart_spec"),
  button: words("tag element_id type text confirm behaviors name form_action_type"),
  form: words("tag element_id name elements"),
  input: words(
    "tag name required width placeholder max_length input_type rows auto_resize max_rows default_value",
  ),
  select_static: words("tag element_id name required width placeholder options initial_index behaviors"),
  date_picker: words("tag name required width placeholder initial_date"),
  picker_time: words("tag name required width placeholder initial_time"),
};
