/** Measures of a ranking against what came true. */
import type { Random } from "../../fixtures/random-graph.ts";

/** Area under the ROC curve; equal scores count half. NaN without both a hit and a miss. */
export function areaUnderCurve(scores: Float64Array, isHit: Uint8Array): number {
  const order = Uint32Array.from(scores.keys()).sort(
    (a, b) => (scores[a] as number) - (scores[b] as number),
  );
  let hits = 0;
  let rankSum = 0;
  for (let first = 0; first < order.length; ) {
    const score = scores[order[first] as number];
    let last = first;
    while (last < order.length && scores[order[last] as number] === score) last += 1;
    const rank = (first + 1 + last) / 2;
    for (let i = first; i < last; i += 1) {
      if (isHit[order[i] as number] !== 1) continue;
      hits += 1;
      rankSum += rank;
    }
    first = last;
  }
  const misses = order.length - hits;
  return (rankSum - (hits * (hits + 1)) / 2) / (hits * misses);
}

/** Share of hits among the k best, best first. */
export function precisionAt(k: number, ranked: readonly boolean[]): number {
  return ranked.slice(0, k).filter(Boolean).length / k;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Bootstrap: where nine in ten means of samples lie that are drawn from these values with replacement. */
export function intervalOf(
  values: readonly number[],
  draws: number,
  random: Random,
): [low: number, high: number] {
  const means = Array.from({ length: draws }, () => mean(values.map(() => random.pick(values))));
  means.sort((a, b) => a - b);
  return [
    means[Math.floor(draws * 0.05)] ?? Number.NaN,
    means[Math.floor(draws * 0.95)] ?? Number.NaN,
  ];
}
