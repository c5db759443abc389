/** A table that pages, and where asked sorts and filters. */
import { type ReactNode, useState } from "react";
import { Each } from "./each.tsx";
import { matching, type Order, ordered } from "./grid-rows.ts";
import { Icon } from "./icons.tsx";
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

export function Grid(props: {
  caption: string;
  columns: readonly GridColumn[];
  rows: readonly (readonly GridCell[])[];
  pageSize: number;
  sortable: boolean;
}) {
  const { words } = useReader();
  const { caption, columns } = props;
  const [order, setOrder] = useState<Order>();
  const [filter, setFilter] = useState("");
  const [page, setPage] = useState(0);
  const found = ordered(matching(props.rows, filter), order);
  const pages = Math.max(1, Math.ceil(found.length / props.pageSize));
  const at = Math.min(page, pages - 1);
  const shown = found.slice(at * props.pageSize, (at + 1) * props.pageSize);
  const filters = props.sortable && props.rows.length > props.pageSize;

  const sortBy = (column: number) => setOrder({ column, down: order?.column === column && !order.down });
  return (
    <div className="grid-box">
      {(caption !== "" || filters) && (
        <div className="grid-head">
          <span>{caption}</span>
          {filters && (
            <input
              className="field grid-filter"
              type="search"
              placeholder={words.filter}
              aria-label={`${words.filter}: ${caption}`}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
          )}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="grid-scroll" tabIndex={0} aria-label={caption === "" ? columns[0]?.title : caption}>
        <table className="grid-table">
          <thead>
            <tr>
              <Each items={columns}>
                {(column, index) => (
                  <th scope="col" style={{ textAlign: column.align }} aria-sort={sortOf(order, index)}>
                    {props.sortable ? (
                      <button type="button" onClick={() => sortBy(index)}>
                        {column.title}
                        <Icon name="up" size={12} />
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
                        style={{ textAlign: columns[index]?.align }}
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
        {shown.length === 0 && <p className="grid-none">{words.noRows}</p>}
      </section>
      {pages > 1 && <Pager label={caption} rows={found.length} at={at} pages={pages} onPage={setPage} />}
    </div>
  );
}

function Pager(props: {
  label: string;
  rows: number;
  at: number;
  pages: number;
  onPage: (page: number) => void;
}) {
  const { words } = useReader();
  const { at, pages } = props;
  const turn = (name: string, sign: string, to: number) => (
    <button
      type="button"
      className="icon"
      aria-label={name}
      disabled={to < 0 || to >= pages}
      onClick={() => props.onPage(to)}
    >
      {sign}
    </button>
  );
  return (
    <nav className="pager" aria-label={props.label}>
      <span>{words.rows(props.rows)}</span>
      {turn(words.previous, "‹", at - 1)}
      <span>{words.page(at + 1, pages)}</span>
      {turn(words.next, "›", at + 1)}
    </nav>
  );
}

function sortOf(order: Order | undefined, column: number): "ascending" | "descending" | undefined {
  if (order?.column !== column) return undefined;
  return order.down ? "descending" : "ascending";
}
