/**
 * One search ball around an actor (Dijkstra 1959): distances, and for each reached actor the next one towards the
 * centre. Arrays are stamped, so that a new search costs nothing but what it touches. The columns are open for the
 * inner loops of the searches.
 */
import { f64, i32, u32 } from "./cells.ts";

import { NodeHeap } from "./node-heap.ts";

export class PathBall {
  readonly heap = new NodeHeap();
  /** Meaningful for a reached node only. */
  readonly distances: Float64Array;
  /** The next node towards the centre, -1 at the centre. */
  readonly next: Int32Array;
  /** At least `reached` = reached in this search, `reached + 1` = settled. */
  readonly stamps: Uint32Array;
  reached = 0;

  constructor(size: number) {
    this.distances = new Float64Array(size);
    this.next = new Int32Array(size);
    this.stamps = new Uint32Array(size);
  }

  /** Around one actor, or around the nearest of several. */
  start(centres: readonly number[]): void {
    this.reached += 2;
    this.heap.clear();
    for (const centre of centres) {
      this.stamps[centre] = this.reached;
      this.distances[centre] = 0;
      this.next[centre] = -1;
      this.heap.push(0, centre);
    }
  }

  isReached(node: number): boolean {
    return u32(this.stamps, node) >= this.reached;
  }
  isSettled(node: number): boolean {
    return u32(this.stamps, node) > this.reached;
  }
  settle(node: number): void {
    this.stamps[node] = this.reached + 1;
  }

  /**
   * Notes a way to an unsettled `node` of this length over `next`. Returns whether it is shorter than what was
   * known; of two equally long ones the one over the smaller number stays.
   */
  relax(node: number, distance: number, next: number): boolean {
    const isKnown = u32(this.stamps, node) === this.reached;
    const known = f64(this.distances, node);
    if (!isKnown || distance < known) {
      this.stamps[node] = this.reached;
      this.distances[node] = distance;
      this.next[node] = next;
      return true;
    }
    if (distance === known && next < i32(this.next, node)) this.next[node] = next;
    return false;
  }
}
