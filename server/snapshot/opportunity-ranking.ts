/**
 * The order of group pairs. `missing`: gap × breadth × feasibility, most first. `nothing-yet`: pairs without any
 * joint project by what would be expected. Feasibility is dear, so it is asked only of pairs that can still get in.
 */

import type { OpportunityClass, OpportunitySort } from "../contract/opportunity-words.ts";
import { breadthFactor } from "./breadth.ts";

export interface PairFacts {
  a: number;
  b: number;
  observed: number;
  expected: number;
  gap: number;
  class: OpportunityClass;
}

export type RankedPair<P extends PairFacts = PairFacts> = P & {
  breadth: number;
  feasibility: number;
  /** gap × min(1, max(0, breadth − 1)) × feasibility. */
  rank: number;
};

export interface RankingInput<P extends PairFacts> {
  breadth(pair: P): number;
  /** 0–1. */
  feasibility(pair: P): number;
}

/** The first `limit` pairs; `total` counts all that could stand in the list. */
export function rankPairs<P extends PairFacts>(
  pairs: readonly P[],
  { breadth, feasibility }: RankingInput<P>,
  { limit, sort }: { limit: number; sort: OpportunitySort },
): { ranked: RankedPair<P>[]; total: number } {
  const candidates = pairs
    .filter((pair) => isOpportunity(pair) && (sort === "missing" || pair.observed === 0))
    .map((pair) => {
      const width = breadth(pair);
      return { pair, breadth: width, most: pair.gap * breadthFactor(width) };
    })
    // Carried by a single member it is that member's opportunity, not the groups'.
    .filter(({ most }) => most > 0);
  const whole = ({ pair, breadth: width, most }: (typeof candidates)[number]): RankedPair<P> => {
    const share = feasibility(pair);
    return { ...pair, breadth: width, feasibility: share, rank: most * share };
  };
  if (sort === "nothing-yet") {
    candidates.sort(
      (one, two) => two.pair.expected - one.pair.expected || byPlace(one.pair, two.pair),
    );
    return { ranked: candidates.slice(0, limit).map(whole), total: candidates.length };
  }
  candidates.sort((one, two) => two.most - one.most || byPlace(one.pair, two.pair));
  const ranked: RankedPair<P>[] = [];
  for (const candidate of candidates) {
    const last = ranked[limit - 1];
    // Feasibility is at most 1: from here on nothing gets in.
    if (last && last.rank > candidate.most) break;
    const pair = whole(candidate);
    const place = ranked.findIndex((other) => byRank(pair, other) < 0);
    ranked.splice(place < 0 ? ranked.length : place, 0, pair);
    ranked.length = Math.min(ranked.length, limit);
  }
  return { ranked, total: candidates.length };
}

const byPlace = (one: PairFacts, two: PairFacts) => one.a - two.a || one.b - two.b;
const byRank = (one: RankedPair, two: RankedPair) => two.rank - one.rank || byPlace(one, two);

/** Enough data, and less than expected. */
export function isOpportunity({ gap, class: name }: PairFacts): boolean {
  return gap > 0 && name !== "too-little-data" && name !== "as-expected";
}

/**
 * Without pairs that a more specific one says as well: of groups nested in theirs, with nearly as much of what is
 * measured. `innerOf(place)`: the groups nested in one, and itself; there are `size` places.
 */
export function mostSpecific<P extends { a: number; b: number }>(
  pairs: readonly P[],
  measure: (pair: P) => number,
  innerOf: (place: number) => readonly number[],
  size: number,
): P[] {
  const cellOf = (one: number, two: number) => Math.min(one, two) * size + Math.max(one, two);
  const byCell = new Map<number, P>();
  for (const pair of pairs) byCell.set(cellOf(pair.a, pair.b), pair);
  return pairs.filter((pair) => {
    const [innerA, innerB] = [innerOf(pair.a), innerOf(pair.b)];
    if (innerA.length === 1 && innerB.length === 1) return true;
    const enough = COVERS * measure(pair);
    return !innerA.some((a) =>
      innerB.some((b) => {
        const inner = byCell.get(cellOf(a, b));
        return inner !== undefined && inner !== pair && measure(inner) >= enough;
      }),
    );
  });
}

/** A pair of nested groups with this share of what is measured stands for the outer pair too. */
const COVERS = 0.8;
