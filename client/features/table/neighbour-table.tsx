/** The actors around the one in the middle of the radial picture. */
import { useAnswer } from "../../api.ts";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { useWords, type Words } from "../../records/words.ts";
import { filterEntries } from "../../state/url.ts";
import { useView } from "../../state/view-store.ts";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { type ActorRow, actorColumns } from "./actor-columns.tsx";
import { SortedTable, TableFrame, WaitingFrame } from "./frame.tsx";

export interface NeighbourRow extends ActorRow {
  depth: number;
}

export function neighbourColumns(words: Words): Column<NeighbourRow>[] {
  const { say, language } = words;
  return [
    ...actorColumns<NeighbourRow>(words, say("projects")),
    {
      id: "depth",
      title: say("depth"),
      isNumeric: true,
      value: (row) => row.depth,
      cell: (row) => formatNumber(row.depth, language),
    },
  ];
}

/** The same question as the radial picture asks, so that both show the same and share the answer. */
export function NeighbourTable() {
  const words = useWords("table");
  const { say, language } = words;
  const { centre, filters } = useView();
  const answer = useAnswer(
    "neighbours",
    [["id", centre ?? ""], ...filterEntries(filters), ["depth", "2"], ["limit", "90"]],
    { enabled: centre !== null },
  );
  const columns = neighbourColumns(words);
  if (centre === null) {
    return (
      <TableFrame>
        <EmptyState title={say("noCentreTitle")} text={say("noCentreText")} />
      </TableFrame>
    );
  }
  if (answer.data === undefined) return <WaitingFrame answer={answer} />;
  const [middle, ...rows] = answer.data.actors;
  const { actors: omitted } = answer.data.omitted;
  return (
    <SortedTable
      caption={say("neighboursCaption", { name: middle ? actorName(middle, language) : centre })}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      summary={say("common:count.actors", { count: rows.length })}
    >
      {omitted > 0 ? <p>{say("omittedRows", { count: omitted })}</p> : null}
    </SortedTable>
  );
}
