/** The best pairs of actors between two sides: who of the one could work with whom of the other. */
import { f64, u32 } from "./cells.ts";
import type { Lift, PairModel } from "./pair-scores.ts";

/** So often an actor may stand in one list, and a well-connected one in a list of lists. */
export const MOST_PER_ACTOR = 3;
/** Pairs shown of two groups. */
export const PAIRS_SHOWN = 5;
/** Best pairs kept beyond, so that a hub that is in too many lists can be replaced. */
const KEPT = 60;
const MOST_KEPT_PER_ACTOR = 12;
/**
 * Of one actor's pairs only so many can be kept: its first ones, and a few more because others, who stand in enough
 * pairs already, fill those.
 */
const MOST_OF_ONE = MOST_KEPT_PER_ACTOR + Math.floor(KEPT / MOST_KEPT_PER_ACTOR);
/**
 * With so many pairs down to some score, none below it can be kept, whatever else is found: a greedy choice with a
 * limit for each actor is at least half as large as any other (a maximal b-matching).
 */
const SURE = 2 * KEPT;

export interface ScoredPair {
  x: number;
  y: number;
  score: number;
  lift: Lift;
}

/**
 * Pairs of the two sides, best first, ties by number. `excludedFor(x)` says (1) who is not to be proposed to x;
 * `isPartner` who may be proposed at all. Whoever cannot be in a pair that is kept is not looked at.
 */
export function scorePairs(
  model: PairModel,
  sideA: ArrayLike<number>,
  sideB: ArrayLike<number>,
  isPartner: Uint8Array,
  excludedFor: (actor: number) => Uint8Array,
  check: () => void = () => {},
): ScoredPair[] {
  const allowed = (side: ArrayLike<number>) =>
    Uint32Array.from(side).filter((actor) => isPartner[actor] === 1);
  const [xs, ys] = [allowed(sideA), allowed(sideB)];
  const { bounds } = model;
  const fromA = bounds.promisingFirst(xs, ys);
  const blocks = bounds.blocksOf(bounds.promisingFirst(ys, xs).actors);
  let found: ScoredPair[] = [];
  let least = Number.NEGATIVE_INFINITY;
  let enough = SURE;
  for (let i = 0; i < xs.length && f64(fromA.bounds, i) >= least; i += 1) {
    check();
    const x = u32(fromA.actors, i);
    for (const { y, score } of model.best(x, blocks, excludedFor(x), MOST_OF_ONE, least)) {
      found.push({ x, y, score, lift: model.lift(score) });
    }
    if (found.length < enough) continue;
    const sure = diverse(found.sort(byScore), SURE, MOST_KEPT_PER_ACTOR)[SURE - 1];
    if (sure && sure.score > least) {
      least = sure.score;
      found = found.filter(({ score }) => score >= least);
    }
    enough = found.length + SURE;
  }
  return diverse(found.sort(byScore), KEPT, MOST_KEPT_PER_ACTOR);
}

const byScore = (one: ScoredPair, two: ScoredPair) =>
  two.score - one.score || one.x - two.x || one.y - two.y;

/** The first `limit` pairs in which no actor stands more often than allowed; `isAllowed` may refuse further ones. */
export function diverse(
  pairs: readonly ScoredPair[],
  limit: number,
  mostPerActor: number,
  isAllowed: (pair: ScoredPair) => boolean = () => true,
): ScoredPair[] {
  const times = new Map<number, number>();
  const chosen: ScoredPair[] = [];
  for (const pair of pairs) {
    if (chosen.length === limit) break;
    const [ofX, ofY] = [times.get(pair.x) ?? 0, times.get(pair.y) ?? 0];
    if (ofX >= mostPerActor || ofY >= mostPerActor || !isAllowed(pair)) continue;
    times.set(pair.x, ofX + 1);
    times.set(pair.y, ofY + 1);
    chosen.push(pair);
  }
  return chosen;
}

/** Mean lift of the best five pairs, missing ones counting nothing, as a share of the highest lift. */
export function feasibilityOf(pairs: readonly ScoredPair[]): number {
  const best = diverse(pairs, PAIRS_SHOWN, MOST_PER_ACTOR);
  const sum = best.reduce((total, { lift }) => total + Math.min(MOST_LIFT, lift.times), 0);
  return sum / PAIRS_SHOWN / MOST_LIFT;
}

const MOST_LIFT = 50;
