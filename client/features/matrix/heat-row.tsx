/** One row of cells: colour by the chosen evidence, the number where it fits, everything in the label. */
import { memo } from "react";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { rampSteps, shadeOf, stepOf } from "../../records/ramp.ts";
import { strengthOf, strengthParts } from "../../records/strength.ts";
import { useWords } from "../../records/words.ts";
import type { EvidenceChoice } from "../../state/view.ts";
import type { MatrixGroup, MatrixModel } from "./model.ts";

/** The largest number that has room in a cell. */
const ROOM_FOR = 999;

interface HeatRowProps {
  model: MatrixModel;
  row: number;
  evidence: EvidenceChoice;
}

export const HeatRow = memo(function HeatRow({ model, row, evidence }: HeatRowProps) {
  const { say, language } = useWords("matrix");
  const steps = rampSteps(model.max);
  const group = model.groups[row];
  if (!group) return null;
  const name = (one: MatrixGroup) => actorName(one, language);
  const none = say("none");
  return model.groups.map((other, column) => {
    const place = { "data-row": row, "data-column": column };
    if (row === column) {
      return (
        <td
          key={other.id}
          {...place}
          className="heat-cell heat-cell--self"
          tabIndex={-1}
          aria-label={say("size", { name: name(group), count: group.size })}
        >
          {formatNumber(group.size, language)}
        </td>
      );
    }
    const strength = model.pair(group.id, other.id);
    const count = strength ? strengthOf(strength, evidence) : 0;
    const parts = strength ? strengthParts(strength, say) : [none];
    // The number in the cell has to be found in its label too.
    if (evidence === "all" && parts.length > 1) {
      parts.push(say("together", { n: formatNumber(count, language) }));
    }
    return (
      <td
        key={other.id}
        {...place}
        className="heat-cell"
        tabIndex={-1}
        aria-label={`${name(group)} × ${name(other)}: ${parts.join(", ")}`}
        {...(count > 0 ? { "data-shade": shadeOf(stepOf(count, steps), steps) } : {})}
      >
        {count > 0 && count <= ROOM_FOR ? formatNumber(count, language) : null}
      </td>
    );
  });
});
