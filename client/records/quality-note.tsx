/** How good the ranking is, measured: one sentence beside it, and folded behind it how that was found. */
import type { QualityResult } from "../../server/contract/opportunities.ts";
import { useAnswer } from "../api.ts";
import { formatDate, formatDecimal } from "../i18n/format.ts";
import { pickText } from "../i18n/localised.ts";
import { Link } from "../ui/link.tsx";
import { useWords } from "./words.ts";
import "./quality-note.css";

/** A gate that is missed in the fourth place is missed. */
const DIGITS = 4;

type Measured = NonNullable<QualityResult["measured"]>;

export function QualityNote() {
  const { say, language } = useWords("records");
  const { data } = useAnswer("quality", []);
  if (!data) return null;
  const summary = pickText(data.summary, language);
  return (
    <details className="quality-note">
      <summary>
        <span lang={summary?.isOther ? summary.lang : undefined}>{summary?.text}</span>{" "}
        <span className="quality-note__how">{say("quality.how")}</span>
      </summary>
      {data.measured ? <How measured={data.measured} /> : <p>{say("quality.notYet")}</p>}
    </details>
  );
}

function How({ measured }: { measured: Measured }) {
  const { say, language } = useWords("records");
  const number = (value: number) => formatDecimal(value, language, DIGITS);
  return (
    <>
      <p>
        {say("quality.data", {
          data: pickText(measured.data, language)?.text,
          split: pickText(measured.split, language)?.text,
          date: formatDate(measured.date, language),
        })}{" "}
        {measured.url ? <Link href={measured.url}>{say("quality.read")}</Link> : null}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard */}
      <section className="quality-note__scroll" aria-label={say("quality.table")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {["metric", "value", "interval", "gate", "baseline"].map((head) => (
                <th key={head} scope="col">
                  {say(`quality.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measured.metrics.map(({ id, name, value, interval, gate, baseline }) => (
              <tr key={id}>
                <th scope="row">{pickText(name, language)?.text}</th>
                <td>{number(value)}</td>
                <td>{interval ? interval.map(number).join("–") : "–"}</td>
                <td>{gate === null ? "–" : number(gate)}</td>
                <td>
                  {baseline
                    ? `${number(baseline.value)} (${pickText(baseline.name, language)?.text})`
                    : "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
