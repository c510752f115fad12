/**
 * Who worked together, when and in what: occasions as plain columns, and the contracted graph of ties that they
 * and direct links make. Everything about opportunities starts from these columns; a snapshot is one way to fill
 * them (`opportunity-columns.ts`), a table of projects with a cut date is another.
 */
import { f64, u32 } from "./cells.ts";
import { accumulate } from "./columns.ts";
import { type Rows, row } from "./snapshot.ts";
import { decay } from "./tie-model.ts";

const DAYS_PER_YEAR = 365.25;

/** Rows of numbers with a value each: row i is the entries `offsets[i] … offsets[i + 1]`, columns ascending. */
export interface SparseRows {
  offsets: Uint32Array;
  column: Uint32Array;
  value: Float64Array;
}

export interface Occasions {
  actorCount: number;
  /** Row p: distinct participants of occasion p, ascending. */
  participants: Rows;
  /** Number of participants as the record says, at least those listed. */
  size: Uint32Array;
  /** Stratum of each occasion: within it, partners are alike in topic and size of the circle. */
  stratum: Uint32Array;
  /** By stratum: N(s), how many occasions there were, in the data or not. */
  population: Float64Array;
  /** Row p: the parts (topics of a programme) within which two actors meet by chance. */
  parts: Rows;
  partCount: number;
  /** Days since 1970; NaN = not known. */
  startDay: Float64Array;
}

/** Row a: occasions of actor a, ascending. */
export function occasionsOfActors({ actorCount, participants }: Occasions): Rows {
  const offsets = new Uint32Array(actorCount + 1);
  for (const actor of participants.values) offsets[actor + 1] = u32(offsets, actor + 1) + 1;
  accumulate(offsets);
  const values = new Uint32Array(participants.values.length);
  const next = offsets.slice();
  for (let p = 0; p + 1 < participants.offsets.length; p += 1) {
    for (const actor of row(participants, p)) {
      const slot = u32(next, actor);
      values[slot] = p;
      next[actor] = slot + 1;
    }
  }
  return { offsets, values };
}

/** Factor of an occasion by its age; 1 for one of unknown date. */
export function occasionWeight(startDay: number, asOfDay: number, halfLifeYears: number): number {
  return Number.isNaN(startDay) ? 1 : decay((asOfDay - startDay) / DAYS_PER_YEAR, halfLifeYears);
}

/** Row a: how often actor a took part in each part, each time weighted by age. `Infinity` counts all alike. */
export function partProfile(
  occasions: Occasions,
  ofActor: Rows,
  asOfDay: number,
  halfLifeYears: number,
): SparseRows {
  const { actorCount, parts, startDay, partCount } = occasions;
  const mass = new Float64Array(partCount);
  return sparseRows(actorCount, (actor, add) => {
    const touched = new Set<number>();
    for (const occasion of row(ofActor, actor)) {
      const weight = occasionWeight(f64(startDay, occasion), asOfDay, halfLifeYears);
      for (const part of row(parts, occasion)) {
        touched.add(part);
        mass[part] = f64(mass, part) + weight;
      }
    }
    for (const part of [...touched].sort((a, b) => a - b)) {
      add(part, f64(mass, part));
      mass[part] = 0;
    }
  });
}

/** Ñ_t of the occasions at hand: their number in each part, each weighted by age. */
export function partMass(
  { participants, parts, partCount, startDay }: Occasions,
  asOfDay: number,
  halfLifeYears: number,
): Float64Array {
  const mass = new Float64Array(partCount);
  for (let p = 0; p + 1 < participants.offsets.length; p += 1) {
    const weight = occasionWeight(f64(startDay, p), asOfDay, halfLifeYears);
    for (const part of row(parts, p)) mass[part] = f64(mass, part) + weight;
  }
  return mass;
}

/** Builds rows one after the other; `fill` adds columns in ascending order. */
export function sparseRows(
  count: number,
  fill: (index: number, add: (column: number, value: number) => void) => void,
): SparseRows {
  const offsets = new Uint32Array(count + 1);
  const columns: number[] = [];
  const values: number[] = [];
  const add = (column: number, value: number) => {
    columns.push(column);
    values.push(value);
  };
  for (let index = 0; index < count; index += 1) {
    fill(index, add);
    offsets[index + 1] = columns.length;
  }
  return { offsets, column: Uint32Array.from(columns), value: Float64Array.from(values) };
}

/** Direct links between two actors that count as a tie of their own. */
export interface PairLinks {
  a: Uint32Array;
  b: Uint32Array;
  /** What the link counts in neighbourhoods (RA, L3): 1, less for an old investment. */
  weight: Float64Array;
  /** θ · confidence · 2^(−age/h). */
  strength: Float64Array;
}

export const NO_PAIR_LINKS: PairLinks = {
  a: new Uint32Array(),
  b: new Uint32Array(),
  weight: new Float64Array(),
  strength: new Float64Array(),
};

/** The contracted graph: actors, and for each two who share an occasion or a link one tie, in both rows. */
export interface Ties {
  offsets: Uint32Array;
  targets: Uint32Array;
  /** What a tie counts in neighbourhoods: the largest of its evidence, 1 for every occasion. */
  weight: Float64Array;
  /** w(u,v) = Σ θ · 2^(−age/h) / (n − 1), and of direct links. */
  strength: Float64Array;
  /** Number of joint occasions and direct links. */
  joint: Uint32Array;
}

export interface TieOptions {
  /** Occasions with more participants tie nobody. */
  occasionLimit: number;
  theta: number;
  halfLifeYears: number;
  asOfDay: number;
  /** 1 for actors that stay out: who gathers many is no partner. */
  isLeftOut?: Uint8Array;
}

export function buildTies(
  occasions: Occasions,
  ofActor: Rows,
  links: PairLinks,
  options: TieOptions,
): Ties {
  const { actorCount, participants, size, startDay } = occasions;
  const { isLeftOut, occasionLimit, theta, asOfDay, halfLifeYears } = options;
  const perOccasion = Float64Array.from(
    size,
    (n, p) =>
      (theta * occasionWeight(f64(startDay, p), asOfDay, halfLifeYears)) / Math.max(1, n - 1),
  );
  const linksOf = linkRows(actorCount, links);
  const offsets = new Uint32Array(actorCount + 1);
  const grown = new TieColumns();
  const weight = new Float64Array(actorCount);
  const strength = new Float64Array(actorCount);
  const joint = new Uint32Array(actorCount);
  for (let actor = 0; actor < actorCount; actor += 1) {
    const touched: number[] = [];
    const note = (other: number, counts: number, w: number) => {
      if (other === actor || isLeftOut?.[other] === 1) return;
      if (joint[other] === 0) touched.push(other);
      joint[other] = u32(joint, other) + 1;
      strength[other] = f64(strength, other) + w;
      if (counts > f64(weight, other)) weight[other] = counts;
    };
    if (isLeftOut?.[actor] !== 1) {
      for (const p of row(ofActor, actor)) {
        if (u32(size, p) > occasionLimit) continue;
        const end = u32(participants.offsets, p + 1);
        for (let i = u32(participants.offsets, p); i < end; i += 1) {
          note(u32(participants.values, i), 1, f64(perOccasion, p));
        }
      }
      for (const link of row(linksOf, actor)) {
        const a = u32(links.a, link);
        note(
          a === actor ? u32(links.b, link) : a,
          f64(links.weight, link),
          f64(links.strength, link),
        );
      }
    }
    touched.sort((a, b) => a - b);
    for (const other of touched) {
      grown.push(other, f64(weight, other), f64(strength, other), u32(joint, other));
      weight[other] = 0;
      strength[other] = 0;
      joint[other] = 0;
    }
    offsets[actor + 1] = grown.length;
  }
  return { offsets, ...grown.columns() };
}

/** Row a: numbers of the links of actor a. */
function linkRows(actorCount: number, { a, b }: PairLinks): Rows {
  const offsets = new Uint32Array(actorCount + 1);
  for (const end of [a, b]) {
    for (const actor of end) offsets[actor + 1] = u32(offsets, actor + 1) + 1;
  }
  accumulate(offsets);
  const values = new Uint32Array(a.length + b.length);
  const next = offsets.slice();
  for (let link = 0; link < a.length; link += 1) {
    for (const actor of [u32(a, link), u32(b, link)]) {
      const slot = u32(next, actor);
      values[slot] = link;
      next[actor] = slot + 1;
    }
  }
  return { offsets, values };
}

/** Columns that grow by doubling. */
class TieColumns {
  length = 0;
  #targets = new Uint32Array(1024);
  #weight = new Float64Array(1024);
  #strength = new Float64Array(1024);
  #joint = new Uint32Array(1024);

  push(target: number, weight: number, strength: number, joint: number): void {
    if (this.length === this.#targets.length) this.#grow();
    this.#targets[this.length] = target;
    this.#weight[this.length] = weight;
    this.#strength[this.length] = strength;
    this.#joint[this.length] = joint;
    this.length += 1;
  }

  columns(): Omit<Ties, "offsets"> {
    return {
      targets: this.#targets.slice(0, this.length),
      weight: this.#weight.slice(0, this.length),
      strength: this.#strength.slice(0, this.length),
      joint: this.#joint.slice(0, this.length),
    };
  }

  #grow(): void {
    const size = 2 * this.length;
    this.#targets = copied(this.#targets, new Uint32Array(size));
    this.#weight = copied(this.#weight, new Float64Array(size));
    this.#strength = copied(this.#strength, new Float64Array(size));
    this.#joint = copied(this.#joint, new Uint32Array(size));
  }
}

function copied<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Position of the tie u–v in the columns, -1 when there is none. */
export function findTie({ offsets, targets }: Ties, u: number, v: number): number {
  let low = u32(offsets, u);
  let high = u32(offsets, u + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const target = u32(targets, middle);
    if (target === v) return middle;
    if (target < v) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
