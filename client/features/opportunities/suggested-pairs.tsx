/** Actors of the one and of the other group who could start: why, over whom they know each other, and the decision. */
import { Route } from "lucide-react";
import type { OpportunityResult, SuggestedPair } from "../../../server/contract/opportunities.ts";
import { isWithoutService } from "../../api.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { missingTerms } from "../../records/missing-terms.ts";
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
        {pairs.map((pair, index) => (
          <Suggested
            key={`${pair.x.id}~${pair.y.id}`}
            pair={pair}
            paths={result.paths}
            isOpen={index === 0}
          />
        ))}
      </ol>
      {omitted.pairs > 0 ? <p>{say("pairsMore", { count: omitted.pairs })}</p> : null}
    </PanelSection>
  );
}

interface SuggestedProps {
  pair: SuggestedPair;
  paths: OpportunityResult["paths"];
  /** The first one shows all its reasons, the others on request. */
  isOpen: boolean;
}

function Suggested({ pair, paths, isOpen }: SuggestedProps) {
  const words = useWords("opportunities");
  const { say, language } = words;
  const { x, y, reasons, missing } = pair;
  const [first, ...others] = reasons.map((reason) => pickText(reason, language)?.text ?? "");
  const unknown = missingTerms(missing, words);
  const path = paths.find((one) => one.x === x.id && one.y === y.id)?.path ?? null;
  return (
    <li className="suggested-pairs__pair">
      <ActorLink actor={x} className="suggested-pairs__actor" />
      <ActorLink actor={y} className="suggested-pairs__actor" />
      <p className="suggested-pairs__first">{first}</p>
      <details className="suggested-pairs__why" open={isOpen}>
        <summary>{say("why")}</summary>
        <ul className="opportunity-pair__sentences">
          {[...others, ...(unknown === null ? [] : [unknown])].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>
            {path === null
              ? say("routeNone")
              : say("route", {
                  path: path.actors.map((actor) => actorName(actor, language)).join(" → "),
                })}
          </li>
        </ul>
      </details>
      <div className="suggested-pairs__acts">
        <Button
          variant="quiet"
          icon={<Route aria-hidden />}
          aria-label={say("findPathOf", {
            x: actorName(x, language),
            y: actorName(y, language),
          })}
          onPress={() => findPath(x.id, y.id)}
        >
          {say("findPath")}
        </Button>
        {isWithoutService() ? null : <Judge a={x} b={y} />}
      </div>
    </li>
  );
}
