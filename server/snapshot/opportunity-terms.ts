/**
 * The raw terms of a pair score, of one actor against all or some others: RA and L3 by walking the graph of ties
 * from it, expected meetings, topic cosine and distance from columns.
 */
import { accumulate } from "./columns.ts";
import type { SparseRows, Ties } from "./opportunity-occasions.ts";
import type { TopicSpace } from "./opportunity-topics.ts";
import { at } from "./snapshot.ts";

export interface PairColumns {
  actorCount: number;
  /** A number for each actor that only depends on its id: makes the sample independent of who else is there. */
  keys: Uint32Array;
  ties: Ties;
  /** ñ_x(t): participations of each actor by part, weighted by age, and Ñ_t of all. */
  profile: SparseRows;
  mass: Float64Array;
  spaces: readonly TopicSpace[];
  /** Degrees; NaN = not known. */
  lat: Float64Array;
  lon: Float64Array;
}

/** The terms of one actor against others, by actor number; overwritten by the next call. NaN = cannot be computed. */
export interface RawTerms {
  ra: Float64Array;
  l3: Float64Array;
  expected: Float64Array;
  topics: Float64Array;
  distanceKm: Float64Array;
}

const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/** Computes raw terms: neighbourhood indices by walking from x, everything else from columns. */
export class PairTerms {
  readonly columns: PairColumns;
  readonly raw: RawTerms;
  /** Sum of what the ties of each actor count. */
  readonly degree: Float64Array;
  readonly #counts: Float64Array;
  /** What ties count in L3: their strength where coverage is poor. */
  readonly #far: Float64Array;
  readonly #root: Float64Array;
  /** Unit vectors of the places. */
  readonly #place: Float64Array;
  readonly #byPart: SparseRows;
  readonly #byTopic: readonly SparseRows[];
  readonly #half: Float64Array;
  readonly #known: Uint8Array;
  readonly #everyone: Uint32Array;

  constructor(columns: PairColumns, isWeighted: boolean) {
    const { actorCount, ties } = columns;
    this.columns = columns;
    this.#counts = ties.weight;
    this.#far = isWeighted ? ties.strength : ties.weight;
    this.degree = sums(ties, this.#counts);
    this.#root = sums(ties, this.#far).map(Math.sqrt);
    this.#place = placesOf(columns);
    this.#byPart = transposed(columns.profile, columns.mass.length);
    this.#byTopic = columns.spaces.map(({ vectors, idf }) => transposed(vectors, idf.length));
    const column = () => new Float64Array(actorCount);
    this.raw = {
      ra: column(),
      l3: column(),
      expected: column(),
      topics: column(),
      distanceKm: column(),
    };
    this.#half = column();
    this.#known = new Uint8Array(actorCount);
    this.#everyone = Uint32Array.from({ length: actorCount }, (_, actor) => actor);
  }

  /** Terms of x with `others` (all actors when null) into `raw`; values of anybody else mean nothing. */
  fill(x: number, others: Uint32Array | null): void {
    const targets = others ?? this.#everyone;
    this.#walk(x, others);
    this.#expect(x, targets, others === null);
    this.#compareTopics(x, targets, others === null);
    this.#measure(x, targets);
  }

  hasTies(actor: number): boolean {
    return at(this.columns.ties.offsets, actor) < at(this.columns.ties.offsets, actor + 1);
  }

  /** RA = Σ_z a_xz a_zy / k_z; L3 = Σ a_xu a_uv a_vy / √(k_u k_v), exact for y that are no partners of x. */
  #walk(x: number, others: Uint32Array | null): void {
    const { ra, l3 } = this.raw;
    const { offsets, targets } = this.columns.ties;
    const half = this.#half;
    ra.fill(0);
    l3.fill(0);
    half.fill(0);
    for (let i = at(offsets, x); i < at(offsets, x + 1); i += 1) {
      const u = at(targets, i);
      const toAll = at(this.#counts, i) / at(this.degree, u);
      const toHalf = at(this.#far, i) / at(this.#root, u);
      for (let j = at(offsets, u); j < at(offsets, u + 1); j += 1) {
        const v = at(targets, j);
        ra[v] = at(ra, v) + toAll * at(this.#counts, j);
        half[v] = at(half, v) + toHalf * at(this.#far, j);
      }
    }
    half[x] = 0;
    for (let v = 0; v < half.length; v += 1) {
      if (half[v] !== 0) half[v] = at(half, v) / at(this.#root, v);
    }
    if (others === null) {
      for (let v = 0; v < half.length; v += 1) {
        const share = at(half, v);
        if (share === 0) continue;
        for (let j = at(offsets, v); j < at(offsets, v + 1); j += 1) {
          const y = at(targets, j);
          l3[y] = at(l3, y) + share * at(this.#far, j);
        }
      }
      return;
    }
    for (const y of others) {
      let sum = 0;
      for (let j = at(offsets, y); j < at(offsets, y + 1); j += 1) {
        sum += at(half, at(targets, j)) * at(this.#far, j);
      }
      l3[y] = sum;
    }
  }

  /** E = Σ_t ñ_x(t) ñ_y(t) / Ñ_t. */
  #expect(x: number, targets: Uint32Array, isEveryone: boolean): void {
    const { profile, mass } = this.columns;
    const { expected } = this.raw;
    const [start, end] = [at(profile.offsets, x), at(profile.offsets, x + 1)];
    for (const y of targets) expected[y] = start < end && hasRow(profile, y) ? 0 : Number.NaN;
    if (isEveryone) {
      for (let i = start; i < end; i += 1) {
        const part = at(profile.column, i);
        addScaled(expected, this.#byPart, part, at(profile.value, i) / at(mass, part));
      }
      return;
    }
    const scaled = new Float64Array(mass.length);
    for (let i = start; i < end; i += 1) {
      const part = at(profile.column, i);
      scaled[part] = at(profile.value, i) / at(mass, part);
    }
    for (const y of targets) expected[y] = at(expected, y) + productWith(profile, y, scaled);
  }

  /** Mean of the cosines over the spaces in which both have a topic. */
  #compareTopics(x: number, targets: Uint32Array, isEveryone: boolean): void {
    const { topics } = this.raw;
    for (const y of targets) {
      topics[y] = 0;
      this.#known[y] = 0;
    }
    this.columns.spaces.forEach(({ vectors, idf }, s) => {
      const [start, end] = [at(vectors.offsets, x), at(vectors.offsets, x + 1)];
      if (start === end) return;
      for (const y of targets) if (hasRow(vectors, y)) this.#known[y] = at(this.#known, y) + 1;
      const byTopic = this.#byTopic[s];
      if (isEveryone && byTopic) {
        for (let i = start; i < end; i += 1) {
          addScaled(topics, byTopic, at(vectors.column, i), at(vectors.value, i));
        }
        return;
      }
      const own = new Float64Array(idf.length);
      for (let i = start; i < end; i += 1) own[at(vectors.column, i)] = at(vectors.value, i);
      for (const y of targets) topics[y] = at(topics, y) + productWith(vectors, y, own);
    });
    for (const y of targets) {
      topics[y] = this.#known[y] === 0 ? Number.NaN : at(topics, y) / at(this.#known, y);
    }
  }

  #measure(x: number, targets: Uint32Array): void {
    const { distanceKm } = this.raw;
    const place = this.#place;
    const [px, py, pz] = [at(place, 3 * x), at(place, 3 * x + 1), at(place, 3 * x + 2)];
    for (const y of targets) {
      const [dx, dy, dz] = [
        at(place, 3 * y) - px,
        at(place, 3 * y + 1) - py,
        at(place, 3 * y + 2) - pz,
      ];
      const chord = Math.min(2, Math.sqrt(dx * dx + dy * dy + dz * dz));
      distanceKm[y] = 2 * EARTH_RADIUS_KM * Math.asin(chord / 2);
    }
  }
}

/** Sum of a column over the ties of each actor. */
function sums({ offsets }: Ties, column: Float64Array): Float64Array {
  return Float64Array.from({ length: offsets.length - 1 }, (_, actor) => {
    let sum = 0;
    for (let i = at(offsets, actor); i < at(offsets, actor + 1); i += 1) sum += at(column, i);
    return sum;
  });
}

const hasRow = ({ offsets }: SparseRows, index: number) =>
  at(offsets, index) < at(offsets, index + 1);

function addScaled(into: Float64Array, rows: SparseRows, index: number, factor: number): void {
  for (let i = at(rows.offsets, index); i < at(rows.offsets, index + 1); i += 1) {
    const column = at(rows.column, i);
    into[column] = at(into, column) + factor * at(rows.value, i);
  }
}

function productWith(rows: SparseRows, index: number, dense: Float64Array): number {
  let sum = 0;
  for (let i = at(rows.offsets, index); i < at(rows.offsets, index + 1); i += 1) {
    sum += at(rows.value, i) * at(dense, at(rows.column, i));
  }
  return sum;
}

/** Rows and columns exchanged. */
function transposed(rows: SparseRows, columnCount: number): SparseRows {
  const offsets = new Uint32Array(columnCount + 1);
  for (const column of rows.column) offsets[column + 1] = at(offsets, column + 1) + 1;
  accumulate(offsets);
  const next = offsets.slice();
  const column = new Uint32Array(rows.column.length);
  const value = new Float64Array(rows.column.length);
  for (let index = 0; index + 1 < rows.offsets.length; index += 1) {
    for (let i = at(rows.offsets, index); i < at(rows.offsets, index + 1); i += 1) {
      const slot = at(next, at(rows.column, i));
      column[slot] = index;
      value[slot] = at(rows.value, i);
      next[at(rows.column, i)] = slot + 1;
    }
  }
  return { offsets, column, value };
}

function placesOf({ actorCount, lat, lon }: PairColumns): Float64Array {
  const places = new Float64Array(3 * actorCount);
  for (let actor = 0; actor < actorCount; actor += 1) {
    const [phi, lambda] = [at(lat, actor) * RADIANS, at(lon, actor) * RADIANS];
    places[3 * actor] = Math.cos(phi) * Math.cos(lambda);
    places[3 * actor + 1] = Math.cos(phi) * Math.sin(lambda);
    places[3 * actor + 2] = Math.sin(phi);
  }
  return places;
}
