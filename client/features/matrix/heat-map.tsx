/** The cells of the matrix: each a pair of groups, or a group with itself. */
import { GroupGrid } from "../../records/group-grid.tsx";
import { openPanel, pairPanel, panelOf } from "../../records/panel-of.ts";
import { useWords } from "../../records/words.ts";
import type { EvidenceChoice } from "../../state/view.ts";
import { HeatRow } from "./heat-row.tsx";
import type { MatrixModel } from "./model.ts";

interface HeatMapProps {
  model: MatrixModel;
  evidence: EvidenceChoice;
}

export function HeatMap({ model, evidence }: HeatMapProps) {
  const { say } = useWords("matrix");
  const { groups } = model;
  const open = (row: number, column: number) => {
    const [a, b] = [groups[row], groups[column]];
    if (a && b) openPanel(row === column ? panelOf(a) : pairPanel(a.id, b.id));
  };
  return (
    <GroupGrid
      label={say("title")}
      corner={say("group")}
      hint={say("hint")}
      groups={groups}
      onOpen={open}
    >
      {(row) => <HeatRow model={model} row={row} evidence={evidence} />}
    </GroupGrid>
  );
}
