/** The numbers of a pair; each says what it means when it is pointed at or has the focus. */
import { Button } from "react-aria-components";
import type { OpportunityView } from "../../../server/contract/opportunities.ts";
import { formatDecimal, formatNumber } from "../../i18n/format.ts";
import { useWords, type Words } from "../../records/words.ts";
import { Hint } from "../../ui/hint.tsx";
import "./numbers.css";

const NUMBERS = ["observed", "expected", "gap", "ratio", "breadth", "feasibility"] as const;

export function Numbers({ opportunity }: { opportunity: OpportunityView }) {
  const words = useWords("opportunities");
  const { say } = words;
  return (
    <ul className="pair-numbers">
      {NUMBERS.map((number) => {
        const key =
          number === "observed" && opportunity.basis === "links" ? "observedLinks" : number;
        return (
          <li key={number}>
            <Hint text={say(`numberWhy.${key}`)} placement="bottom">
              <Button className="pair-numbers__number">
                <span className="pair-numbers__name">{say(`number.${number}`)}</span>
                <span className="pair-numbers__value">
                  {numberText(number, opportunity, words)}
                </span>
              </Button>
            </Hint>
          </li>
        );
      })}
    </ul>
  );
}

function numberText(
  number: (typeof NUMBERS)[number],
  { observed, expected, gap, ratio, interval, breadth, feasibility }: OpportunityView,
  { say, language }: Words,
): string {
  const percent = (share: number) => formatNumber(Math.round(100 * share), language);
  switch (number) {
    case "observed":
      return formatNumber(observed, language);
    case "expected":
      return formatDecimal(expected, language);
    case "gap":
      return formatDecimal(gap, language);
    case "ratio":
      return say("numberValue.ratio", {
        percent: percent(ratio),
        low: percent(interval[0]),
        high: percent(interval[1]),
      });
    case "breadth":
      return say("numberValue.breadth", { value: formatDecimal(breadth, language) });
    case "feasibility":
      return say("numberValue.feasibility", { percent: percent(feasibility) });
  }
}
