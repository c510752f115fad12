/**
 * How many members carry an expectation between two groups: with e_x = Σ_y E(x,y), the effective number
 * (Σe)² / Σe² of contributing members, the smaller of the two sides. Below 1.5 it is one member's opportunity.
 */
import { f64, u32 } from "./cells.ts";
import type { Occasions } from "./opportunity-occasions.ts";
import { at, type Rows } from "./snapshot.ts";

export const CARRIED_BY_ONE = 1.5;

export interface Breadth {
  /** Of the smaller side; 0 when nothing is expected. */
  breadth: number;
  /** e_x of each actor of the two sides, in their order. */
  ofA: Float64Array;
  ofB: Float64Array;
}

/** The sides are without the members of both. */
export function breadthOf(
  occasions: Occasions,
  ofActor: Rows,
  sideA: ArrayLike<number>,
  sideB: ArrayLike<number>,
): Breadth {
  const ofA = expectedOf(occasions, ofActor, sideA, sideB);
  const ofB = expectedOf(occasions, ofActor, sideB, sideA);
  return { breadth: Math.min(effectiveNumber(ofA), effectiveNumber(ofB)), ofA, ofB };
}

/** Factor of the rank: 0 for one carrying member, 1 from two on. */
export function breadthFactor(breadth: number): number {
  return Math.min(1, Math.max(0, breadth - 1));
}

/** (Σe)² / Σe²; 0 when all are zero. */
export function effectiveNumber(values: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}

function expectedOf(
  { population, stratum }: Occasions,
  ofActor: Rows,
  side: ArrayLike<number>,
  other: ArrayLike<number>,
): Float64Array {
  const share = new Float64Array(population.length);
  const { offsets, values } = ofActor;
  for (let i = 0; i < other.length; i += 1) {
    const actor = at(other, i);
    for (let o = u32(offsets, actor); o < u32(offsets, actor + 1); o += 1) {
      const s = u32(stratum, u32(values, o));
      share[s] = f64(share, s) + 1;
    }
  }
  for (let s = 0; s < share.length; s += 1) share[s] = f64(share, s) / f64(population, s);
  const expected = new Float64Array(side.length);
  for (let i = 0; i < side.length; i += 1) {
    const actor = at(side, i);
    let sum = 0;
    for (let o = u32(offsets, actor); o < u32(offsets, actor + 1); o += 1) {
      sum += f64(share, u32(stratum, u32(values, o)));
    }
    expected[i] = sum;
  }
  return expected;
}
