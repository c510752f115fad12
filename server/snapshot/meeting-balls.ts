/**
 * Two balls that grow from both ends until they have met on the k cheapest candidates, and the exact distances to
 * the target for all that can lie on a path as cheap: what the k cheapest paths are then picked from.
 */
import { f64, i32, u32 } from "./cells.ts";

import { compareNodes, type Path, type PathOptions } from "./path.ts";
import { PathBall } from "./path-ball.ts";
import type { TieGraph } from "./ties.ts";

const CHECK_EVERY = 1024;
/** Sums in another order differ in the last digits. */
export const SLACK = 1e-11;
/** Candidates whose costs differ by more are not the same path. */
const ALIKE = 1e-6;

export class MeetingBalls {
  readonly source: PathBall;
  readonly target: PathBall;
  /** No wanted path costs more. */
  bound = Number.POSITIVE_INFINITY;
  readonly #graph: TieGraph;
  readonly #marks: Uint32Array;
  /** Of any hop. */
  readonly #leastCost: number;
  /** The cheapest paths that the balls have met on, by cost. */
  readonly #candidates: Path[] = [];
  #mark = 0;
  #sourceEnd = -1;
  #targetEnd = -1;
  #allowed: Uint8Array | null = null;
  #penalties: Float64Array | null = null;
  #check: () => void = () => {};
  #steps = 0;

  constructor(graph: TieGraph) {
    const size = graph.offsets.length - 1;
    this.#graph = graph;
    this.source = new PathBall(size);
    this.target = new PathBall(size);
    this.#marks = new Uint32Array(size);
    let least = Number.POSITIVE_INFINITY;
    for (let arc = 0; arc < graph.costs.length; arc += 1) {
      least = Math.min(least, f64(graph.costs, arc));
    }
    this.#leastCost = least;
  }

  /** The two ends may always be passed and have no penalty; -1 where there are several. */
  begin(source: number, target: number, options: PathOptions): void {
    this.#sourceEnd = source;
    this.#targetEnd = target;
    this.#allowed = options.allowed ?? null;
    this.#penalties = options.penalties ?? null;
    this.#check = options.check ?? (() => {});
    this.#steps = 0;
    this.bound = Number.POSITIVE_INFINITY;
  }

  /**
   * Until the two radii and one more hop exceed the k-th candidate's cost: every path that can still matter has each
   * of its actors in one of the balls, or with its exact distances on the rim of both.
   */
  grow(k: number, sources: readonly number[], targets: readonly number[]): void {
    const { source } = this;
    const { target } = this;
    source.start(sources);
    target.start(targets);
    this.#candidates.length = 0;
    while (source.heap.size > 0 && target.heap.size > 0) {
      if (source.heap.top + target.heap.top + this.#leastCost > this.bound) break;
      if (source.heap.size <= target.heap.size) this.#expand(k, source, target);
      else this.#expand(k, target, source);
    }
  }

  /** Settles the nearest node of a ball; each hop from it into the other ball makes a candidate. */
  #expand(k: number, ball: PathBall, other: PathBall): void {
    const { offsets, targets, costs } = this.#graph;
    const { distances, stamps, next, reached, heap } = ball;
    const { distances: otherDistances, stamps: otherStamps, reached: otherReached } = other;
    const node = heap.pop();
    if (u32(stamps, node) > reached) return;
    stamps[node] = reached + 1;
    this.count();
    const allowed = this.#allowed;
    const hasPenalties = this.#penalties !== null;
    const base = f64(distances, node) + this.halfPenalty(node);
    const otherTop = other.heap.top;
    let bound = this.bound;
    const end = u32(offsets, node + 1);
    for (let arc = u32(offsets, node); arc < end; arc += 1) {
      const to = u32(targets, arc);
      const stamp = u32(stamps, to);
      if (stamp > reached) continue;
      if (allowed !== null && allowed[to] !== 1 && !this.isEnd(to)) continue;
      let length = base + f64(costs, arc);
      if (hasPenalties) length += this.halfPenalty(to);
      const otherStamp = u32(otherStamps, to);
      // Not settled there, so at least as far from that centre as the next one is.
      if (otherStamp <= otherReached && length + otherTop > bound) continue;
      if (stamp !== reached || length < f64(distances, to)) {
        stamps[to] = reached;
        distances[to] = length;
        next[to] = node;
        heap.push(length, to);
      } else if (length === distances[to] && node < i32(next, to)) next[to] = node;
      if (otherStamp >= otherReached) {
        const cost = length + f64(otherDistances, to);
        if (cost > bound) continue;
        const [inSource, inTarget] = ball === this.source ? [node, to] : [to, node];
        this.#propose(k, cost, inSource, inTarget);
        bound = this.bound;
      }
    }
  }

  /** Keeps the k cheapest distinct candidates; the same path, met on another of its hops, costs the same. */
  #propose(k: number, cost: number, inSource: number, inTarget: number): void {
    const kept = this.#candidates;
    if (kept.length === k && cost >= (kept[k - 1] as Path).cost) return;
    const nodes = this.#join(inSource, inTarget);
    if (nodes === null) return;
    let place = kept.length;
    while (place > 0 && (kept[place - 1] as Path).cost > cost) place -= 1;
    for (let i = place - 1; i >= 0 && cost - (kept[i] as Path).cost < ALIKE; i -= 1) {
      if (compareNodes((kept[i] as Path).nodes, nodes) === 0) return;
    }
    for (let i = place; i < kept.length && (kept[i] as Path).cost - cost < ALIKE; i += 1) {
      if (compareNodes((kept[i] as Path).nodes, nodes) === 0) return;
    }
    kept.splice(place, 0, { nodes, cost });
    if (kept.length > k) kept.pop();
    if (kept.length === k) this.bound = (kept[k - 1] as Path).cost * (1 + SLACK);
  }

  /** The path over a hop between the two balls; null when the two halves share an actor. */
  #join(inSource: number, inTarget: number): number[] | null {
    const nodes: number[] = [];
    this.#mark += 1;
    for (let node = inSource; node !== -1; node = i32(this.source.next, node)) {
      nodes.push(node);
      this.#marks[node] = this.#mark;
    }
    nodes.reverse();
    for (let node = inTarget; node !== -1; node = i32(this.target.next, node)) {
      if (this.#marks[node] === this.#mark) return null;
      nodes.push(node);
    }
    return nodes;
  }

  /** Exact distances to the target for every actor that can lie on a path within the bound. */
  completeDistances(): void {
    const { offsets, targets, costs } = this.#graph;
    const { source } = this;
    const { target } = this;
    const matters = (node: number, length: number) =>
      source.isReached(node) && f64(source.distances, node) + length <= this.bound;
    while (target.heap.size > 0 && target.heap.top <= this.bound) {
      const node = target.heap.pop();
      if (target.isSettled(node)) continue;
      const distance = f64(target.distances, node);
      if (!matters(node, distance)) continue;
      target.settle(node);
      this.count();
      const base = distance + this.halfPenalty(node);
      for (let arc = u32(offsets, node); arc < u32(offsets, node + 1); arc += 1) {
        const to = u32(targets, arc);
        if (target.isSettled(to) || !this.mayPass(to)) continue;
        const length = base + f64(costs, arc) + this.halfPenalty(to);
        if (matters(to, length) && target.relax(to, length, node)) target.heap.push(length, to);
      }
    }
  }

  /** Whether the actor can lie on a path within the bound; its distance to the target is exact then. */
  isNear(node: number): boolean {
    const { target } = this;
    const { source } = this;
    if (!target.isSettled(node)) return false;
    const before = source.isSettled(node) ? f64(source.distances, node) : source.heap.top;
    return source.heap.size === 0 && !source.isSettled(node)
      ? false
      : before + f64(target.distances, node) <= this.bound;
  }

  mayPass(node: number): boolean {
    return this.#allowed === null || this.#allowed[node] === 1 || this.isEnd(node);
  }

  isEnd(node: number): boolean {
    return node === this.#sourceEnd || node === this.#targetEnd;
  }

  halfPenalty(node: number): number {
    if (this.#penalties === null || this.isEnd(node)) return 0;
    return f64(this.#penalties, node) / 2;
  }

  count(): void {
    this.#steps += 1;
    if (this.#steps % CHECK_EVERY === 0) this.#check();
  }
}
