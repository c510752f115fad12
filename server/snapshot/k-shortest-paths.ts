/**
 * The exact k cheapest loopless paths. Balls grow from both ends until the k-th meeting of the two bounds the cost;
 * then Yen's deviations (1971) in Lawler's partition (1972) among the actors that can lie within the bound, with the
 * exact distances to the target as potentials: most deviations are answered by the tree of shortest paths, few need
 * a search. Paths of equal cost come in the order of their actors' numbers.
 */
import { f64, i32, u32 } from "./cells.ts";

import { type Deviation, DeviationQueue, split } from "./deviations.ts";
import { MeetingBalls, SLACK } from "./meeting-balls.ts";
import type { Path, PathOptions } from "./path.ts";
import { PathBall } from "./path-ball.ts";
import { at } from "./snapshot.ts";
import type { TieGraph } from "./ties.ts";

/** Finds paths on one graph; its working memory is reused, so one search at a time. */
export class PathFinder {
  readonly #graph: TieGraph;
  readonly #balls: MeetingBalls;
  readonly #detour: PathBall;
  /** Marks of the actors on a root, and of those that lead to the target by tight hops. */
  readonly #marks: Uint32Array;
  #mark = 0;

  constructor(graph: TieGraph) {
    const size = graph.offsets.length - 1;
    this.#graph = graph;
    this.#balls = new MeetingBalls(graph);
    this.#detour = new PathBall(size);
    this.#marks = new Uint32Array(size);
  }

  /** At most k paths, cheapest first; fewer when there are no more. `source` and `target` differ. */
  find(source: number, target: number, k: number, options: PathOptions = {}): Path[] {
    this.#balls.begin(source, target, options);
    this.#balls.grow(k, [source], [target]);
    this.#balls.completeDistances();
    return this.#balls.target.isSettled(source) ? this.#deviate(source, target, k) : [];
  }

  /**
   * The cheapest path from any of `sources` to any of `targets` (no actor in both), null when there is none. Only the
   * actors of `allowed` are passed; penalties of the ends count half, so give them none.
   */
  findBetween(
    sources: readonly number[],
    targets: readonly number[],
    options: PathOptions = {},
  ): Path | null {
    this.#balls.begin(-1, -1, options);
    this.#balls.grow(1, sources, targets);
    this.#balls.completeDistances();
    const { target } = this.#balls;
    let best = -1;
    for (const source of sources) {
      if (!target.isSettled(source)) continue;
      const difference =
        best < 0 ? -1 : f64(target.distances, source) - f64(target.distances, best);
      if (difference < 0 || (difference === 0 && source < best)) best = source;
    }
    const path = best < 0 ? null : this.#deviation([best], 0, [])?.path;
    return path ? { nodes: path, cost: this.cost(path) } : null;
  }

  /** Cost of a path under the options of the last search, summed from the source. */
  cost(nodes: readonly number[]): number {
    let sum = 0;
    for (let i = 1; i < nodes.length; i += 1) sum += this.#hop(at(nodes, i - 1), at(nodes, i));
    return sum;
  }

  #deviate(source: number, target: number, k: number): Path[] {
    const paths: Path[] = [];
    const queue = new DeviationQueue();
    const hop = (from: number, to: number) => this.#hop(from, to);
    queue.push(this.#deviation([source], 0, []));
    for (let best = queue.shift(); best && paths.length < k; best = queue.shift()) {
      if (best.path === null) {
        queue.push(this.#search(best, target));
        continue;
      }
      paths.push({ nodes: best.path, cost: best.cost });
      for (const rest of split(best, best.path, hop)) {
        queue.push(this.#deviation(rest.root, rest.rootCost, rest.banned));
      }
    }
    return paths;
  }

  /** The class with its best path where the tree answers, with a bound where it does not; null when it is empty. */
  #deviation(root: number[], rootCost: number, banned: readonly number[]): Deviation | null {
    const { offsets, targets, costs } = this.#graph;
    const spur = at(root, root.length - 1);
    this.#markRoot(root);
    const half = this.#balls.halfPenalty(spur);
    let least = Number.POSITIVE_INFINITY;
    let first = -1;
    for (let arc = u32(offsets, spur); arc < u32(offsets, spur + 1); arc += 1) {
      const to = u32(targets, arc);
      if (!this.#balls.isNear(to) || this.#marks[to] === this.#mark || banned.includes(to))
        continue;
      const length =
        f64(costs, arc) +
        half +
        this.#balls.halfPenalty(to) +
        f64(this.#balls.target.distances, to);
      if (length < least) {
        least = length;
        first = to;
      }
    }
    if (first < 0 || rootCost + least > this.#balls.bound) return null;
    const path = [...root];
    for (let node = first; node !== -1; node = i32(this.#balls.target.next, node)) {
      if (this.#marks[node] === this.#mark) {
        return { root, rootCost, banned, cost: rootCost + least, path: null };
      }
      path.push(node);
    }
    return { root, rootCost, banned, cost: this.cost(path), path };
  }

  /** The best path of a class by A* (Hart, Nilsson, Raphael 1968); of equally cheap ones the first by number. */
  #search({ root, rootCost, banned }: Deviation, target: number): Deviation | null {
    const { offsets, targets, costs } = this.#graph;
    const spur = at(root, root.length - 1);
    const ball = this.#detour;
    ball.start([spur]);
    this.#markRoot(root);
    let least = this.#balls.bound - rootCost;
    while (ball.heap.size > 0 && ball.heap.top <= least) {
      const node = ball.heap.pop();
      if (ball.isSettled(node)) continue;
      ball.settle(node);
      this.#balls.count();
      const distance = f64(ball.distances, node);
      if (node === target) {
        least = Math.min(least, distance * (1 + SLACK));
        continue;
      }
      const half = this.#balls.halfPenalty(node);
      for (let arc = u32(offsets, node); arc < u32(offsets, node + 1); arc += 1) {
        const to = u32(targets, arc);
        if (!this.#balls.isNear(to) || ball.isSettled(to) || this.#marks[to] === this.#mark)
          continue;
        if (node === spur && banned.includes(to)) continue;
        const length = distance + f64(costs, arc) + half + this.#balls.halfPenalty(to);
        const whole = length + f64(this.#balls.target.distances, to);
        if (whole <= least && ball.relax(to, length, node)) ball.heap.push(whole, to);
      }
    }
    if (!ball.isSettled(target)) return null;
    const path = [...root, ...this.#firstTight(spur, target, banned)];
    return { root, rootCost, banned, cost: this.cost(path), path };
  }

  /** After a search: the way from the spur over hops that fit the distances exactly, smallest number first. */
  #firstTight(spur: number, target: number, banned: readonly number[]): number[] {
    const { offsets, targets, costs } = this.#graph;
    const ball = this.#detour;
    const isTight = (from: number, to: number, arc: number) =>
      f64(ball.distances, from) +
        f64(costs, arc) +
        this.#balls.halfPenalty(from) +
        this.#balls.halfPenalty(to) ===
        f64(ball.distances, to) && !(from === spur && banned.includes(to));
    this.#mark += 1;
    const waiting = [target];
    this.#marks[target] = this.#mark;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      // The hop back costs the same, so the row of the far end serves.
      for (let arc = u32(offsets, node); arc < u32(offsets, node + 1); arc += 1) {
        const from = u32(targets, arc);
        if (!ball.isSettled(from) || this.#marks[from] === this.#mark) continue;
        if (!isTight(from, node, arc)) continue;
        this.#marks[from] = this.#mark;
        waiting.push(from);
      }
    }
    const way: number[] = [];
    for (let node = spur; node !== target; ) {
      let following = -1;
      for (let arc = u32(offsets, node); arc < u32(offsets, node + 1) && following < 0; arc += 1) {
        const to = u32(targets, arc);
        const isOnWay = this.#marks[to] === this.#mark && ball.isSettled(to);
        if (isOnWay && isTight(node, to, arc)) following = to;
      }
      if (following < 0) throw new Error("k-shortest-paths: expected a tight hop (found none)");
      way.push(following);
      node = following;
    }
    return way;
  }

  #markRoot(root: readonly number[]): void {
    this.#mark += 1;
    for (const node of root) this.#marks[node] = this.#mark;
  }

  /** Cost of the hop between two neighbours. */
  #hop(from: number, to: number): number {
    const { offsets, targets, costs } = this.#graph;
    let low = u32(offsets, from);
    let high = u32(offsets, from + 1) - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (u32(targets, middle) < to) low = middle + 1;
      else high = middle;
    }
    if (targets[low] !== to)
      throw new Error(`k-shortest-paths: ${from} and ${to} are no neighbours`);
    return f64(costs, low) + this.#balls.halfPenalty(from) + this.#balls.halfPenalty(to);
  }
}
