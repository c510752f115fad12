/** A table as text with tabs between the columns: pastes into a mail and into a spreadsheet. */
import type { Column } from "../ui/data-table.tsx";

/** `unknown` stands for what is not known. A tab or line break inside a value becomes a space. */
export function tableAsText<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  unknown: string,
): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t");
  return [
    line(columns.map((column) => column.title)),
    ...rows.map((row) => line(columns.map((column) => String(column.value(row) ?? unknown)))),
  ].join("\n");
}
