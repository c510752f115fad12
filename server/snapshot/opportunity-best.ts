/**
 * The best partners of one actor without working out all of them: whoever could score highest is looked at first, term
 * by term, the dear ones last, until nobody left can be among the best.
 */
import { f64, u32 } from "./cells.ts";
import type { Block } from "./opportunity-bounds.ts";
import type { PairModel } from "./pair-scores.ts";

export interface Partner {
  y: number;
  score: number;
}

export class BestPartners {
  readonly #model: PairModel;
  readonly #queue: BoundQueue;
  /** By actor: what its score is at most, and whether RA is in it. */
  readonly #bound: Float64Array;
  readonly #hasShared: Uint8Array;

  constructor(model: PairModel) {
    this.#model = model;
    const { actorCount } = model.terms.columns;
    this.#bound = new Float64Array(actorCount);
    this.#hasShared = new Uint8Array(actorCount);
    this.#queue = new BoundQueue(this.#bound);
  }

  /**
   * Those of the blocks who are not excluded with the highest scores with x, best first, ties by number: `limit` at
   * most, and nobody with a score below `least`.
   */
  of(
    x: number,
    blocks: readonly Block[],
    excluded: Uint8Array,
    limit: number,
    least = Number.NEGATIVE_INFINITY,
  ): Partner[] {
    const { terms, bounds } = this.#model;
    const [bound, queue] = [this.#bound, this.#queue];
    // Without a limit from below somebody is worked out in any case: then the walks come first, for tighter bounds.
    const isOpen = least === Number.NEGATIVE_INFINITY;
    if (isOpen) terms.walks.walk(x);
    const ties = blocks.reduce((sum, { most }) => sum + most.ties, 0);
    const isFilled = isOpen && terms.walks.stepsFrom(x) <= ties;
    if (isFilled) terms.walks.fillAllShared(x);
    const closed = blocks
      .map(({ actors, most }) => {
        const ra = isFilled ? largest(terms.raw.ra, actors) : Number.POSITIVE_INFINITY;
        return { actors, bound: bounds.withBlock(x, most, ra) };
      })
      .filter((block) => block.bound >= least)
      .sort((one, two) => two.bound - one.bound);
    const best: Partner[] = [];
    queue.clear();
    for (let next = 0; ; ) {
      const floor = Math.max(least, best[limit - 1]?.score ?? least);
      const y = queue.first();
      const most = y < 0 ? Number.NEGATIVE_INFINITY : f64(bound, y);
      const block = closed[next];
      if (block && block.bound >= Math.max(most, floor)) {
        this.#open(x, block.actors, excluded, floor, isFilled);
        next += 1;
      } else if (y < 0 || most < floor) {
        return best;
      } else if (this.#hasShared[y] === 0) {
        terms.walks.fillShared(x, y);
        this.#hasShared[y] = 1;
        bound[y] = bounds.withShared(x, y);
        queue.sinkFirst();
      } else {
        terms.walks.fillIndirect(x, y);
        const score = this.#model.filled(x, y);
        if (score >= least) insert(best, { y, score }, limit);
        queue.dropFirst();
      }
    }
  }

  #open(
    x: number,
    actors: Uint32Array,
    excluded: Uint8Array,
    floor: number,
    isFilled: boolean,
  ): void {
    const { terms, bounds } = this.#model;
    const open = actors.filter((y) => excluded[y] !== 1);
    terms.compare(x, open);
    for (const y of open) {
      const most = isFilled ? bounds.withShared(x, y) : bounds.withoutTies(x, y);
      if (most < floor) continue;
      this.#bound[y] = most;
      this.#hasShared[y] = isFilled ? 1 : 0;
      this.#queue.add(y);
    }
  }
}

function largest(values: Float64Array, actors: Uint32Array): number {
  let found = 0;
  for (const actor of actors) found = Math.max(found, f64(values, actor));
  return found;
}

function insert(best: Partner[], found: Partner, limit: number): void {
  let place = best.length;
  while (place > 0 && isBefore(found, best[place - 1] as Partner)) place -= 1;
  best.splice(place, 0, found);
  if (best.length > limit) best.length = limit;
}

const isBefore = (one: Partner, two: Partner) =>
  one.score > two.score || (one.score === two.score && one.y < two.y);

/** The actor with the highest bound comes first: a binary heap in an array. */
class BoundQueue {
  readonly #heap: Uint32Array;
  readonly #bound: Float64Array;
  #size = 0;

  constructor(bound: Float64Array) {
    this.#heap = new Uint32Array(bound.length);
    this.#bound = bound;
  }

  clear(): void {
    this.#size = 0;
  }

  add(actor: number): void {
    const [heap, bound] = [this.#heap, this.#bound];
    let place = this.#size;
    this.#size += 1;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (f64(bound, u32(heap, parent)) >= f64(bound, actor)) break;
      heap[place] = u32(heap, parent);
      place = parent;
    }
    heap[place] = actor;
  }

  /** -1 when nobody is left. */
  first(): number {
    return this.#size === 0 ? -1 : u32(this.#heap, 0);
  }

  /** The first one's bound has fallen. */
  sinkFirst(): void {
    this.#sink();
  }

  dropFirst(): void {
    this.#size -= 1;
    this.#heap[0] = u32(this.#heap, this.#size);
    this.#sink();
  }

  #sink(): void {
    const [heap, bound, size] = [this.#heap, this.#bound, this.#size];
    const actor = u32(heap, 0);
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      const other = child + 1;
      if (other < size && f64(bound, u32(heap, other)) > f64(bound, u32(heap, child)))
        child = other;
      if (f64(bound, u32(heap, child)) <= f64(bound, actor)) break;
      heap[place] = u32(heap, child);
      place = child;
    }
    heap[place] = actor;
  }
}
