/** A table that pages, and where asked sorts and filters. */
import { type ReactNode, useState } from "react";
import { Each } from "./each.tsx";
import { useReader } from "./reader.tsx";

export interface GridCell {
  shown: ReactNode;
  /** what sorting and filtering look at */
  value: string | number;
}

export interface GridColumn {
  title: string;
  align?: "left" | "center" | "right" | undefined;
}

interface Order {
  column: number;
  down: boolean;
}

export function Grid(props: {
  caption: string;
  columns: readonly GridColumn[];
  rows: readonly (readonly GridCell[])[];
  pageSize: number;
  sortable: boolean;
}) {
  const { words } = useReader();
  const [order, setOrder] = useState<Order>();
  const [filter, setFilter] = useState("");
  const [page, setPage] = useState(0);
  const found = ordered(matching(props.rows, filter), order);
  const pages = Math.max(1, Math.ceil(found.length / props.pageSize));
  const at = Math.min(page, pages - 1);
  const shown = found.slice(at * props.pageSize, (at + 1) * props.pageSize);

  const sortBy = (column: number) => setOrder({ column, down: order?.column === column && !order.down });
  return (
    <div className="grid-box">
      {props.sortable && props.rows.length > props.pageSize && (
        <input
          className="field grid-filter"
          type="search"
          placeholder={words.filter}
          aria-label={`${words.filter}: ${props.caption}`}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <div className="grid-scroll">
        <table className="grid-table">
          {props.caption !== "" && <caption>{props.caption}</caption>}
          <thead>
            <tr>
              <Each items={props.columns}>
                {(column, index) => (
                  <th scope="col" style={{ textAlign: column.align }} aria-sort={sortOf(order, index)}>
                    {props.sortable ? (
                      <button type="button" onClick={() => sortBy(index)}>
                        {column.title}
                        <span aria-hidden="true">
                          {order?.column === index ? (order.down ? " ↓" : " ↑") : ""}
                        </span>
                      </button>
                    ) : (
                      column.title
                    )}
                  </th>
                )}
              </Each>
            </tr>
          </thead>
          <tbody>
            <Each items={shown}>
              {(row) => (
                <tr>
                  <Each items={row}>
                    {(cell, index) => (
                      <td
                        className={typeof cell.value === "number" ? "figure" : undefined}
                        style={{ textAlign: props.columns[index]?.align }}
                      >
                        {cell.shown}
                      </td>
                    )}
                  </Each>
                </tr>
              )}
            </Each>
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <nav className="pager" aria-label={props.caption}>
          <span>{words.rows(found.length)}</span>
          <button
            type="button"
            className="icon"
            aria-label={words.previous}
            disabled={at === 0}
            onClick={() => setPage(at - 1)}
          >
            ‹
          </button>
          <span>{words.page(at + 1, pages)}</span>
          <button
            type="button"
            className="icon"
            aria-label={words.next}
            disabled={at === pages - 1}
            onClick={() => setPage(at + 1)}
          >
            ›
          </button>
        </nav>
      )}
    </div>
  );
}

function matching(rows: readonly (readonly GridCell[])[], filter: string) {
  const wanted = filter.trim().toLowerCase();
  return rows.filter((row) => row.some((cell) => String(cell.value).toLowerCase().includes(wanted)));
}

function ordered(rows: readonly (readonly GridCell[])[], order: Order | undefined) {
  if (order === undefined) return rows;
  const sorted = rows.toSorted((a, b) => compare(a[order.column]?.value ?? "", b[order.column]?.value ?? ""));
  return order.down ? sorted.toReversed() : sorted;
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "zh-CN", { numeric: true });
}

function sortOf(order: Order | undefined, column: number): "ascending" | "descending" | undefined {
  if (order?.column !== column) return undefined;
  return order.down ? "descending" : "ascending";
}
