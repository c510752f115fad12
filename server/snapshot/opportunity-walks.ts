/**
 * RA and L3 over the graph of ties: from one actor to everybody by walking, or to a few others by the product of their
 * ties with what the walk left. What was walked last is kept.
 */
import { f64, u32 } from "./cells.ts";
import type { Ties } from "./opportunity-occasions.ts";

export class TieWalks {
  /** By actor, for the x of the last calls. */
  readonly ra: Float64Array;
  readonly l3: Float64Array;
  /** Sum of what the ties of each actor count. */
  readonly degree: Float64Array;
  /** What ties count in L3: their strength where coverage is poor. */
  readonly far: Float64Array;
  readonly #ties: Ties;
  readonly #counts: Float64Array;
  readonly #root: Float64Array;
  readonly #half: Float64Array;
  readonly #shares: Float64Array;
  /** 1 for actors whose ties all count 1. */
  readonly #isPlain: Uint8Array;
  #spreadFor = -1;
  #walkedFrom = -1;
  /** Whose RA with everybody is filled, -1 = nobody's. */
  #sharedWith = -1;
  #reach = 0;

  constructor(ties: Ties, isWeighted: boolean) {
    const actorCount = ties.offsets.length - 1;
    this.#ties = ties;
    this.#counts = ties.weight;
    this.far = isWeighted ? ties.strength : ties.weight;
    this.degree = sums(ties, this.#counts);
    this.#root = sums(ties, this.far).map(Math.sqrt);
    this.#isPlain = Uint8Array.from({ length: actorCount }, (_, actor) =>
      ties.weight.subarray(ties.offsets[actor], ties.offsets[actor + 1]).every((n) => n === 1)
        ? 1
        : 0,
    );
    this.ra = new Float64Array(actorCount);
    this.l3 = new Float64Array(actorCount);
    this.#half = new Float64Array(actorCount);
    this.#shares = new Float64Array(actorCount);
  }

  hasTies(actor: number): boolean {
    return u32(this.#ties.offsets, actor) < u32(this.#ties.offsets, actor + 1);
  }

  /** RA = Σ_z a_xz a_zy / k_z with everybody. */
  fillAllShared(x: number): void {
    if (this.#sharedWith === x) return;
    this.#sharedWith = x;
    const { ra } = this;
    const { offsets, targets } = this.#ties;
    const counts = this.#counts;
    ra.fill(0);
    const end = u32(offsets, x + 1);
    for (let i = u32(offsets, x); i < end; i += 1) {
      const u = u32(targets, i);
      const share = f64(counts, i) / f64(this.degree, u);
      this.#addTies(ra, u, share, counts);
    }
  }

  /** RA of x with y alone: the same number, because ties are the same from both sides and partners ascend. */
  fillShared(x: number, y: number): void {
    if (this.#sharedWith === x) return;
    this.#sharedWith = -1;
    this.#spread(x);
    const { offsets, targets } = this.#ties;
    const [counts, shares] = [this.#counts, this.#shares];
    const end = u32(offsets, y + 1);
    let sum = 0;
    for (let j = u32(offsets, y); j < end; j += 1) {
      sum += f64(shares, u32(targets, j)) * f64(counts, j);
    }
    this.ra[y] = sum;
  }

  /** L3 = Σ a_xu a_uv a_vy / √(k_u k_v) of x with y, exact for y that are no partners of x. */
  fillIndirect(x: number, y: number): void {
    this.walk(x);
    const { offsets, targets } = this.#ties;
    const { far } = this;
    const half = this.#half;
    const end = u32(offsets, y + 1);
    let sum = 0;
    for (let j = u32(offsets, y); j < end; j += 1) sum += f64(half, u32(targets, j)) * f64(far, j);
    this.l3[y] = sum;
  }

  /** a_xz / k_z of the partners z of x, kept until another x comes. */
  #spread(x: number): void {
    if (this.#spreadFor === x) return;
    const { offsets, targets } = this.#ties;
    const shares = this.#shares;
    const before = this.#spreadFor;
    if (before >= 0) {
      const end = u32(offsets, before + 1);
      for (let i = u32(offsets, before); i < end; i += 1) shares[u32(targets, i)] = 0;
    }
    for (let i = u32(offsets, x); i < u32(offsets, x + 1); i += 1) {
      const z = u32(targets, i);
      shares[z] = f64(this.#counts, i) / f64(this.degree, z);
    }
    this.#spreadFor = x;
  }

  /** Half of the way from x to everybody for L3, kept until another x comes. */
  walk(x: number): void {
    if (this.#walkedFrom === x) return;
    this.#walkedFrom = x;
    const { offsets, targets } = this.#ties;
    const { far } = this;
    const [root, half] = [this.#root, this.#half];
    half.fill(0);
    const end = u32(offsets, x + 1);
    for (let i = u32(offsets, x); i < end; i += 1) {
      const u = u32(targets, i);
      const share = f64(far, i) / f64(root, u);
      this.#addTies(half, u, share, far);
    }
    half[x] = 0;
    let squares = 0;
    for (let v = 0; v < half.length; v += 1) {
      const value = f64(half, v);
      if (value === 0) continue;
      const share = value / f64(root, v);
      half[v] = share;
      squares += share * share;
    }
    this.#reach = Math.sqrt(squares);
  }

  /** Adds the ties of an actor times a factor. */
  #addTies(into: Float64Array, actor: number, factor: number, column: Float64Array): void {
    const { offsets, targets } = this.#ties;
    const end = u32(offsets, actor + 1);
    if (column === this.#counts && this.#isPlain[actor] === 1) {
      for (let j = u32(offsets, actor); j < end; j += 1) {
        const target = u32(targets, j);
        into[target] = f64(into, target) + factor;
      }
      return;
    }
    for (let j = u32(offsets, actor); j < end; j += 1) {
      const target = u32(targets, j);
      into[target] = f64(into, target) + factor * f64(column, j);
    }
  }

  /** Number of steps of a walk from x. */
  stepsFrom(x: number): number {
    const { offsets, targets } = this.#ties;
    let steps = 0;
    for (let i = u32(offsets, x); i < u32(offsets, x + 1); i += 1) {
      steps += this.tieCount(u32(targets, i));
    }
    return steps;
  }

  tieCount(actor: number): number {
    return u32(this.#ties.offsets, actor + 1) - u32(this.#ties.offsets, actor);
  }

  /** L3 of x with anybody is at most this times the length of the other's ties; infinite before the walk from x. */
  reachOf(x: number): number {
    return this.#walkedFrom === x ? this.#reach : Number.POSITIVE_INFINITY;
  }

  /** L3 of x with everybody, partners of x aside. */
  fillAllIndirect(x: number): void {
    this.walk(x);
    const { l3 } = this;
    const { far } = this;
    const half = this.#half;
    l3.fill(0);
    for (let v = 0; v < half.length; v += 1) {
      const share = f64(half, v);
      if (share === 0) continue;
      this.#addTies(l3, v, share, far);
    }
  }
}

/** Sum of a column over the ties of each actor. */
function sums({ offsets }: Ties, column: Float64Array): Float64Array {
  return Float64Array.from({ length: offsets.length - 1 }, (_, actor) => {
    let sum = 0;
    for (let i = u32(offsets, actor); i < u32(offsets, actor + 1); i += 1) sum += f64(column, i);
    return sum;
  });
}
