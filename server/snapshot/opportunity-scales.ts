/** From the terms of a pair to its score: every term in deviations from its mean over a sample of unlinked pairs. */
import { PAIR_TERMS } from "../contract/opportunity-words.ts";
import { f64 } from "./cells.ts";

export const TERM_COUNT = PAIR_TERMS.length;
/** Positions of the terms in a row. */
export const [RA, L3, E, T, G] = [0, 1, 2, 3, 4] as const;

/** Mean and standard deviation of a term over the sample, and ε of its logarithm (0 = no logarithm). */
export interface Scale {
  mean: number;
  deviation: number;
  epsilon: number;
}

/** ε = the 1 % quantile of positive values (1 where there is none); mean and deviation of what is known. */
export function scaleOf(values: Float64Array, isLogarithm: boolean): Scale {
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

export class ScoreScales {
  /** A score never falls when a term rises. */
  readonly isMonotone: boolean;
  readonly #weights: Float64Array;
  readonly #scales: readonly Scale[];
  readonly #hub: Scale;
  readonly #hubPenalty: number;

  /** @param hub scale of ln k_x + ln k_y */
  constructor(weights: Float64Array, scales: readonly Scale[], hub: Scale, hubPenalty: number) {
    this.isMonotone = weights.every((weight) => weight >= 0);
    this.#weights = weights;
    this.#scales = scales;
    this.#hub = hub;
    this.#hubPenalty = hubPenalty;
  }

  /** 0 = the mean, for a term that cannot be computed. */
  z(term: number, value: number): number {
    const { mean, deviation, epsilon } = this.#scales[term] as Scale;
    if (Number.isNaN(value) || deviation === 0) return 0;
    return ((epsilon > 0 ? Math.log(value + epsilon) : value) - mean) / deviation;
  }

  /** @param hub ln k_x + ln k_y */
  score(terms: Float64Array, hub: number): number {
    let score = 0;
    for (let term = 0; term < TERM_COUNT; term += 1) {
      score += f64(this.#weights, term) * this.z(term, f64(terms, term));
    }
    return this.#lessHub(score, hub);
  }

  /** As `score`, where topics or places may be missing, and where `isAny` every other term as well. */
  most(terms: Float64Array, hub: number, isAny: boolean): number {
    let score = 0;
    for (let term = 0; term < TERM_COUNT; term += 1) {
      const z = this.z(term, f64(terms, term));
      score += f64(this.#weights, term) * (isAny || term === T || term === G ? Math.max(0, z) : z);
    }
    return this.#lessHub(score, hub);
  }

  #lessHub(score: number, hub: number): number {
    if (this.#hubPenalty === 0) return score;
    const { mean, deviation } = this.#hub;
    return deviation === 0 ? score : score - (this.#hubPenalty * (hub - mean)) / deviation;
  }
}
