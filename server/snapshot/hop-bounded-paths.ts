/**
 * The exact k cheapest loopless paths of at most `maxHops` hops, for the case that the cheapest paths without a limit
 * are too long: Yen's deviations, each searched over pairs of an actor and the hops used so far, with the exact
 * cheapest way on in the hops that are left as potential.
 */
import { f64, u32 } from "./cells.ts";
import { type Deviation, DeviationQueue, split } from "./deviations.ts";
import { NodeHeap } from "./node-heap.ts";
import type { Path, PathOptions } from "./path.ts";
import { at } from "./snapshot.ts";
import type { TieGraph } from "./ties.ts";
import { halvesOf, type WaysOn, waysOn } from "./ways-on.ts";

const CHECK_EVERY = 1024;
/** Sums in another order differ in the last digits. */
const SLACK = 1e-11;

/**
 * From any of `sources` to any of `ends`; each path ends at the first end that it meets. `ways` may be those of the
 * same question with smaller penalties.
 */
export function hopBoundedPaths(
  graph: TieGraph,
  sources: readonly number[],
  ends: readonly number[],
  k: number,
  maxHops: number,
  options: PathOptions = {},
  ways: WaysOn = waysOn(graph, sources, ends, maxHops, options),
): Path[] {
  const search = new HopBoundedSearch(graph, sources, ends, maxHops, options, ways);
  const queue = new DeviationQueue();
  for (const source of sources) queue.push(search.bounded([source], 0, []));
  const paths: Path[] = [];
  for (let best = queue.shift(); best && paths.length < k; best = queue.shift()) {
    if (best.path === null) {
      queue.push(search.best(best));
      continue;
    }
    paths.push({ nodes: best.path, cost: best.cost });
    for (const rest of split(best, best.path, search.hop)) {
      queue.push(search.bounded(rest.root, rest.rootCost, rest.banned));
    }
  }
  return paths;
}

class HopBoundedSearch {
  readonly #graph: TieGraph;
  readonly #ends: ReadonlySet<number>;
  /** By actor: half of what passing it costs more, `Infinity` where that must not be; `null` = nothing anywhere. */
  readonly #halves: Float64Array | null;
  readonly #maxHops: number;
  readonly #options: PathOptions;
  readonly #remaining: WaysOn;
  #steps = 0;

  constructor(
    graph: TieGraph,
    sources: readonly number[],
    ends: readonly number[],
    maxHops: number,
    options: PathOptions,
    ways: WaysOn,
  ) {
    this.#graph = graph;
    this.#ends = new Set(ends);
    this.#halves = halvesOf(graph, [...sources, ...ends], options);
    this.#maxHops = maxHops;
    this.#options = options;
    this.#remaining = ways;
  }

  /** Cost of the hop between two neighbours, with their penalties. */
  readonly hop = (from: number, to: number): number => {
    const { offsets, targets } = this.#graph;
    const arc = targets.subarray(offsets[from], offsets[from + 1]).indexOf(to);
    return this.#cost(from, to, u32(offsets, from) + arc);
  };

  /** The class with a lower bound; null when it is empty. */
  bounded(root: number[], rootCost: number, banned: readonly number[]): Deviation | null {
    const { offsets, targets } = this.#graph;
    const spur = at(root, root.length - 1);
    const left = this.#remaining[this.#maxHops - root.length];
    if (left === undefined || this.#ends.has(spur)) return null;
    let least = Number.POSITIVE_INFINITY;
    for (let arc = u32(offsets, spur); arc < u32(offsets, spur + 1); arc += 1) {
      const to = u32(targets, arc);
      const whole = this.#cost(spur, to, arc) + f64(left, to);
      if (whole < least && !root.includes(to) && !banned.includes(to)) least = whole;
    }
    if (least === Number.POSITIVE_INFINITY) return null;
    return { root, rootCost, banned, cost: rootCost + least, path: null };
  }

  /** The class with its best path; of equally cheap ones the first by number. */
  best({ root, rootCost, banned }: Deviation): Deviation | null {
    const { offsets, targets } = this.#graph;
    const spur = at(root, root.length - 1);
    const width = this.#maxHops + 1;
    const isBlocked = (from: number, to: number) =>
      root.includes(to) || (from === spur && banned.includes(to));
    /** By actor × width + hops. */
    const distances = new Map<number, number>();
    const settled = new Set<number>();
    const heap = new NodeHeap();
    const start = spur * width + root.length - 1;
    distances.set(start, 0);
    heap.push(0, start);
    let least = Number.POSITIVE_INFINITY;
    const reached: number[] = [];
    while (heap.size > 0 && heap.top <= least) {
      const state = heap.pop();
      if (settled.has(state)) continue;
      settled.add(state);
      this.#count();
      const distance = distances.get(state) ?? 0;
      const node = Math.floor(state / width);
      const hops = (state % width) + 1;
      if (this.#ends.has(node) && node !== spur) {
        least = Math.min(least, distance * (1 + SLACK));
        reached.push(state);
        continue;
      }
      const left = this.#remaining[this.#maxHops - hops];
      if (left === undefined) continue;
      for (let arc = u32(offsets, node); arc < u32(offsets, node + 1); arc += 1) {
        const to = u32(targets, arc);
        const length = distance + this.#cost(node, to, arc);
        const whole = length + f64(left, to);
        if (whole === Number.POSITIVE_INFINITY || whole > least || isBlocked(node, to)) continue;
        const next = to * width + hops;
        if (length >= (distances.get(next) ?? Number.POSITIVE_INFINITY) || settled.has(next))
          continue;
        distances.set(next, length);
        heap.push(whole, next);
      }
    }
    if (reached.length === 0) return null;
    const cheapest = Math.min(...reached.map((state) => distances.get(state) ?? 0));
    const goals = reached.filter((state) => distances.get(state) === cheapest);
    const isTight = (from: number, to: number, cost: number) =>
      settled.has(from) && (distances.get(from) ?? 0) + cost === distances.get(to);
    const way = this.#firstTight(start, goals, (from, to, cost) => {
      const [node, other] = [Math.floor(from / width), Math.floor(to / width)];
      return isTight(from, to, cost) && !isBlocked(node, other);
    });
    const path = [...root, ...way];
    return { root, rootCost, banned, cost: this.#sum(path), path };
  }

  /** After a search: the way from the start over hops that fit the distances exactly, smallest number first. */
  #firstTight(
    start: number,
    goals: readonly number[],
    isTight: (from: number, to: number, cost: number) => boolean,
  ): number[] {
    const { offsets, targets } = this.#graph;
    const width = this.#maxHops + 1;
    const leads = new Set(goals);
    const waiting = [...goals];
    for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
      const node = Math.floor(state / width);
      for (let arc = u32(offsets, node); arc < u32(offsets, node + 1); arc += 1) {
        const from = u32(targets, arc);
        const before = from * width + (state % width) - 1;
        if (state % width === 0 || leads.has(before)) continue;
        // The hop back costs the same, so the row of the far end serves.
        if (!isTight(before, state, this.#cost(from, node, arc))) continue;
        leads.add(before);
        waiting.push(before);
      }
    }
    const isGoal = new Set(goals);
    const way: number[] = [];
    for (let state = start; !isGoal.has(state); ) {
      const node = Math.floor(state / width);
      let following = -1;
      for (let arc = u32(offsets, node); arc < u32(offsets, node + 1) && following < 0; arc += 1) {
        const to = u32(targets, arc);
        const next = to * width + (state % width) + 1;
        if (leads.has(next) && isTight(state, next, this.#cost(node, to, arc))) following = next;
      }
      if (following < 0) throw new Error("hop-bounded-paths: expected a tight hop (found none)");
      way.push(Math.floor(following / width));
      state = following;
    }
    return way;
  }

  #sum(nodes: readonly number[]): number {
    let sum = 0;
    for (let i = 1; i < nodes.length; i += 1) sum += this.hop(at(nodes, i - 1), at(nodes, i));
    return sum;
  }

  /** `Infinity` where the hop must not be gone. */
  #cost(from: number, to: number, arc: number): number {
    const cost = f64(this.#graph.costs, arc);
    const halves = this.#halves;
    return halves === null ? cost : cost + f64(halves, from) + f64(halves, to);
  }

  #count(): void {
    this.#steps += 1;
    if (this.#steps % CHECK_EVERY === 0) this.#options.check?.();
  }
}
