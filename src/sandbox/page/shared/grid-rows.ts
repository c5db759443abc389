/** Filters and sorts the rows of a table. */

type Row<T> = readonly (T & { value: string | number })[];

export interface Order {
  column: number;
  down: boolean;
}

export function matching<T>(rows: readonly Row<T>[], filter: string): readonly Row<T>[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted === "") return rows;
  return rows.filter((row) => row.some((cell) => String(cell.value).toLowerCase().includes(wanted)));
}

export function ordered<T>(rows: readonly Row<T>[], order: Order | undefined): readonly Row<T>[] {
  if (order === undefined) return rows;
  const { column, down } = order;
  const valueIn = (row: Row<T>) => row[column]?.value ?? "";
  const isNumbers = rows.some((row) => typeof valueIn(row) === "number");
  // among numbers a cell without one says nothing: it comes last in both directions
  const without = isNumbers ? rows.filter((row) => typeof valueIn(row) !== "number") : [];
  const sorted = rows
    .filter((row) => !without.includes(row))
    .toSorted((a, b) => compare(valueIn(a), valueIn(b)));
  return [...(down ? sorted.toReversed() : sorted), ...without];
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "zh-CN", { numeric: true });
}
