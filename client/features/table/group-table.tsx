/** The groups of the picture: kind, size, topics, and how many other groups each is linked with. */
import { useAnswer } from "../../api.ts";
import { formatNumber } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { overviewParameters } from "../../records/overview-question.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { useWords, type Words } from "../../records/words.ts";
import { filterCount } from "../../state/view.ts";
import { useView } from "../../state/view-store.ts";
import type { Column } from "../../ui/data-table.tsx";
import { SortedTable, WaitingFrame } from "./frame.tsx";
import { type GroupRow, groupRows } from "./rows.ts";
import { Unknown } from "./unknown.tsx";

/** Topics named in a row; the rest is counted. */
const TOPICS_SHOWN = 3;

export function GroupTable() {
  const words = useWords("table");
  const { say } = words;
  const view = useView();
  const answer = useAnswer("overview", overviewParameters(view));
  const columns = groupColumns(words, useTopicNames());
  const isFiltered = filterCount(view.filters) > 0;
  if (answer.data === undefined) return <WaitingFrame answer={answer} />;
  const rows = groupRows(answer.data, isFiltered);
  const faded = answer.data.groups.length - rows.length;
  const { groups: omitted } = answer.data.omitted;
  return (
    <SortedTable
      caption={say("groupsCaption")}
      columns={columns}
      rows={rows}
      keyOf={({ group }) => group.id}
      summary={say("common:count.groups", { count: rows.length })}
    >
      {faded > 0 ? <p>{say("omittedGroups", { count: faded })}</p> : null}
      {omitted > 0 ? <p>{say("omittedRows", { count: omitted })}</p> : null}
    </SortedTable>
  );
}

/** @param topics names by id */
export function groupColumns(
  { say, language }: Words,
  topics: ReadonlyMap<string, string>,
): Column<GroupRow>[] {
  const number = (id: string, title: string, value: (row: GroupRow) => number) => ({
    id,
    title,
    isNumeric: true,
    value,
    cell: (row: GroupRow) => formatNumber(value(row), language),
  });
  const topicNames = ({ group }: GroupRow) => group.topics.map((id) => topics.get(id) ?? id);
  return [
    {
      id: "name",
      title: say("name"),
      value: ({ group }) => actorName(group, language),
      cell: ({ group }) => <ActorLink actor={group} />,
    },
    {
      id: "kind",
      title: say("kind"),
      isShort: true,
      value: ({ group }) => say(`vocabulary:kind.${group.kind}`, { count: 1 }),
    },
    number("size", say("members"), ({ group }) => group.size),
    {
      id: "topics",
      title: say("topics"),
      value: (row) => topicNames(row).join(", ") || null,
      cell: (row) => {
        const names = topicNames(row);
        const rest = names.length - TOPICS_SHOWN;
        if (names.length === 0) return <Unknown />;
        return (
          <span title={names.join(", ")}>
            {names.slice(0, TOPICS_SHOWN).join(", ")}
            {rest > 0 ? ` ${say("moreTopics", { n: formatNumber(rest, language) })}` : null}
          </span>
        );
      },
    },
    number("linked", say("linkedGroups"), ({ linked }) => linked.all),
    number("links", say("linkedByLinks"), ({ linked }) => linked.links),
    number("projects", say("linkedByProjects"), ({ linked }) => linked.projects),
    number("shared", say("linkedByShared"), ({ linked }) => linked.shared),
  ];
}

function useTopicNames(): Map<string, string> {
  const { language } = useWords("table");
  const { data } = useAnswer("facets", []);
  return new Map(
    data?.topics.map((topic) => [topic.value, pickText(topic.name, language)?.text ?? topic.value]),
  );
}
