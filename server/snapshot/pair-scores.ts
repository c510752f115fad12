/**
 * How likely two actors that are not linked yet become partners: S(x,y) = .7 z(ln RA) + .5 z(ln L3) + .3 z(ln E)
 * + .3 z(T) + .1 z(G), with fixed weights. A term that cannot be computed counts as its mean and is named.
 */
import { type LiftClass, PAIR_TERMS, type PairTerm } from "../contract/opportunity-words.ts";
import { f64, u32 } from "./cells.ts";
import { BestPartners, type Partner } from "./opportunity-best.ts";
import { type Block, ScoreBounds } from "./opportunity-bounds.ts";
import { findTie } from "./opportunity-occasions.ts";
import { type SampledPairs, samplePairs } from "./opportunity-sample.ts";
import { E, L3, RA, ScoreScales, scaleOf, TERM_COUNT } from "./opportunity-scales.ts";
import { type PairColumns, PairTerms } from "./opportunity-terms.ts";
import { at } from "./snapshot.ts";

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

/** Pairs of the sample by position: the values of each term, and ln k_x + ln k_y. */
interface Sample {
  values: readonly Float64Array[];
  hubs: Float64Array;
}

/** Scores of unlinked pairs on one set of columns: fixed weights, z by a sample of unlinked pairs of `eligible`. */
export class PairModel {
  readonly terms: PairTerms;
  readonly settings: PairSettings;
  readonly bounds: ScoreBounds;
  readonly #scales: ScoreScales;
  readonly #sample: Sample;
  readonly #thresholds: readonly number[];
  readonly #lnDegree: Float64Array;
  readonly #row = new Float64Array(TERM_COUNT);
  #best: BestPartners | undefined;

  /**
   * @param eligible 1 for actors whose pairs make up the sample
   * @param like a model of the same columns with another λ: what does not depend on λ is taken from it
   */
  constructor(
    columns: PairColumns,
    eligible: Uint8Array,
    settings: PairSettings = DEFAULT_SETTINGS,
    check: () => void = () => {},
    like?: PairModel,
  ) {
    this.settings = settings;
    this.terms = like?.terms ?? new PairTerms(columns, settings.isWeighted);
    const { ties, actorCount } = columns;
    this.#lnDegree = Float64Array.from({ length: actorCount }, (_, actor) =>
      Math.log(Math.max(1, u32(ties.offsets, actor + 1) - u32(ties.offsets, actor))),
    );
    this.#sample = like ? like.#sample : this.#takeSample(columns, eligible, check);
    const { values, hubs } = this.#sample;
    this.#scales = new ScoreScales(
      Float64Array.from(PAIR_TERMS, (term) => settings.weights[term]),
      values.map((list, term) => scaleOf(list, term === RA || term === L3 || term === E)),
      scaleOf(hubs, false),
      settings.hubPenalty,
    );
    this.#thresholds = this.#liftsFrom();
    this.bounds = new ScoreBounds(this.terms, this.#scales, this.#lnDegree);
  }

  /** Scores of x with `others` (all actors when null) into `scores`, by actor number. Linked actors get one too. */
  score(x: number, others: Uint32Array | null, scores: Float64Array): void {
    this.terms.fill(x, others);
    if (others === null) for (let y = 0; y < scores.length; y += 1) scores[y] = this.filled(x, y);
    else for (const y of others) scores[y] = this.filled(x, y);
  }

  /** The score of a pair whose terms are filled. */
  filled(x: number, y: number): number {
    this.terms.gather(x, y, this.#row);
    return this.#scales.score(this.#row, this.#hub(x, y));
  }

  /**
   * The best partners of x in some blocks of actors, best first, ties by number: `limit` at most, nobody excluded (1),
   * nobody with a score below `least`.
   */
  best(
    x: number,
    blocks: readonly Block[],
    excluded: Uint8Array,
    limit: number,
    least = Number.NEGATIVE_INFINITY,
  ): Partner[] {
    this.#best ??= new BestPartners(this);
    return this.#best.of(x, blocks, excluded, limit, least);
  }

  lift(score: number): Lift {
    const found = LIFTS.findIndex((_, i) => score >= at(this.#thresholds, i));
    return LIFTS[found] ?? BASE;
  }

  /** What each term adds to the score of a pair; `null` for one that cannot be computed. */
  explain(x: number, y: number): { term: PairTerm; value: number | null; z: number }[] {
    this.terms.fill(x, Uint32Array.of(y));
    this.terms.gather(x, y, this.#row);
    return PAIR_TERMS.map((term, i) => {
      const value = f64(this.#row, i);
      const isKnown = !Number.isNaN(value);
      return { term, value: isKnown ? value : null, z: this.#scales.z(i, value) };
    });
  }

  #takeSample(columns: PairColumns, eligible: Uint8Array, check: () => void): Sample {
    const isLinked = (x: number, y: number) => findTie(columns.ties, x, y) >= 0;
    const pairs = samplePairs(columns.keys, eligible, this.settings, isLinked, check);
    return {
      values: this.#valuesOf(pairs, check),
      hubs: Float64Array.from(pairs.x, (x, i) => this.#hub(x, u32(pairs.y, i))),
    };
  }

  /** The score from which on each lift class holds. */
  #liftsFrom(): number[] {
    const { values, hubs } = this.#sample;
    const scores = hubs
      .map((hub, i) => {
        values.forEach((list, term) => {
          this.#row[term] = f64(list, i);
        });
        return this.#scales.score(this.#row, hub);
      })
      .sort();
    return LIFTS.map(({ share }) => {
      const position = Math.ceil(scores.length * (1 - share));
      return share === 1
        ? Number.NEGATIVE_INFINITY
        : (scores[position] ?? Number.POSITIVE_INFINITY);
    });
  }

  #hub(x: number, y: number): number {
    return f64(this.#lnDegree, x) + f64(this.#lnDegree, y);
  }

  #valuesOf({ x, y }: SampledPairs, check: () => void): Float64Array[] {
    const values = PAIR_TERMS.map(() => new Float64Array(x.length));
    // Pairs come grouped by x.
    for (let start = 0; start < x.length; ) {
      check();
      const actor = u32(x, start);
      let end = start;
      while (end < x.length && x[end] === actor) end += 1;
      this.terms.fill(actor, y.subarray(start, end));
      for (let i = start; i < end; i += 1) {
        this.terms.gather(actor, u32(y, i), this.#row);
        values.forEach((list, term) => {
          list[i] = f64(this.#row, term);
        });
      }
      start = end;
    }
    return values;
  }
}
