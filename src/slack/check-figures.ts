/** The rules Slack has for tables and charts. */
import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { isBlank } from "./write-spans.ts";

/** A text that people can see. */
export const visible = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((text) => !isBlank(text), { message: "is empty" });

const rawText = z.strictObject({ type: z.literal("raw_text"), text: z.string().min(1) });
const rawNumber = z.strictObject({
  type: z.literal("raw_number"),
  value: z.number(),
  text: z.string().min(1),
});
const piece = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1) }),
  z.strictObject({ type: z.literal("user"), user_id: z.string().regex(/^[UW][A-Z0-9]+$/) }),
  z.strictObject({
    type: z.literal("link"),
    url: z
      .string()
      .max(LIMITS.url)
      .regex(/^https?:\/\/\S+$/i),
    text: z.string().min(1),
  }),
]);
const richText = z.strictObject({
  type: z.literal("rich_text"),
  elements: z
    .array(z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(piece).min(1) }))
    .length(1),
});

export const DataTable = z
  .strictObject({
    type: z.literal("data_table"),
    caption: visible(LIMITS.table.caption),
    page_size: z.int().min(1).max(LIMITS.table.pageSize).optional(),
    row_header_column_index: z
      .int()
      .min(0)
      .max(LIMITS.table.columns - 1)
      .optional(),
    rows: z
      .array(
        z
          .array(z.discriminatedUnion("type", [rawText, rawNumber, richText]))
          .min(1)
          .max(LIMITS.table.columns),
      )
      .min(2)
      .max(LIMITS.table.rows),
  })
  .refine((table) => table.rows.every((row) => row.length === table.rows[0]?.length), {
    message: "has rows of different lengths",
  })
  .refine((table) => table.rows[0]?.every((cell) => cell.type === "raw_text"), {
    message: "has a header that is no plain text",
  });

const label = visible(LIMITS.chart.label);
const point = z.strictObject({ label, value: z.number() });
const Plotted = z
  .strictObject({
    type: z.enum(["bar", "line", "area"]),
    axis_config: z.strictObject({ categories: z.array(label).min(1).max(LIMITS.chart.categories) }),
    series: z
      .array(z.strictObject({ name: label, data: z.array(point) }))
      .min(1)
      .max(LIMITS.chart.series),
  })
  .refine(
    ({ series, axis_config: { categories } }) =>
      series.every(
        ({ data }) =>
          data.length === categories.length && data.every((one, index) => one.label === categories[index]),
      ),
    { message: "needs one point for every category" },
  );
const Pie = z.strictObject({
  type: z.literal("pie"),
  segments: z
    .array(z.strictObject({ label, value: z.number().positive() }))
    .min(1)
    .max(LIMITS.chart.segments),
});

export const DataVisualization = z.strictObject({
  type: z.literal("data_visualization"),
  title: visible(LIMITS.chart.title),
  chart: z.discriminatedUnion("type", [Plotted, Pie]),
});
