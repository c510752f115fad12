/**
 * How likely two actors that are not linked yet become partners: S(x,y) = .7 z(ln RA) + .5 z(ln L3) + .3 z(ln E)
 * + .3 z(T) + .1 z(G), with fixed weights. A term that cannot be computed counts as its mean and is named.
 */
import { type LiftClass, PAIR_TERMS, type PairTerm } from "../contract/opportunity-words.ts";
import { f64, u32 } from "./cells.ts";
import { findTie } from "./opportunity-occasions.ts";
import { samplePairs } from "./opportunity-sample.ts";
import { type PairColumns, PairTerms } from "./opportunity-terms.ts";
import { at } from "./snapshot.ts";

const TERM_COUNT = PAIR_TERMS.length;
const [RA, L3, E, T, G] = [0, 1, 2, 3, 4] as const;

export const DEFAULT_WEIGHTS: Record<PairTerm, number> = {
  partners: 0.7,
  indirect: 0.5,
  expected: 0.3,
  topics: 0.3,
  distance: 0.1,
};
/**
 * Where fewer than 70 % of the members have any recorded tie: L3 holds longest when participations are missing, most
 * so with ties by strength, so that it counts more. RA by strength fills the top of the list with one-project actors.
 */
export const SPARSE_WEIGHTS: Record<PairTerm, number> = {
  ...DEFAULT_WEIGHTS,
  partners: 0.4,
  indirect: 0.8,
};
export const GOOD_COVERAGE = 0.7;
export const SAMPLE_SIZE = 20_000;
/** h of the participations behind E, years. */
export const EXPECTED_HALF_LIFE_YEARS = 1.5;

/** Lift classes: what share of unlinked pairs scores at least as high, and how much oftener such pairs got together. */
export interface Lift {
  class: LiftClass;
  share: number;
  times: number;
}
const BASE: Lift = { class: "base", share: 1, times: 1 };
export const LIFTS: readonly Lift[] = [
  { class: "very-high", share: 0.001, times: 50 },
  { class: "high", share: 0.01, times: 20 },
  { class: "raised", share: 0.1, times: 7 },
  BASE,
];

export interface PairSettings {
  weights: Record<PairTerm, number>;
  /** λ: how much well-connected pairs are put back ("less obvious"). Default 0. */
  hubPenalty: number;
  /** In L3 ties count by their strength instead of all alike (for poor coverage). */
  isWeighted: boolean;
  sampleSize: number;
  seed: number;
}

export const DEFAULT_SETTINGS: PairSettings = {
  weights: DEFAULT_WEIGHTS,
  hubPenalty: 0,
  isWeighted: false,
  sampleSize: SAMPLE_SIZE,
  seed: 1,
};

/** Mean and standard deviation of a term over the sample, and ε of its logarithm (0 = no logarithm). */
interface Scale {
  mean: number;
  deviation: number;
  epsilon: number;
}

/** Scores of unlinked pairs on one set of columns: fixed weights, z by a sample of unlinked pairs of `eligible`. */
export class PairModel {
  readonly terms: PairTerms;
  readonly settings: PairSettings;
  readonly #scales: readonly Scale[];
  readonly #hubScale: Scale;
  /** Scores of the sample from which on each lift class holds. */
  readonly #thresholds: readonly number[];
  readonly #lnDegree: Float64Array;
  readonly #weights: Float64Array;
  readonly #flat: Float64Array;

  /** @param eligible 1 for actors whose pairs make up the sample */
  constructor(
    columns: PairColumns,
    eligible: Uint8Array,
    settings: PairSettings = DEFAULT_SETTINGS,
    check: () => void = () => {},
  ) {
    this.settings = settings;
    this.terms = new PairTerms(columns, settings.isWeighted);
    this.#weights = Float64Array.from(PAIR_TERMS, (term) => settings.weights[term]);
    const { ties, actorCount } = columns;
    this.#lnDegree = Float64Array.from({ length: actorCount }, (_, actor) =>
      Math.log(Math.max(1, u32(ties.offsets, actor + 1) - u32(ties.offsets, actor))),
    );
    this.#flat = new Float64Array(TERM_COUNT);
    const pairs = samplePairs(columns.keys, eligible, settings, (x, y) => findTie(ties, x, y) >= 0);
    const values = this.#valuesOf(pairs, check);
    this.#scales = values.map((list, term) =>
      scaleOf(list, term === RA || term === L3 || term === E),
    );
    this.#hubScale = scaleOf(
      Float64Array.from(
        pairs.x,
        (x, i) => f64(this.#lnDegree, x) + f64(this.#lnDegree, u32(pairs.y, i)),
      ),
      false,
    );
    const scores = Float64Array.from(pairs.x, (x, i) => {
      for (let term = 0; term < TERM_COUNT; term += 1) {
        this.#flat[term] = values[term]?.[i] ?? Number.NaN;
      }
      return this.#sum(x, u32(pairs.y, i));
    }).sort();
    this.#thresholds = LIFTS.map(({ share }) => {
      const position = Math.ceil(scores.length * (1 - share));
      return share === 1
        ? Number.NEGATIVE_INFINITY
        : (scores[position] ?? Number.POSITIVE_INFINITY);
    });
  }

  /** Scores of x with `others` (all actors when null) into `scores`, by actor number. Linked actors get one too. */
  score(x: number, others: Uint32Array | null, scores: Float64Array): void {
    this.terms.fill(x, others);
    if (others === null) for (let y = 0; y < scores.length; y += 1) scores[y] = this.#scoreOf(x, y);
    else for (const y of others) scores[y] = this.#scoreOf(x, y);
  }

  lift(score: number): Lift {
    const found = LIFTS.findIndex((_, i) => score >= at(this.#thresholds, i));
    return LIFTS[found] ?? BASE;
  }

  /** What each term adds to the score of a pair; `null` for one that cannot be computed. */
  explain(x: number, y: number): { term: PairTerm; value: number | null; z: number }[] {
    this.terms.fill(x, Uint32Array.of(y));
    this.#gather(x, y);
    return PAIR_TERMS.map((term, i) => {
      const value = f64(this.#flat, i);
      const isKnown = !Number.isNaN(value);
      return { term, value: isKnown ? value : null, z: this.#z(i, value) };
    });
  }

  #scoreOf(x: number, y: number): number {
    this.#gather(x, y);
    return this.#sum(x, y);
  }

  /** Values of the pair's terms into the scratch row, from what was filled for x. */
  #gather(x: number, y: number): void {
    const { raw } = this.terms;
    const isTied = this.terms.hasTies(x) && this.terms.hasTies(y);
    this.#flat[RA] = isTied ? f64(raw.ra, y) : Number.NaN;
    this.#flat[L3] = isTied ? f64(raw.l3, y) : Number.NaN;
    this.#flat[E] = f64(raw.expected, y);
    this.#flat[T] = f64(raw.topics, y);
    this.#flat[G] = -Math.log1p(f64(raw.distanceKm, y) / 10);
  }

  #sum(x: number, y: number): number {
    let score = 0;
    for (let term = 0; term < TERM_COUNT; term += 1) {
      score += f64(this.#weights, term) * this.#z(term, f64(this.#flat, term));
    }
    const { hubPenalty } = this.settings;
    if (hubPenalty === 0) return score;
    const hub = f64(this.#lnDegree, x) + f64(this.#lnDegree, y);
    const { mean, deviation } = this.#hubScale;
    return deviation === 0 ? score : score - (hubPenalty * (hub - mean)) / deviation;
  }

  #z(term: number, value: number): number {
    const { mean, deviation, epsilon } = this.#scales[term] as Scale;
    if (Number.isNaN(value) || deviation === 0) return 0;
    return ((epsilon > 0 ? Math.log(value + epsilon) : value) - mean) / deviation;
  }

  #valuesOf({ x, y }: { x: Uint32Array; y: Uint32Array }, check: () => void): Float64Array[] {
    const values = PAIR_TERMS.map(() => new Float64Array(x.length));
    // Pairs come grouped by x.
    for (let start = 0; start < x.length; ) {
      check();
      const actor = u32(x, start);
      let end = start;
      while (end < x.length && x[end] === actor) end += 1;
      this.terms.fill(actor, y.subarray(start, end));
      for (let i = start; i < end; i += 1) {
        this.#gather(actor, u32(y, i));
        values.forEach((list, term) => {
          list[i] = f64(this.#flat, term);
        });
      }
      start = end;
    }
    return values;
  }
}

/** ε = the 1 % quantile of positive values (1 where there is none); mean and deviation of what is known. */
function scaleOf(values: Float64Array, isLogarithm: boolean): Scale {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return { mean: 0, deviation: 0, epsilon: isLogarithm ? 1 : 0 };
  let epsilon = 0;
  if (isLogarithm) {
    const positive = known.filter((value) => value > 0).sort();
    epsilon = positive[Math.floor(positive.length / 100)] ?? 1;
  }
  const used = isLogarithm ? known.map((value) => Math.log(value + epsilon)) : known;
  const mean = used.reduce((sum, value) => sum + value, 0) / used.length;
  const variance = used.reduce((sum, value) => sum + (value - mean) ** 2, 0) / used.length;
  // Equal values differ by rounding only.
  const deviation = Math.sqrt(variance);
  return { mean, deviation: deviation <= 1e-12 * Math.abs(mean) ? 0 : deviation, epsilon };
}
