/** Working memory of the tree search: for an actor and a set of ends, the best known way to have joined them there. */
import { u32 } from "./cells.ts";

const FIRST_CAPACITY = 1024;

export class SteinerStates {
  readonly sets: number;
  cost: Float64Array;
  /** The actor that it came over; -1 for an end itself and for two sets that meet. */
  from: Int32Array;
  /** One of the two sets that met, 0 for none. */
  split: Uint16Array;
  settled: Uint8Array;
  /** By actor: 1 + its place, 0 = not touched. */
  readonly #places: Uint32Array;
  readonly #nodes: number[] = [];

  constructor(actorCount: number, sets: number) {
    this.sets = sets;
    this.#places = new Uint32Array(actorCount);
    const capacity = FIRST_CAPACITY * sets;
    this.cost = new Float64Array(capacity).fill(Number.POSITIVE_INFINITY);
    this.from = new Int32Array(capacity);
    this.split = new Uint16Array(capacity);
    this.settled = new Uint8Array(capacity);
  }

  /** Number of the state; new ones cost `Infinity`. */
  of(node: number, set: number): number {
    let place = u32(this.#places, node);
    if (place === 0) {
      this.#nodes.push(node);
      place = this.#nodes.length;
      this.#places[node] = place;
      if (place * this.sets > this.cost.length) this.#grow();
    }
    return (place - 1) * this.sets + set;
  }

  /** Number of the state, -1 when the actor is new. */
  find(node: number, set: number): number {
    const place = u32(this.#places, node);
    return place === 0 ? -1 : (place - 1) * this.sets + set;
  }

  nodeOf(state: number): number {
    return this.#nodes[Math.floor(state / this.sets)] as number;
  }
  setOf(state: number): number {
    return state % this.sets;
  }

  #grow(): void {
    const capacity = this.cost.length * 2;
    const cost = new Float64Array(capacity).fill(Number.POSITIVE_INFINITY);
    cost.set(this.cost);
    this.cost = cost;
    const from = new Int32Array(capacity);
    from.set(this.from);
    this.from = from;
    const split = new Uint16Array(capacity);
    split.set(this.split);
    this.split = split;
    const settled = new Uint8Array(capacity);
    settled.set(this.settled);
    this.settled = settled;
  }
}
