/** Links between two named actors, the first ones at once, and what the answer left out. */
import type { LinkBetween } from "../../../server/contract/actor.ts";
import { formatNumber } from "../../i18n/format.ts";
import { LinkBetweenRow } from "../../records/link-row.tsx";
import { useWords } from "../../records/words.ts";
import { ShortList } from "../../ui/short-list.tsx";

interface LinkListProps {
  links: readonly LinkBetween[];
  omitted: number;
  /** Said when there is none. */
  none: string;
}

export function LinkList({ links, omitted, none }: LinkListProps) {
  const { say, language } = useWords("group");
  if (links.length === 0) return <p className="group-panel__note">{none}</p>;
  return (
    <>
      <ShortList
        items={links}
        keyOf={(link) => link.id}
        showAll={say("records:showAll", { n: formatNumber(links.length, language) })}
        showLess={say("records:showLess")}
      >
        {(link) => <LinkBetweenRow link={link} />}
      </ShortList>
      {omitted > 0 ? (
        <p className="group-panel__note">{say("records:leftOut", { count: omitted })}</p>
      ) : null}
    </>
  );
}
