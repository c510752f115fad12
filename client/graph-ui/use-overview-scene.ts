/** The layout by group: the overview, the same without filters (to fade instead of to drop), and the opened groups. */
import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { GroupResult } from "../../server/contract/explore.ts";
import { type Parameters, question, useAnswer } from "../api.ts";
import { overviewScene } from "../graph/model.ts";
import { filterEntries } from "../state/url.ts";
import { filterCount, type View } from "../state/view.ts";
import type { NameOf, SceneState } from "./use-scene.ts";

/** Members of an opened group that are drawn at most. */
const MEMBERS_DRAWN = 300;

export function useOverviewScene(view: View, name: NameOf, enabled: boolean): SceneState {
  const filters = filterEntries(view.filters);
  const kinds: [string, string] = ["groupKinds", view.groupKinds.join(",")];
  const isFiltered = filterCount(view.filters) > 0;
  const answer = useAnswer("overview", [...filters, kinds], { enabled });
  const unfiltered = useAnswer("overview", [kinds], { enabled: enabled && isFiltered });
  const opened = useOpened(view.open, filters, enabled);

  const overview = answer.data;
  const whole = isFiltered ? unfiltered.data : null;
  const scene = useMemo(() => {
    if (!enabled || overview === undefined || whole === undefined) return null;
    return overviewScene(overview, opened, {
      name,
      evidence: view.evidence,
      unfiltered: whole,
    });
  }, [enabled, overview, whole, opened, name, view.evidence]);

  return {
    scene,
    facts: overview === undefined ? null : { layout: "groups", overview },
    state: scene !== null ? "ready" : answer.isError ? "failed" : "waiting",
    error: answer.error,
    retry: () => void answer.refetch(),
  };
}

/** The question about an opened group. */
export function openedParameters(id: string, filters: Parameters): Parameters {
  return [["id", id], ...filters, ["limit", String(MEMBERS_DRAWN)]];
}

/** Answers of the opened groups that are there, in the order of opening. */
function useOpened(
  ids: readonly string[],
  filters: readonly (readonly [string, string])[],
  enabled: boolean,
): readonly GroupResult[] {
  const combine = useCallback(
    (results: readonly { data: GroupResult | undefined }[]) =>
      results.flatMap(({ data }) => (data ? [data] : [])),
    [],
  );
  return useQueries({
    queries: ids.map((id) => ({
      ...question("group", openedParameters(id, filters)),
      enabled,
      placeholderData: keepPreviousData,
    })),
    combine,
  });
}
