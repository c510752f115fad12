/** What the search for paths of few hops is led by: the cheapest way on to an end in the hops that are left. */
import { f64, u8, u32 } from "./cells.ts";
import type { PathOptions } from "./path.ts";
import type { TieGraph } from "./ties.ts";

/** Row h: cost of the cheapest way on to an end in at most h hops, for actors that can have so many left. */
export type WaysOn = readonly Float64Array[];

const CHECK_EVERY = 1024;
const UNREACHED = 255;

/**
 * Bellman and Ford, by layers. From half of the way on, only actors that the sources reach in the hops that are then
 * left matter.
 */
export function waysOn(
  graph: TieGraph,
  sources: readonly number[],
  ends: readonly number[],
  maxHops: number,
  options: PathOptions = {},
): WaysOn {
  const { offsets, targets, costs } = graph;
  const count = counter(options.check);
  const halves = halvesOf(graph, [...sources, ...ends], options);
  const half = Math.ceil(maxHops / 2);
  const from = hopsFrom(graph, sources, maxHops - half, count);
  const changedIn = new Uint8Array(offsets.length - 1);
  let layer = new Float64Array(offsets.length - 1).fill(Number.POSITIVE_INFINITY);
  for (const end of ends) layer[end] = 0;
  let frontier = [...ends];
  const layers = [layer];
  for (let hops = 1; hops <= maxHops; hops += 1) {
    const next = layer.slice();
    const changed: number[] = [];
    const farthest = hops < half ? UNREACHED : maxHops - hops;
    for (const node of frontier) {
      count();
      const before = f64(layer, node);
      const end = u32(offsets, node + 1);
      for (let arc = u32(offsets, node); arc < end; arc += 1) {
        const to = u32(targets, arc);
        if (u8(from, to) > farthest) continue;
        let cost = before + f64(costs, arc);
        if (halves !== null) cost += f64(halves, node) + f64(halves, to);
        if (cost >= f64(next, to)) continue;
        next[to] = cost;
        if (changedIn[to] !== hops) changed.push(to);
        changedIn[to] = hops;
      }
    }
    frontier = changed;
    layer = next;
    layers.push(layer);
  }
  return layers;
}

/** Fewest hops from a source, `UNREACHED` beyond the limit. */
function hopsFrom(
  { offsets, targets }: TieGraph,
  sources: readonly number[],
  limit: number,
  count: () => void,
): Uint8Array {
  const reached = new Uint8Array(offsets.length - 1).fill(UNREACHED);
  for (const source of sources) reached[source] = 0;
  let frontier = [...sources];
  for (let hops = 1; hops <= limit; hops += 1) {
    const next: number[] = [];
    for (const node of frontier) {
      count();
      const end = u32(offsets, node + 1);
      for (let arc = u32(offsets, node); arc < end; arc += 1) {
        const to = u32(targets, arc);
        if (u8(reached, to) <= hops) continue;
        reached[to] = hops;
        next.push(to);
      }
    }
    frontier = next;
  }
  return reached;
}

function counter(check: () => void = () => {}): () => void {
  let steps = 0;
  return () => {
    steps += 1;
    if (steps % CHECK_EVERY === 0) check();
  };
}

/**
 * By actor half of what passing it costs more, `Infinity` where that must not be; null = nothing anywhere. The ends
 * may always be passed and have no penalty.
 */
export function halvesOf(
  graph: TieGraph,
  ends: readonly number[],
  { allowed = null, penalties = null }: PathOptions,
): Float64Array | null {
  if (allowed === null && penalties === null) return null;
  const halves = new Float64Array(graph.offsets.length - 1);
  for (let actor = 0; actor < halves.length; actor += 1) {
    if (allowed !== null && allowed[actor] !== 1) halves[actor] = Number.POSITIVE_INFINITY;
    else if (penalties !== null) halves[actor] = f64(penalties, actor) / 2;
  }
  for (const end of ends) halves[end] = 0;
  return halves;
}
