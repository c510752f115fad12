/** The opportunities as a table: the same as the list, to sort, to read and to copy. */
import { Sparkles } from "lucide-react";
import type { OpportunityView } from "../../../server/contract/opportunities.ts";
import { useAnswer } from "../../api.ts";
import { formatDecimal, formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { Answered } from "../../records/answered.tsx";
import { CopyTable } from "../../records/copy-table.tsx";
import { opportunitiesParameters } from "../../records/opportunities-question.ts";
import { QualityNote } from "../../records/quality-note.tsx";
import { useWords, type Words } from "../../records/words.ts";
import { NARROW, useMedia } from "../../state/media.ts";
import { setOpportunities, setView, useView } from "../../state/view-store.ts";
import { TextButton } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { nextSort, readSort, sortRows, writeSort } from "../../ui/sort-rows.ts";
import { EmptyState } from "../../ui/states.tsx";
import { ListSwitch } from "./list.tsx";
import "./side.css";
import "./table.css";

export interface OpportunityRow {
  rank: number;
  opportunity: OpportunityView;
}

export function OpportunitiesTable() {
  const { say } = useWords("opportunities");
  const answer = useAnswer("opportunities", opportunitiesParameters(useView().opportunities));
  const isNarrow = useMedia(NARROW);
  return (
    <section className="opportunities-table" aria-label={say("title")}>
      {isNarrow ? (
        // The list beside it says this on wide screens.
        <div className="opportunities-table__head">
          <ListSwitch />
          <QualityNote />
        </div>
      ) : null}
      <Answered answer={answer} loading={say("loading")}>
        {({ opportunities }) => <Rows opportunities={opportunities} />}
      </Answered>
    </section>
  );
}

function Rows({ opportunities }: { opportunities: readonly OpportunityView[] }) {
  const words = useWords("opportunities");
  const { say, language } = words;
  const view = useView();
  const columns = opportunityColumns(words);
  const sort = readSort(
    view.sort,
    columns.map(({ id }) => id),
  );
  const value = columns.find(({ id }) => id === sort?.column)?.value;
  const rows = opportunities.map(
    (opportunity, index): OpportunityRow => ({ rank: index + 1, opportunity }),
  );
  const sorted = sort && value ? sortRows(rows, value, sort.descending, language) : rows;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<Sparkles aria-hidden />}
        title={say("emptyTitle")}
        text={say("emptyText")}
      />
    );
  }
  return (
    <>
      <div className="opportunities-table__tools">
        <CopyTable columns={columns} rows={sorted} />
      </div>
      <DataTable
        caption={say("table.caption")}
        columns={columns}
        rows={sorted}
        keyOf={({ rank }) => rank}
        sort={sort}
        onSort={(column) =>
          setView({ sort: writeSort(nextSort(sort, column.id, column.isNumeric ?? false)) })
        }
        more={say("table.more")}
      />
    </>
  );
}

export function opportunityColumns({ say, language }: Words): Column<OpportunityRow>[] {
  const name = (side: "a" | "b") => (row: OpportunityRow) =>
    actorName(row.opportunity[side], language);
  const decimal = (id: "expected" | "gap" | "breadth"): Column<OpportunityRow> => ({
    id,
    title: say(`table.${id}`),
    isNumeric: true,
    value: ({ opportunity }) => Math.round(opportunity[id] * 10) / 10,
    cell: ({ opportunity }) => formatDecimal(opportunity[id], language),
  });
  return [
    {
      id: "a",
      title: say("table.a"),
      value: name("a"),
      cell: (row) => {
        const { a, b } = row.opportunity;
        return (
          <TextButton
            aria-label={say("table.open", { a: name("a")(row), b: name("b")(row) })}
            onPress={() => setOpportunities({ pair: { a: a.id, b: b.id } })}
          >
            {name("a")(row)}
          </TextButton>
        );
      },
    },
    { id: "b", title: say("table.b"), value: name("b") },
    {
      id: "rank",
      title: say("table.rank"),
      isShort: true,
      value: ({ rank }) => rank,
      cell: ({ rank }) => formatNumber(rank, language),
    },
    {
      id: "class",
      title: say("table.class"),
      value: ({ opportunity }) => say(`class.${opportunity.class}`),
    },
    {
      id: "observed",
      title: say("table.observed"),
      isNumeric: true,
      value: ({ opportunity }) => opportunity.observed,
      cell: ({ opportunity }) => formatNumber(opportunity.observed, language),
    },
    decimal("expected"),
    decimal("gap"),
    {
      id: "ratio",
      title: say("table.ratio"),
      isNumeric: true,
      value: ({ opportunity }) => Math.round(opportunity.ratio * 100) / 100,
      cell: ({ opportunity }) => `${formatNumber(Math.round(100 * opportunity.ratio), language)} %`,
    },
    decimal("breadth"),
  ];
}
