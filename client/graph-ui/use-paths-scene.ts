/**
 * The picture of the page Paths: the found paths alone, or the chosen one lit among all actors; while there is none,
 * and while an actor is being chosen in the picture, all actors.
 */
import { useMemo } from "react";
import type { ConnectResult, PathsResult } from "../../server/contract/paths.ts";
import { useAnswer } from "../api.ts";
import { litScene, type PathsSceneOptions, pathsScene, treeScene } from "../graph/paths-scene.ts";
import type { Scene } from "../graph/scene.ts";
import { pickText } from "../i18n/localised.ts";
import { hopText } from "../records/hop-words.ts";
import { chosenAt, connectParameters, pathsParameters } from "../records/paths-question.ts";
import { useWords, type Words } from "../records/words.ts";
import { NARROW, useMedia } from "../state/media.ts";
import { usePick } from "../state/pick.ts";
import { NO_FILTERS, type PathsView, type View } from "../state/view.ts";
import { useForceScene } from "./use-force-scene.ts";
import type { NameOf, SceneState } from "./use-scene.ts";

export function usePathsScene(view: View, name: NameOf, enabled: boolean): SceneState {
  const { paths: asked } = view;
  const answers = useAnswers(asked, enabled);
  const isPicking = usePick() !== null;
  const options = useOptions(name);
  const isFound = answers.result !== null && !isPicking;
  const isAlone = isFound && asked.isAlone;
  const base = useForceScene(useUnfiltered(view), name, enabled && !isAlone && !answers.isWaiting);

  const { result } = answers;
  const { chosen, ids } = asked;
  const found = useMemo(() => {
    if (!isFound || result === null) return null;
    return foundScene(result, { isAlone, chosen, ids }, base.scene, options);
  }, [isFound, result, isAlone, base.scene, chosen, ids, options]);

  const scene = isFound ? found : base.scene;
  if (isAlone || answers.isWaiting) {
    return {
      ...base,
      scene,
      facts: pathFacts(scene, result, isAlone),
      state: scene ? "ready" : "waiting",
    };
  }
  return { ...base, scene, facts: pathFacts(scene, isFound ? result : null, isAlone) };
}

/** @param base the picture of all actors, in which the chosen path is lit; `null` while it is not there */
export function foundScene(
  result: PathsResult | ConnectResult,
  { isAlone, chosen, ids }: Pick<PathsView, "isAlone" | "chosen" | "ids">,
  base: Scene | null,
  options: PathsSceneOptions,
): Scene | null {
  if (isAlone) {
    return "tree" in result
      ? result.tree && treeScene(result.tree, ids, options)
      : pathsScene(result.paths, chosenAt(result, { chosen }) ?? 0, options);
  }
  if (base === null) return null;
  const lit = "tree" in result ? result.tree : result.paths[chosenAt(result, { chosen }) ?? 0];
  return lit ? litScene(base, lit, options) : base;
}

/** Filters belong to the overview: paths have limits of their own. */
function useUnfiltered(view: View): View {
  return useMemo(() => ({ ...view, filters: NO_FILTERS }), [view]);
}

/** The answer that there is something to draw of; `null` while nothing is asked or found. */
function useAnswers(
  asked: PathsView,
  enabled: boolean,
): { result: PathsResult | ConnectResult | null; isWaiting: boolean } {
  const forPaths = pathsParameters(asked);
  const forTree = connectParameters(asked);
  const paths = useAnswer("paths", forPaths ?? [], { enabled: enabled && forPaths !== null });
  const tree = useAnswer("connect", forTree ?? [], { enabled: enabled && forTree !== null });
  if (forPaths !== null) {
    const result = paths.data !== undefined && paths.data.paths.length > 0 ? paths.data : null;
    return { result: paths.isError ? null : result, isWaiting: paths.isPending };
  }
  if (forTree !== null) {
    const result = tree.data !== undefined && tree.data.tree !== null ? tree.data : null;
    return { result: tree.isError ? null : result, isWaiting: tree.isPending };
  }
  return { result: null, isWaiting: false };
}

function useOptions(name: NameOf): PathsSceneOptions {
  const { say, language } = useWords("records");
  const isNarrow = useMedia(NARROW);
  // The words change with the language alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `say` is another function in every render
  return useMemo(
    () => pathsSceneOptions(name, { say, language }, isNarrow ? "down" : "right"),
    [name, language, isNarrow],
  );
}

export function pathsSceneOptions(
  name: NameOf,
  words: Words,
  runs: PathsSceneOptions["runs"],
): PathsSceneOptions {
  return {
    name,
    text: (hop) => hopText(hop, words),
    hint: (hop) => pickText(hop.reason, words.language)?.text ?? "",
    runs,
  };
}

export function pathFacts(
  scene: Scene | null,
  result: PathsResult | ConnectResult | null,
  isAlone: boolean,
): SceneState["facts"] {
  if (scene === null) return null;
  return {
    layout: "paths",
    found: result === null ? "none" : "tree" in result ? "tree" : "paths",
    paths: result !== null && "paths" in result ? result.paths.length : 0,
    actors: scene.nodes.length,
    isAlone,
    isCut: result !== null && "paths" in result && result.truncated,
  };
}
