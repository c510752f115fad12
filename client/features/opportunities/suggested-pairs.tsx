/** Actors of the one and of the other group who could start: why, over whom they know each other, and the decision. */
import { Route } from "lucide-react";
import type { OpportunityResult, SuggestedPair } from "../../../server/contract/opportunities.ts";
import { formatDecimal, formatList } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { findPath } from "../../records/panel-of.ts";
import { useWords } from "../../records/words.ts";
import { Button } from "../../ui/button.tsx";
import { PanelSection } from "../../ui/panel-section.tsx";
import { Judge } from "./judge.tsx";

export function SuggestedPairs({ result }: { result: OpportunityResult }) {
  const { say } = useWords("opportunities");
  const { pairs, omitted } = result.opportunity;
  return (
    <PanelSection title={say("pairs")}>
      {pairs.length === 0 ? <p>{say("pairsNone")}</p> : null}
      <ol className="suggested-pairs" aria-label={say("pairs")}>
        {pairs.map((pair) => (
          <Suggested key={`${pair.x.id}~${pair.y.id}`} pair={pair} paths={result.paths} />
        ))}
      </ol>
      {omitted.pairs > 0 ? <p>{say("pairsMore", { count: omitted.pairs })}</p> : null}
    </PanelSection>
  );
}

interface SuggestedProps {
  pair: SuggestedPair;
  paths: OpportunityResult["paths"];
}

function Suggested({ pair, paths }: SuggestedProps) {
  const { say, language } = useWords("opportunities");
  const { x, y, reasons, missing } = pair;
  const path = paths.find((one) => one.x === x.id && one.y === y.id)?.path ?? null;
  return (
    <li className="suggested-pairs__pair">
      <ActorLink actor={x} className="suggested-pairs__actor" />
      <ActorLink actor={y} className="suggested-pairs__actor" />
      <ul className="opportunity-pair__sentences">
        {reasons.map((reason) => (
          <li key={reason.de}>{pickText(reason, language)?.text}</li>
        ))}
        {missing.length > 0 ? (
          <li>
            {say("missingTerms", {
              terms: formatList(
                missing.map((term) => say(`term.${term}`)),
                language,
              ),
            })}
          </li>
        ) : null}
        <li>
          {path === null
            ? say("routeNone")
            : say("route", {
                path: path.actors.map((actor) => actorName(actor, language)).join(" → "),
                effort: formatDecimal(path.cost, language),
              })}
        </li>
      </ul>
      <div className="suggested-pairs__acts">
        <Button variant="quiet" icon={<Route aria-hidden />} onPress={() => findPath(x.id, y.id)}>
          {say("findPath")}
        </Button>
        <Judge a={x} b={y} />
      </div>
    </li>
  );
}
