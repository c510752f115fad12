/**
 * The layout by forces: all actors, laid out once in a worker; a filter fades who does not pass and leaves all
 * others where they are.
 */
import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { GraphResult } from "../../server/contract/explore.ts";
import { useAnswer } from "../api.ts";
import { graphScene, layoutGraphOf } from "../graph/model.ts";
import type { Scene } from "../graph/scene.ts";
import { createLayoutDriver, type LayoutDriver, type Place } from "../layout/driver.ts";
import { filterEntries } from "../state/url.ts";
import { filterCount, type View } from "../state/view.ts";
import type { NameOf, SceneState } from "./use-scene.ts";

/** Places that a scene of a story has kept: nothing is laid out. `null` = as the layout has them. */
export const KeptPlaces = createContext<ReadonlyMap<string, Place> | null>(null);

/** One for the whole visit: whoever comes back finds its old place. */
let driver: LayoutDriver | undefined;

export function useForceScene(view: View, name: NameOf, enabled: boolean): SceneState {
  const isFiltered = filterCount(view.filters) > 0;
  const answer = useAnswer("graph", filterEntries(view.filters), { enabled });
  // Projects are in no answer that does not ask for them: with them the filtered graph stands alone.
  const hasWhole = isFiltered && !view.filters.kinds.includes("project");
  const unfiltered = useAnswer("graph", [], { enabled: enabled && hasWhole });
  const whole = hasWhole ? unfiltered.data : answer.data;
  const kept = useContext(KeptPlaces);
  const found = usePlaces(enabled && kept === null ? whole : undefined);
  const places = kept ?? found;

  const graph = answer.data;
  const scene = useMemo(() => {
    if (!enabled || graph === undefined || whole === undefined || places === null) return null;
    return forceScene(graph, hasWhole ? whole : null, places, name);
  }, [enabled, graph, whole, hasWhole, places, name]);

  return {
    scene,
    facts:
      graph === undefined || whole === undefined
        ? null
        : { layout: "force", graph, total: whole.total },
    state: scene !== null ? "ready" : answer.isError ? "failed" : "waiting",
    error: answer.error,
    retry: () => void answer.refetch(),
  };
}

/** @param whole everything without the filters, to fade what does not pass; `null`: what passes stands alone */
export function forceScene(
  graph: GraphResult,
  whole: GraphResult | null,
  places: ReadonlyMap<string, Place>,
  name: NameOf,
): Scene {
  if (whole === null) return graphScene(graph, places, { name, passing: null });
  return fadeLinks(
    graphScene(whole, places, { name, passing: new Set(graph.actors.id) }),
    graphScene(graph, places, { name, passing: null }),
  );
}

/** The places that the layout gives the actors; found before, they are known. */
export function forcePlaces(
  graph: GraphResult,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Place>> {
  driver ??= createLayoutDriver();
  return driver.run(layoutGraphOf(graph), { signal });
}

/** Links that the filters take away, though both actors stay. */
function fadeLinks(scene: Scene, passing: Scene): Scene {
  const passes = new Set(passing.edges.map((edge) => edge.id));
  return {
    nodes: scene.nodes,
    edges: scene.edges.map((edge) => ({ ...edge, faded: edge.faded || !passes.has(edge.id) })),
  };
}

function usePlaces(graph: GraphResult | undefined): ReadonlyMap<string, Place> | null {
  const [places, setPlaces] = useState<ReadonlyMap<string, Place> | null>(null);
  useEffect(() => {
    if (graph === undefined) return;
    const stopped = new AbortController();
    forcePlaces(graph, stopped.signal).then(
      (found) => setPlaces(found),
      (error: unknown) => {
        if (stopped.signal.aborted) return;
        // Without a worker's result the overview's own places are a picture too.
        console.error(error);
        setPlaces(new Map());
      },
    );
    return () => stopped.abort();
  }, [graph]);
  return places;
}
