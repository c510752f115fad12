/** One row of the map: colour by class or by size, the number where it fits, everything in the label. */
import { memo } from "react";
import { formatDecimal, formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { rampSteps, shadeOf, stepOf } from "../../records/ramp.ts";
import { useWords, type Words } from "../../records/words.ts";
import type { OpportunityMeasure } from "../../state/view.ts";
import { type ExpectedPair, type OpportunityMapModel, shownValue } from "./map-model.ts";

/** The largest number that has room in a cell. */
const ROOM_FOR = 999;

interface MapRowProps {
  model: OpportunityMapModel;
  row: number;
  measure: OpportunityMeasure;
}

export const MapRow = memo(function MapRow({ model, row, measure }: MapRowProps) {
  const words = useWords("opportunities");
  const { say, language } = words;
  const steps = rampSteps(model.max);
  const group = model.groups[row];
  if (!group) return null;
  return model.groups.map((other, column) => {
    const place = { "data-row": row, "data-column": column };
    const names = { a: actorName(group, language), b: actorName(other, language) };
    if (row === column) {
      return (
        <td
          key={other.id}
          {...place}
          className="heat-cell heat-cell--self"
          tabIndex={-1}
          aria-label={say("size", { name: names.a, count: group.size })}
        >
          {formatNumber(group.size, language)}
        </td>
      );
    }
    const pair = model.pair(group.id, other.id);
    const value = pair ? shownValue(pair, measure) : 0;
    const isKnown = pair !== undefined && pair.class !== "too-little-data";
    const isShown = measure === "ratio" ? isKnown : value > 0;
    const look =
      measure === "ratio"
        ? { "data-class": pair?.class ?? "too-little-data" }
        : value > 0
          ? { "data-shade": shadeOf(stepOf(value, steps), steps) }
          : {};
    return (
      <td
        key={other.id}
        {...place}
        {...look}
        className="heat-cell"
        tabIndex={-1}
        aria-label={pair ? pairWords(pair, names, words) : say("cellNothing", names)}
      >
        {isShown && value <= ROOM_FOR ? formatNumber(value, language) : null}
      </td>
    );
  });
});

/** Both names, the numbers and the class in a sentence. */
function pairWords(
  { observed, expected, ratio, gap, basis, class: name }: ExpectedPair,
  names: { a: string; b: string },
  { say, language }: Words,
): string {
  const parts = [
    say(name === "none-yet" ? "cellNone" : "cell", {
      ...names,
      observed: formatNumber(observed, language),
      expected: formatDecimal(expected, language),
      percent: formatNumber(Math.round(100 * ratio), language),
      class: say(`class.${name}`),
    }),
    ...(gap >= 1 ? [say("cellGap", { gap: formatNumber(Math.round(gap), language) })] : []),
    ...(basis === "links" ? [say("cellLinks")] : []),
  ];
  return parts.join("; ");
}
