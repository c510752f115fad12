/** The button that copies a table's rows as they are shown. */
import { CopyButton } from "../ui/copy-button.tsx";
import type { Column } from "../ui/data-table.tsx";
import { tableAsText } from "./table-text.ts";
import { useWords } from "./words.ts";

interface CopyTableProps<Row> {
  columns: readonly Column<Row>[];
  /** In the order in which they are shown. */
  rows: readonly Row[];
}

export function CopyTable<Row>({ columns, rows }: CopyTableProps<Row>) {
  const { say } = useWords("records");
  return (
    <CopyButton
      text={() => tableAsText(columns, rows, say("common:unknown"))}
      label={say("copyTable")}
      copied={say("copied")}
      failed={say("copyFailed")}
    />
  );
}
