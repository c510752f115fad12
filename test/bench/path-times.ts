/** Times of the path search itself on one graph, and of others on the same pairs, with the answers compared. */
import { PathFinder } from "../../server/snapshot/k-shortest-paths.ts";
import type { TieGraph } from "../../server/snapshot/ties.ts";
import { Random } from "../fixtures/random-graph.ts";
import { median, type Timing, timingOf } from "./measure.ts";
import type { References } from "./path-references.ts";

export const COUNTS = [1, 10, 50] as const;
const WARM_UP = 30;
/** Ours is timed so often beside each answer of a reference; the median counts. */
const REPEATS = 5;
const SAME_COST = 1e-9;
const SEED = 4;

export type Pair = [source: number, target: number];

export interface OwnTimes {
  /** By number of paths. */
  k: Record<(typeof COUNTS)[number], Timing>;
  paths: number;
}

export interface ReferenceTimes {
  name: string;
  k: number;
  pairs: number;
  medianMs: number;
  ourMedianMs: number;
  /** Median of theirs ÷ median of ours, over these pairs. */
  ratio: number;
  /** Largest difference between costs of the same rank. */
  largestDifference: number;
  isSame: boolean;
}

/** Connected pairs of `ends`, from a seed. */
export function drawPairs(graph: TieGraph, ends: readonly number[], count: number): Pair[] {
  const random = new Random(SEED);
  const finder = new PathFinder(graph);
  const pairs: Pair[] = [];
  while (pairs.length < count) {
    const [source, target] = [random.pick(ends), random.pick(ends)];
    if (source !== target && finder.find(source, target, 1).length > 0) {
      pairs.push([source, target]);
    }
  }
  return pairs;
}

/** Each pair is asked for every number of paths before the next pair. */
export function timeOwn(graph: TieGraph, pairs: readonly Pair[]): OwnTimes {
  const finder = new PathFinder(graph);
  const durations = new Map<number, number[]>(COUNTS.map((k) => [k, []]));
  let paths = 0;
  for (const [source, target] of pairs.slice(0, WARM_UP)) {
    for (const k of COUNTS) finder.find(source, target, k);
  }
  for (const [source, target] of pairs) {
    for (const k of COUNTS) {
      const start = performance.now();
      const found = finder.find(source, target, k);
      durations.get(k)?.push(performance.now() - start);
      paths += found.length;
    }
  }
  const of = (k: number) => timingOf(durations.get(k) ?? []);
  return { k: { 1: of(1), 10: of(10), 50: of(50) }, paths };
}

/** Pair by pair, theirs and ours in turn. */
export async function timeReferences(
  graph: TieGraph,
  references: References,
  pairs: readonly Pair[],
  counts: readonly { k: number; pairs: number }[],
  say: (line: string) => void,
): Promise<ReferenceTimes[]> {
  const finder = new PathFinder(graph);
  const results: ReferenceTimes[] = [];
  for (const { k, pairs: count } of counts) {
    for (const reference of references.all.filter(({ mostPaths }) => mostPaths >= k)) {
      const theirs: number[] = [];
      const ours: number[] = [];
      let largestDifference = 0;
      for (const [source, target] of pairs.slice(0, count)) {
        const { ms, costs } = await reference.ask(source, target, k);
        theirs.push(ms);
        const found = finder.find(source, target, k);
        const repeats = Array.from({ length: REPEATS }, () => {
          const start = performance.now();
          finder.find(source, target, k);
          return performance.now() - start;
        });
        ours.push(median(repeats));
        largestDifference = Math.max(largestDifference, difference(costs, found));
      }
      const ratio = median(theirs) / median(ours);
      results.push({
        name: reference.name,
        k,
        pairs: theirs.length,
        medianMs: median(theirs),
        ourMedianMs: median(ours),
        ratio,
        largestDifference,
        isSame: largestDifference <= SAME_COST,
      });
      say(`${reference.name}, k = ${k}: ${Math.round(ratio)} ×`);
    }
  }
  return results;
}

function difference(costs: readonly number[], found: readonly { cost: number }[]): number {
  if (costs.length !== found.length) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...found.map(({ cost }, i) => Math.abs(cost - (costs[i] ?? Number.NaN))));
}
