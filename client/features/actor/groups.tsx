/** The groups that an actor belongs to: direct ones first, then those reached through a nested group. */
import type { Membership } from "../../../server/contract/actor.ts";
import { formatNumber } from "../../i18n/format.ts";
import { membershipWords } from "../../records/membership-words.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { useWords } from "../../records/words.ts";
import { ShortList } from "../../ui/short-list.tsx";

export function ActorGroups({ groups }: { groups: readonly Membership[] }) {
  const words = useWords("actor");
  const { say, language } = words;
  if (groups.length === 0) return <p className="actor-panel__note">{say("noGroups")}</p>;
  return (
    <ShortList
      items={groups}
      keyOf={(group) => `${group.id} ${group.via ?? ""} ${group.type}`}
      showAll={say("records:showAll", { n: formatNumber(groups.length, language) })}
      showLess={say("records:showLess")}
    >
      {(group) => (
        <li className="actor-panel__group">
          <ActorLink actor={group} />
          <p className="actor-panel__meta">{membershipWords(group, groups, words).join(" · ")}</p>
        </li>
      )}
    </ShortList>
  );
}
