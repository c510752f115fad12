/** Distances from one actor to all others (Dijkstra 1959). */
import { f64, u32 } from "./cells.ts";

import { NodeHeap } from "./node-heap.ts";
import type { TieGraph } from "./ties.ts";

const CHECK_EVERY = 1024;

export interface DistanceOptions {
  /** 1 = may be passed or reached; `null` = every actor. The source always may. */
  allowed?: Uint8Array | null;
  /** Called now and then; throws to end the search. */
  check?: () => void;
}

export interface ShortestWays {
  /** By actor; `Infinity` for one that cannot be reached. */
  distances: Float64Array;
  /** By actor: the one before it on its way from the source; -1 for the source and where there is no way. */
  before: Int32Array;
}

export function waysFrom(
  graph: TieGraph,
  source: number,
  { allowed = null, check = () => {} }: DistanceOptions = {},
): ShortestWays {
  const { offsets, targets, costs } = graph;
  const distances = new Float64Array(offsets.length - 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(offsets.length - 1).fill(-1);
  const heap = new NodeHeap();
  distances[source] = 0;
  heap.push(0, source);
  for (let steps = 1; heap.size > 0; steps += 1) {
    if (steps % CHECK_EVERY === 0) check();
    const key = heap.top;
    const node = heap.pop();
    const distance = f64(distances, node);
    if (key > distance) continue;
    const end = u32(offsets, node + 1);
    for (let arc = u32(offsets, node); arc < end; arc += 1) {
      const to = u32(targets, arc);
      const cost = distance + f64(costs, arc);
      if (cost < f64(distances, to) && (allowed === null || allowed[to] === 1)) {
        distances[to] = cost;
        before[to] = node;
        heap.push(cost, to);
      }
    }
  }
  return { distances, before };
}

export function distancesFrom(
  graph: TieGraph,
  source: number,
  options: DistanceOptions = {},
): Float64Array {
  return waysFrom(graph, source, options).distances;
}
