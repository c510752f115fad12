/**
 * k cheap paths that differ: each found path makes the actors between its ends dearer by δ, then the search goes
 * on. A heuristic for paths with limited overlap, whose exact problem is NP-hard (Chondrogiannis et al. 2020).
 */
import { compareNodes, type Path } from "./path.ts";

export interface DiverseOptions {
  /** δ: what passing an actor of a found path costs more. */
  penalty: number;
  /** Rounds per wanted path before giving up. */
  roundsPerPath: number;
  /** Stops when a path costs more than this many times the cheapest. */
  costFactor: number;
}

export const DIVERSE_DEFAULTS: DiverseOptions = { penalty: 2, roundsPerPath: 3, costFactor: 1.5 };

/**
 * `cheapest(penalties)` finds the one cheapest path under penalties by actor number; `cost` is a path's cost without
 * them. The answer is sorted by cost, equal ones by the actors' numbers.
 */
export function diversePaths(
  actorCount: number,
  k: number,
  basePenalties: Float64Array | null,
  cheapest: (penalties: Float64Array) => Path | undefined,
  cost: (nodes: readonly number[]) => number,
  options: DiverseOptions = DIVERSE_DEFAULTS,
): Path[] {
  const penalties = basePenalties?.slice() ?? new Float64Array(actorCount);
  const found = new Map<string, Path>();
  let limit = Number.POSITIVE_INFINITY;
  for (let round = 0; round < options.roundsPerPath * k && found.size < k; round += 1) {
    const path = cheapest(penalties);
    if (path === undefined) break;
    const real = cost(path.nodes);
    if (round === 0) limit = real * options.costFactor;
    if (real > limit) break;
    found.set(path.nodes.join(), { nodes: path.nodes, cost: real });
    for (const node of path.nodes.slice(1, -1)) {
      penalties[node] = (penalties[node] ?? 0) + options.penalty;
    }
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost || compareNodes(a.nodes, b.nodes));
}
