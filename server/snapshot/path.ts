/** A path by numbers, how two compare, and what a search may pass. */
import { at } from "./snapshot.ts";

export interface Path {
  /** Actor numbers from source to target. */
  nodes: number[];
  /** Sum of the hops' costs and of the penalties of the actors between the ends. */
  cost: number;
}

export interface PathOptions {
  /** 1 = the path may pass this actor; `null` = every actor. The two ends are always allowed. */
  allowed?: Uint8Array | null;
  /** Added for passing an actor, by number; must not be negative. */
  penalties?: Float64Array | null;
  /** Called now and then; throws to end the search. */
  check?: () => void;
}

/** Order of paths of equal cost. */
export function compareNodes(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = at(a, i) - at(b, i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
