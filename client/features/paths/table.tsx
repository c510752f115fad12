/** The steps of the found paths (or of the joining tree) as a table: the same as the cards, to sort and to read. */
import { Route } from "lucide-react";
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { PathHop } from "../../../server/contract/paths.ts";
import { formatDecimal, formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { CopyTable } from "../../records/copy-table.tsx";
import { hopPeriod, hopText, strengthWords } from "../../records/hop-words.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { useWords, type Words } from "../../records/words.ts";
import { setView, useView } from "../../state/view-store.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { nextSort, readSort, sortRows, writeSort } from "../../ui/sort-rows.ts";
import { EmptyState } from "../../ui/states.tsx";
import { useConnectAnswer, usePathsAnswer } from "./use-results.ts";
import "./table.css";

export interface HopRow {
  /** Rank of its path, from 1. */
  path: number;
  /** Place in its path, from 1. */
  step: number;
  from: ActorRef;
  to: ActorRef;
  hop: PathHop;
}

export function PathsTable() {
  const words = useWords("paths");
  const { say, language } = words;
  const view = useView();
  const isTree = view.paths.task === "connect";
  const [paths, tree] = [usePathsAnswer()?.data, useConnectAnswer()?.data?.tree];
  const columns = hopColumns(words).filter(({ id }) => !isTree || id !== "path");
  const rows = hopRows(isTree ? (tree ? [tree] : []) : (paths?.paths ?? []));
  const sort = readSort(
    view.sort,
    columns.map(({ id }) => id),
  );
  const value = columns.find(({ id }) => id === sort?.column)?.value;
  const sorted = sort && value ? sortRows(rows, value, sort.descending, language) : rows;
  return (
    <section className="paths-table" aria-label={say("title")}>
      {rows.length === 0 ? (
        <EmptyState
          icon={<Route aria-hidden />}
          title={say("table.emptyTitle")}
          text={say("table.emptyText")}
        />
      ) : (
        <>
          <div className="paths-table__tools">
            <CopyTable columns={columns} rows={sorted} />
          </div>
          <DataTable
            caption={say(isTree ? "table.captionTree" : "table.caption")}
            columns={columns}
            rows={sorted}
            keyOf={({ path, step }) => `${path} ${step}`}
            sort={sort}
            onSort={(column) => setView({ sort: writeSort(nextSort(sort, column.id, false)) })}
            more={say("table.more")}
          />
        </>
      )}
    </section>
  );
}

export function hopRows(
  paths: readonly { actors: readonly ActorRef[]; hops: readonly PathHop[] }[],
) {
  return paths.flatMap(({ actors, hops }, rank): HopRow[] => {
    const find = (id: string) => actors.find((actor) => actor.id === id);
    return hops.flatMap((hop, index) => {
      const [from, to] = [find(hop.from), find(hop.to)];
      return from && to ? [{ path: rank + 1, step: index + 1, from, to, hop }] : [];
    });
  });
}

export function hopColumns(words: Words): Column<HopRow>[] {
  const { say, language } = words;
  const actor = (side: "from" | "to"): Column<HopRow> => ({
    id: side,
    title: say(`table.${side}`),
    value: (row) => actorName(row[side], language),
    cell: (row) => <ActorLink actor={row[side]} />,
  });
  const number = (side: "path" | "step"): Column<HopRow> => ({
    id: side,
    title: say(`table.${side}`),
    isShort: true,
    value: (row) => row[side],
    cell: (row) => formatNumber(row[side], language),
  });
  const period = ({ hop }: HopRow) => hopPeriod(hop, words, new Date().getFullYear());
  return [
    number("path"),
    number("step"),
    actor("from"),
    actor("to"),
    { id: "basis", title: say("table.basis"), value: ({ hop }) => hopText(hop, words) },
    {
      id: "since",
      title: say("table.since"),
      isShort: true,
      value: period,
      cell: (row) =>
        period(row) ?? <span className="paths-table__unknown">{say("periodUnknown")}</span>,
    },
    {
      id: "strength",
      title: say("table.strength"),
      value: ({ hop }) => hop.strength,
      cell: ({ hop }) => strengthWords(hop, words),
    },
    {
      id: "effort",
      title: say("table.effort"),
      isNumeric: true,
      value: ({ hop }) => hop.cost,
      cell: ({ hop }) => formatDecimal(hop.cost, language),
    },
  ];
}
