/** What the page reads of the local Slack: messages, views, Block Kit. */
import type { FileLink } from "../shared/files.tsx";

export interface Text {
  type: "plain_text" | "mrkdwn";
  text: string;
}

export interface SlackMessage {
  ts: string;
  user: string;
  text: string;
  blocks: Block[];
  ephemeral: boolean;
  thread_ts?: string;
  files: FileLink[];
  edited?: string;
  reactions?: { name: string; users: string[] }[];
}

export interface View {
  id: string;
  title?: Text;
  submit?: Text | null;
  close?: Text | null;
  blocks: Block[];
  hash?: string;
  state?: { values: Record<string, Record<string, unknown>> };
}

export interface Option {
  text: Text;
  value?: string;
  description?: Text;
  url?: string;
}

export interface Picture {
  type: "image";
  image_url?: string;
  slack_file?: { id?: string; url?: string };
  alt_text: string;
}

export interface Element {
  type: string;
  action_id?: string;
  text?: Text;
  value?: string;
  url?: string;
  style?: "primary" | "danger";
  accessibility_label?: string;
  confirm?: { title?: Text; text: Text; confirm?: Text; deny?: Text; style?: "primary" | "danger" };
  placeholder?: Text;
  options?: Option[];
  option_groups?: { label: Text; options: Option[] }[];
  initial_option?: Option;
  initial_options?: Option[];
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  initial_user?: string;
  initial_users?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  icon?: string;
  positive_button?: Element;
  negative_button?: Element;
  initial_value?: unknown;
  multiline?: boolean;
  min_value?: string;
  max_value?: string;
  min_length?: number;
  max_length?: number;
  is_decimal_allowed?: boolean;
}

export interface RichNode {
  type: string;
  text?: string;
  url?: string;
  name?: string;
  unicode?: string;
  user_id?: string;
  channel_id?: string;
  usergroup_id?: string;
  range?: string;
  value?: string;
  timestamp?: number;
  format?: string;
  fallback?: string;
  indent?: number;
  elements?: RichNode[];
  style?: "bullet" | "ordered" | { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean };
}

/** A cell of table and data_table. */
export type Cell =
  | { type: "raw_text"; text: string }
  | { type: "raw_number"; value: number; text: string }
  | { type: "rich_text"; elements: RichNode[] };

export interface SlackChart {
  type: "bar" | "line" | "area" | "pie";
  axis_config?: { categories?: string[]; x_label?: string; y_label?: string };
  series?: { name: string; data: { label: string; value: number }[] }[];
  segments?: { label: string; value: number }[];
}

export interface CardBlock {
  type: "card";
  hero_image?: Picture;
  icon?: Picture;
  title?: Text;
  subtitle?: Text;
  body?: Text;
  actions?: Element[];
}

export interface TaskCard {
  type: "task_card";
  title: string;
  status: "pending" | "in_progress" | "complete" | "error";
  details?: { elements: RichNode[] };
  output?: { elements: RichNode[] };
  sources?: { url: string; text: string }[];
}

export interface VideoBlock {
  type: "video";
  title: Text;
  title_url?: string;
  video_url: string;
  thumbnail_url: string;
  alt_text: string;
  author_name?: string;
  provider_name?: string;
  description?: Text;
}

export interface FileBlockShape {
  type: "file";
  external_id: string;
}

export type Block = { block_id?: string } & (
  | { type: "header"; text: Text }
  | { type: "section"; text?: Text; fields?: Text[]; accessory?: Element | Picture }
  | { type: "divider" }
  | { type: "context"; elements: (Text | Picture)[] }
  | { type: "actions" | "context_actions"; elements: Element[] }
  | ({ type: "image"; title?: Text } & Picture)
  | InputBlock
  | { type: "rich_text"; elements: RichNode[] }
  | { type: "markdown"; text: string }
  | { type: "table"; rows: Cell[][]; column_settings?: { align?: "left" | "center" | "right" }[] }
  | { type: "data_table"; rows: Cell[][]; caption: string; page_size?: number }
  | { type: "data_visualization"; title: string; chart: SlackChart }
  | ContainerBlock
  | CardBlock
  | VideoBlock
  | FileBlockShape
  | { type: "carousel"; elements: CardBlock[] }
  | { type: "alert"; text: Text; level?: string }
  | { type: "plan"; title: string; tasks?: TaskCard[] }
  | TaskCard
);

export interface ContainerBlock {
  type: "container";
  icon?: Picture;
  title?: Text;
  rich_text_title?: { elements: RichNode[] };
  subtitle?: Text;
  child_blocks: Block[];
  is_collapsible?: boolean;
  default_collapsed?: boolean;
}

export interface InputBlock {
  type: "input";
  label: Text;
  hint?: Text;
  optional?: boolean;
  dispatch_action?: boolean;
  element: Element;
}
