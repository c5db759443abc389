/** Which properties each element of a Card JSON 2.0 may and must have; anything else is refused. */

/** What a property holds: anything, one object or a list of objects of a shape, or a list of elements. */
export type Holds = "any" | "elements" | { one: string } | { many: string };

export interface Shape {
  properties: Readonly<Record<string, Holds>>;
  required: readonly string[];
}

const text: Holds = { one: "text" };
const icon: Holds = { one: "icon" };
const behaviors: Holds = { many: "behavior" };
const options: Holds = { many: "option" };

/** @param names space-separated properties; a leading `*` marks those that must be there */
function shape(names: string, holding: Record<string, Holds> = {}): Shape {
  const words = names.split(" ").filter((word) => word !== "");
  const bare = words.map((word): [string, Holds] => [word.replace("*", ""), "any"]);
  const required = words.filter((word) => word.startsWith("*")).map((word) => word.slice(1));
  return { properties: { ...Object.fromEntries(bare), ...holding }, required };
}

const element = (names: string, holding: Record<string, Holds> = {}) =>
  shape(`tag element_id margin ${names}`.trim(), holding);

const LAYOUT = "direction horizontal_spacing vertical_spacing horizontal_align vertical_align padding";
const CONTROL_PARTS = { behaviors, confirm: { one: "confirm" }, disabled_tips: text, hover_tips: text };

const control = (names: string, holding: Record<string, Holds> = {}) =>
  element(`name required width disabled ${names}`, { placeholder: text, ...CONTROL_PARTS, ...holding });

/** Elements that may stand in a list of elements, by tag. */
export const ELEMENTS: Readonly<Record<string, Shape>> = {
  markdown: element("*content i18n_content text_align text_size", { icon }),
  div: element("width", { text, fields: { many: "field" }, icon }),
  plain_text: element("*content i18n_content text_size text_color text_align lines"),
  hr: element(""),
  img: element("*img_key *alt scale_type size corner_radius transparent preview", { alt: text, title: text }),
  img_combination: element("*combination_mode *img_list combination_transparent corner_radius", {
    img_list: { many: "image" },
  }),
  person: element("*user_id size show_avatar show_name style"),
  person_list: element("*persons show_name show_avatar size lines drop_invalid_user_id", {
    persons: { many: "personRef" },
    icon,
    ud_icon: icon,
  }),
  chart: element("*chart_spec aspect_ratio color_theme preview height"),
  table: element("*columns *rows page_size row_height row_max_height freeze_first_column", {
    columns: { many: "tableColumn" },
    header_style: { one: "tableHeader" },
  }),
  column_set: element("*columns flex_mode horizontal_spacing horizontal_align background_style", {
    columns: { many: "column" },
    action: { one: "link" },
  }),
  collapsible_panel: element(`*header *elements expanded background_color ${LAYOUT}`, {
    header: { one: "panelHeader" },
    border: { one: "border" },
    elements: "elements",
  }),
  interactive_container: element(
    `*elements width height background_style has_border border_color corner_radius disabled ${LAYOUT}`,
    { elements: "elements", ...CONTROL_PARTS },
  ),
  form: element(`*name *elements ${LAYOUT}`, { elements: "elements" }),
  button: element("type size width name disabled required form_action_type", {
    text,
    icon,
    ...CONTROL_PARTS,
  }),
  input: control("default_value label_position input_type rows auto_resize max_rows max_length show_icon", {
    label: text,
  }),
  overflow: element("name width disabled", { options, ...CONTROL_PARTS }),
  select_static: control("*options initial_option initial_index type", { options }),
  multi_select_static: control("*options selected_values type", { options }),
  select_person: control("initial_option type", { options: { many: "personOption" } }),
  multi_select_person: control("selected_values type", { options: { many: "personOption" } }),
  date_picker: control("initial_date"),
  picker_time: control("initial_time"),
  picker_datetime: control("initial_datetime"),
  checker: control("checked overall_checkable padding", {
    text,
    checked_style: { one: "checkedStyle" },
    button_area: { one: "buttonArea" },
  }),
};

/** Objects that stand inside elements, by the names used above. */
export const PARTS: Readonly<Record<string, Shape>> = {
  card: shape("*schema", {
    config: { one: "config" },
    card_link: { one: "url" },
    header: { one: "header" },
    body: { one: "body" },
  }),
  config: shape(
    "streaming_mode streaming_config locales enable_forward update_multi width_mode use_custom_translation enable_forward_interaction style",
    { summary: { one: "summary" } },
  ),
  summary: shape("*content i18n_content"),
  url: shape("url android_url ios_url pc_url"),
  link: shape("", { multi_url: { one: "url" } }),
  header: shape("*title template i18n_text_tag_list padding", {
    title: text,
    subtitle: text,
    icon,
    ud_icon: icon,
    text_tag_list: { many: "textTag" },
  }),
  textTag: shape("tag element_id *text color", { text }),
  body: shape(LAYOUT, { elements: "elements" }),
  text: shape("*tag *content i18n_content text_size text_color text_align lines element_id"),
  icon: shape("*tag token color size img_key"),
  field: shape("is_short *text", { text }),
  image: shape("*img_key"),
  personRef: shape("*id"),
  personOption: shape("*value"),
  tableColumn: shape("*name display_name data_type width horizontal_align vertical_align format date_format"),
  tableHeader: shape("text_align text_size background_style text_color bold lines"),
  column: shape(`tag element_id width weight margin background_style ${LAYOUT}`, {
    elements: "elements",
    action: { one: "link" },
  }),
  panelHeader: shape(
    "background_color width vertical_align padding position icon_position icon_expanded_angle",
    { title: text, icon },
  ),
  border: shape("color corner_radius"),
  behavior: shape("*type value default_url pc_url ios_url android_url"),
  option: shape("*value", { text, icon, multi_url: { one: "url" } }),
  confirm: shape("*title *text", { title: text, text }),
  checkedStyle: shape("show_strikethrough opacity"),
  buttonArea: shape("pc_display_rule", { buttons: "elements" }),
};

/** The fixed words of some properties, by tag and property. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  "button.type":
    "default primary danger text primary_text danger_text primary_filled danger_filled laser".split(" "),
  "button.form_action_type": ["submit", "reset"],
  "header.template":
    "blue wathet turquoise green yellow orange red carmine violet purple indigo grey default".split(" "),
  "chart.aspect_ratio": ["1:1", "2:1", "4:3", "16:9"],
  "column_set.flex_mode": ["none", "stretch", "flow", "bisect", "trisect"],
  "tableColumn.data_type": "text lark_md markdown options number persons date".split(" "),
  "config.width_mode": ["default", "compact", "fill"],
  "behavior.type": ["callback", "open_url"],
};

/** Tags of the older card format that 2.0 no longer takes. */
export const RETIRED_TAGS = ["action", "note"];

/** Elements that give a form a value. */
export const INPUT_TAGS = [
  "input",
  "select_static",
  "multi_select_static",
  "select_person",
  "multi_select_person",
  "date_picker",
  "picker_time",
  "picker_datetime",
  "checker",
];
