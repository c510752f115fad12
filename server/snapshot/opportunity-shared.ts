/** Members of two groups at once: who they are, and what has to come off the counts of both. */
import { u32 } from "./cells.ts";
import { accumulate } from "./columns.ts";
import type { Occasions } from "./opportunity-occasions.ts";
import { type Rows, row } from "./snapshot.ts";

/** Row v: the rows that hold the value v, ascending. */
export function turnedRows(rows: Rows, valueCount: number): Rows {
  const offsets = new Uint32Array(valueCount + 1);
  for (const value of rows.values) offsets[value + 1] = u32(offsets, value + 1) + 1;
  accumulate(offsets);
  const values = new Uint32Array(rows.values.length);
  const next = offsets.slice();
  for (let index = 0; index + 1 < rows.offsets.length; index += 1) {
    for (let i = u32(rows.offsets, index); i < u32(rows.offsets, index + 1); i += 1) {
      const value = u32(rows.values, i);
      const slot = u32(next, value);
      values[slot] = index;
      next[value] = slot + 1;
    }
  }
  return { offsets, values };
}

/** Actors of both groups, by cell a · n + b with a < b; cells without any are left out. */
export function sharedMembers(
  members: Rows,
  actorCount: number,
  check: () => void = () => {},
): Map<number, number[]> {
  const size = members.offsets.length - 1;
  const groupsOf = turnedRows(members, actorCount);
  const shared = new Map<number, number[]>();
  for (let actor = 0; actor < actorCount; actor += 1) {
    if (actor % 1024 === 0) check();
    const end = u32(groupsOf.offsets, actor + 1);
    for (let i = u32(groupsOf.offsets, actor); i < end; i += 1) {
      for (let j = i + 1; j < end; j += 1) {
        const cell = u32(groupsOf.values, i) * size + u32(groupsOf.values, j);
        const list = shared.get(cell);
        if (list) list.push(actor);
        else shared.set(cell, [actor]);
      }
    }
  }
  return shared;
}

/** What has to come off the counts of two groups when neither counts the members of both. */
export class SharedOccasions {
  /** By stratum: occasions at which a group of the last call is present through shared members only. */
  readonly fromA: Float64Array;
  readonly fromB: Float64Array;
  readonly #occasions: Occasions;
  readonly #ofActor: Rows;
  readonly #members: Rows;
  readonly #present: Rows;
  /** By occasion: participants of the group that was loaded last, and of the shared ones. */
  readonly #ofA: Uint32Array;
  readonly #ofB: Uint32Array;
  readonly #ofBoth: Uint32Array;
  #loaded = -1;
  #strata: number[] = [];

  /** @param present row g: occasions with a member of group g */
  constructor(occasions: Occasions, ofActor: Rows, members: Rows, present: Rows) {
    const { population, stratum } = occasions;
    this.#occasions = occasions;
    this.#ofActor = ofActor;
    this.#members = members;
    this.#present = present;
    this.fromA = new Float64Array(population.length);
    this.fromB = new Float64Array(population.length);
    this.#ofA = new Uint32Array(stratum.length);
    this.#ofB = new Uint32Array(stratum.length);
    this.#ofBoth = new Uint32Array(stratum.length);
  }

  /** Fills `fromA` and `fromB`; the answer is how many of the joint occasions come off. */
  load(a: number, b: number, shared: readonly number[]): number {
    if (this.#loaded !== a) {
      if (this.#loaded >= 0) this.#clear(this.#ofA, this.#loaded);
      this.#count(this.#ofA, a);
      this.#loaded = a;
    }
    this.#count(this.#ofB, b);
    const touched: number[] = [];
    for (const actor of shared) {
      for (const p of row(this.#ofActor, actor)) {
        if (this.#ofBoth[p] === 0) touched.push(p);
        this.#ofBoth[p] = u32(this.#ofBoth, p) + 1;
      }
    }
    const joint = this.#takeOff(touched);
    this.#clear(this.#ofB, b);
    return joint;
  }

  #takeOff(touched: readonly number[]): number {
    const { fromA, fromB } = this;
    for (const s of this.#strata) {
      fromA[s] = 0;
      fromB[s] = 0;
    }
    this.#strata = touched.map((p) => u32(this.#occasions.stratum, p));
    let joint = 0;
    touched.forEach((p, i) => {
      const both = this.#ofBoth[p];
      this.#ofBoth[p] = 0;
      const isGoneA = this.#ofA[p] === both;
      const isGoneB = this.#ofB[p] === both;
      const s = this.#strata[i] ?? 0;
      if (isGoneA) fromA[s] = (fromA[s] ?? 0) + 1;
      if (isGoneB) fromB[s] = (fromB[s] ?? 0) + 1;
      if (isGoneA || isGoneB) joint += 1;
    });
    return joint;
  }

  #count(counts: Uint32Array, group: number): void {
    for (const actor of row(this.#members, group)) {
      for (const p of row(this.#ofActor, actor)) counts[p] = u32(counts, p) + 1;
    }
  }

  #clear(counts: Uint32Array, group: number): void {
    for (const p of row(this.#present, group)) counts[p] = 0;
  }
}
