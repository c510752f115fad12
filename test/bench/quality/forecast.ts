/** Measures of forecast counts against counts that came. */
import { f64 } from "../../../server/snapshot/cells.ts";
import type { Random } from "../../fixtures/random-graph.ts";

/**
 * D² = 1 − deviance(forecast) / deviance(mean), both of a Poisson count; the forecast is scaled to the sum of what
 * came, since how much there is in all is no question of who with whom.
 */
export function explainedDeviance(forecast: Float64Array, observed: Float64Array): number {
  const { left, all } = deviances(forecast, observed);
  return 1 - sumOf(left) / sumOf(all);
}

/** D² of pairs that are drawn again with replacement, once for each draw. */
export function drawnDeviance(
  forecast: Float64Array,
  observed: Float64Array,
  draws: number,
  random: Random,
): number[] {
  const { left, all } = deviances(forecast, observed);
  return Array.from({ length: draws }, () => {
    let [ofForecast, ofMean] = [0, 0];
    for (let i = 0; i < left.length; i += 1) {
      const pair = random.below(left.length);
      ofForecast += f64(left, pair);
      ofMean += f64(all, pair);
    }
    return 1 - ofForecast / ofMean;
  });
}

/** By pair: what the forecast and the mean leave open. */
function deviances(forecast: Float64Array, observed: Float64Array) {
  const total = sumOf(observed);
  const scale = total / sumOf(forecast);
  const mean = total / observed.length;
  return {
    left: observed.map((count, i) =>
      deviance(count, Math.max(LEAST_FORECAST, scale * f64(forecast, i))),
    ),
    all: observed.map((count) => deviance(count, mean)),
  };
}

/** A forecast of nothing would be infinitely wrong where something comes. */
const LEAST_FORECAST = 1e-3;

function deviance(count: number, expected: number): number {
  return 2 * ((count === 0 ? 0 : count * Math.log(count / expected)) - (count - expected));
}

/** Spearman: correlation of the ranks, equal values sharing the mean of theirs. */
export function rankCorrelation(one: Float64Array, two: Float64Array): number {
  const [a, b] = [ranksOf(one), ranksOf(two)];
  const mean = (one.length + 1) / 2;
  let [both, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    const [da, db] = [f64(a, i) - mean, f64(b, i) - mean];
    both += da * db;
    ofA += da * da;
    ofB += db * db;
  }
  return both / Math.sqrt(ofA * ofB);
}

function ranksOf(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => f64(values, a) - f64(values, b));
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    const value = values[order[first] as number];
    while (last < order.length && values[order[last] as number] === value) last += 1;
    for (let i = first; i < last; i += 1) ranks[order[i] as number] = (first + 1 + last) / 2;
    first = last;
  }
  return ranks;
}

/** Share of the k largest of `observed` that are among the k largest of `forecast`; ties by position. */
export function topShare(forecast: Float64Array, observed: Float64Array, k: number): number {
  const top = new Set(largest(forecast, k));
  return largest(observed, k).filter((i) => top.has(i)).length / k;
}

function largest(values: Float64Array, k: number): number[] {
  return Array.from(
    Uint32Array.from(values.keys())
      .sort((a, b) => f64(values, b) - f64(values, a) || a - b)
      .subarray(0, k),
  );
}

/** Slope of the weighted least-squares line of y on x. */
export function weightedSlope(x: Float64Array, y: Float64Array, weight: Float64Array): number {
  const total = sumOf(weight);
  const mean = (values: Float64Array) =>
    values.reduce((sum, value, i) => sum + value * f64(weight, i), 0) / total;
  const [mx, my] = [mean(x), mean(y)];
  let [both, own] = [0, 0];
  for (let i = 0; i < x.length; i += 1) {
    both += f64(weight, i) * (f64(x, i) - mx) * (f64(y, i) - my);
    own += f64(weight, i) * (f64(x, i) - mx) ** 2;
  }
  return both / own;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
