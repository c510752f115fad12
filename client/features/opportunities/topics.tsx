/** What the two groups share, and what the one has and the other is close to. */
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { OpportunityView } from "../../../server/contract/opportunities.ts";
import { formatNumber } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { useWords } from "../../records/words.ts";
import { PanelSection } from "../../ui/panel-section.tsx";

export function PairTopics({ opportunity: { a, b, topics } }: { opportunity: OpportunityView }) {
  const { say, language } = useWords("opportunities");
  const { shared, fromA, fromB } = topics;
  return (
    <PanelSection title={say("topics")}>
      {shared.length === 0 ? (
        <p>{say("noTopics")}</p>
      ) : (
        <>
          <h4 className="opportunity-pair__subtitle">{say("sharedTopics")}</h4>
          <ul className="opportunity-pair__topics">
            {shared.map(({ id, name }) => (
              <li key={id}>{pickText(name, language)?.text}</li>
            ))}
          </ul>
        </>
      )}
      <Brought from={a} to={b} topics={fromA} />
      <Brought from={b} to={a} topics={fromB} />
      {fromA.length + fromB.length > 0 ? (
        <p className="opportunity-pair__aside">{say("densityWhy")}</p>
      ) : null}
    </PanelSection>
  );
}

interface BroughtProps {
  from: ActorRef;
  to: ActorRef;
  topics: OpportunityView["topics"]["fromA"];
}

function Brought({ from, to, topics }: BroughtProps) {
  const { say, language } = useWords("opportunities");
  if (topics.length === 0) return null;
  return (
    <>
      <h4 className="opportunity-pair__subtitle">
        {say("fromOne", { from: actorName(from, language), to: actorName(to, language) })}
      </h4>
      <ul className="opportunity-pair__topics">
        {topics.map(({ id, name, density }) => (
          <li key={id}>
            {pickText(name, language)?.text}{" "}
            <span className="opportunity-pair__aside">
              {say("density", { value: formatNumber(Math.round(density), language) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
