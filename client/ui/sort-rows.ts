/** Sorting by a click on a table's head: the sort is a text such as `name` or `-links`, as it stands in the address. */
export interface Sort {
  column: string;
  descending: boolean;
}

export type SortValue = string | number | null;

/** `null` when the text names none of the columns. */
export function readSort(text: string, columns: readonly string[]): Sort | null {
  const descending = text.startsWith("-");
  const column = descending ? text.slice(1) : text;
  return columns.includes(column) ? { column, descending } : null;
}

export function writeSort(sort: Sort): string {
  return sort.descending ? `-${sort.column}` : sort.column;
}

/** A second click on the same head turns the order round; numbers start with the largest. */
export function nextSort(present: Sort | null, column: string, numeric: boolean): Sort {
  if (present?.column === column) return { column, descending: !present.descending };
  return { column, descending: numeric };
}

/** Texts in the order of the language (`Ä` beside `A`), unknown values last in both directions; stable. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueIn: (row: Row) => SortValue,
  descending: boolean,
  language: string,
): Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  return rows
    .map((row) => ({ row, value: valueIn(row) }))
    .sort((left, right) => {
      if (left.value === null || right.value === null) {
        return Number(left.value === null) - Number(right.value === null);
      }
      const order =
        typeof left.value === "number" && typeof right.value === "number"
          ? left.value - right.value
          : collator.compare(String(left.value), String(right.value));
      return descending ? -order : order;
    })
    .map(({ row }) => row);
}
