/**
 * The raw terms of a pair score, of one actor against all or some others: RA and L3 by walking the graph of ties
 * from it, expected meetings, topic cosine and distance from columns.
 */
import { f64, u8, u32 } from "./cells.ts";
import { accumulate } from "./columns.ts";
import type { SparseRows, Ties } from "./opportunity-occasions.ts";
import type { TopicSpace } from "./opportunity-topics.ts";

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
    return u32(this.columns.ties.offsets, actor) < u32(this.columns.ties.offsets, actor + 1);
  }

  /** RA = Σ_z a_xz a_zy / k_z; L3 = Σ a_xu a_uv a_vy / √(k_u k_v), exact for y that are no partners of x. */
  #walk(x: number, others: Uint32Array | null): void {
    const { ra, l3 } = this.raw;
    const { offsets, targets } = this.columns.ties;
    const half = this.#half;
    ra.fill(0);
    l3.fill(0);
    half.fill(0);
    for (let i = u32(offsets, x); i < u32(offsets, x + 1); i += 1) {
      const u = u32(targets, i);
      const toAll = f64(this.#counts, i) / f64(this.degree, u);
      const toHalf = f64(this.#far, i) / f64(this.#root, u);
      for (let j = u32(offsets, u); j < u32(offsets, u + 1); j += 1) {
        const v = u32(targets, j);
        ra[v] = f64(ra, v) + toAll * f64(this.#counts, j);
        half[v] = f64(half, v) + toHalf * f64(this.#far, j);
      }
    }
    half[x] = 0;
    for (let v = 0; v < half.length; v += 1) {
      if (half[v] !== 0) half[v] = f64(half, v) / f64(this.#root, v);
    }
    if (others === null) {
      for (let v = 0; v < half.length; v += 1) {
        const share = f64(half, v);
        if (share === 0) continue;
        for (let j = u32(offsets, v); j < u32(offsets, v + 1); j += 1) {
          const y = u32(targets, j);
          l3[y] = f64(l3, y) + share * f64(this.#far, j);
        }
      }
      return;
    }
    for (const y of others) {
      let sum = 0;
      for (let j = u32(offsets, y); j < u32(offsets, y + 1); j += 1) {
        sum += f64(half, u32(targets, j)) * f64(this.#far, j);
      }
      l3[y] = sum;
    }
  }

  /** E = Σ_t ñ_x(t) ñ_y(t) / Ñ_t. */
  #expect(x: number, targets: Uint32Array, isEveryone: boolean): void {
    const { profile, mass } = this.columns;
    const { expected } = this.raw;
    const [start, end] = [u32(profile.offsets, x), u32(profile.offsets, x + 1)];
    for (const y of targets) expected[y] = start < end && hasRow(profile, y) ? 0 : Number.NaN;
    if (isEveryone) {
      for (let i = start; i < end; i += 1) {
        const part = u32(profile.column, i);
        addScaled(expected, this.#byPart, part, f64(profile.value, i) / f64(mass, part));
      }
      return;
    }
    const scaled = new Float64Array(mass.length);
    for (let i = start; i < end; i += 1) {
      const part = u32(profile.column, i);
      scaled[part] = f64(profile.value, i) / f64(mass, part);
    }
    for (const y of targets) expected[y] = f64(expected, y) + productWith(profile, y, scaled);
  }

  /** Mean of the cosines over the spaces in which both have a topic. */
  #compareTopics(x: number, targets: Uint32Array, isEveryone: boolean): void {
    const { topics } = this.raw;
    for (const y of targets) {
      topics[y] = 0;
      this.#known[y] = 0;
    }
    this.columns.spaces.forEach(({ vectors, idf }, s) => {
      const [start, end] = [u32(vectors.offsets, x), u32(vectors.offsets, x + 1)];
      if (start === end) return;
      for (const y of targets) if (hasRow(vectors, y)) this.#known[y] = u8(this.#known, y) + 1;
      const byTopic = this.#byTopic[s];
      if (isEveryone && byTopic) {
        for (let i = start; i < end; i += 1) {
          addScaled(topics, byTopic, u32(vectors.column, i), f64(vectors.value, i));
        }
        return;
      }
      const own = new Float64Array(idf.length);
      for (let i = start; i < end; i += 1) own[u32(vectors.column, i)] = f64(vectors.value, i);
      for (const y of targets) topics[y] = f64(topics, y) + productWith(vectors, y, own);
    });
    for (const y of targets) {
      topics[y] = this.#known[y] === 0 ? Number.NaN : f64(topics, y) / u8(this.#known, y);
    }
  }

  #measure(x: number, targets: Uint32Array): void {
    const { distanceKm } = this.raw;
    const place = this.#place;
    const [px, py, pz] = [f64(place, 3 * x), f64(place, 3 * x + 1), f64(place, 3 * x + 2)];
    for (const y of targets) {
      const [dx, dy, dz] = [
        f64(place, 3 * y) - px,
        f64(place, 3 * y + 1) - py,
        f64(place, 3 * y + 2) - pz,
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
    for (let i = u32(offsets, actor); i < u32(offsets, actor + 1); i += 1) sum += f64(column, i);
    return sum;
  });
}

const hasRow = ({ offsets }: SparseRows, index: number) =>
  u32(offsets, index) < u32(offsets, index + 1);

function addScaled(into: Float64Array, rows: SparseRows, index: number, factor: number): void {
  for (let i = u32(rows.offsets, index); i < u32(rows.offsets, index + 1); i += 1) {
    const column = u32(rows.column, i);
    into[column] = f64(into, column) + factor * f64(rows.value, i);
  }
}

function productWith(rows: SparseRows, index: number, dense: Float64Array): number {
  let sum = 0;
  for (let i = u32(rows.offsets, index); i < u32(rows.offsets, index + 1); i += 1) {
    sum += f64(rows.value, i) * f64(dense, u32(rows.column, i));
  }
  return sum;
}

/** Rows and columns exchanged. */
function transposed(rows: SparseRows, columnCount: number): SparseRows {
  const offsets = new Uint32Array(columnCount + 1);
  for (const column of rows.column) offsets[column + 1] = u32(offsets, column + 1) + 1;
  accumulate(offsets);
  const next = offsets.slice();
  const column = new Uint32Array(rows.column.length);
  const value = new Float64Array(rows.column.length);
  for (let index = 0; index + 1 < rows.offsets.length; index += 1) {
    for (let i = u32(rows.offsets, index); i < u32(rows.offsets, index + 1); i += 1) {
      const slot = u32(next, u32(rows.column, i));
      column[slot] = index;
      value[slot] = f64(rows.value, i);
      next[u32(rows.column, i)] = slot + 1;
    }
  }
  return { offsets, column, value };
}

function placesOf({ actorCount, lat, lon }: PairColumns): Float64Array {
  const places = new Float64Array(3 * actorCount);
  for (let actor = 0; actor < actorCount; actor += 1) {
    const [phi, lambda] = [f64(lat, actor) * RADIANS, f64(lon, actor) * RADIANS];
    places[3 * actor] = Math.cos(phi) * Math.cos(lambda);
    places[3 * actor + 1] = Math.cos(phi) * Math.sin(lambda);
    places[3 * actor + 2] = Math.sin(phi);
  }
  return places;
}
