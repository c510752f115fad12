/**
 * The picture of a view without a page around it: asks what it needs and makes the same scene as the page does. For
 * files, which have pictures of many views at once.
 */
import type { EndpointName, ResultOf } from "../../server/contract/api.ts";
import type { GroupResult } from "../../server/contract/explore.ts";
import type { Parameters } from "../api.ts";
import { arranged, type Places } from "../graph/arrangement.ts";
import { overviewScene } from "../graph/model.ts";
import { pairScene } from "../graph/pair-scene.ts";
import { radialScene } from "../graph/radial-scene.ts";
import type { Scene } from "../graph/scene.ts";
import { actorName } from "../i18n/localised.ts";
import type { Place } from "../layout/driver.ts";
import { opportunityParameters } from "../records/opportunities-question.ts";
import { connectParameters, pathsParameters } from "../records/paths-question.ts";
import type { Words } from "../records/words.ts";
import { filterEntries } from "../state/url.ts";
import { filterCount, NO_FILTERS, type View } from "../state/view.ts";
import { pairSceneOptions } from "./pair-words.ts";
import { forcePlaces, forceScene } from "./use-force-scene.ts";
import { openedParameters } from "./use-overview-scene.ts";
import { foundScene, pathFacts, pathsSceneOptions } from "./use-paths-scene.ts";
import { radialParameters } from "./use-radial-scene.ts";
import type { NameOf, SceneFacts } from "./use-scene.ts";

export type Ask = <N extends EndpointName>(name: N, parameters: Parameters) => Promise<ResultOf<N>>;

export interface LoadedScene {
  scene: Scene;
  facts: SceneFacts | null;
}

export interface SceneWishes {
  ask: Ask;
  /** Texts of the namespaces `graph-ui` and `records` in the language of the picture. */
  words: { picture: Words; records: Words };
  /** Where everything stood; `null` = as the layout has it. */
  places: Places | null;
  signal: AbortSignal;
}

/** `null` where the view has no picture, or nothing to draw. */
export async function loadScene(view: View, wishes: SceneWishes): Promise<LoadedScene | null> {
  if (view.mode !== "picture") return null;
  const loaded = await load(view, wishes);
  return loaded && { ...loaded, scene: arranged(loaded.scene, wishes.places) };
}

async function load(view: View, wishes: SceneWishes): Promise<LoadedScene | null> {
  const name: NameOf = (ref) => actorName(ref, wishes.words.picture.language);
  if (view.page === "opportunities") return pairOf(view, name, wishes);
  if (view.page === "paths") return pathsOf(view, name, wishes);
  if (view.page === "stories") return null;
  if (view.layout === "force") return allOf(view, name, wishes);
  return view.layout === "radial" ? aroundOf(view, name, wishes) : groupsOf(view, name, wishes);
}

async function groupsOf(view: View, name: NameOf, { ask }: SceneWishes): Promise<LoadedScene> {
  const filters = filterEntries(view.filters);
  const kinds: [string, string] = ["groupKinds", view.groupKinds.join(",")];
  const overview = await ask("overview", [...filters, kinds]);
  const unfiltered = filterCount(view.filters) > 0 ? await ask("overview", [kinds]) : null;
  const opened: GroupResult[] = [];
  for (const id of view.open) opened.push(await ask("group", openedParameters(id, filters)));
  const scene = overviewScene(overview, opened, { name, evidence: view.evidence, unfiltered });
  return { scene, facts: { layout: "groups", overview } };
}

async function allOf(
  view: View,
  name: NameOf,
  { ask, places, signal }: SceneWishes,
): Promise<LoadedScene> {
  const hasWhole = filterCount(view.filters) > 0 && !view.filters.kinds.includes("project");
  const graph = await ask("graph", filterEntries(view.filters));
  const whole = hasWhole ? await ask("graph", []) : null;
  const found = places ? placeMap(places) : await forcePlaces(whole ?? graph, signal);
  return {
    scene: forceScene(graph, whole, found, name),
    facts: { layout: "force", graph, total: (whole ?? graph).total },
  };
}

async function aroundOf(
  view: View,
  name: NameOf,
  { ask }: SceneWishes,
): Promise<LoadedScene | null> {
  if (view.centre === null) return null;
  const neighbours = await ask("neighbours", radialParameters(view.centre, view));
  const scene = radialScene(neighbours, view.centre, { name });
  return scene.nodes.length === 0 ? null : { scene, facts: { layout: "radial", neighbours } };
}

async function pairOf(
  view: View,
  name: NameOf,
  { ask, words }: SceneWishes,
): Promise<LoadedScene | null> {
  const asked = opportunityParameters(view.opportunities);
  if (asked === null) return null;
  const answer = await ask("opportunity", asked);
  const options = pairSceneOptions(answer.opportunity, name, words.picture);
  const scene = pairScene(answer.opportunity, { ...options, form: "wide" });
  return { scene, facts: { layout: "pair", answer } };
}

async function pathsOf(view: View, name: NameOf, wishes: SceneWishes): Promise<LoadedScene | null> {
  const { ask, words } = wishes;
  const { paths } = view;
  const [forPaths, forTree] = [pathsParameters(paths), connectParameters(paths)];
  const result = forPaths
    ? await ask("paths", forPaths)
    : forTree
      ? await ask("connect", forTree)
      : null;
  const isFound =
    result !== null && ("tree" in result ? result.tree !== null : result.paths.length > 0);
  const isAlone = isFound && paths.isAlone;
  const base = isAlone ? null : await allOf({ ...view, filters: NO_FILTERS }, name, wishes);
  if (!isFound || result === null) return base;
  const options = pathsSceneOptions(name, words.records, "right");
  const scene = foundScene(result, paths, base?.scene ?? null, options);
  return scene && { scene, facts: pathFacts(scene, result, isAlone) };
}

function placeMap({ ids, x, y }: Places): ReadonlyMap<string, Place> {
  return new Map(ids.map((id, row) => [id, { x: x[row] ?? 0, y: y[row] ?? 0 }]));
}
