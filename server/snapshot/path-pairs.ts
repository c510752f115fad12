/**
 * The best few pairs between two sets of actors, each pair with its cheapest path: the pairs that are left are split
 * into products of two sets, as Lawler (1972) splits paths, and each product is asked for its best.
 */
import { hopBoundedPaths } from "./hop-bounded-paths.ts";
import type { PathFinder } from "./k-shortest-paths.ts";
import { compareNodes, type Path, type PathOptions } from "./path.ts";
import { at } from "./snapshot.ts";
import type { TieGraph } from "./ties.ts";

export interface EndSets {
  from: readonly number[];
  to: readonly number[];
}

/** Sorted by cost. The other actors of both sets are not passed: a path that would is one of a nearer pair. */
export function cheapestPairs(
  finder: PathFinder,
  graph: TieGraph,
  wanted: EndSets & { count: number; maxHops: number },
  options: PathOptions,
): Path[] {
  const ends = [...wanted.from, ...wanted.to];
  const allowed = options.allowed?.slice() ?? new Uint8Array(graph.offsets.length - 1).fill(1);
  for (const end of ends) allowed[end] = 0;
  const penalties = options.penalties?.slice() ?? null;
  if (penalties) for (const end of ends) penalties[end] = 0;

  const best = (sets: EndSets): (EndSets & { path: Path }) | null => {
    if (sets.from.length === 0 || sets.to.length === 0) return null;
    const here = allowed.slice();
    for (const end of [...sets.from, ...sets.to]) here[end] = 1;
    const limited = { ...options, allowed: here, penalties };
    const path = finder.findBetween(sets.from, sets.to, limited);
    if (path === null) return null;
    if (path.nodes.length - 1 <= wanted.maxHops) return { ...sets, path };
    // The cheapest of all is too long; a dearer one may be short enough.
    const [short] = hopBoundedPaths(graph, sets.from, sets.to, 1, wanted.maxHops, limited);
    return short ? { ...sets, path: short } : null;
  };

  const waiting = [best(wanted)].filter((item) => item !== null);
  const paths: Path[] = [];
  while (paths.length < wanted.count) {
    waiting.sort((a, b) => a.path.cost - b.path.cost || compareNodes(a.path.nodes, b.path.nodes));
    const next = waiting.shift();
    if (next === undefined) break;
    paths.push(next.path);
    const { nodes } = next.path;
    const [source, target] = [at(nodes, 0), at(nodes, nodes.length - 1)];
    const rest = [
      best({ from: next.from.filter((end) => end !== source), to: next.to }),
      best({ from: [source], to: next.to.filter((end) => end !== target) }),
    ];
    waiting.push(...rest.filter((item) => item !== null));
  }
  return paths;
}
