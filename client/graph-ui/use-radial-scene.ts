/** The layout around one actor: two steps of its neighbourhood. */
import { useMemo } from "react";
import { type Parameters, useAnswer } from "../api.ts";
import { radialScene } from "../graph/radial-scene.ts";
import { filterEntries } from "../state/url.ts";
import type { View } from "../state/view.ts";
import type { NameOf, SceneState } from "./use-scene.ts";

const STEPS = "2";
const ACTORS_DRAWN = "90";

export function radialParameters(centre: string, { filters }: View): Parameters {
  return [["id", centre], ...filterEntries(filters), ["depth", STEPS], ["limit", ACTORS_DRAWN]];
}

export function useRadialScene(view: View, name: NameOf, enabled: boolean): SceneState {
  const { centre } = view;
  const isAsked = enabled && centre !== null;
  const answer = useAnswer("neighbours", radialParameters(centre ?? "", view), {
    enabled: isAsked,
  });
  const neighbours = isAsked ? answer.data : undefined;
  const scene = useMemo(() => {
    if (neighbours === undefined || centre === null) return null;
    const made = radialScene(neighbours, centre, { name });
    // The kept answer of the last centre, while that of the new one comes.
    return made.nodes.length === 0 ? null : made;
  }, [neighbours, centre, name]);

  const state = centre === null ? "choosing" : answer.isError ? "failed" : "waiting";
  return {
    scene,
    facts: neighbours === undefined ? null : { layout: "radial", neighbours },
    state: scene !== null ? "ready" : state,
    error: answer.error,
    retry: () => void answer.refetch(),
  };
}
