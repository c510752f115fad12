/**
 * How many joint projects two groups would have if partners were drawn at random among projects of the same topic
 * and size (stratified hypergeometric), and how the recorded number compares: shrunk ratio, gap, class, interval.
 * Members of both groups are taken off both sides. Where a side has no project: configuration model on links.
 */

import type { OpportunityClass } from "../contract/opportunity-words.ts";
import { f64, u32 } from "./cells.ts";
import { gammaQuantile } from "./opportunity-gamma.ts";
import type { Occasions } from "./opportunity-occasions.ts";
import { at, type Rows, row } from "./snapshot.ts";

/** a: how many expected joint projects the prior weighs (predictive optimum 6–8). */
export const PRIOR = 8;
/** Fewer expected than this tell nothing. */
export const ENOUGH_EXPECTED = 1;

export interface Expectation {
  /** O, E and the variance of O under the model. */
  observed: number;
  expected: number;
  variance: number;
}

/** Square tables, filled at a · n + b for positions a < b. */
export interface ExpectationTable {
  size: number;
  observed: Uint32Array;
  expected: Float64Array;
  variance: Float64Array;
  /** By group: number of occasions with a member. */
  occasions: Uint32Array;
}

export interface Judged {
  /** r = (O + a) / (E + a). */
  ratio: number;
  /** E · (1 − r)₊ = E (E − O)₊ / (E + a): joint projects missing, cautiously counted. */
  gap: number;
  class: OpportunityClass;
}

export function judge(observed: number, expected: number, prior = PRIOR): Judged {
  const ratio = (observed + prior) / (expected + prior);
  return {
    ratio,
    gap: (expected * Math.max(0, expected - observed)) / (expected + prior),
    class: classOf(observed, expected, ratio),
  };
}

/** 5 % and 95 % quantile of Gamma(O + a, E + a), the posterior of the ratio. */
export function ratioInterval(observed: number, expected: number, prior = PRIOR): [number, number] {
  const quantile = (p: number) => gammaQuantile(p, observed + prior, expected + prior);
  return [quantile(0.05), quantile(0.95)];
}

function classOf(observed: number, expected: number, ratio: number): OpportunityClass {
  if (expected < ENOUGH_EXPECTED) return "too-little-data";
  if (observed === 0 && expected >= 2) return "none-yet";
  if (ratio >= 0.9) return "as-expected";
  return ratio >= 0.75 ? "somewhat-less" : "clearly-less";
}

/** One term of E and of its variance: K_A K_B / N, and of the hypergeometric variance; N ≥ K always holds. */
function termOf(ka: number, kb: number, n: number): { mean: number; variance: number } {
  const mean = (ka * kb) / n;
  const variance = n > 1 ? (mean * (n - ka) * (n - kb)) / (n * (n - 1)) : 0;
  return { mean, variance };
}

/** All pairs at once. `members`: row g holds the actors of group g, ascending. */
export function expectGroups(
  occasions: Occasions,
  ofActor: Rows,
  members: Rows,
  check: () => void = () => {},
): ExpectationTable {
  const size = members.offsets.length - 1;
  const strata = occasions.population.length;
  const present = presence(occasions, ofActor, members);
  const ofStratum = new Float64Array(size * strata);
  for (let group = 0; group < size; group += 1) {
    for (const p of row(present, group)) {
      const cell = group * strata + u32(occasions.stratum, p);
      ofStratum[cell] = f64(ofStratum, cell) + 1;
    }
  }
  const table: ExpectationTable = {
    size,
    observed: countJoint(size, occasions.stratum.length, present, check),
    expected: new Float64Array(size * size),
    variance: new Float64Array(size * size),
    occasions: Uint32Array.from({ length: size }, (_, group) => row(present, group).length),
  };
  const shared = sharedMembers(members, occasions.actorCount, check);
  const apart = new SharedRemover(occasions, ofActor, members, present);
  for (let a = 0; a < size; a += 1) {
    check();
    for (let b = a + 1; b < size; b += 1) {
      const cell = a * size + b;
      const both = shared.get(cell);
      let rowA = ofStratum.subarray(a * strata, (a + 1) * strata);
      let rowB = ofStratum.subarray(b * strata, (b + 1) * strata);
      if (both) {
        const removed = apart.remove(a, b, both);
        rowA = rowA.map((k, s) => k - f64(removed.fromA, s));
        rowB = rowB.map((k, s) => k - f64(removed.fromB, s));
        table.observed[cell] = u32(table.observed, cell) - removed.joint;
      }
      let mean = 0;
      let variance = 0;
      for (let s = 0; s < strata; s += 1) {
        const [ka, kb] = [f64(rowA, s), f64(rowB, s)];
        if (ka === 0 || kb === 0) continue;
        const term = termOf(ka, kb, f64(occasions.population, s));
        mean += term.mean;
        variance += term.variance;
      }
      table.expected[cell] = mean;
      table.variance[cell] = variance;
    }
  }
  return table;
}

/** Row g: occasions in which some member of group g takes part, ascending. */
export function presence(occasions: Occasions, ofActor: Rows, members: Rows): Rows {
  const size = members.offsets.length - 1;
  const seenBy = new Int32Array(occasions.stratum.length).fill(-1);
  const offsets = new Uint32Array(size + 1);
  const values: number[] = [];
  for (let group = 0; group < size; group += 1) {
    const start = values.length;
    for (const actor of row(members, group)) {
      for (const p of row(ofActor, actor)) {
        if (seenBy[p] === group) continue;
        seenBy[p] = group;
        values.push(p);
      }
    }
    const sorted = values.splice(start).sort((x, y) => x - y);
    for (const p of sorted) values.push(p);
    offsets[group + 1] = values.length;
  }
  return { offsets, values: Uint32Array.from(values) };
}

/** Occasions in which both groups are present, shared members included. */
function countJoint(
  size: number,
  occasionCount: number,
  present: Rows,
  check: () => void,
): Uint32Array {
  const groupsOf: number[][] = Array.from({ length: occasionCount }, () => []);
  for (let group = 0; group < size; group += 1) {
    for (const p of row(present, group)) groupsOf[p]?.push(group);
  }
  const joint = new Uint32Array(size * size);
  groupsOf.forEach((groups, p) => {
    if (p % 1024 === 0) check();
    for (let i = 0; i < groups.length; i += 1) {
      for (let j = i + 1; j < groups.length; j += 1) {
        const cell = at(groups, i) * size + at(groups, j);
        joint[cell] = u32(joint, cell) + 1;
      }
    }
  });
  return joint;
}

/** Actors of both groups, by cell a · n + b with a < b; cells without any are left out. */
export function sharedMembers(
  members: Rows,
  actorCount: number,
  check: () => void = () => {},
): Map<number, number[]> {
  const size = members.offsets.length - 1;
  const groupsOf: number[][] = Array.from({ length: actorCount }, () => []);
  for (let group = 0; group < size; group += 1) {
    for (const actor of row(members, group)) groupsOf[actor]?.push(group);
  }
  const shared = new Map<number, number[]>();
  groupsOf.forEach((groups, actor) => {
    if (actor % 1024 === 0) check();
    for (let i = 0; i < groups.length; i += 1) {
      for (let j = i + 1; j < groups.length; j += 1) {
        const cell = at(groups, i) * size + at(groups, j);
        const list = shared.get(cell);
        if (list) list.push(actor);
        else shared.set(cell, [actor]);
      }
    }
  });
  return shared;
}

/** What has to come off the counts of two groups when neither counts the members of both. */
class SharedRemover {
  readonly #occasions: Occasions;
  readonly #ofActor: Rows;
  readonly #members: Rows;
  readonly #present: Rows;
  /** By occasion: participants of the group that was loaded last, and of the shared ones. */
  readonly #ofA: Uint32Array;
  readonly #ofB: Uint32Array;
  readonly #ofBoth: Uint32Array;
  #loaded = -1;

  constructor(occasions: Occasions, ofActor: Rows, members: Rows, present: Rows) {
    this.#occasions = occasions;
    this.#ofActor = ofActor;
    this.#members = members;
    this.#present = present;
    const count = occasions.stratum.length;
    this.#ofA = new Uint32Array(count);
    this.#ofB = new Uint32Array(count);
    this.#ofBoth = new Uint32Array(count);
  }

  remove(a: number, b: number, shared: readonly number[]) {
    const { stratum, population } = this.#occasions;
    if (this.#loaded !== a) {
      if (this.#loaded >= 0) this.#clear(this.#ofA, this.#loaded);
      this.#load(this.#ofA, a);
      this.#loaded = a;
    }
    this.#load(this.#ofB, b);
    const touched: number[] = [];
    for (const actor of shared) {
      for (const p of row(this.#ofActor, actor)) {
        if (this.#ofBoth[p] === 0) touched.push(p);
        this.#ofBoth[p] = u32(this.#ofBoth, p) + 1;
      }
    }
    const fromA = new Float64Array(population.length);
    const fromB = new Float64Array(population.length);
    let joint = 0;
    for (const p of touched) {
      const both = u32(this.#ofBoth, p);
      this.#ofBoth[p] = 0;
      const isGoneA = this.#ofA[p] === both;
      const isGoneB = this.#ofB[p] === both;
      const s = u32(stratum, p);
      if (isGoneA) fromA[s] = f64(fromA, s) + 1;
      if (isGoneB) fromB[s] = f64(fromB, s) + 1;
      if (isGoneA || isGoneB) joint += 1;
    }
    this.#clear(this.#ofB, b);
    return { fromA, fromB, joint };
  }

  #load(counts: Uint32Array, group: number): void {
    for (const actor of row(this.#members, group)) {
      for (const p of row(this.#ofActor, actor)) counts[p] = u32(counts, p) + 1;
    }
  }

  #clear(counts: Uint32Array, group: number): void {
    for (const p of row(this.#present, group)) counts[p] = 0;
  }
}

/** Links that count between actors, as two columns of equal length. */
export interface CountedLinks {
  source: Uint32Array;
  target: Uint32Array;
}

/**
 * E = K_A K_B / 2m with K the link ends in a group (without actors of both) and m the number of links; O counts the
 * links between the two. `extents`: row g holds the actors of group g. The variance is that of a Poisson count.
 */
export function expectLinks(
  links: CountedLinks,
  actorCount: number,
  extents: Rows,
  check: () => void = () => {},
): Pick<ExpectationTable, "size" | "observed" | "expected" | "variance"> {
  const size = extents.offsets.length - 1;
  const ends = new Float64Array(actorCount);
  for (const column of [links.source, links.target]) {
    for (const actor of column) ends[actor] = f64(ends, actor) + 1;
  }
  const endsOf = (actors: Iterable<number>) => {
    let sum = 0;
    for (const actor of actors) sum += f64(ends, actor);
    return sum;
  };
  const ofGroup = Array.from({ length: size }, (_, group) => endsOf(row(extents, group)));
  const shared = sharedMembers(extents, actorCount, check);
  const expected = new Float64Array(size * size);
  const total = 2 * links.source.length;
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size && total > 0; b += 1) {
      const both = endsOf(shared.get(a * size + b) ?? []);
      expected[a * size + b] = ((at(ofGroup, a) - both) * (at(ofGroup, b) - both)) / total;
    }
  }
  const observed = countLinks(links, actorCount, extents);
  return { size, observed, expected, variance: expected };
}

/** Links with one end in the first group only and the other in the second only. */
function countLinks(links: CountedLinks, actorCount: number, extents: Rows): Uint32Array {
  const size = extents.offsets.length - 1;
  const groupsOf: number[][] = Array.from({ length: actorCount }, () => []);
  for (let group = 0; group < size; group += 1) {
    for (const actor of row(extents, group)) groupsOf[actor]?.push(group);
  }
  const observed = new Uint32Array(size * size);
  links.source.forEach((source, link) => {
    const ofSource = groupsOf[source] ?? [];
    const ofTarget = groupsOf[u32(links.target, link)] ?? [];
    for (const a of ofSource) {
      if (ofTarget.includes(a)) continue;
      for (const b of ofTarget) {
        if (ofSource.includes(b)) continue;
        const cell = Math.min(a, b) * size + Math.max(a, b);
        observed[cell] = u32(observed, cell) + 1;
      }
    }
  });
  return observed;
}
