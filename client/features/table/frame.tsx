/** Around every table: the choice of table above it, its tools, and notes on what it leaves out below. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Answered } from "../../records/answered.tsx";
import { CopyTable } from "../../records/copy-table.tsx";
import { ResetFilters } from "../../records/reset-filters.tsx";
import { useWords } from "../../records/words.ts";
import { setView, useView } from "../../state/view-store.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { nextSort, readSort, sortRows, writeSort } from "../../ui/sort-rows.ts";
import { EmptyState } from "../../ui/states.tsx";
import { readTab, TABS, type Tab, writeTab } from "./tabs.ts";

export function TableFrame({ tools, children }: { tools?: ReactNode; children: ReactNode }) {
  const { say } = useWords("table");
  const view = useView();
  const tabs = TABS.filter((name) => name !== "neighbours" || view.layout === "radial");
  return (
    <section className="table-view" aria-label={say("label")}>
      <div className="table-view__bar">
        <SegmentedControl<Tab>
          label={say("which")}
          value={readTab(view.sort, view.layout).tab}
          onChange={(tab) => setView({ sort: writeTab(tab, "", view.layout) })}
          options={tabs.map((value) => ({ value, label: say(value) }))}
        />
        <div className="table-view__tools">{tools}</div>
      </div>
      <div className="table-view__scroll">{children}</div>
    </section>
  );
}

/** While the answer is not there, or failed. */
export function WaitingFrame({ answer }: { answer: UseQueryResult<unknown> }) {
  const { say } = useWords("table");
  return (
    <TableFrame>
      <Answered answer={answer} loading={say("loading")}>
        {() => null}
      </Answered>
    </TableFrame>
  );
}

interface SortedTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  /** In the order of the answer. */
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Beside the copy button: how many of how many. */
  summary?: ReactNode;
  /** Below the table: what is not listed, and how to see it. */
  children?: ReactNode;
}

/** The rows in the order of the address, with the frame around them. */
export function SortedTable<Row>(props: SortedTableProps<Row>) {
  const { caption, columns, rows, keyOf, summary, children } = props;
  const { say, language } = useWords("table");
  const view = useView();
  const { tab, order } = readTab(view.sort, view.layout);
  const sort = readSort(
    order,
    columns.map((column) => column.id),
  );
  const value = columns.find((column) => column.id === sort?.column)?.value;
  const sorted = sort && value ? sortRows(rows, value, sort.descending, language) : rows;
  const tools = (
    <>
      {summary ? <span className="table-view__summary">{summary}</span> : null}
      <CopyTable columns={columns} rows={sorted} />
    </>
  );
  if (rows.length === 0) {
    return (
      <TableFrame>
        <EmptyState title={say("emptyTitle")} text={say("emptyText")} action={<ResetFilters />} />
      </TableFrame>
    );
  }
  return (
    <TableFrame tools={tools}>
      <DataTable
        caption={caption}
        columns={columns}
        rows={sorted}
        keyOf={keyOf}
        sort={sort}
        onSort={(column) => {
          const next = nextSort(sort, column.id, column.isNumeric ?? false);
          setView({ sort: writeTab(tab, writeSort(next), view.layout) });
        }}
        more={say("more")}
      />
      <div className="table-view__notes">{children}</div>
    </TableFrame>
  );
}
