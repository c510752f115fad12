/**
 * A sample of unlinked pairs that does not depend on how actors are numbered or who else is there: the pairs with
 * the smallest hash of their two keys. All pairs when there are fewer.
 */
import { u32 } from "./cells.ts";
import { at } from "./snapshot.ts";

/** So many pairs are looked at; of more actors those with the smallest keys are taken. */
const MOST_ACTORS = 2_828;

export interface SampledPairs {
  /** Grouped by x, x < y within a pair, ascending. */
  x: Uint32Array;
  y: Uint32Array;
}

export function samplePairs(
  keys: Uint32Array,
  eligible: Uint8Array,
  { sampleSize, seed }: { sampleSize: number; seed: number },
  isLinked: (x: number, y: number) => boolean,
  check: () => void = () => {},
): SampledPairs {
  const hashes = keys.map((key) => mixed(key ^ mixed(seed)));
  const actors = Array.from(eligible.keys())
    .filter((actor) => eligible[actor] === 1)
    .sort((a, b) => u32(hashes, a) - u32(hashes, b) || a - b)
    .slice(0, MOST_ACTORS)
    .sort((a, b) => a - b);
  const total = (actors.length * (actors.length - 1)) / 2;
  for (let expected = 1.5 * sampleSize; ; expected *= 4) {
    const limit = total <= expected ? 2 ** 32 : (expected / total) * 2 ** 32;
    const found = pairsBelow(actors, hashes, limit, isLinked, check);
    if (found.length < sampleSize && limit < 2 ** 32) continue;
    const chosen = found
      .sort((a, b) => a.hash - b.hash || a.x - b.x || a.y - b.y)
      .slice(0, sampleSize)
      .sort((a, b) => a.x - b.x || a.y - b.y);
    return {
      x: Uint32Array.from(chosen, (pair) => pair.x),
      y: Uint32Array.from(chosen, (pair) => pair.y),
    };
  }
}

function pairsBelow(
  actors: readonly number[],
  hashes: Uint32Array,
  limit: number,
  isLinked: (x: number, y: number) => boolean,
  check: () => void,
): { x: number; y: number; hash: number }[] {
  const found: { x: number; y: number; hash: number }[] = [];
  for (let i = 0; i < actors.length; i += 1) {
    check();
    const x = at(actors, i);
    for (let j = i + 1; j < actors.length; j += 1) {
      const y = at(actors, j);
      const hash = pairHash(u32(hashes, x), u32(hashes, y));
      if (hash < limit && !isLinked(x, y)) found.push({ x, y, hash });
    }
  }
  return found;
}

/** The same for both orders. */
function pairHash(one: number, two: number): number {
  const [low, high] = one < two ? [one, two] : [two, one];
  return mixed(mixed(low) ^ high);
}

/** The finaliser of MurmurHash3: a bijection of 32-bit numbers in which every bit depends on every other. */
function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a of the bytes of an id: the key of an actor. */
export function keyOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
