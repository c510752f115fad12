/** Group × group: how much links each two, as colour and number; what a picture of many ribbons cannot show at once. */
import { useMemo } from "react";
import type { MatrixResult } from "../../../server/contract/explore.ts";
import { useAnswer } from "../../api.ts";
import { formatRange } from "../../i18n/format.ts";
import { Answered } from "../../records/answered.tsx";
import { GridLegend } from "../../records/grid-legend.tsx";
import { type Kinship, ORDERS } from "../../records/group-order.ts";
import { overviewParameters } from "../../records/overview-question.ts";
import { rampRanges } from "../../records/ramp.ts";
import { ResetFilters } from "../../records/reset-filters.tsx";
import { useWords } from "../../records/words.ts";
import { filterEntries } from "../../state/url.ts";
import { filterCount } from "../../state/view.ts";
import { setView, useView } from "../../state/view-store.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { HeatMap } from "./heat-map.tsx";
import { matrixModel, passing } from "./model.ts";
import "./matrix.css";

const NO_KINSHIPS: readonly Kinship[] = [];

export function MatrixView() {
  const { say } = useWords("matrix");
  const view = useView();
  const answer = useAnswer("matrix", [
    ["kind", view.groupKinds.join(",")],
    ...filterEntries(view.filters),
  ]);
  const overview = useAnswer("overview", overviewParameters(view));
  return (
    <section className="matrix-view" aria-label={say("title")}>
      <Answered answer={answer} loading={say("loading")}>
        {(result) => <Matrix result={result} kinships={overview.data?.groups ?? NO_KINSHIPS} />}
      </Answered>
    </section>
  );
}

interface MatrixProps {
  result: MatrixResult;
  kinships: readonly Kinship[];
}

function Matrix({ result, kinships }: MatrixProps) {
  const { say } = useWords("matrix");
  const { evidence, sort, filters } = useView();
  const isFiltered = filterCount(filters) > 0;
  const order = ORDERS.find((known) => known === sort) ?? "family";
  const model = useMemo(
    () => matrixModel(isFiltered ? passing(result) : result, order, evidence, kinships),
    [result, isFiltered, order, evidence, kinships],
  );
  const { omitted } = result;
  const unfit = result.groups.length - model.groups.length;
  if (model.groups.length === 0) {
    return (
      <EmptyState title={say("emptyTitle")} text={say("emptyText")} action={<ResetFilters />} />
    );
  }
  return (
    <>
      <div className="matrix-view__bar">
        <SegmentedControl
          label={say("order")}
          value={order}
          onChange={(chosen) => setView({ sort: chosen === "family" ? "" : chosen })}
          options={[
            { value: "family", label: say("byFamily") },
            { value: "similarity", label: say("bySimilarity") },
          ]}
        />
        <Legend max={model.max} />
      </div>
      <HeatMap model={model} evidence={evidence} />
      <div className="matrix-view__notes">
        {unfit > 0 ? <p>{say("unfit", { count: unfit })}</p> : null}
        {omitted.groups > 0 ? <p>{say("omitted", { count: omitted.groups })}</p> : null}
        {omitted.cells > 0 ? <p>{say("omittedCells", { count: omitted.cells })}</p> : null}
      </div>
    </>
  );
}

function Legend({ max }: { max: number }) {
  const { say, language } = useWords("matrix");
  const { evidence } = useView();
  const ranges = rampRanges(max).map(({ from, to, shade }) => ({
    text: formatRange(from, to, language),
    look: { "data-shade": shade },
  }));
  return (
    <GridLegend
      title={say("legend", { evidence: say(`evidence.${evidence}`) })}
      entries={[{ text: say("none"), look: {} }, ...ranges]}
    />
  );
}
