/** The shapes that go to Slack: the SDK's block types and the chart, which the SDK does not know yet. */
import type { types } from "@slack/bolt";

interface Point {
  label: string;
  value: number;
}

/** A chart; every series has one point for every category. */
export interface ChartBlock {
  type: "data_visualization";
  title: string;
  chart:
    | {
        type: "bar" | "line" | "area";
        axis_config: { categories: string[] };
        series: { name: string; data: Point[] }[];
      }
    | { type: "pie"; segments: Point[] };
}

export type SlackBlock = types.KnownBlock | ChartBlock;

/** A drawn card: `text` is what notifications and older clients show. */
export interface SlackMessage {
  text: string;
  blocks: SlackBlock[];
}

/** "native": with tables, charts and folds of the newer Block Kit; "plain": only what every client knows. */
export type DrawingStyle = "native" | "plain";

export const plainText = (text: string): types.PlainTextElement => ({ type: "plain_text", text });

/** Verbatim, so that Slack does not turn an `@here` or a `#name` that a person typed into a mention. */
export const mrkdwn = (text: string): types.MrkdwnElement => ({ type: "mrkdwn", text, verbatim: true });

export const section = (text: types.TextObject): types.SectionBlock => ({ type: "section", text });

export const context = (elements: types.TextObject[]): types.ContextBlock => ({ type: "context", elements });

/** The text itself, or what fits of it with an ellipsis that shows the cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
