/**
 * One actor in the middle, its neighbours on a ring around it, theirs on the next. Each branch has its own sector,
 * as wide as it has leaves; within a ring the order is by kind and name, so the same answer gives the same picture.
 */
import type { NeighboursResult } from "../../server/contract/explore.ts";
import { ACTOR_KINDS, isGroupKind, MEMBERSHIP_TYPES } from "../../server/contract/vocabulary.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";
import { edgeOf, pairId, type SceneOptions } from "./scene-options.ts";

const RING_STEP = 190;
/** Along a ring, between two actors. */
const ROOM = 36;
const CENTRE_RADIUS = 26;
const LEAF_RADIUS = 11;
/** Steeper than this, names stand above or below rather than beside. */
const UPRIGHT = 4;

type Neighbour = NeighboursResult["actors"][number];

interface Branch {
  actor: Neighbour;
  children: Branch[];
  leaves: number;
}

export function radialScene(
  neighbours: NeighboursResult,
  centre: string,
  options: SceneOptions,
): Scene {
  const middle = neighbours.actors.find((actor) => actor.id === centre);
  if (!middle) return { nodes: [], edges: [] };
  const edges = mergedLinks(neighbours);
  edges.push(...jointProjects(neighbours, centre, edges));
  const tree = treeOf(neighbours.actors, middle, edges);
  const radii = ringRadii(tree);
  const nodes: SceneNode[] = [nodeOf(middle, 0, 0, CENTRE_RADIUS, options)];
  const place = (branch: Branch, from: number, to: number) => {
    let angle = from;
    for (const child of branch.children) {
      const width = ((to - from) * child.leaves) / branch.leaves;
      const at = angle + width / 2;
      const ring = radii[child.actor.depth] ?? 0;
      const r = LEAF_RADIUS + Math.min(7, Math.sqrt(child.actor.degree));
      nodes.push(nodeOf(child.actor, ring * Math.cos(at), ring * Math.sin(at), r, options));
      place(child, angle, angle + width);
      angle += width;
    }
  };
  // The first one stands on top.
  place(tree, -Math.PI / 2, 1.5 * Math.PI);
  return { nodes, edges };
}

/** Who is a neighbour by joint projects alone has a line for these: type PARTICIPATES_IN, `count` projects. */
function jointProjects(
  neighbours: NeighboursResult,
  centre: string,
  links: readonly SceneEdge[],
): SceneEdge[] {
  const linked = new Set(links.map((edge) => edge.id));
  return neighbours.actors
    .filter(
      ({ id, depth, projects }) => depth === 1 && projects > 0 && !linked.has(pairId(centre, id)),
    )
    .map(({ id, projects }) => edgeOf(centre, id, "link", projects, { type: "PARTICIPATES_IN" }));
}

/** Every actor hangs on the neighbour one ring further in with most links; in its absence on the middle. */
function treeOf(
  actors: readonly Neighbour[],
  middle: Neighbour,
  edges: readonly SceneEdge[],
): Branch {
  const branches = new Map(
    actors.map((actor) => [actor.id, { actor, children: [], leaves: 1 } as Branch]),
  );
  const root = branches.get(middle.id) ?? { actor: middle, children: [], leaves: 1 };
  const near = new Map<string, Branch[]>();
  for (const { source, target } of edges) {
    for (const [from, to] of [
      [source, target],
      [target, source],
    ] as const) {
      const branch = branches.get(to);
      if (branch) near.set(from, [...(near.get(from) ?? []), branch]);
    }
  }
  const byStrength = (a: Branch, b: Branch) =>
    b.actor.degree - a.actor.degree || (a.actor.id < b.actor.id ? -1 : 1);
  for (const branch of branches.values()) {
    if (branch === root) continue;
    const inner = (near.get(branch.actor.id) ?? []).filter(
      (other) => other.actor.depth === branch.actor.depth - 1,
    );
    (inner.sort(byStrength)[0] ?? root).children.push(branch);
  }
  sortAndCount(root);
  return root;
}

function sortAndCount(branch: Branch): number {
  const kind = ({ actor }: Branch) => ACTOR_KINDS.indexOf(actor.kind);
  branch.children.sort(
    (a, b) =>
      kind(a) - kind(b) ||
      a.actor.name.localeCompare(b.actor.name, "de") ||
      (a.actor.id < b.actor.id ? -1 : 1),
  );
  const below = branch.children.reduce((sum, child) => sum + sortAndCount(child), 0);
  branch.leaves = Math.max(1, below);
  return branch.leaves;
}

/** By depth: each ring far enough from the last and long enough for its narrowest sector. */
function ringRadii(tree: Branch): number[] {
  const radii = [0];
  const branches = [...below(tree)];
  const deepest = Math.max(0, ...branches.map(({ actor }) => actor.depth));
  for (let depth = 1; depth <= deepest; depth++) {
    const ring = branches.filter(({ actor }) => actor.depth === depth);
    const narrowest = Math.min(...ring.map(({ leaves }) => leaves), tree.leaves);
    const needed = (tree.leaves * ROOM) / (2 * Math.PI * narrowest);
    radii.push(Math.max((radii[depth - 1] ?? 0) + RING_STEP, ring.length > 0 ? needed : 0));
  }
  return radii;
}

function* below(branch: Branch): Generator<Branch> {
  for (const child of branch.children) {
    yield child;
    yield* below(child);
  }
}

function nodeOf(
  actor: Neighbour,
  x: number,
  y: number,
  r: number,
  options: SceneOptions,
): SceneNode {
  return {
    id: actor.id,
    x,
    y,
    r,
    label: options.name(actor),
    short: null,
    kind: actor.kind,
    role: isGroupKind(actor.kind) ? "disc" : "actor",
    parent: null,
    weight: actor.degree,
    faded: false,
    labelSide: sideOf(x, y),
  };
}

/** Outwards from the middle. */
function sideOf(x: number, y: number): "below" | "above" | "right" | "left" {
  if (Math.abs(x) * UPRIGHT < Math.abs(y) || x === 0) return y < 0 ? "above" : "below";
  return x > 0 ? "right" : "left";
}

function mergedLinks(neighbours: NeighboursResult): SceneEdge[] {
  const kinds = new Map(neighbours.actors.map((actor) => [actor.id, actor.kind]));
  const edges = new Map<string, SceneEdge>();
  for (const { source, target, type } of neighbours.links) {
    const kind = kinds.get(target);
    if (source === target || kind === undefined || !kinds.has(source)) continue;
    const isMembership = isGroupKind(kind) && MEMBERSHIP_TYPES.some((name) => name === type);
    const role = isMembership ? "membership" : "link";
    const known = edges.get(pairId(source, target));
    if (!known) {
      edges.set(pairId(source, target), edgeOf(source, target, role, 1, { type }));
      continue;
    }
    known.count++;
    if (known.type !== type) known.type = null;
    if (role === "link") known.role = role;
  }
  return [...edges.values()];
}
