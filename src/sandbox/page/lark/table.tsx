/** A card's table in the shared grid. */
import type { ReactNode } from "react";
import { Grid, type GridCell } from "../shared/grid.tsx";
import { type Reader, useReader } from "../shared/reader.tsx";
import { plainDay } from "../shared/time.ts";
import { numberText } from "./number-cell.ts";
import { People } from "./people.tsx";
import { plain } from "./plain.ts";
import type { TableElement } from "./shapes.ts";
import { LarkMarkdown } from "./text.tsx";

export function LarkTable({ table }: { table: TableElement }) {
  const reader = useReader();
  const columns = table.columns.map((column) => ({
    title: column.display_name ?? column.name,
    align: column.horizontal_align,
  }));
  const rows = table.rows.map((row) =>
    table.columns.map((column): GridCell => {
      const value = row[column.name];
      if (value === undefined) return { shown: "", value: "" };
      const isNumber = column.data_type === "number";
      const shown = isNumber
        ? numberText(value, column.format)
        : shownAs(column.data_type ?? "text", value, reader);
      return { shown, value: isNumber ? Number(value) : plain(value) };
    }),
  );
  return <Grid caption="" columns={columns} rows={rows} pageSize={table.page_size ?? 5} sortable={false} />;
}

function shownAs(type: string, value: unknown, { tz }: Reader): ReactNode {
  switch (type) {
    case "lark_md":
    case "markdown":
      return <LarkMarkdown text={plain(value)} />;
    case "date":
      return plainDay(Number(value), tz);
    case "options":
      return (Array.isArray(value) ? (value as { text: string; color?: string }[]) : []).map((tag) => (
        <span key={tag.text} className="tag" data-color={tag.color}>
          {tag.text}
        </span>
      ));
    case "persons":
      return <People ids={[value].flat().map(plain)} />;
    default:
      return plain(value);
  }
}
