/** Who belongs to a group, by kind, name or begin; a search inside where the list is long. */
import { useState } from "react";
import type { GroupResult } from "../../../server/contract/explore.ts";
import { formatNumber } from "../../i18n/format.ts";
import { membershipWords } from "../../records/membership-words.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { useWords } from "../../records/words.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { ShortList } from "../../ui/short-list.tsx";
import { MEMBER_ORDERS, type MemberOrder, memberSections } from "./member-sections.ts";

/** From this number on there is a search field. */
const SEARCH_FROM = 20;

export function Members({ page }: { page: GroupResult }) {
  const words = useWords("group");
  const { say, language } = words;
  const [order, setOrder] = useState<MemberOrder>("kind");
  const [search, setSearch] = useState("");
  const { members, nested, omitted } = page;
  if (members.length === 0) return <p className="group-panel__note">{say("noMembers")}</p>;
  const sections = memberSections(members, order, search, language);
  return (
    <div className="group-panel__members">
      {members.length > 3 ? (
        <SegmentedControl
          label={say("sortBy")}
          value={order}
          onChange={setOrder}
          options={MEMBER_ORDERS.map((value) => ({ value, label: say(`sort.${value}`) }))}
        />
      ) : null}
      {members.length > SEARCH_FROM ? (
        <SearchField label={say("search")} value={search} onChange={setSearch} />
      ) : null}
      {sections.length === 0 ? (
        <p className="group-panel__note">{say("noHits", { text: search })}</p>
      ) : null}
      {sections.map((section) => (
        <div key={section.kind ?? "all"} className="group-panel__list">
          {section.kind === null ? null : (
            <h4 className="group-panel__heading">
              {say(`vocabulary:kind.${section.kind}`, { count: section.members.length })}{" "}
              <span className="group-panel__count">
                {formatNumber(section.members.length, language)}
              </span>
            </h4>
          )}
          <ShortList
            items={section.members}
            keyOf={(member) => member.id}
            first={search === "" ? 8 : 50}
            showAll={say("records:showAll", { n: formatNumber(section.members.length, language) })}
            showLess={say("records:showLess")}
          >
            {(member) => (
              <li>
                <ActorLink actor={member} />
                <p className="group-panel__meta">
                  {[
                    ...(member.city === null ? [] : [member.city]),
                    ...membershipWords(member, nested, words),
                  ].join(" · ")}
                </p>
              </li>
            )}
          </ShortList>
        </div>
      ))}
      {omitted.members > 0 ? (
        <p className="group-panel__note">{say("records:leftOut", { count: omitted.members })}</p>
      ) : null}
    </div>
  );
}
