/** The rules Slack has for the blocks this bot draws: kinds, known properties, lengths, counts, escaping. */
import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { isBlank } from "./write-spans.ts";

const visible = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((text) => !isBlank(text), { message: "is empty" });

const id = z.string().min(1).max(LIMITS.id);
const block = { block_id: id.optional() };

export const plainObject = (limit: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: visible(limit), emoji: z.boolean().optional() });

const mrkdwnObject = (limit: number) =>
  z.strictObject({
    type: z.literal("mrkdwn"),
    text: visible(limit).refine(isEscaped, { message: "holds markup that is not the bot's own" }),
    verbatim: z.literal(true),
  });

const textObject = (limit: number) => z.discriminatedUnion("type", [plainObject(limit), mrkdwnObject(limit)]);

const confirm = z.strictObject({
  title: plainObject(LIMITS.confirm.title),
  text: plainObject(LIMITS.confirm.text),
  confirm: plainObject(LIMITS.confirm.confirm),
  deny: plainObject(LIMITS.confirm.deny),
});

const button = z
  .strictObject({
    type: z.literal("button"),
    text: plainObject(LIMITS.buttonText),
    action_id: id,
    value: z.string().min(1).max(LIMITS.buttonValue).optional(),
    url: z
      .string()
      .max(LIMITS.url)
      .regex(/^https?:\/\/\S+$/i)
      .optional(),
    style: z.enum(["primary", "danger"]).optional(),
    confirm: confirm.optional(),
  })
  .refine((one) => (one.value === undefined) !== (one.url === undefined), {
    message: "needs a value or an address",
  });

const Section = z
  .strictObject({
    type: z.literal("section"),
    ...block,
    text: textObject(LIMITS.sectionText).optional(),
    fields: z.array(textObject(LIMITS.fieldText)).min(1).max(LIMITS.sectionFields).optional(),
  })
  .refine((one) => one.text !== undefined || one.fields !== undefined, { message: "needs text or fields" });
const Header = z.strictObject({ type: z.literal("header"), ...block, text: plainObject(LIMITS.headerText) });
const Divider = z.strictObject({ type: z.literal("divider"), ...block });
const Context = z.strictObject({
  type: z.literal("context"),
  ...block,
  elements: z.array(textObject(LIMITS.contextText)).min(1).max(LIMITS.contextElements),
});
const Actions = z.strictObject({
  type: z.literal("actions"),
  ...block,
  elements: z.array(button).min(1).max(LIMITS.actionsElements),
});

const rawText = z.strictObject({ type: z.literal("raw_text"), text: z.string().min(1) });
const rawNumber = z.strictObject({
  type: z.literal("raw_number"),
  value: z.number(),
  text: z.string().min(1),
});
const DataTable = z
  .strictObject({
    type: z.literal("data_table"),
    ...block,
    caption: visible(LIMITS.table.caption),
    page_size: z.int().min(1).max(LIMITS.table.pageSize).optional(),
    row_header_column_index: z.int().min(0).optional(),
    rows: z
      .array(
        z
          .array(z.discriminatedUnion("type", [rawText, rawNumber]))
          .min(1)
          .max(LIMITS.table.columns),
      )
      .min(2)
      .max(LIMITS.table.rows),
  })
  .refine((table) => table.rows.every((row) => row.length === table.rows[0]?.length), {
    message: "has rows of different lengths",
  });

const chartLabel = visible(LIMITS.chart.label);
const point = z.strictObject({ label: chartLabel, value: z.number() });
const DataVisualization = z
  .strictObject({
    type: z.literal("data_visualization"),
    ...block,
    title: visible(LIMITS.chart.title),
    chart: z.strictObject({
      type: z.enum(["bar", "line"]),
      axis_config: z.strictObject({ categories: z.array(chartLabel).min(1).max(LIMITS.chart.categories) }),
      series: z
        .array(z.strictObject({ name: chartLabel, data: z.array(point) }))
        .min(1)
        .max(LIMITS.chart.series),
    }),
  })
  .refine(
    ({ chart }) =>
      chart.series.every((one) =>
        isSameList(
          one.data.map(({ label }) => label),
          chart.axis_config.categories,
        ),
      ),
    {
      message: "needs one point for every category",
    },
  );

const Container = z.strictObject({
  type: z.literal("container"),
  ...block,
  title: plainObject(LIMITS.container.title),
  is_collapsible: z.literal(true),
  default_collapsed: z.boolean().optional(),
  child_blocks: z
    .array(z.discriminatedUnion("type", [Section, Divider, Context]))
    .min(1)
    .max(LIMITS.container.children),
});

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

export const MessageBlocks = z
  .array(
    z.discriminatedUnion("type", [
      Section,
      Header,
      Divider,
      Context,
      Actions,
      DataTable,
      DataVisualization,
      Container,
    ]),
  )
  .min(1)
  .max(LIMITS.messageBlocks);

/** What a home takes of what is drawn for messages. */
export const HomeBlocks = z
  .array(z.discriminatedUnion("type", [Section, Header, Divider, Context, Actions]))
  .min(1)
  .max(LIMITS.viewBlocks);

export const ViewBlocks = z
  .array(z.discriminatedUnion("type", [Section, Context, Input]))
  .min(1)
  .max(LIMITS.viewBlocks);

/** True when every `<…>` is a person's mention or a link and every other special sign is escaped. */
export function isEscaped(text: string): boolean {
  const rest = text.replaceAll(/<(?:@[UW][A-Z0-9]+|(?:https?:|mailto:)[^<>|\s]+(?:\|[^<>|\n]+)?)>/gi, "");
  return !/[<>]/.test(rest) && !/&(?!amp;|lt;|gt;)/.test(text);
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}
