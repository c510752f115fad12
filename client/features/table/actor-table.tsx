/** The actors that pass the filters, loaded page by page. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ask } from "../../api.ts";
import { formatNumber } from "../../i18n/format.ts";
import { useWords } from "../../records/words.ts";
import { filterEntries } from "../../state/url.ts";
import { useView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState, Loading } from "../../ui/states.tsx";
import { actorColumns } from "./actor-columns.tsx";
import { SortedTable, TableFrame } from "./frame.tsx";
import { readTab } from "./tabs.ts";

const PAGE_SIZE = "200";

export function ActorTable() {
  const words = useWords("table");
  const { say, language } = words;
  const view = useView();
  const columns = actorColumns(words, say("euProjects"));
  const filters = filterEntries(view.filters);
  const answer = useInfiniteQuery({
    queryKey: ["actors", "pages", filters],
    queryFn: ({ pageParam, signal }) =>
      ask(
        "actors",
        [...filters, ["limit", PAGE_SIZE], ...(pageParam ? [["cursor", pageParam] as const] : [])],
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
  if (answer.data === undefined) {
    return (
      <TableFrame>
        {answer.isError ? (
          <ErrorState error={answer.error} retry={() => answer.refetch()} />
        ) : (
          <Loading label={say("loading")} lines={8} />
        )}
      </TableFrame>
    );
  }
  const rows = answer.data.pages.flatMap((page) => page.actors);
  const total = answer.data.pages[0]?.total ?? rows.length;
  const numbers = {
    n: formatNumber(rows.length, language),
    total: formatNumber(total, language),
  };
  const isSorted = readTab(view.sort, view.layout).order !== "";
  return (
    <SortedTable
      caption={say("actorsCaption")}
      columns={columns}
      rows={rows}
      keyOf={(actor) => actor.id}
      summary={
        rows.length < total
          ? say("loaded", numbers)
          : say("common:count.actors", { count: rows.length })
      }
    >
      {answer.hasNextPage ? (
        <>
          {isSorted ? <p>{say("sortedLoaded", numbers)}</p> : null}
          <Button
            isDisabled={answer.isFetchingNextPage}
            onPress={() => void answer.fetchNextPage()}
          >
            {say("more")}
          </Button>
        </>
      ) : null}
      {answer.isFetchNextPageError ? (
        <ErrorState error={answer.error} retry={() => answer.fetchNextPage()} />
      ) : null}
    </SortedTable>
  );
}
