/** Scores of all unlinked pairs of core actors under the product's model and under simple indices. */
import { f64, u32 } from "../../../server/snapshot/cells.ts";
import { PairModel } from "../../../server/snapshot/pair-scores.ts";
import type { CutEcosystem } from "./cut-ecosystem.ts";

export const OURS = "our score";
export const INDICES = [
  OURS,
  "degree product",
  "Adamic-Adar",
  "resource allocation",
  "three steps (L3)",
  "expected (E)",
  "topic cosine",
] as const;
export type PairIndex = (typeof INDICES)[number];
const BEST = 10;

export interface PairScores {
  /** Actor numbers by position. */
  x: Uint32Array;
  y: Uint32Array;
  scores: Record<PairIndex, Float32Array>;
  /** By position: product of the two degrees, and 1 for pairs with a common partner. */
  degreeProduct: Float32Array;
  hasCommon: Uint8Array;
  /** By index, the ten best partners of each core actor in `sampled`: row i of ten, missing ones -1. */
  best: Record<PairIndex, Int32Array>;
  /** The core actors whose pairs these are. */
  sampled: Uint32Array;
}

/** `every`: only pairs of every so-many-th core actor with all others. */
export function pairScores(
  { columns, core }: CutEcosystem,
  model: PairModel,
  every = 1,
): PairScores {
  const { actorCount, ties } = columns.pairs;
  const sampled = core.filter((_, i) => i % every === 0);
  const most = sampled.length * (core.length - 1) - (sampled.length * (sampled.length - 1)) / 2;
  const isSampled = new Uint8Array(actorCount);
  for (const actor of sampled) isSampled[actor] = 1;
  const [x, y] = [new Uint32Array(most), new Uint32Array(most)];
  const perIndex = <T>(make: () => T) =>
    Object.fromEntries(INDICES.map((index) => [index, make()])) as Record<PairIndex, T>;
  const scores = perIndex(() => new Float32Array(most));
  const best = perIndex(() => new Int32Array(sampled.length * BEST).fill(-1));
  const degreeProduct = new Float32Array(most);
  const hasCommon = new Uint8Array(most);
  const ours = new Float64Array(actorCount);
  const adar = new Float64Array(actorCount);
  const isLinked = new Int32Array(actorCount).fill(-1);
  const degree = Float64Array.from(
    { length: actorCount },
    (_, actor) => u32(ties.offsets, actor + 1) - u32(ties.offsets, actor),
  );
  let count = 0;
  sampled.forEach((actor, place) => {
    model.score(actor, core, ours);
    adamicAdar(ties, degree, actor, adar);
    const { ra, l3, expected, topics } = model.terms.raw;
    const values: Record<PairIndex, (other: number) => number> = {
      [OURS]: (other) => f64(ours, other),
      "degree product": (other) => f64(degree, actor) * f64(degree, other),
      "Adamic-Adar": (other) => f64(adar, other),
      "resource allocation": (other) => f64(ra, other),
      "three steps (L3)": (other) => f64(l3, other),
      "expected (E)": (other) => f64(expected, other) || 0,
      "topic cosine": (other) => f64(topics, other) || 0,
    };
    isLinked[actor] = place;
    for (const other of neighbours(ties, actor)) isLinked[other] = place;
    const open = core.filter((other) => isLinked[other] !== place);
    for (const index of INDICES) {
      const value = values[index];
      fillBest(open, value, best[index].subarray(place * BEST, (place + 1) * BEST));
      const column = scores[index];
      let position = count;
      for (const other of open) {
        if (isSampled[other] === 1 && other < actor) continue;
        column[position] = value(other);
        position += 1;
      }
    }
    for (const other of open) {
      if (isSampled[other] === 1 && other < actor) continue;
      x[count] = actor;
      y[count] = other;
      degreeProduct[count] = f64(degree, actor) * f64(degree, other);
      hasCommon[count] = f64(ra, other) > 0 ? 1 : 0;
      count += 1;
    }
  });
  return {
    x: x.subarray(0, count),
    y: y.subarray(0, count),
    scores: Object.fromEntries(
      INDICES.map((index) => [index, scores[index].subarray(0, count)]),
    ) as Record<PairIndex, Float32Array>,
    degreeProduct: degreeProduct.subarray(0, count),
    hasCommon: hasCommon.subarray(0, count),
    best,
    sampled,
  };
}

type Ties = CutEcosystem["columns"]["ties"];

const neighbours = ({ offsets, targets }: Ties, actor: number) =>
  targets.subarray(offsets[actor], offsets[actor + 1]);

/** Σ over common partners of 1 / ln k. */
function adamicAdar(ties: Ties, degree: Float64Array, x: number, into: Float64Array): void {
  into.fill(0);
  for (const z of neighbours(ties, x)) {
    const share = 1 / Math.log(f64(degree, z));
    const end = u32(ties.offsets, z + 1);
    for (let i = u32(ties.offsets, z); i < end; i += 1) {
      const y = u32(ties.targets, i);
      into[y] = f64(into, y) + share;
    }
  }
}

/** The best of `open` by value, ties by number. */
function fillBest(open: Uint32Array, value: (other: number) => number, into: Int32Array): void {
  const held = new Float64Array(into.length).fill(Number.NEGATIVE_INFINITY);
  const last = into.length - 1;
  for (const other of open) {
    const own = value(other);
    if (!(own > f64(held, last))) continue;
    let place = last;
    for (; place > 0 && own > f64(held, place - 1); place -= 1) {
      held[place] = f64(held, place - 1);
      into[place] = into[place - 1] as number;
    }
    held[place] = own;
    into[place] = other;
  }
}

/** The product's model with the sample for its z taken from core actors. */
export function coreModel({ columns, core }: CutEcosystem): PairModel {
  const eligible = new Uint8Array(columns.pairs.actorCount);
  for (const actor of core) eligible[actor] = 1;
  return new PairModel(columns.pairs, eligible);
}
