/** The numbers of a pair; each says what it means when it is pointed at or has the focus, all of them below for touch. */
import { Button } from "react-aria-components";
import type { OpportunityView } from "../../../server/contract/opportunities.ts";
import { formatDecimal, formatNumber } from "../../i18n/format.ts";
import { useWords, type Words } from "../../records/words.ts";
import { Hint } from "../../ui/hint.tsx";
import "./numbers.css";

const NUMBERS = ["observed", "expected", "gap", "ratio", "breadth", "feasibility"] as const;

export function Numbers({ opportunity }: { opportunity: OpportunityView }) {
  const words = useWords("opportunities");
  const { say, language } = words;
  const { interval, basis } = opportunity;
  const percent = (share: number) => formatNumber(Math.round(100 * share), language);
  const why = (number: (typeof NUMBERS)[number]) =>
    say(`numberWhy.${number === "observed" && basis === "links" ? "observedLinks" : number}`);
  return (
    <>
      <ul className="pair-numbers">
        {NUMBERS.map((number) => (
          <li key={number}>
            <Hint text={why(number)} placement="bottom">
              <Button className="pair-numbers__number">
                <span className="pair-numbers__name">{say(`number.${number}`)}</span>
                <span className="pair-numbers__value">
                  {numberText(number, opportunity, words)}
                </span>
                {number === "ratio" ? (
                  <span className="pair-numbers__name">
                    {say("numberValue.interval", {
                      low: percent(interval[0]),
                      high: percent(interval[1]),
                    })}
                  </span>
                ) : null}
              </Button>
            </Hint>
          </li>
        ))}
      </ul>
      <details className="pair-numbers__why">
        <summary>{say("numbersWhy")}</summary>
        <dl>
          {NUMBERS.map((number) => (
            <div key={number}>
              <dt>{say(`number.${number}`)}</dt>
              <dd>{why(number)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function numberText(
  number: (typeof NUMBERS)[number],
  { observed, expected, gap, ratio, breadth, feasibility }: OpportunityView,
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
      return say("numberValue.ratio", { percent: percent(ratio) });
    case "breadth":
      return say("numberValue.breadth", { value: formatDecimal(breadth, language) });
    case "feasibility":
      return say("numberValue.feasibility", { percent: percent(feasibility) });
  }
}
