/** Who could bring the two groups together, with what it did with either side. */
import { useState } from "react";
import type { BrokerView, OpportunityView } from "../../../server/contract/opportunities.ts";
import { useAnswer } from "../../api.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { Answered } from "../../records/answered.tsx";
import { ActorLink } from "../../records/panel-link.tsx";
import { useWords } from "../../records/words.ts";
import { PanelSection } from "../../ui/panel-section.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";

/** β: well-connected brokers are put back. */
const LESS_OBVIOUS = "0.25";

export function Brokers({ opportunity }: { opportunity: OpportunityView }) {
  const { say } = useWords("opportunities");
  const { a, b, brokers } = opportunity;
  const [isLess, setIsLess] = useState(false);
  const less = useAnswer(
    "brokers",
    [
      ["a", a.id],
      ["b", b.id],
      ["beta", LESS_OBVIOUS],
    ],
    { enabled: isLess, keep: false },
  );
  return (
    <PanelSection title={say("brokers")}>
      <SegmentedControl
        label={say("brokers")}
        value={isLess ? "less" : "obvious"}
        onChange={(value) => setIsLess(value === "less")}
        options={[
          { value: "obvious", label: say("brokersObvious") },
          { value: "less", label: say("brokersLess") },
        ]}
        className="opportunity-pair__choice"
      />
      {isLess ? (
        <Answered answer={less} loading={say("loading")} lines={4}>
          {(result) => <BrokerList brokers={result.brokers} opportunity={opportunity} />}
        </Answered>
      ) : (
        <BrokerList brokers={brokers} opportunity={opportunity} />
      )}
    </PanelSection>
  );
}

interface BrokerListProps {
  brokers: readonly BrokerView[];
  opportunity: OpportunityView;
}

function BrokerList({ brokers, opportunity: { a, b } }: BrokerListProps) {
  const { say, language } = useWords("opportunities");
  if (brokers.length === 0) return <p>{say("brokersNone")}</p>;
  const names = { a: actorName(a, language), b: actorName(b, language) };
  return (
    <ol className="suggested-pairs" aria-label={say("brokers")}>
      {brokers.map(({ actor, role, reasons }) => (
        <li key={actor.id} className="suggested-pairs__pair">
          <ActorLink actor={actor} className="suggested-pairs__actor" />
          <ul className="opportunity-pair__sentences">
            <li className="opportunity-pair__role">{say(`role.${role}`, names)}</li>
            {reasons.map((reason) => (
              <li key={reason.de}>{pickText(reason, language)?.text}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
