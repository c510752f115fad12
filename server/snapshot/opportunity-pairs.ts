/** The best pairs of actors between two sides: who of the one could work with whom of the other. */
import { f64 } from "./cells.ts";
import type { Lift, PairModel } from "./pair-scores.ts";
import { at } from "./snapshot.ts";

/** So often an actor may stand in one list, and a well-connected one in a list of lists. */
export const MOST_PER_ACTOR = 3;
/** Pairs shown of two groups. */
export const PAIRS_SHOWN = 5;
/** Best pairs kept beyond, so that a hub that is in too many lists can be replaced. */
const KEPT = 60;
const MOST_KEPT_PER_ACTOR = 12;

export interface ScoredPair {
  x: number;
  y: number;
  score: number;
  lift: Lift;
}

/**
 * Pairs of the two sides, best first, ties by number. `excludedFor(x)` says (1) who is not to be proposed to x;
 * `isPartner` who may be proposed at all.
 */
export function scorePairs(
  model: PairModel,
  sideA: ArrayLike<number>,
  sideB: ArrayLike<number>,
  isPartner: Uint8Array,
  excludedFor: (actor: number) => Uint8Array,
  check: () => void = () => {},
): ScoredPair[] {
  const others = Uint32Array.from(sideB).filter((actor) => isPartner[actor] === 1);
  const scores = new Float64Array(isPartner.length);
  const found: ScoredPair[] = [];
  for (let i = 0; i < sideA.length; i += 1) {
    const x = at(sideA, i);
    if (isPartner[x] !== 1) continue;
    check();
    const excluded = excludedFor(x);
    const open = others.filter((y) => excluded[y] !== 1);
    if (open.length === 0) continue;
    model.score(x, open, scores);
    for (const y of open) {
      const score = f64(scores, y);
      found.push({ x, y, score, lift: model.lift(score) });
    }
  }
  found.sort((one, two) => two.score - one.score || one.x - two.x || one.y - two.y);
  return diverse(found, KEPT, MOST_KEPT_PER_ACTOR);
}

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
