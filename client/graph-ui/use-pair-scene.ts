/** The picture of one pair of groups on the page Opportunities. */
import { useMemo } from "react";
import { useAnswer } from "../api.ts";
import { pairScene } from "../graph/pair-scene.ts";
import { opportunityParameters } from "../records/opportunities-question.ts";
import type { View } from "../state/view.ts";
import type { NameOf, SceneState } from "./use-scene.ts";

export function usePairScene(view: View, name: NameOf, isWanted: boolean): SceneState {
  const asked = opportunityParameters(view.opportunities);
  const enabled = isWanted && asked !== null;
  const answer = useAnswer("opportunity", asked ?? [], { enabled, keep: false });
  const scene = useMemo(
    () => (answer.data ? pairScene(answer.data.opportunity, { name }) : null),
    [answer.data, name],
  );
  return {
    scene,
    facts: answer.data && scene ? { layout: "pair", answer: answer.data } : null,
    state: scene ? "ready" : answer.isError ? "failed" : "waiting",
    error: answer.error,
    retry: () => void answer.refetch(),
  };
}
