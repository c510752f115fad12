/** Recorded against expected as two bars under each other; the sentence beside them says the same. */
import { formatNumber } from "../../i18n/format.ts";
import { useWords } from "../../records/words.ts";
import "./measured-bar.css";

interface MeasuredBarProps {
  observed: number;
  expected: number;
}

export function MeasuredBar({ observed, expected }: MeasuredBarProps) {
  const { say, language } = useWords("opportunities");
  const most = Math.max(observed, expected, 1);
  return (
    <div className="measured-bar" aria-hidden>
      {(["observed", "expected"] as const).map((which) => (
        <div key={which} className="measured-bar__row">
          <span className="measured-bar__name">{say(`number.${which}`)}</span>
          <span className="measured-bar__line">
            <span
              className={`measured-bar__${which}`}
              style={{ width: `${(100 * { observed, expected }[which]) / most}%` }}
            />
          </span>
          <span className="measured-bar__value">
            {formatNumber(Math.round({ observed, expected }[which]), language)}
          </span>
        </div>
      ))}
    </div>
  );
}
