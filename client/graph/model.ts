/** Scenes from the service's answers: the overview with its opened groups, and the graph of all actors. */
import type { GraphResult, GroupResult, OverviewResult } from "../../server/contract/explore.ts";
import {
  ACTOR_KINDS,
  isGroupKind,
  LINK_TYPES,
  MEMBERSHIP_TYPES,
} from "../../server/contract/vocabulary.ts";
import type { LayoutGraph } from "../layout/kernel.ts";
import { layOutOpened, type OpenedLayout } from "./opened-groups.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";
import { countOf, type Evidence, edgeOf, pairId, type SceneOptions } from "./scene-options.ts";

export interface OverviewSceneOptions extends SceneOptions {
  evidence: Evidence;
  /** The answer without filters: its ribbons that the filters take away stay, faded. `null` while nothing is filtered. */
  unfiltered: OverviewResult | null;
}

/** Groups as discs, opened ones as hulls around their actors; ribbons end at the actors that carry them. */
export function overviewScene(
  overview: OverviewResult,
  opened: readonly GroupResult[],
  options: OverviewSceneOptions,
): Scene {
  const layout = layOutOpened(overview, opened);
  const carried = carriedEdges(layout, opened, options.evidence);
  const ribbons = new Map<string, SceneEdge>();
  const addRibbons = (answer: OverviewResult, faded: boolean) => {
    for (const pair of answer.crossLinks) {
      const id = pairId(pair.a, pair.b);
      if (ribbons.has(id) || carried.pairs.has(id) || !isDrawnPair(layout, pair.a, pair.b))
        continue;
      const { count, bridges } = countOf(pair, options.evidence);
      if (count > 0) ribbons.set(id, edgeOf(pair.a, pair.b, "ribbon", count, { bridges, faded }));
    }
  };
  addRibbons(overview, false);
  if (options.unfiltered) addRibbons(options.unfiltered, true);
  const edges = [...ribbons.values(), ...carried.edges];
  if (options.evidence === "all" || options.evidence === "links") {
    edges.push(...insideLinks(layout, opened));
  }
  return { nodes: nodesOf(layout, edges, options), edges };
}

/** Both are there and neither lies in the other. */
function isDrawnPair(layout: OpenedLayout, a: string, b: string): boolean {
  return (
    a !== b &&
    layout.groups.has(a) &&
    layout.groups.has(b) &&
    !liesIn(layout, a, b) &&
    !liesIn(layout, b, a)
  );
}

function liesIn(layout: OpenedLayout, inner: string, outer: string): boolean {
  const seen = new Set<string>();
  let up = layout.groups.get(inner)?.group.parent ?? null;
  while (up !== null && !seen.has(up)) {
    if (up === outer) return true;
    seen.add(up);
    up = layout.groups.get(up)?.group.parent ?? null;
  }
  return false;
}

/** From the actors of opened groups to other groups, and the pairs of groups that they stand for. */
function carriedEdges(
  layout: OpenedLayout,
  opened: readonly GroupResult[],
  evidence: Evidence,
): { edges: SceneEdge[]; pairs: Set<string> } {
  const edges = new Map<string, SceneEdge>();
  const pairs = new Set<string>();
  for (const { group, carriers } of opened) {
    for (const carrier of carriers) {
      const actor = layout.members.get(carrier.actor);
      const target = layout.groups.get(carrier.group);
      if (!actor || !target || !isDrawnPair(layout, group.id, carrier.group)) continue;
      for (const id of [group.id, actor.parent]) pairs.add(pairId(id, carrier.group));
      const parts = { ...carrier, bridges: carrier.bridge ? 1 : 0 };
      const { count, bridges } = countOf(parts, evidence);
      const id = pairId(carrier.actor, carrier.group);
      // An actor in two opened groups is drawn in the first; nothing leads to the group it lies in.
      if (count === 0 || edges.has(id) || actor.parent === carrier.group) continue;
      edges.set(id, edgeOf(carrier.actor, carrier.group, "ribbon", count, { bridges }));
    }
  }
  return { edges: [...edges.values()], pairs };
}

function insideLinks(layout: OpenedLayout, opened: readonly GroupResult[]): SceneEdge[] {
  const edges = new Map<string, SceneEdge>();
  for (const { from, to, type } of opened.flatMap((result) => result.inside)) {
    if (from.id === to.id || !layout.members.has(from.id) || !layout.members.has(to.id)) continue;
    addLink(edges, from.id, to.id, "link", type);
  }
  return [...edges.values()];
}

function addLink(
  edges: Map<string, SceneEdge>,
  a: string,
  b: string,
  role: "link" | "membership",
  type: SceneEdge["type"],
): void {
  const known = edges.get(pairId(a, b));
  if (!known) {
    edges.set(pairId(a, b), edgeOf(a, b, role, 1, { type }));
    return;
  }
  known.count++;
  if (known.type !== type) known.type = null;
  if (role === "link") known.role = role;
}

function nodesOf(
  layout: OpenedLayout,
  edges: readonly SceneEdge[],
  options: OverviewSceneOptions,
): SceneNode[] {
  const carried = new Map<string, number>();
  for (const { source, target, count } of edges) {
    for (const end of [source, target]) carried.set(end, (carried.get(end) ?? 0) + count);
  }
  const nodes: SceneNode[] = [];
  for (const { group, x, y, r, isOpen } of layout.groups.values()) {
    nodes.push({
      id: group.id,
      x,
      y,
      r,
      label: options.name(group),
      short: group.short,
      kind: group.kind,
      role: isOpen ? "hull" : "disc",
      parent: group.parent !== null && layout.groups.has(group.parent) ? group.parent : null,
      weight: group.total,
      faded: options.unfiltered !== null && group.size === 0,
    });
  }
  for (const { member, parent, x, y, r } of layout.members.values()) {
    nodes.push({
      id: member.id,
      x,
      y,
      r,
      label: options.name(member),
      short: null,
      kind: member.kind,
      role: "actor",
      parent,
      weight: carried.get(member.id) ?? 0,
      faded: false,
    });
  }
  return nodes;
}

// ---- all actors

export interface GraphSceneOptions extends SceneOptions {
  /** Ids that pass the filters, when `graph` holds others too; the rest is faded. `null`: all pass. */
  passing: ReadonlySet<string> | null;
}

/** Radius of an actor among all: its area grows with its links. */
export function actorRadius(degree: number): number {
  return Math.min(26, 4.5 + 2.1 * Math.sqrt(degree));
}

/** What the force layout needs; the places of the answer are where it starts. */
export function layoutGraphOf(graph: GraphResult): LayoutGraph {
  const { id, degree, x, y } = graph.actors;
  const row = new Map(id.map((actor, index) => [actor, index]));
  const pairs = mergedLinks(graph);
  return {
    ids: id,
    x,
    y,
    r: degree.map(actorRadius),
    source: pairs.map((edge) => row.get(edge.source) ?? 0),
    target: pairs.map((edge) => row.get(edge.target) ?? 0),
    weight: pairs.map((edge) => edge.count),
  };
}

/** Every actor of the answer at its place in `positions`, else where the overview has it. */
export function graphScene(
  graph: GraphResult,
  positions: ReadonlyMap<string, { x: number; y: number }>,
  options: GraphSceneOptions,
): Scene {
  const { actors } = graph;
  const passes = (id: string) => options.passing === null || options.passing.has(id);
  const nodes = actors.id.map((id, row): SceneNode => {
    const kind = ACTOR_KINDS[actors.kind[row] ?? -1] ?? "project";
    const place = positions.get(id);
    return {
      id,
      x: place?.x ?? actors.x[row] ?? 0,
      y: place?.y ?? actors.y[row] ?? 0,
      r: actorRadius(actors.degree[row] ?? 0),
      label: options.name({ name: actors.name[row] ?? id, nameEn: actors.nameEn[row] ?? null }),
      short: actors.short[row] ?? null,
      kind,
      role: isGroupKind(kind) ? "disc" : "actor",
      parent: null,
      weight: actors.degree[row] ?? 0,
      faded: !passes(id),
    };
  });
  const edges = mergedLinks(graph).map((edge) => ({
    ...edge,
    faded: !(passes(edge.source) && passes(edge.target)),
  }));
  return { nodes, edges };
}

/** All links between two actors as one. */
function mergedLinks(graph: GraphResult): SceneEdge[] {
  const { actors, links } = graph;
  const edges = new Map<string, SceneEdge>();
  links.id.forEach((_, row) => {
    const source = actors.id[links.source[row] ?? -1];
    const target = actors.id[links.target[row] ?? -1];
    const type = LINK_TYPES[links.type[row] ?? -1] ?? null;
    if (source === undefined || target === undefined || source === target) return;
    const targetKind = ACTOR_KINDS[actors.kind[links.target[row] ?? -1] ?? -1];
    const isMembership =
      targetKind !== undefined &&
      isGroupKind(targetKind) &&
      MEMBERSHIP_TYPES.some((t) => t === type);
    addLink(edges, source, target, isMembership ? "membership" : "link", type);
  });
  return [...edges.values()];
}
