/**
 * A table that every column sorts by a click on its head. A click anywhere in a row is a click on the link in its
 * first column; long tables show their rows by and by.
 */
import { ArrowDown, ArrowUp } from "lucide-react";
import { Fragment, type Key, type MouseEvent, type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import type { Sort, SortValue } from "./sort-rows.ts";
import "./data-table.css";

export interface Column<Row> {
  id: string;
  title: string;
  isNumeric?: boolean;
  /** A few words that stay in one line. */
  isShort?: boolean;
  /** Sorted by, and copied. */
  value: (row: Row) => SortValue;
  /** Shown; the value itself when left out. */
  cell?: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** Said to a screen reader before the table. */
  caption: string;
  columns: readonly Column<Row>[];
  /** In the order in which they are shown. */
  rows: readonly Row[];
  keyOf: (row: Row) => Key;
  sort: Sort | null;
  onSort: (column: Column<Row>) => void;
  /** Words for the button that shows the next rows. */
  more: string;
}

const ROWS_AT_ONCE = 200;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, sort, onSort, more } = props;
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  return (
    <>
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row) => (
            <tr key={keyOf(row)} onClick={followRow}>
              {columns.map((column, index) => (
                <Fragment key={column.id}>
                  {index === 0 ? (
                    <th scope="row">{column.cell ? column.cell(row) : column.value(row)}</th>
                  ) : (
                    <td className={cellClass(column)}>
                      {column.cell ? column.cell(row) : column.value(row)}
                    </td>
                  )}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > limit ? (
        <div className="data-table__more">
          <Button onPress={() => setLimit(limit + ROWS_AT_ONCE)}>{more}</Button>
        </div>
      ) : null}
    </>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: Sort | null;
  onSort: (column: Column<Row>) => void;
}

/** For the mouse only: keyboard and screen reader have the link itself. Selecting text in a row opens nothing. */
function followRow(event: MouseEvent<HTMLTableRowElement>): void {
  const { target, currentTarget } = event;
  if (target instanceof Element && target.closest("a, button")) return;
  if (window.getSelection()?.isCollapsed === false) return;
  currentTarget.querySelector("a")?.click();
}

function cellClass<Row>({ isNumeric, isShort }: Column<Row>): string {
  return isNumeric ? "data-table__number" : isShort ? "data-table__short" : "";
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const isSorted = sort?.column === column.id;
  const Arrow = isSorted && sort.descending ? ArrowDown : ArrowUp;
  const order = isSorted ? (sort.descending ? "descending" : "ascending") : "none";
  return (
    <th
      scope="col"
      aria-sort={order}
      className={`data-table__head ${column.isNumeric ? "data-table__number" : ""}`}
    >
      <button type="button" className="data-table__sort" onClick={() => onSort(column)}>
        <span>{column.title}</span>
        <Arrow
          className={`data-table__arrow ${isSorted ? "data-table__arrow--on" : ""}`}
          aria-hidden
        />
      </button>
    </th>
  );
}
