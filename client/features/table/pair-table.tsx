/** The cross-links of the picture: which two groups, and by how much of each kind of evidence. */
import { useAnswer } from "../../api.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { overviewParameters } from "../../records/overview-question.ts";
import { PanelLink } from "../../records/panel-link.tsx";
import { pairPanel } from "../../records/panel-of.ts";
import { type Strength, strengthOf } from "../../records/strength.ts";
import { useWords, type Words } from "../../records/words.ts";
import { useView } from "../../state/view-store.ts";
import type { Column } from "../../ui/data-table.tsx";
import { SortedTable, WaitingFrame } from "./frame.tsx";
import { type PairRow, pairRows } from "./rows.ts";

export function PairTable() {
  const words = useWords("table");
  const { say } = words;
  const view = useView();
  const answer = useAnswer("overview", overviewParameters(view));
  const columns = pairColumns(words);
  if (answer.data === undefined) return <WaitingFrame answer={answer} />;
  const { crossLinks: omitted } = answer.data.omitted;
  const rows = pairRows(answer.data);
  return (
    <SortedTable
      caption={say("pairsCaption")}
      columns={columns}
      rows={rows}
      keyOf={({ a, b }) => `${a.id}~${b.id}`}
      summary={say("common:count.crossLinks", { count: rows.length })}
    >
      {omitted > 0 ? <p>{say("omittedRows", { count: omitted })}</p> : null}
    </SortedTable>
  );
}

export function pairColumns({ say, language }: Words): Column<PairRow>[] {
  const number = (id: string, title: string, value: (row: Strength) => number) => ({
    id,
    title,
    isNumeric: true,
    value,
    cell: (row: PairRow) => formatNumber(value(row), language),
  });
  const name = (side: "a" | "b") => (row: PairRow) => actorName(row[side], language);
  return [
    {
      id: "a",
      title: say("groupA"),
      value: name("a"),
      cell: (row) => (
        <PanelLink
          panel={pairPanel(row.a.id, row.b.id)}
          className="actor-link"
          label={say("records:openPair", { a: name("a")(row), b: name("b")(row) })}
        >
          <KindMark kind={row.a.kind} />
          {name("a")(row)}
        </PanelLink>
      ),
    },
    {
      id: "b",
      title: say("groupB"),
      value: name("b"),
      cell: (row) => (
        <span className="actor-link table-view__second">
          <KindMark kind={row.b.kind} />
          {name("b")(row)}
        </span>
      ),
    },
    number("links", say("links"), (row) => row.links),
    number("projects", say("projects"), (row) => row.projects),
    number("shared", say("shared"), (row) => row.shared),
    number("total", say("total"), (row) => strengthOf(row, "all")),
  ];
}
