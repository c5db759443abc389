/** Schemas of the blocks that show data: tables, sortable tables, charts. */
import { z } from "zod";
import { Id, RichTextBlock } from "./check-text.ts";
import { LIMITS } from "./limits.ts";

const RawText = z.strictObject({ type: z.literal("raw_text"), text: z.string().min(1) });
const RawNumber = z.strictObject({
  type: z.literal("raw_number"),
  value: z.number(),
  text: z.string().min(1),
});
const Cell = z.discriminatedUnion("type", [RawText, RawNumber, RichTextBlock]);
type Cell = z.infer<typeof Cell>;

export const Table = z.strictObject({
  type: z.literal("table"),
  block_id: Id.optional(),
  rows: z.array(z.array(Cell).min(1).max(LIMITS.table.columns)).min(1).max(LIMITS.table.rows),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(["left", "center", "right"]).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(LIMITS.table.columns)
    .optional(),
});

export const DataTable = z
  .strictObject({
    type: z.literal("data_table"),
    block_id: Id.optional(),
    caption: z.string().min(1),
    rows: z.array(z.array(Cell).min(1).max(LIMITS.dataTable.columns)).min(2).max(LIMITS.dataTable.rows),
    page_size: z.int().min(1).max(LIMITS.dataTable.pageSize).optional(),
    row_header_column_index: z.int().min(0).max(LIMITS.dataTable.columns).optional(),
  })
  .refine(({ rows }) => rows.every((row) => row.length === rows[0]?.length), {
    message: "rows must have equal lengths",
  })
  .refine(({ rows }) => rows[0]?.every((cell) => cell.type !== "rich_text"), {
    message: "header cells must not be rich_text",
  });

const label = z.string().min(1).max(LIMITS.chart.label);

const plotted = {
  axis_config: z.strictObject({
    categories: z.array(label).min(1).max(LIMITS.chart.categories),
    x_label: z.string().max(LIMITS.chart.axis).optional(),
    y_label: z.string().max(LIMITS.chart.axis).optional(),
  }),
  series: z
    .array(
      z.strictObject({
        name: label,
        data: z.array(z.strictObject({ label, value: z.number() })).min(1),
      }),
    )
    .min(1)
    .max(LIMITS.chart.series),
};

interface Plot {
  axis_config: { categories: string[] };
  series: { data: { label: string }[] }[];
}

/** Every series has one point for every category, no more and no fewer. */
function fitsAxis({ axis_config: { categories }, series }: Plot): boolean {
  return series.every(
    ({ data }) =>
      data.length === categories.length &&
      categories.every((category) => data.some((point) => point.label === category)),
  );
}

const FITS_AXIS = { message: "every series needs one data point for every category" };

const Chart = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bar"), ...plotted }).refine(fitsAxis, FITS_AXIS),
  z.strictObject({ type: z.literal("line"), ...plotted }).refine(fitsAxis, FITS_AXIS),
  z.strictObject({ type: z.literal("area"), ...plotted }).refine(fitsAxis, FITS_AXIS),
  z.strictObject({
    type: z.literal("pie"),
    segments: z
      .array(z.strictObject({ label, value: z.number().positive() }))
      .min(1)
      .max(LIMITS.chart.segments),
  }),
]);

export const DataVisualization = z.strictObject({
  type: z.literal("data_visualization"),
  block_id: Id.optional(),
  title: z.string().min(1).max(LIMITS.chart.title),
  chart: Chart,
});

/** How much the cells of a checked table hold, in characters. */
export function tableCharacters(rows: readonly (readonly unknown[])[]): number {
  const cells = rows.flat() as Cell[];
  return cells.reduce((sum, cell) => sum + cellLength(cell), 0);
}

/** Rich text is counted by its JSON, which is never shorter than what is shown. */
function cellLength(cell: Cell): number {
  return cell.type === "rich_text" ? JSON.stringify(cell.elements).length : cell.text.length;
}
