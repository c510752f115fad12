/**
 * Louvain communities (Blondel et al. 2008) of an undirected graph without weights, for comparisons only: visits in a
 * seeded order, joins levels until modularity does not rise.
 */
import { f64, u32 } from "../../../server/snapshot/cells.ts";
import type { Random } from "../../fixtures/random-graph.ts";

export interface Graph {
  offsets: Uint32Array;
  targets: Uint32Array;
}

interface WeightedGraph extends Graph {
  weights: Float64Array;
}

export interface Communities {
  /** By actor, numbered from 0. */
  community: Uint32Array;
  modularity: number;
}

const LEAST_GAIN = 1e-6;

export function louvain({ offsets, targets }: Graph, random: Random): Communities {
  let graph: WeightedGraph = {
    offsets,
    targets,
    weights: new Float64Array(targets.length).fill(1),
  };
  let community = Uint32Array.from({ length: offsets.length - 1 }, (_, actor) => actor);
  let modularity = modularityOf(graph, community);
  for (;;) {
    const moved = numbered(moveActors(graph, random));
    const next = modularityOf(graph, moved.of);
    if (!(next > modularity + LEAST_GAIN)) return { community, modularity };
    modularity = next;
    community = community.map((node) => u32(moved.of, node));
    graph = joined(graph, moved);
  }
}

/** Each node into the neighbouring community that gains most, until nobody moves. */
function moveActors(graph: WeightedGraph, random: Random): Uint32Array {
  const count = graph.offsets.length - 1;
  const degree = degreesOf(graph);
  const total = degree.reduce((sum, value) => sum + value, 0);
  const of = Uint32Array.from({ length: count }, (_, node) => node);
  const inside = degree.slice();
  const toward = new Float64Array(count);
  const order = shuffled(count, random);
  for (let moves = 1; moves > 0; ) {
    moves = 0;
    for (const node of order) {
      const own = u32(of, node);
      const near = new Set([own]);
      for (let i = u32(graph.offsets, node); i < u32(graph.offsets, node + 1); i += 1) {
        const other = u32(graph.targets, i);
        if (other === node) continue;
        const its = u32(of, other);
        near.add(its);
        toward[its] = f64(toward, its) + f64(graph.weights, i);
      }
      const k = f64(degree, node);
      inside[own] = f64(inside, own) - k;
      let best = own;
      let most = f64(toward, own) - (f64(inside, own) * k) / total;
      for (const its of near) {
        const gain = f64(toward, its) - (f64(inside, its) * k) / total;
        if (gain > most + LEAST_GAIN) [best, most] = [its, gain];
        toward[its] = 0;
      }
      inside[best] = f64(inside, best) + k;
      if (best === own) continue;
      of[node] = best;
      moves += 1;
    }
  }
  return of;
}

function degreesOf({ offsets, weights }: WeightedGraph): Float64Array {
  return Float64Array.from({ length: offsets.length - 1 }, (_, node) => {
    let sum = 0;
    for (let i = u32(offsets, node); i < u32(offsets, node + 1); i += 1) sum += f64(weights, i);
    return sum;
  });
}

/** Q = Σ_c (w_c / 2m − (k_c / 2m)²); links from a node to itself stand twice. */
function modularityOf(graph: WeightedGraph, of: Uint32Array): number {
  const degree = degreesOf(graph);
  const total = degree.reduce((sum, value) => sum + value, 0);
  const mass = new Float64Array(degree.length);
  let inside = 0;
  for (let node = 0; node < degree.length; node += 1) {
    const own = u32(of, node);
    mass[own] = f64(mass, own) + f64(degree, node);
    for (let i = u32(graph.offsets, node); i < u32(graph.offsets, node + 1); i += 1) {
      if (of[u32(graph.targets, i)] === own) inside += f64(graph.weights, i);
    }
  }
  return mass.reduce((sum, value) => sum - (value / total) ** 2, inside / total);
}

function numbered(of: Uint32Array): { of: Uint32Array; count: number } {
  const numbers = new Map<number, number>();
  const all = of.map((community) => {
    const known = numbers.get(community) ?? numbers.size;
    numbers.set(community, known);
    return known;
  });
  return { of: all, count: numbers.size };
}

/** One node for each community; what lies inside becomes a link of it to itself. */
function joined(graph: WeightedGraph, { of, count }: { of: Uint32Array; count: number }) {
  const rows = Array.from({ length: count }, () => new Map<number, number>());
  of.forEach((own, node) => {
    const row = rows[own];
    for (let i = u32(graph.offsets, node); i < u32(graph.offsets, node + 1); i += 1) {
      const other = u32(of, u32(graph.targets, i));
      row?.set(other, (row.get(other) ?? 0) + f64(graph.weights, i));
    }
  });
  const offsets = new Uint32Array(count + 1);
  rows.forEach((row, node) => {
    offsets[node + 1] = u32(offsets, node) + row.size;
  });
  return {
    offsets,
    targets: Uint32Array.from(rows.flatMap((row) => [...row.keys()])),
    weights: Float64Array.from(rows.flatMap((row) => [...row.values()])),
  };
}

function shuffled(count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [u32(order, j), u32(order, i)];
  }
  return order;
}
