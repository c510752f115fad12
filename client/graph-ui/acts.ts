/** What a click, a double click or a key in the picture does to the view. */
import { isGroupKind } from "../../server/contract/vocabulary.ts";
import type { PictureSelection, Scene, SceneEdge, SceneNode } from "../graph/scene.ts";
import { findPath } from "../records/panel-of.ts";
import { addConnected, getPick, pickActor } from "../state/pick.ts";
import type { Panel, View } from "../state/view.ts";
import { getView, setView } from "../state/view-store.ts";

export function panelOf(node: Pick<SceneNode, "id" | "kind">): Panel {
  return { kind: isGroupKind(node.kind) ? "group" : "actor", id: node.id };
}

/** Opens a group into its actors in place, or closes it. */
export function toggleOpen(id: string): void {
  const { open } = getView();
  setView({ open: open.includes(id) ? open.filter((one) => one !== id) : [...open, id] });
}

/**
 * Fills a field that waits for an actor, else shows the panel. With shift: what is between this one and the one
 * chosen before, or one more to join.
 */
export function selectNode(node: SceneNode, isAdditive: boolean): void {
  const { page, paths, panel } = getView();
  if (page === "paths" && paths.task === "connect" && isAdditive) {
    addConnected(node.id);
    return;
  }
  if (pickActor(node.id)) return;
  const chosen = panel && panel.kind !== "cross-link" ? panel.id : null;
  if (isAdditive && chosen !== null && chosen !== node.id) {
    setView({ panel: { kind: "cross-link", a: chosen, b: node.id } });
  } else setView({ panel: panelOf(node) });
}

/** A line from an actor to its group says nothing that the actor's own panel does not say better. */
export function selectEdge(edge: SceneEdge, scene: Scene): void {
  // While an actor is being chosen, a line is only what was missed.
  if (getPick() !== null) return;
  if (edge.role === "membership") {
    const source = scene.nodes.find((node) => node.id === edge.source);
    if (source) setView({ panel: panelOf(source) });
  } else setView({ panel: { kind: "cross-link", a: edge.source, b: edge.target } });
}

/**
 * Double click, or Enter on what is chosen already: groups open in place, around an actor it moves to the middle, from
 * an actor of a pair of groups paths are looked for.
 */
export function openNode(node: SceneNode): void {
  const { page, layout } = getView();
  if (page === "paths") setView({ panel: panelOf(node) });
  else if (page === "opportunities") {
    if (node.role === "actor") findPath(node.id);
    else setView({ panel: panelOf(node) });
  } else if (layout === "groups" && node.role !== "actor") toggleOpen(node.id);
  else if (layout === "radial") setView({ centre: node.id, panel: panelOf(node) });
  else setView({ panel: panelOf(node) });
}

/** What the panel is about, as the picture marks it; beside paths without one, the actors that were asked for. */
export function selectionOf(view: View, scene: Scene): PictureSelection {
  const { page, panel, layout, centre } = view;
  // What is not drawn cannot be marked, and must not fade everything else.
  const drawn = (ids: string[]) => ids.filter((id) => scene.nodes.some((node) => node.id === id));
  // Beside a path that one reads from end to end nothing fades.
  const fades = page === "explore" ? {} : { fades: false };
  if (panel === null) return { nodes: drawn(askedFor(view)), edge: null, ...fades };
  // Who stands in the middle is marked by that: to fade all but its neighbours would hide the second ring.
  const isRadial = page === "explore" && layout === "radial";
  if (isRadial && panel.kind !== "cross-link" && panel.id === centre) {
    return { nodes: [], edge: null };
  }
  if (panel.kind !== "cross-link") return { nodes: drawn([panel.id]), edge: null, ...fades };
  const { a, b } = panel;
  const edge = scene.edges.find(
    ({ source, target }) => (source === a && target === b) || (source === b && target === a),
  );
  return { nodes: drawn([a, b]), edge: edge?.id ?? null, ...fades };
}

function askedFor({ page, paths }: View): string[] {
  if (page !== "paths") return [];
  return paths.task === "connect" ? paths.ids : [paths.from, paths.to].filter((id) => id !== null);
}
