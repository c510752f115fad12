/**
 * Measures of a ranking of millions of pairs against what came true, on typed arrays: area under the ROC curve,
 * average precision, precision at k. Equal scores stand at the same place.
 */
import { f64, u32 } from "../../../server/snapshot/cells.ts";

/** Positions by descending score (stable radix sort of the bits of the 32-bit numbers). */
export function descending(scores: Float32Array): Uint32Array {
  const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
  // Positive numbers sort by their bits; negative ones the other way round. Both upside down for "descending".
  const keys = bits.map((value) => (value >>> 31 === 1 ? value : ~value & 0x7fffffff));
  let from = Uint32Array.from({ length: scores.length }, (_, i) => i);
  let to = new Uint32Array(scores.length);
  for (let shift = 0; shift < 32; shift += RADIX_BITS) {
    const next = new Uint32Array(1 << RADIX_BITS);
    const digit = (i: number) => (u32(keys, i) >>> shift) & (next.length - 1);
    for (let i = 0; i < keys.length; i += 1) next[digit(i)] = u32(next, digit(i)) + 1;
    let start = 0;
    for (let d = 0; d < next.length; d += 1) {
      const count = u32(next, d);
      next[d] = start;
      start += count;
    }
    for (const i of from) {
      const d = digit(i);
      to[u32(next, d)] = i;
      next[d] = u32(next, d) + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

const RADIX_BITS = 11;

/** The hits of a ranking from the best on, each with what ranks above it. Everything else follows from these. */
export interface RankedHits {
  /** Number of each hit, as given. */
  hit: Uint32Array;
  /** Misses with a better score plus half of those with the same. */
  missesAbove: Float64Array;
  /** The same by the weight of the misses. */
  weightAbove: Float64Array;
  /** Misses with a better or the same score. */
  missesTo: Float64Array;
  /** Position of the last hit with the same score. */
  lastEqual: Uint32Array;
  misses: number;
  missWeight: number;
}

export interface Judged {
  scores: Float32Array;
  /** By position: 0 for a miss, else 1 + the number of the hit. */
  hitOf: Uint32Array;
  /** What a miss counts in the weighted area. */
  weight: Float32Array;
}

/** Columns in the order of `descending`: read once at random, and then as often as wanted one after the other. */
export function sortedBy({ scores, hitOf, weight }: Judged, order: Uint32Array): Judged {
  const sorted: Judged = {
    scores: new Float32Array(order.length),
    hitOf: new Uint32Array(order.length),
    weight: new Float32Array(order.length),
  };
  order.forEach((position, place) => {
    sorted.scores[place] = scores[position] as number;
    sorted.hitOf[place] = u32(hitOf, position);
    sorted.weight[place] = weight[position] as number;
  });
  return sorted;
}

/** Of columns sorted by descending score, those places that `isIn` holds for. */
export function rankedHits(
  { scores, hitOf, weight }: Judged,
  isIn: (place: number) => boolean,
): RankedHits {
  const hit: number[] = [];
  const missesAbove: number[] = [];
  const weightAbove: number[] = [];
  const missesTo: number[] = [];
  const lastEqual: number[] = [];
  let [misses, missWeight] = [0, 0];
  for (let first = 0; first < scores.length; ) {
    const score = scores[first];
    const missesBefore = misses;
    const weightBefore = missWeight;
    const hitsBefore = hit.length;
    let last = first;
    for (; last < scores.length && scores[last] === score; last += 1) {
      if (!isIn(last)) continue;
      const number = u32(hitOf, last);
      if (number > 0) hit.push(number - 1);
      else {
        misses += 1;
        missWeight += weight[last] as number;
      }
    }
    for (let i = hitsBefore; i < hit.length; i += 1) {
      missesAbove.push((missesBefore + misses) / 2);
      weightAbove.push((weightBefore + missWeight) / 2);
      missesTo.push(misses);
      lastEqual.push(hit.length - 1);
    }
    first = last;
  }
  return {
    hit: Uint32Array.from(hit),
    missesAbove: Float64Array.from(missesAbove),
    weightAbove: Float64Array.from(weightAbove),
    missesTo: Float64Array.from(missesTo),
    lastEqual: Uint32Array.from(lastEqual),
    misses,
    missWeight,
  };
}

/** What the hits weigh, by their number; all alike by default. */
export type HitWeight = (hit: number) => number;
const alike: HitWeight = () => 1;

/** Probability that a hit has a better score than a miss. NaN without both. */
export function areaOf({ hit, missesAbove, misses }: RankedHits, weightOf = alike): number {
  return area(hit, missesAbove, misses, weightOf);
}

/** The same with misses drawn by their weight: k_x k_y makes them as well connected as hits are (dcAUC). */
export function weightedAreaOf(ranked: RankedHits, weightOf = alike): number {
  return area(ranked.hit, ranked.weightAbove, ranked.missWeight, weightOf);
}

function area(hit: Uint32Array, above: Float64Array, all: number, weightOf: HitWeight): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < hit.length; i += 1) {
    const weight = weightOf(u32(hit, i));
    sum += weight * (all - f64(above, i));
    total += weight;
  }
  return sum / (total * all);
}

/** Mean of the precision at each hit (average precision). NaN without a hit. */
export function averagePrecisionOf(
  { hit, missesTo, lastEqual }: RankedHits,
  weightOf = alike,
): number {
  let [sum, above] = [0, 0];
  for (let first = 0; first < hit.length; ) {
    const last = u32(lastEqual, first);
    let own = 0;
    for (let i = first; i <= last; i += 1) own += weightOf(u32(hit, i));
    above += own;
    if (own > 0) sum += (own * above) / (above + f64(missesTo, first));
    first = last + 1;
  }
  return sum / above;
}

/** Share of hits among the k best; of equal scores that do not all get in, their share counts. */
export function precisionAtOf(
  { hit, missesAbove, missesTo, lastEqual, misses }: RankedHits,
  k: number,
): number {
  let found = 0;
  for (let first = 0; first < hit.length; ) {
    const last = u32(lastEqual, first);
    const better = 2 * f64(missesAbove, first) - f64(missesTo, first);
    const room = k - first - better;
    if (room <= 0) break;
    const own = last - first + 1;
    found += own * Math.min(1, room / (own + f64(missesTo, first) - better));
    first = last + 1;
  }
  return found / Math.min(k, hit.length + misses);
}

/** Where nine in ten values lie. */
export function middleNinety(values: readonly number[]): [low: number, high: number] {
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return [quantile(0.05), quantile(0.95)];
}
