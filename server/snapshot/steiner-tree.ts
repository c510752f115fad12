/**
 * The cheapest tree that joins a few actors (Steiner tree), exactly: Dijkstra's algorithm over pairs of an actor and
 * the set of ends already joined there, with a lower bound for the rest (Dreyfus and Wagner 1971; Hougardy, Silvanus
 * and Vygen 2017, "Dijkstra meets Steiner"), and nothing that costs more than a tree that is known. Up to eight ends.
 */
import { f64, i32, u16, u32 } from "./cells.ts";

import { distancesFrom } from "./distances-from.ts";
import { NodeHeap } from "./node-heap.ts";
import { at } from "./snapshot.ts";
import { SteinerBound } from "./steiner-bound.ts";
import { SteinerStates } from "./steiner-states.ts";
import type { TieGraph } from "./ties.ts";

export interface SteinerTree {
  cost: number;
  /** Hops of the tree, each with the smaller actor number first, sorted. */
  hops: { from: number; to: number; cost: number }[];
}

export const MOST_ENDS = 8;
const CHECK_EVERY = 1024;
/** Sums in another order differ in the last digits. */
const SLACK = 1e-11;

/** Null when the ends are not all connected. `allowed` masks the actors that may join them (1). */
export function steinerTree(
  graph: TieGraph,
  ends: readonly number[],
  options: { allowed?: Uint8Array | null; check?: () => void } = {},
): SteinerTree | null {
  const sorted = [...new Set(ends)].sort((a, b) => a - b);
  if (sorted.length === 0 || sorted.length > MOST_ENDS) {
    throw new Error(`steiner-tree: expected 1 to ${MOST_ENDS} ends (got ${sorted.length})`);
  }
  const check = options.check ?? (() => {});
  const allowed = options.allowed?.slice() ?? null;
  if (allowed) for (const end of sorted) allowed[end] = 1;
  const rows: Float64Array[] = [];
  for (const end of sorted) {
    const row = distancesFrom(graph, end, { allowed, check });
    rows.push(row);
    if (sorted.some((other) => f64(row, other) === Number.POSITIVE_INFINITY)) return null;
  }
  const limit = knownCost(rows, sorted) * (1 + SLACK);
  return search(graph, sorted, new SteinerBound(rows, sorted), limit, allowed, check);
}

/** Cost of the cheaper of two trees: the one that joins the ends by their ways to each other, and the best star. */
function knownCost(rows: readonly Float64Array[], ends: readonly number[]): number {
  let spanning = 0;
  const waiting = new Set(ends.keys());
  waiting.delete(0);
  const near = ends.map((end) => f64(rows[0] as Float64Array, end));
  while (waiting.size > 0) {
    const next = [...waiting].reduce((a, b) => (at(near, b) < at(near, a) ? b : a));
    waiting.delete(next);
    spanning += at(near, next);
    ends.forEach((end, i) => {
      near[i] = Math.min(at(near, i), f64(rows[next] as Float64Array, end));
    });
  }
  let star = Number.POSITIVE_INFINITY;
  const [first] = rows;
  if (first === undefined) return 0;
  for (let node = 0; node < first.length; node += 1) {
    let sum = 0;
    for (const row of rows) sum += f64(row, node);
    star = Math.min(star, sum);
  }
  return Math.min(spanning, star);
}

function search(
  graph: TieGraph,
  ends: readonly number[],
  bound: SteinerBound,
  limit: number,
  allowed: Uint8Array | null,
  check: () => void,
): SteinerTree | null {
  const { offsets, targets, costs } = graph;
  const rootBit = 1 << (ends.length - 1);
  const root = at(ends, ends.length - 1);
  const all = rootBit - 1;
  const states = new SteinerStates(offsets.length - 1, rootBit);
  const settledSets = new Map<number, number[]>();
  const heap = new NodeHeap();
  const relax = (node: number, set: number, cost: number, from: number, split: number) => {
    const known = states.find(node, set);
    if (known >= 0 && f64(states.cost, known) <= cost) return;
    const whole = cost + bound.of(node, rootBit | (all & ~set));
    if (whole > limit) return;
    const state = known >= 0 ? known : states.of(node, set);
    states.cost[state] = cost;
    states.from[state] = from;
    states.split[state] = split;
    heap.push(whole, state);
  };
  ends.slice(0, -1).forEach((end, index) => {
    relax(end, 1 << index, 0, -1, 0);
  });
  const goal = states.of(root, all);
  for (let steps = 1; heap.size > 0 && states.settled[goal] === 0; steps += 1) {
    if (steps % CHECK_EVERY === 0) check();
    const state = heap.pop();
    if (states.settled[state] === 1) continue;
    states.settled[state] = 1;
    const node = states.nodeOf(state);
    const set = states.setOf(state);
    const cost = f64(states.cost, state);
    for (let arc = u32(offsets, node); arc < u32(offsets, node + 1); arc += 1) {
      const to = u32(targets, arc);
      if (allowed === null || allowed[to] === 1) {
        relax(to, set, cost + f64(costs, arc), node, 0);
      }
    }
    const others = settledSets.get(node) ?? [];
    for (const other of others) {
      if ((other & set) !== 0) continue;
      relax(node, set | other, cost + f64(states.cost, states.of(node, other)), -1, set);
    }
    settledSets.set(node, [...others, set]);
  }
  if (ends.length > 1 && states.settled[goal] === 0) return null;
  return traced(states, root, all);
}

function traced(states: SteinerStates, root: number, all: number): SteinerTree {
  const hops = new Map<string, { from: number; to: number; cost: number }>();
  const waiting = all === 0 ? [] : [{ node: root, set: all }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, set } = next;
    const state = states.of(node, set);
    const split = u16(states.split, state);
    const from = i32(states.from, state);
    if (split !== 0) waiting.push({ node, set: split }, { node, set: set & ~split });
    else if (from >= 0) {
      const cost = f64(states.cost, state) - f64(states.cost, states.of(from, set));
      const [one, other] = from < node ? [from, node] : [node, from];
      hops.set(`${one} ${other}`, { from: one, to: other, cost });
      waiting.push({ node: from, set });
    }
  }
  const list = [...hops.values()].sort((a, b) => a.from - b.from || a.to - b.to);
  return { cost: list.reduce((sum, hop) => sum + hop.cost, 0), hops: list };
}
