/**
 * What a pair score is at most, from numbers of the two actors alone: by the inequality of Cauchy and Schwarz
 * RA ≤ √(Σ a_xz²/k_z · Σ a_yz²/k_z), L3 ≤ √(Σ a_xu² · Σ a_yv²) because D^−½ A D^−½ stretches no vector, and
 * E ≤ √(Σ ñ_x²/Ñ · Σ ñ_y²/Ñ); and RA ≤ Σ a_xz/k_z because no tie counts more than 1. Pairs that cannot be among the
 * best are never worked out.
 */
import { f64, u32 } from "./cells.ts";
import { E, G, L3, RA, type ScoreScales, T, TERM_COUNT } from "./opportunity-scales.ts";
import type { PairTerms } from "./opportunity-terms.ts";

/** More than what rounding can do. */
const ROUNDING = 1e-9;
const BLOCK = 32;

/** The largest of each number over some actors; the smallest of ln k. */
interface Most {
  ra: number;
  shared: number;
  l3: number;
  expected: number;
  lnDegree: number;
  /** All of them have ties and parts. */
  isWhole: boolean;
  /** Number of their ties. */
  ties: number;
}

/** Actors that can be passed over together. */
export interface Block {
  actors: Uint32Array;
  most: Most;
}

export class ScoreBounds {
  readonly #terms: PairTerms;
  readonly #scales: ScoreScales;
  readonly #lnDegree: Float64Array;
  readonly #ra: Float64Array;
  readonly #shared: Float64Array;
  readonly #l3: Float64Array;
  readonly #expected: Float64Array;
  readonly #row = new Float64Array(TERM_COUNT);

  /** @param lnDegree ln of each actor's number of partners */
  constructor(terms: PairTerms, scales: ScoreScales, lnDegree: Float64Array) {
    this.#terms = terms;
    this.#scales = scales;
    this.#lnDegree = lnDegree;
    const { ties, profile, mass } = terms.columns;
    const share = (i: number) =>
      f64(ties.weight, i) / f64(terms.walks.degree, u32(ties.targets, i));
    this.#shared = rowSums(ties.offsets, share);
    this.#ra = rowSums(ties.offsets, (i) => f64(ties.weight, i) * share(i)).map(Math.sqrt);
    this.#l3 = rowSums(ties.offsets, (i) => f64(terms.walks.far, i) ** 2).map(Math.sqrt);
    this.#expected = rowSums(
      profile.offsets,
      (i) => f64(profile.value, i) ** 2 / f64(mass, u32(profile.column, i)),
    ).map(Math.sqrt);
  }

  /** The actors by what their scores with the other side are at most, the highest first. */
  promisingFirst(
    side: Uint32Array,
    other: Uint32Array,
  ): { actors: Uint32Array; bounds: Float64Array } {
    const most = this.#most(other);
    const bounds = Float64Array.from(side, (actor) => this.withBlock(actor, most));
    const order = Uint32Array.from(side.keys()).sort(
      (i, j) => f64(bounds, j) - f64(bounds, i) || i - j,
    );
    return {
      actors: order.map((i) => u32(side, i)),
      bounds: Float64Array.from(order, (i) => f64(bounds, i)),
    };
  }

  /** In the order of the actors; those with ties and parts apart from the others. */
  blocksOf(actors: Uint32Array): Block[] {
    const blocks: Block[] = [];
    for (const isWhole of [true, false]) {
      const some = actors.filter((actor) => this.#isWhole(actor) === isWhole);
      for (let start = 0; start < some.length; start += BLOCK) {
        const block = some.subarray(start, start + BLOCK);
        blocks.push({ actors: block, most: this.#most(block) });
      }
    }
    return blocks;
  }

  /** The score of x with anybody of a block is at most this. @param ra the largest RA with one of them, if known */
  withBlock(x: number, most: Most, ra = Number.POSITIVE_INFINITY): number {
    if (!this.#scales.isMonotone) return Number.POSITIVE_INFINITY;
    const row = this.#row;
    const isTied = this.#terms.walks.hasTies(x);
    const shared = Math.min(f64(this.#shared, x), most.shared, ra);
    row[RA] = isTied ? Math.min(f64(this.#ra, x) * most.ra, shared) : Number.NaN;
    row[L3] = isTied ? this.#l3Of(x) * most.l3 : Number.NaN;
    row[E] = this.#hasParts(x) ? f64(this.#expected, x) * most.expected : Number.NaN;
    row[T] = 1;
    row[G] = 0;
    const hub = f64(this.#lnDegree, x) + most.lnDegree;
    return this.#scales.most(row, hub, !most.isWhole) + ROUNDING;
  }

  /** The score of x with y is at most this, when the terms that do not need the ties are filled for the two. */
  withoutTies(x: number, y: number): number {
    const ra = f64(this.#ra, x) * f64(this.#ra, y);
    return this.#ofPair(x, y, Math.min(ra, f64(this.#shared, x), f64(this.#shared, y)));
  }

  /** The same when RA is filled too. */
  withShared(x: number, y: number): number {
    return this.#ofPair(x, y, f64(this.#terms.raw.ra, y));
  }

  #ofPair(x: number, y: number, ra: number): number {
    if (!this.#scales.isMonotone) return Number.POSITIVE_INFINITY;
    const row = this.#row;
    this.#terms.gather(x, y, row);
    if (!Number.isNaN(f64(row, RA))) {
      row[RA] = ra;
      row[L3] = this.#l3Of(x) * f64(this.#l3, y);
    }
    return this.#scales.score(row, f64(this.#lnDegree, x) + f64(this.#lnDegree, y)) + ROUNDING;
  }

  #l3Of(x: number): number {
    return Math.min(f64(this.#l3, x), this.#terms.walks.reachOf(x));
  }

  #hasParts(actor: number): boolean {
    return f64(this.#expected, actor) > 0;
  }

  #isWhole(actor: number): boolean {
    return this.#hasParts(actor) && this.#terms.walks.hasTies(actor);
  }

  #most(actors: Uint32Array): Most {
    const most = {
      ra: 0,
      shared: 0,
      l3: 0,
      expected: 0,
      lnDegree: Number.POSITIVE_INFINITY,
      isWhole: true,
      ties: 0,
    };
    for (const actor of actors) {
      most.ra = Math.max(most.ra, f64(this.#ra, actor));
      most.shared = Math.max(most.shared, f64(this.#shared, actor));
      most.l3 = Math.max(most.l3, f64(this.#l3, actor));
      most.expected = Math.max(most.expected, f64(this.#expected, actor));
      most.lnDegree = Math.min(most.lnDegree, f64(this.#lnDegree, actor));
      most.ties += this.#terms.walks.tieCount(actor);
      most.isWhole &&= this.#isWhole(actor);
    }
    return most;
  }
}

function rowSums(offsets: Uint32Array, numberAt: (i: number) => number): Float64Array {
  return Float64Array.from({ length: offsets.length - 1 }, (_, actor) => {
    let sum = 0;
    for (let i = u32(offsets, actor); i < u32(offsets, actor + 1); i += 1) sum += numberAt(i);
    return sum;
  });
}
