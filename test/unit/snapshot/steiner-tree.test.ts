/** The cheapest joining tree against brute force over all sets of actors on the way. */
import { describe, expect, it } from "vitest";
import { steinerTree } from "../../../server/snapshot/steiner-tree.ts";
import type { TieGraph } from "../../../server/snapshot/ties.ts";
import { seededRandom } from "../../bench/measure.ts";
import { type Edge, tieGraph } from "../../fixtures/tie-graph.ts";

/** The least spanning tree (Prim) of every set of actors that holds the ends; `Infinity` where none is connected. */
function bruteForce(graph: TieGraph, ends: number[]): number {
  const size = graph.offsets.length - 1;
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << size; set += 1) {
    if (ends.some((end) => (set & (1 << end)) === 0)) continue;
    least = Math.min(least, spanningCost(graph, set));
  }
  return least;
}

function spanningCost(graph: TieGraph, set: number): number {
  const nodes = [...graph.offsets.keys()].filter((node) => (set & (1 << node)) !== 0);
  const inside = new Set([nodes[0] as number]);
  let cost = 0;
  while (inside.size < nodes.length) {
    let [least, best] = [Number.POSITIVE_INFINITY, -1];
    for (const node of inside) {
      for (
        let arc = graph.offsets[node] as number;
        arc < (graph.offsets[node + 1] as number);
        arc += 1
      ) {
        const to = graph.targets[arc] as number;
        if ((set & (1 << to)) === 0 || inside.has(to)) continue;
        if ((graph.costs[arc] as number) < least) {
          least = graph.costs[arc] as number;
          best = to;
        }
      }
    }
    if (best < 0) return Number.POSITIVE_INFINITY;
    inside.add(best);
    cost += least;
  }
  return cost;
}

describe("the cheapest tree that joins some actors", () => {
  it("costs what brute force finds on 800 random graphs, and joins them", () => {
    let joined = 0;
    for (let seed = 1; seed <= 800; seed += 1) {
      const random = seededRandom(seed);
      const size = 4 + Math.floor(random() * 6);
      const edges: Edge[] = Array.from({ length: Math.floor(size * (1 + random())) }, () => [
        Math.floor(random() * size),
        Math.floor(random() * size),
        0.5 * (1 + Math.floor(random() * 8)),
      ]);
      const graph = tieGraph(size, edges);
      const ends = [0, size - 1, 1, 2].slice(0, 2 + (seed % 3));
      const expected = bruteForce(graph, ends);
      const tree = steinerTree(graph, ends);
      expect(tree?.cost ?? Number.POSITIVE_INFINITY, `seed ${seed}`).toBeCloseTo(expected, 9);
      if (tree === null) continue;
      joined += 1;
      const reached = new Set([ends[0] as number]);
      for (const _ of tree.hops) {
        for (const { from, to } of tree.hops)
          if (reached.has(from) || reached.has(to)) reached.add(from).add(to);
      }
      expect(
        ends.every((end) => reached.has(end)),
        `seed ${seed}`,
      ).toBe(true);
      expect(reached.size, `seed ${seed}: a tree`).toBe(tree.hops.length + 1);
    }
    expect(joined).toBeGreaterThan(400);
  });

  it("keeps to the allowed actors", () => {
    const graph = tieGraph(4, [
      [0, 1, 1],
      [1, 2, 1],
      [0, 3, 5],
      [3, 2, 5],
    ]);
    expect(steinerTree(graph, [0, 2])?.cost).toBe(2);
    expect(steinerTree(graph, [0, 2], { allowed: Uint8Array.from([1, 0, 1, 1]) })?.cost).toBe(10);
    expect(steinerTree(graph, [0, 2], { allowed: Uint8Array.from([1, 0, 1, 0]) })).toBeNull();
  });
});
