/**
 * How many joint projects two groups would have if partners were drawn at random among projects of the same topic
 * and size (stratified hypergeometric), and how the recorded number compares: shrunk ratio, gap, class, interval.
 * Members of both groups are taken off both sides. Where a side has no project: configuration model on links.
 */

import type { OpportunityClass } from "../contract/opportunity-words.ts";
import { f64, u32 } from "./cells.ts";
import { gammaQuantile } from "./opportunity-gamma.ts";
import { type Occasions, type SparseRows, sparseRows } from "./opportunity-occasions.ts";
import { SharedOccasions, sharedMembers, turnedRows } from "./opportunity-shared.ts";
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
  const { population, stratum } = occasions;
  const present = presence(occasions, ofActor, members);
  const ofStratum = countStrata(stratum, population.length, present);
  const table: ExpectationTable = {
    size,
    observed: countJoint(size, stratum.length, present, check),
    expected: new Float64Array(size * size),
    variance: new Float64Array(size * size),
    occasions: Uint32Array.from({ length: size }, (_, group) => row(present, group).length),
  };
  const shared = sharedMembers(members, occasions.actorCount, check);
  const removed = new SharedOccasions(occasions, ofActor, members, present);
  const ofA = new Float64Array(population.length);
  for (let a = 0; a < size; a += 1) {
    check();
    const [startA, endA] = [u32(ofStratum.offsets, a), u32(ofStratum.offsets, a + 1)];
    for (let i = startA; i < endA; i += 1) ofA[u32(ofStratum.column, i)] = f64(ofStratum.value, i);
    for (let b = a + 1; b < size; b += 1) {
      const cell = a * size + b;
      const both = shared.get(cell);
      if (both) {
        const joint = removed.load(a, b, both);
        table.observed[cell] = u32(table.observed, cell) - joint;
      }
      let mean = 0;
      let variance = 0;
      for (let i = u32(ofStratum.offsets, b); i < u32(ofStratum.offsets, b + 1); i += 1) {
        const s = u32(ofStratum.column, i);
        let [ka, kb] = [f64(ofA, s), f64(ofStratum.value, i)];
        if (both) {
          ka -= f64(removed.fromA, s);
          kb -= f64(removed.fromB, s);
        }
        if (ka === 0 || kb === 0) continue;
        const term = termOf(ka, kb, f64(population, s));
        mean += term.mean;
        variance += term.variance;
      }
      table.expected[cell] = mean;
      table.variance[cell] = variance;
    }
    for (let i = startA; i < endA; i += 1) ofA[u32(ofStratum.column, i)] = 0;
  }
  return table;
}

/** Row g: K_g of each stratum that has one. */
function countStrata(stratum: Uint32Array, strata: number, present: Rows): SparseRows {
  const counts = new Float64Array(strata);
  return sparseRows(present.offsets.length - 1, (group, add) => {
    const touched: number[] = [];
    for (const p of row(present, group)) {
      const s = u32(stratum, p);
      if (counts[s] === 0) touched.push(s);
      counts[s] = f64(counts, s) + 1;
    }
    for (const s of touched.sort((one, two) => one - two)) {
      add(s, f64(counts, s));
      counts[s] = 0;
    }
  });
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
  const { offsets, values } = turnedRows(present, occasionCount);
  const joint = new Uint32Array(size * size);
  for (let p = 0; p < occasionCount; p += 1) {
    if (p % 1024 === 0) check();
    const end = u32(offsets, p + 1);
    for (let i = u32(offsets, p); i < end; i += 1) {
      for (let j = i + 1; j < end; j += 1) {
        const cell = u32(values, i) * size + u32(values, j);
        joint[cell] = u32(joint, cell) + 1;
      }
    }
  }
  return joint;
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
  const groupsOf = turnedRows(extents, actorCount);
  const observed = new Uint32Array(size * size);
  links.source.forEach((source, link) => {
    const ofSource = row(groupsOf, source);
    const ofTarget = row(groupsOf, u32(links.target, link));
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
