/** Who belongs to both sides, and how to each. */
import type { CrossLinksResult } from "../../../server/contract/explore.ts";
import { formatNumber } from "../../i18n/format.ts";
import type { NamedActor } from "../../records/membership-words.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { useWords } from "../../records/words.ts";
import { ShortList } from "../../ui/short-list.tsx";
import { bridgeMemberships } from "./bridge-memberships.ts";

interface BridgeListProps {
  result: CrossLinksResult;
  /** Where the names of nested groups are found. */
  groups: readonly NamedActor[];
}

export function BridgeList({ result, groups }: BridgeListProps) {
  const words = useWords("cross-link");
  const { say, language } = words;
  const { bridges } = result;
  if (bridges.length === 0) return <p className="cross-link-panel__note">{say("noBridges")}</p>;
  return (
    <ShortList
      items={bridges}
      keyOf={(bridge) => bridge.id}
      showAll={say("records:showAll", { n: formatNumber(bridges.length, language) })}
      showLess={say("records:showLess")}
    >
      {(bridge) => (
        <li className="cross-link-panel__bridge">
          <ActorLink actor={bridge} />
          {bridgeMemberships(result, bridge, groups, words).map(([group, ...how]) => (
            <p key={group} className="cross-link-panel__meta">
              <span className="cross-link-panel__group">{group}</span>
              {` · ${how.join(" · ")}`}
            </p>
          ))}
        </li>
      )}
    </ShortList>
  );
}
