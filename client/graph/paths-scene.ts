/**
 * Paths alone: the chosen one runs from left to right (or from top to bottom), the others leave it and come back above
 * and below; and the tree that joins several actors. Also one path lit in the picture of all. Pure: the same answer
 * gives the same picture.
 */
import type { ActorRef } from "../../server/contract/actor.ts";
import type { ConnectResult, PathHop, PathView } from "../../server/contract/paths.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";
import { edgeOf, pairId, type SceneOptions } from "./scene-options.ts";

export interface PathsSceneOptions extends SceneOptions {
  /** Written on a step: what it rests on, in a few words. */
  text(hop: PathHop): string;
  /** Said when the pointer is on it. */
  hint(hop: PathHop): string;
  /** Which way the path runs; downwards where the picture is narrow. */
  runs: "right" | "down";
}

/** Between two actors of the chosen path: room for a name. */
const STEP = { right: 176, down: 74 } as const;
/** Between two lanes: two lines of a name and the words on a step. */
const LANE = { right: 132, down: 120 } as const;
/** Names beside each other in the picture of a laptop. */
const MAX_IN_ONE_LINE = 5;
const STRONG_RADIUS = 14;
const RADIUS = 10;
/** Height of the arc that lets a step be seen that leaves out actors of the chosen path. */
const ARC = 84;

interface Place {
  /** Along the path, and across it. */
  along: number;
  across: number;
}

/** `chosen` is the place of the path that is drawn strong. */
export function pathsScene(
  paths: readonly PathView[],
  chosen: number,
  options: PathsSceneOptions,
): Scene {
  const spine = paths[chosen];
  if (!spine) return { nodes: [], edges: [] };
  // Downwards there is room for one path and its names.
  const shown = options.runs === "right" ? paths : [spine];
  const places = placesOf(spine, shown);
  const strong = new Set(spine.actors.map(({ id }) => id));
  const actors = new Map(shown.flatMap((path) => path.actors).map((actor) => [actor.id, actor]));
  const nodes = [...actors.values()].map((actor) =>
    nodeOf(actor, places.get(actor.id) ?? { along: 0, across: 0 }, strong.has(actor.id), options),
  );
  if (spine.actors.length > MAX_IN_ONE_LINE && options.runs === "right") alternate(nodes, spine);
  return { nodes, edges: edgesOf([spine, ...shown], spine.hops, options) };
}

/** Names of a long path stand below and above in turn: twice the room for each. */
function alternate(nodes: readonly SceneNode[], { actors }: PathView): void {
  for (const node of nodes) {
    if (actors.findIndex(({ id }) => id === node.id) % 2 === 1) node.labelSide = "above";
  }
}

/** The chosen path first, then each other one in the nearest lane that is free where it runs. */
function placesOf(spine: PathView, paths: readonly PathView[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const last = spine.actors.length - 1;
  const order = new Map(spine.actors.map(({ id }, index) => [id, index]));
  const isLeap = ({ from, to }: PathHop) => {
    const [a, b] = [order.get(from), order.get(to)];
    return a !== undefined && b !== undefined && Math.abs(a - b) > 1;
  };
  const isLeapt = paths.some(({ hops }) => hops.some(isLeap));
  spine.actors.forEach(({ id }, index) => {
    const t = last === 0 ? 0 : index / last;
    places.set(id, {
      along: index,
      across: isLeapt ? 0 - 4 * t * (1 - t) * (ARC / LANE.right) : 0,
    });
  });
  const lanes = new Lanes();
  for (const path of paths) {
    for (const run of unplacedRuns(path, places, last)) {
      const at = spread(run.ids.length, run.from, run.to);
      const lane = lanes.take(at[0] ?? 0, at[at.length - 1] ?? 0);
      run.ids.forEach((id, index) => {
        places.set(id, { along: at[index] ?? 0, across: lane });
      });
    }
  }
  return places;
}

interface Run {
  ids: string[];
  from: number;
  to: number;
}

/** Actors of a path that have no place yet, one run for each stretch between two that have one. */
function unplacedRuns(path: PathView, places: ReadonlyMap<string, Place>, last: number): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  let at = -1;
  for (const { id } of path.actors) {
    const place = places.get(id);
    if (place) {
      if (run) run.to = place.along;
      run = null;
      at = place.along;
    } else if (run) run.ids.push(id);
    else {
      run = { ids: [id], from: at, to: last + 1 };
      runs.push(run);
    }
  }
  return runs;
}

/** Evenly between the two; where they are too near for that, around their middle. */
function spread(count: number, from: number, to: number): number[] {
  const [low, high] = from <= to ? [from, to] : [to, from];
  const gap = (high - low) / (count + 1);
  const step = Math.max(0.8, gap);
  const start = (low + high) / 2 - ((count - 1) * step) / 2;
  const places = Array.from({ length: count }, (_, index) => start + index * step);
  return from <= to ? places : places.reverse();
}

/** Lanes beside the chosen path: 1, −1, 2, −2 …, each taken from one place to another. */
class Lanes {
  readonly #taken = new Map<number, [number, number][]>();

  take(from: number, to: number): number {
    const [low, high] = [Math.min(from, to) - 0.45, Math.max(from, to) + 0.45];
    for (let turn = 1; ; turn++) {
      const lane = turn % 2 === 1 ? (turn + 1) / 2 : -turn / 2;
      const taken = this.#taken.get(lane) ?? [];
      if (taken.some(([start, end]) => low < end && high > start)) continue;
      this.#taken.set(lane, [...taken, [low, high]]);
      return lane;
    }
  }
}

type Tree = NonNullable<ConnectResult["tree"]>;

/** The actors to join are strong; the first of them stands at the beginning, every branch has its own lane. */
export function treeScene(
  tree: Tree,
  joined: readonly string[],
  options: PathsSceneOptions,
): Scene {
  const root = joined.find((id) => tree.actors.some((actor) => actor.id === id));
  if (root === undefined) return { nodes: [], edges: [] };
  const places = new Map<string, Place>();
  let lane = 0;
  const place = (id: string, parent: string | null, along: number): number => {
    const children = neighboursIn(tree, id).filter((other) => other !== parent);
    const lanes = children.map((child) => place(child, id, along + 1));
    const across =
      lanes.length === 0 ? lane++ : ((lanes[0] ?? 0) + (lanes[lanes.length - 1] ?? 0)) / 2;
    places.set(id, { along, across });
    return across;
  };
  place(root, null, 0);
  const nodes = tree.actors.flatMap((actor) => {
    const at = places.get(actor.id);
    return at ? [nodeOf(actor, at, joined.includes(actor.id), options)] : [];
  });
  return { nodes, edges: edgesOf([tree], tree.hops, options) };
}

function neighboursIn({ hops }: Tree, id: string): string[] {
  return hops.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
}

/** The picture of all actors with one path in it: the rest is faded, steps that it has no line for are added. */
export function litScene(
  base: Scene,
  lit: { actors: readonly ActorRef[]; hops: readonly PathHop[] },
  options: PathsSceneOptions,
): Scene {
  const ids = new Set(lit.actors.map(({ id }) => id));
  const drawn = new Map(base.nodes.map((node) => [node.id, node]));
  const hops = edgesOf([lit], lit.hops, options);
  const own = new Set(hops.map((edge) => edge.id));
  const added = lit.actors
    .filter(({ id }) => !drawn.has(id))
    .map((actor) => beside(actor, lit.actors, drawn, options));
  return {
    nodes: [
      ...base.nodes.map((node) =>
        ids.has(node.id)
          ? { ...node, faded: false, strong: true, isNamed: true }
          : { ...node, faded: true, isNamed: false },
      ),
      ...added,
    ],
    edges: [
      ...base.edges
        .filter((edge) => !own.has(edge.id))
        .map((edge): SceneEdge => ({ ...edge, faded: true })),
      ...hops,
    ],
  };
}

/** Who is not in the picture of all (a project, or one of too many) stands between its neighbours on the path. */
function beside(
  actor: ActorRef,
  actors: readonly ActorRef[],
  drawn: ReadonlyMap<string, SceneNode>,
  options: PathsSceneOptions,
): SceneNode {
  const index = actors.indexOf(actor);
  const before = actors.slice(0, index).findLast(({ id }) => drawn.has(id));
  const after = actors.slice(index + 1).find(({ id }) => drawn.has(id));
  const ends = [before, after].flatMap((end) => (end ? (drawn.get(end.id) ?? []) : []));
  const mean = (axis: "x" | "y") =>
    ends.reduce((sum, end) => sum + end[axis], 0) / Math.max(1, ends.length);
  // Beside the line itself, and two of them apart from each other.
  const shift = 30 + 24 * index;
  return {
    ...nodeOf(actor, { along: 0, across: 0 }, true, options),
    x: mean("x") + shift,
    y: mean("y") + shift,
  };
}

function nodeOf(
  actor: ActorRef,
  { along, across }: Place,
  isStrong: boolean,
  { name, runs }: PathsSceneOptions,
): SceneNode {
  const [a, b] = [along * STEP[runs], across * LANE[runs]];
  return {
    id: actor.id,
    x: runs === "right" ? a : b,
    y: runs === "right" ? b : a,
    r: isStrong ? STRONG_RADIUS : RADIUS,
    label: name(actor),
    short: null,
    kind: actor.kind,
    role: "actor",
    parent: null,
    weight: 0,
    faded: false,
    labelSide: runs === "right" ? "below" : "right",
    ...(isStrong ? { isNamed: true, strong: true } : {}),
  };
}

/** One line for each pair; those of `strong` come forward and carry their words. */
function edgesOf(
  parts: readonly { hops: readonly PathHop[] }[],
  strong: readonly PathHop[],
  { text, hint }: PathsSceneOptions,
): SceneEdge[] {
  const first = new Set(strong.map(({ from, to }) => pairId(from, to)));
  const edges = new Map<string, SceneEdge>();
  for (const hop of parts.flatMap(({ hops }) => hops)) {
    const id = pairId(hop.from, hop.to);
    if (edges.has(id)) continue;
    const isStrong = first.has(id);
    const { links, projects, omitted } = hop;
    const count = links.length + projects.length + omitted.links + omitted.projects;
    edges.set(
      id,
      edgeOf(hop.from, hop.to, "link", count, {
        ...(isStrong ? { text: text(hop) } : {}),
        hint: hint(hop),
        strong: isStrong,
      }),
    );
  }
  return [...edges.values()];
}
