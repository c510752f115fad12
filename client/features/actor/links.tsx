/** An actor's links under headings that say type and direction; the shorter lists are open at once. */
import type { ActorPage } from "../../../server/contract/actor.ts";
import { formatNumber } from "../../i18n/format.ts";
import { groupLinks } from "../../records/group-links.ts";
import { LinkRow } from "../../records/link-row.tsx";
import { useWords } from "../../records/words.ts";
import { ShortList } from "../../ui/short-list.tsx";

export function ActorLinks({ page, subject }: { page: ActorPage; subject: string }) {
  const { say, language } = useWords("actor");
  if (page.links.length === 0) return <p className="actor-panel__note">{say("noLinks")}</p>;
  return (
    <>
      {groupLinks(page.links).map(({ type, direction, links }) => (
        <div key={`${type} ${direction}`} className="actor-panel__links">
          <h4 className="actor-panel__heading">
            {say(`vocabulary:type.${type}.${direction}`)}{" "}
            <span className="actor-panel__count">{formatNumber(links.length, language)}</span>
          </h4>
          <ShortList
            items={links}
            keyOf={(link) => link.id}
            showAll={say("records:showAll", { n: formatNumber(links.length, language) })}
            showLess={say("records:showLess")}
          >
            {(link) => <LinkRow link={link} subject={subject} />}
          </ShortList>
        </div>
      ))}
      {page.omitted > 0 ? (
        <p className="actor-panel__note">{say("records:leftOut", { count: page.omitted })}</p>
      ) : null}
    </>
  );
}
