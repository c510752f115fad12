/** Who is directly linked with an actor, most relevant first, and what the limit cut off. */
import type { NeighboursResult } from "../../../server/contract/explore.ts";
import { useAnswer } from "../../api.ts";
import { formatNumber } from "../../i18n/format.ts";
import { Answered } from "../../records/answered.tsx";
import { ActorLink } from "../../records/panel-link.tsx";
import { useWords } from "../../records/words.ts";
import { PanelSection } from "../../ui/panel-section.tsx";
import { ShortList } from "../../ui/short-list.tsx";
import { neighbourRows } from "./neighbour-rows.ts";

const LIMIT = 40;

export function Neighbours({ id }: { id: string }) {
  const { say } = useWords("actor");
  const answer = useAnswer(
    "neighbours",
    [
      ["id", id],
      ["limit", String(LIMIT)],
    ],
    { keep: false },
  );
  return (
    <PanelSection title={say("neighbours")}>
      <Answered answer={answer} loading={say("neighbours")} lines={3}>
        {(result) => <List result={result} id={id} />}
      </Answered>
    </PanelSection>
  );
}

function List({ result, id }: { result: NeighboursResult; id: string }) {
  const words = useWords("actor");
  const { say, language } = words;
  const rows = neighbourRows(result, id);
  if (rows.length === 0) return <p className="actor-panel__note">{say("noNeighbours")}</p>;
  return (
    <>
      <p className="actor-panel__lead">{say("neighboursLead")}</p>
      <ShortList
        items={rows}
        keyOf={({ actor }) => actor.id}
        first={5}
        showAll={say("records:showAll", { n: formatNumber(rows.length, language) })}
        showLess={say("records:showLess")}
      >
        {({ actor, verbs }) => (
          <li className="actor-panel__group">
            <ActorLink actor={actor} />
            <p className="actor-panel__meta">
              {[
                ...verbs.map(({ type, direction }) => say(`vocabulary:type.${type}.${direction}`)),
                ...(actor.projects > 0
                  ? [say("common:count.projects", { count: actor.projects })]
                  : []),
              ].join(" · ")}
            </p>
          </li>
        )}
      </ShortList>
      {result.omitted.actors > 0 ? (
        <p className="actor-panel__note">
          {say("moreNeighbours", { count: result.omitted.actors })}
        </p>
      ) : null}
    </>
  );
}
