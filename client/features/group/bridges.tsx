/** Members that also belong to other groups, and to which. */
import { Fragment } from "react";
import type { GroupResult } from "../../../server/contract/explore.ts";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { ActorLink, PanelLink } from "../../records/panel-link.tsx";
import { panelOf } from "../../records/panel-of.ts";
import { useWords } from "../../records/words.ts";
import { ShortList } from "../../ui/short-list.tsx";

export function Bridges({ page }: { page: GroupResult }) {
  const { say, language } = useWords("group");
  const { bridges, omitted } = page;
  if (bridges.length === 0) return <p className="group-panel__note">{say("noBridges")}</p>;
  return (
    <>
      <ShortList
        items={bridges}
        keyOf={({ actor }) => actor.id}
        showAll={say("records:showAll", { n: formatNumber(bridges.length, language) })}
        showLess={say("records:showLess")}
      >
        {({ actor, groups }) => (
          <li>
            <ActorLink actor={actor} />
            <p className="group-panel__others">
              {groups.map((group, index) => (
                <Fragment key={group.id}>
                  {index > 0 ? " · " : null}
                  <PanelLink panel={panelOf(group)}>{actorName(group, language)}</PanelLink>
                </Fragment>
              ))}
            </p>
          </li>
        )}
      </ShortList>
      {omitted.bridges > 0 ? (
        <p className="group-panel__note">{say("records:leftOut", { count: omitted.bridges })}</p>
      ) : null}
    </>
  );
}
