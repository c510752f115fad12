/** Group × group: what is recorded, what would be expected, and how far the two are apart. */
import { useMemo } from "react";
import type { MatrixResult } from "../../../server/contract/explore.ts";
import { OPPORTUNITY_CLASSES } from "../../../server/contract/opportunity-words.ts";
import { useAnswer } from "../../api.ts";
import { formatRange } from "../../i18n/format.ts";
import { Answered } from "../../records/answered.tsx";
import { GridLegend } from "../../records/grid-legend.tsx";
import { GroupGrid } from "../../records/group-grid.tsx";
import { type Kinship, ORDERS } from "../../records/group-order.ts";
import { openPanel, panelOf } from "../../records/panel-of.ts";
import { rampRanges } from "../../records/ramp.ts";
import { useWords } from "../../records/words.ts";
import { MEASURES } from "../../state/opportunities-url.ts";
import { setOpportunities, useView } from "../../state/view-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { type OpportunityMapModel, opportunityMapModel } from "./map-model.ts";
import { MapRow } from "./map-row.tsx";
import "./map.css";

const NO_KINSHIPS: readonly Kinship[] = [];

export function OpportunityMap() {
  const { say } = useWords("opportunities");
  const { kinds } = useView().opportunities;
  const answer = useAnswer("matrix", [["kind", kinds.join(",")]]);
  const overview = useAnswer("overview", [["groupKinds", kinds.join(",")]]);
  return (
    <section className="opportunity-map" aria-label={say("map")}>
      <Answered answer={answer} loading={say("loading")}>
        {(result) => <Grid result={result} kinships={overview.data?.groups ?? NO_KINSHIPS} />}
      </Answered>
    </section>
  );
}

function Grid({ result, kinships }: { result: MatrixResult; kinships: readonly Kinship[] }) {
  const { say } = useWords("opportunities");
  const { measure, order, groups: only, topics, states } = useView().opportunities;
  const isLimited = only.length + topics.length + states.length > 0;
  const model = useMemo(
    () => opportunityMapModel(result, order, measure, kinships),
    [result, order, measure, kinships],
  );
  const { groups } = model;
  const open = (row: number, column: number) => {
    const [a, b] = [groups[row], groups[column]];
    if (!a || !b) return;
    if (row === column) openPanel(panelOf(a));
    else setOpportunities({ pair: { a: a.id, b: b.id } });
  };
  const { expectations, omitted } = result;
  return (
    <>
      <div className="opportunity-map__bar">
        <Choice
          label={say("measure")}
          value={measure}
          onChange={(value) => setOpportunities({ measure: value })}
          options={MEASURES.map((value) => ({
            value,
            label: say(`measureName.${value}`),
            hint: say(`measureLegend.${value}`),
          }))}
        />
        <SegmentedControl
          label={say("order")}
          value={order}
          onChange={(value) => setOpportunities({ order: value })}
          options={ORDERS.map((value) => ({
            value,
            label: say(value === "family" ? "byFamily" : "bySimilarity"),
          }))}
        />
        <Legend model={model} />
      </div>
      <GroupGrid
        label={say("map")}
        corner={say("group")}
        hint={say("mapHint")}
        groups={groups}
        onOpen={open}
      >
        {(row) => <MapRow model={model} row={row} measure={measure} />}
      </GroupGrid>
      <div className="opportunity-map__notes">
        {isLimited ? <p>{say("mapUnlimited")}</p> : null}
        {omitted.groups > 0 ? <p>{say("mapOmittedGroups", { count: omitted.groups })}</p> : null}
        {expectations.omitted > 0 ? (
          <p>{say("mapOmittedPairs", { count: expectations.omitted })}</p>
        ) : null}
      </div>
    </>
  );
}

/** The classes where the ratio is shown, the steps of the ramp where a number is. */
function Legend({ model: { max } }: { model: OpportunityMapModel }) {
  const { say, language } = useWords("opportunities");
  const { measure } = useView().opportunities;
  const entries =
    measure === "ratio"
      ? OPPORTUNITY_CLASSES.map((name) => ({
          text: say(`classShort.${name}`),
          look: { "data-class": name },
        }))
      : rampRanges(max).map(({ from, to, shade }) => ({
          text: formatRange(from, to, language),
          look: { "data-shade": shade },
        }));
  return <GridLegend title={say(`measureLegend.${measure}`)} entries={entries} />;
}
