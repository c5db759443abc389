/** What the page reads of the local Lark: messages and Card JSON 2.0. */
import type { NumberFormat } from "./number-cell.ts";

export interface LarkMessage {
  message_id: string;
  /** handle of who sent it */
  sender: string;
  type: string;
  text?: string;
  card?: Card;
  file?: { id: string; name: string; mime: string; size: number };
  /** ISO 8601 */
  create_time: string;
  /** rich text by language */
  post?: Record<string, Post>;
  deleted?: boolean;
  /** the message it answers */
  reply_to?: string;
}

export interface Post {
  title?: string;
  content: { tag: string; text?: string; href?: string; user_id?: string; user_name?: string }[][];
}

export interface PlainText {
  tag: "plain_text" | "lark_md";
  content: string;
  text_color?: string;
}

export interface Card {
  config?: { width_mode?: string; summary?: { content?: string } };
  header?: {
    title: PlainText;
    subtitle?: PlainText;
    template?: string;
    text_tag_list?: { text: PlainText; color?: string }[];
  };
  body?: { elements: Element[] };
}

export interface Option {
  value: string;
  text?: PlainText;
}

interface Ask {
  title: PlainText;
  text: PlainText;
}

interface Column {
  elements?: Element[];
  width?: string;
  weight?: number;
  background_style?: string;
  vertical_align?: string;
}

export interface ColumnSetElement {
  tag: "column_set";
  columns: Column[];
  flex_mode?: string;
  background_style?: string;
  horizontal_align?: string;
}

export interface BoxElement {
  tag: "interactive_container";
  elements: Element[];
  name?: string;
  element_id?: string;
  background_style?: string;
  behaviors?: Behavior[];
}

export interface PictureSelectElement {
  tag: "select_img";
  name?: string;
  multi_select?: boolean;
  options?: { img_key: string; value: string; disabled?: boolean }[];
}

interface Behavior {
  type: string;
  value?: unknown;
  default_url?: string;
}

export interface TableElement {
  tag: "table";
  columns: {
    name: string;
    display_name?: string;
    data_type?: string;
    horizontal_align?: "left" | "center" | "right";
    format?: NumberFormat;
  }[];
  rows: Record<string, unknown>[];
  page_size?: number;
}

interface ChartElement {
  tag: "chart";
  chart_spec: Record<string, unknown>;
  aspect_ratio?: string;
  height?: string;
}

export interface ButtonElement {
  tag: "button";
  element_id?: string;
  text?: PlainText;
  type?: string;
  name?: string;
  disabled?: boolean;
  confirm?: Ask;
  form_action_type?: "submit" | "reset";
  behaviors?: Behavior[];
  width?: string;
  size?: string;
}

export interface InputElement {
  tag:
    | "input"
    | "select_static"
    | "multi_select_static"
    | "select_person"
    | "multi_select_person"
    | "date_picker"
    | "picker_time"
    | "picker_datetime";
  name?: string;
  required?: boolean;
  disabled?: boolean;
  label?: PlainText;
  placeholder?: PlainText;
  default_value?: string;
  input_type?: string;
  rows?: number;
  max_length?: number;
  options?: Option[];
  initial_option?: string;
  /** counted from 1 */
  initial_index?: number;
  selected_values?: string[];
  initial_date?: string;
  initial_time?: string;
  initial_datetime?: string;
}

export interface FormElement {
  tag: "form";
  name: string;
  elements: Element[];
}

export interface PanelElement {
  tag: "collapsible_panel";
  expanded?: boolean;
  header: { title?: PlainText };
  elements: Element[];
}

export type Element =
  | { tag: "markdown"; content: string; text_align?: "left" | "center" | "right"; text_size?: string }
  | { tag: "div"; text?: PlainText; fields?: { is_short?: boolean; text: PlainText }[] }
  | PlainText
  | { tag: "hr" }
  | { tag: "img"; img_key: string; alt: PlainText; title?: PlainText; size?: string }
  | { tag: "img_combination"; img_list: { img_key: string }[]; combination_mode?: string }
  | { tag: "person"; user_id: string; show_name?: boolean }
  | { tag: "person_list"; persons: { id: string }[]; show_name?: boolean }
  | ColumnSetElement
  | BoxElement
  | PictureSelectElement
  | { tag: "overflow"; name?: string; options?: Option[] }
  | { tag: "checker"; name?: string; text?: PlainText; checked?: boolean }
  | TableElement
  | ChartElement
  | ButtonElement
  | InputElement
  | FormElement
  | PanelElement;
