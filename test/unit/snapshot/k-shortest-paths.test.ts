/** The path search against an independent brute force on thousands of small random graphs. */
import { describe, expect, it } from "vitest";
import { hopBoundedPaths } from "../../../server/snapshot/hop-bounded-paths.ts";
import { PathFinder } from "../../../server/snapshot/k-shortest-paths.ts";
import type { Path, PathOptions } from "../../../server/snapshot/path.ts";
import type { TieGraph } from "../../../server/snapshot/ties.ts";
import { seededRandom } from "../../bench/measure.ts";
import { type Edge, tieGraph } from "../../fixtures/tie-graph.ts";

/** Every loopless path by depth-first enumeration, then sorted: shares nothing with the search. */
function bruteForce(
  graph: TieGraph,
  source: number,
  target: number,
  k: number,
  maxHops: number,
  options: PathOptions,
): Path[] {
  const found: Path[] = [];
  const walk = (nodes: number[], cost: number) => {
    const node = nodes.at(-1) as number;
    if (node === target) {
      found.push({ nodes: [...nodes], cost });
      return;
    }
    if (nodes.length > maxHops) return;
    for (
      let arc = graph.offsets[node] as number;
      arc < (graph.offsets[node + 1] as number);
      arc += 1
    ) {
      const to = graph.targets[arc] as number;
      if (nodes.includes(to)) continue;
      if (to !== target && options.allowed && options.allowed[to] !== 1) continue;
      const penalty = to === target ? 0 : (options.penalties?.[to] ?? 0);
      walk([...nodes, to], cost + (graph.costs[arc] as number) + penalty);
    }
  };
  walk([source], 0);
  found.sort((a, b) =>
    Math.abs(a.cost - b.cost) > 1e-9 ? a.cost - b.cost : compare(a.nodes, b.nodes),
  );
  return found.slice(0, k);
}

function compare(a: number[], b: number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const rounded = (paths: Path[]) =>
  paths.map(({ nodes, cost }) => ({ nodes, cost: Math.round(cost * 1e9) / 1e9 }));

interface Case {
  graph: TieGraph;
  size: number;
  options: PathOptions;
  k: number;
}

/** Costs in halves make many exactly equal paths; `fine` ones hardly any. Some actors have no tie at all. */
function randomCase(seed: number, fine: boolean): Case {
  const random = seededRandom(seed);
  const size = 2 + Math.floor(random() * 8);
  const edges: Edge[] = Array.from({ length: Math.floor(random() * size * 2.5) }, () => [
    Math.floor(random() * size),
    Math.floor(random() * size),
    fine ? 0.5 + random() * 5 : 0.5 * (1 + Math.floor(random() * 4)),
  ]);
  const allowed =
    random() < 0.4 ? Uint8Array.from({ length: size }, () => (random() < 0.7 ? 1 : 0)) : null;
  const penalties =
    random() < 0.4 ? Float64Array.from({ length: size }, () => Math.floor(random() * 3)) : null;
  return {
    graph: tieGraph(size, edges),
    size,
    options: { allowed, penalties },
    k: 1 + Math.floor(random() * 12),
  };
}

describe("k cheapest loopless paths", () => {
  it.each([
    ["equal costs", false],
    ["distinct costs", true],
  ])("are those of brute force on 3,000 random graphs, %s", (_name, fine) => {
    for (let seed = 1; seed <= 3000; seed += 1) {
      const { graph, size, options, k } = randomCase(seed, fine);
      const found = new PathFinder(graph).find(0, size - 1, k, options);
      expect(rounded(found), `seed ${seed}`).toEqual(
        rounded(bruteForce(graph, 0, size - 1, k, size, options)),
      );
    }
  });

  it("with a limit of hops are those of brute force on 3,000 random graphs", () => {
    for (let seed = 1; seed <= 3000; seed += 1) {
      const { graph, size, options, k } = randomCase(seed, seed % 2 === 0);
      const maxHops = 1 + (seed % 5);
      const found = hopBoundedPaths(graph, [0], [size - 1], k, maxHops, options);
      expect(rounded(found), `seed ${seed}`).toEqual(
        rounded(bruteForce(graph, 0, size - 1, k, maxHops, options)),
      );
    }
  });

  it("with a limit of hops are the short ones of those without, on 150 larger graphs", () => {
    let limited = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = seededRandom(seed);
      const size = 300;
      const edges: Edge[] = Array.from({ length: 700 }, () => [
        Math.floor(random() * size),
        Math.floor(random() * size),
        0.5 + random() * 3,
      ]);
      const penalties = Float64Array.from({ length: size }, () => random() * 2);
      const graph = tieGraph(size, edges);
      const all = new PathFinder(graph).find(0, 1, 300, { penalties });
      const maxHops = 4 + (seed % 5);
      const short = all.filter(({ nodes }) => nodes.length - 1 <= maxHops).slice(0, 10);
      const found = hopBoundedPaths(graph, [0], [1], short.length, maxHops, { penalties });
      expect(rounded(found), `seed ${seed}`).toEqual(rounded(short));
      if (all.findIndex(({ nodes }) => nodes.length - 1 > maxHops) < 10) limited += short.length;
    }
    expect(limited).toBeGreaterThan(100);
  });

  it("gives the same answer again from the same finder, whatever was asked between", () => {
    const { graph } = randomCase(4711, true);
    const finder = new PathFinder(graph);
    const size = graph.offsets.length - 1;
    const first = finder.find(0, size - 1, 5);
    finder.find(size - 1, 0, 3);
    expect(finder.find(0, size - 1, 5)).toEqual(first);
  });

  it("finds none where the two are not connected", () => {
    expect(
      new PathFinder(
        tieGraph(4, [
          [0, 1, 1],
          [2, 3, 1],
        ]),
      ).find(0, 3, 10),
    ).toEqual([]);
    expect(new PathFinder(tieGraph(3, [[0, 1, 1]])).find(2, 0, 1)).toEqual([]);
  });

  it("ends when the check throws", () => {
    const edges: Edge[] = Array.from({ length: 9_999 }, (_, i) => [i, i + 1, 1]);
    const check = () => {
      throw new Error("stopped");
    };
    expect(() => new PathFinder(tieGraph(10_000, edges)).find(0, 9_999, 1, { check })).toThrow(
      "stopped",
    );
  });
});
