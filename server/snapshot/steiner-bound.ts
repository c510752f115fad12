/**
 * What joining an actor with some ends costs at least: half the shortest round trip through them, because walking
 * around a tree passes every hop twice (the tour bound of Hougardy, Silvanus and Vygen 2017).
 */
import { f64, u8 } from "./cells.ts";
import { at } from "./snapshot.ts";

/** By set of ends (bit i = end i): the pairs of first and last end, and the shortest way from one through all to the other. */
interface Ways {
  first: Uint8Array;
  last: Uint8Array;
  length: Float64Array;
}

export class SteinerBound {
  readonly #count: number;
  /** Actor by actor the distances to all ends. */
  readonly #distances: Float64Array;
  readonly #ways: Ways[];

  /** By end the distances to every actor, and its number. */
  constructor(rows: readonly Float64Array[], ends: readonly number[]) {
    const count = rows.length;
    this.#count = count;
    this.#distances = new Float64Array(count * (rows[0]?.length ?? 0));
    rows.forEach((row, i) => {
      for (let node = 0; node < row.length; node += 1) {
        this.#distances[node * count + i] = f64(row, node);
      }
    });
    this.#ways = waysThrough(rows, ends);
  }

  /** Least cost of a tree that joins the actor with the ends of the set. */
  of(node: number, set: number): number {
    const ways = this.#ways[set];
    if (ways === undefined) return 0;
    const { first, last, length } = ways;
    const base = node * this.#count;
    const distances = this.#distances;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < length.length; i += 1) {
      const tour =
        f64(distances, base + u8(first, i)) + f64(distances, base + u8(last, i)) + f64(length, i);
      if (tour < least) least = tour;
    }
    return least / 2;
  }
}

/** Held and Karp (1962), for every set of ends at once. */
function waysThrough(rows: readonly Float64Array[], ends: readonly number[]): Ways[] {
  const count = ends.length;
  const between = (i: number, j: number) => f64(rows[i] as Float64Array, at(ends, j));
  const all: Ways[] = [];
  const length = (set: number, first: number, last: number) =>
    table[(set * count + first) * count + last] ?? Number.POSITIVE_INFINITY;
  const table = new Float64Array((1 << count) * count * count).fill(Number.POSITIVE_INFINITY);
  for (let set = 1; set < 1 << count; set += 1) {
    const members = ends.map((_, i) => i).filter((i) => (set & (1 << i)) !== 0);
    const ways: { first: number[]; last: number[]; length: number[] } = {
      first: [],
      last: [],
      length: [],
    };
    for (const first of members) {
      for (const last of members) {
        if ((first === last) !== (members.length === 1)) continue;
        let least = members.length === 1 ? 0 : Number.POSITIVE_INFINITY;
        const rest = set & ~(1 << last);
        for (const before of members) {
          if (before === last) continue;
          least = Math.min(least, length(rest, first, before) + between(before, last));
        }
        table[(set * count + first) * count + last] = least;
        if (first > last) continue;
        ways.first.push(first);
        ways.last.push(last);
        ways.length.push(least);
      }
    }
    all[set] = {
      first: Uint8Array.from(ways.first),
      last: Uint8Array.from(ways.last),
      length: Float64Array.from(ways.length),
    };
  }
  return all;
}
