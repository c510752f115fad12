/** The actors around the one in the middle of the radial picture. */
import { useAnswer } from "../../api.ts";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { useWords } from "../../records/words.ts";
import { filterEntries } from "../../state/url.ts";
import { useView } from "../../state/view-store.ts";
import { EmptyState } from "../../ui/states.tsx";
import { type ActorRow, useActorColumns } from "./actor-columns.tsx";
import { SortedTable, TableFrame, WaitingFrame } from "./frame.tsx";

interface NeighbourRow extends ActorRow {
  depth: number;
}

/** The same question as the radial picture asks, so that both show the same and share the answer. */
export function NeighbourTable() {
  const { say, language } = useWords("table");
  const { centre, filters } = useView();
  const answer = useAnswer(
    "neighbours",
    [["id", centre ?? ""], ...filterEntries(filters), ["depth", "2"], ["limit", "90"]],
    { enabled: centre !== null },
  );
  const columns = [
    ...useActorColumns<NeighbourRow>(say("projects")),
    {
      id: "depth",
      title: say("depth"),
      isNumeric: true,
      value: (row: NeighbourRow) => row.depth,
      cell: (row: NeighbourRow) => formatNumber(row.depth, language),
    },
  ];
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
