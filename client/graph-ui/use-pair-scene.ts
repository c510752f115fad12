/** The picture of one pair of groups on the page Opportunities. */
import { createContext, useContext, useMemo } from "react";
import type { OpportunityView } from "../../server/contract/opportunities.ts";
import { useAnswer } from "../api.ts";
import type { PairForm } from "../graph/pair-places.ts";
import { pairScene } from "../graph/pair-scene.ts";
import type { Scene } from "../graph/scene.ts";
import { opportunityParameters } from "../records/opportunities-question.ts";
import { useWords } from "../records/words.ts";
import { NARROW, TIGHT, useMedia } from "../state/media.ts";
import type { View } from "../state/view.ts";
import { pairSceneOptions } from "./pair-words.ts";
import type { NameOf, SceneState } from "./use-scene.ts";

const NOTHING: Scene = { nodes: [], edges: [] };

/** A pair that is none, as one group twice, has an empty picture. */
export function usePairScene(view: View, name: NameOf, isWanted: boolean): SceneState {
  const asked = opportunityParameters(view.opportunities);
  const enabled = isWanted && asked !== null;
  const answer = useAnswer("opportunity", asked ?? [], { enabled, keep: false });
  const drawn = useScene(answer.data?.opportunity, name);
  const scene = isWanted && asked === null ? NOTHING : drawn;
  return {
    scene,
    facts: answer.data && drawn ? { layout: "pair", answer: answer.data } : null,
    state: scene ? "ready" : answer.isError ? "failed" : "waiting",
    error: answer.error,
    retry: () => void answer.refetch(),
  };
}

function useScene(opportunity: OpportunityView | undefined, name: NameOf): Scene | null {
  const { say, language } = useWords("graph-ui");
  const form = usePairForm();
  // The words change with the language alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `say` is another function in every render
  return useMemo(
    () =>
      opportunity
        ? pairScene(opportunity, {
            ...pairSceneOptions(opportunity, name, { say, language }),
            form,
          })
        : null,
    [opportunity, name, language, form],
  );
}

/** The form that a scene of a story has room for, whatever the window; `null` = by the window. */
export const PairFormOfScene = createContext<PairForm | null>(null);

/** Beside the panel the picture is about square in a tight window; above it, on a phone, it is small and wide. */
export function usePairForm(): PairForm {
  const ofScene = useContext(PairFormOfScene);
  const isNarrow = useMedia(NARROW);
  const isTight = useMedia(TIGHT);
  if (ofScene !== null) return ofScene;
  return isNarrow ? "small" : isTight ? "high" : "wide";
}
